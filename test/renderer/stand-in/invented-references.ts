import type { PageText } from '../../../contract/document.ts'
import type { Reference } from '../../../contract/reference.ts'

/** One that was built here, and one that a team shares and that was built with another embedding model. */
export function inventReferences(): Reference[] {
  return [
    {
      reference: 'Mental health law',
      documents: 212,
      pages: 4180,
      passages: 31_870,
      address: '/home/user/.local/share/consilium/references/Mental health law',
      host: null,
      builtAt: '2026-05-28T10:12:00.000Z',
      embedder: 'all-MiniLM-L6-v2',
      fits: true,
      own: true,
      switchedOffIn: [],
    },
    {
      reference: 'Prescribing guidelines',
      documents: 96,
      pages: 7350,
      passages: 58_204,
      address: 's3://practice-references/guidelines',
      host: 'minio.practice.example:9000',
      builtAt: '2026-04-02T08:00:00.000Z',
      embedder: 'multilingual-e5-small',
      fits: false,
      own: false,
      switchedOffIn: [],
    },
  ]
}

export const REFERENCE_PAGES: readonly PageText[] = [
  {
    page: 1,
    label: null,
    start: 0,
    text: 'Guardianship\n\nA guardian may be appointed where the court is satisfied that the person lacks capacity.',
  },
]
