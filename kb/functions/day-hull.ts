/** Ends of days or whole numbers. */
export type Ends = { readonly low: number; readonly high: number }

/**
 * As `hullOfNumbers`, over one or two ranges of days and counts: `at` gives an infinity beyond what can be computed. The hull is cut to
 * `limits`; `beyond` tells how many corners without an open end lay outside of them.
 */
export function hullOfDays(
  args: readonly Ends[],
  limits: Ends,
  at: (first: number, second: number) => number,
): { readonly ends: Ends; readonly beyond: 'none' | 'some' | 'all' } {
  const corners = cornersOf(args)
  const results = corners.map((corner) => ({
    end: at(corner[0] ?? 0, corner[1] ?? 0),
    open: corner.some((one) => !Number.isFinite(one)),
  }))
  const ends = results.map(({ end }) => end).filter((end) => !Number.isNaN(end))
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  if (low > limits.high || high < limits.low) return { ends: limits, beyond: 'all' }
  const openLow = results.some(({ end, open }) => open && end === -Infinity)
  const openHigh = results.some(({ end, open }) => open && end === Infinity)
  const cutLow = !openLow && low < limits.low
  const cutHigh = !openHigh && high > limits.high
  return {
    ends: { low: cutLow ? limits.low : low, high: cutHigh ? limits.high : high },
    beyond: cutLow || cutHigh ? 'some' : 'none',
  }
}

function cornersOf(args: readonly Ends[]): readonly number[][] {
  return args.reduce<readonly number[][]>(
    (corners, { low, high }) =>
      corners.flatMap((corner) =>
        low === high
          ? [[...corner, low]]
          : [
              [...corner, low],
              [...corner, high],
            ],
      ),
    [[]],
  )
}
