import { agreementOverTime } from '../../../assistant/opinions/agreement/agreement-over-time.ts'
import type { Decision } from '../../../contract/opinions/decision.ts'
import type { DatedPair } from '../../../assistant/opinions/agreement/opinion-pairs.ts'
import { seededRandom } from '../../../assistant/statistics/seeded-random.ts'

const OPTIONS = ['yes', 'no', 'maybe']

/** Pairs of a local model and a provider that choose the same with a chance of `same`, day after day. */
export function inventPairs(count: number, same: number, more: Partial<DatedPair> = {}): readonly DatedPair[] {
  const random = seededRandom(count)
  return Array.from({ length: count }, (_, day) => {
    const local = OPTIONS[Math.floor(random() * OPTIONS.length)] ?? ''
    const cloud = random() < same ? local : (OPTIONS[Math.floor(random() * OPTIONS.length)] ?? '')
    return {
      basis: 'list',
      local,
      cloud,
      categories: OPTIONS,
      ordinal: false,
      at: new Date(Date.UTC(2026, 2, 1 + day)).toISOString(),
      domain: 'leases',
      localModel: 'qwen3-4b',
      provider: 'Meridian Cloud, Frankfurt',
      model: 'meridian-large-2',
      ...more,
    }
  })
}

export function inventAgreement() {
  const sentences = { basis: 'sentences', categories: null, local: 'said', cloud: 'said', domain: null } as const
  const decisions = Array.from({ length: 17 }, (_, at) => {
    return { consultation: String(at), outcome: at % 3 === 1 ? 'local' : 'second' } as Decision
  })
  const pairs = [...inventPairs(74, 0.7), ...inventPairs(12, 1, sentences)]
  return agreementOverTime([{ pairs, notCompared: 2, decisions }])
}
