import { passesProviderNumber, passesVerhoeff } from './checksums.ts'
import type { Pattern } from '../pattern.ts'

/** Numbers that a state or an insurer gave to a person, known by their form alone. */
export const NUMBER_PATTERNS: readonly Pattern[] = [
  { type: 'ssn', expression: /(?<![\d-])\d{3}([- ])\d{2}\1\d{4}(?![\d-])/dg, confidence: 0.9 },
  { type: 'ssn', expression: /(?<![\d-])[\dXx*]{3}-[\dXx*]{2}-\d{4}(?![\d-])/dg, confidence: 0.9 },
  // A sort code; where it may be a date, that is surer.
  { type: 'id', expression: /(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])/dg, confidence: 0.6 },
  // Medicare's number for a beneficiary.
  {
    type: 'health-plan',
    expression:
      /(?<![\p{L}\p{N}])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\p{L}\p{N}])/dgu,
    confidence: 0.9,
  },
  // The national insurance number of the United Kingdom.
  {
    type: 'national-id',
    expression:
      /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z][A-Za-z] ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d](?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
  },
  // Aadhaar.
  {
    type: 'national-id',
    expression: /(?<![\d-])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![ -]?\d)/dg,
    confidence: 0.8,
    judge: (found) => (passesVerhoeff(found.replace(/\D/g, '')) ? { by: 'checksum', confidence: 0.95 } : {}),
  },
  // The number of the French social insurance: sex, year, month, department, commune, order, key.
  {
    type: 'ssn',
    expression: /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})?(?!\d)/dg,
    confidence: 0.8,
  },
  // The Spanish DNI and NIE.
  {
    type: 'national-id',
    expression: /(?<![\p{L}\p{N}])(?:\d{1,2}\.?\d{3}\.?\d{3}|[XYZ]-?\d{7})[- ]?[A-HJ-NP-TV-Z](?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
  },
  // The German pension insurance number.
  { type: 'ssn', expression: /(?<![\p{L}\p{N}])\d{2} ?\d{6} ?[A-Z] ?\d{3}(?![\p{L}\p{N}])/dgu, confidence: 0.85 },
  // The Swiss and the Italian one.
  {
    type: 'ssn',
    expression:
      /(?<![\p{L}\p{N}])(?:756\.?\d{4}\.?\d{4}\.?\d{2}|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z])(?![\p{L}\p{N}])/dgu,
    confidence: 0.9,
  },
  {
    type: 'vehicle',
    expression: /(?<![\p{L}\p{N}])(?=[A-Z]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}(?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
  },
  {
    type: 'licence',
    expression: /(?<![\p{L}\p{N}])NPI\s{0,3}(?:number|no\.?)?\s{0,3}[:#]?\s{0,3}(?<id>\d{10})(?!\d)/dgiu,
    confidence: 0.9,
    judge: (found) => (passesProviderNumber(found) ? { by: 'checksum', confidence: 0.98 } : {}),
  },
  // A DEA registration.
  {
    type: 'licence',
    expression: /(?<![\p{L}\p{N}])[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}(?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
  },
  // A UUID.
  {
    type: 'id',
    expression: /(?<![\p{L}\p{N}-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\p{L}\p{N}-])/dgu,
    confidence: 0.95,
  },
]
