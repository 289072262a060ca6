import { type Block, markup } from './markup.ts'

/** The managing agent's answer to the break notice. */
export const letterFromAgent: readonly Block[] = markup(`
2 October 2025

> The Directors
> Larkspur and Daughters Bakery Limited
> 14 Tolland Row
> Wexcombe
> WX4 7QJ

Our reference: QPM/TR14/0925

**By first-class post and by e-mail**

Dear Sirs

**14 Tolland Row, Wexcombe WX4 7QJ: lease dated 25 March 2021. Your notice dated 19 September 2025**

We act as managing agent for Pennifold Estates Limited, your landlord, and write on its instructions about the notice by
which you say that you wish to end the lease on 24 March 2026.

### 1. The notice came too late

The lease asks for not less than six months’ notice. The last day on which you could give it was 24 September 2025. Your
letter reached our client’s registered office on Thursday 25 September 2025, when the post room stamped it. The copy that you
e-mailed to us on 19 September 2025 is not a notice at all: the lease does not allow service by e-mail, nor on us. Our
client’s position is therefore that the right to break has been lost and that the lease continues until 24 March 2031.

### 2. Arrears of service charge

In any event you are not in a position to break the lease, because £1,842.60 of service charge is unpaid. This is made up of
the quarterly payment on account of £1,150.00 that fell due on 24 June 2025 and the balance of £692.60 for the year ended 31
March 2025. Interest is running at four per cent above base rate. We note from your e-mail of 14 July 2025 that you dispute
these sums because of the leak from the roof. Our client does not accept that the leak entitles you to withhold anything.

### 3. State of repair

Our surveyor, Mr Ivo Sandham, inspected on 11 September 2025. The shopfront needs repainting, one pane of the plate glass is
cracked, and the floor of the bakehouse is worn below the state shown in the Schedule of Condition. A schedule of dilapidations
will follow. You must put these things right before the lease can end.

### 4. What our client proposes

Without any admission, and only if the matter is settled by agreement, our client would accept a surrender of the lease on 24
March 2026 against a payment of £19,200, which is six months’ rent, and payment of the arrears in full. This offer is open
until 4.00 p.m. on 16 October 2025. If we do not hear from you by then, our client will treat the notice as of no effect and
will expect the rent to be paid as usual on 25 December 2025 and after.

Please confirm that you withdraw the notice, or let us have your proposals.

Yours faithfully

> **Cornelius Vane**
> Senior Property Manager
> Quillgate Property Management
> For and on behalf of Pennifold Estates Limited
`)
