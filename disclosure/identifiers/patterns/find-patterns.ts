import type { IdentifierSpan } from '../identifier.ts'
import { AGE_PATTERNS } from '../dates/find-ages.ts'
import { CODE_PATTERNS } from './numbers/code-patterns.ts'
import { CONTACT_PATTERNS } from './contact-patterns.ts'
import { DATE_PATTERNS, withoutFullStop, YEAR_PATTERN } from '../dates/full-dates.ts'
import { IDENTITY_PATTERNS, NUMBER_PATTERNS } from './numbers/identity-numbers.ts'
import { LABELLED_PATTERNS } from './numbers/labelled-patterns.ts'
import { LEGAL_PATTERNS } from './legal-patterns.ts'
import { MAP_PATTERNS, OCCUPATION_PATTERNS, PLACE_PATTERNS } from './place-patterns.ts'
import { MONEY_PATTERNS } from './money-patterns.ts'
import { createPatternFinder } from './pattern-finder.ts'
import { needing, type Pattern } from './pattern.ts'
import { PLATE_PATTERNS } from './numbers/plates.ts'

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
  return find(text).map((span) => withoutFullStop(text, span))
}
