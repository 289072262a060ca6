import type { CalibrationQuestion } from './calibration-question.ts'

export const lawNegations: readonly CalibrationQuestion[] = [
  {
    question: 'Could the harbour company raise the rent of Boathouse 3 by 6 % at a single review?',
    answer: 'No. The rise at each review is limited to less than that.',
    quotes: {
      'lease-boathouse.md': [
        'It rises in line with the consumer prices index, but by no more than 4 % at each review, and it never falls.',
      ],
    },
  },
  {
    question: 'Does Rosalind Quayle have to pay if the winch needs replacing?',
    answer: 'No. She is not liable for the cost of renewing the winch, whatever the lease says about its repair.',
    quotes: {
      'deed-of-guarantee.md': [
        'The Guarantor is not liable for the cost of renewing the winch, whatever the Lease says about its repair.',
      ],
    },
  },
  {
    question: 'Is Hesper free to pass the drawings on to a subcontractor?',
    answer: 'No. Hesper shall not show confidential information to a subcontractor.',
    quotes: { 'nda-hesper.md': ['The Recipient shall not show Confidential Information to a subcontractor.'] },
  },
  {
    question: 'Was Dr Featherstone bound by the rule that nobody can complain once the hand-over sheet is signed?',
    answer: 'No. That rule is not binding on him, because it is unfair to a consumer.',
    quotes: {
      'county-court-judgment.md': [
        'Clause 11 says that no complaint can be made after the hand-over sheet has been signed.',
        'Clause 11 is not binding on the defendant. It is unfair to a consumer',
      ],
    },
  },
  {
    question: 'We had brackets made to our own drawing. Will Quillon take them back?',
    answer: 'No. Goods made to order cannot be returned.',
    quotes: {
      'terms-of-supply.md': [
        '“Made to order” means made to a drawing or sample that the customer supplied.',
        'Goods made to order cannot be returned.',
      ],
    },
  },
]
