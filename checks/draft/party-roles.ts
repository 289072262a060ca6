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

const OTHER = Map.groupBy(
  SIDES.flatMap(([one, other]) => [
    { role: one, other },
    { role: other, other: one },
  ]),
  ({ role }) => role,
)

export const PARTY_ROLES: readonly string[] = [...OTHER.keys()]

/** Whether two words, in lower case, name the two sides of one relation: who is the Landlord is not the Tenant. */
export function isOtherParty(one: string, other: string): boolean {
  return (OTHER.get(one) ?? []).some((pair) => pair.other === other)
}
