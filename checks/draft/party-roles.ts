/** Sides of one relation: who is the one is not the other. */
const SIDES: readonly (readonly [string, string])[] = [
  ['landlord', 'tenant'],
  ['lessor', 'lessee'],
  ['plaintiff', 'defendant'],
  ['claimant', 'defendant'],
  ['claimant', 'respondent'],
  ['applicant', 'respondent'],
  ['appellant', 'respondent'],
  ['petitioner', 'respondent'],
  ['buyer', 'seller'],
  ['purchaser', 'vendor'],
  ['employer', 'employee'],
  ['licensor', 'licensee'],
  ['creditor', 'debtor'],
  ['lender', 'borrower'],
  ['mortgagor', 'mortgagee'],
  ['assignor', 'assignee'],
  ['prosecutor', 'defendant'],
  ['disclosing', 'receiving'],
  ['discloser', 'recipient'],
]

/** German ones, with the endings of women and of several; names beside them are not told by a capital, as all nouns have one. */
const GERMAN_SIDES: readonly (readonly [string, string])[] = [
  ['vermieter', 'mieter'],
  ['verpächter', 'pächter'],
  ['verkäufer', 'käufer'],
  ['kläger', 'beklagte'],
  ['antragsteller', 'antragsgegner'],
  ['arbeitgeber', 'arbeitnehmer'],
  ['auftraggeber', 'auftragnehmer'],
  ['darlehensgeber', 'darlehensnehmer'],
  ['lizenzgeber', 'lizenznehmer'],
  ['gläubiger', 'schuldner'],
]
const GERMAN_ENDING = /(?:innen|in|[nsr])$/u

const OTHER = Map.groupBy(
  [...SIDES, ...GERMAN_SIDES].flatMap(([one, other]) => [
    { role: one, other },
    { role: other, other: one },
  ]),
  ({ role }) => role,
)

/** Those beside which names are told by their capitals. */
export const PARTY_ROLES: readonly string[] = [...new Set(SIDES.flat())]

export function isParty(word: string): boolean {
  return OTHER.has(roleOf(word))
}

/** In lower case, without a German ending: "vermieterin", "beklagten". */
function roleOf(word: string): string {
  const bare = word.replace(GERMAN_ENDING, '')
  return GERMAN_SIDES.flat().find((role) => role === word || role === bare) ?? word
}

/** Whether two words, in lower case, name the two sides of one relation: who is the Landlord is not the Tenant. */
export function isOtherParty(one: string, other: string): boolean {
  return (OTHER.get(roleOf(one)) ?? []).some((pair) => pair.other === roleOf(other))
}

const CASE =
  /(?<!\p{L})(to|by|from|of|for|against|with|an|von|vom|durch|für|gegen|gegenüber|mit|bei|zu|der|dem|des|den)\s+(?:the\s+|der\s+|die\s+|den\s+|dem\s+)?$/iu
/** German articles of who does something, or has it done, are one: "die Vermieterin"; "der Mieter" is as well "of the" of a woman. */
const SUBJECT = new Set(['der'])

/** The small word that says what a party has to do with it: what is paid "by the Tenant" is paid "to the Landlord". */
export function caseBefore(text: string, start: number): string {
  const word = CASE.exec(text.slice(Math.max(0, start - NEAR), start))?.[1]?.toLowerCase() ?? ''
  return SUBJECT.has(word) ? '' : word
}

const NEAR = 24
