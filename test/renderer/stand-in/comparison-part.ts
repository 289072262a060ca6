import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { StandInState } from './stand-in-assistant.ts'

const os = implement(contract)

/** Two documents without a change. */
export function comparisonPart(_state: StandInState) {
  const { comparison } = os
  return {
    compare: comparison.compare.handler(async function* () {
      yield {
        type: 'compare-end' as const,
        changes: 0,
        tracked: 0,
        notTracked: 0,
        sameShare: 1,
        unrelated: false,
        beforeVersion: 1,
        afterVersion: 1,
        comments: [],
      }
    }),
    redline: comparison.redline.handler(() => ({ file: new File([''], 'Redline.docx'), losses: [] })),
    report: comparison.report.handler(() => ({ file: new File([''], 'Changes.md') })),
  }
}
