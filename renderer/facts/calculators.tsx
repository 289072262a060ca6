import type { Calculator } from '../../contract/rule.ts'
import { ROVING } from '../keys/move-in-list.ts'
import { rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { calculatorKey } from './calculator-key.ts'
import { FillIn } from './fill-in.tsx'
import { FindCalculator } from './find-calculator.tsx'
import { InputRow } from './input-row.tsx'
import type { CalculatorWork } from './use-calculator-work.ts'

type Props = CalculatorWork & {
  readonly asOf: string | null
  /** Opens the result, where it has no column. */
  readonly onResult: () => void
}

/** Calculators on their own: what is entered here is recorded only when it is used as evidence. */
export function Calculators({ asOf, onResult, ...work }: Props) {
  const { calculators, failure, chosen, onChoose, onFound } = work
  if (failure) return <FailureNote failure={failure} />
  if (!calculators) return <Opening>Looking for calculators.</Opening>
  if (calculators.length === 0) return <p className="soft">No pack has a calculator.</p>
  return (
    <div className="calculators">
      <nav aria-label="Calculators">
        <FindCalculator asOf={asOf} onFound={(found) => onFound(found.calculator, found)} />
        <ul ref={rovingList}>
          {calculators.map((one) => (
            <li key={calculatorKey(one)}>
              <button
                type="button"
                {...{ [ROVING]: '' }}
                aria-current={one === chosen ? 'true' : undefined}
                onClick={() => onChoose(one)}
              >
                {one.title}
                {one.reviewed ? null : <small>sample, not reviewed</small>}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {chosen ? <Inputs {...work} calculator={chosen} asOf={asOf} onResult={onResult} /> : null}
    </div>
  )
}

type InputsProps = Omit<Props, 'calculators' | 'failure' | 'chosen' | 'onChoose' | 'onFound'> & {
  readonly calculator: Calculator
}

function Inputs({ calculator, entered, whose, asOf, onFill, onEnter, onClear, onResult }: InputsProps) {
  const { title, inputs } = calculator
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
        <FillIn key={calculatorKey(calculator)} calculator={calculator} asOf={asOf} whose={whose} onFill={onFill} />
        <Button look="quiet" isSmall onClick={onClear}>
          Clear
        </Button>
      </div>
    </section>
  )
}
