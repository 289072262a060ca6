import { saidOf } from '../../wording/failure.ts'
import type { NotRead } from '../../contract/document.ts'
import { message } from '../../wording/message.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { type ReferenceHit, searchReference } from '../../library/reference/search-reference.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { AttachedReference } from './attached-references.ts'
import type { OpenReferences } from './open-references.ts'

export type ReferencesFound = {
  readonly hits: readonly (ReferenceHit & { readonly reference: string })[]
  /** Names of the libraries that were searched. */
  readonly searched: readonly string[]
  /** What could not be searched; the answer goes on without it. */
  readonly notSearched: readonly NotRead[]
}

export const NO_REFERENCES: ReferencesFound = { hits: [], searched: [], notSearched: [] }

/** The reference libraries that a matter is searched together with. Nothing here throws: it says what was not searched. */
export interface MatterReferences {
  /** Each by its name and the state of it that is searched. */
  readonly editions: readonly string[]
  search(question: string, limit: number): Promise<ReferencesFound>
  /** Those of the words that one of their documents has. */
  knownWords(words: readonly string[]): Promise<readonly string[]>
}

export type SearchReferencesOptions = {
  readonly attached: readonly AttachedReference[]
  readonly open: OpenReferences
  readonly embedder: Embedder | null
  readonly troubles: ReferenceTroubles
}

/** An answer waits no longer for a library than this, opening it included. */
const WAITED_MS = 4000
/** One that could not be reached is not tried again for so long, lest every question wait for it. */
const LEFT_ALONE_MS = 30_000

/** What went wrong last with a library, for as long as it is left alone. */
export type ReferenceTroubles = ReturnType<typeof createReferenceTroubles>

export function createReferenceTroubles(nowMs: () => number) {
  const last = new Map<string, { readonly error: Error; readonly untilMs: number }>()
  return {
    of(name: string): Error | null {
      const trouble = last.get(name)
      return trouble && nowMs() < trouble.untilMs ? trouble.error : null
    },
    note: (name: string, error: Error) => void last.set(name, { error, untilMs: nowMs() + LEFT_ALONE_MS }),
    forget: (name: string) => void last.delete(name),
  }
}

export function searchReferences({ attached, open, embedder, troubles }: SearchReferencesOptions): MatterReferences {
  async function search(reference: AttachedReference, question: string, limit: number): Promise<ReferencesFound> {
    const { reference: name } = reference
    try {
      const hits = await withinTime(name, troubles, () =>
        open.use(reference, async (reader) => {
          const fits = reader.edition.embedder.revision === embedder?.info.revision
          const [vector = null] = fits && embedder ? await embedder.embed([question], 'query') : []
          return searchReference(reader, question, vector, limit)
        }),
      )
      return { hits: hits.map((hit) => ({ ...hit, reference: name })), searched: [name], notSearched: [] }
    } catch (error) {
      const reason = saidOf(error)
      return { ...NO_REFERENCES, notSearched: [{ document: message('references.named', { name }), reason }] }
    }
  }

  return {
    editions: attached.map(({ reference, edition }) => `${reference} ${edition?.builtAt} ${edition?.sequence}`),
    async search(question, limit) {
      const all = await Promise.all(attached.map((one) => search(one, question, limit)))
      return {
        hits: all.flatMap(({ hits }) => hits),
        searched: all.flatMap(({ searched }) => searched),
        notSearched: all.flatMap(({ notSearched }) => notSearched),
      }
    },
    async knownWords(words) {
      const known = await Promise.all(
        attached.map((one) =>
          withinTime(one.reference, troubles, () => open.use(one, (reader) => wordsIn(words, reader))).catch(() => []),
        ),
      )
      return [...new Set(known.flat())]
    },
  }
}

async function wordsIn(
  words: readonly string[],
  reader: { documentsByWords(word: string, limit: number): Promise<ReadonlyMap<number, unknown>> },
): Promise<readonly string[]> {
  const found = await Promise.all(words.map(async (word) => (await reader.documentsByWords(word, 1)).size > 0))
  return words.filter((_, at) => found[at])
}

/** LanceDB's reads cannot be aborted: one that takes too long goes on for nobody. */
async function withinTime<T>(name: string, troubles: ReferenceTroubles, work: () => Promise<T>): Promise<T> {
  const trouble = troubles.of(name)
  if (trouble) throw trouble
  const stop = new AbortController()
  const late = wait(WAITED_MS, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`It did not answer within ${WAITED_MS / 1000} s, so this went on without it.`)
  })
  late.catch(() => {})
  try {
    return await Promise.race([work(), late])
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'OFFLINE') troubles.note(name, error as Error)
    throw error
  } finally {
    stop.abort()
  }
}
