import { BudgetError } from './budget.ts'
import type { Budget, Spent } from './budget.ts'

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
