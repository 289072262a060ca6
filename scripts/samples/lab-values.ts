export type LabValue = {
  readonly test: string
  readonly unit: string
  readonly low?: number
  readonly high?: number
  /** In the order of `labDates`; null where the test was not done. */
  readonly results: readonly (number | null)[]
}

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
