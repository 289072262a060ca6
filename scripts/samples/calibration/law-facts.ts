import type { CalibrationQuestion } from './calibration-question.ts'

export const lawFacts: readonly CalibrationQuestion[] = [
  {
    question: 'What yearly rent was agreed at the start for Boathouse 3, and when do the instalments fall due?',
    answer: 'The rent was £14,800 a year, in two equal instalments on 1 May and 1 November.',
    quotes: {
      'lease-boathouse.md': ['£14,800, payable in two equal instalments on 1 May and 1 November'],
    },
  },
  {
    question: 'How much was the very first rent payment that Dunnock Boatworks had to make, and on what day?',
    answer: 'The first payment was £3,700, due on 1 August 2022.',
    quotes: { 'lease-boathouse.md': ['the first payment, due on 1 August 2022, is £3,700'] },
  },
  {
    question: 'Between what hours can the boatbuilders at Saltery Quay use the slipway?',
    answer: 'They can use it from 7 a.m. to 8 p.m. on any day.',
    quotes: { 'lease-boathouse.md': ['The Tenant may use the slipway from 7 a.m. to 8 p.m. on any day.'] },
  },
  {
    question: 'How soon after the boathouse lease is over does the harbour company have to pay the deposit back?',
    answer: 'Within 28 days after the end of the term it must return what is left of the deposit.',
    quotes: {
      'lease-boathouse.md': [
        'The Landlord shall return what is left of the Deposit within 28 days after the end of the term.',
      ],
    },
  },
  {
    question:
      'What is the most Rosalind Quayle can be made to pay, leaving aside the costs of enforcing her guarantee?',
    answer: 'Her total liability is capped at £29,600.',
    quotes: {
      'deed-of-guarantee.md': ['The Guarantor’s total liability under this deed shall not exceed £29,600'],
    },
  },
  {
    question: 'Who gave Ms Quayle legal advice before she signed, and when?',
    answer: 'Edmund Thistlewood advised her on 4 April 2022.',
    quotes: {
      'deed-of-guarantee.md': ['she took independent legal advice from Edmund Thistlewood on 4 April 2022'],
    },
  },
  {
    question: 'Where must a copy of any demand on the guarantor of the boathouse lease go?',
    answer: 'A copy must go to her solicitors, Thistlewood Brand, 40 Corn Parade, Port Ellwick.',
    quotes: {
      'deed-of-guarantee.md': [
        'A copy of every demand shall be sent to the Guarantor’s solicitors, Thistlewood Brand, 40 Corn Parade, Port Ellwick. A demand of which no copy is sent to them is not valid.',
      ],
    },
  },
  {
    question: 'How fast does Hesper have to report a leak of what Tarnlight has shown it?',
    answer: 'Hesper must tell Tarnlight within 24 hours.',
    quotes: {
      'nda-hesper.md': [
        'If the Recipient learns of a loss or misuse of Confidential Information, it shall tell Tarnlight within 24 hours.',
      ],
    },
  },
  {
    question: 'What period of notice ends the confidentiality agreement between Tarnlight and Hesper?',
    answer: 'Either party may end it by giving 30 days’ notice.',
    quotes: { 'nda-hesper.md': ['Either party may end this agreement by giving 30 days’ notice.'] },
  },
  {
    question: 'To how many of its own people can Marram show the Tarnlight material?',
    answer: 'Marram may show it to no more than five employees, whose names it must first give to Tarnlight.',
    quotes: {
      'nda-marram.md': [
        'The Recipient may show Confidential Information to no more than five of its employees, whose names it shall first give to Tarnlight.',
      ],
    },
  },
  {
    question: 'What is Marram’s maximum liability to Tarnlight if it breaks the confidentiality agreement by accident?',
    answer: 'Its liability for a breach that is not deliberate is limited to £250,000.',
    quotes: {
      'nda-marram.md': ['The Recipient’s liability for a breach that is not deliberate is limited to £250,000.'],
    },
  },
  {
    question: 'Osgood: salary, and which day is payday?',
    answer: 'Her salary is £38,750 a year, paid on the 25th of each month.',
    quotes: { 'employment-contract.md': ['The salary is £38,750 a year, paid on the 25th of each month.'] },
  },
  {
    question: 'How much annual leave does the field trials manager at Larch and Tilling get?',
    answer: 'She has 27 days’ holiday in a calendar year, in addition to public holidays.',
    quotes: {
      'employment-contract.md': [
        'The Employee has 27 days’ holiday in a calendar year, in addition to public holidays.',
      ],
    },
  },
  {
    question: 'Who is Fenella Osgood’s line manager?',
    answer: 'She reports to the head of research, Dr Magnus Ferreby.',
    quotes: { 'employment-contract.md': ['She reports to the head of research, Dr Magnus Ferreby.'] },
  },
  {
    question: 'Once probation is over, how long is the notice on either side in the Osgood contract?',
    answer: 'The employee must give two months’ notice and the company three months’.',
    quotes: {
      'employment-contract.md': [
        'After probation the Employee shall give two months’ notice, and the Company three months’.',
      ],
    },
  },
  {
    question: 'How strong was the worst gust measured near Priors Meadow on the night of the wedding?',
    answer: 'The highest gust recorded was 31 miles an hour.',
    quotes: {
      'witness-statement.txt': ['recorded a highest gust of 31 miles an hour on the evening of 20 July'],
    },
  },
  {
    question: 'What deposit did the bridegroom pay for the marquee, and when?',
    answer: 'Dr Featherstone paid a deposit of £2,150 on 25 January 2024.',
    quotes: { 'witness-statement.txt': ['He paid a deposit of £2,150 on 25 January 2024.'] },
  },
  {
    question: 'Who looked over the marquee at hand-over for the customer, and at what time?',
    answer: 'Dr Featherstone’s sister, Isla Featherstone, inspected it at 5 p.m. on the Friday.',
    quotes: {
      'witness-statement.txt': [
        "At 5 p.m. on the Friday Dr Featherstone's sister, Ms Isla Featherstone, inspected the marquee with me and signed the hand-over sheet",
      ],
    },
  },
  {
    question: 'By how much did the judge bring down the price of the marquee hire?',
    answer: 'The price was reduced by £1,900.',
    quotes: {
      'county-court-judgment.md': [
        'The defendant is entitled to a reduction of the price because the service was not carried out with reasonable care. I assess it at £1,900.',
      ],
    },
  },
  {
    question: 'What interest did the court award to Juniper and Stroud, and starting when?',
    answer: 'The court awarded interest of 4 % a year from 4 August 2024.',
    quotes: { 'county-court-judgment.md': ['I award 4 % a year from 4 August 2024'] },
  },
  {
    question: 'Why was nothing allowed for the spoiled food at the Featherstone wedding?',
    answer: 'The loss was not proved, because there was no invoice and no list.',
    quotes: {
      'county-court-judgment.md': ['The food: there was no invoice and no list. The loss is not proved'],
    },
  },
  {
    question: 'By when does Quillon’s solicitor want Bexwell’s money?',
    answer: 'Bexwell should pay by 4 p.m. on 24 June 2025.',
    quotes: {
      'letter-before-claim.txt': [
        'Please pay the three invoices, less the credit note, with interest under clause 6.4 of the terms, by 4 p.m. on 24 June 2025.',
      ],
    },
  },
  {
    question: 'What did Bexwell’s foreman let slip to the driver about the screws?',
    answer: 'He told the driver that the boxes had been kept in an open yard since they came.',
    quotes: {
      'letter-before-claim.txt': [
        "Mr Gwil Pask, told our client's driver on 27 March 2025 that the boxes had been kept in an open yard since they came",
      ],
    },
  },
  {
    question: 'What does Quillon charge for taking back undamaged goods that were never opened?',
    answer: 'It makes a handling charge of 15 % of their price.',
    quotes: {
      'terms-of-supply.md': [
        'Sound goods in unopened boxes may be returned within 21 days after delivery, against a handling charge of 15 % of their price.',
      ],
    },
  },
  {
    question: 'We ordered fasteners for £300 from Quillon. What will delivery cost us?',
    answer: 'Delivery will cost £18.50, since the order is too small for free delivery.',
    quotes: {
      'terms-of-supply.md': ['Delivery is free for orders of £500 or more. For smaller orders we charge £18.50.'],
    },
  },
]

/** Asked of the same people and papers, but no document says it. */
export const lawUnanswerable: readonly string[] = [
  // The lease gives the days of review and the limit, not what came of them.
  'What rent has Dunnock Boatworks been paying for the boathouse since the review of May 2025?',
  // He is mentioned, without a name.
  'What is the name of the harbour master at Port Ellwick?',
  'Which risks must the boathouse be insured against, and who pays the premium?',
  // The witness to her signature is a librarian.
  'What does Rosalind Quayle do for a living?',
  'At what price per piece will Hesper make the lens mounts for Tarnlight?',
  // Only Hesper’s agreement has a fixed sum for a breach.
  'What fixed sum does Marram owe Tarnlight for each breach of confidence?',
  'How much does Larch and Tilling pay into Fenella Osgood’s pension?',
  // The most that may be paid is stated, not what was.
  'What bonus did Fenella Osgood actually receive for her first year?',
  'What was the name of the catering firm at the Featherstone wedding?',
  // Only its manual and its rating are mentioned.
  'Which company made the marquee that Dr Featherstone hired?',
  'How many screws are there in one of the boxes that went to Bexwell?',
  // The terms have three other periods for complaints and none for claims in court.
  'Within how many years must a Quillon customer start court proceedings over bad goods?',
]
