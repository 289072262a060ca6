import { flaggedResult, labDates, labValues, referenceRange } from './lab-values.ts'
import { type Block, markup, table } from './markup.ts'

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
