import type { Relation } from '../program/vocabulary.ts'

/** The day of the question. The inference answers it; neither facts nor rules may. */
export const TODAY = 'today'

export const BUILT_IN: ReadonlyMap<string, Relation> = new Map([
  [
    TODAY,
    {
      name: TODAY,
      places: [{ kind: 'date' }],
      unique: null,
      absent: 'no',
      alternative: false,
      latest: false,
      say: 'today is {0}',
      sayNot: null,
      ask: null,
      asks: [],
      rankedBy: null,
      calculator: null,
      label: null,
      group: null,
      pack: 'built-in',
    },
  ],
])
