import { authorityPattern } from '../../../checks/authority-pattern.ts'
import type { Claim, PassageSource } from '../../../contract/answers/answer.ts'
import { authoritiesIn } from '../../../disclosure/identifiers/legal-authorities.ts'
import type { WordLists } from '../../../disclosure/words/open-word-lists.ts'
import type { EvidenceSource } from '../../questions/evidence-source.ts'

export type FindAuthoritiesOptions = {
  readonly lists: WordLists
  readonly question: string
  /** The passages that the answer rests on. */
  readonly passages: readonly PassageSource[]
  /** Where else it may stand: the matter and its reference libraries. */
  readonly search: readonly EvidenceSource[]
}

type Authority = Claim['authorities'][number]

/**
 * Looks up the statutes and decisions that sentences name: in the passages, then by a search of the library. One that stands in none
 * is the model's own, true or invented. Left out are those that the question named, and those that could not be looked for.
 */
export function createFindAuthorities({ lists, question, passages, search }: FindAuthoritiesOptions) {
  const known = new Map<string, Promise<Authority | null>>()

  async function find(text: string, signal: AbortSignal): Promise<Authority | null> {
    const pattern = authorityPattern(text)
    const here = passages.find((passage) => pattern.test(passage.text))
    return here ? { text, foundIn: here.document } : await inLibrary(text, pattern, signal)
  }

  async function inLibrary(text: string, pattern: RegExp, signal: AbortSignal): Promise<Authority | null> {
    const query = { question: text, follows: null, documents: [], asOf: null }
    try {
      const found = await Promise.all(search.map((source) => source.find(query, signal)))
      const held = found.flatMap(({ evidence }) => evidence).filter((one) => one.kind === 'passage')
      const foundIn = held.find((passage) => pattern.test(passage.text))?.document ?? null
      return foundIn === null && found.some(({ notSearched }) => notSearched.length > 0) ? null : { text, foundIn }
    } catch (error) {
      signal.throwIfAborted()
      // The answer stands without it: nothing is said of what could not be looked for.
      if (error instanceof Error) return null
      throw error
    }
  }

  return async (claim: Claim, signal: AbortSignal): Promise<Claim> => {
    const named = authoritiesIn(claim.text, lists).filter((authority) => !authorityPattern(authority).test(question))
    const authorities: Authority[] = []
    for (const text of named) {
      const looked = known.get(text) ?? find(text, signal)
      known.set(text, looked)
      const found = await looked
      if (found) authorities.push(found)
    }
    return { ...claim, authorities }
  }
}
