import { wilsonInterval } from '../assistant/statistics/estimates.ts'
import { rounded } from './rounded.ts'

/** Wilson's 95 % interval of a share, to three digits; of nothing, all is possible. */
export function wilson(count: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1]
  const [from, to] = wilsonInterval(count, of)
  return [rounded(from), rounded(to)]
}
