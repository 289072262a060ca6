/**
 * Exact two-sided McNemar test: how likely so uneven a split of the questions that changed is by chance alone. `better` and
 * `worse` count those that became right and those that became wrong. 1 where nothing changed.
 */
export function mcnemar(better: number, worse: number): number {
  const changed = better + worse
  const tail = Math.min(better, worse)
  let term = 0.5 ** changed
  let sum = 0
  for (let k = 0; k <= tail; k += 1) {
    sum += term
    term *= (changed - k) / (k + 1)
  }
  return Math.min(1, 2 * sum)
}
