import { type Block, markup, table } from './markup.ts'

/** The days on which blood was taken in hospital; all samples at 07.30. */
export const labDates = ['3 June 2025', '5 June 2025', '7 June 2025', '9 June 2025'] as const

/**
 * One source for the discharge letter and the laboratory report, so that they cannot disagree. The eGFR is CKD-EPI 2009 for
 * a man of 74 years, rounded.
 */
export const labValues: readonly LabValue[] = [
  { test: 'Sodium', unit: 'mmol/L', low: 133, high: 146, results: [131, 133, 135, 136] },
  { test: 'Potassium', unit: 'mmol/L', low: 3.5, high: 5.3, results: [5.9, 5.4, 5, 4.7] },
  { test: 'Urea', unit: 'mmol/L', low: 2.5, high: 7.8, results: [14.2, 12.8, 10.9, 9.6] },
  { test: 'Creatinine', unit: 'µmol/L', low: 59, high: 104, results: [168, 157, 141, 128] },
  { test: 'eGFR (CKD-EPI 2009)', unit: 'mL/min/1.73 m²', low: 60, results: [34, 37, 42, 47] },
  { test: 'Haemoglobin', unit: 'g/L', low: 130, high: 180, results: [118, null, 119, 121] },
  { test: 'White cell count', unit: '10^9/L', low: 4, high: 11, results: [8.4, null, 7.9, 7.2] },
  { test: 'C-reactive protein', unit: 'mg/L', high: 5, results: [12, 9, 6, 4] },
  { test: 'NT-proBNP', unit: 'ng/L', high: 400, results: [4860, null, null, 2140] },
  { test: 'Albumin', unit: 'g/L', low: 35, high: 50, results: [34, null, null, 35] },
]

/** The laboratory's cumulative report, as a Word file. */
export const labReport: readonly Block[] = [
  ...markup(`
# Cumulative laboratory report

**Northmere General Hospital, Department of Clinical Biochemistry and Haematology**

**Patient:** Edwin Calloway, born 14 March 1951, NHS number 999 402 6151, hospital number NM-448127

**Requested by:** Dr Sunniva Brandt, Ward 7. **Report printed:** 9 June 2025, 11.20

## Results

All samples were taken at 07.30. H means above, L below the reference range; a dash means that the test was not done.
`),
  table(
    [24, 17, 15, 11, 11, 11, 11],
    [
      ['Test', 'Unit', 'Reference range', ...labDates],
      ...labValues.map((value) => [
        value.test,
        value.unit,
        referenceRange(value),
        ...labDates.map((_, index) => flaggedResult(value, index)),
      ]),
    ],
  ),
  ...markup(`
## Comments of the laboratory

**3 June 2025:** potassium 5.9 mmol/L telephoned to Sister A. Whitlock on the Acute Medical Unit at 08.52. The sample was not
haemolysed.

**3 June 2025:** creatinine has risen from 98 µmol/L on 18 February 2025 to 168 µmol/L. This meets the criteria for acute kidney
injury, stage 1.

**9 June 2025:** creatinine 128 µmol/L has not returned to the earlier value. Repeat after discharge.

Authorised by Dr Maurice Oyelaran, consultant clinical biochemist.
`),
]

type LabValue = {
  readonly test: string
  readonly unit: string
  readonly low?: number
  readonly high?: number
  /** In the order of `labDates`; null where the test was not done. */
  readonly results: readonly (number | null)[]
}

/** "3.5-5.3", "below 5" or "60 or more". */
export function referenceRange({ low, high }: LabValue): string {
  if (low === undefined) return `below ${high}`
  return high === undefined ? `${low} or more` : `${low}–${high}`
}

/** The result with an H or L where it lies outside the range, an en dash where there is none. */
export function flaggedResult(value: LabValue, index: number): string {
  const result = value.results[index]
  if (result === undefined || result === null) return '–'
  const text = value.test === 'Potassium' ? result.toFixed(1) : String(result)
  if (value.high !== undefined && result > value.high) return `${text} H`
  return value.low !== undefined && result < value.low ? `${text} L` : text
}

/** The general practitioner's note a week after discharge, as a Markdown file. */
export const gpNote = `# Consultation note, 17 June 2025

Weaver Street Surgery, Northmere. Dr Priya Ramaswamy. Face to face, 15 minutes.
Patient: Edwin Calloway, born 14 March 1951, NHS number 999 402 6151.
Sample document that comes with Consilium: the patient and all other people are invented.

## History

Review a week after discharge from Northmere General Hospital (heart failure, acute kidney injury, high potassium). Less
breathless, sleeps on two pillows, walks to the corner shop. No dizziness. Has taken no naproxen since 3 June.

The medicine box was checked with his daughter. **He had gone on taking spironolactone 25 mg from an old box until 14 June**,
although the hospital stopped it on 3 June. The remaining tablets were handed back today.

## Examination

Pulse 78 a minute, irregular. Blood pressure 128/74 mmHg. Weight 86.8 kg (86.1 kg on discharge). Chest clear. Slight oedema of
the ankles.

## Results of today's blood test

| Test | 17 June 2025 | Unit | Reference range |
|---|---|---|---|
| Sodium | 136 | mmol/L | 133-146 |
| Potassium | 5.1 | mmol/L | 3.5-5.3 |
| Urea | 10.1 | mmol/L | 2.5-7.8 |
| Creatinine | 131 | µmol/L | 59-104 |
| eGFR (CKD-EPI 2009) | 46 | mL/min/1.73 m² | 60 or more |

## Assessment

1. Heart failure: stable, 0.7 kg above dry weight.
2. Potassium 5.1 mmol/L: higher than on 9 June (4.7), most likely because of the spironolactone taken in error.
3. Kidney function: creatinine 131 µmol/L, about the same as on 9 June (128), not back to 98.

## Plan

- Ramipril **not** restarted: potassium is not below 5.0 mmol/L, which the hospital set as a condition.
- Spironolactone removed from the repeat prescriptions.
- Furosemide 40 mg twice daily, bisoprolol 2.5 mg, apixaban 5 mg twice daily and dapagliflozin 10 mg go on.
- Repeat urea, creatinine and electrolytes on 24 June 2025; then decide on ramipril 1.25 mg.
- Incident report about the old box sent to the pharmacy (reference WS-0617).
`
