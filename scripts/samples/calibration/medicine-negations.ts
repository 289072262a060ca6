import type { CalibrationQuestion } from './calibration-question.ts'

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
