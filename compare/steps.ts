/** Runs work that is done in steps to its end, without a turn for others. */
export function finished<Result>(steps: Iterator<unknown, Result, void>): Result {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** Work of which it is not known before how many steps it takes: each of them is this one. */
export function* asSteps<Step, Result>(work: Iterator<void, Result, void>, step: Step): Generator<Step, Result, void> {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
    yield step
  }
}
