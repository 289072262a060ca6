import { commentedDraft } from '../assistant/drafts/commented-draft.ts'
import { redlineFile } from '../assistant/drafts/redline-file.ts'
import { writePlainDocx } from '../assistant/paper/write-plain-docx.ts'
import type { FileWithPages } from '../assistant/drafts/word-file.ts'
import { compareTexts } from '../compare/compare-texts.ts'
import { finished } from '../compare/steps.ts'
import { openZipParts } from '../library/read/archive/open-zip.ts'
import { readDocument } from '../library/read/read-document.ts'
import { READ_LIMITS } from '../library/read/read-limits.ts'
import { readWhole } from '../library/read/read-source.ts'
import type { ReadSource, RemoteWriter } from '../library/remote-reader.ts'
import { commentDocx } from '../library/write/comment-docx.ts'
import { redlineDocx } from '../library/write/redline-docx.ts'
import { seededRandom } from '../scripts/seeded-random.ts'
import { pick, type Random } from './drawn.ts'
import type { Measurement } from './measurement.ts'
import { packageFaults } from './redline/check-package.ts'
import { drawFilePairs, type FilePair } from './redline/draw-file-pairs.ts'
import { hasLibreOffice, type Job, settle, type Settled } from './redline/libreoffice.ts'
import { wilson } from './wilson.ts'

const AUTHOR = { name: 'Ann Lee', date: '2026-11-30T10:00:00Z' }
const REDLINES = 60
const COMMENTED = 30
const COMMENTS_EACH = 5

/**
 * 60 pairs of documents made different by a script: each redline is opened in LibreOffice, all is accepted and all rejected, and the text
 * compared with that of both documents; the package is checked against what Word insists on. Then 30 files with comments. Without LibreOffice
 * only our own reader looks. With CONSILIUM_REDLINE_ERRORS each file that fails is named;
 * CONSILIUM_REDLINE_SEED makes other edits.
 */
export async function* measureRedline(): AsyncGenerator<Measurement> {
  const withOffice = await hasLibreOffice()
  const pairs = await drawFilePairs()
  const written: Written[] = []
  for (const pair of pairs) written.push(await writeRedline(pair))
  const settled = withOffice ? await settle(written.flatMap(({ jobs }) => jobs)) : []
  const all = written.map((one, at) => scoreRedline(one, settled.slice(at * 4, at * 4 + 4), withOffice))
  // A file that LibreOffice cannot open as it was says nothing of ours; another one is taken.
  const scored = all.filter(({ isComparable }) => isComparable).slice(0, REDLINES)
  if (process.env.CONSILIUM_REDLINE_ERRORS)
    for (const one of scored) if (!one.isRight) yield { bench: 'redline', what: 'error', ...one }
  for (const set of ['text', 'contract', 'word', 'empty'] as const)
    yield totals(
      set,
      scored.filter((one) => one.set === set),
      withOffice,
    )
  yield totals('redlines', scored, withOffice)
  yield await measureComments(pairs, withOffice)
}

type Written = {
  readonly pair: FilePair
  readonly differs: string
  readonly isOwn: boolean
  readonly faults: readonly string[]
  readonly seconds: number
  readonly jobs: readonly Job[]
}

async function writeRedline(pair: FilePair): Promise<Written> {
  const [before, after] = [await readFile(pair.name, pair.before), await readFile(pair.name, pair.after)]
  const begun = performance.now()
  const { aligned } = finished(compareTexts(before.pages, after.pages))
  const made = await redlineFile({ writer: WRITER, before, after, aligned, author: AUTHOR })
  const seconds = (performance.now() - begun) / 1000
  const file = Buffer.from(made.file)
  const known = new Set(isWord(pair) ? await packageFaults(pair.before) : [])
  const faults = (await packageFaults(file)).filter((fault) => !known.has(fault))
  const jobs: readonly Job[] = [
    { file, what: 'accept' },
    { file, what: 'reject' },
    { file: isWord(pair) ? pair.after : file, what: 'accept' },
    { file: isWord(pair) ? pair.before : file, what: 'accept' },
  ]
  return { pair, differs: made.differs, isOwn: made.isOwn, faults, seconds, jobs }
}

function isWord({ name }: FilePair): boolean {
  return name.endsWith('.docx')
}

type Scored = {
  readonly set: FilePair['set']
  readonly name: string
  readonly differs: string
  readonly isOwn: boolean
  readonly faults: readonly string[]
  readonly seconds: number
  readonly opened: boolean
  readonly accepted: boolean
  readonly rejected: boolean
  /** Line for line, too. */
  readonly hasLines: boolean
  readonly changes: number
  readonly isRight: boolean
  readonly isComparable: boolean
  readonly said: readonly string[]
}

function scoreRedline(
  { pair, differs, isOwn, faults, seconds }: Written,
  settled: readonly Settled[],
  withOffice: boolean,
): Scored {
  const [accepted, rejected, after, before] = settled
  const [second, first] = expectedOf(pair, after, before)
  const isSame = (one: Settled | undefined, expected: string | null | undefined) =>
    one?.text != null && expected != null && one.left === 0 && inkOf(one.text) === inkOf(expected)
  const hasLines = [[accepted, second] as const, [rejected, first] as const].every(
    ([one, expected]) => linesOf(one?.text ?? '') === linesOf(expected ?? ''),
  )
  const found = withOffice
    ? { opened: accepted?.text != null, accepted: isSame(accepted, second), rejected: isSame(rejected, first) }
    : { opened: true, accepted: differs === 'nowhere', rejected: differs === 'nowhere' }
  const isRight = Object.values(found).every(Boolean) && faults.length === 0
  const said = settled.map((one) => one.said)
  const isComparable = !withOffice || (before?.text != null && after?.text != null)
  return {
    isComparable,
    set: pair.set,
    name: pair.name,
    differs,
    isOwn,
    faults,
    seconds,
    ...found,
    hasLines,
    changes: accepted?.changes ?? 0,
    isRight,
    said,
  }
}

function expectedOf(pair: FilePair, after: Settled | undefined, before: Settled | undefined) {
  if (!isWord(pair)) return [pair.after.toString(), pair.before.toString()] as const
  return [after?.text ?? null, before?.text ?? null] as const
}

/** Line by line; empty ones and runs of white space are left out. */
function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/**
 * White space left out: a text breaks its lines as it likes, and a cell is compared as one line; a bullet is no text,
 * and a raised digit a digit.
 */
function inkOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u2022\u25e6\u25aa\uf0b7]+/g, '')
}

function totals(what: string, scored: readonly Scored[], withOffice: boolean): Measurement {
  const count = (is: (one: Scored) => boolean) => scored.filter(is).length
  const right = count(({ isRight }) => isRight)
  return {
    bench: 'redline',
    what,
    by: withOffice ? 'LibreOffice' : 'our reader',
    n: scored.length,
    right,
    interval: wilson(right, scored.length),
    // Our own reader says nothing of whether another program opens a file.
    ...(withOffice && { opened: count(({ opened }) => opened) }),
    accepted: count(({ accepted }) => accepted),
    rejected: count(({ rejected }) => rejected),
    sameLines: count(({ hasLines }) => hasLines),
    withoutFaults: count(({ faults }) => faults.length === 0),
    ownLook: count(({ isOwn }) => isOwn),
    changes: scored.reduce((sum, { changes }) => sum + changes, 0),
    slowestSeconds: Math.round(Math.max(0, ...scored.map(({ seconds }) => seconds)) * 100) / 100,
  }
}

async function readFile(name: string, bytes: Buffer): Promise<FileWithPages> {
  const items = readDocument(bytes, { name }, READ_LIMITS, new AbortController().signal)
  const { pages, result } = await readWhole(items)
  return { name, mediaType: result.mediaType, bytes, pages }
}

/** What the reader process does, in this one. */
const WRITER: RemoteWriter = {
  comment: async (source, request) => commentDocx(await bytesOf(source), request, READ_LIMITS),
  redline: async (source, request) => redlineDocx(await bytesOf(source), request, READ_LIMITS),
}

async function bytesOf({ chunks }: ReadSource): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks()) all.push(chunk)
  return Buffer.concat(all)
}

const WRITTEN = /^(word\/(document|comments)\.xml|word\/_rels\/document\.xml\.rels|\[Content_Types\]\.xml)$/i

/** Comments on words drawn from each file: each at its words as our reader reads it, all there in LibreOffice, all other parts the same. */
async function measureComments(pairs: readonly FilePair[], withOffice: boolean): Promise<Measurement> {
  const chosen = pairs
    .filter(({ set }) => set !== 'empty')
    .filter((_, at) => at % 2 === 0)
    .slice(0, COMMENTED)
  const files: Commented[] = []
  for (const [at, pair] of chosen.entries()) files.push(await commentFile(pair, at))
  const settled = withOffice ? await settle(files.flatMap(({ jobs }) => jobs)) : []
  const shown = files.map(({ comments }, at) => {
    if (!withOffice) return true
    const [now, own] = [settled[2 * at], settled[2 * at + 1]]
    return now?.text != null && now.comments - (own?.comments ?? 0) === comments
  })
  const count = (is: (one: Commented, at: number) => boolean) => files.filter(is).length
  const sum = (of: (one: Commented) => number) => files.reduce((total, one) => total + of(one), 0)
  const right = count((one, at) => one.hasSameParts && one.faults.length === 0 && shown[at] === true)
  return {
    bench: 'redline',
    what: 'comments',
    by: withOffice ? 'LibreOffice' : 'our reader',
    n: files.length,
    right,
    interval: wilson(right, files.length),
    comments: sum(({ comments }) => comments),
    atTheirWords: sum(({ atTheirWords }) => atTheirWords),
    quotingTheirWords: sum(({ quotingTheirWords }) => quotingTheirWords),
    sameParts: count((one) => one.hasSameParts),
    withoutFaults: count(({ faults }) => faults.length === 0),
    shown: shown.filter(Boolean).length,
  }
}

type Commented = {
  readonly comments: number
  readonly atTheirWords: number
  /** Where Word allows none: near them. */
  readonly quotingTheirWords: number
  readonly hasSameParts: boolean
  readonly faults: readonly string[]
  readonly jobs: readonly Job[]
}

async function commentFile({ name, before, set }: FilePair, seed: number): Promise<Commented> {
  const draft = await readFile(name, before)
  const words = drawWords(draft.pages, seededRandom(seed))
  const remarks = words.map(({ start, end }, at) => ({
    start,
    end,
    text: remark(at),
    author: 'Ann Lee',
    date: AUTHOR.date,
  }))
  const { bytes } = await commentedDraft(WRITER, draft, { comments: remarks, by: AUTHOR })
  const file = Buffer.from(bytes)
  const again = await readFile(`${name}.docx`, file)
  const text = again.pages
    .map((page) => page.text)
    .join('')
    .replace(/\s+/g, ' ')
  const own = set === 'text' ? null : before
  const known = new Set(own ? await packageFaults(own) : [])
  return {
    comments: remarks.length,
    atTheirWords: words.filter(({ word }, at) => text.includes(`on \u201c${word}\u201d: ${remark(at)}`)).length,
    quotingTheirWords: words.filter(({ word }, at) => text.includes(`: \u201c${word}\u201d ${remark(at)}`)).length,
    hasSameParts: own === null || (await hasSameParts(own, file)),
    faults: (await packageFaults(file)).filter((fault) => !known.has(fault)),
    jobs: [
      { file, what: 'open' },
      { file: own ?? (await writePlainDocx([])), what: 'open' },
    ],
  }
}

function remark(at: number): string {
  return `Remark ${at}.`
}

function drawWords(pages: FileWithPages['pages'], random: Random) {
  const text = pages.map((page) => page.text).join('\f')
  const all = [...text.matchAll(/\p{L}{4,}/gu)]
  return Array.from({ length: Math.min(COMMENTS_EACH, all.length) }, () => pick(all, random)!).map(
    ({ index, 0: word }) => ({ start: index, end: index + word.length, word }),
  )
}

async function hasSameParts(before: Buffer, after: Buffer): Promise<boolean> {
  const [own, now] = [await openZipParts(before, READ_LIMITS), await openZipParts(after, READ_LIMITS)]
  const added = now.names.filter((name) => !own.has(name) && !WRITTEN.test(name))
  for (const name of own.names)
    if (!WRITTEN.test(name) && !(await own.read(name))!.equals((await now.read(name)) ?? Buffer.alloc(0))) return false
  return added.length === 0
}
