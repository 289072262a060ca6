import { useEffect, useMemo, useRef, useState } from 'react'
import type { PageText } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { Stepper } from '../parts/stepper.tsx'
import { useDelayed } from '../state/use-delayed.ts'
import { findHits, firstHitFrom, foldPages, type Hit } from './find-hits.ts'
import { t } from '../../wording/translate.ts'

type Props = { readonly search: Search; readonly onClose: () => void }

/** Looks for words in the document: Enter goes to the next place, Shift and Enter to the one before. */
export function SearchBar({ search, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Esc closes the search alone, not the document with it.
    event.preventDefault()
    if (event.key === 'Escape') onClose()
    else search.step(event.shiftKey ? -1 : 1)
  }
  return (
    <search className="find-line">
      <input
        ref={field}
        type="search"
        autoComplete="off"
        aria-label={t('viewer.find.label')}
        placeholder={t('viewer.find.label')}
        value={search.typed}
        onChange={({ target }) => search.type(target.value)}
        onKeyDown={press}
      />
      <span className="small soft num" aria-live="polite" data-testid="find-count">
        {hitWords(search)}
      </span>
      <Stepper
        at={search.at + 1}
        all={search.hits?.length ?? 0}
        words={{ previous: t('viewer.find.previous'), next: t('viewer.find.next') }}
        wraps
        onStep={search.step}
      />
      <Button look="quiet" isSmall onClick={onClose}>
        {t('frame.buttons.close')}
      </Button>
    </search>
  )
}

function hitWords({ hits, at }: Search): string {
  if (!hits) return ''
  return hits.length === 0 ? t('viewer.find.nothing') : t('viewer.find.position', { at: at + 1, all: hits.length })
}

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
