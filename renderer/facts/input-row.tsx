import {
  askedPlace,
  type CalculatorInput,
  HOLDS_WORDS,
  holdsSeveral,
  inputLabel,
} from '../../contract/calculator-input.ts'
import { Button } from '../parts/button.tsx'
import { ChoiceButtons } from '../parts/choice-buttons.tsx'
import { type Entered, type EnteredValue, inputProblem } from './calculator-inputs.ts'
import { draftOf } from './draft-value.ts'
import { dateWords } from './fact-words.ts'
import { PlaceInput } from './place-input.tsx'

type Props = {
  readonly input: CalculatorInput
  readonly given: Entered | undefined
  readonly onEnter: (given: Entered) => void
}

/** One input of a calculator; what was filled in from a fact says the day that it is of. */
export function InputRow({ input, given, onEnter }: Props) {
  const label = inputLabel(input)
  return (
    <div className="frow">
      <span className="lab">{label}</span>
      <div className="val">
        {input.args.includes(null) ? (
          <Values input={input} given={given} onEnter={onEnter} />
        ) : (
          <>
            <ChoiceButtons
              label={label}
              value={given && 'holds' in given ? given.holds : null}
              choices={HOLDS_WORDS}
              onChoose={(holds) => onEnter({ holds, known: null })}
            />
            <Dates known={given && 'holds' in given ? given.known : null} />
          </>
        )}
        <span className="bad small row-problem" role="status">
          {inputProblem(input, given)}
        </span>
      </div>
    </div>
  )
}

function Values({ input, given, onEnter }: Props) {
  const label = inputLabel(input)
  const place = askedPlace(input)
  if (!place) return null
  const empty: EnteredValue = { draft: draftOf(place, null), known: null }
  const entered = given && 'values' in given && given.values.length > 0 ? given.values : [empty]
  return (
    <>
      {entered.map(({ draft, known }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- values have nothing but their place
        <span key={index} className="contents">
          <PlaceInput
            label={index === 0 ? label : `${label} ${index + 1}`}
            place={place}
            empty="not known"
            value={draft}
            onValue={(typed) => onEnter({ values: entered.with(index, { draft: typed, known: null }) })}
          />
          {known?.input.holds === 'unknown' ? <span className="small soft">whether it is so is not known</span> : null}
          <Dates known={known} />
        </span>
      ))}
      {holdsSeveral(input) && entered.at(-1)?.draft.text.trim() ? (
        <Button look="quiet" isSmall onClick={() => onEnter({ values: [...entered, empty] })}>
          Another
        </Button>
      ) : null}
    </>
  )
}

function Dates({ known }: Pick<EnteredValue, 'known'>) {
  const words = known ? dateWords(known.input) : ''
  return words === '' ? null : <span className="small soft">{words}</span>
}
