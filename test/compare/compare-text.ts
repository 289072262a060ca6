import { compareTexts, type Comparison } from '../../compare/compare-texts.ts'
import type { ComparedPage } from '../../compare/compared-text.ts'
import { finished } from '../../compare/steps.ts'

/** A plain text as a document. */
export function plain(text: string): readonly ComparedPage[] {
  return [{ page: null, text, blocks: [] }]
}

/** A comparison done to its end. */
export function compared(
  before: readonly ComparedPage[],
  after: readonly ComparedPage[],
  known: Parameters<typeof compareTexts>[2] = {},
): Comparison {
  return finished(compareTexts(before, after, known))
}

/** What is said of the changes between two plain texts, with their groups, the weightiest first. */
export function said(before: string, after: string): readonly (readonly [group: string, ...saying: unknown[]])[] {
  return compared(plain(before), plain(after)).changes.map(({ group, said: { kind, ...rest } }) => [group, kind, rest])
}
