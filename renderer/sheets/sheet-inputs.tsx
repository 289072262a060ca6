import { useEffect, useRef, useState } from 'react'
import { holdsSeveral } from '../../contract/knowledge/calculator-input.ts'
import type { Fact, FactInput } from '../../contract/knowledge/fact.ts'
import { isAsked, isKnown, type Sheet, type SheetInput } from '../../contract/knowledge/sheet.ts'
import type { FactActions } from '../facts/fact-actions.ts'
import { replacedBy } from '../facts/form/form-rows.ts'
import { Button } from '../parts/button.tsx'
import { t } from '../../wording/translate.ts'
import { focusNextAsked, SheetInputRow } from './sheet-input-row.tsx'
import type { SheetWork } from './use-sheet-work.ts'

type Props = Pick<SheetWork, 'onType'> & {
  readonly sheet: Sheet
  readonly actions: FactActions
  readonly onOpenFact: (fact: Fact) => void
}

/** More than anybody reads at once. */
const SHOWN_AT_MOST = 12

/** The inputs that can still change the result, in the author's order. What is answered here is recorded where the rules are used. */
export function SheetInputs({ sheet, actions, onType, onOpenFact }: Props) {
  const { inputs, notNeeded, isUsed } = sheet
  const [isWhole, setWhole] = useState(false)
  const missing = inputs.filter(isAsked).length
  const known = inputs.filter(isKnown).length
  const beyond = isWhole ? 0 : Math.max(0, inputs.length - SHOWN_AT_MOST)
  const inside = useFocusKept(inputs)
  const record = async (input: SheetInput, given: FactInput) => {
    if (!isUsed) return onType(input, given)
    const answer = asRecorded(given, input, sheet)
    // One more of several takes the place of none.
    const line = { relation: input, args: holdsSeveral(input) ? answer.args : asNamed(input.args, sheet) }
    if (await actions.set(answer, (facts) => replacedBy(line, answer, facts))) onType(input, null)
  }
  const choose = (chosen: readonly Fact[], input: SheetInput) => {
    const [first] = chosen
    if (first?.state === 'proposed') return void actions.confirm(first.id)
    for (const { id, state } of input.facts)
      if (state === 'confirmed' && !chosen.some((one) => one.id === id)) void actions.unset(id)
  }
  return (
    <section aria-labelledby="sheet-inputs">
      <h2 className="h" id="sheet-inputs">
        {t('sheets.inputs.title')}{' '}
        <span className="muted">
          {notNeeded > 0
            ? t('sheets.inputs.countsNotNeeded', { missing, known, notNeeded })
            : t('sheets.inputs.counts', { missing, known })}
        </span>
      </h2>
      <ul className="inputs" {...inside}>
        {inputs.map((input, at) => (
          <SheetInputRow
            key={`${input.relation} ${input.args.join(' ')}`}
            input={input}
            isUsed={isUsed}
            // On paper all of them are read.
            isOnlyPrinted={at >= inputs.length - beyond}
            onType={(answer) => onType(input, answer)}
            onRecord={(answer) => void record(input, answer)}
            onConfirm={(fact) => void actions.confirm(fact.id)}
            onReject={(fact) => void actions.reject(fact.id)}
            onChoose={(chosen) => choose(chosen, input)}
            onOpenFact={onOpenFact}
          />
        ))}
      </ul>
      {beyond > 0 ? (
        <Button look="link" isSmall className="no-print" onClick={() => setWhole(true)}>
          {t('sheets.inputs.showMore', { count: beyond })}
        </Button>
      ) : null}
    </section>
  )
}

/** An answer may make the next question needless just as it gets the focus: then it goes on to the one after that. */
function useFocusKept(inputs: readonly SheetInput[]) {
  const isInside = useRef(false)
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) focusNextAsked(null)
    // Once the rows of the new sheet stand.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [inputs])
  return {
    onFocus: () => {
      isInside.current = true
    },
    // What is removed is left for nothing; whoever leaves it goes somewhere, or presses the pointer elsewhere.
    onBlur: ({ relatedTarget, currentTarget }: React.FocusEvent) => {
      if (relatedTarget && !currentTarget.contains(relatedTarget)) isInside.current = false
    },
  }
}

/** In the sheet whom it is about goes by the name of the type. */
function asNamed<T extends string | null>(args: readonly T[], { subjects }: Sheet): (T | string)[] {
  return args.map((arg) => subjects.find(({ type }) => type === arg)?.name ?? arg)
}

/** Of what changes from day to day the answer is of the day of the sheet; undated it would contradict an older one. */
function asRecorded(given: FactInput, { latest }: SheetInput, sheet: Sheet): FactInput {
  const args = asNamed(given.args, sheet)
  return latest ? { ...given, args, at: given.at ?? sheet.asOf } : { ...given, args }
}
