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

type Spent = { readonly steps: number; readonly timeMs: number; readonly answers: number }

const WHAT_RAN_OUT: Readonly<Record<BudgetError['limit'], string>> = {
  steps: 'Stopped: too many steps',
  time: 'Stopped: it took too long',
  answers: 'Stopped: too many conclusions',
  depth: 'Stopped: rules rest on rules too deep',
}

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

/** Counts what a question costs and throws BudgetError when it costs too much. */
export type Meter = {
  tick(): void
  answer(): void
  /** Around everything that calls itself: JavaScript's own stack must never be what ends a question. */
  enter(): void
  leave(): void
  /** Around each condition within a rule. */
  enterCondition(): void
  leaveCondition(): void
  restart(): void
  spent(): Spent
}

/** The clock is read once in so many steps. */
const STEPS_BETWEEN_LOOKS = 256

/** Conditions of rules within conditions of rules that are being searched at once; well under the 1,200 to 1,500 that were seen to fill the stack. */
const MOST_CONDITIONS = 500

export function createMeter(budget: Budget, now: () => number): Meter {
  let steps = 0
  let answers = 0
  let depth = 0
  let conditions = 0
  let start = now()
  const spent = (): Spent => ({ steps, timeMs: now() - start, answers })
  return {
    tick() {
      steps += 1
      if (steps > budget.steps) throw new BudgetError('steps', spent())
      if (steps % STEPS_BETWEEN_LOOKS === 0 && now() - start > budget.timeMs) throw new BudgetError('time', spent())
    },
    answer() {
      answers += 1
      if (answers > budget.answers) throw new BudgetError('answers', spent())
    },
    enter() {
      depth += 1
      if (depth > budget.depth) throw new BudgetError('depth', spent())
    },
    leave() {
      depth -= 1
    },
    enterCondition() {
      conditions += 1
      if (conditions > MOST_CONDITIONS) throw new BudgetError('depth', spent())
    },
    leaveCondition() {
      conditions -= 1
    },
    restart() {
      steps = 0
      answers = 0
      depth = 0
      conditions = 0
      start = now()
    },
    spent,
  }
}
