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
