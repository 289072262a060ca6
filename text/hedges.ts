/** What somebody says or believes: all that follows in the sentence is theirs. */
const REPORTING =
  /^(?:claim(?:ed|ing)|alleg|argu(?:e[sd]?|ing)$|contend|assert|suspect(?:s|ing)?$|suspic|believ|suppos(?:e[sd]?|edly|ing|ition)$|aver(?:s|red)$|pleaded|says?$|said$|told$|thinks?$|thought$|fear(?:s|ed)$|apparently|purported)/
/** What may be so, no further than this clause; and verbs that report in one sentence and mean something else in another. */
const HEDGING =
  /^(?:possib|probab|presum|likel|unlikely|perhaps|maybe|might|could|potentially|questionabl|quer[yi]|differential|suspected|uncertain|unclear|unconfirmed|doubtful|seem|appear(?:s|ed)?$|hypothe(?:s|tic)|claims?$|submit(?:s|ted)$|maintain|insist|assum|suggest|denying|reports$|reported|stat(?:ed|ing)$)/
const OF_A_TEXT =
  '(?:laws?|rules?|clauses?|sections?|articles?|lease|contract|agreement|policy|acts?|framework|guidelines?)'
/**
 * A mark before a word or by itself, and not behind one: "? fracture" asks for a look, and is no end of a question. What a text
 * says, other than a person, need not be told with who says it.
 */
const QUERY = new RegExp(
  [
    String.raw`(?:^|[\s(:,;/])\?`,
    String.raw`\b(?:rul(?:e|ed|ing) out|r/o)\b`,
    String.raw`\b(?:consistent with|concern(?:s|ed|ing)? (?:for|of))\b[^,]*$`,
    String.raw`\baccording to (?!(?:[\p{L}'’]+ ){0,4}${OF_A_TEXT}\b)`,
  ].join('|'),
  'iu',
)

/** Whether what is left out in front of a quote in its sentence gives it as what somebody says; a word in lower case. */
export function isReporting(word: string): boolean {
  return REPORTING.test(word)
}

/** Whether a word of a clause leaves open whether the rest of it is so; in lower case. */
export function isHedging(word: string): boolean {
  return HEDGING.test(word)
}

/** Whether what stands before something puts it in doubt by several words, or by a question mark. */
export function isQueried(left: string): boolean {
  return QUERY.test(left)
}
