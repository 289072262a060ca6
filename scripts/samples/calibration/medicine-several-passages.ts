import type { CalibrationQuestion } from './calibration-question.ts'

export const medicineTwoDocuments: readonly CalibrationQuestion[] = [
  {
    question: 'How big was Marian Holt’s largest gallstone on the scan, and how big when it was out?',
    answer: 'It was 12 mm on ultrasound and 14 mm when it was removed.',
    quotes: {
      'radiology-report.txt': ['There are at least two stones, the largest 12 mm'],
      'operation-note.md': ['It held three stones, the largest 14 mm.'],
    },
  },
  {
    question: 'We have two patients called Holt. Which drug is each of them allergic to?',
    answer: 'Marian Holt is allergic to trimethoprim and Miriam Holt to penicillin.',
    quotes: {
      'discharge-marian-holt.md': ['Trimethoprim (rash, 2009).'],
      'discharge-miriam-holt.md': ['Penicillin (anaphylaxis at the age of 19).'],
    },
  },
  {
    question: 'What was the CRP of Marian Holt and of Miriam Holt on the day each went home?',
    answer: 'Marian Holt’s CRP was 38 mg/L and Miriam Holt’s 21 mg/L.',
    quotes: {
      'discharge-marian-holt.md': ['| CRP | 121 | 164 | 38 | mg/L |'],
      'discharge-miriam-holt.md': ['| CRP | 97 | 88 | 21 | mg/L |'],
    },
  },
  {
    question: 'What was Mr Arkwright’s blood pressure at the clinic in February and at the surgery in March?',
    answer: 'It was 148/90 mmHg at the clinic and 138/84 mmHg at the surgery.',
    quotes: {
      'clinic-letter.md': ['Blood pressure 148/90 mmHg.'],
      'gp-note.md': ['Blood pressure 138/84 mmHg.'],
    },
  },
  {
    question: 'How long did Mr Arkwright’s stiffness in the morning last in February, and how long six weeks later?',
    answer: 'It lasted 90 minutes in February and 20 minutes six weeks later.',
    quotes: {
      'clinic-letter.md': ['with stiffness of 90 minutes in the morning'],
      'gp-note.md': ['stiffness in the morning is now 20 minutes'],
    },
  },
  {
    question: 'How wide was the bile duct on the ultrasound of Marian and on that of Miriam Holt?',
    answer: 'It was 4 mm in Marian Holt and 8 mm in Miriam Holt.',
    quotes: {
      'radiology-report.txt': ['the common bile duct measures 4 mm'],
      'discharge-miriam-holt.md': ['Ultrasound on 12 January showed many small gallstones and a bile duct of 8 mm.'],
    },
  },
  {
    question: 'Which of the two Holts had her gallbladder removed in January, and what is planned for the other?',
    answer:
      'Marian Holt had hers removed. Miriam Holt is on the waiting list for laparoscopic cholecystectomy in six to eight weeks.',
    quotes: {
      'discharge-marian-holt.md': ['Laparoscopic cholecystectomy on 11 January by Mr Doyle'],
      'discharge-miriam-holt.md': ['Waiting list for laparoscopic cholecystectomy, in six to eight weeks.'],
    },
  },
]

export const medicineMultiHop: readonly CalibrationQuestion[] = [
  {
    question:
      'How low were Mr Arkwright’s white cells on 18 March, and below what number did the clinic want methotrexate stopped?',
    answer: 'They were 3.3, and methotrexate was to be stopped if they were below 3.5.',
    quotes: {
      'laboratory-report.txt': [
        'White cells             5.2           4.4          3.3 L         10^9/L           4.0-10.0',
      ],
      'clinic-letter.md': [
        'Please **stop methotrexate and ring the advice line** if any of these is found: white cells below 3.5;',
      ],
    },
  },
  {
    question:
      'How long after Marian Holt’s operation did the ward’s rules make her next enoxaparin wait, and when was it ordered for?',
    answer: 'It had to wait at least six hours after the end of the operation, and was ordered for 18.00 that evening.',
    quotes: {
      'operation-note.md': ['Enoxaparin this evening at 18.00, as the Ward 6 protocol says'],
      'ward-protocol.md': [
        'On the day of an operation the dose is given no sooner than six hours after the end of the operation',
      ],
    },
  },
  {
    question: 'Marian Holt’s discharge letter leaves a liver MRI open. In what case is the scan not needed after all?',
    answer:
      'It is not needed if earlier images from another hospital show that the focus was already there before 2022.',
    quotes: {
      'discharge-marian-holt.md': [
        'The small focus in the liver seen on ultrasound needs a decision on an MRI scan: see the radiology report.',
      ],
      'radiology-report.txt': [
        'MRI of the liver within three months is suggested, unless earlier images from another hospital show that the focus was already there before 2022.',
      ],
    },
  },
  {
    question: 'Why was it wrong of the walk-in centre to give Mr Arkwright that antibiotic?',
    answer: 'It was trimethoprim, which must not be given with methotrexate, not even for a few days.',
    quotes: {
      'gp-note.md': ['gave him trimethoprim 200 mg twice a day for seven days'],
      'clinic-letter.md': [
        'Trimethoprim and co-trimoxazole must not be given with methotrexate, not even for a few days.',
      ],
    },
  },
  {
    question: 'How much paracetamol was agreed for Mrs Pryce in the end, after the GP had been asked?',
    answer: 'In the end 500 mg up to six times a day was agreed, and no more than 3 g in all.',
    quotes: {
      'medication-review.md': [
        'he prefers 500 mg up to six times a day, no more than 3 g in all. **The pharmacist accepts this; the table above shows what was proposed.**',
      ],
    },
  },
  {
    question: 'A Ward 6 patient cannot have enoxaparin. What is used instead, and on which legs is that forbidden?',
    answer:
      'Foot pumps are used, but not on a leg with an ulcer, a skin graft less than six weeks old, or a known clot.',
    quotes: {
      'ward-protocol.md': [
        'Where enoxaparin is not given, foot pumps are used instead, unless section 4.2 forbids them.',
        'Foot pumps are not used on a leg with an ulcer, a skin graft less than six weeks old, or a known clot.',
      ],
    },
  },
  {
    question:
      'A Ward 6 patient of 80 kg has an eGFR that drops to 25. Which dose of enoxaparin follows, and from when?',
    answer: 'The patient gets 20 mg once a day, from the next dose on.',
    quotes: {
      'ward-protocol.md': [
        'If the eGFR falls below 30, the dose is changed as in section 2.2 from the next dose on.',
        '| eGFR below 30, whatever the weight up to 150 kg | 20 mg once a day |',
      ],
    },
  },
]

export const medicineCounting: readonly CalibrationQuestion[] = [
  {
    question: 'How many of Mrs Pryce’s medicines go on with nothing changed at all, and which are they?',
    answer: 'Three go on unchanged: ramipril, colecalciferol and senna.',
    quotes: {
      'medication-review.md': [
        '| Ramipril | 5 mg in the morning | continue |',
        '| Colecalciferol | 800 units a day | continue |',
        '| Senna | 15 mg at night | continue |',
      ],
    },
  },
  {
    question: 'How many ports did Mr Doyle use for Marian Holt, and of what sizes?',
    answer: 'He used four: one of 12 mm, one of 10 mm and two of 5 mm.',
    quotes: {
      'operation-note.md': [
        'Open entry at the navel, 12 mm. Three more ports under direct vision: 10 mm below the breastbone, two of 5 mm on the right side.',
      ],
    },
  },
  {
    question: 'How many of Mr Arkwright’s results of 18 March carry a flag, and which?',
    answer: 'Four carry a flag: white cells and neutrophils are low, ALT and CRP are high.',
    quotes: {
      'laboratory-report.txt': [
        'White cells             5.2           4.4          3.3 L         10^9/L           4.0-10.0',
        'Neutrophils             3.1           2.6          1.8 L         10^9/L           2.0-7.0',
        'ALT                     38            61 H         84 H          U/L              up to 45',
        'CRP                     31 H          14 H         8 H           mg/L             up to 5',
      ],
    },
  },
  {
    question: 'How many new medicines did Miriam Holt go home with?',
    answer: 'She went home with three: ciprofloxacin, metronidazole and paracetamol.',
    quotes: {
      'discharge-miriam-holt.md': [
        'Ciprofloxacin 500 mg twice a day until 18 January, then stop. **New**',
        'Metronidazole 400 mg three times a day until 18 January, then stop. No alcohol until two days after the last tablet. **New**',
        'Paracetamol 1 g up to four times a day for pain. **New**',
      ],
    },
  },
  {
    question: 'How many specimens from Mr Arkwright does the cumulative report cover, and under what numbers?',
    answer: 'It covers three: C25-11874, C25-14920 and C25-18203.',
    quotes: {
      'laboratory-report.txt': [
        'Specimen 18 February: C25-11874',
        'Specimen 4 March: C25-14920',
        'Specimen 18 March: C25-18203',
      ],
    },
  },
]

export const medicineSums: readonly CalibrationQuestion[] = [
  {
    question: 'How much hydroxychloroquine does Mr Arkwright take in a whole day?',
    answer: 'He takes 400 mg a day.',
    quotes: { 'clinic-letter.md': ['| Hydroxychloroquine | 200 mg twice a day | none |'] },
  },
  {
    question: 'How many minutes did Marian Holt’s operation last?',
    answer: 'It lasted 90 minutes.',
    quotes: { 'operation-note.md': ['Knife to skin 09.35, end 11.05.'] },
  },
  {
    question: 'How much weight has Ottoline Pryce lost since January?',
    answer: 'She has lost 3 kg.',
    quotes: { 'medication-review.md': ['Weight 44 kg (47 kg in January).'] },
  },
]
