const TERM = String.raw`[“"„«‘']\s?(?<term>\p{Lu}[^“”"„«»\n]{0,60}?)\s?[”"“»’']`
/** "“Rent” means …", "(the “Landlord”)", "hereinafter referred to as “Supplier”". */
const DEFINED = new RegExp(
  `(?:\\((?:(?:[Tt]he|[Ee]ach|[Aa]n?|[Tt]ogether|[Cc]ollectively|[Hh]ereinafter|[Hh]ereafter|[Ii]m Folgenden|nachfolgend|der|die|das)[^()“"„]{0,40})?${TERM}|${TERM}(?=\\s(?:means|shall mean|has the meaning|shall have the meaning|bedeutet|bezeichnet)))`,
  'gu',
)
/** A definition without quotation marks: "Affiliate: shall mean …", "Term means …". */
const BARE =
  /^(?<term>\p{Lu}[\p{L}\p{N}’' -]{1,50}?):?\s(?:means|shall mean|has the meaning|shall have the meaning|bedeutet|bezeichnet)\b/gmu

/** The terms that a text defines, in small letters. */
export function definedTerms(text: string): ReadonlySet<string> {
  const terms = [...text.matchAll(DEFINED), ...text.matchAll(BARE)].map(({ groups }) => groups?.term ?? '')
  return new Set(terms.map((term) => term.toLowerCase().trim()).filter((term) => term !== ''))
}

const QUOTED = new RegExp(
  `${TERM},?\\s(?:means|shall mean|has the meaning|shall have the meaning|bedeutet|bezeichnet)(?!\\p{L})`,
  'u',
)

/** Whether a clause says what a term means, be it in the middle of a sentence. */
export function definesTerm(words: string): boolean {
  return QUOTED.test(words) || termDefinedBy(words) !== null
}

const OWN = new RegExp(
  `^(?:${TERM}|(?<bare>\\p{Lu}[\\p{L}\\p{N}’' -]{1,50}?)):?,?\\s(?:means|shall mean|has the meaning|shall have the meaning|includes|bedeutet|bezeichnet)(?!\\p{L})`,
  'u',
)

/** The term that a clause is the definition of; null for any other clause. `words`: without its number. */
export function termDefinedBy(words: string): string | null {
  const { term, bare } = OWN.exec(words)?.groups ?? {}
  return term ?? bare ?? null
}
