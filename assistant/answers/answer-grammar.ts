/** Words whose full stop does not end a sentence, so that no source mark is due behind it. */
const ABBREVIATIONS = 'Mr Mrs Ms Dr Prof St No Nos v vs p pp Art Sec cl para Inc Ltd Co Corp approx e.g i.e cf'.split(
  ' ',
)
/** As many as the instructions ask for: what small models wrote beyond the fourth sentence strayed from the question. */
const CLAIMS_AT_MOST = 4
/** A 0.5B that was given one source alone went on marking its sentence until the end of its tokens. */
const MARKS_AT_MOST = 4

/**
 * GBNF under which every sentence of an answer ends with one or more marks of the given closed set, before or behind its
 * full stop. Brackets occur nowhere else, so no citation can be invented. Where the answer has `begun`, nothing may follow.
 */
export function answerGrammar(marks: readonly string[], begun = false, claimsAtMost = CLAIMS_AT_MOST): string {
  const choice = (words: readonly string[]) => words.map((word) => JSON.stringify(word)).join(' | ')
  return [
    `root ::= ${begun ? '' : 'claim '}(separator claim){0,${claimsAtMost - 1}}`,
    'separator ::= " " | "\\n"',
    'claim ::= (abbreviated ". ")* first piece* (marks [.!?]? | [.!?] " "? marks)',
    'first ::= [^ .!?\\[\\]\\n]',
    'piece ::= [^.!?\\[\\]\\n] | [.!?] [^ .!?\\[\\]\\n] | abbreviation',
    'abbreviation ::= (" " abbreviated ".")+ " "',
    `abbreviated ::= [A-Z] | ${choice(ABBREVIATIONS)}`,
    `marks ::= (" "? "[" mark "]"){1,${Math.min(MARKS_AT_MOST, marks.length)}}`,
    `mark ::= ${choice(marks)}`,
  ].join('\n')
}
