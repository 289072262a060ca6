import type { Sex } from './pseudonym-map.ts'

/** A name taken apart. Parts are without case, accents and punctuation; one of a single letter is an initial. */
export type PersonName = {
  /** Given names first, whatever the order in which it was written. */
  readonly parts: readonly string[]
  /** `jr`, `iii`: tells father from son. */
  readonly generation: string | null
  readonly sex: Sex | null
}

/** Forms of address of eight languages; those that are also given or family names ("Pan", "Paz") are none here. */
const BY_SEX: readonly (readonly [Sex | null, string])[] = [
  [
    'm',
    'mr mister sir lord hr herr herrn monsieur senor don senhor sig signor signore dottor dhr meneer panu panem master',
  ],
  [
    'f',
    'mrs ms miss lady dame frau madame mme mlle senora sra dona senhora signora sigra dottssa drssa profssa dra mevrouw mevr mw pani pania',
  ],
  [
    null,
    'dr doctor doktor docteur prof professor judge justice hon rev nurse me fr sr oa pd med dott avv enf drs lek mgr adw mec',
  ],
]
const TITLES: ReadonlyMap<string, Sex | null> = new Map(
  BY_SEX.flatMap(([sex, titles]) => titles.split(' ').map((title) => [title, sex] as const)),
)
/** Given names as well: as a title nothing is lost when they are replaced with the name. */
const GIVEN_NAMES = new Set(['don', 'dona', 'dame', 'master', 'justice'])
const GENERATIONS = new Set(['jr', 'junior', 'sr', 'senior', 'ii', 'iii', 'iv'])
/** Behind a comma; without one "Do" and "Pa" are family names. */
const DEGREES = new Set(['md', 'phd', 'esq', 'esquire', 'qc', 'kc', 'rn', 'do', 'jd', 'llm', 'llb', 'mba', 'pa', 'np'])
const PLAIN_DEGREES = new Set(['md', 'phd', 'esq', 'esquire'])
const TITLE_AT_START = /^((?:\p{L}{1,10})(?:\.\p{L}{2,3})?\.?)\s+(?=\S)/u

/** The titles that a text begins with, with the white space behind them; null: none. The first that tells it says the sex. */
export function titleAtStart(text: string): { readonly length: number; readonly sex: Sex | null } | null {
  const match = TITLE_AT_START.exec(text)
  const sex = TITLES.get(fold(match?.[1] ?? ''))
  if (!match || sex === undefined) return null
  const length = match[0].length
  const next = titleAtStart(text.slice(length))
  return { length: length + (next?.length ?? 0), sex: sex ?? next?.sex ?? null }
}

/** How much of a name is a title that may stay readable before it, white space included. */
export function readableTitle(text: string): number {
  const title = titleAtStart(text)
  const isGivenName = title !== null && GIVEN_NAMES.has(fold(text.slice(0, title.length)))
  return isGivenName ? 0 : (title?.length ?? 0)
}

/** Of the title that stands right before a place, as in "Mrs [Lee]"; null: none, or it does not say. */
export function sexBefore(text: string, start: number): Sex | null {
  const word = /(\p{L}{1,10})\.?\s{1,2}$/u.exec(text.slice(Math.max(0, start - 14), start))
  return TITLES.get(fold(word?.[1] ?? '')) ?? null
}

export function readPersonName(text: string, sexKnown: Sex | null = null): PersonName {
  const title = titleAtStart(text)
  const [first = '', ...behind] = (title ? text.slice(title.length) : text).split(',')
  const tail = behind.flatMap(wordsOf).filter((word) => !DEGREES.has(word))
  const [head = '', ...rest] = [...tail.filter((word) => !GENERATIONS.has(word)), ...wordsOf(first)]
  const generation = [...rest, ...tail].find((word) => GENERATIONS.has(word)) ?? null
  const parts = [head, ...rest.filter((word) => !GENERATIONS.has(word) && !PLAIN_DEGREES.has(word))]
  return { parts: familyLast(parts.filter(Boolean)), generation, sex: sexKnown ?? title?.sex ?? null }
}

/** Whether `short` may be another way to write `full`, such as "A. Lee" or "Mr Lee" for "Andrew Lee". */
export function fitsInto(short: PersonName, full: PersonName): boolean {
  if (short.sex !== null && full.sex !== null && short.sex !== full.sex) return false
  const [only, ...more] = short.parts
  if (only === undefined || short.parts.length > full.parts.length) return false
  if (more.length === 0) return only.length > 1 && nameWith(short, full).includes(only)
  if (short.generation !== full.generation) return false
  if (short.parts.at(-1) !== full.parts.at(-1)) return false
  return startsAlike(short.parts.slice(0, -1), full.parts.slice(0, -1))
}

/** "Mr Lee" is nobody's given name. */
function nameWith({ sex }: PersonName, { parts }: PersonName): readonly string[] {
  return sex !== null && parts.length > 1 ? parts.slice(1) : parts
}

/** The same letters, so the same person unless the titles say otherwise. */
export function sameName(one: PersonName, other: PersonName): boolean {
  const isSame = one.parts.join(' ') === other.parts.join(' ') && one.generation === other.generation
  return isSame && (one.sex === null || other.sex === null || one.sex === other.sex)
}

/** Every given name of the shorter in its order; the first stands first in both, initials for any name that begins so. */
function startsAlike(short: readonly string[], full: readonly string[]): boolean {
  const [first, ...rest] = short
  const [fullFirst, ...fullRest] = full
  if (first === undefined || fullFirst === undefined || !alike(first, fullFirst)) return false
  let at = 0
  return rest.every((part) => {
    const found = fullRest.findIndex((other, index) => index >= at && alike(part, other))
    at = found + 1
    return found >= 0
  })
}

function alike(one: string, other: string): boolean {
  if (one.length === 1 || other.length === 1) return one[0] === other[0]
  return one === other
}

/** "Lee A": the initial that ends a name is a given name. */
function familyLast(parts: readonly string[]): readonly string[] {
  const last = parts.at(-1)
  const isInverted = parts.length > 1 && last?.length === 1 && parts.some((part) => part.length > 1)
  return isInverted ? [last, ...parts.slice(0, -1)] : parts
}

/** Initials that are written together ("A.B.") are two. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/(\p{Lu})\.(?=\p{L})/gu, '$1. ')
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '')
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
