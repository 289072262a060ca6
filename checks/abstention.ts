import { contentWords } from '../text/words.ts'

const HOW = '(?:explicitly |directly |specifically |clearly )?'
const SOURCE = '(?:sources?|documents?|passages?|texts?|excerpts?|provided information|context)'

/** Of these a denial may be what they say: a letter that gives no notice. */
const SOURCE_OF_CASE = '(?:records?|letters?|judgments?|files?)'

/** Where something is not given: also in what is itself asked about. */
const PLACE = `(?:${SOURCE}|${SOURCE_OF_CASE}|notes?|charts?|reports?|lease|contract|agreement|clauses?|sections?)`

/** "The text of the contract", "the document provided". */
const OF_IT =
  '(?: (?:(?:you |that (?:was|were) )?(?:provided|given|supplied)|cited|above|itself|themselves)| (?:of|for|in|on|from) (?:(?:the|this|that) )?[^\\s,.]+)?'
const NOT = "(?:does|do|did|has|have)(?:n['’]t| not)"
const SAY = '(?:say|said|state|mention|specif(?:y|ied)|indicate|disclose|address)(?:d|ed)?'
const GIVE = '(?:contain|provide|include|give|record|tell|describe|list)(?:d|ed)?(?! for\\b| notice\\b)'
const INFORMATION = '(?:information|mention|details?|data)'

/** Behind it "no indication" is of what is said, and not of an operation. */
const OF_WHAT = '(?:(?:of |as to |about )?(?:what|when|where|which|who|why|how|whether)\\b|in )'
const NOTHING = `(?:no|not enough|insufficient) (?:specific |explicit )?(?:${INFORMATION}|indication(?= ${OF_WHAT}))`

/** "No details were changed" says something. */
const GIVEN =
  '(?: (?:is|are|was|were|has been|have been))? ?(?:given|provided|available|found|included|recorded|stated|contained|on\\b|of\\b|about|regarding|concerning|as to|in\\b|what|when|where|which|who|why|how|whether|[.!]?$)'

/** What nobody was told is a finding: "No information about the risks was given to the patient." */
const TO_SOMEBODY = '(?!.*\\b(?:given|provided|offered|supplied) to\\b)'
const BEGINS = `(?:^|[,;:] (?:but |and |so )?|\\bthere (?:is|are|was|were) |\\b${PLACE}${OF_IT} (?:contain|give|provide|include|have|has|offer)s? |\\b(?:I|we) (?:find|found|see|saw|have) )`

const CANNOT_BE = "(?:cannot|can['’]t|can not|could not) be (?:determined|answered|established)\\b"

const DENIALS = [
  new RegExp(
    `\\b(?:is|are|was|were|has|have)(?:n['’]t| not| never)(?: been)? ${HOW}(?:mentioned|stated|specified)\\b(?! (?:in|by|to) (?!(?:the|this|these|any) (?:[^\\s,.]+ )?${PLACE}\\b))`,
    'i',
  ),
  new RegExp(
    `\\b(?:(?:is|are|was|were)(?:n['’]t| not)|(?:has|have)(?:n['’]t| not) been) ${HOW}(?:given|provided|included|recorded|described|listed|found|available|known) (?:in|by|from|within) (?:the|this|these|any) (?:[^\\s,.]+ )?${PLACE}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:(?:is|are|was|were)(?:n['’]t| not)|(?:has|have)(?:n['’]t| not) been) ${HOW}(?:indicated|disclosed|addressed) (?:in|by|within) (?:the|this|these|any) ${SOURCE}\\b`,
    'i',
  ),
  new RegExp(`\\b(?:${SOURCE}|${SOURCE_OF_CASE})${OF_IT} ${NOT} ${HOW}${SAY}\\b`, 'i'),
  new RegExp(`\\b(?:no|neither|none of (?:the|these)) (?:${SOURCE}|${SOURCE_OF_CASE}) ${SAY}s?\\b`, 'i'),
  new RegExp(`^(?:it|they) ${NOT} ${HOW}(?:say|state|mention|specify)\\b`, 'i'),
  new RegExp(`\\b(?:${SOURCE}|${SOURCE_OF_CASE})\\b.*\\b(?:it|they) ${NOT} ${HOW}${SAY}\\b`, 'i'),
  new RegExp(`\\b${SOURCE}${OF_IT} ${NOT} ${HOW}${GIVE}\\b`, 'i'),
  new RegExp(
    `\\b${SOURCE_OF_CASE}${OF_IT} ${NOT} ${HOW}${GIVE} (?:(?:any|enough|the|such|further|specific) ){0,2}${INFORMATION}\\b`,
    'i',
  ),
  new RegExp(`${BEGINS}${NOTHING}${GIVEN}${TO_SOMEBODY}`, 'i'),
  new RegExp(`^(?:this|it|that|the (?:answer|question))\\b.* ${CANNOT_BE}`, 'i'),
  new RegExp(`\\b${CANNOT_BE} (?:from|by|with|on the basis of) (?:the|this|these) (?:[^\\s,.]+ )?${PLACE}\\b`, 'i'),
  /\b(?:is|are) silent (?:on|about|as to)\b/i,
  /\b(?:Quellen?|Dokumente?n?|Unterlagen|Texte?) (?:nenn|sag|erwähn|enth[aä]lt)\p{L}*\b[^,;.]*(?<!\p{L})(?:nicht|keine?n?)(?!\p{L})/iu,
  /\b(?:ist|sind|wird|werden|wurden?)\b[^,;.]*(?<!\p{L})(?:nicht|keine?n?)(?!\p{L})[^,;.]*(?:genannt|erwähnt|angegeben)(?!\p{L})/iu,
  /^nicht (?:genannt|erwähnt|angegeben)/iu,
  /\bkeine (?:genaueren? |näheren? )?Angaben? (?:zu[rm]?|über|dazu|hierzu)\b/iu,
]

/**
 * Whether a sentence says that the sources do not tell, instead of telling something: "The brand is not mentioned", and not "The
 * rent does not include VAT", "He was not given aspirin" or "The records show that he did not say so": what denies must be the
 * source. Small models say it in many ways, and such a sentence is no answer, whatever it cites.
 */
export function isAbstention(sentence: string): boolean {
  return DENIALS.some((denial) => denial.test(sentence))
}

/** A plain "and" may stand within what is denied: "Harris and Bailey are not mentioned". */
const JOINS = /,\s+(?:and|but|while|whereas|however,?)\s+|\s+(?:but|while|whereas)\s+/gi

/** Fewer words than these are no clause: "the brand and colour are not mentioned". */
const CLAUSE_WORDS = 3

/**
 * What a sentence says, without the clause that only says that the sources do not tell of another thing: asked of two documents, small
 * models write "Anderson is an auditor, and Harris is not mentioned in the text" for the first. Any other sentence as it is, also one
 * with several such joins.
 */
export function withoutAbstention(sentence: string): string {
  const [join, another] = [...sentence.matchAll(JOINS)]
  if (!join || another) return sentence
  const before = sentence.slice(0, join.index)
  const after = sentence.slice(join.index + join[0].length)
  if (isAbstention(after) && isClause(before)) return `${before}.`
  return isAbstention(before) && isClause(after) ? after.slice(0, 1).toUpperCase() + after.slice(1) : sentence
}

function isClause(text: string): boolean {
  return !isAbstention(text) && contentWords(text).length >= CLAUSE_WORDS
}
