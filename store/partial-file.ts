import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { translateFileError } from './store-errors.ts'

/** A file being written under another name, so that under its own name there is the old file or the whole new one. */
export interface PartialFile extends AsyncDisposable {
  /** Appends, or writes at `position` (bytes from the start). Throws `NO_SPACE`. */
  write(bytes: Uint8Array, position?: number): Promise<void>
  /** Forces the bytes to the disk and gives the file its name. Without this call, disposing removes what was written. */
  keep(): Promise<void>
}

/** Begins `path` anew as `<path>.partial`, readable by its owner only. What a kill leaves is overwritten by the next try. */
export async function createPartialFile(path: string): Promise<PartialFile> {
  const partialPath = `${path}.partial`
  const handle = await open(partialPath, 'w', 0o600).catch(translateFileError(path))
  let kept = false
  return {
    async write(bytes, position) {
      for (let written = 0; written < bytes.length; ) {
        const at = position === undefined ? null : position + written
        const step = await handle.write(bytes, written, bytes.length - written, at).catch(translateFileError(path))
        written += step.bytesWritten
      }
    },
    async keep() {
      await handle.sync().catch(translateFileError(path))
      await handle.close()
      await rename(partialPath, path)
      kept = true
      await syncFolder(dirname(path))
    },
    async [Symbol.asyncDispose]() {
      if (kept) return
      await closeQuietly(handle)
      await rm(partialPath, { force: true })
    },
  }
}

/** Replaces the whole content of a small file, atomically: after a kill there is the old content or the new one. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await using file = await createPartialFile(path)
  await file.write(typeof content === 'string' ? Buffer.from(content) : content)
  await file.keep()
}

/** Makes renames and new files in `folder` outlive a power cut. Windows cannot open folders and does it by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using handle = await open(folder, 'r')
  await handle.sync()
}

async function closeQuietly(handle: FileHandle): Promise<void> {
  // On a full disk closing fails once more with the error that is already on its way to the caller.
  await handle.close().catch(() => {})
}
