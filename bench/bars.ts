import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/** What a figure of some measurements must come to. */
const Bar = z.strictObject({
  bench: z.string(),
  /** Those measurements that say all of this. */
  of: z.record(z.string(), z.union([z.string(), z.number()])),
  figure: z.string(),
  atMost: z.number().optional(),
  atLeast: z.number().optional(),
})
export type Bar = z.infer<typeof Bar>

/**
 * The bars of the design: rules over 100,000 facts asked warm and for the first time, no wrong number where a
 * rule computes, no planted change that a bias check misses, and no two sentences that rules wrongly call the same.
 */
export function readBars(): readonly Bar[] {
  return z.array(Bar).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'bars.json'), 'utf8')))
}
