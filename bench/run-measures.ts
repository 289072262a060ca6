import type { Bar } from './bars.ts'
import type { Measurement, Measures } from './measurement.ts'
import { missedBars } from './missed-bars.ts'

type Told = { readonly measurement: (line: Measurement) => void; readonly missed: (line: string) => void }

/** Runs these measurements one after the other; gives which bars were missed, each told as soon as its bench has ended. */
export async function runMeasures(
  names: readonly string[],
  measures: Measures,
  bars: readonly Bar[],
  told: Told,
): Promise<readonly string[]> {
  const all: string[] = []
  for (const name of names) {
    const measurements: Measurement[] = []
    for await (const measurement of measures[name]?.() ?? []) {
      measurements.push(measurement)
      told.measurement(measurement)
    }
    const missed = missedBars(name, measurements, bars)
    for (const line of missed) told.missed(line)
    all.push(...missed)
  }
  return all
}
