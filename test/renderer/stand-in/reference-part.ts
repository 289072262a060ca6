import { implement } from '@orpc/server'
import type { AppEvent } from '../../../contract/application.ts'
import { contract } from '../../../contract/index.ts'
import type { Reference } from '../../../contract/reference.ts'
import { REFERENCE_PAGES, REFERENCE_SOURCE } from './invented-references.ts'
import { refused } from '../refused.ts'

type ReferenceState = { references: Reference[]; readonly events: { push(event: AppEvent): void } }

const os = implement(contract)

/** One that was built here, and one that a team shares and that was built with another embedding model. */
export function inventReferences(): Reference[] {
  return [
    {
      reference: 'Property statutes',
      documents: 212,
      pages: 4180,
      passages: 31_870,
      address: '/home/user/.local/share/consilium/references/Property statutes',
      host: null,
      builtAt: '2026-05-28T10:12:00.000Z',
      embedder: 'all-MiniLM-L6-v2',
      fits: true,
      own: true,
      switchedOffIn: [],
    },
    {
      reference: 'Court practice directions',
      documents: 96,
      pages: 7350,
      passages: 58_204,
      address: 's3://chambers/directions',
      host: 'minio.chambers.example:9000',
      builtAt: '2026-04-02T08:00:00.000Z',
      embedder: 'multilingual-e5-small',
      fits: false,
      own: false,
      switchedOffIn: [],
    },
  ]
}

/** The reference libraries of the stand-in. */
export function referencePart(state: ReferenceState) {
  const { reference } = os
  const known = () => state.references
  return {
    list: reference.list.handler(() => [...known()]),
    build: reference.build.handler(async function* ({ input }) {
      const [first] = inventReferences()
      if (!first) return
      const made: Reference = { ...first, reference: input.reference, documents: 3, pages: 12, passages: 90 }
      known().push(made)
      state.events.push({ type: 'references-changed' })
      yield { type: 'reference-end' as const, ...made, added: 3, unchanged: 0, removed: 0, failed: 0, seconds: 2 }
    }),
    attach: reference.attach.handler(({ input }) => {
      const [, shared] = inventReferences()
      if (!shared || !input.wordsOnly) throw refused('WRONG_USE', 'It was built with another embedding model.')
      const made = { ...shared, reference: input.reference, address: input.address }
      known().push(made)
      state.events.push({ type: 'references-changed' })
      return made
    }),
    remove: reference.remove.handler(({ input }) => {
      state.references = known().filter((one) => one.reference !== input.reference)
      state.events.push({ type: 'references-changed' })
    }),
    use: reference.use.handler(() => {}),
    text: reference.text.handler(() => ({
      document: REFERENCE_SOURCE.document,
      mediaType: 'application/pdf',
      pages: [...REFERENCE_PAGES],
    })),
  }
}
