import { splitSentences } from '../../../text/sentences.ts'

/** One of several that a question asks about, with all names that stand for it: its person, and the document or place it goes with. */
export type Party = readonly string[]

const PART = String.raw`(?:\p{Lu}\.|\p{Lu}[\p{L}\p{N}’'-]*\.?)`
const JOINER = '(?:,? |, (?:and )?| (?:of|de|van|von|der|la|the|for) )'
const NAME = `${PART}(?:${JOINER}${PART})*`
const NAME_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])${NAME}(?:['’]s?)?(?: \\p{Ll}+){0,2},?$`, 'u')
const NAME_BEHIND = new RegExp(`^(?:\\p{Ll}+ ){0,5}?(${NAME})`, 'u')
const JOIN = /,? (?:and|or|versus|vs\.?) /g
const FIRST_WORDS =
  /^(?:(?:According|Is|Are|Was|Were|Do|Does|Did|Has|Have|Had|Can|Will|Who|Whose|Whom|Which|What|When|Where|Why|How|Compare|Between|In|Of|For|The|A|An|Both|Either|Whether)\s+)+/u
const OF_NAME = new RegExp(NAME, 'u')
/** Of a name of several words so many must stand in a sentence that is about it. */
const NAMED_AT_LEAST = 0.5
const CUT = /;|,|\b(?:and|while|whereas|but)\b/g

/**
 * The parties that a question names beside each other, "A. Ash and B. Birch"; none where it names fewer than two. Where it also names
 * as many courts or hospitals, the first goes with the first.
 */
export function partiesIn(question: string): readonly Party[] {
  const lists = [...question.matchAll(JOIN)].map(({ 0: join, index }) =>
    namesAround(question.slice(0, index), question.slice(index + join.length)),
  )
  const named = lists.filter((list) => list.length > 1)
  // What is asked about stands last.
  const asked = named.at(-1)
  if (!asked) return []
  const beside = named.filter((list) => list.length === asked.length)
  return asked.map((_, at) => beside.map((list) => list[at] ?? ''))
}

function namesAround(before: string, behind: string): readonly string[] {
  const left = OF_NAME.exec(NAME_BEFORE.exec(before)?.[0].replace(FIRST_WORDS, '') ?? '')?.[0]
  const right = NAME_BEHIND.exec(behind)?.[1]
  if (left === undefined || right === undefined) return []
  const name = right.replace(/['’]s?$/, '').replace(/,$/, '')
  const parts = left.split(/, /)
  // "Ash, Birch and Cole" are three; "Ash, Mill Court and Birch, Hill Court" are two.
  return parts.length > 1 && !name.includes(',') ? [...parts, name] : [left, name]
}

/** What a text says of each of the parties, and what it says of none by name. */
export type ByParty = { readonly of: readonly string[]; readonly ofNone: string }

/**
 * A sentence that names nobody goes on about the party before it; one that names several is cut between them, or is about all of them
 * where it cannot be cut ("A and B are 40 and 50").
 */
export function textByParty(text: string, parties: readonly Party[]): ByParty {
  const of: string[][] = parties.map(() => [])
  const ofNone: string[] = []
  let last: readonly number[] = []
  const words = parties.map((_, at) => distinguishingWords(parties, at))
  // A quoted row ends with its line.
  const sentences = text
    .split('\n')
    .flatMap((line) => splitSentences(line).map(({ start, end }) => line.slice(start, end)))
  for (const piece of sentences.flatMap((sentence) => piecesOf(sentence, words))) {
    if (piece.parties.length > 0) last = piece.parties
    if (last.length === 0) ofNone.push(piece.text)
    for (const party of last) of[party]?.push(piece.text)
  }
  return { of: of.map((texts) => texts.join(' ')), ofNone: ofNone.join(' ') }
}

type Piece = { readonly text: string; readonly parties: readonly number[] }
export type Mention = { readonly party: number; readonly start: number; readonly end: number }

function piecesOf(sentence: string, words: readonly NameWords[]): readonly Piece[] {
  const mentions = mentionsOf(sentence, words)
  const all = [...new Set(mentions.map(({ party }) => party))]
  if (all.length < 2 || /\brespectively\b/.test(sentence)) return [{ text: sentence, parties: all }]
  const cuts: number[] = [0]
  for (const [at, { party, start }] of mentions.entries()) {
    const before = mentions[at - 1]
    if (!before || before.party === party) continue
    const cut = [...sentence.slice(before.end, start).matchAll(CUT)].at(-1)
    // "A and B were": nothing is said of the one alone.
    const saysMore = cut && /\p{L}{3,}|\d/u.test(sentence.slice(before.end, before.end + cut.index))
    if (!saysMore) return [{ text: sentence, parties: all }]
    cuts.push(before.end + cut.index)
  }
  return cuts.map((cut, at) => {
    const end = cuts[at + 1] ?? sentence.length
    const own = mentions.filter(({ start }) => start >= cut && start < end).map(({ party }) => party)
    return { text: sentence.slice(cut, end), parties: [...new Set(own)] }
  })
}

/** Where the parties are named in a sentence, in order. */
export function namedIn(sentence: string, parties: readonly Party[]): readonly Mention[] {
  return mentionsOf(
    sentence,
    parties.map((_, at) => distinguishingWords(parties, at)),
  )
}

function mentionsOf(sentence: string, words: readonly NameWords[]): readonly Mention[] {
  const all = [...sentence.matchAll(/[\p{L}\p{N}]+/gu)]
  return words
    .flatMap((names, party) =>
      names.flatMap((name) => {
        const found = all.filter(({ 0: word }) => name.includes(word) || name.includes(word.toLowerCase()))
        const isNamed = new Set(found.map(({ 0: word }) => word)).size >= NAMED_AT_LEAST * name.length
        return isNamed ? found.map(({ 0: word, index }) => ({ party, start: index, end: index + word.length })) : []
      }),
    )
    .toSorted((one, other) => one.start - other.start)
}

/** For each name of a party the words that no other party has in the same list. */
type NameWords = readonly (readonly string[])[]

function distinguishingWords(parties: readonly Party[], at: number): NameWords {
  return (parties[at] ?? []).flatMap((name, list) => {
    const others = new Set(parties.flatMap((party, other) => (other === at ? [] : wordsOf(party[list] ?? ''))))
    const own = wordsOf(name).filter((word) => !others.has(word))
    // Initials alone tell people of one surname apart.
    const long = own.filter((word) => word.length > 1)
    return own.length === 0 ? [] : [long.length > 0 ? long : own]
  })
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[\p{L}\p{N}]+/gu) ?? []
}
