import { standsIn } from '../../checks/quotes/stands-in.ts'
import type { Claim, PassageSource } from '../../contract/answer.ts'
import { authoritiesIn } from '../../disclosure/identifiers/authorities-in.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { EvidenceSource } from './evidence-source.ts'

export type FindAuthoritiesOptions = {
  readonly lists: WordLists
  readonly question: string
  /** The passages that the answer rests on. */
  readonly passages: readonly PassageSource[]
  /** Where else it may stand: the matter and its reference libraries. */
  readonly search: readonly EvidenceSource[]
}

/**
 * Looks up the statutes and decisions that sentences name: in the passages, then in the whole library. One that stands nowhere is
 * the model's own, true or invented. What the question named is not looked up.
 */
export function createFindAuthorities({ lists, question, passages, search }: FindAuthoritiesOptions) {
  const known = new Map<string, string | null>()

  async function find(authority: string, signal: AbortSignal): Promise<string | null> {
    const before = known.get(authority)
    if (before !== undefined) return before
    const here = passages.find(({ text }) => standsIn(authority, text))
    const found = here ? here.document : await inLibrary(authority, signal)
    known.set(authority, found)
    return found
  }

  async function inLibrary(authority: string, signal: AbortSignal): Promise<string | null> {
    const query = { question: authority, follows: null, documents: [] }
    const found = await Promise.all(search.map((source) => source.find(query, signal)))
    const evidence = found.flatMap((one) => one.evidence).filter((one) => one.kind === 'passage')
    return evidence.find(({ text }) => standsIn(authority, text))?.document ?? null
  }

  return async (claim: Claim, signal: AbortSignal): Promise<Claim> => {
    const named = authoritiesIn(claim.text, lists).filter((authority) => !standsIn(authority, question))
    const authorities = []
    for (const text of named) authorities.push({ text, foundIn: await find(text, signal) })
    return { ...claim, authorities }
  }
}
