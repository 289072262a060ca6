/** Clauses 1 to 18 of the sample lease, in the markup of `markup.ts`. */
export const leaseClauses = `
## 1. Definitions and interpretation

1.1 In this lease the following definitions apply.

“Accounting Year” means the period from 1 April in one year to 31 March in the next.

“Break Notice” means the notice described in clause 12.1.

“Insurance Rent” means the Tenant’s Proportion of the cost of insuring the Building under clause 6.1.

“Insured Risks” means fire, explosion, lightning, storm, flood, burst pipes, impact, riot and any other risk against
which the Landlord reasonably insures.

“Schedule of Condition” means the schedule of photographs and notes dated 12 March 2021, signed by the parties and
annexed to this lease.

“Service Charge” means the Tenant’s Proportion of the Service Costs.

“Service Costs” means the costs reasonably and properly incurred by the Landlord in providing the Services.

“Services” means the services listed in Schedule 2.

“Working Day” means any day from Monday to Friday that is not a bank or public holiday in England.

1.2 A reference to the Landlord or the Tenant includes its successors in title, except where this lease says that a right is
personal.

1.3 Headings do not affect the interpretation of this lease. “Writing” does not include e-mail, except where this lease
says otherwise.

## 2. Grant

2.1 The Landlord lets the Property to the Tenant for the Contractual Term, with the rights set out in paragraph 2 of
Schedule 1 and subject to the matters set out in paragraph 3 of that schedule.

2.2 The Tenant shall have no right to light or air over the yard at the rear of the Building beyond that which is needed
for the use of the bakehouse ventilation.

## 3. Rent and other payments

3.1 The Tenant shall pay the Annual Rent by four equal instalments in advance on the Rent Payment Dates, by standing order
to the account that the Landlord notifies. No Annual Rent is payable for the period before the Rent Commencement Date.

3.2 The first instalment shall be paid on the Rent Commencement Date. At the rate stated in the particulars each quarterly
instalment is £9,600.

3.3 The Tenant shall pay the Service Charge under clause 5 and the Insurance Rent under clause 6. These sums are reserved as
rent, but they are not part of the Annual Rent.

3.4 If any sum due under this lease is not paid within 14 days after it falls due, the Tenant shall pay interest on it at
the Interest Rate from the due date until payment.

3.5 The Tenant shall not withhold or set off any part of the Annual Rent, except where the law does not allow that right to
be excluded.

3.6 The Tenant shall pay all business rates, water charges and charges for gas, electricity and telecommunications at the
Property.

## 4. Rent review

4.1 The Annual Rent shall be reviewed on the Review Date and shall from then on be the greater of the Annual Rent payable
immediately before that date and the open market rent of the Property.

4.2 The open market rent is the rent at which the Property might reasonably be expected to be let on the Review Date by a
willing landlord to a willing tenant, with vacant possession and without a premium, for a term of five years on the terms of
this lease other than the amount of the Annual Rent.

4.3 The following shall be disregarded: any goodwill attached to the Property by the Tenant’s business, and any improvement
made by the Tenant with consent and at its own cost, including the deck oven and its flue.

4.4 If the parties have not agreed the open market rent three months before the Review Date, either may ask the President of
the Royal Institution of Chartered Surveyors to appoint an expert, whose decision binds both.

4.5 Time is not of the essence for any step under this clause.

## 5. Service charge

5.1 Before each Accounting Year the Landlord shall send the Tenant an estimate of the Service Costs. The Tenant shall pay a
quarter of the Service Charge so estimated on each Rent Payment Date.

5.2 Within four months after the end of each Accounting Year the Landlord shall send the Tenant a certificate of the Service
Costs, with copies of the invoices if the Tenant asks for them within 28 days.

5.3 Any balance shown by the certificate is payable within 28 days after the Tenant receives it. Any excess shall be set
against the next payment on account.

5.4 The Service Charge shall not exceed the Service Charge Cap in any Accounting Year.

5.5 The Service Costs shall not include the cost of making good a defect in the structure of the Building that existed at
the date of this lease, nor the cost of collecting rent from other tenants.

5.6 A dispute about the Service Charge shall be referred, at the request of either party, to an independent chartered
surveyor who acts as an expert. While a dispute is pending the Tenant may withhold the disputed part, provided that it has
told the Landlord in writing what it disputes and why.

## 6. Insurance and damage

6.1 The Landlord shall insure the Building against the Insured Risks for its full cost of reinstatement and three years’
loss of rent.

6.2 The Tenant shall pay the Insurance Rent within 14 days after demand. The Landlord shall on request, but not more than
once a year, show the Tenant the policy and the receipt for the last premium.

6.3 If the Property is damaged by an Insured Risk so that it cannot be used, the Annual Rent, or a fair proportion of it,
shall not be payable until the Property is fit for use again or until three years have passed, whichever is sooner.

6.4 If the Property has not been reinstated within two years after the damage, either party may end this lease by notice to
the other.

## 7. Repair and decoration by the Tenant

7.1 The Tenant shall keep the interior of the Property, the shopfront, all plate glass and the bakehouse ventilation in good
repair. The Tenant need not put the Property into any better state than is shown by the Schedule of Condition.

7.2 The Tenant is not liable for damage by an Insured Risk, unless the insurers refuse payment because of something that the
Tenant did or failed to do.

7.3 The Tenant shall decorate the interior in the fourth and the eighth year of the Contractual Term and in the last three
months of the term, however it ends.

7.4 The Landlord may enter on not less than 48 hours’ notice to inspect the Property. The Tenant shall begin any repair for
which it is liable within two months after receiving a notice that specifies it, or at once in an emergency.

7.5 If the Tenant does not comply with clause 7.4, the Landlord may carry out the work and recover its proper cost as a
debt.

## 8. Alterations and signs

8.1 The Tenant shall not alter the structure of the Building.

8.2 The Tenant may make internal, non-structural alterations with the Landlord’s consent, which shall not be unreasonably
withheld or delayed. No consent is needed for the replacement of bakery equipment.

8.3 The Tenant may display one fascia sign and one projecting sign of a size and design approved by the Landlord.

## 9. Use

9.1 The Tenant shall use the Property only for the Permitted Use.

9.2 Deliveries by heavy goods vehicle shall not take place between 10.00 p.m. and 5.00 a.m. Baking is permitted at any hour.

9.3 The Tenant shall not cause a nuisance. The ordinary smell and warmth of baking are not a nuisance for this purpose.

## 10. Assignment and underletting

10.1 The Tenant may assign the whole of this lease with the Landlord’s consent, which shall not be unreasonably withheld.
The Landlord may require an authorised guarantee agreement as a condition of consent.

10.2 The Tenant shall not assign or underlet part only of the Property.

10.3 The Tenant may underlet the whole at not less than the open market rent for a term that is excluded from sections 24 to
28 of the Landlord and Tenant Act 1954.

## 11. Obligations of the Landlord

11.1 The Tenant may hold the Property peaceably without interruption by the Landlord or anyone claiming through it.

11.2 The Landlord shall keep the roof, foundations, external walls and main structure of the Building in good repair. It
shall begin work within a reasonable time, and in the case of water entering the Property within 14 days, after the Tenant
has given it or its managing agent notice of the defect. A notice under this clause may be given by e-mail.

11.3 The Landlord shall provide the Services, but it is not liable for an interruption that it could not reasonably prevent.

## 12. The Tenant’s right to break

12.1 The Tenant may end this lease on the Break Date by giving the Landlord not less than six months’ prior written notice
that states the Tenant’s wish to do so (a Break Notice).

12.2 A Break Notice shall be of no effect unless it is given in accordance with clause 13 and unless on the Break Date:

(a) the Tenant has paid all of the Annual Rent that fell due on or before the Break Date; and

(b) the Tenant gives up occupation of the Property and leaves no underlease or other right of occupation continuing.

12.3 Payment of the Service Charge and of the Insurance Rent, and performance of the Tenant’s obligations under clause 7, are
not conditions of the right to break. Nothing in this clause releases either party from a claim for an earlier breach.

12.4 Time is of the essence for the giving of a Break Notice.

12.5 If this lease ends under this clause, the Landlord shall within 14 days after the Break Date repay to the Tenant any
Annual Rent, Service Charge and Insurance Rent paid for a period after the Break Date.

12.6 The right in this clause is personal to Larkspur and Daughters Bakery Limited and ends on any assignment of this lease.

12.7 A Break Notice, once given, may be withdrawn only with the written agreement of both parties.

## 13. Notices

13.1 A notice under this lease shall be in writing and signed by or on behalf of the party that gives it.

13.2 A notice shall be delivered by hand, or sent by pre-paid first-class post or by another next working day delivery
service, to the registered office of the party to whom it is addressed. A notice to the Landlord shall be marked for the
attention of the Property Director.

13.3 A notice is deemed to have been received:

(a) if delivered by hand, at the time at which it is left at the address, or at 9.00 a.m. on the next Working Day if it is
left after 5.00 p.m. or on a day that is not a Working Day; and

(b) if sent by pre-paid first-class post or another next working day delivery service, at 9.00 a.m. on the second Working
Day after posting.

13.4 A notice is given when it is deemed to have been received. Evidence that it was in fact received earlier or later
does not displace clause 13.3.

13.5 Except as stated in clause 11.2, a notice sent by e-mail or given only to a managing agent is not validly given.

## 14. Forfeiture

14.1 The Landlord may re-enter the Property and so end this lease if any Annual Rent is unpaid 21 days after it fell due,
whether formally demanded or not, if the Tenant is in substantial breach of its other obligations, or if the Tenant enters
administration or liquidation.

## 15. End of the term

15.1 When this lease ends, however it ends, the Tenant shall give the Property back in the state that clause 7 requires and
shall remove its stock, signs and equipment. The deck oven and its flue belong to the Tenant.

15.2 The Tenant shall make good any damage caused by the removal within 10 Working Days.

## 16. No security of tenure

16.1 The parties agree that sections 24 to 28 of the Landlord and Tenant Act 1954 do not apply to the tenancy created by
this lease. The Landlord served a warning notice on 8 March 2021, and the Tenant made a statutory declaration on 11 March
2021.

## 17. VAT and costs

17.1 Sums payable under this lease are exclusive of VAT, which the Tenant shall pay in addition on receipt of a VAT invoice.

17.2 Each party bears its own costs of the preparation of this lease.

## 18. General

18.1 This lease contains the whole agreement between the parties about the Property.

18.2 A person who is not a party to this lease has no right to enforce any term of it.

18.3 This lease is governed by the law of England and Wales, and the courts of England and Wales have exclusive
jurisdiction.
`
