import { message } from '../../wording/message.ts'
import { stat } from 'node:fs/promises'
import type { WatchState } from '../../contract/matter.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import { findFiles, folderLabel, type FoundFile } from '../reading/intake/find-files.ts'
import { queueFile, type QueueFileOptions } from '../reading/intake/add-paths.ts'
import { leftOutReasons } from '../reading/intake/left-out.ts'
import type { DocumentState } from '../../contract/document.ts'
import { fileSha256 } from '../reading/intake/take-original.ts'
import { removeWithInside } from '../reading/take-attachments.ts'

export type FollowedFolderOptions = QueueFileOptions & {
  readonly folder: string
  /** A file that changed within this time is still being written. */
  readonly settleMs: number
}

/** A folder that the library follows, looked at only when told to. */
type FollowedFolder = {
  readonly state: WatchState
  /** Something has not come to rest, or is gone for the first time: it is to be looked at again soon. */
  readonly isUnsettled: boolean
  /** Looks now; resolves when the library has been told what to do. `removesMany` where the user has agreed to it. */
  look(removesMany?: boolean): Promise<void>
  /** No look begins any more; resolves when the last one has ended. */
  stop(): Promise<void>
}

/**
 * Makes the library what a folder holds: files that are added, changed, moved and deleted, one look after the other. A file
 * is taken once it has come to rest, and removed once it has been gone twice; a folder that is not there, or lost most of
 * its files at once, removes nothing.
 */
export function createFollowedFolder(options: FollowedFolderOptions): FollowedFolder {
  const stopping = new AbortController()
  const state: WatchState = { kind: 'watching', lookedAt: null, taken: 0, gone: 0, message: null }
  let looked: Looked = { look: NOTHING_YET, state, isUnsettled: false }
  let last: Promise<void> = Promise.resolve()
  return {
    get state() {
      return looked.state
    },
    get isUnsettled() {
      return looked.isUnsettled
    },
    look(removesMany = false) {
      last = last
        .then(async () => {
          if (!stopping.signal.aborted) looked = await lookOnce(options, looked, removesMany, stopping.signal)
        })
        .catch((error: Error) => {
          const said = message('matters.watched.notFollowed', { why: error.message })
          looked = { ...looked, state: { ...looked.state, message: said } }
        })
      return last
    },
    async stop() {
      stopping.abort()
      await last
    },
  }
}

type Look = { readonly found: ReadonlyMap<string, FoundFile>; readonly gone: ReadonlySet<string> }
type Looked = {
  readonly look: Look
  readonly state: WatchState
  readonly isUnsettled: boolean
}

const NOTHING_YET: Look = { found: new Map(), gone: new Set() }

/** One look at the folder, with what the look before saw. */
async function lookOnce(
  options: FollowedFolderOptions,
  before: Looked,
  removesMany: boolean,
  signal: AbortSignal,
): Promise<Looked> {
  const { matter, folder, queue, now } = options
  const known = knownFiles(options)
  const all = await filesNow(folder, signal)
  const lookedAt = now().toISOString()
  if (all === null)
    return {
      ...before,
      isUnsettled: false,
      state: { ...before.state, kind: 'missing', lookedAt, message: message('matters.watched.missing') },
    }
  const leftOut = leftOutReasons(matter.store.settings, folderLabel(matter.store.settings, folder))
  const found = all.filter((file) => leftOut(file) === null)
  const { added, changed, gone } = compareFolder(known, found)
  const atRest = (files: readonly FoundFile[]) => files.filter((file) => isAtRest(file, before.look, options))
  const fresh = atRest(added)
  const moves = await findMoves(fresh, gone, signal)
  const lost = gone.filter((file) => !moves.some(({ from }) => from === file))
  const isHeld = !removesMany && looksEmptied(known.length, lost.length)
  const taken = [...fresh.filter((file) => !moves.some(({ to }) => to === file)), ...atRest(changed)]
  // While anything is read, the bytes of what is gone may be those of what is new: they are not read twice.
  const canRemove = !isHeld && taken.length === 0 && !queue.progress().running
  const removed = canRemove ? lost.filter((file) => before.look.gone.has(file.documentId)) : []
  await applyChanges({ moves, taken, removed }, options, signal)
  return {
    isUnsettled:
      taken.length < fresh.length - moves.length + changed.length ||
      fresh.length < added.length ||
      (!isHeld && lost.length > removed.length),
    look: { found: new Map(found.map((file) => [file.path, file])), gone: new Set(lost.map(idOf)) },
    state: {
      kind: isHeld ? 'held' : 'watching',
      lookedAt,
      taken: before.state.taken + taken.length,
      gone: isHeld ? lost.length : 0,
      message: isHeld ? message('matters.watched.held', { gone: lost.length, known: known.length }) : null,
    },
  }
}

function idOf({ documentId }: KnownFile): string {
  return documentId
}

/** But for those that got another file by hand, and so have none in the folder: they stay, whatever becomes of the old one. */
function knownFiles({ matter, folder }: FollowedFolderOptions): readonly KnownFile[] {
  const root = folderLabel(matter.store.settings, folder)
  const isReplaced = ({ modifiedMs, sha256 }: DocumentRow) => modifiedMs === null && sha256 !== ''
  return matter.store.documents.list(null).filter((row) => row.root === root && row.parent === null && !isReplaced(row))
}

/** Null where the folder, or a part of it, cannot be listed: then nothing is known of what is gone. */
async function filesNow(folder: string, signal: AbortSignal): Promise<readonly FoundFile[] | null> {
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) return null
  try {
    return await Array.fromAsync(findFiles([folder], signal))
  } catch (error) {
    signal.throwIfAborted()
    if ((error as { code?: unknown }).code === 'NOT_FOUND') return null
    throw error
  }
}

/**
 * Whether a file is done with being written: it has not changed for a while. A file from the future (another computer's clock)
 * has to look the same twice.
 */
function isAtRest(
  { path, bytes, modifiedMs }: FoundFile,
  before: Look,
  { settleMs, now }: Pick<FollowedFolderOptions, 'settleMs' | 'now'>,
): boolean {
  if (modifiedMs === null) return false
  const ageMs = now().getTime() - modifiedMs
  const earlier = before.found.get(path)
  return ageMs >= settleMs || (ageMs < 0 && earlier?.bytes === bytes && earlier.modifiedMs === modifiedMs)
}

/** What the library holds of a file of the folder, as of its last queueing. */
type KnownFile = {
  readonly documentId: string
  readonly path: string
  readonly bytes: number
  readonly modifiedMs: number | null
  /** Empty where its bytes never came. */
  readonly sha256: string
}

type FolderChanges = {
  readonly added: readonly FoundFile[]
  readonly changed: readonly FoundFile[]
  readonly gone: readonly KnownFile[]
}

/** Holds what differs between the folder and what the library knows of it; files are the same by path, size and time. */
function compareFolder(known: readonly KnownFile[], found: readonly FoundFile[]): FolderChanges {
  const knownAt = new Map(known.map((file) => [file.path, file]))
  const foundAt = new Set(found.map(({ path }) => path))
  return {
    added: found.filter(({ path }) => !knownAt.has(path)),
    changed: found.filter((file) => {
      const before = knownAt.get(file.path)
      return before !== undefined && (before.bytes !== file.bytes || before.modifiedMs !== file.modifiedMs)
    }),
    gone: known.filter(({ path }) => !foundAt.has(path)),
  }
}

/** So many files at once, and more than half of all, are not thought to be deleted: a disk is gone, or a share is empty. */
const MANY = 10

/** Whether so much is gone that the user is asked before anything is removed. */
function looksEmptied(known: number, gone: number): boolean {
  return gone >= MANY && gone > known / 2
}

type Move = { readonly from: KnownFile; readonly to: FoundFile }

/** A file that is gone and one that is new with the same bytes are one that was moved or renamed. */
async function findMoves(
  added: readonly FoundFile[],
  gone: readonly KnownFile[],
  signal: AbortSignal,
): Promise<readonly Move[]> {
  const left = new Set(gone)
  const moves: Move[] = []
  for (const to of added) {
    // The same size makes it worth reading the file for its hash.
    const alike = [...left].filter((one) => one.bytes === to.bytes && one.sha256 !== '')
    if (alike.length === 0) continue
    // One that cannot be read now is told as unreadable when it is its turn.
    const sha256 = await fileSha256(to.file, signal).catch(() => '')
    signal.throwIfAborted()
    const from = alike.find((one) => one.sha256 === sha256)
    if (!from) continue
    left.delete(from)
    moves.push({ from, to })
  }
  return moves
}

type ChangesToApply = {
  readonly moves: readonly Move[]
  readonly taken: readonly FoundFile[]
  readonly removed: readonly KnownFile[]
}

const READ: ReadonlySet<DocumentState> = new Set(['ready', 'partial'])

/** Makes the library follow the folder. What was moved keeps its document, and so its place in answers; nothing is read. */
async function applyChanges(
  { moves, taken, removed }: ChangesToApply,
  options: QueueFileOptions,
  signal: AbortSignal,
): Promise<void> {
  const { documents } = options.matter.store
  for (const { from, to } of moves) {
    documents.move(from.documentId, to.path)
    documents.change(from.documentId, { modifiedMs: to.modifiedMs })
    // It waits, is being read, or was missed in its old place.
    if (!READ.has(documents.get(from.documentId, null).state)) options.queue.add(from.documentId, to.file)
  }
  for (const file of taken) {
    const documentId = queueFile(file, options)
    documents.change(documentId, { bytes: file.bytes })
  }
  options.queue.run()
  for (const { documentId } of removed) {
    signal.throwIfAborted()
    await removeWithInside(documentId, options)
  }
}
