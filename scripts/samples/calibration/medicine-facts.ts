import type { CalibrationQuestion } from './calibration-question.ts'

export const medicineFacts: readonly CalibrationQuestion[] = [
  {
    question: 'What was the highest CRP in Marian Holt’s stay, and on which day was it measured?',
    answer: 'The highest CRP was 164 mg/L, on 10 January.',
    quotes: {
      'discharge-marian-holt.md': [
        '| Test | 9 January | 10 January | 14 January | Unit |',
        '| CRP | 121 | 164 | 38 | mg/L |',
      ],
    },
  },
  {
    question: 'Which drug gave Marian Holt a rash, and in what year?',
    answer: 'Trimethoprim gave her a rash in 2009.',
    quotes: { 'discharge-marian-holt.md': ['Trimethoprim (rash, 2009). No other known allergy.'] },
  },
  {
    question: 'Who takes out Marian Holt’s clips, and when?',
    answer: 'The practice nurse removes the skin clips on 21 January.',
    quotes: { 'discharge-marian-holt.md': ['Practice nurse: removal of skin clips on 21 January.'] },
  },
  {
    question: 'Which antibiotic did Marian Holt take home, at what dose and until when?',
    answer: 'She took home co-amoxiclav 625 mg three times a day until 16 January.',
    quotes: {
      'discharge-marian-holt.md': ['Co-amoxiclav 625 mg three times a day until 16 January, then stop.'],
    },
  },
  {
    question: 'What happened when Miriam Holt was given penicillin, and how old was she?',
    answer: 'She had anaphylaxis at the age of 19.',
    quotes: { 'discharge-miriam-holt.md': ['Penicillin (anaphylaxis at the age of 19).'] },
  },
  {
    question: 'Date of Miriam Holt’s appointment in the surgical clinic, and who sees her?',
    answer: 'She will be seen by Ms Varga on 27 February 2025.',
    quotes: { 'discharge-miriam-holt.md': ['Surgical clinic with Ms Varga on 27 February 2025.'] },
  },
  {
    question: 'Why did Ms Varga not operate on Miriam Holt straight away?',
    answer: 'She decided against it because the illness had lasted for more than three days.',
    quotes: {
      'discharge-miriam-holt.md': [
        'Because the illness had lasted for more than three days, Ms Varga decided against an operation during this admission.',
      ],
    },
  },
  {
    question: 'How much blood was lost when Marian Holt’s gallbladder was taken out?',
    answer: 'The blood loss was 80 ml.',
    quotes: { 'operation-note.md': ['Blood loss 80 ml.'] },
  },
  {
    question: 'Who put Marian Holt to sleep for her operation?',
    answer: 'The anaesthetist was Dr Pauline Teasdale.',
    quotes: { 'operation-note.md': ['Anaesthetist: Dr Pauline Teasdale.'] },
  },
  {
    question: 'What did the surgeon’s consent form give as the risk of having to open up the abdomen?',
    answer: 'The risk of conversion to an open operation was given as about 1 in 20.',
    quotes: { 'operation-note.md': ['conversion to an open operation (about 1 in 20)'] },
  },
  {
    question: 'How thick was the gallbladder wall on Marian Holt’s ultrasound?',
    answer: 'The wall was thickened to 6 mm.',
    quotes: { 'radiology-report.txt': ['The wall is thickened to 6 mm (normal: up to 3 mm).'] },
  },
  {
    question: 'What did the scan of Marian Holt show in the left kidney, and does it matter?',
    answer: 'There is a simple cyst of 22 mm at the lower pole, which needs no follow-up.',
    quotes: {
      'radiology-report.txt': ['A simple cyst of 22 mm at the lower pole of the left kidney. It needs no follow-up.'],
    },
  },
  {
    question: 'What is the correct length of Marian Holt’s spleen?',
    answer: 'It is 11.5 cm; the first entry was wrong.',
    quotes: {
      'radiology-report.txt': ['The measurement of the spleen was entered wrongly. It is 11.5 cm, still normal.'],
    },
  },
  {
    question: 'How quickly is the risk of clots assessed on Ward 6, and is it looked at again?',
    answer: 'It is assessed within six hours of admission, and again after 24 hours.',
    quotes: {
      'ward-protocol.md': [
        'is assessed for the risk of clots and of bleeding within six hours of admission, and again after 24 hours',
      ],
    },
  },
  {
    question: 'Patient of 120 kg with healthy kidneys on Ward 6: how much enoxaparin?',
    answer: 'The dose is 40 mg twice a day.',
    quotes: { 'ward-protocol.md': ['| 100 to 150 kg | 40 mg twice a day |'] },
  },
  {
    question: 'How long does enoxaparin go on after abdominal cancer surgery on Ward 6?',
    answer: 'It goes on for 28 days.',
    quotes: {
      'ward-protocol.md': ['After an operation for cancer in the abdomen enoxaparin goes on for 28 days.'],
    },
  },
  {
    question: 'How active was Desmond Arkwright’s arthritis (DAS28) in February 2025 compared with the August before?',
    answer: 'The DAS28 was 4.6, against 3.1 in August.',
    quotes: { 'clinic-letter.md': ['DAS28 score 4.6 (3.1 in August).'] },
  },
  {
    question: 'What dose of methotrexate did Dr Rahman set at the February clinic, and on which weekday is it taken?',
    answer: 'She set 20 mg once a week, on Mondays.',
    quotes: { 'clinic-letter.md': ['| Methotrexate | 20 mg once a week, on Mondays | raised from 15 mg |'] },
  },
  {
    question: 'When was Mr Arkwright’s rheumatoid arthritis first diagnosed?',
    answer: 'It was diagnosed in March 2021.',
    quotes: { 'clinic-letter.md': ['Rheumatoid arthritis, diagnosed in March 2021'] },
  },
  {
    question: 'Why is there no potassium for Desmond Arkwright on 4 March?',
    answer: 'It was not reported, because the sample was haemolysed.',
    quotes: { 'laboratory-report.txt': ['The sample of 4 March was haemolysed. Potassium is not reported.'] },
  },
  {
    question: 'Who took the laboratory’s call about the low white cells, and at what time?',
    answer: 'The receptionist, Mr Kit Dunmore, took it at 16.20.',
    quotes: {
      'laboratory-report.txt': [
        'the result was telephoned to the surgery at 16.20 and taken by the receptionist, Mr Kit Dunmore',
      ],
    },
  },
  {
    question: 'What did the walk-in centre give Mr Arkwright in March, how much and for how long?',
    answer: 'It gave him trimethoprim 200 mg twice a day for seven days.',
    quotes: {
      'gp-note.md': [
        'On 10 March the walk-in centre in Coldwater gave him trimethoprim 200 mg twice a day for seven days',
      ],
    },
  },
  {
    question: 'On what dates did Ottoline Pryce fall?',
    answer: 'She fell on 11 March, 2 April and 29 April.',
    quotes: {
      'medication-review.md': ['Three falls in the last two months: 11 March, 2 April and 29 April.'],
    },
  },
  {
    question: 'Why was the weekly bone tablet of Mrs Pryce stopped?',
    answer:
      'She had taken alendronic acid for eight years and can no longer sit upright for half an hour after the tablet.',
    quotes: {
      'medication-review.md': [
        'Alendronic acid: taken for eight years; she can no longer sit upright for half an hour after the tablet.',
      ],
    },
  },
  {
    question: 'Mrs Pryce, Meadowgate: sodium on 6 May?',
    answer: 'Her sodium was 129.',
    quotes: { 'medication-review.md': ['Blood test of 6 May: sodium 129 (133-146)'] },
  },
]

/** Asked of the same patients and papers, but no document says it. */
export const medicineUnanswerable: readonly string[] = [
  // It is awaited.
  'What did the pathologist find in Marian Holt’s gallbladder?',
  'Which bacteria grew from the bile taken at Marian Holt’s operation?',
  // It had not arrived.
  'What did the CT scan of 2019 show of Marian Holt’s liver?',
  // Marian Holt’s is in her letter.
  'What was Miriam Holt’s HbA1c?',
  'How much does Miriam Holt weigh?',
  // Her view of a transfusion is noted, not her group.
  'What is Marian Holt’s blood group?',
  'Which anti-Xa level does Ward 6 aim for with enoxaparin?',
  // Taken, but not yet reported.
  'What did the X-rays of Mr Arkwright’s hands and feet show?',
  // Expected three days after the report.
  'How high was Mr Arkwright’s vitamin B12?',
  // Later than the last document.
  'How many white cells did Mr Arkwright have on 26 March?',
  'Which company makes the recombinant shingles vaccine that Mr Arkwright is to have?',
  // Ordered for a later day than the review.
  'What was Ottoline Pryce’s sodium on 22 May?',
  'What was the T-score of Mrs Pryce’s last bone density scan?',
]
