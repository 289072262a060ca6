import { flaggedResult, labDates, labValues, referenceRange } from './patient-papers.ts'
import { type Block, markup, table } from './markup.ts'

const inTheLetter = new Set([
  'Sodium',
  'Potassium',
  'Urea',
  'Creatinine',
  'eGFR (CKD-EPI 2009)',
  'Haemoglobin',
  'C-reactive protein',
  'NT-proBNP',
])

/** The hospital's letter to the general practitioner. The patient is invented; the NHS number lies in the range kept for tests. */
export const dischargeLetter: readonly Block[] = [
  ...markup('# Discharge letter'),
  table(
    [30, 70],
    [
      ['Patient', 'Mr Edwin Calloway, born 14 March 1951 (74 years), 27 Lindrick Lane, Northmere NX3 8DT'],
      ['NHS number', '999 402 6151'],
      ['Hospital number', 'NM-448127'],
      ['Admitted', '3 June 2025, by ambulance, to the Acute Medical Unit'],
      ['Discharged', '10 June 2025 from Ward 7 (Cardiology), to his own home'],
      ['Consultant', 'Dr Sunniva Brandt'],
      ['To', 'Dr Priya Ramaswamy, Weaver Street Surgery, Northmere NX3 2LP'],
    ],
    false,
  ),
  ...markup(`
## Diagnoses

1. Decompensated heart failure with reduced ejection fraction, probably brought on by naproxen.

2. Acute kidney injury, stage 1, on previously normal to mildly reduced kidney function (creatinine 98 µmol/L, eGFR 65, on 18
February 2025).

3. Hyperkalaemia (potassium 5.9 mmol/L on admission), on spironolactone and ramipril.

4. Known: permanent atrial fibrillation (CHA2DS2-VASc score 3), hypertension, osteoarthritis of both knees.

## Allergies

Penicillin: widespread rash in 1998. No other allergy known.

## How he came to us

Mr Calloway had become increasingly breathless over ten days, with swollen legs and a gain in weight of about 6 kg. He could
no longer lie flat. For two weeks he had taken naproxen 250 mg twice daily, bought without prescription, for his knees. He had
no chest pain, no fever and no cough.

On admission: pulse 104 a minute, irregular; blood pressure 148/86 mmHg; breathing rate 24 a minute; oxygen saturation 91 per
cent on air; temperature 36.7 °C; weight 92.4 kg. There were crackles to the middle of both lungs and pitting oedema to the
knees.

## Investigations

Chest X-ray, 3 June 2025: enlarged heart, small effusions on both sides, upper lobe diversion.

ECG, 3 June 2025: atrial fibrillation, 104 a minute. No tented T waves.

Echocardiogram, 5 June 2025: left ventricular ejection fraction 35 per cent, dilated left atrium, moderate mitral
regurgitation, no pericardial effusion.

Ultrasound of the kidneys, 4 June 2025: both of normal size, no obstruction.

---
`),
  { kind: 'subheading', text: 'Blood results (H above, L below the reference range)' },
  labTable(),
  ...markup(`
## Course

Naproxen, spironolactone and ramipril were stopped on 3 June. He was given calcium gluconate and an insulin and glucose infusion
once, on 3 June, and furosemide 80 mg intravenously twice daily from 3 to 7 June, then by mouth. His weight fell from 92.4 kg on
3 June to 86.1 kg on 10 June, which we take as his dry weight. Dapagliflozin was started on 8 June. He was weaned off oxygen
on 5 June. On discharge his blood pressure was 124/72 mmHg and his pulse 76 a minute.

## Medicines on discharge
`),
  table(
    [20, 28, 16, 36],
    [
      ['Medicine', 'Dose', 'Status', 'Reason or comment'],
      ['Furosemide', '40 mg twice daily (8.00 and 14.00)', 'Increased', 'Was 40 mg once daily'],
      ['Bisoprolol', '2.5 mg once daily', 'Unchanged', 'Rate control and heart failure'],
      [
        'Apixaban',
        '5 mg twice daily',
        'Unchanged',
        'No ground for a lower dose: under 80 years, over 60 kg, creatinine below 133 µmol/L',
      ],
      ['Dapagliflozin', '10 mg once daily', 'New', 'Heart failure; to be paused if he vomits or cannot drink'],
      ['Paracetamol', '1 g up to four times daily, when needed', 'New', 'For the knees, in place of naproxen'],
      ['Ramipril', '–', 'Withheld', 'Was 5 mg once daily; see plan'],
      ['Spironolactone', '–', 'Stopped', 'Was 25 mg once daily; hyperkalaemia'],
      ['Naproxen', '–', 'Stopped', 'Not to be taken again, nor any other NSAID'],
    ],
  ),
  ...markup(`
---

## Plan, and what we ask of you

1. Please check urea, creatinine, electrolytes and weight on or about 17 June 2025.

2. Please restart ramipril at 1.25 mg once daily only if potassium is below 5.0 mmol/L and creatinine below 150 µmol/L, and
repeat the blood test one to two weeks after each change of dose.

3. Please do not restart spironolactone. We will reconsider it in clinic.

4. If his weight rises by more than 2 kg in three days, please call the heart failure nurses (extension 4417, weekdays from
9.00 to 17.00).

5. Heart failure clinic, Dr Brandt: 22 July 2025 at 10.40. A repeat echocardiogram is planned for September 2025.

## What the patient has been told

To weigh himself every morning, to drink about 1.5 litres a day, to avoid salt substitutes that contain potassium, and never to
take naproxen, ibuprofen or similar medicines. He and his daughter have a written copy of this advice.

Dr Leif Amundsen, specialty registrar in cardiology, for Dr Sunniva Brandt. Signed on 10 June 2025.
`),
]

function labTable(): Block {
  const values = labValues.filter((value) => inTheLetter.has(value.test))
  return table(
    [28, 19, 15, 12, 12, 12, 12],
    [
      ['Test', 'Unit', 'Reference', ...labDates.map((date) => date.replace(' 2025', ' 25'))],
      ...values.map((value) => [
        value.test,
        value.unit,
        referenceRange(value),
        ...labDates.map((_, index) => flaggedResult(value, index)),
      ]),
    ],
  )
}
