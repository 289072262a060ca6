import type { KnownTerm as ListedTerm } from '../../contract/opinions/packet.ts'
import { IDENTIFIER_TYPES, type IdentifierType, type KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import { wordKey } from '../../disclosure/packet/decisions.ts'
import type { IsOrdinaryWord } from '../../disclosure/pseudonyms/search-terms.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { correspondentTerms } from './correspondent-terms.ts'
import { factTerms } from './fact-terms.ts'
import { nameTerms } from './name-terms.ts'

/**
 * What must never leave a matter: the user's own lines, then what the matter itself says, from its name, its confirmed facts and
 * the heads of its mails. Each term once.
 */
export async function matterTerms(
  matter: OpenMatter,
  knowledge: Knowledge,
  isOrdinaryWord: IsOrdinaryWord,
): Promise<readonly ListedTerm[]> {
  const { store, name } = matter
  const { packs } = await knowledge.of(matter)
  const { relations } = await knowledge.view(packs)
  const from = (source: ListedTerm['from'], terms: readonly KnownTerm[]) =>
    terms.map(({ text, type }): ListedTerm => ({ term: text, type, from: source }))
  const listed = [
    ...store.knownTerms.list().map(({ term, type }): ListedTerm => ({ term, type, from: 'user' })),
    ...from('matter', nameTerms(name, isOrdinaryWord)),
    ...from('facts', factTerms(store.facts.list(), relations, isOrdinaryWord)),
    ...from('documents', correspondentTerms(matter)),
  ]
  const first = new Map<string, ListedTerm>()
  for (const one of listed) if (!first.has(wordKey(one.term))) first.set(wordKey(one.term), one)
  return [...first.values()]
}

/** As the detector takes them. */
export function toKnownTerms(terms: readonly ListedTerm[]): readonly KnownTerm[] {
  return terms.map(({ term, type }) => ({ text: term, type: identifierType(type) }))
}

/** What the detector does not know by that name is some code that is unique. */
export function identifierType(type: string): IdentifierType {
  return IDENTIFIER_TYPES.find((known) => known === type) ?? 'id'
}
