import { setImmediate as turn } from 'node:timers/promises'
import type { ChangePlace, TrackedChange } from '../../compare/change.ts'
import { compareTexts, type Comparison } from '../../compare/compare-texts.ts'
import { type ComparedBlock, type ComparedPage, PAGE_BREAK, wholeText } from '../../compare/compared-text.ts'
import { isLaidOver, isMargin } from '../../compare/read-parts.ts'
import type { TextMark } from '../../compare/rejected-words.ts'
import type { Change, ChangeSide, CompareEnd, CompareEvent, NotCompared } from '../../contract/drafts/comparison.ts'
import type { PageMark } from '../../library/read/read-page.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { sayChange } from './say-change.ts'

/** A document as it was read, to be held against another. */
export type ComparedReading = {
  readonly name: string
  /** 0: of a file that no matter holds. */
  readonly textVersion: number
  readonly pages: readonly MarkedPage[]
  /** Its file marks changes in places that are not known of this reading. */
  readonly hasUnknownMarks?: boolean
}

/** A page with the tracked changes and comments of its file. */
type MarkedPage = ComparedPage & { readonly marks?: readonly PageMark[] }

type CompareOptions = {
  /** Whether a dictionary has a word, in small letters. */
  readonly isWord: (word: string) => boolean
  readonly signal: AbortSignal
}

/** The changes from one reading to another, the weightiest first. By code alone; nothing is kept. Throws `WRONG_USE` for one without text. */
export async function* compareReadings(
  before: ComparedReading,
  after: ComparedReading,
  { isWord, signal }: CompareOptions,
): AsyncGenerator<CompareEvent, void, void> {
  const marks = {
    before: marksOf(before),
    after: marksOf(after),
    counted: placedMarks(after.pages).filter(({ kind }) => kind === 'number'),
  }
  const { changes, sameShare, isUnrelated } = yield* compareInTurns(before, after, { marks, isWord }, signal)
  const texts = { before: wholeText(before.pages), after: wholeText(after.pages) }
  for (const [at, change] of changes.entries()) yield { type: 'change', ...asChange(change, at, texts) }
  yield {
    type: 'compare-end',
    changes: changes.length,
    tracked: changes.filter(({ tracked }) => tracked !== null && tracked !== 'none').length,
    notTracked: changes.filter(({ tracked }) => tracked === 'none').length,
    sameShare,
    unrelated: isUnrelated,
    notCompared: notCompared(before, after),
    beforeVersion: before.textVersion,
    afterVersion: after.textVersion,
    comments: [...commentsOf(before), ...commentsOf(after)],
  }
}

type Named = Pick<ComparedReading, 'name' | 'pages'>

/**
 * Compares two documents. Others have a turn between its steps, so that a long comparison stops no answer. Throws `WRONG_USE` for one without
 * text.
 */
export async function* compareInTurns(
  before: Named,
  after: Named,
  known: Parameters<typeof compareTexts>[2],
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, Comparison, void> {
  for (const { name, pages } of [before, after])
    if (pages.every(({ text }) => text.trim() === ''))
      throw new Failure('WRONG_USE', message('failures.comparison.emptyFile', { document: name }))
  const steps = compareTexts(before.pages, after.pages, known)
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
    yield { type: 'compare-progress', ...next.value }
    await turn()
    signal.throwIfAborted()
  }
}

function marksOf({ pages }: ComparedReading): readonly TextMark[] {
  return placedMarks(pages).flatMap(({ kind, ...mark }) =>
    kind === 'comment' || kind === 'number' ? [] : [{ ...mark, kind }],
  )
}

/** In offsets of the whole text. */
function placedMarks(pages: readonly MarkedPage[]): readonly PageMark[] {
  let from = 0
  return pages.flatMap(({ text, marks = [] }) => {
    const placed = marks.map((mark) => ({ ...mark, start: from + mark.start, end: from + mark.end }))
    from += text.length + PAGE_BREAK.length
    return placed
  })
}

function commentsOf({ pages }: ComparedReading): CompareEnd['comments'] {
  return placedMarks(pages)
    .filter(({ kind }) => kind === 'comment')
    .map(({ by, date, text, about }) => ({ by, date, text, about }))
}

function notCompared(before: ComparedReading, after: ComparedReading): NotCompared[] {
  // Where the readers give the place of a comment, it is listed.
  const isListed = [before, after].some(({ pages }) => pages.some(({ marks }) => marks !== undefined))
  return [
    ...(isSameBeside(isMargin, before, after) ? [] : (['margins'] as const)),
    ...(isListed || isSameBeside(isLaidOver, before, after) ? [] : (['notes'] as const)),
    ...(before.hasUnknownMarks || after.hasUnknownMarks ? (['marks'] as const) : []),
  ]
}

/** Whether both have the same lines in such blocks, however many pages repeat them. */
function isSameBeside(isBeside: (block: ComparedBlock, text: string) => boolean, ...both: readonly ComparedReading[]) {
  const [one, other] = both.map(({ pages }) => {
    const blocks = pages.flatMap(({ text, blocks: all }) => all.map((block) => [block, text] as const))
    const lines = blocks
      .filter(([block, text]) => isBeside(block, text))
      .map(([{ start, end }, text]) => text.slice(start, end).replace(/\s+/g, ' '))
    return JSON.stringify([...new Set(lines)].toSorted())
  })
  return one === other
}

type Texts = { readonly before: string; readonly after: string }

function asChange(change: TrackedChange, at: number, { before, after }: Texts): Change {
  const { kind, group, weight, said, tracked } = change
  return {
    changeId: `c${at + 1}`,
    kind,
    group,
    weight,
    before: change.before && side(change.before, before),
    after: change.after && side(change.after, after),
    said: sayChange(said),
    isReworded: said.kind === 'moved' && said.isReworded,
    tracked,
  }
}

function side({ start, end, part, words }: ChangePlace, text: string): ChangeSide {
  const { number, section, page } = part
  return { start, end, text: text.slice(start, end), number, section, page, words: [...words] }
}
