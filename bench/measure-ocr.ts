import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LiteParse } from '@llamaindex/liteparse'
import { decodeGray } from '../library/read/image/decode-gray.ts'
import type { OcrRequest } from '../library/read/read-page.ts'
import { typesetPage } from '../scripts/typeset-page.ts'
import { createBenchReader, type TimedPage } from './ocr/bench-reader.ts'
import { compareWords, type WordCounts } from './ocr/compare-words.ts'
import { RIGHTS_BY_LANGUAGE } from './ocr/rights-by-language.ts'
import { SPOILED, spoilPage } from './ocr/spoil-page.ts'
import { median } from './quantiles.ts'

type Reader = ReturnType<typeof createBenchReader>
type Scanned = WordCounts & Pick<TimedPage, 'seconds' | 'cpuSeconds'> & { readonly name: string }

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OCR: OcrRequest = { mode: 'auto', dataFolder: join(ROOT, 'out/ocr-data'), languages: [] }
const DPI = 200
const PAGES_A_FILE = 2
/** A page must have so many words to be worth comparing. */
const LEAST_WORDS = 150

/**
 * `node bench/measure-ocr.ts FOLDER [PAGES]` (after `npm run build`): recall and precision of words on spoiled pictures of
 * the folder's own pages and of typeset pages in eight languages, and what becomes of the scans and images in the folder.
 */
async function main(folder: string | undefined, most: number): Promise<number> {
  if (!folder) {
    process.stderr.write('error WRONG_USE: name a folder with PDFs and images\n')
    return 2
  }
  await using reader = createBenchReader()
  await report('rights', await rightsPages(reader))
  const files = (await readdir(folder, { recursive: true })).toSorted().map((name) => join(folder, name))
  await report(
    'text pages',
    await textPages(
      reader,
      files.filter((file) => /\.pdf$/i.test(file)),
      most,
    ),
  )
  await reportScans(
    reader,
    files.filter((file) => /\.(pdf|png|jpe?g|tiff?)$/i.test(file)),
  )
  return 0
}

async function report(what: string, pages: readonly Scanned[]): Promise<void> {
  for (const page of pages) tell({ bench: 'ocr', what, ...page, recall: share(page.same, page.expected) })
  const sum = (of: (page: Scanned) => number) => pages.reduce((total, page) => total + of(page), 0)
  const [same, expected, found] = [sum((page) => page.same), sum((page) => page.expected), sum((page) => page.found)]
  const cpuSeconds = median(pages.flatMap((page) => page.cpuSeconds ?? []))
  tell({
    bench: 'ocr',
    what,
    pages: pages.length,
    words: expected,
    recall: share(same, expected),
    precision: share(same, found),
    cpuSecondsAPage: round(cpuSeconds),
  })
}

async function rightsPages(reader: Reader): Promise<readonly Scanned[]> {
  const pages: Scanned[] = []
  for (const [language, paragraphs] of Object.entries(RIGHTS_BY_LANGUAGE)) {
    const typeset = await typesetPage(paragraphs, 11)
    pages.push(await scanned(reader, language, typeset, 1, paragraphs.join(' ')))
  }
  return pages
}

async function textPages(reader: Reader, files: readonly string[], most: number): Promise<readonly Scanned[]> {
  const pages: Scanned[] = []
  for (const file of files) {
    if (pages.length >= most) break
    const bytes = await readFile(file)
    const read = await reader.read(file, bytes).catch(() => null)
    const good = (read?.pages ?? []).filter(
      ({ page }) => page.state === 'text' && page.words.starts.length >= LEAST_WORDS,
    )
    for (const { page } of good.slice(0, PAGES_A_FILE))
      pages.push(await scanned(reader, `${file}#${page.page}`, bytes, page.page!, page.text))
  }
  return pages
}

async function scanned(
  reader: Reader,
  name: string,
  bytes: Buffer,
  number: number,
  expected: string,
): Promise<Scanned> {
  const [drawn] = await new LiteParse({ ocrEnabled: false, quiet: true, dpi: DPI }).screenshot(bytes, [number])
  const scan = await spoilPage(await decodeGray(drawn!.imageBuffer), DPI, SPOILED)
  const { pages } = await reader.read('scan.pdf', scan, OCR)
  return { name, ...compareWords(expected, pages[0]!.page.text), ...timesOf(pages[0]!) }
}

/** Pages that have no text without recognition, and what they have with it. */
async function reportScans(reader: Reader, files: readonly string[]): Promise<void> {
  const all: (TimedPage & { readonly peakMb: number | null })[] = []
  for (const file of files) {
    const bytes = await readFile(file)
    const before = await reader.read(file, bytes).catch(() => null)
    const textless = new Set(before?.pages.filter(({ page }) => page.state === 'empty').map(({ page }) => page.page))
    if (textless.size === 0) continue
    const after = await reader.read(file, bytes, OCR).catch((error: Error) => error.message)
    if (typeof after === 'string') {
      tell({ bench: 'ocr', what: 'scan', file, failure: after })
      continue
    }
    for (const one of after.pages.filter(({ page }) => textless.has(page.page))) {
      all.push({ ...one, peakMb: after.peakMb })
      tell({ bench: 'ocr', what: 'scan', file, ...figures(one), peakMb: after.peakMb })
    }
  }
  const states = Object.groupBy(all, ({ page }) => page.state)
  const counts = Object.fromEntries(Object.entries(states).map(([state, pages]) => [state, pages.length]))
  const cpuSeconds = median((states.ocr ?? []).flatMap((one) => one.cpuSeconds ?? []))
  const peakMb = Math.max(0, ...all.map((one) => one.peakMb ?? 0))
  tell({ bench: 'ocr', what: 'scans', ...counts, cpuSecondsAPage: round(cpuSeconds), peakMb })
}

function figures(timed: TimedPage): object {
  const { page } = timed
  const sure = page.words.confidences ?? new Uint8Array(0)
  const confidence = Math.round(sure.reduce((sum, value) => sum + value, 0) / (sure.length || 1))
  return { page: page.page, state: page.state, words: sure.length, confidence, ...timesOf(timed) }
}

function timesOf({ seconds, cpuSeconds }: TimedPage): Pick<TimedPage, 'seconds' | 'cpuSeconds'> {
  return { seconds: round(seconds), cpuSeconds: cpuSeconds === null ? null : round(cpuSeconds) }
}

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function share(part: number, whole: number): number {
  return Math.round((10_000 * part) / whole) / 100
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

process.exitCode = await main(process.argv[2], Number(process.argv[3] ?? 40))
