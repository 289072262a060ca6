import { message, type Message } from '../../../wording/message.ts'
import type { SourcePlace } from '../../program/rule.ts'

/** Why a pack does not pass the gate: where, what is wrong and what to write instead. Lines and columns count from 1. */
export type Problem = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: Message
  readonly fix: Message
  readonly code: ProblemCode
  /** The id of the rule it stands in. */
  readonly rule: string | null
}

type ProblemCode =
  /** Not YAML, or YAML that a pack may not use. */
  | 'YAML'
  /** Text that is no condition, fact or goal. */
  | 'SYNTAX'
  /** A key that does not exist, or a kind of entry that does not belong here. */
  | 'UNKNOWN_KEY'
  | 'MISSING_KEY'
  | 'WRONG_SHAPE'
  | 'DUPLICATE'
  | 'UNKNOWN_RELATION'
  | 'UNKNOWN_NAME'
  | 'UNKNOWN_TYPE'
  | 'UNKNOWN_FUNCTION'
  | 'UNKNOWN_CALENDAR'
  | 'UNKNOWN_UNIT'
  | 'UNKNOWN_PACK'
  /** Too few or too many values. */
  | 'ARITY'
  | 'TYPE'
  | 'UNIT'
  /** Outside what the place allows. */
  | 'RANGE'
  | 'IMPOSSIBLE_DATE'
  | 'ORDER_OF_DATES'
  /** A variable without a value, or one that occurs once. */
  | 'UNBOUND'
  | 'ONLY_ONCE'
  /** Conditions that nothing ties to the conclusion. */
  | 'UNRELATED'
  | 'TEMPLATE'
  /** Of a text that is not there, or with other values than it has. */
  | 'TRANSLATION'
  /** Depends on its own absence. */
  | 'UNSTRATIFIED'
  /** Might never end. */
  | 'UNBOUNDED'
  | 'EXAMPLE'
  | 'TOO_LARGE'

/** Notes a problem and lets the reading go on, so that an author sees all of them at once. */
export type Report = (at: SourcePlace, problem: Pick<Problem, 'code' | 'message' | 'fix'>) => void

/** Nobody reads more, and looking for what each misspelt word may have meant takes time. */
const MOST_PROBLEMS = 500

/** Thrown to end the reading of packs in which nearly nothing is right. */
export class TooManyProblems extends Error {}

/** `rule` is the id under which the problems of one rule are noted. */
export function reportTo(problems: Problem[], rule: string | null): Report {
  return (at, { code, message: said, fix }) => {
    const { file, line, column } = at
    if (problems.length < MOST_PROBLEMS) {
      problems.push({ file, line, column, message: said, fix, code, rule })
      return
    }
    problems.push({
      file,
      line,
      column,
      rule,
      code: 'TOO_LARGE',
      message: message('gate.tooMany', { count: MOST_PROBLEMS }),
      fix: message('gate.correctFirst'),
    })
    throw new TooManyProblems()
  }
}
