import type { Answer, Claim } from '../../../contract/answers/answer.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { comparePair, type Pair, type PairState } from './compare-pair.ts'
import { type ReadClaim, readClaim } from './read-claim.ts'

export const VOICES = ['local', 'blind', 'informed'] as const
export type Voice = (typeof VOICES)[number]
export type ClaimsOf = Readonly<Record<Voice, readonly Claim[]>>

export type Said = { readonly voice: Voice; readonly claim: Claim; readonly read: ReadClaim }

/** `by`: what the rule could not tell, the model was asked. */
type Compared = Pair & { readonly by: 'rule' | 'model' }

/** What the model said of two sentences; null where it was not asked. */
export type JudgementOf = (one: string, other: string) => PairState | null
export type Link = Compared & { readonly one: Said; readonly other: Said }

/** What is spoken of together, at most one claim of each voice. */
export type Group = { readonly said: readonly Said[]; readonly links: readonly Link[] }
export type Matched = { readonly groups: readonly Group[]; readonly judged: number }

/**
 * Puts the claims of different voices together that speak of the same, the nearest first, so that an earlier claim takes no later
 * one's match. Each claim is in one group; groups come in the order of their first claims.
 */
export function matchClaims(claims: ClaimsOf, judgementOf: JudgementOf): Matched {
  const all = VOICES.flatMap((voice) => claims[voice].map((claim): Said => ({ voice, claim, read: readClaim(claim) })))
  const pairs = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => other.voice !== one.voice)
      .map((other): Link => ({ ...compared(one, other, judgementOf), one, other })),
  )
  const links = pairs.filter(({ state }) => state !== 'other').toSorted((one, other) => other.nearness - one.nearness)
  const groupOf = new Map(all.map((said) => [said, new Set([said])]))
  for (const { one, other } of links) {
    const [into, from] = [groupOf.get(one), groupOf.get(other)]
    if (
      !into ||
      !from ||
      into === from ||
      [...into].some(({ voice }) => [...from].some((said) => said.voice === voice))
    )
      continue
    for (const said of from) {
      into.add(said)
      groupOf.set(said, into)
    }
  }
  const groups = [...new Set(groupOf.values())].map((said) => ({
    said: all.filter((one) => said.has(one)),
    links: links.filter(({ one, other }) => said.has(one) && said.has(other)),
  }))
  return { groups, judged: pairs.filter(({ by }) => by === 'model').length }
}

/** Of two of different voices, whatever groups they are in. */
export function compared(one: Pick<Said, 'read'>, other: Pick<Said, 'read'>, judgementOf: JudgementOf): Compared {
  const pair = comparePair(one.read, other.read)
  const judged = pair.state === 'unclear' ? judgementOf(one.read.text, other.read.text) : null
  return judged === null ? { ...pair, by: 'rule' } : { ...pair, state: judged, by: 'model' }
}

/** What each voice of a consultation says. */
export function claimsOf(
  { blind, informed }: Pick<Consultation, 'blind' | 'informed'>,
  local: Answer | null,
): ClaimsOf {
  return { local: local?.claims ?? [], blind: blind?.claims ?? [], informed: informed?.claims ?? [] }
}
