import type { Answer } from '../../../contract/answers/answer.ts'
import type { DecisionSubject } from '../../../contract/opinions/decision.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { t } from '../../../wording/translate.ts'
import { type ComparisonRow, comparisonRows } from '../compare/comparison-rows.ts'

/** Something that can be decided, with the sentence of each side. */
export type DecisionLine = {
  readonly key: string
  /** Asks for the decision. */
  readonly title: string
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
  const lines = rows.flatMap((row, index) => (isSame(row) ? [] : [lineOf(row, index)]))
  const ranked = [blind, informed].find((one) => one && one.ranked.length > 0)?.ranked[0]
  if (!ranked) return lines
  const [title, name] = [t('opinions.decide.first'), t('opinions.decide.firstName')]
  return [...lines, { key: 'first', title, name, subject: { of: 'first' }, local: null, second: ranked.name }]
}

/** Both sides speak, and no second opinion says anything else than this computer. */
function isSame({ local, blind, informed, against }: ComparisonRow): boolean {
  return local !== null && (blind ?? informed) !== null && against === null
}

function lineOf({ key, local, blind, informed, against }: ComparisonRow, index: number): DecisionLine {
  const second = against === 'informed' ? informed : (blind ?? informed)
  return {
    key,
    title: index === 0 ? t('opinions.decide.firstLine') : t('opinions.decide.onLine', { line: index + 1 }),
    name: t('opinions.decide.lineName', { line: index + 1, text: (local ?? second)?.text ?? '' }),
    subject: { of: 'line', ...indexesOf({ local, blind, informed }) },
    local: local?.text ?? null,
    second: second?.text ?? null,
  }
}

function indexesOf({ local, blind, informed }: Pick<ComparisonRow, 'local' | 'blind' | 'informed'>) {
  const index = (claim: ComparisonRow['local']) => claim?.index ?? null
  return { local: index(local), blind: index(blind), informed: index(informed) }
}
