/** The schedules of the sample lease, and the words before the signatures. */
export const leaseSchedules = `
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
