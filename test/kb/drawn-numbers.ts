/** The generator of `make-business-days.py`: the same seed, the same whole numbers below `below`. */
export function drawnNumbers(seed: number): (below: number) => number {
  let state = seed
  const next = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return state >>> 16
  }
  return (below) => {
    const high = next()
    return (high * 65536 + next()) % below
  }
}
