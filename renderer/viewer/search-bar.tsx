import { useEffect, useMemo, useRef, useState } from 'react'
import type { PageText } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { Stepper } from '../parts/stepper.tsx'
import { useDelayed } from '../state/use-delayed.ts'
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

/** Where the searched words stand: offsets of the whole document's text. */
type Hit = { readonly start: number; readonly end: number; readonly page: number | null }

type FoldedPage = Pick<PageText, 'page' | 'start'> & { readonly folded: FoldedText }

export function foldPages(pages: readonly PageText[]): readonly FoldedPage[] {
  return pages.map(({ page, start, text }) => ({ page, start, folded: foldText(text) }))
}

/** All places of the words in the order of the text. They are found as they are typed, parts of longer words as well. */
export function findHits(pages: readonly FoldedPage[], typed: string): readonly Hit[] {
  const words = foldText(typed.trim()).text
  if (words === '') return []
  const hits: Hit[] = []
  for (const { page, start, folded } of pages)
    for (let at = folded.text.indexOf(words); at >= 0; at = folded.text.indexOf(words, at + words.length))
      hits.push({ ...placeOf(folded, at, at + words.length, start), page })
  return hits
}

function placeOf({ offsets }: FoldedText, from: number, to: number, pageStart: number) {
  const start = offsets[from] ?? 0
  // One letter of the original may be several here (a ligature); a part of it stands for all of it.
  const end = Math.max(offsets[to] ?? 0, (offsets[to - 1] ?? 0) + 1)
  return { start: pageStart + start, end: pageStart + end }
}

/** The first hit on that page or after it; the first of all when there is none. */
export function firstHitFrom(hits: readonly Hit[], page: number | null): number {
  const at = hits.findIndex((hit) => page === null || (hit.page ?? 0) >= page)
  return Math.max(0, at)
}

/** A text without accents, capitals and differences of white space, quotes and dashes. */
type FoldedText = {
  readonly text: string
  /** Offset in the original of each of its units, and of the end. */
  readonly offsets: Int32Array
}

const SPACE = 32
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  '\u00ad': '',
}

/** Folds a text for searching. Runs of white space become one space, so that a phrase is found across the end of a line. */
export function foldText(text: string): FoldedText {
  const codes: number[] = []
  const offsets: number[] = []
  const push = (code: number, at: number) => {
    if (code === SPACE && codes.at(-1) === SPACE) return
    codes.push(code)
    offsets.push(at)
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 128) push(foldAscii(code), at)
    else {
      const letter = String.fromCodePoint(text.codePointAt(at) ?? code)
      for (const unit of foldLetter(letter)) push(unit.charCodeAt(0), at)
      at += letter.length - 1
    }
  }
  offsets.push(text.length)
  return { text: fromCodes(codes), offsets: Int32Array.from(offsets) }
}

function foldAscii(code: number): number {
  if (code >= 65 && code <= 90) return code + 32
  return code <= SPACE ? SPACE : code
}

function foldLetter(letter: string): readonly string[] {
  const lower = letter.toLowerCase()
  const folded = (PLAIN[lower] ?? lower.normalize('NFKD').replace(/\p{M}/gu, '')).replace(/\s+/g, ' ')
  return folded.toLowerCase().split('')
}

/** In parts: a call takes only so many arguments. */
function fromCodes(codes: readonly number[]): string {
  const parts: string[] = []
  for (let from = 0; from < codes.length; from += 8192)
    parts.push(String.fromCharCode(...codes.slice(from, from + 8192)))
  return parts.join('')
}
