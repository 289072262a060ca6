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
