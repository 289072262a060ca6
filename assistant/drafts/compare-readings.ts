import { setImmediate as turn } from 'node:timers/promises'
import type { ChangePlace, TextChange } from '../../compare/change.ts'
import { compareTexts, type Comparison } from '../../compare/compare-texts.ts'
import { type ComparedPage, wholeText } from '../../compare/compared-text.ts'
import type { Change, ChangeSide, CompareEvent } from '../../contract/drafts/comparison.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { sayChange } from './say-change.ts'

/** A document as it was read, to be held against another. */
export type ComparedReading = {
  readonly name: string
  /** 0: of a file that no matter holds. */
  readonly textVersion: number
  readonly pages: readonly ComparedPage[]
}

/** The changes from one reading to another, the weightiest first. By code alone; nothing is kept. Throws `WRONG_USE` for one without text. */
export async function* compareReadings(
  before: ComparedReading,
  after: ComparedReading,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, void, void> {
  for (const { name, pages } of [before, after])
    if (pages.every(({ text }) => text.trim() === ''))
      throw new Failure('WRONG_USE', message('failures.comparison.emptyFile', { document: name }))
  const { changes, sameShare, isUnrelated } = yield* steps(before, after, signal)
  const texts = { before: wholeText(before.pages), after: wholeText(after.pages) }
  for (const [at, change] of changes.entries()) yield { type: 'change', ...told(change, at, texts) }
  yield {
    type: 'compare-end',
    changes: changes.length,
    tracked: 0,
    notTracked: 0,
    sameShare,
    unrelated: isUnrelated,
    beforeVersion: before.textVersion,
    afterVersion: after.textVersion,
    comments: [],
  }
}

/** Others have a turn between the steps, so that a long comparison stops no answer. */
async function* steps(
  before: ComparedReading,
  after: ComparedReading,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, Comparison, void> {
  const comparing = compareTexts(before.pages, after.pages)
  for (;;) {
    const next = comparing.next()
    if (next.done) return next.value
    yield { type: 'compare-progress', ...next.value }
    await turn()
    signal.throwIfAborted()
  }
}

type Texts = { readonly before: string; readonly after: string }

function told(change: TextChange, at: number, { before, after }: Texts): Change {
  const { kind, group, weight, said } = change
  return {
    changeId: `c${at + 1}`,
    kind,
    group,
    weight,
    before: change.before && side(change.before, before),
    after: change.after && side(change.after, after),
    said: sayChange(said),
    tracked: null,
  }
}

function side({ start, end, part, words }: ChangePlace, text: string): ChangeSide {
  const { number, section, page } = part
  return { start, end, text: text.slice(start, end), number, section, page, words: [...words] }
}
