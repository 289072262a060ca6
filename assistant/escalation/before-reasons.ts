import type { RoutingReason } from '../../contract/answers/routing.ts'
import { fieldOf } from './field-of.ts'
import { findRedFlags, type RedFlagChoice } from './find-red-flags.ts'
import { notCovered } from './not-covered.ts'

export type Before = {
  readonly question: string
  readonly redFlags: RedFlagChoice
  /** Of the matter's cards, as the user named them; null: all. */
  readonly domains: readonly string[] | null
  /** The law that the matter is under, or those of its cards. */
  readonly jurisdictions: readonly string[]
  /** Of the packs in use. */
  readonly covered: readonly string[]
  /** How like the question is to those of past mistakes, 0 to 1. */
  readonly pastMistake: number | null
}

/** Sentences of one matter with the same subject have about .5 with the small embedding model; the same question put otherwise .8 and more. */
export const LIKE_A_MISTAKE = 0.8

/** What speaks for a second opinion before anything is answered. */
export function beforeReasons({
  question,
  redFlags,
  domains,
  jurisdictions,
  covered,
  pastMistake,
}: Before): readonly RoutingReason[] {
  const missing = notCovered(question, jurisdictions, covered)
  return [
    ...findRedFlags(question, redFlags, fieldOf(domains)),
    ...(missing.length === 0
      ? []
      : [{ code: 'jurisdiction' as const, text: `no rules in use here are made for ${missing.join(' or ')}` }]),
    ...(pastMistake !== null && pastMistake >= LIKE_A_MISTAKE
      ? [{ code: 'past-mistake' as const, text: 'it is much like a question that was answered wrong before' }]
      : []),
  ]
}
