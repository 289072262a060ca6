import { WRITTEN_ABBREVIATIONS } from '../../../text/abbreviations.ts'

export type SentenceLimits = { readonly atLeast: number; readonly atMost: number }

/** As many as the instructions ask for: what small models wrote beyond the fourth sentence strayed from the question. */
export const USUAL_SENTENCES: SentenceLimits = { atLeast: 1, atMost: 4 }
/** A 0.5B that was given one source alone went on marking its sentence until the end of its tokens. */
const MARKS_AT_MOST = 4

/** Between what is pointed at and the answer. */
export const ANSWER_FOLLOWS = '\nAnswer: '

const QUOTES_AT_MOST = 3
/** What is concluded from so few sentences says the same again when it is longer. */
const CONCLUSIONS_AT_MOST = 2

/**
 * GBNF under which every sentence of an answer ends with one or more marks of the given closed set, before or behind its
 * full stop. Brackets occur nowhere else, so no citation can be invented. Where the answer has `begun`, nothing may follow.
 */
export function answerGrammar(
  marks: readonly string[],
  begun = false,
  { atLeast, atMost }: SentenceLimits = USUAL_SENTENCES,
): string {
  const root = begun ? `(separator claim){0,${atMost - 1}}` : `claim (separator claim){${atLeast - 1},${atMost - 1}}`
  return [`root ::= ${root}`, ...claimRules(marks)].join('\n')
}

/** The same, after a line that points at some of the `letters`; a sentence that is said again does not begin with its letter. */
export function quotingGrammar(marks: readonly string[], letters: readonly string[]): string {
  return [
    `root ::= "Quotes: " letter (", " letter){0,${QUOTES_AT_MOST - 1}} ${JSON.stringify(ANSWER_FOLLOWS)} claim (separator claim){0,${CONCLUSIONS_AT_MOST - 1}}`,
    `letter ::= ${choice(letters)}`,
    ...claimRules(marks, '('),
  ].join('\n')
}

/** Sentences without any mark. */
export function proseGrammar(sentencesAtMost: number): string {
  return [
    `root ::= sentence (" " sentence){0,${sentencesAtMost - 1}}`,
    'sentence ::= (abbreviated ". ")* first piece* [.!?]',
    ...wordRules(''),
  ].join('\n')
}

/** `never`: what else a sentence does not begin with. */
function claimRules(marks: readonly string[], never = ''): readonly string[] {
  return [
    'separator ::= " " | "\\n"',
    'claim ::= (abbreviated ". ")* first piece* (marks [.!?]? | [.!?] " "? marks)',
    ...wordRules(never),
    `marks ::= (" "? "[" mark "]"){1,${Math.min(MARKS_AT_MOST, marks.length)}}`,
    `mark ::= ${choice(marks)}`,
  ]
}

function wordRules(never: string): readonly string[] {
  return [
    `first ::= [^ ${never}.!?\\[\\]\\n]`,
    'piece ::= [^.!?\\[\\]\\n] | [.!?] [^ .!?\\[\\]\\n] | abbreviation',
    'abbreviation ::= (" " abbreviated ".")+ " "',
    // A full stop behind one of these ends no sentence, so that no source mark is due there.
    `abbreviated ::= [A-Z] | ${choice(WRITTEN_ABBREVIATIONS)}`,
  ]
}

function choice(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join(' | ')
}
