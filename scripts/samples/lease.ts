import { leaseClauses } from './lease-clauses.ts'
import { type Block, markup, table } from './markup.ts'

/** The schedules of the sample lease, and the words before the signatures. */
const leaseSchedules = `
# SCHEDULE 1: THE PROPERTY

## 1. Extent

1.1 The Property is the ground floor shop and the basement bakehouse at 14 Tolland Row, shown edged red on the plan annexed
to this lease. It includes the shopfront and all plate glass, the floor finishes, the ceilings and the plaster of the walls,
and the bakehouse ventilation. It does not include the roof, the foundations, the external walls or any structural part of
the Building.

## 2. Rights granted

2.1 The right to use the yard at the rear for deliveries and for the storage of refuse in two wheeled bins.

2.2 The right to keep the oven flue in its present position through the rear wall and up to the eaves.

2.3 The right of support and shelter from the rest of the Building, and the free passage of water, gas and electricity.

## 3. Matters reserved

3.1 The right of the Landlord to enter on not less than 48 hours’ notice, or at once in an emergency, to inspect or repair
the Building.

3.2 The right of the tenants of 12 and 16 Tolland Row to pass on foot through the yard in case of fire.

# SCHEDULE 2: THE SERVICES

## 1. Services included

1.1 Keeping the roof, foundations, external walls and main structure of the Building in repair, subject to clause 5.5.

1.2 Cleaning and lighting the yard and the rear passage.

1.3 Maintaining the shared drains, the fire alarm and the emergency lighting.

1.4 Cleaning the outside of the windows above ground floor level twice a year.

1.5 The reasonable fees of the managing agent, not exceeding ten per cent of the other Service Costs.

## 2. Services not included

2.1 Works to the shop units of other tenants, the cost of marketing vacant units, and any cost that the Landlord recovers
from insurers or from another tenant.

---

# EXECUTION

This lease has been entered into on the date stated at the beginning of it.
`

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
