/** The logarithm of the sum of what these are the logarithms of, the highest taken off first, for `exp` of a low one is 0. */
export function logSum(values: readonly number[]): number {
  const highest = Math.max(...values)
  return highest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - highest), 0))
}
