import { expect } from 'vitest'
import type { Ended } from './run-command.ts'

/** One clear line on standard error, the same on standard output as JSON, and no trace of the program's inside. */
export function expectOneError({ out, err, lines }: Ended, code: string): void {
  expect(err).toMatch(new RegExp(`^error ${code}: .{10,}\\n$`))
  expect(`${out}${err}`).not.toMatch(/\n\s+at |node:internal|\.ts:\d+/)
  expect(lines.at(-1)).toMatchObject({ error: { code, message: expect.any(String) } })
  expect(Object.keys(lines.at(-1)?.error as object).toSorted()).toEqual(['code', 'data', 'message'])
}
