import type { CalibrationQuestion } from './calibration-question.ts'

export const lawTwoDocuments: readonly CalibrationQuestion[] = [
  {
    question: 'For how long must Hesper and Marram each keep Tarnlight’s secrets?',
    answer:
      'Hesper for three years and Marram for five years from the date of its agreement; for the recipes in Marram’s annex there is no limit of time.',
    quotes: {
      'nda-hesper.md': ['shall keep it secret for three years from the date of this agreement'],
      'nda-marram.md': [
        'shall keep it secret for five years from the date of this agreement',
        'For the recipes listed in the annex they continue without limit of time.',
      ],
    },
  },
  {
    question: 'If Tarnlight asks for everything back, which of its two partners has more time, and how much has each?',
    answer: 'Marram has more time: 30 days, against 14 days for Hesper.',
    quotes: {
      'nda-hesper.md': [
        'The Recipient shall return or destroy all Confidential Information within 14 days after Tarnlight asks for it.',
      ],
      'nda-marram.md': [
        'The Recipient shall return or destroy all Confidential Information within 30 days after Tarnlight asks for it.',
      ],
    },
  },
  {
    question: 'How long after the end are Hesper and Marram barred from poaching Tarnlight staff?',
    answer: 'Hesper until nine months and Marram until 12 months after its agreement ends.',
    quotes: {
      'nda-hesper.md': ['Until nine months after this agreement ends'],
      'nda-marram.md': ['Until 12 months after this agreement ends'],
    },
  },
  {
    question: 'How many stakes held the marquee according to Ms Crowe, and how many did the judge count?',
    answer: 'Ms Crowe said 48; the judge counted 42 on the photographs.',
    quotes: {
      'witness-statement.txt': ["We used 48 stakes, which is what the maker's manual asks for at that size."],
      'county-court-judgment.md': [
        'Mr Brandreth’s photographs of the Saturday morning show all four sides, and on them I count 42.',
      ],
    },
  },
  {
    question:
      'How long was the power off at the wedding: what did the site manager write, and what did the court find?',
    answer: 'Ms Crowe wrote 40 minutes; the court found that it was 55 minutes.',
    quotes: {
      'witness-statement.txt': ['At 10.20 p.m. the generator cut out. It was off for 40 minutes.'],
      'county-court-judgment.md': ['The generator was off for 55 minutes, not 40 as the claimant said.'],
    },
  },
  {
    question:
      'Is e-mail good enough for a notice under the boathouse lease, and under the guarantee that goes with it?',
    answer: 'Under the lease a notice by e-mail is not valid, but under the guarantee a notice may be given by e-mail.',
    quotes: {
      'lease-boathouse.md': ['A notice by e-mail is not valid.'],
      'deed-of-guarantee.md': [
        'A notice under this deed may be given by hand, by first-class post or by e-mail to r.quayle@lanterncourt.example.',
      ],
    },
  },
  {
    question:
      'Late payment: what interest does the boatyard owe the harbour company, and what interest does its guarantor?',
    answer: 'The tenant owes 3 % and the guarantor 2 % above the base rate of Ellwick Mutual Bank.',
    quotes: {
      'lease-boathouse.md': [
        'A sum that is more than 10 days late bears interest at 3 % above the base rate of Ellwick Mutual Bank',
      ],
      'deed-of-guarantee.md': [
        'A sum that the Guarantor pays late bears interest at 2 % above the base rate of Ellwick Mutual Bank.',
      ],
    },
  },
  {
    question: 'Whom did the claimant’s technician blame for the fallen marquee wall, and did the judge accept that?',
    answer:
      'He thought that the caterers had untied the ropes. The judge did not accept it, because there was no evidence and it was a guess.',
    quotes: {
      'witness-statement.txt': ['He found that two guy ropes had been untied, he thinks by the caterers'],
      'county-court-judgment.md': [
        'There is no evidence that the caterers untied the ropes: Mr Dale accepted that he had guessed it.',
      ],
    },
  },
]

export const lawMultiHop: readonly CalibrationQuestion[] = [
  {
    question: 'The boatbuilders want to be out on 30 April 2026. What must they do and fulfil?',
    answer:
      'They must give at least six months’ notice, have paid all rent due up to that date, have handed over the winch certificate for the current year, and no boat that belongs to anyone else may remain.',
    quotes: {
      'lease-boathouse.md': [
        'The Tenant may end this lease on 30 April 2026 by giving at least six months’ notice, if the conditions in clause 8.2 are met.',
        '(a) all rent due up to that date has been paid; (b) the winch certificate for the current year has been handed over; and (c) no boat that belongs to anyone else remains in the Property',
      ],
    },
  },
  {
    question: 'In what case can the harbour company itself cut the boathouse lease short, and what does that cost it?',
    answer:
      'If a harbour revision order requires the property, it may give 12 months’ notice and must then pay the tenant £22,000.',
    quotes: {
      'lease-boathouse.md': [
        'The Landlord may end this lease early only under clause 9.2.',
        'If a harbour revision order requires the Property, the Landlord may end this lease by giving 12 months’ notice, and shall then pay the Tenant £22,000.',
      ],
    },
  },
  {
    question:
      'If the rent of Boathouse 3 goes up at a review to which Ms Quayle never agreed, why does her guarantee cover the rise all the same?',
    answer:
      'Her guarantee covers it because a rise by the rent review of the lease is not a variation, and only a variation needs her agreement.',
    quotes: {
      'deed-of-guarantee.md': [
        'If the Landlord and the Tenant vary the Lease so that the rent rises, and the Guarantor has not agreed to it in writing, she is not liable for the increase.',
        'A rise in rent under clause 2.3 of the Lease is not a variation.',
      ],
      'lease-boathouse.md': ['2.3 The Annual Rent is reviewed on 1 May 2025 and on 1 May 2028.'],
    },
  },
  {
    question: 'What sum is due from Hesper for each time it dismantles one of Tarnlight’s samples?',
    answer: 'Hesper must pay £15,000 for each breach.',
    quotes: {
      'nda-hesper.md': [
        '3.4 The Recipient shall not take samples apart or have them analysed.',
        'For each breach of clause 3.4 the Recipient shall pay Tarnlight £15,000',
      ],
    },
  },
  {
    question: 'When does the guarantor of the boathouse lease have to bear the landlord’s costs of enforcement?',
    answer: 'She bears them only if she has not paid within 21 days after she receives the demand.',
    quotes: {
      'deed-of-guarantee.md': [
        'The Guarantor shall pay within 21 days after she receives the demand.',
        'The Guarantor shall also pay the Landlord’s reasonable costs of enforcing this deed, but only if she has not paid within the time in clause 3.2.',
      ],
    },
  },
  {
    question:
      'Everything must be handed back or destroyed when Tarnlight asks. What can Hesper hold on to all the same, and for how long?',
    answer: 'Its legal department may keep one copy for six years as evidence of what was disclosed.',
    quotes: {
      'nda-hesper.md': [
        'The Recipient shall return or destroy all Confidential Information within 14 days after Tarnlight asks for it.',
        'Clause 5.1 does not apply to one copy, which the Recipient’s legal department may keep for six years as evidence of what was disclosed.',
      ],
    },
  },
  {
    question: 'Which monthly payment does Fenella Osgood lose while she is on garden leave, and how much is it?',
    answer: 'She has full pay, but without the car allowance of £310 a month.',
    quotes: {
      'employment-contract.md': [
        'The Company pays a car allowance of £310 a month.',
        '(“garden leave”), on full pay, but without the allowance in clause 3.2',
      ],
    },
  },
  {
    question: 'At what rate, and from what day, does the interest run that Merrow and Fane ask Bexwell for?',
    answer:
      'It runs at 6 % a year from the day after the invoice was payable, and an invoice is payable within 30 days after its date.',
    quotes: {
      'letter-before-claim.txt': ['with interest under clause 6.4 of the terms'],
      'terms-of-supply.md': [
        'Invoices are payable within 30 days after the date of the invoice.',
        'Overdue sums bear interest at 6 % a year, from the day after the invoice was payable.',
      ],
    },
  },
]

export const lawCounting: readonly CalibrationQuestion[] = [
  {
    question: 'How many exceptions are there to what counts as confidential in the agreement with Hesper?',
    answer:
      'There are four: public information, information already held, information received from someone free to disclose it, and information developed independently.',
    quotes: {
      'nda-hesper.md': [
        '(a) it is or becomes public without a breach of this agreement; (b) the Recipient already held it lawfully before it was disclosed; (c) the Recipient receives it from someone who was free to disclose it; or (d) the Recipient develops it independently and can show this by dated records',
      ],
    },
  },
  {
    question: 'How many bills from Quillon are open at Bexwell, and what are their numbers?',
    answer: 'There are three unpaid invoices: 4471, 4502 and 4533.',
    quotes: {
      'letter-before-claim.txt': [
        '4471      14 February 2025 decking screws, 60 boxes     £3,180',
        '4502      6 March 2025     joist hangers, 900 pieces    £2,745',
        '4533      27 March 2025    coach bolts, 40 boxes        £1,960',
      ],
    },
  },
  {
    question: 'How many losses did the bridegroom counterclaim for, and which?',
    answer:
      'He counterclaimed for three: £350 paid to the band for a later finish, £780 for spoiled food and £600 for distress.',
    quotes: {
      'county-court-judgment.md': [
        'counterclaims for three losses: £350 paid to the band for a later finish, £780 for spoiled food, and £600 for distress',
      ],
    },
  },
  {
    question: 'How many witnesses did Judge Wyle hear in the marquee case, and who were they?',
    answer: 'She heard four: Ms Crowe, Mr Dale, the defendant’s sister and the photographer, Mr Sol Brandreth.',
    quotes: {
      'county-court-judgment.md': [
        'I heard Ms Crowe and Mr Dale for the claimant. For the defendant I heard his sister and the photographer, Mr Sol Brandreth.',
      ],
    },
  },
  {
    question: 'Counting each invoice by itself, how many documents came with the letter to Ms Bexwell?',
    answer: 'There were five: the terms of supply, the invoices and the credit note.',
    quotes: {
      'letter-before-claim.txt': [
        'Enclosures: terms of supply (version 7); invoices 4471, 4502 and 4533; credit note C118',
      ],
    },
  },
]

export const lawSums: readonly CalibrationQuestion[] = [
  {
    question: 'What do Bexwell’s three open bills come to once the credit note is taken off, before interest?',
    answer: 'They come to £7,470.',
    quotes: {
      'letter-before-claim.txt': [
        '4471      14 February 2025 decking screws, 60 boxes     £3,180',
        '4502      6 March 2025     joist hangers, 900 pieces    £2,745',
        '4533      27 March 2025    coach bolts, 40 boxes        £1,960',
        'credit note C118, £415',
      ],
    },
  },
  {
    question:
      'What must Dr Featherstone pay in all under the judgment, with his share of the court fee but without interest?',
    answer: 'He must pay £4,277.50 in all.',
    quotes: {
      'county-court-judgment.md': [
        'There will be judgment for the claimant for £4,050.',
        'the defendant shall pay half of the court fee of £455, that is £227.50',
      ],
    },
  },
]
