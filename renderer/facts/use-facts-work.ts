import { useRef, useState } from 'react'
import type { Fact, FactForm } from '../../contract/fact.ts'
import type { UserFailure } from '../state/user-failure.ts'
import type { Shown } from './shown.ts'
import { useFactForm, useFacts } from './use-fact-data.ts'

/** What the place of facts and its right column share. */
export type FactsWork = {
  readonly form: FactForm | null
  readonly facts: readonly Fact[]
  readonly failure: UserFailure | null
  readonly shown: Shown | null
  openFact(fact: Fact): void
  /** Closes the right column; the focus goes back to where it was opened. */
  close(): void
}

export function useFactsWork(matter: string): FactsWork {
  const form = useFactForm(matter)
  const list = useFacts(matter)
  const [shown, setShown] = useState<Shown | null>(null)
  const origin = useRef<HTMLElement | null>(null)
  return {
    form: form.value,
    facts: list.value ?? [],
    failure: form.failure ?? list.failure,
    shown,
    openFact({ id }) {
      const active = document.activeElement
      if (active instanceof HTMLElement && !active.closest('aside')) origin.current = active
      setShown({ kind: 'fact', id, times: (shown?.times ?? 0) + 1 })
    },
    close() {
      setShown(null)
      if (origin.current?.isConnected) origin.current.focus()
      else document.getElementById('work')?.focus()
    },
  }
}
