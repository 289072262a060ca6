import type { SourcePlace } from '../program/rule.ts'
import type { Problem } from './problem.ts'

/** Notes a problem and lets the reading go on, so that an author sees all of them at once. */
export type Report = (at: SourcePlace, problem: Pick<Problem, 'code' | 'message' | 'fix'>) => void

/** Nobody reads more, and looking for what each misspelt word may have meant takes time. */
const MOST_PROBLEMS = 500

/** Thrown to end the reading of packs in which nearly nothing is right. */
export class TooManyProblems extends Error {}

/** `rule` is the id under which the problems of one rule are noted. */
export function reportTo(problems: Problem[], rule: string | null): Report {
  return (at, { code, message, fix }) => {
    const { file, line, column } = at
    if (problems.length < MOST_PROBLEMS) {
      problems.push({ file, line, column, message, fix, code, rule })
      return
    }
    problems.push({
      file,
      line,
      column,
      rule,
      code: 'TOO_LARGE',
      message: `There are more than ${MOST_PROBLEMS} problems; the others are not shown.`,
      fix: 'Correct those that are shown first.',
    })
    throw new TooManyProblems()
  }
}
