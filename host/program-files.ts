import { fileURLToPath } from 'node:url'
import type { EntryName, StartProcess } from '../processes/child.ts'
import { forkChild } from '../processes/fork-child.ts'

/** Where the parts of this program lie: in the sources, in the build, or in the packaged app. */
export type ProgramFiles = {
  readonly startProcess: StartProcess
  /** The built window. */
  readonly windowFolder: string
  readonly samplesFolder: string
}

const ENTRIES: Readonly<Record<EntryName, string>> = {
  engine: 'assistant/engine',
  models: 'models/process',
  reader: 'library/reader',
}

/**
 * `root` is the folder that holds `cli/`, `assistant/`, …: the sources (Node runs `.ts` as it is) or the build in `out/`.
 * `onErrorText` receives what child processes write to standard error.
 */
export function programFiles(root: URL, onErrorText?: (text: string) => void): ProgramFiles {
  const isBuilt = root.pathname.endsWith('/out/')
  const path = (name: string) => fileURLToPath(new URL(name, root))
  return {
    startProcess: (entry, { heapMb }) =>
      forkChild(path(`${ENTRIES[entry]}${isBuilt ? '.js' : '.ts'}`), { heapMb, onErrorText }),
    windowFolder: path(isBuilt ? 'renderer' : 'out/renderer'),
    samplesFolder: path(isBuilt ? '../samples' : 'samples'),
  }
}
