import type { Candidate } from '../../kb/program/candidate.ts'
import type { Fact } from '../../kb/program/fact.ts'
import { seededRandom } from '../../scripts/seeded-random.ts'

export type Case = {
  readonly id: number
  /** The condition that it was drawn from. */
  readonly condition: string
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly facts: readonly Fact[]
}

/** How often a finding is there in whoever has none of the conditions that it belongs to. */
const BACKGROUND = 0.06
const AT_MOST = 0.92
/** So many of the findings of the condition nobody looked for, and of all others. */
const NOT_RECORDED = 0.35
const OTHERS_NOT_RECORDED = 0.6

/**
 * Cases of one condition each, drawn by its weights: a finding of weight w is e^w times as frequent as in the background. Then
 * noise (findings of the background) and gaps (what nobody recorded). The same seed gives the same cases.
 */
export function drawCases(candidates: readonly Candidate[], count: number, seed: number): readonly Case[] {
  const random = seededRandom(seed)
  const all = [...new Set(candidates.flatMap(({ findings }) => findings.map(({ say }) => say)))]
  return Array.from({ length: count }, (_, id): Case => {
    const chosen = candidates[Math.floor(random() * candidates.length)] as Candidate
    const present: string[] = []
    const absent: string[] = []
    for (const say of all) {
      const own = chosen.findings.find((finding) => finding.say === say)
      const chance = own ? Math.min(AT_MOST, BACKGROUND * Math.exp(own.add.toNumber())) : BACKGROUND
      const isThere = random() < chance
      const isRecorded = random() >= (own ? NOT_RECORDED : isThere ? NOT_RECORDED : OTHERS_NOT_RECORDED)
      if (isRecorded) (isThere ? present : absent).push(say)
    }
    const facts = [
      fact('ill'),
      ...present.map((say) => fact('shows', say)),
      ...absent.map((say) => fact('shows', say, 'no')),
    ]
    return { id, condition: chosen.name, present, absent, facts }
  })
}

function fact(relation: string, finding?: string, holds: Fact['holds'] = 'yes'): Fact {
  const patient = { kind: 'name', name: 'p' } as const
  const values =
    finding === undefined ? [patient] : [patient, { kind: 'name', name: finding.replaceAll(/[ -]/g, '_') } as const]
  const id = `${holds} ${relation} ${finding ?? ''}`
  return { id, relation, values, holds, at: null, validFrom: null, validTo: null }
}
