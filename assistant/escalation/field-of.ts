import type { RedFlagTopic } from '../../contract/answers/routing.ts'

export type Field = RedFlagTopic['domain']

const WORDS: Readonly<Record<Field, RegExp>> = {
  medicine: /medic|clinic|health|hospital|nurs|surg|pharma|psychiatr|paediatr|pediatr|\p{L}{3}ology\b/iu,
  law: /\blaw|legal|litigat|contract|tenan|leas|employment|crimin|insolven|convey|probate/iu,
}

/** The field of a matter whose domains, in the user's own words, are of one alone; null: not known, or both. */
export function fieldOf(domains: readonly string[] | null): Field | null {
  const text = (domains ?? []).join(', ')
  const fields = (['medicine', 'law'] as const).filter((field) => WORDS[field].test(text))
  return fields.length === 1 ? (fields[0] ?? null) : null
}
