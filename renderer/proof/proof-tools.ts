import { useEffect, useRef } from 'react'
import type { Fact, FactInput, FormRelation } from '../../contract/knowledge/fact.ts'

/** What a proof needs of the place in which it stands. */
export type ProofTools = {
  /** The facts of the matter by their ids: where a premise comes from. */
  readonly facts: ReadonlyMap<string, Fact>
  readonly onOpenFact: (fact: Fact) => void
  /** The forms of what can be answered. */
  readonly relations: readonly FormRelation[]
  /** Records an answer to what is missing; null where nothing can be recorded. */
  readonly onAnswer: ((input: FactInput) => Promise<boolean>) | null
  /** Questions that stand above the proof already. */
  readonly asked: ReadonlySet<string>
}

/** For a proof beside a form: its inputs are no facts to open, and the form asks for what is missing. */
export const NO_TOOLS: ProofTools = {
  facts: new Map(),
  onOpenFact: () => {},
  relations: [],
  onAnswer: null,
  asked: new Set(),
}

/** Marks what an answered question leaves the focus to. */
export const PROOF_HOME = 'data-proof-home'

/**
 * A question goes when it is answered, and the focus with it: then the next one of the same conclusion has it, else the
 * conclusion itself. To be given to the question's element.
 */
export function useFocusKept(isShown: boolean): React.RefObject<HTMLDivElement | null> {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = line.current
    const home = element?.closest<HTMLElement>(`[${PROOF_HOME}]`) ?? null
    let hadFocus = false
    const take = () => {
      hadFocus = true
    }
    // To nothing at all: as it goes when the element is taken out.
    const leave = ({ relatedTarget }: FocusEvent) => {
      hadFocus = relatedTarget === null
    }
    element?.addEventListener('focusin', take)
    element?.addEventListener('focusout', leave)
    return () => {
      element?.removeEventListener('focusin', take)
      element?.removeEventListener('focusout', leave)
      if (hadFocus && isFocusLost()) passOn(home)
    }
    // The element comes and goes with it.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [isShown])
  return line
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

function passOn(home: HTMLElement | null): void {
  const next = home?.querySelector<HTMLElement>('[data-testid=missing] button, [data-testid=missing] input')
  const target = next ?? home?.querySelector<HTMLElement>('button') ?? home?.closest<HTMLElement>('aside')
  target?.focus()
}
