import { contentWords } from './content-words.ts'
import { factsInText } from './facts-in-text.ts'
import { MONTH } from './month-names.ts'

const QUESTION_WORD = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/gi
const BEFORE_A_SUBJECT = '(?:is|was|were|are|did|does|do|will|would|must|may|can|could|should|shall|has|have|had)\\b'
const ASKS_FOR_A_TIME = new RegExp(
  `\\bwhen ${BEFORE_A_SUBJECT}|\\b(?:what|which) (?:date|day|month|year)\\b|\\bwhat (?:is|was) the (?:[\\w-]+ ){0,3}date\\b|\\bhow long ${BEFORE_A_SUBJECT}`,
  'i',
)
const ASKS_FOR_A_NUMBER = /\bhow (?:many|much|old|far|often|tall|heavy)\b/i

const TIME =
  /\b(?:until|till|upon|after|before|when|whenever|once|since|during|while|immediately|forthwith|today|yesterday|tomorrow|never|always|as (?:soon|long) as|so long as|indefinite\w*|perpetu\w*|forever|expir\w*|terminat\w*|complet\w*|sign\w*|birth|death|annual\w*|dai?ly|weekly|monthly|yearly|quarterly|morning|afternoon|evening|noon|midnight|night|\w+days?|spring|summer|autumn|winter|easter|christmas)\b/i
const IN_A_MONTH = new RegExp(`\\b(?:in|by|since|of|from) ${MONTH}`, 'iu')
const TIME_AGAIN = new Set(['date', 'day', 'week', 'month', 'year', 'hour', 'minute', 'period', 'term', 'life'])
const AMOUNT =
  /\b(?:no|none|nothing|zero|one|all|both|several|many|few|half|double|twice|single|each|every|any|whole|full|equal\w*|per ?cent|percent|thirds?|quarter|dozen|couple|unlimited|free|nominal|reasonable|sufficient|adequate|enough|less|more)\b/i

/**
 * Whether a question asks for one time or number and none of the sentences has any: "On what date was it made?" and "The buyer
 * accepts full responsibility". Never of a question for two things, one of which may have been answered.
 */
export function lacksWhatWasAsked(question: string, sentences: readonly string[]): boolean {
  if ((question.match(QUESTION_WORD) ?? []).length !== 1) return false
  const isForTime = ASKS_FOR_A_TIME.test(question)
  if (!isForTime && !ASKS_FOR_A_NUMBER.test(question)) return false
  const asked = new Set(contentWords(question))
  return !sentences.some(
    (text) => hasFact(text) || TIME.test(text) || hasTimeAgain(text, asked) || (!isForTime && AMOUNT.test(text)),
  )
}

function hasFact(text: string): boolean {
  return /\p{N}/u.test(text) || IN_A_MONTH.test(text) || factsInText(text).some(({ kind }) => kind !== 'name')
}

/** "Day" in "on which day" says nothing when it comes again. */
function hasTimeAgain(text: string, asked: ReadonlySet<string>): boolean {
  return contentWords(text).some((word) => TIME_AGAIN.has(word) && !asked.has(word))
}
