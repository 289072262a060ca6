import type { FormRelation } from '../../contract/knowledge/fact.ts'
import type { KnownTerm as ListedTerm } from '../../contract/opinions/packet.ts'
import { IDENTIFIER_TYPES, type IdentifierType, type KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import { wordKey } from '../../disclosure/packet/decisions.ts'
import type { IsOrdinaryWord } from '../../disclosure/pseudonyms/search-terms.ts'
import type { StoredFact } from '../../store/matter/stored-facts.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Knowledge } from '../rules/knowledge.ts'

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

const BETWEEN_PARTIES =
  /\s+(?:v|vs|versus|gegen|contre|contra|c)\.?\s+|\s+(?:and|und|et|y|&)\s+|\s*[,;:/()]\s*|^(?:in re|re|ex parte|estate of|the estate of|nachlass|succession)\s+|\s+[-–—]\s+/iu
const COMPANY = /\b(?:inc|llc|llp|ltd|limited|plc|corp|corporation|company|gmbh|ag|kg|sa|sarl|bv|nv|pty)\b\.?$/i

/** The names in a matter's name: "Hollis v Marlowe Ltd" has two. What consists of ordinary words is no name. */
function nameTerms(name: string, isOrdinaryWord: IsOrdinaryWord): readonly KnownTerm[] {
  const parts = name.split(BETWEEN_PARTIES).map((part) => (part ?? '').trim())
  return parts.filter((part) => isName(part, isOrdinaryWord)).map((text) => ({ text, type: nameType(text) }))
}

/** Whether it holds a word that is no ordinary one. */
function isName(text: string, isOrdinaryWord: IsOrdinaryWord): boolean {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
  return words.some((word) => !isOrdinaryWord(word))
}

function nameType(text: string): KnownTerm['type'] {
  return COMPANY.test(text) ? 'organisation' : 'person'
}

/**
 * Who is spoken of in the confirmed facts: what stands in a place for names and is none of the pack's own words. `john_smith` is
 * written as a name again.
 */
function factTerms(
  facts: readonly StoredFact[],
  relations: readonly FormRelation[],
  isOrdinaryWord: IsOrdinaryWord,
): readonly KnownTerm[] {
  const placesOf = new Map(relations.map(({ relation, places }) => [relation, places]))
  return facts
    .filter(({ state }) => state === 'confirmed')
    .flatMap(({ relation, args }) =>
      (placesOf.get(relation) ?? []).flatMap((place, index) => {
        const arg = args[index]
        if (place.kind !== 'name' || !place.open || arg === undefined) return []
        if (place.choices.some(({ name }) => name === arg)) return []
        const text = arg.replaceAll('"', '').replaceAll('_', ' ').trim()
        return isName(text, isOrdinaryWord) ? [{ text, type: nameType(text) }] : []
      }),
    )
}

const MAIL = /rfc822|outlook|mbox/i

/** As `library/read/mail/mail-text.ts` writes the head of a message. */
const FIELD = /^(?:From|To|Cc|Bcc|Reply-To):\s*(\S.*)$/gm
const HEAD_CHARACTERS = 4000
const MESSAGES = 500

/** Who wrote the mails of a matter and to whom: names and addresses as the heads of the messages give them. */
export function correspondentTerms({ store }: Pick<OpenMatter, 'store'>): readonly KnownTerm[] {
  const messages = store.documents
    .list(null)
    .filter(({ mediaType, textVersionId }) => MAIL.test(mediaType) && textVersionId !== null)
  return messages.slice(0, MESSAGES).flatMap(({ textVersionId }) => termsInHead(store, textVersionId ?? 0))
}

const termsInHead = onceForText(({ pages }, textVersionId): readonly KnownTerm[] => {
  const [first] = pages.list(textVersionId)
  const head = first ? pages.part(textVersionId, first.page)?.text.slice(0, HEAD_CHARACTERS) : ''
  return [...(head ?? '').matchAll(FIELD)].flatMap(([, people = '']) => people.split(/[,;]\s*/).flatMap(personTerms))
})

/** `Ann Hollis <ann@hollis.example>` */
function personTerms(person: string): readonly KnownTerm[] {
  const address = /[^\s<>"]+@[^\s<>"]+/.exec(person)?.[0]
  const name = person
    .replace(/<[^>]*>/g, '')
    .replace(/["']/g, '')
    .trim()
  return [
    ...(name !== '' && !name.includes('@') && /\p{Lu}/u.test(name) ? [{ text: name, type: 'person' as const }] : []),
    ...(address === undefined ? [] : [{ text: address, type: 'email' as const }]),
  ]
}

type Store = OpenMatter['store']

/** The same function of a text, read once as long as its matter is open: a version of a text never changes. */
export function onceForText<Value>(read: (store: Store, textVersionId: number) => Value): typeof read {
  const byStore = new WeakMap<Store, Map<number, Value>>()
  return (store, textVersionId) => {
    const known = byStore.get(store) ?? new Map<number, Value>()
    byStore.set(store, known)
    const before = known.get(textVersionId)
    if (before !== undefined) return before
    const value = read(store, textVersionId)
    known.set(textVersionId, value)
    return value
  }
}
