import { useRef, useState } from 'react'
import type { Claim, PassageSource, Source } from '../../../contract/answers/answer.ts'
import { type Block, partsOf } from '../threads.ts'

/** What the evidence column shows: a source of an answer, and the sentence from which it was opened. */
export type OpenedSource = {
  /** The answer it belongs to; null while that has no name yet. */
  readonly answerId: string | null
  readonly source: string
  /** Index of the sentence, or null when opened from the list of evidence. */
  readonly claim: number | null
  /** False when the column only follows along: then the focus stays, and a narrow window shows no sheet. */
  readonly isOnPurpose: boolean
  /** Counts up, so that opening the same source again moves the focus again. */
  readonly times: number
}

type Spans = readonly { readonly start: number; readonly end: number }[]

/** The words to mark: what the sentence quotes from this source; else what any sentence quotes from it; else the passage. */
export function spansOf(source: PassageSource, claim: Claim | null, claims: readonly Claim[]): Spans {
  const quotedBy = (some: readonly Claim[]) =>
    some
      .flatMap(({ citations }) => citations)
      .filter((citation) => 'quote' in citation)
      .filter((citation) => citation.source === source.source)
  const own = claim ? quotedBy([claim]) : []
  const quotes = own.length > 0 ? own : quotedBy(claims)
  const spans = quotes.filter(({ start, end }) => end > start)
  return spans.length > 0 ? spans.map(({ start, end }) => ({ start, end })) : [{ start: source.start, end: source.end }]
}

/** The page on which the marked words begin. */
export function pageOf(source: PassageSource, claim: Claim | null): number | null {
  const cited = claim?.citations.find((citation) => citation.source === source.source)
  return cited && 'page' in cited ? cited.page : source.page
}

/** The source before or after this one, in the order of the list; null at the ends. */
export function neighbour(sources: readonly Source[], source: string, step: 1 | -1): Source | null {
  const at = sources.findIndex((other) => other.source === source)
  return at < 0 ? null : (sources[at + step] ?? null)
}

export type SourceOpener = {
  readonly opened: OpenedSource | null
  /** Opens it and moves the focus to it. */
  open(answerId: string | null, source: string, claim: number | null): void
  /** Shows it without moving the focus. */
  follow(answerId: string | null, source: string | null, claim: number): void
  /** Closes it; a focus inside it goes back to where it was opened. */
  close(): void
}

/**
 * What the evidence column shows. Until something is opened it is the first passage of the last answer; of an earlier one that is come back
 * to, the passage that it cites first.
 */
export function useOpenedSource(blocks: readonly Block[]): SourceOpener {
  const [chosen, setChosen] = useState<OpenedSource | 'closed' | null>(null)
  const origin = useRef<HTMLElement | null>(null)
  // Going back to a sentence must not open again what was just closed.
  const isClosing = useRef(false)
  const times = chosen && chosen !== 'closed' ? chosen.times : 0
  const isHere =
    chosen !== null && chosen !== 'closed' && blocks.some((block) => partsOf(block).answerId === chosen.answerId)
  return {
    opened: chosen === 'closed' ? null : isHere ? chosen : firstSource(blocks),
    open(answerId, source, claim) {
      const active = document.activeElement
      if (active instanceof HTMLElement && !active.closest('aside')) origin.current = active
      setChosen({ answerId, source, claim, isOnPurpose: true, times: times + 1 })
    },
    follow(answerId, source, claim) {
      if (isClosing.current) return
      const shown = source ?? (isHere ? chosen.source : firstSource(blocks)?.source)
      if (shown) setChosen({ answerId, source: shown, claim, isOnPurpose: false, times })
    },
    close() {
      setChosen('closed')
      const active = document.activeElement
      if (active !== document.body && !active?.closest('aside')) return
      isClosing.current = true
      if (origin.current?.isConnected) origin.current.focus()
      else document.getElementById('work')?.focus()
      isClosing.current = false
    },
  }
}

function firstSource(blocks: readonly Block[]): OpenedSource | null {
  const last = blocks.at(-1)
  if (!last) return null
  const { answerId, sources, ranked } = partsOf(last)
  const cited = last.kind === 'finished' ? last.answer.claims.flatMap(({ citations }) => citations) : []
  const firstCited = cited.find((citation) => 'quote' in citation)?.source
  const first = sources.find(({ source }) => source === (firstCited ?? ranked[0]))
  return first ? { answerId, source: first.source, claim: null, isOnPurpose: false, times: 0 } : null
}
