import { wilson } from './wilson.ts'

/** What a question brought, and what would have been right: `pack/calculator`, none where no calculator answers it. */
export type Suggested = {
  readonly question: string
  readonly wanted: readonly string[]
  readonly found: readonly string[]
}

/**
 * Precision and recall of what is suggested first. A question brings right what is among its own calculators; one that wants none
 * and brings something lowers precision, one that wants one and does not bring it lowers recall.
 */
export function scoreSuggestions(all: readonly Suggested[]) {
  const isRight = ({ wanted, found: [first] }: Suggested) => first !== undefined && wanted.includes(first)
  const right = all.filter(isRight).length
  const suggested = all.filter(({ found }) => found.length > 0).length
  const wanting = all.filter(({ wanted }) => wanted.length > 0).length
  return {
    questions: all.length,
    right,
    suggested,
    wanting,
    precision: hundredths(right, suggested),
    precisionInterval: wilson(right, suggested),
    recall: hundredths(right, wanting),
    recallInterval: wilson(right, wanting),
    toRead: all
      .filter((one) => !isRight(one) && (one.wanted.length > 0 || one.found.length > 0))
      .map(({ question, wanted, found }) => ({ question, wanted: wanted.join(' or ') || 'none', found })),
  }
}

function hundredths(count: number, of: number): number {
  return of === 0 ? 0 : Math.floor((count / of) * 100) / 100
}
