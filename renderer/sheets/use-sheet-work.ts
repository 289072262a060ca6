import { useState } from 'react'
import type { FactInput } from '../../contract/fact.ts'
import type { Sheet } from '../../contract/sheet.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { useLast } from '../state/use-last.ts'
import { useLoaded } from '../state/use-loaded.ts'
import type { UserFailure } from '../state/user-failure.ts'

/** The case sheet that is open in a matter: whom it is about, and what is typed in it and not recorded yet. */
export type SheetWork = {
  readonly goal: string | null
  readonly sheet: Sheet | null
  readonly failure: UserFailure | null
  readonly typed: readonly FactInput[]
  readonly onChoose: (goal: string) => void
  readonly onAbout: (about: readonly string[]) => void
  readonly onType: (typed: readonly FactInput[]) => void
}

type Open = { readonly goal: string; readonly about: readonly string[]; readonly typed: readonly FactInput[] }

const TYPING_MS = 150

export function useSheetWork(matter: string, asOf: string | null): SheetWork {
  const [open, setOpen] = useState<Open | null>(null)
  const asked = open && JSON.stringify({ matter, ...open, asOf })
  const key = useDelayed(asked, TYPING_MS)
  const loaded = useLoaded(
    key,
    (client, signal) => client.sheet.open(JSON.parse(key ?? '{}'), { signal }),
    (event) => event.type === 'packs-changed' || (event.type === 'facts-changed' && event.matter === matter),
  )
  const last = useLast(loaded.value)
  const change = (next: Partial<Open>) => open && setOpen({ ...open, ...next })
  return {
    goal: open?.goal ?? null,
    // The sheet of another goal must not stand under the name of this one.
    sheet: last?.calculator.name === open?.goal ? last : null,
    failure: loaded.failure,
    typed: open?.typed ?? [],
    onChoose: (goal) => setOpen({ goal, about: [], typed: [] }),
    onAbout: (about) => change({ about }),
    onType: (typed) => change({ typed }),
  }
}
