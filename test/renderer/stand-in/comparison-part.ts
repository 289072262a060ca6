import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import { refused } from '../refused.ts'
import { inventChanges, inventCompareEnd } from './invented-comparison.ts'
import type { StandInState } from './stand-in-assistant.ts'

const os = implement(contract)

/** Two versions of a lease as they compare, whichever documents are named. */
export function comparisonPart(state: Pick<StandInState, 'comparison'>) {
  const { comparison } = os
  return {
    compare: comparison.compare.handler(async function* ({ signal }) {
      const changes = state.comparison.changes ?? inventChanges()
      yield { type: 'compare-progress', done: 1, of: 4 }
      if (state.comparison.isHeld)
        await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
      if (state.comparison.isRefused) throw refused('WRONG_USE', 'Draft 2.pdf has no text to compare.')
      for (const change of changes) yield { type: 'change', ...change }
      yield { ...inventCompareEnd(changes), ...state.comparison.end }
    }),
    report: comparison.report.handler(({ input }) => ({ file: new File(['list'], `Changes.${input.format}`) })),
    redline: comparison.redline.handler(({ input }) => ({
      file: new File(['redline'], `Redline.${input.format}`),
      losses: [...state.comparison.losses],
    })),
  }
}
