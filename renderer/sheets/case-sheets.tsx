import type { Fact, FactInput } from '../../contract/knowledge/fact.ts'
import type { KnownInputs } from '../../contract/knowledge/rule.ts'
import { isAsked, isKnown, type KeptSheet, type Sheet, type SheetInput } from '../../contract/knowledge/sheet.ts'
import { type FactActions, useFactActions } from '../facts/fact-actions.ts'
import { plainName } from '../facts/fact-wording.ts'
import { type Proposing, ReadFacts } from '../facts/read-facts.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Opening } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import type { Loaded } from '../state/use-loaded.ts'
import { GoalBox } from './goal-box.tsx'
import { KeepSheet, KeptSheets } from './kept-sheets.tsx'
import { SheetResult, SheetSteps } from './sheet-result.tsx'
import type { SheetWork } from './use-sheet-work.ts'
import { t } from '../../wording/translate.ts'
import { useEffect, useRef, useState } from 'react'
import { holdsSeveral } from '../../contract/knowledge/calculator-input.ts'
import { replacedBy } from '../facts/form/form-rows.ts'
import { focusNextAsked, SheetInputRow } from './sheet-input-row.tsx'

type Props = {
  readonly work: SheetWork
  readonly kept: Loaded<readonly KeptSheet[]>
  readonly proposing: Proposing
  readonly onOpenFact: (fact: Fact) => void
  readonly onOpenKept: (sheet: KeptSheet) => void
  /** Opens how the result was calculated, where that has no column. */
  readonly onSteps: () => void
}

/** One box, and the case sheet of the goal that was chosen in it. */
export function CaseSheets({ work, kept, proposing, onOpenFact, onOpenKept, onSteps }: Props) {
  const { goal, title, sheet, failure, whose, onChoose, onAbout } = work
  const isWhoOpen = whose.some(({ chosen }) => chosen === null)
  return (
    <div className="stack-5">
      <GoalBox goal={goal} onChoose={onChoose} />
      {goal === null ? null : (
        <div>
          <WhoseFacts whose={whose} onChoose={onAbout} />
          {sheet && !isWhoOpen && !failure ? (
            <SheetResult sheet={sheet} />
          ) : title === null ? null : (
            <h2 className="h">{title}</h2>
          )}
          {isWhoOpen ? <p className="soft">{t('sheets.chooseWhose')}</p> : null}
        </div>
      )}
      <FailureNote failure={failure} />
      {sheet && !isWhoOpen ? (
        <OpenSheet
          key={`${sheet.calculator.name} ${work.about.join(' ')}`}
          {...{ work, sheet, proposing, onOpenFact, onSteps }}
        />
      ) : null}
      {goal === null || sheet || failure ? null : <Opening>{t('sheets.opening')}</Opening>}
      <KeptSheets kept={kept} onOpen={onOpenKept} />
    </div>
  )
}

type OpenProps = Omit<Props, 'onOpenKept' | 'kept'> & { readonly sheet: NonNullable<SheetWork['sheet']> }

function OpenSheet({ work, sheet, proposing, onOpenFact, onSteps }: OpenProps) {
  const { failure, about, typed, isRecorded, onType } = work
  const actions = useFactActions(useMatter().id)
  const isOpen = sheet.inputs.some(({ state }) => state === 'missing')
  return (
    <>
      {sheet.isUsed ? (
        <LookInDocuments isOffered={isOpen} proposing={proposing} />
      ) : (
        <UseRules pack={sheet.calculator.pack} />
      )}
      <FailureNote failure={failure ? null : actions.failure} />
      <SheetInputs sheet={sheet} actions={actions} onType={onType} onOpenFact={onOpenFact} />
      <div className="print-only">
        <SheetSteps sheet={sheet} />
      </div>
      <div className="btns no-print">
        <Button look="primary" isSmall className="only-sheet" onClick={onSteps}>
          {t('sheets.steps')}
        </Button>
        <KeepSheet
          key={JSON.stringify([sheet.asOf, about])}
          sheet={sheet}
          about={about}
          typed={typed}
          isRecorded={isRecorded && !actions.isBusy && !failure}
        />
      </div>
    </>
  )
}

/** For a sheet whose rules the matter does not use: nothing can be recorded, and nothing is read from the documents. */
function UseRules({ pack }: { readonly pack: string }) {
  const client = useClient()
  const matter = useMatter().id
  const { failure, isBusy, run } = useAction()
  return (
    <div className="no-print">
      <p className="small">
        <span className="warn">
          <Glyph shape="caution" />
        </span>{' '}
        {t('sheets.notUsed')}{' '}
        <Button isSmall isBusy={isBusy} onClick={() => void run(() => client.pack.use({ matter, pack, on: true }))}>
          {t('sheets.useRules')}
        </Button>
      </p>
      <FailureNote failure={failure} />
    </div>
  )
}

type RulesOfSheetProps = { readonly isOffered: boolean; readonly proposing: Proposing }

/** Reads the facts of the matter's documents, for what is missing on the sheet. */
function LookInDocuments({ isOffered, proposing }: RulesOfSheetProps) {
  return (
    <div className="no-print">
      {isOffered && !proposing.isRunning ? (
        <Button isSmall onClick={proposing.start}>
          {t('sheets.look')}
        </Button>
      ) : null}
      <ReadFacts proposing={proposing} />
    </div>
  )
}

type WhoseFactsProps = {
  readonly whose: KnownInputs['whose']
  /** The names that are meant, one of each type that was chosen. */
  readonly onChoose: (about: readonly string[]) => void
}

/** Asks whose facts are meant where the matter has those of several: they are never mixed. */
function WhoseFacts({ whose, onChoose }: WhoseFactsProps) {
  return whose.map(({ type, names, chosen }) => (
    <label key={type} className="small row-2 centred above-2 below-2">
      <span className="one-line">{t('sheets.whose', { type: plainName(type) })}</span>
      <select
        value={chosen ?? ''}
        onChange={({ target }) => {
          const others = whose.flatMap((one) => (one.type === type ? [] : (one.chosen ?? [])))
          onChoose([...others, target.value].filter(Boolean))
        }}
      >
        <option value="">{t('sheets.noneChosen')}</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  ))
}

type SheetInputsProps = Pick<SheetWork, 'onType'> & {
  readonly sheet: Sheet
  readonly actions: FactActions
  readonly onOpenFact: (fact: Fact) => void
}

/** More than anybody reads at once. */
const SHOWN_AT_MOST = 12

/** The inputs that can still change the result, in the author's order. What is answered here is recorded where the rules are used. */
export function SheetInputs({ sheet, actions, onType, onOpenFact }: SheetInputsProps) {
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
