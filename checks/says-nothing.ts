const SOURCE =
  '(?:sources?|documents?|passages?|texts?|excerpts?|records?|letters?|provided information|context|judgments?|files?|it|they)'
const REPORTED = '(?:mentioned|stated|specified|indicated|disclosed|addressed)'
const REPORTS =
  '(?:say|state|mention|specify|indicate|disclose|address|contain|provide|include|give|record|tell|describe|list)'
const HOW = '(?:explicitly |directly |specifically |clearly )?'

const DENIALS = [
  new RegExp(`\\b(?:is|are|was|were|has|have)(?:n't| not| never)(?: been)? ${HOW}${REPORTED}\\b`, 'i'),
  new RegExp(
    `\\b(?:is|are|was|were)(?:n't| not) ${HOW}(?:given|provided|included|recorded|described|listed|available|known) (?:in|by|from) the\\b`,
    'i',
  ),
  new RegExp(`\\b${SOURCE} (?:does|do|did)(?:n't| not) ${HOW}${REPORTS}\\b`, 'i'),
  /\bno (?:specific |explicit )?(?:information|mention|details?|indication) (?:is|are|was|were|of|on|about|regarding|in|available|given|provided)\b/i,
  /\b(?:cannot|can't|can not|could not) be (?:determined|answered|established)\b/i,
  /\b(?:is|are) silent (?:on|about|as to)\b/i,
  /\b(?:Quellen?|Dokumente?n?|Unterlagen|Text)\b.*\b(?:nenn|sag|erwähn|enth[aä]lt)\p{L}*\b.*\b(?:nicht|keine?n?)\b/iu,
  /\b(?:nicht|kein\p{L}*)\b.*\b(?:genannt|erwähnt|angegeben|Angaben?)\b/iu,
]

/**
 * Whether a sentence says that the sources do not tell, instead of telling something: "The brand is not mentioned", and not "The
 * rent does not include VAT" or "He was not given aspirin".
 */
export function saysNothing(sentence: string): boolean {
  return DENIALS.some((denial) => denial.test(sentence))
}
