import { MONTH_OF_DAY, WEEKDAY } from '../../text/calendar-words.ts'
import { readDates } from '../../text/dates.ts'
import { isDocumentWord } from '../../text/document-words.ts'
import type { Span } from '../../text/spans.ts'

/** A question in two: what it says of where to look ("the judgment of Ashton"), and what it asks. */
export type QuestionParts = {
  /** Without the words that lead it in; empty where a question does not begin with one. */
  readonly introduction: string
  readonly asking: string
}

const LEADS_IN =
  /^(?:according to|based on|as per|per|with (?:regard|respect|reference) to|regarding|concerning|considering|consider|looking at|given|about|in|from|under|for)\s+(?!(?:what|which|whose|whom|how)\b)(?=\S)/i
const ASKS =
  /^(?:and\s+|please\s+)*(?:what|when|where|which|who|whose|whom|why|how|is|are|was|were|does|do|did|can|could|may|might|must|shall|should|will|would|has|have|had|list|name|give|state|find|show|summari[sz]e|describe|explain|compare|tell)\b/i

/**
 * "Consider the Ashton lease; may it be ended?" and "According to the record of Ashton, when …?" in their two parts. Names have
 * commas and colons too: what is asked begins with the first part behind one that asks. A semicolon needs no such word.
 */
export function splitQuestion(question: string): QuestionParts {
  const [leadsIn] = LEADS_IN.exec(question) ?? []
  const at = leadsIn === undefined ? null : (behind(/;\s+/g, question) ?? behind(/[,:]\s+/g, question, ASKS))
  const introduction = question
    .slice(leadsIn?.length ?? 0, at ?? 0)
    .replace(/[\s,;:]+$/, '')
    .trim()
  return at === null || introduction === ''
    ? { introduction: '', asking: question }
    : { introduction, asking: question.slice(at) }
}

/** Where the text behind the first such mark begins that something follows, and that begins as it should. */
function behind(marks: RegExp, text: string, begins = /^\S/): number | null {
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const at = index + mark.length
    if (begins.test(text.slice(at))) return at
  }
  return null
}

const TIME = new RegExp(
  String.raw`(?<!\p{L})(?:in|on|since|until|till|by|before|after|from|last|next|im|am|seit|bis|vor|nach|en|depuis|jusqu['’]en|desde|hasta|da|em|desde|sinds|tot|w|od|do)\s+(?:${MONTH_OF_DAY}|${WEEKDAY})(?!\p{L})`,
  'giu',
)
/** Between the word for a document and its date. */
const DATED = 3

/**
 * The words in small letters by which a question says when, "on the 18th of March": they name no document that has them in its head, but
 * behind or before the word for one: "the letter of 18 March".
 */
export function wordsOfTime(question: string): ReadonlySet<string> {
  const spans = [
    ...readDates(question),
    ...[...question.matchAll(TIME)].map(({ 0: words, index }) => ({ start: index, end: index + words.length })),
  ]
  const isOfDocument = ({ start, end }: Span) =>
    [...wordsOf(question.slice(0, start)).slice(-DATED), ...wordsOf(question.slice(end)).slice(0, 1)].some(
      isDocumentWord,
    )
  return new Set(
    spans.filter((span) => !isOfDocument(span)).flatMap(({ start, end }) => wordsOf(question.slice(start, end))),
  )
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

export function withoutWords(text: string, words: ReadonlySet<string>): string {
  return text
    .replace(/[\p{L}\p{N}]+/gu, (word) => (words.has(word.toLowerCase()) ? '' : word))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Those of the words that no document has, or none of these, in any inflected form that the index folds. */
export function unknownWords(
  words: readonly string[],
  { documentsWith }: { documentsWith(words: string, limit: number): readonly number[] },
  within: readonly number[] | undefined,
): readonly string[] {
  const searched = within && new Set(within)
  const isSearched = (document: number) => searched?.has(document) ?? true
  return words.filter((word) => !documentsWith(word, Infinity).some(isSearched))
}
