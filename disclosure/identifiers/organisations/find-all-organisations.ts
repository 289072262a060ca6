import type { IdentifierSpan } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import { findCompanies } from './find-companies.ts'
import { findLabelledOrganisations } from './find-labelled-organisations.ts'
import { findOrganisations } from './find-organisations.ts'
import { findWellKnownFirms } from './find-well-known-firms.ts'
import { spreadCompanies } from './spread-companies.ts'

/** Organisations by the word of their kind, by their legal form, by the label before them, and by their short names. */
export function findAllOrganisations(reading: Reading): readonly IdentifierSpan[] {
  const companies = findCompanies(reading)
  return [
    ...findOrganisations(reading),
    ...findLabelledOrganisations(reading.text),
    ...findWellKnownFirms(reading),
    ...companies,
    ...spreadCompanies(reading, companies),
  ]
}
