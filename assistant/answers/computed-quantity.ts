import type { ComputedQuantity, ComputedValue } from '../../checks/values-stated.ts'
import type { ConclusionSource } from '../../contract/answer.ts'

const NUMBERS = /^(?<low>-?\d+(?:\.\d+)?)(?:\.\.(?<high>-?\d+(?:\.\d+)?))?(?: (?<unit>\S.*))?$/
const DAYS = /^(?<low>\d{4}-\d{2}-\d{2})(?:\.\.(?<high>\d{4}-\d{2}-\d{2}))?$/

/** What sentences from the documents are held against: the numbers and days of a conclusion; null where it has none. */
export function computedQuantity({ holds, asks, args, names }: ConclusionSource): ComputedQuantity | null {
  const values = args.flatMap((arg) => valueOf(arg) ?? [])
  if (holds !== 'yes' || values.length === 0) return null
  return { asks, names: names.filter((name) => valueOf(name) === null), values }
}

function valueOf(arg: string): ComputedValue | null {
  const days = DAYS.exec(arg)?.groups
  const found = days ?? NUMBERS.exec(arg)?.groups
  if (!found?.low) return null
  return { kind: days ? 'date' : 'number', low: found.low, high: found.high ?? found.low, unit: found.unit ?? null }
}
