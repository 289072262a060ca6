import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson, type Word } from './word-list.ts'

const LATIN = /^[\p{Script=Latin}\p{M}'’.-]{2,30}$/u
/** Parts of names that are ordinary words everywhere. */
const PARTICLES = new Set('de la le el al van von der den di da du des del do dos das of the y e und et'.split(' '))
/** Philter's rarer family names say little that an unknown word does not. */
const LAST_NAMES = 45_000
const OFTEN_LAST = 8_000
const OFTEN_FIRST = 1_500
/** The logarithm of an English word's share from which on a foreign name like it is seldom meant: Just, Can. */
const EVERYDAY = -10.5

type Shares = Readonly<Record<string, number>>

export async function nameWords(folder: string): Promise<readonly Word[]> {
  const shares = await readJson<Shares>(join(folder, 'spacy_lookups_data/data/en_lexeme_prob.json.gz'))
  const census = await fromCensus(folder)
  const often = new Set(census.filter(({ level }) => level === 2).map(({ text }) => text.toLowerCase()))
  const faker = (await fromFaker(folder)).map((word): Word => {
    const small = word.text.toLowerCase()
    return (shares[small] ?? -99) > EVERYDAY && !often.has(small) ? { ...word, level: 1 } : word
  })
  return [...census, ...(await fromPhilter(folder, shares)), ...faker, ...(await ownNicknames())]
}

const NICKNAMES = join(import.meta.dirname, '..', '..', 'disclosure/words/nicknames.txt')

/** Our own list of the short forms of eight languages: "Tó", "Maite", "Staf". */
async function ownNicknames(): Promise<readonly Word[]> {
  const lines = (await readFile(NICKNAMES, 'utf8')).split('\n').filter((line) => !line.startsWith('#'))
  return lines
    .flatMap((line) => line.split(','))
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text): Word => ({ text, field: 'first', level: 2 }))
}

/** The US census of 1990: `SMITH 1.006 1.006 1`, the commonest first. */
async function fromCensus(folder: string): Promise<readonly Word[]> {
  const names = async (file: string) =>
    (await readFile(join(folder, 'names-0.3.0/names', file), 'utf8'))
      .split('\n')
      .flatMap((line) => line.split(' ')[0] ?? [])
  const words: Word[] = []
  for (const file of ['dist.male.first', 'dist.female.first'])
    for (const [rank, text] of (await names(file)).entries())
      if (LATIN.test(text)) words.push({ text, field: 'first', level: rank < OFTEN_FIRST ? 2 : 1 })
  for (const [rank, text] of (await names('dist.all.last')).slice(0, LAST_NAMES).entries())
    if (LATIN.test(text)) words.push({ text, field: 'last', level: rank < OFTEN_LAST ? 2 : 1 })
  return words
}

/** Those that somebody wrote in a million words' worth of English; the others are as unknown as any unknown word. */
async function fromPhilter(folder: string, shares: Shares): Promise<readonly Word[]> {
  const file = join(folder, 'philter_ucsf-1.0.3/philter_ucsf/filters/blacklists/firstnames_minus_fps.json')
  return Object.keys(await readJson<Record<string, number>>(file))
    .filter((text) => LATIN.test(text) && text.charAt(0).toUpperCase() + text.slice(1) in shares)
    .map((text) => ({ text, field: 'first', level: 1 }))
}

/** The names of some sixty countries that are written in Latin letters. */
async function fromFaker(folder: string): Promise<readonly Word[]> {
  const providers = join(folder, 'faker/providers/person')
  const words: Word[] = []
  for (const locale of await readdir(providers)) {
    if (!/^[a-z]{2}(?:_[A-Z]{2})?$/.test(locale)) continue
    const source = await readFile(join(providers, locale, '__init__.py'), 'utf8')
    const level = /^(?:en|de|fr|es|it|nl|pt)/.test(locale) ? 2 : 1
    words.push(...namesOf(source).map((word): Word => ({ ...word, level })))
  }
  return words
}

/** The tuples of a Python source whose names say that they hold names. */
function namesOf(source: string): readonly Pick<Word, 'text' | 'field'>[] {
  const lists = source.matchAll(
    /^    (\w*(?:first|last)_names?\w*)(?:[^\w=\n][^=\n]*)?=\s*(?:OrderedDict)?[([{]+\n([\s\S]*?)^    [)\]}]/gm,
  )
  return [...lists].flatMap(([, kind = '', list = '']) =>
    [...list.matchAll(/"([^"\n]{2,40})"/g)]
      .flatMap(([, quoted = '']) => quoted.split(/[\s-]+/))
      .filter((text) => LATIN.test(text) && !PARTICLES.has(text.toLowerCase()))
      .map((text) => ({ text, field: kind.includes('first') ? ('first' as const) : ('last' as const) })),
  )
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const

/** Of Polish no other list has the names. */
const WELL_COVERED = /^pl/u

/** Somebody is called so, and catheters are measured by it. */
const UNITS = new Set(['charrière'])

/**
 * The names of Mimesis and of Faker for JavaScript, of all countries that write Latin letters. They have names that are words as well, so a
 * common word of a language is none by them, and no word is less of a word by them.
 */
export async function rarerNames(
  folder: string,
  levelOf: (text: string, field: Word['field']) => number,
): Promise<readonly Word[]> {
  const isCommonWord = (text: string) => LANGUAGES.some((language) => levelOf(text, language) === 2)
  const found = [...(await fromMimesis(folder)), ...(await fromFakerForJavaScript(folder))]
  return found.filter(({ text }) => {
    const small = text.toLowerCase()
    return LATIN.test(text) && !PARTICLES.has(small) && !UNITS.has(small) && !isCommonWord(text)
  })
}

type Named = { readonly names?: Lists; readonly surnames?: Lists }
type Lists = readonly string[] | Readonly<Record<string, readonly string[]>>

async function fromMimesis(folder: string): Promise<readonly Word[]> {
  const datasets = join(folder, 'mimesis/datasets')
  const locales = (await readdir(datasets)).filter((locale) => existsSync(join(datasets, locale, 'person.json')))
  const words = locales.map(async (locale) => {
    const { names = [], surnames = [] } = await readJson<Named>(join(datasets, locale, 'person.json'))
    return wordsOf(locale, names, surnames)
  })
  return (await Promise.all(words)).flat()
}

type Weighted = string | { readonly value: string }
type Definitions = {
  readonly person?: Readonly<Record<string, readonly Weighted[] | Readonly<Record<string, readonly Weighted[]>>>>
}

async function fromFakerForJavaScript(folder: string): Promise<readonly Word[]> {
  const module: unknown = await import(join(folder, 'faker-js/dist/index.js'))
  const { allLocales } = module as { readonly allLocales: Readonly<Record<string, Definitions>> }
  const plain = (lists: readonly Weighted[] | Readonly<Record<string, readonly Weighted[]>> = []) =>
    Object.values(lists)
      .flat()
      .map((one: Weighted) => (typeof one === 'string' ? one : one.value))
  return Object.entries(allLocales).flatMap(([locale, { person }]) =>
    wordsOf(locale, plain(person?.first_name), plain(person?.last_name)),
  )
}

function wordsOf(locale: string, names: Lists, surnames: Lists): readonly Word[] {
  const level = WELL_COVERED.test(locale) ? 2 : 1
  const words = (lists: Lists, field: 'first' | 'last') =>
    Object.values(lists)
      .flat()
      .flatMap((text: string) => text.split(/[\s-]+/))
      .map((text): Word => ({ text, field, level }))
  return [...words(names, 'first'), ...words(surnames, 'last')]
}
