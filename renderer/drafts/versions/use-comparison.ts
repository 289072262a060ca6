import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Change, CompareEvent, CompareInput } from '../../../contract/drafts/comparison.ts'
import { useClient } from '../../state/assistant-context.ts'
import { drawSoon } from '../../state/draw-soon.ts'
import { userFailure, type UserFailure } from '../../state/user-failure.ts'
import { t } from '../../../wording/translate.ts'
import type { DocumentRow } from '../../../contract/document.ts'
import { documentName } from '../../../wording/document-name.ts'

type End = Extract<CompareEvent, { type: 'compare-end' }>

/** Two documents as they are compared. The engine keeps nothing of it. */
type Comparison = {
  readonly state: 'running' | 'stopped' | 'failed' | 'done'
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly changes: readonly Change[]
  readonly end: End | null
  readonly failure: UserFailure | null
}

const BEGUN: Comparison = { state: 'running', progress: null, changes: [], end: null, failure: null }

export type ComparisonWork = Comparison & {
  stop(): void
  again(): void
}

/** Compares these two as soon as they are shown, and stops when they no longer are; for others it is to be a new one. */
export function useComparison(matter: string, before: string | null, after: string): ComparisonWork {
  const client = useClient()
  const [comparison, setComparison] = useState(BEGUN)
  const [attempt, setAttempt] = useState(0)
  const abort = useRef<AbortController | null>(null)
  const compare = useEffectEvent(async (input: CompareInput, signal: AbortSignal, _attempt: number) => {
    let now = BEGUN
    const drawing = drawSoon(() => {
      if (!signal.aborted) setComparison(now)
    })
    try {
      for await (const event of await client.comparison.compare(input, { signal })) {
        if (signal.aborted) return
        now = afterEvent(now, event)
        drawing.soon()
      }
    } catch (caught) {
      now = { ...now, state: 'failed', failure: userFailure(caught, t('drafts.compare.kept')) }
      drawing.soon()
    } finally {
      drawing.end()
    }
  })
  useEffect(() => {
    const controller = new AbortController()
    abort.current = controller
    void compare({ matter, before, after }, controller.signal, attempt)
    return () => controller.abort()
  }, [matter, before, after, attempt])
  return {
    ...comparison,
    stop() {
      abort.current?.abort()
      setComparison({ ...comparison, state: 'stopped' })
    },
    again() {
      setComparison(BEGUN)
      setAttempt(attempt + 1)
    },
  }
}

function afterEvent(now: Comparison, event: CompareEvent): Comparison {
  if (event.type === 'compare-progress') return { ...now, progress: { done: event.done, of: event.of } }
  if (event.type === 'change') return { ...now, changes: [...now.changes, event] }
  return { ...now, state: 'done', end: event }
}

/** One side of a comparison: a document as it is, or as it was before its file was replaced. */
export type ComparedSide = Pick<DocumentRow, 'documentId' | 'document'> & {
  readonly title: string
  /** The reading of the previous version; null: the present one. */
  readonly textVersion: number | null
}

export function presentSide({ documentId, document }: DocumentRow): ComparedSide {
  return { documentId, document, title: documentName(document), textVersion: null }
}

/** Null where nothing is kept of it. */
export function previousSide({ documentId, document, previous }: DocumentRow): ComparedSide | null {
  if (previous === null) return null
  return { documentId, document, title: previousTitle(document), textVersion: previous.textVersion }
}

export function previousTitle(document: string): string {
  return t('drafts.compare.previousOf', { document: documentName(document) })
}

/** As the assistant is asked for it. */
export function askedBefore({ documentId, textVersion }: ComparedSide): string | null {
  return textVersion === null ? documentId : null
}
