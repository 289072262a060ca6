import type { IdentifierSpan } from './identifier.ts'
import { AGE_PATTERNS } from './patterns/age-patterns.ts'
import { CODE_PATTERNS } from './patterns/numbers/code-patterns.ts'
import { CONTACT_PATTERNS } from './patterns/contact-patterns.ts'
import { DATE_PATTERNS, YEAR_PATTERN } from './patterns/date-patterns.ts'
import { IDENTITY_PATTERNS } from './patterns/numbers/identity-numbers.ts'
import { LABELLED_PATTERNS } from './patterns/numbers/labelled-patterns.ts'
import { LEGAL_PATTERNS } from './patterns/legal-patterns.ts'
import { MAP_PATTERNS } from './patterns/map-patterns.ts'
import { MONEY_PATTERNS } from './patterns/money-patterns.ts'
import { NUMBER_PATTERNS } from './patterns/numbers/number-patterns.ts'
import { createPatternFinder } from './patterns/pattern-finder.ts'
import { needing, type Pattern } from './patterns/pattern.ts'
import { PLATE_PATTERNS } from './patterns/numbers/plates.ts'
import { OCCUPATION_PATTERNS, PLACE_PATTERNS } from './patterns/place-patterns.ts'

const DIGIT = /\d/u

const PATTERNS: readonly Pattern[] = [
  ...CONTACT_PATTERNS,
  ...needing(DIGIT, MONEY_PATTERNS),
  ...needing(DIGIT, NUMBER_PATTERNS),
  ...needing(DIGIT, LABELLED_PATTERNS),
  ...needing(DIGIT, LEGAL_PATTERNS),
  ...DATE_PATTERNS,
  YEAR_PATTERN,
  ...AGE_PATTERNS,
  ...PLACE_PATTERNS,
  ...needing(DIGIT, MAP_PATTERNS),
  ...needing(DIGIT, IDENTITY_PATTERNS),
  ...needing(DIGIT, PLATE_PATTERNS),
  ...needing(DIGIT, CODE_PATTERNS),
  ...OCCUPATION_PATTERNS,
]

const find = createPatternFinder(PATTERNS)

/** Layers a and b: what can be known by its form and by the words before it. */
export function findPatterns(text: string): readonly IdentifierSpan[] {
  return find(text)
}
