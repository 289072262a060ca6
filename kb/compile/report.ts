import type { SourcePlace } from '../program/rule.ts'
import type { Problem } from './problem.ts'

/** Notes a problem and lets the reading go on, so that an author sees all of them at once. */
export type Report = (at: SourcePlace, problem: Pick<Problem, 'code' | 'message' | 'fix'>) => void

/** `rule` is the id under which the problems of one rule are noted. */
export function reportTo(problems: Problem[], rule: string | null): Report {
  return ({ file, line, column }, { code, message, fix }) => {
    problems.push({ file, line, column, message, fix, code, rule })
  }
}
