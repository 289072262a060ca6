import type { Span } from '../../text/spans.ts'
import { isDocumentWord } from '../../text/document-words.ts'
import { splitSentences } from '../../text/sentences.ts'
import { pageCitations } from './page-citations.ts'
import { paragraphNumber } from './paragraph-number.ts'

/** "(a)" or "- " at the beginning of a paragraph; the marks of Markdown. */
const ITEM = /^\s*(?:[-*•–]\s+|\(?(?:[a-z]|[ivx]{1,4})[.)]\s+)?/iu
const MARKS = /\*\*|__|^#{1,6}\s/gmu

/** "According to the judgment, …", "As the report records, …", "Under the lease, …": whose words follow. "Roe v. Lee Ltd." ends none. */
const FRAME =
  /^\s*(?:according to|as (?:stated|set out|provided|noted|recorded|appears|shown) (?:in|by|from)|as|under|pursuant to|in|per|on the terms of)\s+(?:the|this|that|its|his|her|their)\s+(?:[^,;.]|(?<=\b\p{L}{1,3})\.(?=\s)){2,100}?(?:\s(?:records?|states?|says|notes?|shows?|provides?|finds))?,\s*/iu
const BY_CLAUSE =
  /^\s*(?:by|under|pursuant to|in|according to|in accordance with|nach|gemäß|laut)\s+(?:clause|section|article|paragraph|para\.?|schedule|ziffer|klausel|artikel|§)\s*\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-z]{1,4}\))?(?:\s+of\s+(?:the|this|that)\s+\p{L}+)?,\s*/iu

/** "By clause 12.3, payment is a condition": without the clause, which a page may have elsewhere or not at all; null where it gives none. */
export function withoutClause(bare: string): string | null {
  const clause = BY_CLAUSE.exec(bare)
  return clause ? blanked(bare, [{ start: 0, end: clause[0].length }]) : null
}

/** "The judgment states that …", "It is recorded that …". */
const SAYS_THAT =
  /^\s*(?:(?:the|this)\s+(?<what>[^\s,;.][^,;.]{1,79}?)\s+(?:also |expressly |further )?(?:states?|says|provides?|records?|notes?|finds|found|shows?|confirms?|recorded|stated|noted|provided)|it is (?:recorded|noted|stated|common ground|not in dispute)|(?:we|i) note)\s+that\s+/iu
/** What leads on from the sentence before, and says nothing by itself. */
const LEADING =
  /^\s*(?:accordingly|however|moreover|furthermore|in addition|in any event|further|also|in particular|specifically|indeed|thus|therefore|on that basis|notably),\s+/iu

/** Blanks are put in the place of what is left out, so that offsets stay. */
export type BareSentence = {
  readonly text: string
  /** The same with the words in front that may say whose words follow: a document may have them too. */
  readonly framed: string
  /** These words, which may themselves be wrong; empty where there are none. */
  readonly frame: string
  /** What the cited documents are called, which may be wrong as well. */
  readonly called: string
}

/** A draft's sentence without what is only the draft's: its number, where it says that it has its words from, the pages that it cites. */
export function bareSentence(sentence: string): BareSentence {
  const citations = pageCitations(sentence)
  const without = blanked(
    sentence,
    citations.map(({ whole }) => whole),
  )
  const marks = [...without.matchAll(MARKS)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }))
  let begins = numberLength(without)
  begins += LEADING.exec(without.slice(begins))?.[0].length ?? 0
  const ends = begins + frameLength(without.slice(begins))
  return {
    text: blanked(without, [{ start: 0, end: ends }, ...marks]),
    framed: blanked(without, [{ start: 0, end: begins }, ...marks]),
    frame: sentence.slice(begins, ends).trim(),
    called: citations.map(({ called }) => called).join('\n'),
  }
}

function numberLength(text: string): number {
  const number = paragraphNumber(text)
  return number?.isMarked ? number.length : (ITEM.exec(text)?.[0].length ?? 0)
}

/** How many characters in front may say whose words follow: whether they say nothing else is for who knows the document. */
function frameLength(text: string): number {
  const frame = FRAME.exec(text)
  if (frame && namesDocument(frame[0]) && splitSentences(frame[0]).length === 1) return frame[0].length
  const says = SAYS_THAT.exec(text)
  // "The rule applies to notes that are kept": what notes is the rule, and no document.
  if (says && (says.groups?.what === undefined || namesDocument(says.groups.what))) return says[0].length
  return 0
}

function namesDocument(text: string): boolean {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).some(isDocumentWord)
}

function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (whole, { start, end }) => whole.slice(0, start) + ' '.repeat(end - start) + whole.slice(end),
    text,
  )
}
