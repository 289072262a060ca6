import type { Answer } from '../contract/answer.ts'
import { type MatterLibrary, openMatterLibrary } from '../library/matter-library.ts'
import type { Embedder } from '../models/embedder.ts'
import type { MatterRow } from '../store/app/matter-rows.ts'
import type { MatterStore } from '../store/matter/matter-store.ts'
import { AssistantError } from './assistant-error.ts'
import type { AnswerStore } from './home-session.ts'

export type OpenMatter = {
  readonly id: string
  readonly name: string
  readonly store: MatterStore<Answer>
  readonly library: MatterLibrary
}

/** The matters that are in use, each with its store and its index, opened at the first use and kept until the home is locked. */
export interface OpenMatters {
  /** By name or id. Throws `NOT_FOUND`, `LOCKED`. */
  open(nameOrId: string): Promise<OpenMatter>
  /** Of a matter that need not be opened for it. */
  row(nameOrId: string): MatterRow
  all(): readonly OpenMatter[]
  close(id: string): Promise<void>
  closeAll(): Promise<void>
}

export function createOpenMatters(
  store: () => AnswerStore,
  embedder: () => Promise<Embedder | null>,
  onOpened: (matter: OpenMatter) => void,
): OpenMatters {
  const opening = new Map<string, Promise<OpenMatter>>()
  const opened = new Map<string, OpenMatter>()

  async function openNow(row: MatterRow): Promise<OpenMatter> {
    const matterStore = await store().matter(row.id)
    const library = await openMatterLibrary(matterStore, await embedder())
    const matter = { id: row.id, name: row.matter, store: matterStore, library }
    opened.set(row.id, matter)
    onOpened(matter)
    return matter
  }

  async function close(id: string): Promise<void> {
    const matter = await opening.get(id)?.catch(() => null)
    opening.delete(id)
    opened.delete(id)
    await matter?.library[Symbol.asyncDispose]()
  }

  const row = (nameOrId: string) => {
    const found = store().app.matters.find(nameOrId)
    if (!found) throw new AssistantError('NOT_FOUND', `There is no matter "${nameOrId}".`)
    return found
  }
  return {
    row,
    async open(nameOrId) {
      const wanted = row(nameOrId)
      const known = opening.get(wanted.id)
      if (known) return known
      const matter = openNow(wanted)
      opening.set(wanted.id, matter)
      // What could not be opened is tried again at the next call.
      matter.catch(() => opening.delete(wanted.id))
      return matter
    },
    all: () => [...opened.values()],
    close,
    async closeAll() {
      for (const id of opening.keys()) await close(id)
    },
  }
}
