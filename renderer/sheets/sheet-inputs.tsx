import { useState } from 'react'
import type { Fact, FactInput } from '../../contract/fact.ts'
import type { Sheet, SheetInput } from '../../contract/sheet.ts'
import { useFactActions } from '../facts/fact-actions.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useMatter } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'
import { SheetInputRow } from './sheet-input-row.tsx'
import { isKnown } from './sheet-result.tsx'

type Props = {
  readonly sheet: Sheet
  readonly typed: readonly FactInput[]
  readonly onType: (typed: readonly FactInput[]) => void
  readonly onOpenFact: (fact: Fact) => void
}

/** More than anybody reads at once. */
const SHOWN_AT_MOST = 12

/** The inputs that can still change the result, in the author's order. What is answered here is recorded in the matter. */
export function SheetInputs({ sheet, typed, onType, onOpenFact }: Props) {
  const { inputs, notNeeded, subjects, asOf } = sheet
  const actions = useFactActions(useMatter().id)
  const [isWhole, setWhole] = useState(false)
  const missing = inputs.filter((input) => !isKnown(input)).length
  const shown = isWhole ? inputs : inputs.slice(0, SHOWN_AT_MOST)
  /** In the sheet whom it is about goes by the name of the type. */
  const named = (input: FactInput): FactInput => ({
    ...input,
    args: input.args.map((arg) => subjects.find(({ type }) => type === arg)?.name ?? arg),
  })
  const isOther = (one: FactInput, input: SheetInput) =>
    one.relation !== input.relation || !input.args.every((arg, at) => arg === null || arg === one.args[at])
  const record = async (input: SheetInput, given: FactInput) => {
    const [fact] = input.facts
    // Of what changes from day to day the answer is of the day of the sheet; undated it would contradict an older one.
    const answer = input.latest ? { ...given, at: given.at ?? asOf } : given
    const isRead = input.state === 'read' && fact !== undefined && isSame(answer, input)
    const done = isRead
      ? await actions.confirm(fact.id)
      : await actions.set(named(answer), () => replaced(input, answer))
    if (done) onType(typed.filter((one) => isOther(one, input)))
  }
  return (
    <section aria-labelledby="sheet-inputs">
      <h2 className="h" id="sheet-inputs">
        Inputs{' '}
        <span className="muted">
          {missing} missing, {inputs.length - missing} known{notNeeded > 0 ? `, ${notNeeded} not needed` : ''}
        </span>
      </h2>
      <FailureNote failure={actions.failure} />
      <ul className="inputs">
        {shown.map((input) => (
          <SheetInputRow
            key={`${input.relation} ${input.args.join(' ')}`}
            input={input}
            onType={(answer) =>
              onType([...typed.filter((one) => isOther(one, input)), ...(answer === null ? [] : [answer])])
            }
            onRecord={(answer) => void record(input, answer)}
            onOpenFact={onOpenFact}
          />
        ))}
      </ul>
      {shown.length < inputs.length ? (
        <Button look="link" isSmall onClick={() => setWhole(true)}>
          Show {formatCount(inputs.length - shown.length, 'more input')}
        </Button>
      ) : null}
    </section>
  )
}

function isSame({ args, holds }: FactInput, input: SheetInput): boolean {
  const asked = input.args.indexOf(null)
  return asked < 0 ? holds === input.holds : args[asked] === input.value
}

/** The answer that was recorded before, unless it is of another day: then both are kept, and the later counts. */
function replaced({ facts, latest }: SheetInput, { at = null }: FactInput): string | null {
  const own = facts.find(({ state, source }) => state === 'confirmed' && source.kind === 'user')
  return !own || (latest && own.at !== at) ? null : own.id
}
