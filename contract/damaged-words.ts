import type { DamagedEntry, DamagedKind } from './matter.ts'

/** What a list says of what it leaves out, a sentence for each kind: "2 answers are damaged and cannot be shown. Their text is kept." */
export function damagedWords(entries: readonly DamagedEntry[]): readonly string[] {
  return [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, { length }]) => damagedSentence(kind, length))
}

function damagedSentence(kind: DamagedKind, count: number): string {
  return count === 1
    ? `1 ${kind} is damaged and cannot be shown. Its text is kept.`
    : `${count} ${kind}s are damaged and cannot be shown. Their text is kept.`
}
