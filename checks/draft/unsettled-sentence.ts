import { isDay, isSameValue, type Statement, statementOf, type Term, type Value } from '../claim-statement.ts'
import { languageOf } from '../../text/languages.ts'
import { isSameWord } from '../../text/word-forms.ts'
import type { ReadPlace } from '../confirm.ts'
import type { CheckedSource } from '../find-support.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import type { Compared } from './compare-sentence.ts'
import type { DraftFound, FoundAt } from './draft-finding.ts'
import { isHeading, isShortFact, notChecked, ownWords } from './says-fact.ts'

export type ReadSourcePlace = { readonly source: string; readonly place: ReadPlace }
export type Against = ReadSourcePlace & { readonly compared: Compared }

/** What was looked at; not whole where some library could not be searched, so that nothing can be called missing. */
type Looked = {
  readonly sources: readonly CheckedSource[]
  readonly lexicon: Lexicon
  readonly isWholeSearch: boolean
}

/** With less of a sentence in any one place, the documents do not speak of it. */
const SPOKEN_OF = 0.5

/**
 * What a place says in other words, to be compared: with the numbers and dates that the place has otherwise, and its page has not. Nobody
 * can tell whether they are of the same thing.
 */
function inOtherWords(
  sentence: string,
  claim: Statement,
  best: ReadSourcePlace,
  sources: readonly CheckedSource[],
): DraftFound {
  const at = [placeAt(best)]
  const page = statementOf(sources.find(({ source }) => source === best.source)?.text ?? '')
  const isOn = (value: Value, said: Statement) => said.values.some((other) => isSameValue(value, claim, other, said))
  // A number without a unit may count anything, and of two days each may be of something else.
  const lacking = claim.values
    .filter(({ measure }) => measure !== null && measure.unit !== null)
    .filter((value) => !isOn(value, page))
  const { said, text } = best.place
  const left = said.values.filter((other) => !claim.values.some((value) => isSameValue(value, claim, other, said)))
  for (const value of lacking) {
    const [rival, ...others] = left.filter(({ kind }) => kind === value.kind)
    if (!rival || others.length > 0) continue
    const [written, stands] = [claim.text.slice(value.start, value.end), text.slice(rival.start, rival.end)]
    const words = [{ start: value.start, end: value.end }]
    return found(sentence, 'not-checkable', { words, said: { code: 'otherValue', written, stands }, at })
  }
  return found(sentence, 'not-checkable', { said: { code: 'otherWords' }, at })
}

/** Neither borne out nor contradicted: in other words somewhere, in no document, or nothing that could be looked up. */
export function unsettled(sentence: string, claim: Statement, against: readonly Against[], looked: Looked): DraftFound {
  const { isWholeSearch, sources, lexicon } = looked
  const best = against.toSorted((one, other) => other.compared.all - one.compared.all)[0]
  const own = ownWords(sentence)
  if (own) return ofWriter(sentence, own, claim, isWholeSearch ? sources : null)
  if (best && best.compared.all >= SPOKEN_OF) {
    if (isHeading(sentence, claim)) return found(sentence, 'not-checkable', { said: { code: 'noFact' } })
    return inOtherWords(sentence, claim, best, sources)
  }
  const why = notChecked(sentence, claim)
  // Nobody can tell that a short sentence is missing, but a page that has a word of it is the one to compare.
  const isShort = why === 'noFact' && isShortFact(sentence, claim, lexicon)
  if (best && isShort) return inOtherWords(sentence, claim, best, sources)
  return why ? found(sentence, 'not-checkable', { said: { code: why } }) : missing(sentence, claim, best, looked)
}

/** A fact that no place speaks of. */
function missing(
  sentence: string,
  claim: Statement,
  best: ReadSourcePlace | undefined,
  { isWholeSearch, sources, lexicon }: Looked,
): DraftFound {
  if (!isWholeSearch) return found(sentence, 'not-checkable', { said: { code: 'notSearched' } })
  if (isOfOtherLanguage(sentence, sources)) return found(sentence, 'not-checkable', { said: { code: 'language' } })
  if (isMissing(claim, sources, lexicon)) return found(sentence, 'nowhere', { said: { code: 'nowhere' } })
  const at = best ? [placeAt(best)] : []
  return found(sentence, 'not-checkable', { said: { code: at.length > 0 ? 'otherWords' : 'noFact' }, at })
}

/**
 * What its writer asks or thinks; but an amount or day of an opinion that nothing found has is named, for it may be given as a fact:
 * "should have paid £9,999". `sources`: null where not all could be searched.
 */
function ofWriter(
  sentence: string,
  own: 'opinion' | 'question',
  claim: Statement,
  sources: readonly CheckedSource[] | null,
): DraftFound {
  const lacking = own === 'opinion' && sources ? lackingAmount(claim, sources) : undefined
  if (!lacking) return found(sentence, 'not-checkable', { said: { code: own } })
  const { start, end } = lacking
  const said = { code: 'opinionValue' as const, written: sentence.slice(start, end) }
  return found(sentence, 'not-checkable', { words: [{ start, end }], said })
}

function lackingAmount(claim: Statement, sources: readonly CheckedSource[]): Value | undefined {
  const held = sources.map(allSaid)
  const isThere = (value: Value) =>
    held.some((one) => one.values.some((other) => isSameValue(value, claim, other, one)))
  const isAmount = ({ kind, measure }: Value) => kind === 'date' || (measure !== null && measure.unit !== null)
  return claim.values.find((value) => isAmount(value) && !isThere(value))
}

/** All that a source says, with what is around it. */
function allSaid({ text, context, before = '' }: CheckedSource): Statement {
  return statementOf(`${before}\n${text}\n${context}`)
}

/** A German sentence is in no English document, whatever it says. */
function isOfOtherLanguage(sentence: string, sources: readonly CheckedSource[]): boolean {
  const own = languageOf(sentence)
  const theirs = languageOf(sources.map(({ text }) => text).join('\n'))
  return own !== null && theirs !== null && own !== theirs
}

/**
 * Whether a sentence that no place speaks of says something that is in nothing that was found: a number, a day, a name, or most of its
 * words. What is put together from all over a document is not missing, nor what has all its amounts and days from one passage.
 */
function isMissing(claim: Statement, sources: readonly CheckedSource[], { isOrdinary }: Lexicon): boolean {
  const held = sources.map(allSaid)
  const terms = held.flatMap((one) => one.terms)
  const isThere = ({ word }: Term) => terms.some((term) => isSameWord(term.word, word))
  // "Two days later" is computed from days that a page has.
  const hasDay = claim.values.some((value) => isDay(value) && held.some((one) => isHeldBy(value, claim, one)))
  const isComputed = ({ kind }: Value) => hasDay && (kind === 'time' || kind === 'months')
  const lackingValue = claim.values.some(
    (value) =>
      value.kind !== 'place' &&
      !isCount(value) &&
      !isComputed(value) &&
      !held.some((one) => one.values.some((other) => isSameValue(value, claim, other, one) || isYearOf(value, other))),
  )
  const lacking = claim.terms.filter((term) => !isThere(term))
  const isProper = ({ word, isName }: Term) => isName && !isOrdinary(word)
  const specific = claim.values.filter((value) => !isCount(value) && !isComputed(value))
  const isSpecific = claim.terms.some(isProper) || specific.length > 0
  const isSaidAnew = specific.length > 0 && held.some((one) => specific.every((value) => isHeldBy(value, claim, one)))
  const isOfOtherWords = isSpecific && !isSaidAnew && lacking.length > MISSING * claim.terms.length
  return lackingValue || lacking.some(isProper) || isOfOtherWords
}

function isHeldBy(value: Value, claim: Statement, said: Statement): boolean {
  return said.values.some((other) => isSameValue(value, claim, other, said))
}

/** "In 1962" of what a page dates "3 May 1962". */
function isYearOf({ measure }: Value, { kind, meanings }: Value): boolean {
  return kind === 'date' && measure?.unit === null && meanings.some((day) => day.startsWith(`${measure.figure}-`))
}

/** "Three pieces of evidence": a writer counts what a document lists. */
function isCount({ kind, measure }: Value): boolean {
  return (
    kind === 'place' ||
    (kind === 'number' && measure !== null && measure.plain <= COUNTED && Number.isInteger(measure.plain))
  )
}

const COUNTED = 20

/** Of the words of a sentence that says something of its own. */
const MISSING = 0.4

export function placeAt({ source, place }: ReadSourcePlace): FoundAt {
  const { start, end, text } = place
  return { source, start, end, quote: text }
}

export function found(
  sentence: string,
  verdict: DraftFound['verdict'],
  { words = [], said = null, instead = null, at = [] }: Partial<DraftFound>,
): DraftFound {
  return { kind: 'sentence', start: 0, end: sentence.length, verdict, words, said, instead, at }
}
