import type { IdentifierSpan } from './identifier.ts'
import { AGE_PATTERNS } from './patterns/age-patterns.ts'
import { CODE_PATTERNS } from './patterns/code-patterns.ts'
import { CONTACT_PATTERNS } from './patterns/contact-patterns.ts'
import { DATE_PATTERNS, YEAR_PATTERN } from './patterns/date-patterns.ts'
import { IDENTITY_PATTERNS } from './patterns/identity-numbers.ts'
import { LABELLED_PATTERNS } from './patterns/labelled-patterns.ts'
import { LEGAL_PATTERNS } from './patterns/legal-patterns.ts'
import { MAP_PATTERNS } from './patterns/map-patterns.ts'
import { MONEY_PATTERNS } from './patterns/money-patterns.ts'
import { NUMBER_PATTERNS } from './patterns/number-patterns.ts'
import { findPattern, type Pattern } from './patterns/pattern.ts'
import { PLATE_PATTERNS } from './patterns/plates.ts'
import { OCCUPATION_PATTERNS, PLACE_PATTERNS } from './patterns/place-patterns.ts'

const PATTERNS: readonly Pattern[] = [
  ...CONTACT_PATTERNS,
  ...MONEY_PATTERNS,
  ...NUMBER_PATTERNS,
  ...LABELLED_PATTERNS,
  ...LEGAL_PATTERNS,
  ...DATE_PATTERNS,
  YEAR_PATTERN,
  ...AGE_PATTERNS,
  ...PLACE_PATTERNS,
  ...MAP_PATTERNS,
  ...IDENTITY_PATTERNS,
  ...PLATE_PATTERNS,
  ...CODE_PATTERNS,
  ...OCCUPATION_PATTERNS,
]

/** Layers a and b: what can be known by its form and by the words before it. */
export function findPatterns(text: string): readonly IdentifierSpan[] {
  return PATTERNS.flatMap((pattern) => findPattern(text, pattern))
}
