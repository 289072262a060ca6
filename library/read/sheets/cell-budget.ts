import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'

/** Counts what the tables of a document come to, so that a few bytes that claim a huge sheet are stopped in time. */
export interface CellBudget {
  /** Counts cells with their characters. Throws `ReadFailedError` past the limits. */
  take(cells: number, characters: number): void
}

export function createCellBudget(limits: ReadLimits): CellBudget {
  let cells = 0
  let characters = 0
  return {
    take(moreCells, moreCharacters) {
      cells += moreCells
      characters += moreCharacters
      if (cells > limits.tableCells)
        throw gateFailure('The tables have too many cells', { value: cells, limit: limits.tableCells, unit: 'cells' })
      if (characters > limits.textMb * BYTES_PER_MB)
        throw gateFailure('The tables hold too much text', {
          value: Math.ceil(characters / BYTES_PER_MB),
          limit: limits.textMb,
          unit: 'MB',
        })
    },
  }
}
