import { type Block, markup, table } from './markup.ts'
import { leaseClauses } from './lease-clauses.ts'
import { leaseSchedules } from './lease-schedules.ts'

/** The lease of the sample tenancy dispute after its cover. Everything in it is invented. */
export const lease: readonly Block[] = [
  { kind: 'page-break' },
  ...markup(`
## PARTICULARS

These particulars form part of this lease. Words defined here have the same meaning in the clauses and schedules.
`),
  table(
    [34, 66],
    [
      ['Date of lease', '25 March 2021'],
      [
        'Landlord',
        'Pennifold Estates Limited (company number 99900017), whose registered office is at 3 Sable Court, Marchmont Street, Wexcombe WX1 2AB',
      ],
      [
        'Tenant',
        'Larkspur and Daughters Bakery Limited (company number 99900042), whose registered office is at 14 Tolland Row, Wexcombe WX4 7QJ',
      ],
      [
        'Property',
        'The ground floor shop and basement bakehouse at 14 Tolland Row, Wexcombe WX4 7QJ, described in Schedule 1',
      ],
      ['Building', 'The land and building known as 12 to 16 (even) Tolland Row, Wexcombe'],
      ['Contractual Term', 'Ten years from and including 25 March 2021 to and including 24 March 2031'],
      ['Annual Rent', '£38,400 a year exclusive of VAT, as reviewed under clause 4'],
      ['Rent Commencement Date', '24 June 2021'],
      ['Rent Payment Dates', '25 March, 24 June, 29 September and 25 December in each year'],
      ['Review Date', '25 March 2026'],
      ['Break Date', '24 March 2026'],
      ['Tenant’s Proportion', '18.5 per cent'],
      ['Service Charge Cap', '£6,000 in any Accounting Year, exclusive of VAT'],
      ['Interest Rate', 'Four per cent a year above the base rate of the Bank of England from time to time'],
      ['Permitted Use', 'Bakery with retail shop, and as ancillary to it a café of not more than 16 seats'],
    ],
    false,
  ),
  ...markup(leaseClauses),
  { kind: 'page-break' },
  ...markup(leaseSchedules),
  table(
    [50, 50],
    [
      [
        'Executed as a deed by Pennifold Estates Limited acting by a director in the presence of a witness',
        'Augustin Pennifold, director. Witness: Doreen Askwith, 3 Sable Court, Wexcombe WX1 2AB',
      ],
      [
        'Executed as a deed by Larkspur and Daughters Bakery Limited acting by a director in the presence of a witness',
        'Marian Larkspur, director. Witness: Tobias Fenn, 9 Quarry Hill, Wexcombe WX4 1TD',
      ],
    ],
    false,
  ),
]
