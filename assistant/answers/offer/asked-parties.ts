/** People of whom a matter with many documents has many, one a document. "How many people" asks for a number that is stated. */
const PERSONS =
  'defendant patient tenant landlord lessee lessor claimant plaintiff appellant applicant respondent offender convict employee employer supplier buyer seller borrower lender insurer guarantor contractor licensee licensor'.split(
    ' ',
  )
/** Documents by their kind. "Cases", "documents" and "records" are none: "in all cases" and "which documents must be served" ask of no file. */
const KINDS =
  'judgment judgement verdict lease contract agreement letter report decision ruling deed invoice protocol NDA'.split(
    ' ',
  )

const plural = (noun: string): readonly [string, string] => [`${noun}s`, noun]
const people: readonly (readonly [string, string])[] = PERSONS.map(plural)
const kinds: readonly (readonly [string, string])[] = [
  ...KINDS.map(plural),
  ['policies', 'policy'],
  ['studies', 'study'],
]
const ONE_OF: ReadonlyMap<string, string> = new Map(
  [...people, ...kinds, ['cases', 'case'], ['documents', 'document'], ['files', 'file']].map(
    ([several = '', one = '']) => [several.toLowerCase(), one],
  ),
)

/** Patterns of one and of several of them. */
export const PERSON = `(?:${people.map(([, one]) => one).join('|')}|accused)`
export const PEOPLE = `(?:${people.map(([several]) => several).join('|')})`
export const KIND_OF_DOCUMENT = `(?:${kinds.map(([, one]) => one).join('|')})`
export const DOCUMENTS_OF_A_KIND = `(?:${kinds.map(([several]) => several).join('|')})`

/** The singular of such a noun; any other word as it is. */
export function singularOf(noun: string): string {
  return ONE_OF.get(noun.toLowerCase()) ?? noun
}

/** Of whom a document has one beside those that it is about. */
const IN_OFFICE =
  'judge magistrate prosecutor lawyer solicitor barrister attorney physician doctor surgeon accused'.split(' ')

/** Whether a noun in the singular is of a person. */
export function isPerson(noun: string): boolean {
  return [...people.map(([, one]) => one), ...IN_OFFICE].includes(noun.toLowerCase())
}
