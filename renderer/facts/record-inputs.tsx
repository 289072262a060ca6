import { useState } from 'react'
import type { Fact, FactInput } from '../../contract/fact.ts'
import type { Calculator } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useMatter } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'
import { useFactActions } from './fact-actions.ts'
import { replacedBy } from './form-rows.ts'
import { inputsAsFacts } from './inputs-as-facts.ts'

type Props = {
  readonly calculator: Calculator
  /** What was typed; what was filled in is recorded already. */
  readonly typed: readonly FactInput[]
  /** The facts that the rest was filled in from. */
  readonly filledIn: ReadonlySet<string>
  readonly facts: readonly Fact[]
  /** Of the matter; inputs of another pack mean nothing there. */
  readonly packs: readonly string[]
}

/** Makes what was entered into a calculator confirmed facts of the matter, so that conclusions and answers rest on it. */
export function RecordInputs({ calculator, typed, filledIn, facts, packs }: Props) {
  const matter = useMatter()
  const actions = useFactActions(matter.id)
  const [recorded, setRecorded] = useState<string | null>(null)
  const isUsed = packs.includes(calculator.pack)
  const isOff = !isUsed || typed.length === 0 || actions.isBusy
  const record = async () => {
    const of = inputsAsFacts(calculator.inputs, typed, facts, filledIn)
    const done = await Promise.all(
      of.map(({ input, line }) => actions.set(input, (now) => replacedBy(line, input, now))),
    )
    if (done.every(Boolean)) setRecorded(`${formatCount(of.length, 'fact')} recorded in ${matter.matter}.`)
  }
  return (
    <div className="grid gap-2 justify-items-start">
      <FailureNote failure={actions.failure} />
      <Button isSmall isOff={isOff} onClick={() => void record()}>
        Use as evidence
      </Button>
      <p className="small soft" role="status">
        {recorded ??
          (isUsed
            ? `Records what you entered as facts of ${matter.matter}, by you. Conclusions and answers then rest on it.`
            : `${matter.matter} does not use the pack of this calculator. Choose it under Facts first.`)}
      </p>
    </div>
  )
}
