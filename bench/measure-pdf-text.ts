import { messageText } from '../wording/message-text.ts'
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ReadFailedError } from '../library/read/read-failure.ts'
import type { ReadPage } from '../library/read/read-page.ts'
import { isAttached } from '../library/read/read-source.ts'
import { createRemoteReader, type RemoteReader } from '../library/remote-reader.ts'
import { forkChild } from '../processes/fork-child.ts'
import { supervise } from '../processes/supervise.ts'
import { compareWords } from './ocr/compare-words.ts'
import { seenText } from './ocr/seen-text.ts'
import { median } from './quantiles.ts'

/** Files with less reference text are listed and left out of the share: two letters of a form are no measure. */
const LEAST_CHARACTERS = 200
const CLOSE_SHARE = 0.02
const LAID_OVER = /^(Comment|Highlighted|Struck out|Underlined|Marked for redaction|Stamp|Attached file)( by .+)?: /

type Measured = {
  readonly path: string
  /** "read", or the code of the failure. */
  readonly state: string
  readonly pages: string
  readonly attached: number
  readonly seconds: number
  readonly characters: number
  readonly reference: number
  /** Characters of the reference that are not in our text, and the other way round, counted as bags. */
  readonly missing: number
  readonly extra: number
  readonly warnings: readonly string[]
}

/** Both are kept of the few that differ only. */
type Texts = { readonly ours: string; readonly poppler: string }

/**
 * `node bench/measure-pdf-text.ts FOLDER [part of a path]`: reads the PDFs that FOLDER/MANIFEST.tsv names in the real
 * reader process and compares their characters, white space removed, with those of poppler. The manifest holds only
 * the length of poppler's text, so `pdftotext` (poppler-utils) is run again, and must come to the same length. Notes
 * laid over the page are left out: poppler does not read them. Of a file that differs (after `npm run build`) the words that are
 * seen on its drawn pages say which of the two is right.
 */
async function main(folder: string, part: string): Promise<void> {
  const program = fileURLToPath(new URL('../library/reader.ts', import.meta.url))
  await using process = supervise('reader', () => forkChild(program, { heapMb: 512 }))
  const reader = createRemoteReader(process)
  const all: Measured[] = []
  const different = new Map<Measured, Texts>()
  const otherReference: string[] = []
  for (const { path, characters } of await referencesIn(folder)) {
    if (!path.includes(part)) continue
    const poppler = popplerText(join(folder, path))
    if (characters > 0 && [...poppler.trim()].length !== characters) otherReference.push(path)
    const { measured, ours } = await measure(reader, join(folder, path), path, withoutSpace(poppler))
    all.push(measured)
    printLine(measured)
    if (isCompared(measured) && !isClose(measured)) different.set(measured, { ours, poppler })
  }
  for (const [measured, texts] of different)
    print(await arbitrate(reader, join(folder, measured.path), measured, texts))
  print({ bench: 'pdf-text', ...summaryOf(all), otherReference })
}

/** The PDFs that the manifest names, with the length of poppler's text; 0 where it has none. */
async function referencesIn(folder: string) {
  const rows = (await readFile(join(folder, 'MANIFEST.tsv'), 'utf8')).split('\n').slice(1)
  return rows.flatMap((row) => {
    const [path = '', , ending, , , reference = ''] = row.split('\t')
    return ending === 'pdf' ? [{ path, characters: Number(/^text:(\d+)$/.exec(reference)?.[1] ?? 0) }] : []
  })
}

async function measure(reader: RemoteReader, file: string, path: string, poppler: string) {
  const startedMs = performance.now()
  const bytes = await readFile(file)
  const pages: ReadPage[] = []
  let attached = 0
  let state = 'read'
  let warnings: readonly string[] = []
  let count = 0
  const reading = reader.read({ name: path, sizeBytes: bytes.length, chunks: () => [bytes] })
  try {
    for (;;) {
      const next = await reading.next()
      if (next.done) {
        count = next.value.pages
        warnings = next.value.warnings.map(({ text }) => messageText(text))
        break
      }
      if (!isAttached(next.value)) pages.push(next.value)
      else if (next.value.isLast) attached += 1
    }
  } catch (error) {
    if (!(error instanceof ReadFailedError)) throw error
    state = error.failure.code
    warnings = [error.message]
  }
  const ours = withoutSpace(pages.map(withoutNotes).join(''))
  const [missing, extra] = [bagDifference(poppler, ours), bagDifference(ours, poppler)]
  const seconds = (performance.now() - startedMs) / 1000
  const states = Object.entries(Object.groupBy(pages, (page) => page.state)).map(([name, of]) => `${of.length} ${name}`)
  const accounted = `${states.join(' + ') || 'none'} of ${count}`
  const measured: Measured = {
    path,
    state,
    pages: pages.length === count ? accounted : `${accounted} UNACCOUNTED`,
    attached,
    seconds,
    characters: ours.length,
    reference: poppler.length,
    missing,
    extra,
    warnings,
  }
  return { measured, ours: pages.map(withoutNotes).join('\n') }
}

/** How many words of each text are seen on the pages; recognition itself misses a few. */
async function arbitrate(reader: RemoteReader, file: string, { path, pages }: Measured, { ours, poppler }: Texts) {
  const seen = await seenText(reader, await readFile(file), Number(/ of (\d+)/.exec(pages)?.[1]))
  const [own, reference] = [compareWords(ours, seen), compareWords(poppler, seen)]
  return {
    bench: 'pdf-text',
    what: 'seen on the pages',
    path,
    words: own.found,
    ours: { words: own.expected, seen: own.same },
    poppler: { words: reference.expected, seen: reference.same },
  }
}

function popplerText(file: string): string {
  try {
    return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

/**
 * Compared are letters: "\uFB01" is "fi". Liteparse writes curly quotes and long dashes as typewriters do, and leaves out
 * the dots that lead to a page number.
 */
function withoutSpace(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, '')
    .replace(/\.{4,}/g, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
}

function withoutNotes({ text, blocks }: ReadPage): string {
  const parts = blocks.map(({ start, end, kind }) => ({ kind, part: text.slice(start, end) }))
  return parts.map(({ kind, part }) => (kind === 'note' && LAID_OVER.test(part) ? '' : part)).join('\n')
}

function bagDifference(one: string, other: string): number {
  const counts = new Map<string, number>()
  for (const character of other) counts.set(character, (counts.get(character) ?? 0) + 1)
  let difference = 0
  for (const character of one) {
    const left = counts.get(character) ?? 0
    if (left === 0) difference += 1
    else counts.set(character, left - 1)
  }
  return difference
}

function ratioOf({ characters, reference }: Measured): number {
  return characters / reference
}

function isCompared({ state, reference }: Measured): boolean {
  return state === 'read' && reference >= LEAST_CHARACTERS
}

function isClose(measured: Measured): boolean {
  return Math.abs(ratioOf(measured) - 1) <= CLOSE_SHARE
}

function printLine(measured: Measured): void {
  const { seconds, warnings, ...more } = measured
  const ratio = measured.reference > 0 ? Math.round(ratioOf(measured) * 1000) / 1000 : null
  print({ ...more, seconds: Math.round(seconds * 1000) / 1000, ratio, warnings })
}

function summaryOf(all: readonly Measured[]) {
  const compared = all.filter(isCompared)
  return {
    files: all.length,
    read: all.filter(({ state }) => state === 'read').length,
    unaccounted: all.filter(({ pages }) => pages.endsWith('UNACCOUNTED')).map(({ path }) => path),
    compared: compared.length,
    closeShare: Math.round((1000 * compared.filter(isClose).length) / compared.length) / 1000,
    notClose: compared.filter((one) => !isClose(one)).map((one) => `${one.path} ${ratioOf(one).toFixed(3)}`),
    readAsEmpty: all.filter(({ characters, reference }) => reference > 0 && characters === 0).map(({ path }) => path),
    medianSeconds: Math.round(median(all.map(({ seconds }) => seconds)) * 1000) / 1000,
  }
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

const [folder, part = ''] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('error WRONG_USE: name the folder that holds MANIFEST.tsv.\n')
  process.exitCode = 2
} else await main(folder, part)
