import { useMemo, useState } from 'react'
import type { PageText } from '../../../contract/document.ts'
import { useDelayed } from '../../state/use-delayed.ts'
import { findHits, firstHitFrom, foldPages, type Hit } from './find-hits.ts'

const TYPING_MS = 150

export type Search = {
  readonly isOpen: boolean
  readonly typed: string
  /** Null while the text is not there yet, or nothing is looked for. */
  readonly hits: readonly Hit[] | null
  /** Index of the hit that is gone to. */
  readonly at: number
  /** Counts up with every step, also one that leads to the same hit. */
  readonly steps: number
  open(): void
  close(): void
  type(text: string): void
  step(by: 1 | -1): void
}

/** Looks for words in the whole text of a document; `page` is where one is when one begins to look. */
export function useSearch(text: readonly PageText[] | null, page: number | null): Search {
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [from, setFrom] = useState<number | null>(null)
  const [chosen, setChosen] = useState<{ readonly words: string; readonly at: number } | null>(null)
  const [steps, setSteps] = useState(0)
  const words = useDelayed(typed, TYPING_MS)
  const isWanted = isOpen && words.trim() !== ''
  // Folding costs about 0.1 s a million characters, so it waits until there is something to look for.
  const folded = useMemo(() => (isWanted && text ? foldPages(text) : null), [isWanted, text])
  const hits = useMemo(() => (folded ? findHits(folded, words) : null), [folded, words])
  const at = hits && (chosen?.words === words ? chosen.at : firstHitFrom(hits, from))
  return {
    isOpen,
    typed,
    hits,
    at: at ?? 0,
    steps,
    open() {
      if (!isOpen) setFrom(page)
      setOpen(true)
    },
    close: () => setOpen(false),
    type: setTyped,
    step(by) {
      if (!hits || hits.length === 0) return
      setSteps(steps + 1)
      setChosen({ words, at: ((at ?? 0) + by + hits.length) % hits.length })
    },
  }
}
