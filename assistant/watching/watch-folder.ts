import { type FSWatcher, watch } from 'node:fs'
import type { WatchState } from '../../contract/matter.ts'
import { createFollowedFolder, type FollowedFolderOptions } from './followed-folder.ts'

export type FolderWatch = AsyncDisposable & {
  readonly state: WatchState
  /** Looks now; resolves when the library has been told what to do. */
  look(): Promise<void>
  /** Removes the documents of which so many files were gone that they were kept. */
  accept(): Promise<void>
}

export type FolderWatchOptions = FollowedFolderOptions & {
  /** Shares tell nothing by themselves, so the folder is looked at again and again. */
  readonly lookEveryMs: number
  readonly onChange: () => void
}

/** Told of a change, it waits so long for others. */
const HINT_DELAY_MS = 1000
const SOON_MS = 500

/** Follows a folder by itself: at once, as often as agreed, and when the system tells of a change. */
export function watchFolder(options: FolderWatchOptions): FolderWatch {
  const { folder, lookEveryMs, settleMs, onChange } = options
  const followed = createFollowedFolder(options)
  let isStopped = false
  let soon: NodeJS.Timeout | undefined

  async function look(removesMany = false): Promise<void> {
    await followed.look(removesMany)
    clearTimeout(soon)
    if (isStopped) return
    if (followed.isUnsettled) soon = setTimeout(() => void look(), settleMs + SOON_MS).unref()
    onChange()
  }

  const timer = setInterval(() => void look(), lookEveryMs)
  timer.unref()
  const hints = hintedBy(folder, () => void look())
  void look()
  return {
    get state() {
      return followed.state
    },
    look: () => look(),
    accept: () => look(true),
    async [Symbol.asyncDispose]() {
      isStopped = true
      clearInterval(timer)
      clearTimeout(soon)
      hints?.close()
      await followed.stop()
    },
  }
}

/** The system's own notice, where it gives one, so that changes are seen within a second. */
function hintedBy(folder: string, onHint: () => void): FSWatcher | null {
  let timer: NodeJS.Timeout | undefined
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, () => {
      clearTimeout(timer)
      timer = setTimeout(onHint, HINT_DELAY_MS).unref()
    })
    // The folder went away; the next look says so.
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return null
  }
}
