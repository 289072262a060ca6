import { relationName } from '../../contract/knowledge/calculator-input.ts'
import type { Fact, FactSource, FormRelation } from '../../contract/knowledge/fact.ts'
import { shortPageWords } from '../../contract/page-unit.ts'
import { documentName } from '../../wording/document-name.ts'
import { sentenceCase } from '../../wording/phrases.ts'

/** Where a fact comes from, short: `you`, `J. Marsh`, `Lease.pdf, p. 9, by OCR`. */
export function originWords(source: FactSource, userName: string): string {
  if (source.kind === 'user') return personWords(source.by, userName)
  const { document, page, byOcr } = source
  const at = page === null ? '' : shortPageWords(document, page)
  return [documentName(document), at, byOcr ? 'by OCR' : ''].filter(Boolean).join(', ')
}

/** The same where room is short: `p. 9`, `you`. */
export function shortOriginWords(source: FactSource, userName: string): string {
  if (source.kind === 'user') return personWords(source.by, userName)
  return source.page === null ? 'document' : shortPageWords(source.document, source.page)
}

/** Who said yes to what was read from a document; empty for what a person entered. */
export function decisionWords({ source, state, decidedBy }: Fact, userName: string): string {
  if (source.kind === 'user' || state !== 'confirmed' || decidedBy === null) return ''
  return `yes by ${personWords(decidedBy, userName)}`
}

/** What the record says where nobody had given a name. */
const NAMELESS = 'the user'

/** A person's name, or "you"; who works here may not have given a name. */
export function personWords(by: string, userName: string): string {
  return by === '' || by === userName || by === NAMELESS ? 'you' : by
}

/** `of 2026-06-01`, `from 2021-06-01`, `to 2026-12-31`; empty where a fact has no dates. */
export function dateWords({ at, validFrom, validTo }: Pick<Fact, 'at' | 'validFrom' | 'validTo'>): string {
  return [at && `of ${at}`, validFrom && `from ${validFrom}`, validTo && `to ${validTo}`].filter(Boolean).join(', ')
}

/** What a place of a relation is called in a form: its type, and for a value the relation. */
export function placeLabel(form: Pick<FormRelation, 'relation' | 'label' | 'say' | 'places'>, at: number): string {
  const { places } = form
  const place = places[at]
  const word = place?.kind === 'name' ? plainName(place.type) : relationName(form)
  const same = places.filter(
    (other) => other.kind === place?.kind && (other.kind !== 'name' || other.type === (place as typeof other).type),
  )
  const number = same.length > 1 && place ? ` ${same.indexOf(place) + 1}` : ''
  const day = place?.kind === 'date' ? ', day' : ''
  return `${sentenceCase(word)}${day}${number}`
}

/** A name of the vocabulary as people write it: `oral_anticoagulation` is "oral anticoagulation". */
export function plainName(name: string): string {
  return name.replaceAll('_', ' ')
}
