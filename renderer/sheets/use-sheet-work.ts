import { useState } from 'react'
import type { FactInput } from '../../contract/fact.ts'
import type { Sheet } from '../../contract/sheet.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { useLast } from '../state/use-last.ts'
import { useNavigation } from '../state/navigation-context.ts'
import type { Place } from '../state/place.ts'
import { useLoaded } from '../state/use-loaded.ts'
import type { UserFailure } from '../state/user-failure.ts'

/** The case sheet that is open in a matter: whom it is about, and what is typed in it and not recorded yet. */
export type SheetWork = {
  readonly goal: string | null
  readonly sheet: Sheet | null
  readonly failure: UserFailure | null
  readonly about: readonly string[]
  readonly typed: readonly FactInput[]
  readonly onChoose: (goal: string) => void
  readonly onAbout: (about: readonly string[]) => void
  readonly onType: (typed: readonly FactInput[]) => void
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
  const [held, setEntered] = useState<Entered | null>(null)
  // What was entered belongs to one sheet.
  const entered = held?.sheet === place.sheet ? held : null
  const [about, typed] = [entered?.about ?? [], entered?.typed ?? []]
  const asked = goal === null ? null : JSON.stringify({ matter, goal, about, typed, asOf })
  const key = useDelayed(asked, TYPING_MS)
  const loaded = useLoaded(
    key,
    (client, signal) => client.sheet.open(JSON.parse(key ?? '{}'), { signal }),
    (event) => event.type === 'packs-changed' || (event.type === 'facts-changed' && event.matter === matter),
  )
  const last = useLast(loaded.value)
  const change = (next: Partial<Entered>) => setEntered({ sheet: place.sheet ?? '', about, typed, ...next })
  return {
    goal,
    // The sheet of another goal must not stand under the name of this one.
    sheet: goal !== null && last?.calculator.name === goal ? last : null,
    failure: loaded.failure,
    about,
    typed,
    onChoose: (chosen) => replace(sheetPlace(matter, chosen)),
    onAbout: (names) => change({ about: names }),
    onType: (answers) => change({ typed: answers }),
  }
}
