import type { Answer } from '../../../contract/answer.ts'
import type { DecisionOutcome, DecisionSubject } from '../../../contract/decision.ts'
import type { Consultation } from '../../../contract/opinion.ts'
import { comparisonRows } from '../comparison-rows.ts'

/** Something that can be decided, with the sentence of each side. */
export type DecisionLine = {
  readonly key: string
  /** As `Which was right …?` goes on. */
  readonly where: string
  /** To choose it by. */
  readonly name: string
  readonly subject: DecisionSubject
  readonly local: string | null
  readonly second: string | null
}

/** The lines of the comparison on which the sides do not agree, in the order of the table, and what comes first in the lists. */
export function decisionLines(consultation: Consultation, answer: Answer): readonly DecisionLine[] {
  const { agreement, blind, informed } = consultation
  const rows = agreement ? comparisonRows(consultation, answer) : []
  const lines = rows.flatMap((row, index): readonly DecisionLine[] => {
    if (row.state === 'agree') return []
    const [local, second] = [row.local?.text ?? null, (row.blind ?? row.informed)?.text ?? null]
    const subject = {
      of: 'line',
      local: row.local?.index ?? null,
      blind: row.blind?.index ?? null,
      informed: row.informed?.index ?? null,
    } as const
    const where = index === 0 ? 'on the first line' : `on line ${index + 1}`
    return [{ key: row.key, where, name: `line ${index + 1}: ${local ?? second ?? ''}`, subject, local, second }]
  })
  const ranked = [blind, informed].find((one) => one && one.ranked.length > 0)?.ranked[0]
  if (!ranked) return lines
  const where = 'in what comes first'
  return [
    ...lines,
    { key: 'first', where, name: 'what comes first', subject: { of: 'first' }, local: null, second: ranked.name },
  ]
}

export const OUTCOMES: Readonly<Record<DecisionOutcome, string>> = {
  local: 'local',
  second: 'second opinion',
  neither: 'neither',
  unknown: 'not known yet',
}
