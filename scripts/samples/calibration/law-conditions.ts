import type { CalibrationQuestion } from './calibration-question.ts'

export const lawConditions: readonly CalibrationQuestion[] = [
  {
    question: 'When would Dunnock Boatworks be allowed to launch a boat of 13 metres?',
    answer: 'It may do so only if the harbour master has agreed in writing at least 48 hours before.',
    quotes: {
      'lease-boathouse.md': [
        'The Tenant shall not launch a boat that is longer than 11 metres or heavier than 6 tonnes, unless the harbour master has agreed in writing at least 48 hours before.',
      ],
    },
  },
  {
    question: 'What has to be in place before solar panels go on the boathouse roof without asking the landlord?',
    answer: 'A structural engineer must first have certified that the roof will bear them.',
    quotes: {
      'lease-boathouse.md': [
        'the Tenant may fix solar panels of up to 20 square metres to the south roof without consent, provided that a structural engineer has first certified that the roof will bear them',
      ],
    },
  },
  {
    question: 'On what grounds can the harbour company turn down a transfer of the boathouse lease to someone else?',
    answer:
      'It may refuse if any rent has been unpaid for more than 30 days, or if the assignee does not pay a deposit equal to six months’ rent.',
    quotes: {
      'lease-boathouse.md': [
        'The Landlord may refuse consent if any rent has been unpaid for more than 30 days, or if the assignee does not pay a deposit equal to six months’ Annual Rent.',
      ],
    },
  },
  {
    question: 'When does letting the boatyard pay later set its guarantor free?',
    answer: 'It releases her only if the time given is longer than 90 days and she was not told of it.',
    quotes: {
      'deed-of-guarantee.md': [
        'Giving the Tenant more time to pay does not release the Guarantor, unless the time given is longer than 90 days and she was not told of it.',
      ],
    },
  },
  {
    question: 'What must happen before Marram can let a subcontractor see Tarnlight’s information?',
    answer:
      'Tarnlight must have agreed in writing and the subcontractor must have signed an agreement in the same terms.',
    quotes: {
      'nda-marram.md': [
        'unless Tarnlight has agreed in writing and the subcontractor has signed an agreement in the same terms',
      ],
    },
  },
  {
    question: 'Tarnlight’s engineer told Hesper something over lunch. Under what condition is it protected?',
    answer: 'It is protected only if Tarnlight confirms it in writing within 10 days.',
    quotes: {
      'nda-hesper.md': [
        'Information disclosed orally is Confidential Information only if Tarnlight confirms it in writing within 10 days.',
      ],
    },
  },
  {
    question: 'On what terms can Fenella Osgood take time off for extra hours she has put in?',
    answer: 'Dr Ferreby must have agreed to it beforehand, and it must be taken within eight weeks.',
    quotes: {
      'employment-contract.md': [
        'Time worked beyond 37.5 hours may be taken as time off if Dr Ferreby agreed to it beforehand and it is taken within eight weeks.',
      ],
    },
  },
  {
    question:
      'By how much can Larch and Tilling make the trial period of the new manager longer, and what do they have to do for that?',
    answer:
      'The company may extend it once, by up to three months, if it says why in writing before the six months end.',
    quotes: {
      'employment-contract.md': [
        'The first six months are a probationary period. The Company may extend it once, by up to three months, if it says why in writing before the six months end.',
      ],
    },
  },
  {
    question: 'What must Bexwell do to be allowed to pay Quillon in instalments with no interest?',
    answer: 'It must agree in writing by 13 June 2025 and withdraw the complaint.',
    quotes: {
      'letter-before-claim.txt': [
        'provided that you agree to this in writing by 13 June 2025 and withdraw the complaint. Interest would then be waived.',
      ],
    },
  },
  {
    question:
      'How many working days late must Quillon’s delivery be before the customer can call it off, and does that go for all of it?',
    answer: 'It must be more than 10 working days late, and only the part not delivered may be cancelled.',
    quotes: {
      'terms-of-supply.md': [
        'If we are more than 10 working days late, the customer may cancel the part not delivered.',
      ],
    },
  },
]

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
