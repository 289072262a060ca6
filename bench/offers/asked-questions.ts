import type { OfferKind } from '../../contract/answers/offer.ts'
import type { MatterName } from './invented-matters.ts'

/** A question of one of the invented matters, and the way that suits it better than an answer; null: none. */
export type AskedQuestion = {
  readonly matter: MatterName
  readonly question: string
  readonly offer: OfferKind | null
}

function of(offer: OfferKind | null, matter: MatterName, ...questions: readonly string[]): readonly AskedQuestion[] {
  return questions.map((question) => ({ matter, question, offer }))
}

/** Written before the rules, which were made on them. */
export const FIRST_QUESTIONS: readonly AskedQuestion[] = [
  ...of(
    'table',
    'judgments',
    'List all the defendants and the crime each of them was convicted of.',
    'How many of the defendants were acquitted?',
    'Which judgments mention a guilty plea?',
    'What sentence did each defendant receive?',
  ),
  ...of(
    'table',
    'letters',
    'List all patients with their diagnosis and age.',
    'Which patients were given antibiotics?',
    'How many patients were readmitted within 30 days?',
  ),
  ...of(
    'table',
    'leases',
    'Give me the rent and the break date of every lease.',
    'Which of the leases contain a break clause?',
    'Who are the tenants, and when does each term end?',
  ),
  ...of(
    'each',
    'judgments',
    'Compare the sentence given to Ainsworth with the sentence given to Bellamy.',
    'What is the difference between the Cartwright and the Dunmore judgments as regards mitigation?',
    'Who was sentenced to the longer term, Eversley or Fairclough?',
  ),
  ...of(
    'each',
    'letters',
    'How do the discharge medicines of Mrs Abbot and Mr Brandt differ?',
    'Was Calder or Doyle admitted earlier?',
    'Compare the blood pressure of Ekberg and Farrow on admission.',
  ),
  ...of(
    'each',
    'leases',
    'Mill Lane versus Kestrel Row: which lease has the higher rent?',
    'Contrast the repair obligations under the Orchard Yard and Harbour Street leases.',
  ),
  ...of(
    'chronology',
    'tenancy',
    'In what order did the events leading to the break notice happen?',
    'Give me a timeline of the dispute.',
    'When were the notices and letters sent?',
  ),
  ...of(
    'chronology',
    'patient',
    'Make a chronology of her admission.',
    'What happened when, from the fall to the discharge?',
  ),
  ...of('chronology', 'judgments', 'Set out the sequence of events before the arrest of Gantry.'),
  ...of(
    'calculator',
    'patient',
    'What is her CHA2DS2-VASc score?',
    'What is the creatinine clearance of the patient by Cockcroft-Gault?',
    'Is a pulmonary embolism likely in the patient?',
    'What is the anion gap of the patient?',
  ),
  ...of('calculator', 'tenancy', 'By which day must notice be given?', 'What is the federal court deadline?'),
  ...of(
    null,
    'tenancy',
    'When may the tenant break the lease?',
    'Who pays for repairs to the roof?',
    'List the exceptions to the repair covenant in the lease.',
  ),
  ...of(
    null,
    'patient',
    'Why was ramipril withheld?',
    'When is the next blood test due?',
    'Which medicines were stopped or changed?',
  ),
  ...of(null, 'judgments', 'What was Halloran convicted of?', 'How long is the sentence of Jessop?'),
  ...of(null, 'letters', 'Which antibiotics was Mr Gilmour given?'),
  ...of(null, 'leases', 'How many months’ notice does the Mill Lane lease require?'),
]

/**
 * Held out: written before the rules as well, and first run when they were done: 31 of 40 right, 9 without the offer, none with a wrong
 * one. Six patterns were added after that, so that they are held out no longer.
 */
export const HELD_OUT_QUESTIONS: readonly AskedQuestion[] = [
  ...of(
    'table',
    'judgments',
    'Name every accused and the length of the prison term.',
    'In how many of these cases was a fine imposed?',
    'Show me which crimes the judgments are about.',
    'Were all defendants represented by counsel?',
  ),
  ...of(
    'table',
    'letters',
    'Which of the patients have diabetes, and what do they take for it?',
    'Make a list of the admission and discharge dates of all patients.',
    'What allergies are recorded for each patient?',
    'How many people were treated for pneumonia?',
  ),
  ...of('table', 'leases', 'What deposits were agreed in the leases?', 'Tabulate landlord, tenant and yearly rent.'),
  ...of(
    'each',
    'judgments',
    'Did Gantry get a more severe sentence than Halloran?',
    'Ibbotson and Jessop: how do the courts’ reasons differ?',
    'What do the cases of Kilbride and Lorimer have in common?',
  ),
  ...of(
    'each',
    'letters',
    'Which of Gilmour and Hargreave stayed longer in hospital?',
    'Compare renal function at discharge for Ivens and Jolley.',
    'Side by side: the follow-up plans of Kerrigan and Lomas.',
  ),
  ...of(
    'each',
    'leases',
    'Is the notice period in the Canal Wharf lease longer than in the Abbey Close lease?',
    'What distinguishes the insurance clauses of Market Square and Station Road?',
  ),
  ...of(
    'chronology',
    'tenancy',
    'On which dates did the parties write to each other?',
    'What happened between the signing of the lease and the break notice?',
    'Please put the correspondence in date order.',
  ),
  ...of(
    'chronology',
    'patient',
    'How did her illness develop over time?',
    'List the dates of all clinic visits.',
    'When was each medicine started?',
  ),
  ...of(
    'calculator',
    'patient',
    'What is the patient’s HAS-BLED?',
    'Calculate the eGFR by CKD-EPI.',
    'What is the QTc by Bazett?',
    'Does she score high on NEWS2?',
  ),
  ...of(
    'calculator',
    'tenancy',
    'What is the last day to serve the notice?',
    'When does a period of 14 days end under the CPR?',
  ),
  ...of(null, 'tenancy', 'How must notice be given?', 'Is the deposit refundable?', 'When was the lease signed?'),
  ...of(
    null,
    'patient',
    'What is her dry weight?',
    'All in all, is her heart failure stable?',
    'How many tablets of furosemide does she take each day?',
  ),
  ...of(
    null,
    'judgments',
    'What were the reasons for the sentence given to Lorimer?',
    'Who was the judge in the Bellamy case?',
  ),
  ...of(null, 'letters', 'Was Mrs Doyle given all her vaccinations?'),
  ...of(null, 'leases', 'What are the tenant’s obligations under the Kestrel Row lease?'),
]
