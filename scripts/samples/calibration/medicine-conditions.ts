import type { CalibrationQuestion } from './calibration-question.ts'

export const medicineConditions: readonly CalibrationQuestion[] = [
  {
    question: 'From what day can Marian Holt have her diabetes tablets again, and what must be true first?',
    answer:
      'Metformin may start again on 17 January, provided that she is eating normally and a blood test shows an eGFR above 45.',
    quotes: {
      'discharge-marian-holt.md': [
        'start again on 17 January, provided that she is eating normally and a blood test shows an eGFR above 45',
      ],
    },
  },
  {
    question: 'When could Marian Holt’s drain come out, according to the surgeon?',
    answer: 'It could be removed when it had given less than 30 ml in 24 hours, unless the fluid contained bile.',
    quotes: {
      'operation-note.md': [
        'Drain: remove when it has given less than 30 ml in 24 hours, unless the fluid contains bile.',
      ],
    },
  },
  {
    question: 'When is Marian Holt allowed behind the wheel again?',
    answer: 'She may drive after at least a week, and only when an emergency stop is possible without pain.',
    quotes: {
      'discharge-marian-holt.md': [
        'Do not drive for at least a week, and then only when an emergency stop is possible without pain.',
      ],
    },
  },
  {
    question: 'What would make the surgeons operate on Miriam Holt sooner than planned?',
    answer: 'If she has another attack before then, the operation will be done in that admission.',
    quotes: {
      'discharge-miriam-holt.md': [
        'If she has another attack before then, the operation will be done in that admission.',
      ],
    },
  },
  {
    question: 'Which result should make Dr Hartnoll ring the surgeons about Miriam Holt, and how soon?',
    answer: 'If the bilirubin is above 30 again, he should telephone the surgical registrar the same day.',
    quotes: {
      'discharge-miriam-holt.md': [
        'If the bilirubin is above 30 again, please telephone the surgical registrar the same day.',
      ],
    },
  },
  {
    question:
      'In which case does a Ward 6 patient go on with enoxaparin after the gallbladder is out, and for how long?',
    answer: 'If the patient has had a clot before, it goes on for seven days.',
    quotes: {
      'ward-protocol.md': [
        'After removal of the gallbladder it is not continued, unless the patient has had a clot before. In that case it goes on for seven days.',
      ],
    },
  },
  {
    question: 'How far do platelets have to drop on Ward 6 before enoxaparin is stopped, and who is rung?',
    answer: 'They must fall by more than half, and the haematologist on call is then telephoned.',
    quotes: {
      'ward-protocol.md': [
        'If they have fallen by more than half, enoxaparin is stopped and the haematologist on call is telephoned.',
      ],
    },
  },
  {
    question: 'What did the rheumatology clinic say must be reached before Mr Arkwright works again?',
    answer: 'The morning stiffness must be less than 30 minutes.',
    quotes: {
      'clinic-letter.md': ['He may go back to work when the morning stiffness is less than 30 minutes.'],
    },
  },
  {
    question: 'Which results on 2 April would let Mr Arkwright restart methotrexate, and at what dose?',
    answer: 'With white cells above 4.0 and an ALT below 60 he restarts at 15 mg a week.',
    quotes: {
      'gp-note.md': [
        'If the white cells are above 4.0 **and** the ALT is below 60 on 2 April, restart at 15 mg a week.',
      ],
    },
  },
  {
    question: 'When may the GP put up Mrs Pryce’s ramipril?',
    answer: 'It may be raised if her blood pressure is above 160/90 sitting on two days.',
    quotes: {
      'medication-review.md': ['If it is above 160/90 sitting on two days, ramipril may be raised by the GP'],
    },
  },
]

export const medicineNegations: readonly CalibrationQuestion[] = [
  {
    question: 'Is Marian Holt allergic to penicillin?',
    answer: 'No. An earlier entry was removed after testing.',
    quotes: {
      'discharge-marian-holt.md': [
        'She is **not** allergic to penicillin; an earlier entry was removed on 10 January after testing.',
      ],
    },
  },
  {
    question: 'Does Miriam Holt’s rash after ondansetron count as an allergy?',
    answer: 'No. The team does not regard it as one, because she was given ondansetron again without a rash.',
    quotes: {
      'discharge-miriam-holt.md': [
        'The team does not regard it as an allergy, because she was given ondansetron again on 13 January without a rash.',
      ],
    },
  },
  {
    question: 'Do patients on Ward 6 still wear compression stockings?',
    answer: 'No. Stockings are no longer used there.',
    quotes: { 'ward-protocol.md': ['Stockings are no longer used on Ward 6, since version 3.'] },
  },
  {
    question: 'May the carers hide Ottoline Pryce’s tablets in her food?',
    answer: 'No. Covert administration was not agreed, since she accepts her tablets when she is asked.',
    quotes: {
      'medication-review.md': [
        '**Covert administration was not agreed**, since she accepts her tablets when she is asked.',
      ],
    },
  },
  {
    question: 'Was the bile duct X-rayed while Marian Holt was on the table?',
    answer: 'No, because the liver tests were normal and the duct was not widened on ultrasound.',
    quotes: {
      'operation-note.md': [
        'No X-ray of the bile duct during the operation, because the liver tests were normal and the duct measured 4 mm on ultrasound.',
      ],
    },
  },
]
