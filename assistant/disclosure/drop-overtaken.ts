import type { KnownTerm as ListedTerm } from '../../contract/opinions/packet.ts'
import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import { wordKey } from '../../disclosure/packet/decisions.ts'
import { type IsOrdinaryWord, searchTerms } from '../../disclosure/pseudonyms/search-terms.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { toKnownTerms } from './matter-terms.ts'
import type { PacketRecord } from './packet-record.ts'

export type Decided = Pick<PacketRecord, 'decisions' | 'unmaskings' | 'listedThen'>

/**
 * Takes back each yes to a word that came onto the list of the matter afterwards: whoever said it did not know. A word that
 * `listedThen` does not have was decided just now; a packet of an older version has none, so that every line counts as new.
 */
export function dropOvertaken(
  { decisions, unmaskings, listedThen }: Decided,
  linesOn: (key: string) => readonly string[],
): Required<Decided> {
  const { kept, unmasked } = decisions
  const lines = new Map([...new Set([...kept, ...unmasked].map(wordKey))].map((key) => [key, linesOn(key)]))
  for (const [key, now] of lines) {
    const then = listedThen ? (listedThen[key] ?? now) : []
    if (now.some((line) => !then.includes(line))) lines.delete(key)
  }
  const stays = (term: string) => lines.has(wordKey(term))
  const wasLetThrough = (term: string) => unmasked.some((other) => wordKey(other) === wordKey(term))
  return {
    decisions: { ...decisions, kept: kept.filter(stays), unmasked: unmasked.filter(stays) },
    unmaskings: unmaskings.filter(({ term }) => stays(term) || !wasLetThrough(term)),
    listedThen: Object.fromEntries(lines),
  }
}

/** The lines of the list on a word: it itself, or somebody of whose name it is a part. Listed once more, it is another line. */
export function listLines(
  { store }: Pick<OpenMatter, 'store'>,
  terms: readonly ListedTerm[],
  isOrdinaryWord: IsOrdinaryWord,
): (key: string) => readonly string[] {
  const addedAt = new Map(store.knownTerms.list().map((one) => [one.term, one.addedAt]))
  const known = toKnownTerms(terms)
  return (key) =>
    terms
      .filter((_, index) => isOn(known[index] as KnownTerm, key, isOrdinaryWord))
      .map(({ term, from }) => `${from} ${addedAt.get(term) ?? ''} ${term}`)
}

function isOn({ text, type }: KnownTerm, key: string, isOrdinaryWord: IsOrdinaryWord): boolean {
  const terms = searchTerms([{ pseudonym: '', type, forms: [text], sex: null }], isOrdinaryWord)
  return wordKey(text) === key || terms.some((one) => wordKey(one.text) === key)
}
