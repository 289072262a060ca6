import { fileURLToPath } from 'node:url'
import { createWordLists, lexiconOf } from '../assistant/home/word-lists.ts'
import type { TextChange } from '../compare/change.ts'
import { compareTexts } from '../compare/compare-texts.ts'
import { type ComparedPage, wholeText } from '../compare/compared-text.ts'
import { finished } from '../compare/steps.ts'
import type { Span } from '../text/spans.ts'
import { drawPairs, type Pair, type Planted } from './comparing/draw-pairs.ts'
import { LIGHT, WEIGHTY } from './comparing/plant-edits.ts'
import type { Measurement } from './measurement.ts'
import { wilson } from './wilson.ts'

const SEED = 24
const LISTS = fileURLToPath(new URL('../disclosure/words/words.txt.br', import.meta.url))
const PAGES = 100
const WORDS_A_PAGE = 500

type IsWord = (word: string) => boolean

type Scored = {
  readonly pair: Pair
  /** For each planted edit the changes that report it. */
  readonly reported: readonly (readonly TextChange[])[]
  /** The weightiest first. */
  readonly changes: readonly TextChange[]
  readonly wrong: readonly TextChange[]
  readonly seconds: number
}

/**
 * 60 pairs of real documents with 17 kinds of edits planted by a script, in half of which lines, paragraphs or pages break elsewhere; half of
 * the documents were looked at while the comparison was written, and the others only counted. With CONSILIUM_COMPARING_ERRORS what is missed
 * or falsely reported of the seen half is shown; CONSILIUM_COMPARING_SEED plants other edits in it.
 */
export async function* measureComparing(): AsyncGenerator<Measurement> {
  const { isKnown } = lexiconOf(await createWordLists(LISTS)())
  const { CONSILIUM_COMPARING_SEED } = process.env
  if (CONSILIUM_COMPARING_SEED) {
    const others = (await drawPairs(SEED, Number(CONSILIUM_COMPARING_SEED)))
      .filter(({ half }) => half === 'seen')
      .map((pair) => score(pair, isKnown))
    yield* errorsOf(others)
    return yield totals('seen', others)
  }
  const scored = (await drawPairs(SEED)).map((pair) => score(pair, isKnown))
  if (process.env.CONSILIUM_COMPARING_ERRORS) for (const line of errorsOf(scored)) yield line
  for (const half of ['seen', 'unseen'] as const) {
    const own = scored.filter(({ pair }) => pair.half === half)
    yield* ofKinds(half, own)
    yield totals(half, own)
  }
  yield hundredPages(scored, isKnown)
}

function score(pair: Pair, isWord: IsWord): Scored {
  const before = performance.now()
  const { changes } = finished(compareTexts(pair.before, pair.after, { isWord }))
  const reported = pair.planted.map((edit) => changes.filter((change) => reports(change, edit)))
  const wrong = changes.filter((change) => !reported.some((some) => some.includes(change)))
  return { pair, reported, changes, wrong, seconds: (performance.now() - before) / 1000 }
}

function reports({ kind, before, after }: TextChange, edit: Planted): boolean {
  if (kind === 'moved' || edit.kind === 'moved') {
    if (!before || !after) return touches(before ?? after!, (before ? edit.before : edit.after) ?? null)
    return edit.kind === 'moved' && touches(before, edit.before) && touches(after, edit.after)
  }
  return [[before, edit.before] as const, [after, edit.after] as const].some(
    ([place, span]) => place?.words.some((words) => touches(words, span)) ?? false,
  )
}

function touches(one: Span, other: Span | null): boolean {
  return other !== null && one.start <= other.end + 1 && other.start - 1 <= one.end
}

function* ofKinds(half: string, scored: readonly Scored[]): Generator<Measurement> {
  const edits = scored.flatMap(({ pair, reported }) =>
    pair.planted.map(({ kind }, at) => ({ kind, reported: reported[at]! })),
  )
  for (const kind of [...WEIGHTY, ...LIGHT]) {
    const own = edits.filter((edit) => edit.kind === kind)
    const found = own.filter(({ reported }) => reported.length > 0).length
    const asWhat = shareReportedAs(
      kind,
      own.map((edit) => edit.reported),
    )
    const groups = Object.fromEntries(
      [
        ...Map.groupBy(
          own.flatMap(({ reported }) => reported.slice(0, 1)),
          ({ group }) => group,
        ),
      ].map(([group, all]) => [group, all.length]),
    )
    yield {
      bench: 'comparing',
      half,
      kind,
      n: own.length,
      found,
      interval: wilson(found, own.length),
      ...asWhat,
      groups,
    }
  }
}

/** A move is to be reported as one, and a point that moved as another number, not as another way to write it. */
function shareReportedAs(
  kind: string,
  reported: readonly Scored['reported'][number][],
): Readonly<Record<string, number>> {
  if (kind === 'moved')
    return {
      asMoves: share(reported.filter((some) => some.some((change) => change.kind === 'moved')).length, reported.length),
    }
  if (kind === 'point')
    return { asNumbers: share(reported.filter(([one]) => one?.group === 'numbers').length, reported.length) }
  return {}
}

function totals(half: string, scored: readonly Scored[]): Measurement {
  const edits = scored.flatMap(({ reported }) => reported)
  const found = edits.filter((reported) => reported.length > 0).length
  const changes = scored.reduce((sum, one) => sum + one.changes.length, 0)
  const wrong = scored.reduce((sum, one) => sum + one.wrong.length, 0)
  const first = scored.map(weightyFirst)
  const [right, of] = [first.reduce((sum, one) => sum + one.right, 0), first.reduce((sum, one) => sum + one.of, 0)]
  return {
    bench: 'comparing',
    half,
    kind: 'all',
    pairs: scored.length,
    n: edits.length,
    found: share(found, edits.length),
    foundInterval: wilson(found, edits.length),
    changes,
    wrong: share(wrong, changes),
    wrongInterval: wilson(wrong, changes),
    weightyFirst: share(right, of),
    weightyFirstInterval: wilson(right, of),
    seconds: scored.reduce((sum, one) => sum + one.seconds, 0),
  }
}

const IS_WEIGHTY: ReadonlySet<string> = new Set(WEIGHTY)

/** Of as many places at the top of the list as there are weighty edits, how many report one: all, or the ranking put something light first. */
function weightyFirst({ pair, reported, changes }: Scored): { readonly right: number; readonly of: number } {
  const weighty = reported.filter((_, at) => IS_WEIGHTY.has(pair.planted[at]!.kind))
  const right = changes.slice(0, weighty.length).filter((change) => weighty.some((some) => some.includes(change)))
  return { right: right.length, of: weighty.length }
}

/** Contracts put together until they have a hundred pages, as they are on the one side and edited on the other. */
function hundredPages(scored: readonly Scored[], isWord: IsWord): Measurement {
  const sides: Record<'before' | 'after', ComparedPage[]> = { before: [], after: [] }
  let words = 0
  for (const { pair } of scored) {
    if (words >= PAGES * WORDS_A_PAGE) break
    words += wholeText(pair.before).split(/\s+/).length
    sides.before.push(...pair.before)
    sides.after.push(...pair.after)
  }
  const processorBefore = process.cpuUsage()
  const start = performance.now()
  const { changes } = finished(compareTexts(sides.before, sides.after, { isWord }))
  const { user, system } = process.cpuUsage(processorBefore)
  const seconds = (performance.now() - start) / 1000
  return {
    bench: 'comparing',
    kind: '100 pages',
    words,
    changes: changes.length,
    seconds,
    processorSeconds: (user + system) / 1e6,
  }
}

function* errorsOf(scored: readonly Scored[]): Generator<Measurement> {
  for (const { pair, reported, wrong } of scored.filter(({ pair: { half } }) => half === 'seen')) {
    const [before, after] = [wholeText(pair.before), wholeText(pair.after)]
    const piece = (text: string, span: Span | null) => span && text.slice(Math.max(0, span.start - 40), span.end + 40)
    for (const [at, { kind, before: one, after: other }] of pair.planted.entries())
      if (reported[at]!.length === 0)
        yield {
          bench: 'comparing',
          missed: kind,
          name: pair.name,
          before: piece(before, one),
          after: piece(after, other),
        }
    for (const { said, group, before: one, after: other } of wrong)
      yield {
        bench: 'comparing',
        wrong: said,
        group,
        name: pair.name,
        before: piece(before, one),
        after: piece(after, other),
      }
  }
}

function share(count: number, of: number): number {
  return Math.round((1000 * count) / Math.max(1, of)) / 1000
}
