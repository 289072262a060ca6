import type { ExportFormat } from '../../contract/answers/answer.ts'
import type { Change, CompareEvent } from '../../contract/drafts/comparison.ts'
import { exportPaper } from '../answers/export/answer-on-paper.ts'
import { comparisonOnPaper, type ComparisonMade } from './comparison-on-paper.ts'

/** Reads a comparison to its end; `names` are those of its documents. */
export async function madeComparison(
  events: AsyncIterable<CompareEvent>,
  names: Pick<ComparisonMade, 'before' | 'after'>,
): Promise<ComparisonMade> {
  const changes: Change[] = []
  for await (const event of events) {
    if (event.type === 'change') changes.push(event)
    if (event.type === 'compare-end') return { ...names, changes, end: event }
  }
  throw new TypeError('expected a comparison with an end')
}

export function exportComparison(made: ComparisonMade, format: ExportFormat, fontsFolder: string): Promise<Uint8Array> {
  return exportPaper(comparisonOnPaper(made), format, fontsFolder)
}
