import { wordsOfTime } from './question-words.ts'

/** A document that a question names, by these of its words. */
export type NamedDocument = { readonly document: number; readonly words: ReadonlySet<string> }

/** What the names of a question are looked up in. */
export type NamedIndex = {
  /** Documents whose text or title has a word, those that have it most often first. */
  readonly documentsWith: (word: string, limit: number) => readonly number[]
  readonly documentCount: number
  /** The words of a document's title and head. */
  readonly namesOf: (document: number) => ReadonlySet<string>
  /** The beginning of its text, or all of it. */
  readonly textOf: (document: number, atMostCharacters: number) => string
}

const NAMING_SHARE = 0.25
/** Of more than these no question is about each. */
export const DOCUMENTS_AT_MOST = 4

/** A word, however ordinary, names documents when no more than so many of them have it. */
export function namedAtMost(documentCount: number): number {
  return Math.max(1, Math.floor(documentCount * NAMING_SHARE))
}

/** Of a surname, documents that are looked through for the initials. */
const WITH_SURNAME_AT_MOST = 64
/** Whom a document is about, its parties or its patient, it says so early. */
const OPENING_CHARACTERS = 1500

/**
 * The documents that a question names ("the judgments of Ashton and Glenwood"): those whose title or head has a name or number of
 * the question that few documents have, the one with most of them first. Initials tell people of one surname apart: "M. Harris" does
 * not name the judgment of Judge N. Harris.
 */
export function namedDocuments(question: string, index: NamedIndex): readonly NamedDocument[] {
  const atMost = namedAtMost(index.documentCount)
  const having = namesIn(question).map((name) => havingName(name, atMost, index))
  return byMostWords(having.filter(({ found }) => found.length > 0 && found.length <= atMost))
}

function havingName({ word, person }: Name, atMost: number, index: NamedIndex): Having {
  const all = index.documentsWith(word, person ? WITH_SURNAME_AT_MOST : atMost + 1)
  const ofPerson = person ? havingPerson(person, all, index) : []
  if (ofPerson.length > 0) return { word, found: ofPerson, naming: ofPerson }
  return { word, found: all, naming: all.filter((document) => index.namesOf(document).has(word)) }
}

/** Those that begin with the person; else the one that has the person anywhere. */
function havingPerson(person: RegExp, all: readonly number[], { textOf }: NamedIndex): readonly number[] {
  const opening = all.filter((document) => person.test(textOf(document, OPENING_CHARACTERS)))
  if (opening.length > 0) return opening
  const anywhere = all.filter((document) => person.test(textOf(document, Infinity)))
  return anywhere.length === 1 ? anywhere : []
}

/** Documents that have a word, and those that it may name. */
type Having = { readonly word: string; readonly found: readonly number[]; readonly naming: readonly number[] }

/** A word that the text of a document has does not name another one as well: two cases may share a name. */
function byMostWords(rare: readonly Having[]): readonly NamedDocument[] {
  const named: NamedDocument[] = []
  let left = rare
  while (named.length < DOCUMENTS_AT_MOST) {
    const byDocument = new Map<number, Set<string>>()
    for (const { word, naming } of left)
      for (const document of naming) byDocument.set(document, (byDocument.get(document) ?? new Set()).add(word))
    const inText = (document: number) => left.filter(({ found }) => found.includes(document)).length
    const [best] = [...byDocument].toSorted(
      ([one, words], [other, others]) => others.size - words.size || inText(other) - inText(one),
    )
    if (!best) break
    const [document, words] = best
    named.push({ document, words })
    left = left.filter(({ found }) => !found.includes(document))
  }
  return named
}

/** A word of a name; `person` finds the same surname with the same initials, or first names that begin with them. */
type Name = { readonly word: string; readonly person: RegExp | null }

/** Words with a capital or a digit, but for the first, which has its capital anyway. */
function namesIn(question: string): readonly Name[] {
  const persons = personsIn(question)
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? []
  const ofTime = wordsOfTime(question)
  const isName = (word: string, at: number) => /\p{N}/u.test(word) || (at > 0 && /^\p{Lu}\p{L}+/u.test(word))
  const names = words.filter((word, at) => isName(word, at) && !ofTime.has(word.toLowerCase()))
  const each = [...new Set(names.map((word) => word.toLowerCase()))]
  return each.map((word) => ({ word, person: persons.get(word) ?? null }))
}

/** By surname; none for one that the question gives with different initials. */
function personsIn(question: string): ReadonlyMap<string, RegExp> {
  const found = [...question.matchAll(/(?<!\p{L})((?:\p{Lu}\.[ -]?)+)(\p{Lu}\p{L}+)/gu)].map(
    ([, initials = '', surname = '']) => ({
      surname: surname.toLowerCase(),
      names: (initials.match(/\p{Lu}/gu) ?? []).map((initial) => `${initial}(?:\\.|\\p{L}+)?[ -]?`).join(''),
    }),
  )
  const bySurname = Map.groupBy(found, ({ surname }) => surname)
  return new Map(
    [...bySurname].flatMap(([surname, all]): [string, RegExp][] => {
      const names = new Set(all.map((one) => one.names))
      return names.size === 1 ? [[surname, new RegExp(`(?<!\\p{L})${[...names][0]}${surname}(?!\\p{L})`, 'iu')]] : []
    }),
  )
}
