/** What one question may cost. Every loop counts, so a question always ends. */
export type Budget = {
  readonly steps: number
  readonly timeMs: number
  /** Rows derived on the way, not only those answered. */
  readonly answers: number
  /** How deep rules may rest on rules; recursion is computed in rounds and does not count. */
  readonly depth: number
}

export const USUAL_BUDGET: Budget = { steps: 2_000_000, timeMs: 1000, answers: 20_000, depth: 200 }

export type Spent = { readonly steps: number; readonly timeMs: number; readonly answers: number }

/** The question was stopped, which says nothing about its answer: shown as "stopped", never as "no". */
export class BudgetError extends Error {
  override readonly name = 'BudgetError'
  readonly limit: 'steps' | 'time' | 'answers' | 'depth'
  readonly spent: Spent

  constructor(limit: BudgetError['limit'], spent: Spent) {
    super(`${WHAT_RAN_OUT[limit]} after ${spent.steps} steps and ${Math.round(spent.timeMs)} ms`)
    this.limit = limit
    this.spent = spent
  }
}

const WHAT_RAN_OUT: Readonly<Record<BudgetError['limit'], string>> = {
  steps: 'Stopped: too many steps',
  time: 'Stopped: it took too long',
  answers: 'Stopped: too many conclusions',
  depth: 'Stopped: rules rest on rules too deep',
}
