import { message } from '../../wording/message.ts'
import { stat } from 'node:fs/promises'
import type { WatchState } from '../../contract/matter.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import { findFiles, folderLabel, type FoundFile } from '../reading/intake/find-files.ts'
import type { QueueFileOptions } from '../reading/intake/add-paths.ts'
import { applyChanges, compareFolder, findMoves, type KnownFile, looksEmptied } from './folder-changes.ts'
import { leftOutReasons } from '../reading/intake/left-out.ts'

export type FollowedFolderOptions = QueueFileOptions & {
  readonly folder: string
  /** A file that changed within this time is still being written. */
  readonly settleMs: number
}

/** A folder that the library follows, looked at only when told to. */
export type FollowedFolder = {
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
