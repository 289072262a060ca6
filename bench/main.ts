import { measureAsking } from './measure-asking.ts'
import { measureFollowUps } from './measure-follow-ups.ts'
import { measureFormats } from './measure-formats.ts'
import { measureGeneration } from './measure-generation.ts'
import { measureMemory } from './measure-memory.ts'
import { measureReading } from './measure-reading.ts'
import { measureSearch } from './measure-search.ts'
import { measureStart } from './measure-start.ts'

/** One measurement: a name, its figures, and what they are compared with in the same run. */
export type Measurement = Readonly<Record<string, unknown>> & { readonly bench: string }

const MEASURES: Readonly<Record<string, () => AsyncGenerator<Measurement>>> = {
  generation: measureGeneration,
  'follow-ups': measureFollowUps,
  formats: measureFormats,
  reading: measureReading,
  search: measureSearch,
  asking: measureAsking,
  start: measureStart,
  memory: measureMemory,
}

/** `node bench/main.ts [name…]`: one JSON line a measurement. Run it on an idle computer. */
async function main(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(MEASURES)) {
    const measure = MEASURES[name]
    if (!measure) throw new Error(`There is no measurement "${name}": ${Object.keys(MEASURES).join(', ')}.`)
    for await (const measurement of measure()) process.stdout.write(`${JSON.stringify(measurement)}\n`)
  }
}

await main(process.argv.slice(2))
