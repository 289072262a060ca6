import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { SheetGoal } from '../../contract/knowledge/sheet.ts'
import { byField, type ChosenField } from '../../contract/work-field.ts'
import { QUESTION_BOX } from '../ask/question/question-box.tsx'
import { useFactForm } from '../facts/use-fact-data.ts'
import { packName, usePackNames } from '../knowledge/pack-names.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { lawPlaceWords } from '../../wording/law-place.ts'
import { t } from '../../wording/translate.ts'
import { focusNextAsked } from './sheet-input-row.tsx'

type Props = {
  /** Whose sheet is open below: then the list stands only while something is typed. */
  readonly goal: string | null
  readonly onChoose: (goal: string) => void
}

const TYPING_MS = 120

/**
 * Finds a score, a dose or a deadline by name, by subject or by the words of a question; the arrows choose, Enter opens, and Enter once
 * more goes to the first input that is missing.
 */
export function GoalBox({ goal, onChoose }: Props) {
  const matter = useMatter().id
  const [text, setText] = useState('')
  const [at, setAt] = useState(NONE)
  const list = useId()
  const { goals, examples, isFound, isChoosable, none, failure } = useGoals(matter, text)
  const isOpen = goal === null || text !== ''
  const shown = isOpen ? goals : []
  const { box, focusAgain } = useFocusAfterChoice(goal)
  const write = (written: string) => {
    setText(written)
    setAt(written.trim() === '' ? NONE : 0)
    setEntered(false)
  }
  const choose = (chosen: string) => {
    write('')
    focusAgain()
    onChoose(chosen)
  }
  const [isEntered, setEntered] = useState(false)
  useEntered(isEntered && isChoosable ? shown[at] : undefined, choose)
  const press = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && isChoosable && shown.length > 0) {
      event.preventDefault()
      setAt(at === NONE && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length)
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // Else the same key press would send the form of the field that gets the focus.
    event.preventDefault()
    if (text.trim() !== '' || at !== NONE) setEntered(true)
    else focusNextAsked(null)
  }
  return (
    <div className="goal no-print">
      <label htmlFor={`${list}-box`}>{t('sheets.goals.question')}</label>
      <input
        {...{ [QUESTION_BOX]: '' }}
        ref={box}
        type="text"
        id={`${list}-box`}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={isChoosable && shown[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        placeholder={t(`sheets.goals.examples.${examples}`)}
        value={text}
        onChange={({ target }) => write(target.value)}
        onKeyDown={press}
      />
      <p className="small soft" role="status">
        {text.trim() === '' ? '' : isFound ? foundWords(goals.length, none) : t('sheets.goals.looking')}
      </p>
      <FailureNote failure={failure} />
      <div id={list} role="listbox" aria-label={t('sheets.goals.list')} className="goals" hidden={!isOpen}>
        <GoalGroups goals={shown} list={list} at={isChoosable ? at : NONE} onChoose={choose} />
      </div>
    </div>
  )
}

const NONE = -1

/** Whose examples are shown: of the goals that there are where they are of one field, else of the user's own. */
function exampleField(goals: readonly SheetGoal[], chosen: ChosenField): NonNullable<ChosenField> {
  const [field, other] = new Set(goals.flatMap((goal) => goal.field ?? []))
  return other === undefined ? (field ?? chosen ?? 'both') : (chosen ?? 'both')
}

/** A new place gives the focus to its heading; whoever has just chosen in the box goes on in it. */
function useFocusAfterChoice(goal: string | null) {
  const box = useRef<HTMLInputElement>(null)
  const hasChosen = useRef(false)
  useEffect(() => {
    if (hasChosen.current) box.current?.focus()
    hasChosen.current = false
    // Once the place of the other goal is there.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [goal])
  const focusAgain = () => {
    box.current?.focus()
    hasChosen.current = true
  }
  return { box, focusAgain }
}

/** Enter may come before the goals for what was typed: it waits for them, and never opens one that was found for other words. */
function useEntered(entered: SheetGoal | undefined, onChoose: Props['onChoose']): void {
  const choose = useEffectEvent(onChoose)
  useEffect(() => {
    if (entered) choose(entered.goal)
  }, [entered])
}

/** So much of a name tells it from others. */
const NAME_AT_LEAST = 3

/** The goals for what is typed; until they are found those that have its words in their title, which may be chosen already. */
function useGoals(matter: string, text: string) {
  const { field } = useShell().settings
  const question = useDelayed(text.trim(), TYPING_MS)
  const loaded = useLoaded((of) => of.sheet.goals, { matter, question })
  const all = useLoaded((of) => of.sheet.goals, { matter })
  const isFound = question === text.trim() && loaded.value !== null
  // Where a matter uses packs, those of others are not looked in.
  const isOfPacks = (useFactForm(matter).value?.packs.length ?? 0) > 0
  const words = text.toLowerCase().split(/\s+/)
  const titled = (all.value ?? []).filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
  const goals = isFound ? (loaded.value ?? []) : titled
  const isNamed = titled.length > 0 && text.trim().length >= NAME_AT_LEAST
  return {
    // What was found for words stands by how well it fits.
    goals: isFitted(goals) ? goals : bySubject(byField(goals, field, (goal) => goal.field)),
    examples: exampleField(goals, field),
    isFound,
    isChoosable: isFound || isNamed,
    none: isOfPacks ? t('sheets.goals.noneInPacks', { place: t('facts.tabs.facts') }) : t('sheets.goals.none'),
    failure: loaded.failure,
  }
}

function foundWords(count: number, none: string): string {
  return count === 0 ? none : t('sheets.goals.found', { count })
}

type GoalGroupsProps = Pick<Props, 'onChoose'> & {
  readonly goals: readonly SheetGoal[]
  readonly list: string
  readonly at: number
}

/** By subject where all of them are listed; what a question found by how well it fits. */
function GoalGroups({ goals, list, at, onChoose }: GoalGroupsProps) {
  const packs = usePackNames()
  const isPackSaid = new Set(goals.map(({ pack }) => pack)).size > 1
  const numbered = goals.map((goal, index) => ({ goal, index }))
  const groups = isFitted(goals) ? [[null, numbered] as const] : [...Map.groupBy(numbered, ({ goal }) => goal.group)]
  return groups.map(([group, members]) => {
    const items = members.map(({ goal, index }) => (
      <Goal
        key={`${goal.pack} ${goal.goal}`}
        goal={goal}
        id={`${list}-${index}`}
        isChosen={index === at}
        pack={isPackSaid ? packName(packs, goal.pack) : null}
        onChoose={onChoose}
      />
    ))
    if (group === null) return items
    return (
      <div key={group} role="group" aria-label={group}>
        <p className="h" aria-hidden="true">
          {group}
        </p>
        {items}
      </div>
    )
  })
}

type GoalProps = Pick<Props, 'onChoose'> & {
  readonly goal: SheetGoal
  readonly id: string
  readonly isChosen: boolean
  /** What its pack is called, where goals of several packs may have one name. */
  readonly pack: string | null
}

function Goal({ goal: one, id, isChosen, pack, onChoose }: GoalProps) {
  const { goal, title, group, jurisdictions, fit } = one
  const item = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const about = [
    ...(fit > 0 && group ? [group] : []),
    ...jurisdictions.map(lawPlaceWords),
    ...(pack === null ? [] : [pack]),
  ].join(', ')
  return (
    // The keyboard chooses in the box above.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div ref={item} id={id} role="option" aria-selected={isChosen} tabIndex={-1} onClick={() => onChoose(goal)}>
      {title} <small className="soft">{about}</small>
    </div>
  )
}

/** Whether a question found them. */
function isFitted(goals: readonly SheetGoal[]): boolean {
  return goals.some(({ fit }) => fit > 0)
}

/** Those of one subject stand together, each subject where its first stands. */
function bySubject(goals: readonly SheetGoal[]): readonly SheetGoal[] {
  return [...Map.groupBy(goals, ({ group }) => group).values()].flat()
}
