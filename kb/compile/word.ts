import { FUNCTION_NAMES } from '../program/function-name.ts'
import type { Report } from './report.ts'
import type { TextTree } from './yaml-tree.ts'

const RESERVED: ReadonlySet<string> = new Set([...FUNCTION_NAMES, 'not', 'no', 'unknown', 'in', 'as', 'and', 'or'])

/** Can it name a relation, type or calendar? */
export function isWord(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]{0,99}$/u.test(text) && text === text.normalize('NFC') && !RESERVED.has(text)
}

export function refuseWord(key: TextTree, what: string, report: Report): void {
  report(key.place, {
    code: 'WRONG_SHAPE',
    message: `"${key.text}" cannot be ${what}.`,
    fix: 'Use letters, digits and underscores, beginning with a letter, and no word that rules use themselves.',
  })
}
