import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ComparedPage } from '../../compare/compared-text.ts'
import { readDocument } from '../../library/read/read-document.ts'
import { READ_LIMITS } from '../../library/read/read-limits.ts'
import type { ReadPage } from '../../library/read/read-page.ts'
import { readWhole } from '../../library/read/read-source.ts'
import type { Span } from '../../text/spans.ts'
import { seededRandom } from '../../scripts/seeded-random.ts'
import { pick, type Random, shuffled } from '../drawn.ts'
import { type EditKind, KINDS, type Piece, PLANTERS, type Vocabulary } from './plant-edits.ts'

const EVALUATION = new URL('../../../shared/eval/', import.meta.url)
const SETS = ['legalbenchrag_contractnli', 'contract_nli', 'dragonball_law']
const DOCX = 'ingestion'
const LEAST_PIECES = 24
const PAIRS = 60
const EDITS_A_PAIR = 11
/** A clause that came or went binds somebody. */
const CLAUSE = /\b(?:shall|must|will|agrees?)\b/
const CLAUSE_CHARACTERS = { least: 80, most: 900 }
const MOVED_BY = 5

/** An edit as it was planted, with the places of its words in each text; null where one has none of them. */
export type Planted = { readonly kind: EditKind; readonly before: Span | null; readonly after: Span | null }

export type Pair = {
  readonly name: string
  /** Half of the documents may be looked at while the comparison is written; the other half is only counted. */
  readonly half: 'seen' | 'unseen'
  readonly before: readonly ComparedPage[]
  readonly after: readonly ComparedPage[]
  readonly planted: readonly Planted[]
}

type Source = { readonly name: string; readonly pieces: readonly Piece[] }

/** Pairs made of real contracts, judgments and Word files; every other document is of the other half, whatever edits are planted. */
export async function drawPairs(seed: number, plantedBy = seed): Promise<readonly Pair[]> {
  const sources = [...textSources(), ...(await docxSources())].filter(({ pieces }) => pieces.length >= LEAST_PIECES)
  const random = seededRandom(seed)
  const withRows = sources.filter(({ pieces }) => pieces.some(({ isRow }) => isRow))
  const others = shuffled(
    sources.filter((source) => !withRows.includes(source)),
    random,
  )
  const chosen = [...withRows, ...others].slice(0, PAIRS)
  const planting = plantedBy === seed ? random : seededRandom(plantedBy)
  return chosen.map((source, at) =>
    makePair(source, at % 2 === 0 ? 'seen' : 'unseen', chosen[(at + 2) % chosen.length]!, planting, at),
  )
}

function textSources(): readonly Source[] {
  return SETS.flatMap((set) => {
    const folder = fileURLToPath(new URL(`${set}/docs`, EVALUATION))
    return readdirSync(folder)
      .toSorted()
      .map((file) => ({
        name: `${set}/${file}`,
        pieces: readFileSync(join(folder, file), 'utf8')
          .split(/\r?\n+/)
          .filter((line) => line.trim() !== '')
          .map((text) => ({ text: text.trimEnd().replaceAll('\t', ' '), isRow: false })),
      }))
  })
}

async function docxSources(): Promise<readonly Source[]> {
  const root = fileURLToPath(new URL(`${DOCX}/`, EVALUATION))
  const files = readFileSync(join(root, 'MANIFEST.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '')
    .filter((file) => file.endsWith('.docx'))
  const sources: Source[] = []
  for (const file of files) {
    const pages = await readFileOf(join(root, file)).catch(() => [])
    sources.push({ name: file, pieces: pages.flatMap(piecesOf) })
  }
  return sources
}

async function readFileOf(path: string): Promise<readonly ReadPage[]> {
  const never = new AbortController().signal
  const { pages } = await readWhole(readDocument(readFileSync(path), { name: basename(path) }, READ_LIMITS, never))
  return pages
}

function piecesOf({ text, blocks }: ReadPage): readonly Piece[] {
  return blocks
    .filter(({ kind }) => !['header', 'footer', 'note', 'other'].includes(kind))
    .flatMap(({ start, end, kind }) => {
      const piece = text.slice(start, end)
      if (kind !== 'table') return [{ text: piece.replace(/\s+/g, ' '), isRow: false }]
      return piece.split('\n').map((row) => ({ text: row, isRow: true }))
    })
    .filter((piece) => piece.text.trim() !== '')
}

/** A piece in one of the texts; `edit`: where in it the words of an edit are. */
type Written = Piece & { readonly edit?: { readonly id: number; readonly from: number; readonly to: number } }

function makePair({ name, pieces }: Source, half: Pair['half'], donor: Source, random: Random, at: number): Pair {
  const kinds = turned(KINDS, at)
  const taken = new Set<number>()
  const before: Written[][] = pieces.map((piece) => [piece])
  const after: Written[][] = pieces.map((piece) => [piece])
  const made: EditKind[] = []
  const vocabulary = vocabularyOf(pieces)
  for (const kind of [...kinds, ...kinds]) {
    if (made.length >= EDITS_A_PAIR) break
    const isPlanted = plant({ kind, id: made.length, pieces, donor, taken, before, after, random, vocabulary })
    if (isPlanted) made.push(kind)
  }
  const [one, other] = [
    written(before.flat(), 'none', random),
    written(after.flat(), NOISES[at % NOISES.length]!, random),
  ]
  const planted = made.map((kind, id) => ({
    kind,
    before: one.edits.get(id) ?? null,
    after: other.edits.get(id) ?? null,
  }))
  return { name, half, before: one.pages, after: other.pages, planted }
}

function turned<T>(all: readonly T[], by: number): readonly T[] {
  const from = (by * 5) % all.length
  return [...all.slice(from), ...all.slice(0, from)]
}

type Planting = {
  readonly kind: EditKind
  readonly id: number
  readonly pieces: readonly Piece[]
  readonly donor: Source
  readonly taken: Set<number>
  readonly before: Written[][]
  readonly after: Written[][]
  readonly random: Random
  readonly vocabulary: Vocabulary
}

function plant(planting: Planting): boolean {
  const { kind } = planting
  if (kind === 'clause-added') return addClause(planting)
  if (kind === 'clause-removed') return removeClause(planting)
  if (kind === 'moved') return moveClause(planting)
  const { pieces, taken, random, before, after, id, vocabulary } = planting
  const free = shuffled([...pieces.keys()], random).filter((at) => isFree(at, taken))
  for (const at of free) {
    const piece = pieces[at]!
    const found = piece.isRow === (kind === 'cell') ? PLANTERS[kind]?.(piece.text, random, vocabulary) : null
    if (!found || found.by === piece.text.slice(found.from, found.to)) continue
    taken.add(at)
    const { from, to, by } = found
    before[at] = [{ ...piece, edit: { id, from, to } }]
    after[at] = [
      {
        ...piece,
        text: piece.text.slice(0, from) + by + piece.text.slice(to),
        edit: { id, from, to: from + by.length },
      },
    ]
    return true
  }
  return false
}

function isFree(at: number, taken: ReadonlySet<number>): boolean {
  return !taken.has(at - 1) && !taken.has(at) && !taken.has(at + 1)
}

function clausePlaces({ pieces, taken, random }: Planting): readonly number[] {
  return shuffled([...pieces.keys()], random).filter((at) => isFree(at, taken) && isClause(pieces[at]!))
}

function isClause({ text, isRow }: Piece): boolean {
  const { least, most } = CLAUSE_CHARACTERS
  return !isRow && CLAUSE.test(text) && text.length >= least && text.length <= most
}

function whole(piece: Piece, id: number): Written {
  return { ...piece, edit: { id, from: 0, to: piece.text.length } }
}

function addClause(planting: Planting): boolean {
  const { donor, random, id, after, taken } = planting
  const [at] = clausePlaces(planting)
  const clause = pick(donor.pieces.filter(isClause), random)
  if (at === undefined || !clause) return false
  taken.add(at)
  after[at] = [...after[at]!, whole(clause, id)]
  return true
}

function removeClause(planting: Planting): boolean {
  const { pieces, id, before, after, taken } = planting
  const [at] = clausePlaces(planting)
  if (at === undefined) return false
  taken.add(at)
  before[at] = [whole(pieces[at]!, id)]
  after[at] = []
  return true
}

function moveClause(planting: Planting): boolean {
  const { pieces, id, before, after, taken } = planting
  const [at, ...others] = clausePlaces(planting)
  const to = others.find((place) => Math.abs(place - (at ?? place)) >= MOVED_BY)
  if (at === undefined || to === undefined) return false
  taken.add(at).add(to)
  before[at] = [whole(pieces[at]!, id)]
  after[at] = []
  after[to] = [...after[to]!, whole(pieces[at]!, id)]
  return true
}

function vocabularyOf(pieces: readonly Piece[]): Vocabulary {
  const counts = new Map<string, number>()
  const text = pieces.map((piece) => piece.text).join('\n')
  for (const [word] of text.matchAll(/\p{L}+/gu))
    counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  const names = [...text.matchAll(/(?<=\p{Ll}\s(?:the\s)?)\p{Lu}\p{Ll}{3,}(?:\s\p{Lu}\p{Ll}{3,})?/gu)].map(
    ([name]) => name,
  )
  const often = [...Map.groupBy(names, (name) => name)].filter(([, all]) => all.length >= 2).map(([name]) => name)
  return { names: often, counts }
}

/** What no reader of a contract would call a change: other lines, paragraphs parted and joined, other pages. */
const NOISES = ['none', 'wrapped', 'parted', 'paged'] as const
type Noise = (typeof NOISES)[number]

const LINE = 90
const PAGE_CHARACTERS = 2800

/** The pieces as a text; noise changes white space only and no offsets. */
function written(all: readonly Written[], noise: Noise, random: Random) {
  const edits = new Map<number, Span>()
  let text = ''
  const blocks: { start: number; end: number; kind: string; level: number }[] = []
  const hasRows = all.some(({ isRow }) => isRow)
  for (const { text: words, isRow, edit } of all) {
    if (text !== '') text += hasRows && !isRow ? '\n\n' : '\n'
    const start = text.length
    text += words
    if (edit) edits.set(edit.id, { start: start + edit.from, end: start + edit.to })
    const last = blocks.at(-1)
    if (isRow && last?.kind === 'table' && last.end === start - 1) last.end = text.length
    else blocks.push({ start, end: text.length, kind: isRow ? 'table' : 'paragraph', level: 0 })
  }
  if (hasRows) return { edits, pages: [{ page: null, text, blocks }] }
  return { edits, pages: pagesOf(noisy(text, noise, random), noise) }
}

function noisy(text: string, noise: Noise, random: Random): string {
  if (noise === 'parted')
    return text.replace(/(?<=[.;]) (?=\p{Lu})|(?<=\p{Ll}[.;])\n(?=\p{Lu}\p{Ll})/gu, (space) =>
      random() < 0.3 ? (space === ' ' ? '\n' : ' ') : space,
    )
  if (noise === 'none') return text
  return text
    .split('\n')
    .map((line) => wrapped(line))
    .join('\n')
}

function wrapped(line: string): string {
  let at = 0
  return line.replace(/ /g, (space, index: number) => {
    if (index - at < LINE) return space
    at = index
    return '\n'
  })
}

function pagesOf(text: string, noise: Noise): readonly ComparedPage[] {
  if (noise !== 'paged') return [{ page: null, text, blocks: [] }]
  const pages: ComparedPage[] = []
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from + PAGE_CHARACTERS)
    const end = feed < 0 ? text.length : feed
    pages.push({ page: pages.length + 1, text: text.slice(from, end), blocks: [] })
    from = end + 1
  }
  return pages
}
