import type { Bar } from './bars.ts'
import type { Measurement } from './measurement.ts'

/** Which bars of one bench its measurements miss, a line each. A bar whose figure nothing measured is missed too. */
export function missedBars(
  name: string,
  measurements: readonly Measurement[],
  bars: readonly Bar[],
): readonly string[] {
  return bars.filter(({ bench }) => bench === name).flatMap((bar) => missed(bar, measurements))
}

function missed(bar: Bar, measurements: readonly Measurement[]): readonly string[] {
  const meant = measurements.filter((one) => Object.entries(bar.of).every(([key, value]) => one[key] === value))
  if (meant.length === 0) return [`${whatOf(bar)}: ${bar.figure} was not measured; the bar is ${limitOf(bar)}`]
  return meant.flatMap((one) => {
    const figure = one[bar.figure]
    if (typeof figure === 'number' && reaches(figure, bar)) return []
    const question = typeof one.question === 'string' ? `, ${one.question}` : ''
    return [`${whatOf(bar)}${question}: ${bar.figure} ${String(figure)}; the bar is ${limitOf(bar)}`]
  })
}

/** What is no number reaches no bar. */
function reaches(figure: number, { atMost = Infinity, atLeast = -Infinity }: Bar): boolean {
  return figure <= atMost && figure >= atLeast
}

function whatOf({ bench, of }: Bar): string {
  return [bench, ...Object.entries(of).map(([key, value]) => `${key} ${value}`)].join(', ')
}

function limitOf({ atMost, atLeast }: Bar): string {
  return [atMost === undefined ? '' : `at most ${atMost}`, atLeast === undefined ? '' : `at least ${atLeast}`]
    .filter((limit) => limit !== '')
    .join(' and ')
}
