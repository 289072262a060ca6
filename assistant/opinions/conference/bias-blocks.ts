import { biasWords, changeLabel, type SwappedAnswer } from '../../../contract/opinions/bias-check.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'

/** What the answer to the test packet changed. Nothing where none was asked for. */
export function biasBlocks(check: SwappedAnswer | null): readonly PaperBlock[] {
  if (!check) return []
  return [
    { kind: 'small', text: [biasWords(check), ...check.notes].join(' ') },
    ...check.changes.map((change): PaperBlock => {
      const lines = [`As asked: ${change.blind ?? 'not mentioned'}`, `Swapped: ${change.swapped ?? 'not mentioned'}`]
      return { kind: 'field', name: changeLabel(change), lines }
    }),
  ]
}
