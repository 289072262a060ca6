import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import type { Measurement } from './measurement.ts'

const FILE = join(import.meta.dirname, 'recorded.json')

/** One bench as it ran last with `--record`: all that it measured, and where. */
const RecordedRun = z.strictObject({
  date: z.iso.date(),
  machine: z.string(),
  /** Programs that wanted a core in the minute before: with one of two or more, times say little. */
  load: z.number(),
  /** A model that the bench was given, or that its measurements name. */
  model: z.string().nullable(),
  measurements: z.array(z.looseObject({ bench: z.string() })),
})
export type RecordedRun = z.infer<typeof RecordedRun>
export type RecordedRuns = Readonly<Record<string, RecordedRun>>

export function readRecordedRuns(): RecordedRuns {
  return z.record(z.string(), RecordedRun).parse(JSON.parse(readFileSync(FILE, 'utf8')))
}

/** What is to be noted before a bench runs; give it what was measured once it has ended. */
export function beginRecord(): (measurements: readonly Measurement[]) => RecordedRun {
  const [load = 0] = loadavg()
  return (measurements) => ({
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    load: Math.round(load * 10) / 10,
    model: modelOf(measurements),
    // As it is read back.
    measurements: JSON.parse(JSON.stringify(measurements)) as RecordedRun['measurements'],
  })
}

export async function keepRun(name: string, run: RecordedRun): Promise<void> {
  const runs = Object.entries({ ...readRecordedRuns(), [name]: run }).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  await writeFile(FILE, `${JSON.stringify(Object.fromEntries(runs), null, 2)}\n`)
}

function machine(): string {
  const processor = cpus()[0]?.model.trim() || arch()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${processor}, ${availableParallelism()} cores, ${memory}, ${type()} ${release().split('-')[0] ?? ''}, Node ${process.versions.node}`
}

function modelOf(measurements: readonly Measurement[]): string | null {
  const named = measurements.flatMap(({ model }) => (typeof model === 'string' ? [model] : []))
  return [...new Set(named)].join(', ') || (process.env.CONSILIUM_BENCH_MODEL ?? null)
}
