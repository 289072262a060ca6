import { momentWords } from '../../answers/export/how-produced.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import type { DecisionOnPaper } from './read-decisions.ts'

const OUTCOMES: Readonly<Record<string, string>> = {
  local: 'this computer was right',
  second: 'the second opinion was right',
  neither: 'neither was right',
  unknown: 'not known yet',
}

/** Who turned out to be right, in the words of who decided it. */
export function decisionBlocks(decisions: readonly DecisionOnPaper[]): readonly PaperBlock[] {
  return decisions.map(({ decidedAt, decidedBy, outcome, right, said }): PaperBlock => {
    const lines = [
      ...(said.local === null ? [] : [`This computer: ${said.local}`]),
      ...(said.second === null ? [] : [`Second opinion: ${said.second}`]),
      `${OUTCOMES[outcome] ?? outcome}${right === '' ? '' : `: ${right}`}`,
      [decidedBy, Number.isNaN(Date.parse(decidedAt)) ? '' : momentWords(decidedAt)].filter(Boolean).join(', '),
    ]
    return { kind: 'field', name: 'Which was right', lines: lines.filter((line) => line !== '') }
  })
}
