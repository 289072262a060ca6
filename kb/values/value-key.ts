import type { Value } from './value.ts'

/** Equal values have equal keys, others never: the first character tells the kind, so a name cannot pass for a number. */
export function valueKey(value: Value): string {
  if (value.kind === 'name') return `'${value.name}`
  const mark = value.kind === 'number' ? '#' : '@'
  const low = value.low.toString()
  const high = value.high.toString()
  return low === high ? mark + low : `${mark}${low}..${high}`
}
