import type { Answer } from '../../contract/answers/answer.ts'
import { type MatterLibrary, openMatterLibrary } from '../../library/matter-library.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { MatterRow } from '../../store/app/matter-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { createForeground, type Foreground } from './foreground.ts'
import type { AnswerStore } from './home-session.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type OpenMatter = {
  readonly id: string
  readonly name: string
  /** Its documents are invented, and it takes no others. */
  readonly isSample: boolean
  readonly store: MatterStore<Answer>
  readonly library: MatterLibrary
  /** Aborted when the matter is about to close: what takes long ends, keeping what it has. */
  readonly closing: AbortSignal
  /** What must end before the matter closes. */
  readonly users: Foreground
}

/** The matters that are in use, each with its store and its index, opened at the first use and kept until the home is locked. */
export interface OpenMatters {
  /** By name or id. Throws `NOT_FOUND`, `LOCKED`. */
  open(nameOrId: string): Promise<OpenMatter>
  /**
   * As `open`, to put files into it. A sample takes none, so that nobody's documents end up between invented ones: throws `WRONG_USE`
   * for it.
   */
  openToAdd(nameOrId: string): Promise<OpenMatter>
  /** Of a matter that need not be opened for it. */
  row(nameOrId: string): MatterRow
  /** Also of a matter that is open. Throws `NOT_FOUND`, `ALREADY_EXISTS`. */
  rename(nameOrId: string, name: string): MatterRow
  all(): readonly OpenMatter[]
  close(id: string): Promise<void>
  /** Closes a matter for `work`, such as its deletion; who wants it open waits until then. */
  whileClosed<T>(id: string, work: () => Promise<T>): Promise<T>
  closeAll(): Promise<void>
}

export type OpenMattersOptions = {
  readonly store: () => AnswerStore
  readonly embedder: () => Promise<Embedder | null>
  readonly onOpened: (matter: OpenMatter) => void
  /** Ends what goes on in the matter by itself. */
  readonly onClosing: (matter: OpenMatter) => Promise<void>
}

/** A user who does not read on would otherwise keep the home from being locked. */
const WAITED_FOR_USERS_MS = 5000

type Renamable = Omit<OpenMatter, 'name'> & { name: string }
type Opened = { readonly matter: OpenMatter; readonly stop: AbortController }

export function createOpenMatters({ store, embedder, onOpened, onClosing }: OpenMattersOptions): OpenMatters {
  const opening = new Map<string, Promise<Opened>>()
  const opened = new Map<string, Renamable>()
  const closing = createTurnsById()

  async function openNow(found: MatterRow): Promise<Opened> {
    const matterStore = await store().matter(found.id)
    const library = await openMatterLibrary(matterStore, await embedder())
    const stop = new AbortController()
    const users = createForeground()
    // It may have been renamed meanwhile.
    const name = store().app.matters.get(found.id).matter
    const { id, sample: isSample } = found
    const matter = { id, name, isSample, store: matterStore, library, closing: stop.signal, users }
    opened.set(found.id, matter)
    onOpened(matter)
    return { matter, stop }
  }

  async function shut(id: string): Promise<void> {
    const present = await opening.get(id)?.catch(() => null)
    opening.delete(id)
    opened.delete(id)
    if (!present) return
    const { matter, stop } = present
    stop.abort(new Failure('LOCKED', message('failures.matters.closed', { matter: matter.name })))
    await idleFor(matter.users, WAITED_FOR_USERS_MS)
    await onClosing(matter).finally(() => matter.library[Symbol.asyncDispose]())
  }

  const whileClosed = <T>(id: string, work: () => Promise<T>) =>
    closing.take(id, async () => {
      await shut(id)
      return work()
    })

  const row = (nameOrId: string) => rowNamed(store(), nameOrId)
  async function open(nameOrId: string): Promise<OpenMatter> {
    const wanted = row(nameOrId)
    const leaving = closing.last(wanted.id)
    if (leaving) return leaving.then(() => open(wanted.id))
    const turn = opening.get(wanted.id) ?? openNow(wanted)
    opening.set(wanted.id, turn)
    // What could not be opened is tried again at the next call.
    turn.catch(() => opening.get(wanted.id) === turn && opening.delete(wanted.id))
    return (await turn).matter
  }
  return {
    row,
    rename: (nameOrId, name) => renameOpen(store(), opened, row(nameOrId).id, name),
    open,
    async openToAdd(nameOrId) {
      const { sample, matter } = row(nameOrId)
      if (sample) throw new Failure('WRONG_USE', message('failures.matters.isSample', { matter }))
      return open(nameOrId)
    },
    all: () => [...opened.values()],
    whileClosed,
    close: (id) => whileClosed(id, async () => {}),
    async closeAll() {
      await Promise.all(
        [...new Set([...opening.keys(), ...closing.ids()])].map((id) => whileClosed(id, async () => {})),
      )
    },
  }
}

function rowNamed(store: AnswerStore, nameOrId: string): MatterRow {
  const found = store.app.matters.find(nameOrId)
  if (!found) throw new Failure('NOT_FOUND', message('failures.matters.unknown', { matter: nameOrId }))
  return found
}

function renameOpen(store: AnswerStore, opened: ReadonlyMap<string, Renamable>, id: string, name: string): MatterRow {
  store.app.matters.rename(id, name)
  const present = opened.get(id)
  if (present) present.name = name
  return store.app.matters.get(id)
}

/** Pieces of work, one after the other for each id. */
function createTurnsById() {
  const last = new Map<string, Promise<unknown>>()
  return {
    /** Resolves when the last piece has ended, well or not; undefined when there is none. */
    last: (id: string) => last.get(id),
    ids: () => [...last.keys()],
    take<T>(id: string, work: () => Promise<T>): Promise<T> {
      const turn = (last.get(id) ?? Promise.resolve()).then(work)
      const settled = turn
        .catch(() => {})
        .finally(() => {
          if (last.get(id) === settled) last.delete(id)
        })
      last.set(id, settled)
      return turn
    },
  }
}

async function idleFor(users: Foreground, limitMs: number): Promise<void> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), limitMs)
  await users.idle(limit.signal).catch(() => {})
  clearTimeout(timer)
}
