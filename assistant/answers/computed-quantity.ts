import type { ComputedQuantity, ComputedValue } from '../../checks/values-stated.ts'
import type { ConclusionSource } from '../../contract/answer.ts'

const NUMBERS = /^(?<low>-?\d+(?:\.\d+)?)(?:\.\.(?<high>-?\d+(?:\.\d+)?))?(?: (?<unit>\S.*))?$/
const DAYS = /^(?<low>\d{4}-\d{2}-\d{2})(?:\.\.(?<high>\d{4}-\d{2}-\d{2}))?$/

/** What sentences from the documents are held against: the numbers and days of a conclusion; null where it has none. */
export function computedQuantity({ holds, asks, args }: ConclusionSource): ComputedQuantity | null {
  const values = args.flatMap((arg) => valueOf(arg) ?? [])
  // Phrases name what stands in places of closed lists, and not whom they are about.
  const names = args.map((arg) => arg.replaceAll('_', ' ')).filter((name) => asks.some((ask) => ask.includes(name)))
  return holds !== 'yes' || values.length === 0 ? null : { asks, names, values }
}

function valueOf(arg: string): ComputedValue | null {
  const days = DAYS.exec(arg)?.groups
  const found = days ?? NUMBERS.exec(arg)?.groups
  if (!found?.low) return null
  return { kind: days ? 'date' : 'number', low: found.low, high: found.high ?? found.low, unit: found.unit ?? null }
}
