import { redactText } from '../disclosure/redact-text.ts'
import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import type { FindIdentifiers } from '../../disclosure/packet/mask-segments.ts'

/** A text with the kind of thing in the place of each name and number: `How much does [PERSON] pay from [DATE] on?` */
export function generalText(text: string, terms: readonly KnownTerm[], find: FindIdentifiers): string {
  return redactText(text, { known: terms }, find).text.replace(/\[([A-Z-]+?)-\d+[^\]]*\]/g, '[$1]')
}
