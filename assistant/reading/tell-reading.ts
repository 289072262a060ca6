import type { ReadingProgress } from '../../contract/document.ts'
import type { Events } from '../home/events.ts'
import type { ReadingEvent } from './reading-event.ts'

export type TellReadingOptions = {
  readonly events: Events
  readonly progress: () => ReadingProgress
  /** A document has ended, so that the totals of the matter have changed. Called at once: the matter may close any time. */
  readonly onEnd: () => void
}

/** Windows look at all documents again at every word; small documents end a hundred times a second. */
const TOLD_EVERY_MS = 250

/** Tells the windows how reading goes, not more often than they can follow; the last word always comes. */
export function createReadingTeller({ events, progress, onEnd }: TellReadingOptions): Disposable & {
  take(event: ReadingEvent): void
} {
  const due = { documents: false, totals: false }
  let toldMs = 0
  let timer: NodeJS.Timeout | undefined

  function tellDue(): void {
    timer = undefined
    toldMs = performance.now()
    try {
      tell()
    } catch (error) {
      // Nobody called who could be told: a store that cannot be read says so at the next call of a window.
      process.emitWarning(error as Error)
    }
  }

  function tell(): void {
    const told = progress()
    events.tell({ type: 'reading', progress: told })
    if (due.totals) events.tell({ type: 'matters-changed' })
    if (due.documents) events.tell({ type: 'documents-changed', matter: told.matter })
    Object.assign(due, { documents: false, totals: false })
  }

  return {
    take({ type }) {
      due.documents ||= type === 'start' || type === 'end'
      due.totals ||= type === 'end'
      if (type === 'end') onEnd()
      if (timer) return
      timer = setTimeout(tellDue, Math.max(0, toldMs + TOLD_EVERY_MS - performance.now()))
      timer.unref()
    },
    [Symbol.dispose]() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
