import { fileURLToPath } from 'node:url'
import type { EntryName, StartProcess } from '../processes/child.ts'
import { forkChild } from '../processes/fork-child.ts'

/** Where the parts of this program lie: in the sources, in the build, or in the packaged app. */
export type ProgramFiles = {
  readonly startProcess: StartProcess
  /** The built window. */
  readonly windowFolder: string
  readonly samplesFolder: string
  /** The measurements, which run from the sources and are never packaged. */
  readonly benchFile: string
}

const ENTRIES: Readonly<Record<EntryName, string>> = {
  engine: 'assistant/engine',
  models: 'models/process',
  reader: 'library/reader',
}

/**
 * `root` is the folder that holds `cli/`, `assistant/`, …: the sources (Node runs `.ts` as it is) or the build in `out/`.
 * Child processes are told where the home is; `onErrorText` receives what they write to standard error.
 */
export function programFiles(root: URL, home: string, onErrorText?: (text: string) => void): ProgramFiles {
  const isBuilt = root.pathname.endsWith('/out/')
  const path = (name: string) => fileURLToPath(new URL(name, root))
  const samplesFolder = path(isBuilt ? '../samples' : 'samples')
  const env = { CONSILIUM_HOME: home, CONSILIUM_SAMPLES: samplesFolder }
  return {
    startProcess: (entry, { heapMb }) =>
      forkChild(path(`${ENTRIES[entry]}${isBuilt ? '.js' : '.ts'}`), { heapMb, env, onErrorText }),
    windowFolder: path(isBuilt ? 'renderer' : 'out/renderer'),
    samplesFolder,
    benchFile: path(isBuilt ? '../bench/main.ts' : 'bench/main.ts'),
  }
}
