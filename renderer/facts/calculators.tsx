import type { Fact } from '../../contract/fact.ts'
import type { Calculator } from '../../contract/rule.ts'
import { ROVING } from '../keys/move-in-list.ts'
import { rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { ChoiceButtons } from '../parts/choice-buttons.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useMatter } from '../state/shell-context.ts'
import {
  askedPlace,
  type CalculatorInput,
  type Entered,
  type EnteredValues,
  enteredFromFacts,
  inputLabel,
  inputProblem,
} from './calculator-inputs.ts'
import { draftOf } from './draft-value.ts'
import { FindCalculator } from './find-calculator.tsx'
import { HOLDS_WORDS } from './holds-words.ts'
import { PlaceInput } from './place-input.tsx'
import type { CalculatorWork } from './use-calculator-work.ts'

type Props = CalculatorWork & {
  readonly facts: readonly Fact[]
  /** Opens the result, where it has no column. */
  readonly onResult: () => void
}

/** Calculators on their own: what is entered here is recorded only when it is used as evidence. */
export function Calculators({ calculators, failure, chosen, entered, facts, onChoose, onEnter, onResult }: Props) {
  if (failure) return <FailureNote failure={failure} />
  if (!calculators) return <Opening>Looking for calculators.</Opening>
  if (calculators.length === 0) return <p className="soft">No pack has a calculator.</p>
  return (
    <div className="calculators">
      <nav aria-label="Calculators">
        <FindCalculator onFound={(name) => onChoose(name, factsInto(calculators, name, facts))} />
        <ul ref={rovingList}>
          {calculators.map(({ name, title, reviewed }) => (
            <li key={name}>
              <button
                type="button"
                {...{ [ROVING]: '' }}
                aria-current={name === chosen?.name ? 'true' : undefined}
                onClick={() => onChoose(name)}
              >
                {title}
                {reviewed ? null : <small>sample, not reviewed</small>}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {chosen ? (
        <Inputs calculator={chosen} entered={entered} facts={facts} onEnter={onEnter} onResult={onResult} />
      ) : null}
    </div>
  )
}

/** What is found for a question comes with what is known. */
function factsInto(calculators: readonly Calculator[], name: string, facts: readonly Fact[]): EnteredValues {
  return enteredFromFacts(calculators.find((one) => one.name === name)?.inputs ?? [], facts)
}

type InputsProps = Pick<Props, 'entered' | 'facts' | 'onEnter' | 'onResult'> & { readonly calculator: Calculator }

function Inputs({ calculator: { title, inputs }, entered, facts, onEnter, onResult }: InputsProps) {
  const { matter } = useMatter()
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="question">{title}</h2>
      <p className="soft small mt-1 mb-3">What is entered here is recorded nowhere, unless you use it as evidence.</p>
      {inputs.map((input) => (
        <InputRow
          key={input.key}
          input={input}
          given={entered[input.key]}
          onEnter={(given) => onEnter({ ...entered, [input.key]: given })}
        />
      ))}
      <div className="btns mt-4">
        <Button look="primary" isSmall className="only-sheet" onClick={onResult}>
          Show the result
        </Button>
        <Button isSmall onClick={() => onEnter(enteredFromFacts(inputs, facts))}>
          Fill in from {matter}
        </Button>
        <Button look="quiet" isSmall onClick={() => onEnter({})}>
          Clear
        </Button>
      </div>
    </section>
  )
}

type RowProps = {
  readonly input: CalculatorInput
  readonly given: Entered | undefined
  readonly onEnter: (given: Entered) => void
}

function InputRow({ input, given, onEnter }: RowProps) {
  const label = inputLabel(input)
  const place = askedPlace(input)
  return (
    <div className="frow">
      <span className="lab">{label}</span>
      <div className="val">
        {place ? (
          <PlaceInput
            label={label}
            place={place}
            empty="not known"
            value={given && 'draft' in given ? given.draft : draftOf(place, null)}
            onValue={(draft) => onEnter({ draft })}
          />
        ) : (
          <ChoiceButtons
            label={label}
            value={given && 'holds' in given ? given.holds : null}
            choices={HOLDS_WORDS}
            onChoose={(holds) => onEnter({ holds })}
          />
        )}
        <span className="bad small row-problem" role="status">
          {inputProblem(input, given)}
        </span>
      </div>
    </div>
  )
}
