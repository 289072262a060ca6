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

/** The file note of the tenant's solicitors, as a Markdown file. */
export const chronology = `# File note: Larkspur and Daughters Bakery Limited, 14 Tolland Row

Prepared by Ashdown Pell Solicitors (R. Okonjo, trainee) on 6 October 2025. Client: the tenant. Matter number AP-2291.
Sample document that comes with Consilium: all names, places and amounts are invented.

## Instructions

The client wants to leave the shop on 24 March 2026 and to move to larger premises. The landlord's agent says that the break
notice was late and that arrears stand in its way. The client asks whether the lease will end and what it must do until then.

## Chronology

| Date | Event | Source |
|---|---|---|
| 12 March 2021 | Schedule of Condition signed | lease, clause 1.1 |
| 25 March 2021 | Lease completed, ten-year term begins | lease |
| 24 June 2021 | First rent paid | client's ledger |
| 12 February 2024 | Client reports water coming through the ceiling above the oven; e-mail to the agent | e-mail |
| 6 March 2024 | Agent's contractor fixes a temporary cover on the roof | client |
| 2 July 2025 | Second leak; bakehouse closed for three days, 2 to 4 July | client's diary |
| 14 July 2025 | Client disputes the service charge by e-mail to the agent | e-mail |
| 11 September 2025 | Landlord's surveyor, Mr Sandham, inspects | agent's letter |
| 19 September 2025 | Break notice posted first class at Wexcombe Post Office at 16.10 (Friday) | certificate of posting |
| 19 September 2025 | Copy e-mailed to the agent at 16.32 | e-mail |
| 25 September 2025 | Landlord's post room stamps the notice (Thursday), according to the agent | agent's letter |
| 26 September 2025 | Michaelmas rent of £9,600 paid, three days before it was due | bank statement |
| 2 October 2025 | Agent rejects the notice and offers a surrender for £19,200 | agent's letter |

## Loss from the second leak

Stock thrown away £640, takings lost £1,670, together £2,310. The client has photographs and the till records.

## Points to check

1. Was the notice given by 24 September 2025? It depends on deemed receipt under clause 13 of the lease, not on the stamp.
   The certificate of posting must be kept safe.
2. Is anything but Annual Rent a condition of the break? See clauses 12.2 and 12.3.
3. Did the client tell the landlord in writing what it disputes and why, so that clause 5.6 lets it withhold the disputed
   service charge? "In writing" does not include e-mail (clause 1.3). This is a weak point: send a letter.
4. Roof repairs: did the landlord begin work within 14 days after notice (clause 11.2)? From 12 February 2024 to 6 March 2024
   is 23 days.

## Next steps

- Answer the agent before 4.00 p.m. on 16 October 2025. Do not withdraw the notice.
- Pay the rent due on 25 December 2025 (£9,600) in time: it is a condition of the break.
- Diary 24 March 2026: give up occupation, hand over the keys against a receipt, take photographs.
- Ask the client for the e-mails of 12 February 2024 and 14 July 2025; we have not seen them yet.
`
