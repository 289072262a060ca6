import { useRef, useState } from 'react'
import type { Fact, FactForm } from '../../contract/knowledge/fact.ts'
import type { Conclusions } from '../../contract/knowledge/rule.ts'
import type { ProofTools } from '../proof/proof-tools.ts'
import { useDelayed, useLast } from '../state/use-delayed.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { type FactActions, replacedByAnswer, useFactActions } from './fact-actions.ts'
import { useConclusions, useFactForm, useFacts } from './use-fact-data.ts'
import { typedDay } from '../../wording/typed-day.ts'
import { message } from '../../wording/message.ts'

const TYPING_MS = 300

/** What all tabs of facts and rules share. */
export type FactsWork = {
  readonly form: FactForm | null
  readonly facts: readonly Fact[]
  readonly conclusions: Conclusions | null
  readonly failure: UserFailure | null
  /** As typed; empty: today. */
  readonly day: string
  readonly asOf: string | null
  setDay(day: string): void
  /** Asks once more for what follows, after it was stopped. */
  concludeAgain(): void
  /** Answers given inside a proof. */
  readonly answering: FactActions
  readonly tools: ProofTools
  readonly shown: Shown | null
  openFact(fact: Fact): void
  openWhatIf(conclusion: number): void
  /** Opens what the tab shows by itself, where the window is narrow. */
  openOwn(): void
  /** Closes the right column; the focus goes back to where it was opened. */
  close(): void
  forgetShown(): void
}

export function useFactsWork(matter: string): FactsWork {
  const [day, setDay] = useState('')
  const asOf = useDelayed(typedDay(day), TYPING_MS)
  const form = useFactForm(matter)
  const list = useFacts(matter)
  const conclusions = useConclusions(matter, asOf)
  const shownConclusions = useLastFull(conclusions.value)
  const answering = useFactActions(matter)
  const [shown, setShown] = useState<Shown | null>(null)
  const origin = useRef<HTMLElement | null>(null)
  const facts = list.value ?? []
  const times = (shown?.times ?? 0) + 1
  const rememberOrigin = () => {
    const active = document.activeElement
    if (active instanceof HTMLElement && !active.closest('aside')) origin.current = active
  }
  const openFact = ({ id }: Fact) => {
    rememberOrigin()
    setShown({ kind: 'fact', id, times })
  }
  return {
    form: form.value,
    facts,
    conclusions: shownConclusions,
    failure: form.failure ?? list.failure ?? conclusions.failure,
    day,
    asOf,
    setDay,
    concludeAgain: conclusions.reload,
    answering,
    tools: {
      facts: new Map(facts.map((fact) => [fact.id, fact])),
      relations: form.value?.relations ?? [],
      onOpenFact: openFact,
      onAnswer: (input) => answering.set(input, (now) => replacedByAnswer(input, now)),
      asked: NONE,
    },
    shown,
    openFact,
    openWhatIf(conclusion) {
      rememberOrigin()
      setShown({ kind: 'what-if', conclusion, times })
    },
    openOwn() {
      rememberOrigin()
      setShown({ kind: 'own', times })
    },
    close() {
      setShown(null)
      if (origin.current?.isConnected) origin.current.focus()
      else document.getElementById('work')?.focus()
    },
    forgetShown: () => setShown(null),
  }
}

/** Where everything was stopped, what followed before stays, with why it is old. */
function useLastFull(value: Conclusions | null): Conclusions | null {
  const isLost = value !== null && value.stopped !== null && value.conclusions.length === 0
  const last = useLast(isLost ? null : value)
  if (!isLost || !last) return last ?? value
  return { ...last, stopped: value.stopped && message('facts.stoppedBefore', { why: value.stopped }) }
}

const NONE: ReadonlySet<string> = new Set()

/** What the right column was asked to show; null: what its tab shows by itself. `times` tells one opening from the next. */
export type Shown =
  | { readonly kind: 'fact'; readonly id: string; readonly times: number }
  | { readonly kind: 'what-if'; readonly conclusion: number; readonly times: number }
  /** What the tab shows by itself, as a sheet where it has no column. */
  | { readonly kind: 'own'; readonly times: number }
