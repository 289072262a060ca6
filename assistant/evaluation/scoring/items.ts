import { absentFacts } from '../../../checks/absent-facts.ts'
import { contentWords, nameWords } from '../../../text/words.ts'
import { datesIn, daysWithoutYear } from '../../../text/dates.ts'
import { factsInText } from '../../../text/text-facts.ts'
import { isSameMeasure, type Measure, measuresIn } from '../../../text/measures.ts'
import { clocksIn } from '../../../text/clocks.ts'
import { hasWord } from '../../../checks/added-words.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { overlaps } from '../../../text/spans.ts'

/** One thing that a known answer says: an entry of a list or a clause. */
export type Item = {
  readonly facts: readonly ItemFact[]
  /** Content words that the question does not have. */
  readonly words: readonly string[]
}
export type ItemFact = {
  readonly kind: 'number' | 'date' | 'time' | 'name'
  /** With its unit and currency. */
  readonly text: string
}

/** So much of the words of an item must stand in one sentence. */
const WORDS_AT_LEAST = 0.5
const SHORTEST_WORD = 3
const BETWEEN_ITEMS = /[;,:]\s+|\s+(?:and|or|as well as)\s+|\n/g

/**
 * The items of a known answer that the question does not say itself. Of several the names count as words: "Case Filing" is no name, and
 * capitals do not tell.
 */
export function itemsOf(gold: string, question: string): readonly Item[] {
  const text = withoutMarkers(foldNormal(gold))
  const items = splitSentences(text)
    .flatMap(({ start, end }) => piecesOf(text.slice(start, end)))
    .map((piece) => itemOf(piece, question))
    .filter(({ facts, words }) => facts.length + words.length > 0)
  if (items.length === 1) return items
  return items
    .map(({ facts, words }) => {
      const names = facts.filter(({ kind }) => kind === 'name').flatMap(({ text: name }) => wordsOf(name, question))
      return { facts: facts.filter(({ kind }) => kind !== 'name'), words: [...new Set([...words, ...names])] }
    })
    .filter(({ facts, words }) => facts.length + words.length > 0)
}

/** "The steps were: (1) filing, (2) arrest" has no numbers, and leads in with nothing; "three (3) years" has one. */
function withoutMarkers(text: string): string {
  if (!text.includes('(1)') || !text.includes('(2)')) return text
  return text.replace(/[^.:;]*:\s*(?=\(1\))/, '').replaceAll(/\(\d{1,2}\)\s*/g, '; ')
}

const TROUBLE =
  '(?:abnormalit(?:y|ies)|abnormal findings?|issues?|problems?|illness(?:es)?|diseases?|disorders?|complaints?|complications?|conditions?)'
const NO_TROUBLE = new RegExp(
  `\\b(?:no|without|denies|free of)(?: (?:any|known|prior|previous|past|current|significant|major|other|chronic|history of|evidence of|health|medical))* ${TROUBLE}\\b`,
  'gi',
)
const NORMAL = /\b(?:normal|normally|healthy|unremarkable|within normal limits)\b/gi

/** One word for all that says that nothing is amiss: "healthy", "no prior illnesses", "unremarkable". */
export function foldNormal(text: string): string {
  return text.replaceAll(NO_TROUBLE, 'unremarkable').replaceAll(NORMAL, 'unremarkable')
}

/** Clauses and entries of a list; a comma within a date or a number parts nothing. */
export function piecesOf(sentence: string): readonly string[] {
  const facts = factsInText(sentence).filter(({ kind }) => kind !== 'name')
  const cuts = [...sentence.matchAll(BETWEEN_ITEMS)].filter(
    ({ 0: cut, index }) => !facts.some(({ start, end }) => start < index + cut.length && index < end),
  )
  const starts = [0, ...cuts.map(({ 0: cut, index }) => index + cut.length)]
  return starts.map((start, at) => sentence.slice(start, cuts[at]?.index ?? sentence.length).trim()).filter(Boolean)
}

function itemOf(piece: string, question: string): Item {
  const values = valuesIn(piece)
  return { facts: factsOf(piece, question), words: wordsOf(withoutSpans(piece, values), question) }
}

/** Lead in to what is said, and say nothing. */
const SAYS_LITTLE = new Set(
  'yes include included including following follow follows namely event noted such'.split(' '),
)

function wordsOf(text: string, question: string): readonly string[] {
  return [...new Set(contentWords(text))].filter(
    (word) => word.length >= SHORTEST_WORD && !/\d/.test(word) && !SAYS_LITTLE.has(word) && !hasWord(question, word),
  )
}

type Value = ItemFact & { readonly start: number; readonly end: number }

/** The numbers with their units, dates and times of a text, where they stand. */
export function valuesIn(text: string): readonly Value[] {
  const of = (kind: Value['kind'], { start, end }: Omit<Value, 'kind' | 'text'>) => ({
    kind,
    text: text.slice(start, end),
    start,
    end,
  })
  const moments = [
    ...datesIn(text).map((date) => of('date', date)),
    ...daysWithoutYear(text).map((day) => of('date', day)),
    ...clocksIn(text).map((clock) => of('time', clock)),
  ]
  const numbers = measuresIn(text)
    .filter(({ at, isPlace }) => !isPlace && !moments.some((moment) => overlaps(moment, at)))
    .map(({ whole }) => of('number', whole))
    // A capital would make a name of "Five".
    .map((value) => ({ ...value, text: value.text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()) }))
  return [...moments, ...numbers]
}

/** With all letters and digits that a value hangs together with: no "DAS" is left of DAS28. */
export function withoutSpans(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.reduce((left, { start, end }) => {
    const from = start - (/[\p{L}\p{N}]*$/u.exec(left.slice(0, start))?.[0].length ?? 0)
    const to = end + (/^[\p{L}\p{N}]*/u.exec(left.slice(end))?.[0].length ?? 0)
    return left.slice(0, from) + ' '.repeat(to - from) + left.slice(to)
  }, text)
}

/** The values and names of a text that the question does not have. */
export function factsOf(text: string, question: string): readonly ItemFact[] {
  const values = valuesIn(text)
  const asked = new Set(nameWords(question))
  const names = factsInText(text).filter(
    (fact) =>
      fact.kind === 'name' &&
      !values.some((value) => overlaps(value, fact)) &&
      // An initial alone is no name.
      nameWords(fact.text).some((word) => word.length > 1 && !asked.has(word)),
  )
  return [
    ...values.filter((value) => !isSaid(value.text, question)).map(({ kind, text: value }) => ({ kind, text: value })),
    ...names.map(({ text: name }) => ({ kind: 'name' as const, text: name })),
  ]
}

/** Whether a text has a fact, however it is written. */
export function isSaid(fact: string, text: string): boolean {
  // A word before it: at the beginning of a sentence a capital makes no name.
  return absentFacts(`x ${fact}`, [text], '').length === 0
}

/** How much of the items an answer says, 0 to 1, and what it says otherwise. */
export type Said = { readonly share: number; readonly contradicted: boolean }

export function saidOf(items: readonly Item[], answer: string, gold: string, question: string): Said {
  const text = foldNormal(answer)
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end))
  const only = items.filter(({ facts }) => facts.length > 0).length === 1 && items.length === 1
  const scores = items.map((item) => scoreOf(item, sentences, only))
  const all = scores.reduce((sum, { of }) => sum + of, 0)
  return {
    share: all === 0 ? 0 : scores.reduce((sum, { said }) => sum + said, 0) / all,
    contradicted: items.some((item) => isContradicted(item, sentences, `${question} ${gold}`)),
  }
}

/**
 * Each fact counts one, and so do the words: an event without its day is half of it. A value counts where it stands with a word of its
 * item; where the item has none, anywhere.
 */
function scoreOf({ facts, words }: Item, sentences: readonly string[], isOnly: boolean) {
  const near = words.length === 0 ? sentences : sentences.filter((text) => words.some((word) => hasWord(text, word)))
  const all = isOnly ? sentences : near
  const saidFacts = facts.filter(({ text, kind }) =>
    (kind === 'name' ? sentences : all).some((one) => isSaid(text, one)),
  )
  const weight = words.length === 0 || (isOnly && facts.length > 0) ? 0 : 1
  const areWordsSaid = sentences.some((text) => shareOfWords(words, text) >= WORDS_AT_LEAST)
  return { said: saidFacts.length + (areWordsSaid ? weight : 0), of: facts.length + weight }
}

function shareOfWords(words: readonly string[], text: string): number {
  return words.length === 0 ? 0 : words.filter((word) => hasWord(text, word)).length / words.length
}

/** Whether a clause in the words of an item gives another value of the same kind, one that the known answer has nowhere. */
function isContradicted({ facts, words }: Item, sentences: readonly string[], known: string): boolean {
  if (words.length === 0) return false
  const pieces = sentences.flatMap(piecesOf).filter((piece) => shareOfWords(words, piece) >= WORDS_AT_LEAST)
  return facts.some(
    (fact) =>
      fact.kind !== 'name' && pieces.some((piece) => !isSaid(fact.text, piece) && givesOther(fact, piece, known)),
  )
}

/** Whether a text gives another value of the kind of a fact, one that is not known. */
export function givesOther(fact: ItemFact, text: string, known: string): boolean {
  return factsOf(text, known).some((other) => isOfKind(other, fact))
}

/** Two dates, or two numbers of one thing, such as two times or two sums. */
function isOfKind(one: ItemFact, other: ItemFact): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind !== 'number') return true
  const [mine, yours] = [measuresIn(one.text)[0], measuresIn(other.text)[0]]
  return mine !== undefined && yours !== undefined && isOfDimension(mine, yours)
}

function isOfDimension(one: Measure, other: Measure): boolean {
  if (!one.unit || !other.unit) return one.unit === other.unit
  // Of one dimension any two may be equal once they are scaled.
  return isSameMeasure({ ...one, plain: 0 }, { ...other, plain: 0 })
}
