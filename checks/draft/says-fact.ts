import { isHedging } from '../../text/hedges.ts'
import { languageOf } from '../../text/languages.ts'
import type { Statement } from '../claim-statement.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'

/** What keeps a sentence from being looked up. */
type NotChecked = 'opinion' | 'question' | 'noFact' | 'language'

const QUESTION = /\?["”’)\]]*\s*$/u
/** Who argues, concludes, asks or thanks says nothing that a document could have. */
const OPINION = new RegExp(
  String.raw`\b(?:(?:we|i) (?:submit|contend|argue|say|believe|think|suggest|invite|ask|respectfully|conclude|consider|recommend|would|therefore|understand|look|trust|hope|write|enclose|attach|thank|refer|propose|reserve|urge|note with)` +
    String.raw`|it (?:is|was) (?:submitted|contended|argued|suggested|respectfully|clear|plain|obvious|evident|likely|unlikely|arguable|difficult)` +
    String.raw`|it (?:follows|seems|appears)|(?:our|my) (?:view|opinion|submission|judgment|calculation|case|position|argument|claim|request|clients?['’]s? \p{L}+)|(?:our|my) clients? (?:(?:therefore|also|further|now|still) )?(?:submits?|contends?|argues?|says?|believes?|denies|deny|disputes?|accepts?|do(?:es)? not|reserves?|intends?|wish(?:es)?|would|will|is|are|considers?|maintains?|requires?|demands?|seeks?|asks?|claims?|invites?|hopes?|proposes?|regrets?)|for (?:these|those|all these) reasons|(?:should|ought to) (?:be|have|not)` +
    String.raw`|untenable|unreasonable|reasonable to|compelling|misconceived|hopeless|unarguable|without merit|no merit|unfair|unjust|regrettabl[ey]|fortunately|unfortunately` +
    String.raw`|the (?:court|tribunal|judge) (?:is|should|will|must|ought)|(?:is|are) (?:invited|asked|respectfully) to|please|dear (?:sir|madam|dr|mr|ms|mrs|colleague)|yours (?:sincerely|faithfully)|kind regards|best wishes` +
    String.raw`|unseres erachtens|meines erachtens|nach (?:unserer|meiner) (?:auffassung|ansicht|meinung)|wir (?:meinen|bitten|beantragen|empfehlen)|sehr geehrte|mit freundlichen)\b`,
  'iu',
)

/** A line without a stop is a heading, a letterhead, a caption. */
const WRITTEN_OUT = /[.!?;:]["”’»)\]]*\s*$/u
/** Fewer words say nothing that could be looked up. */
const TERMS_AT_LEAST = 3
const WORDS_TO_TELL_LANGUAGE = 8

/** Whether a sentence asks, or is its writer's own: it is not looked up. */
export function ownWords(sentence: string): 'opinion' | 'question' | null {
  if (QUESTION.test(sentence)) return 'question'
  return OPINION.test(sentence) ? 'opinion' : null
}

/** A sentence too short to be called missing that has something to look up: "He is allergic to trimethoprim." */
export function isShortFact(
  sentence: string,
  { terms, values, states }: Statement,
  { isMedical, isOrdinary }: Lexicon,
): boolean {
  if (!WRITTEN_OUT.test(sentence) || terms.length + values.length + states.length < 2) return false
  const isChecked = terms.some(({ word, isName }) => isMedical(word) || (isName && !isOrdinary(word)))
  return terms.length + values.length < TERMS_AT_LEAST && (isChecked || values.some(({ kind }) => kind !== 'place'))
}

/** Why any other sentence that stands nowhere cannot be called missing; null where it states a fact of the matter. */
export function notChecked(sentence: string, { terms, values, states }: Statement): NotChecked | null {
  if (foreignTo(sentence)) return 'language'
  if (!WRITTEN_OUT.test(sentence)) return 'noFact'
  const isSpecific =
    values.some(({ kind }) => kind !== 'place') || terms.some(({ isName }) => isName) || states.length > 0
  if (!isSpecific || terms.length + values.length < TERMS_AT_LEAST) return 'noFact'
  const words = sentence.toLowerCase().match(/[\p{L}’']+/gu) ?? []
  return words.some(isHedging) ? 'opinion' : null
}

/** A line without a stop that names things and states nothing of them: "Larkspur Limited v Pennifold Estates". */
export function isHeading(sentence: string, { values, states }: Statement): boolean {
  return !WRITTEN_OUT.test(sentence) && values.length + states.length === 0
}

/** Whether a sentence is so long that its language would be told, and it is none that is checked. */
function foreignTo(sentence: string): boolean {
  if (
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Devanagari}]{4}/u.test(
      sentence,
    )
  )
    return true
  const words = sentence.match(/\p{L}+/gu) ?? []
  return words.length >= WORDS_TO_TELL_LANGUAGE && hasForeignLetters(words) && languageOf(sentence) === null
}

/** Letters that none of the eight languages has. */
function hasForeignLetters(words: readonly string[]): boolean {
  return words.filter((word) => /[řůěğışžčšđõøåþðőűțşăāēīūķļņģ]/iu.test(word)).length >= 2
}
