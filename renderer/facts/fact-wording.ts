import { relationName } from '../../contract/knowledge/calculator-input.ts'
import type { Fact, FactSource, FormRelation } from '../../contract/knowledge/fact.ts'
import { shortPageWords } from '../../contract/page-unit.ts'
import { documentName } from '../../wording/document-name.ts'
import { dayWords, withDates } from '../../wording/format-time.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'

/** Where a fact comes from, short: `you`, `J. Marsh`, `Lease.pdf, p. 9, by OCR`. */
export function originWords(source: FactSource, userName: string): string {
  if (source.kind === 'user') return personWords(source.by, userName)
  const { document, page, byOcr } = source
  const at = page === null ? '' : shortPageWords(document, page)
  return [documentName(document), at, byOcr ? t('facts.origin.byOcr') : ''].filter(Boolean).join(', ')
}

/** The same where room is short: `p. 9`, `you`. */
export function shortOriginWords(source: FactSource, userName: string): string {
  if (source.kind === 'user') return personWords(source.by, userName)
  return source.page === null ? t('facts.origin.document') : shortPageWords(source.document, source.page)
}

/** Who confirmed what was read from a document; empty for what a person entered. */
export function decisionWords({ source, state, decidedBy }: Fact, userName: string): string {
  if (source.kind === 'user' || state !== 'confirmed' || decidedBy === null) return ''
  return t('facts.origin.confirmed', { by: byWords(decidedBy, userName) })
}

/** What the record says where nobody had given a name, in every language. */
// oxlint-disable-next-line consilium/no-bare-text
const NAMELESS = 'the user'

/** A person's name, or "you"; who works here may not have given a name. */
export function personWords(by: string, userName: string): string {
  return isUser(by, userName) ? t('facts.person.you') : by
}

/** By whom something was done: `by you`, `by J. Marsh`. */
export function byWords(by: string, userName: string): string {
  return isUser(by, userName) ? t('facts.person.byYou') : t('facts.person.by', { name: by })
}

function isUser(by: string, userName: string): boolean {
  return by === '' || by === userName || by === NAMELESS
}

/** What a fact says, and where nobody knows, that. */
export function factSentence({ sentence, holds }: Pick<Fact, 'sentence' | 'holds'>): string {
  const said = sentenceCase(withDates(sentence))
  return holds === 'unknown' ? t('facts.sentence.notKnown', { sentence: said }) : said
}

/** What a document says, on one line, in the quotation marks of the language. */
export function quoteWords(quote: string): string {
  return t('facts.quote', { quote: quote.replace(/\s+/g, ' ').trim() })
}

/** `of Mon 1 Jun 2026`, `from …`, `to …`; empty where a fact has no dates. */
export function dateWords({ at, validFrom, validTo }: Pick<Fact, 'at' | 'validFrom' | 'validTo'>): string {
  return [
    at && t('facts.dates.of', { day: dayWords(at) }),
    validFrom && t('facts.dates.from', { day: dayWords(validFrom) }),
    validTo && t('facts.dates.to', { day: dayWords(validTo) }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What a place of a relation is called in a form: its type, and for a value the relation. */
export function placeLabel(form: Pick<FormRelation, 'relation' | 'label' | 'say' | 'places'>, at: number): string {
  const { places } = form
  const place = places[at]
  const word = place?.kind === 'name' ? plainName(place.type) : relationName(form)
  const same = places.filter(
    (other) => other.kind === place?.kind && (other.kind !== 'name' || other.type === (place as typeof other).type),
  )
  const name = place?.kind === 'date' ? t('facts.form.dayOf', { name: sentenceCase(word) }) : sentenceCase(word)
  return same.length > 1 && place ? t('facts.form.numbered', { name, number: same.indexOf(place) + 1 }) : name
}

/** A name of the vocabulary as people write it: `oral_anticoagulation` is "oral anticoagulation". */
export function plainName(name: string): string {
  return name.replaceAll('_', ' ')
}
