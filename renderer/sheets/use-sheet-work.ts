import { useState } from 'react'
import { isAnswerTo } from '../../contract/knowledge/calculator-input.ts'
import type { FactInput } from '../../contract/knowledge/fact.ts'
import type { KnownInputs } from '../../contract/knowledge/rule.ts'
import type { Sheet, SheetInput } from '../../contract/knowledge/sheet.ts'
import { useDelayed, useLast } from '../state/use-delayed.ts'
import { useNavigation } from '../state/navigation-context.ts'
import type { Place } from '../state/place.ts'
import { useLoaded } from '../state/use-loaded.ts'
import type { UserFailure } from '../state/user-failure.ts'

/** The case sheet that is open in a matter: whom it is about, and what is typed in it and not recorded yet. */
export type SheetWork = {
  readonly goal: string | null
  /** Of the goal; null until it is known. */
  readonly title: string | null
  /** Of the goal and of whom it is about; null until it is there. */
  readonly sheet: Sheet | null
  /** Why the sheet does not answer to what is asked now; one that is shown all the same is older. */
  readonly failure: UserFailure | null
  readonly about: readonly string[]
  /** Whose facts there are to choose among, and who is chosen. */
  readonly whose: KnownInputs['whose']
  readonly typed: readonly FactInput[]
  /** Whether the sheet is what is recorded and nothing else. */
  readonly isRecorded: boolean
  /** The goal that is open already stays as it is, unless somebody is named. */
  readonly onChoose: (goal: string, about?: readonly string[]) => void
  readonly onAbout: (about: readonly string[]) => void
  /** What is typed for an input; null: nothing that can be read. */
  readonly onType: (input: SheetInput, answer: FactInput | null) => void
}

type Entered = { readonly sheet: string; readonly about: readonly string[]; readonly typed: readonly FactInput[] }

const TYPING_MS = 150

/** Where the case sheet of a goal is. */
export function sheetPlace(matter: string, goal: string): Partial<Place> {
  return { name: 'facts', factsTab: 'sheets', sheet: `${matter}/${goal}` }
}

/** Of another matter no sheet is open here. */
function goalIn({ sheet }: Pick<Place, 'sheet'>, matter: string): string | null {
  return sheet?.startsWith(`${matter}/`) ? sheet.slice(matter.length + 1) : null
}

export function useSheetWork(matter: string, asOf: string | null): SheetWork {
  const { place, replace } = useNavigation()
  const goal = goalIn(place, matter)
  const { about, typed, change, enter } = useEntered(place.sheet ?? '')
  const asking = goal === null ? null : { matter, goal, about: [...about], typed: [...typed], asOf }
  const asked = asking && JSON.stringify(asking)
  const key = useDelayed(asked, TYPING_MS)
  const opened: typeof asking = key === null ? null : JSON.parse(key)
  const loaded = useLoaded(
    (of) => of.sheet.open,
    opened,
    (sheet) => ({ about: String(opened?.about), sheet }),
  )
  const last = useLast(loaded.value)
  return {
    goal,
    ...shownOf(last?.sheet.calculator.name === goal ? last : null, about),
    failure: loaded.failure,
    about,
    typed,
    isRecorded: typed.length === 0 && key === asked && loaded.value !== null,
    onChoose: (chosen, named) => {
      if (named || chosen !== goal) enter({ sheet: `${matter}/${chosen}`, about: named ?? [], typed: [] })
      replace(sheetPlace(matter, chosen))
    },
    onAbout: (names) => change(() => ({ about: names, typed: [] })),
    onType: (input, answer) =>
      change((now) => ({
        typed: [...now.typed.filter((one) => !isAnswerTo(input, one)), ...(answer === null ? [] : [answer])],
      })),
  }
}

type Opened = { readonly about: string; readonly sheet: Sheet }

/** What is shown of the last sheet of a goal: of one person nothing under the name of another. */
function shownOf(last: Opened | null, about: readonly string[]): Pick<SheetWork, 'title' | 'sheet' | 'whose'> {
  if (!last) return { title: null, sheet: null, whose: [] }
  const { sheet } = last
  const whose = sheet.whose.map((one) => ({ ...one, chosen: one.names.find((name) => about.includes(name)) ?? null }))
  return { title: sheet.calculator.title, sheet: last.about === String(about) ? sheet : null, whose }
}

/** What was entered belongs to one sheet, and is gone with it. */
function useEntered(sheet: string) {
  const [held, enter] = useState<Entered>({ sheet, about: [], typed: [] })
  const of = (one: Entered): Entered => (one.sheet === sheet ? one : { sheet, about: [], typed: [] })
  const change = (next: (now: Entered) => Partial<Entered>) =>
    enter((last) => {
      const now = of(last)
      return { ...now, ...next(now) }
    })
  return { ...of(held), change, enter }
}
