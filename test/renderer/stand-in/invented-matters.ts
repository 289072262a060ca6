import type { Matter } from '../../../contract/matter.ts'

/** Matters of the home of the stand-in; the first holds the documents. */
export function inventMatters(): Matter[] {
  return [
    { ...inventMatter('Sample: Hollis v Marlowe', 'Lease dispute, England'), sample: true },
    inventMatter('Estate of R. Tamsin', 'Probate'),
    inventMatter('A. Okafor', 'Admission, ward 4'),
    { ...inventMatter('Old boundary dispute', ''), archived: true },
  ]
}

export function inventMatter(matter: string, subtitle: string): Matter {
  const id = `m-${matter.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
  const createdAt = '2026-05-28T08:00:00.000Z'
  return { matter, id, documents: 0, bytes: 61_000_000, createdAt, archived: false, sample: false, subtitle }
}
