import type { Differential, DifferentialItem } from '../../../contract/opinions/differential.ts'
import { nameKey } from './name-key.ts'

/** More is no order in which anybody works. */
const SHOWN = 8

/**
 * What to look for next: what would decide the candidates that cannot be missed, then what would decide the others, then what is
 * missing; each in the order of the list, and once.
 */
export function checkNext(items: readonly DifferentialItem[]): Differential['checkNext'] {
  const urgent = items.filter(({ cannotMiss }) => cannotMiss)
  const others = items.filter(({ cannotMiss }) => !cannotMiss)
  const all = [
    ...[...urgent, ...others].flatMap(({ name, decides }) => decides.map((text) => toCheck(text, name, 'decides'))),
    ...items.flatMap(({ name, missing }) => missing.map((text) => toCheck(text, name, 'missing'))),
  ]
  const seen = new Set<string>()
  return all
    .filter(({ text }) => {
      const isNew = !seen.has(nameKey(text))
      seen.add(nameKey(text))
      return isNew
    })
    .slice(0, SHOWN)
}

function toCheck(text: string, of: string, kind: 'decides' | 'missing') {
  return { text, of, kind }
}
