import type { Run } from '../infer/run.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import { showComputed } from './show-computed.ts'

const SIGNS = { '>=': '≥', '<=': '≤', '!=': '≠' } as const

/** What the author wrote with values in place of its variables: `add_months(2025-03-31, -6 months)`, `78 years ≥ 75 years`. */
export function filledText(text: string, { prepared, slots }: Run, vocabulary: Vocabulary): string {
  const filled = text
    .replace(/^\s*\?[\p{L}\p{N}_]+\s*:=\s*/u, '')
    .replaceAll(/\?([\p{L}\p{N}_]+)/gu, (_, name: string) => {
      const slot = prepared.variables.indexOf(name)
      const value = slots[slot]
      return value === undefined
        ? name
        : showComputed(value, [{ kind: 'slot', slot }], prepared, vocabulary, 'full').text
    })
  return withSigns(filled)
}

/** `>=` as people write it. */
export function withSigns(text: string): string {
  return text.replaceAll(/>=|<=|!=/g, (written) => SIGNS[written as keyof typeof SIGNS])
}
