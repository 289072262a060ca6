/** The day itself, in eight languages; French and Portuguese keep other anniversaries too, and say of what: "anniversaire du contrat". */
export const BIRTHDAY =
  "(?:birth ?days?|b-?day|geburtstags?|cumpleaños|compleanno|verjaardag|urodzin\\p{L}{0,3}|(?:anniversaire|aniversário)(?!\\s(?:(?:de|du|des|d[ao]s?)\\s|d[’'])(?!naiss|nasc|(?-i:\\p{Lu}))))"

/** Labels and verbs of the eight languages, shortened too: "D.O.B.", "FdN". */
export const BIRTH_WORDS = `(?:born|births?|birth ?date|${BIRTHDAY}|d\\.? ?o\\.? ?b|y\\.? ?o\\.? ?b|geb(?:oren|urts(?:datum|jahr)|\\.?-?dat(?:um)?)?|née?|nee|ne(?=\\sle\\s)|né\\(e\\)|naissance|d\\.?d\\.?n|nacid[oa]|nacimiento|f\\. ?nac|fe?c?h?a?\\.? ?nac|f\\.?d\\.?n|nat[oa](?:/[oa])?|nascita|nascid[oa]|nascimento|d\\. ?nasc|nasc|geboorte(?:datum|dag|jaar)?|ur|urodz(?:on[ya]|enia)?)`

const LABEL = new RegExp(`^${BIRTH_WORDS}$`, 'iu')

/** Whether a word alone says that the day of a birth follows. */
export function isBirthLabel(word: string): boolean {
  return LABEL.test(word)
}
