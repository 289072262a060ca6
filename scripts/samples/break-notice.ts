import { type Block, markup } from './markup.ts'

/** The tenant's notice, as sent by first-class post on 19 September 2025. */
export const breakNotice: readonly Block[] = markup(`
# NOTICE TO END THE LEASE

> **To:** Pennifold Estates Limited
> 3 Sable Court, Marchmont Street, Wexcombe WX1 2AB
> **For the attention of the Property Director**

> **From:** Larkspur and Daughters Bakery Limited
> 14 Tolland Row, Wexcombe WX4 7QJ

**Date:** 19 September 2025

**By pre-paid first-class post.** A copy is sent by e-mail to Quillgate Property Management for information only.

## The lease

This notice is about the lease dated 25 March 2021 between Pennifold Estates Limited (1) and Larkspur and Daughters Bakery
Limited (2) of the ground floor shop and basement bakehouse at 14 Tolland Row, Wexcombe WX4 7QJ, for a term of ten years from
and including 25 March 2021.

## Notice

1. Under clause 12.1 of the lease we give you not less than six months’ notice that we wish to end the lease on the Break
Date, 24 March 2026.

2. We will pay the instalments of the Annual Rent that fall due on 29 September 2025 and 25 December 2025 on their due dates.

3. We will give up occupation of the whole of the Property on or before 24 March 2026. There is no underlease and no one else
has a right of occupation.

4. We will remove the deck oven and its flue, which belong to us under clause 15.1, and will make good any damage.

## Reservation

We dispute the service charge demanded for the quarter beginning on 24 June 2025 and the balance demanded for the year ended
31 March 2025, for the reasons given in our e-mail of 14 July 2025. Payment of service charge is not a condition of the right
to break (clause 12.3). Nothing in this notice waives our claim for the loss caused by the leak of 2 July 2025.

Please acknowledge receipt by signing and returning the enclosed copy.

> Signed for Larkspur and Daughters Bakery Limited
> **Marian Larkspur**, director
`)
