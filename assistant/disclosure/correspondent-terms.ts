import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import type { OpenMatter } from '../home/open-matters.ts'

const MAIL = /rfc822|outlook|mbox/i
/** As `library/read/mail/mail-text.ts` writes the head of a message. */
const FIELD = /^(?:From|To|Cc|Bcc|Reply-To):\s*(.+)$/gm
const HEAD_CHARACTERS = 4000
const MESSAGES = 500

/** What was read of each text, which never changes, as long as its matter is open. */
const read = new WeakMap<OpenMatter['store'], Map<number, readonly KnownTerm[]>>()

/** Who wrote the mails of a matter and to whom: names and addresses as the heads of the messages give them. */
export function correspondentTerms({ store }: Pick<OpenMatter, 'store'>): readonly KnownTerm[] {
  const messages = store.documents
    .list(null)
    .filter(({ mediaType, textVersionId }) => MAIL.test(mediaType) && textVersionId !== null)
  const known = read.get(store) ?? new Map<number, readonly KnownTerm[]>()
  read.set(store, known)
  return messages.slice(0, MESSAGES).flatMap(({ textVersionId }) => {
    const id = textVersionId ?? 0
    const terms = known.get(id) ?? termsInHead(store, id)
    known.set(id, terms)
    return terms
  })
}

function termsInHead({ pages }: OpenMatter['store'], textVersionId: number): readonly KnownTerm[] {
  const [first] = pages.list(textVersionId)
  const head = first ? pages.part(textVersionId, first.page)?.text.slice(0, HEAD_CHARACTERS) : ''
  return [...(head ?? '').matchAll(FIELD)].flatMap(([, people = '']) => people.split(/[,;]\s*/).flatMap(termsOf))
}

/** `Ann Hollis <ann@hollis.example>` */
function termsOf(person: string): readonly KnownTerm[] {
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
