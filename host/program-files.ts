import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EntryName, StartProcess } from '../processes/child.ts'
import { forkChild } from '../processes/fork-child.ts'

/** Where the parts of this program lie: in the sources, in the build, or in the packaged app. */
export type ProgramFiles = {
  readonly startProcess: StartProcess
  /** The built window. */
  readonly windowFolder: string
  readonly samplesFolder: string
  readonly fontsFolder: string
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
 * Child processes are told where the home is; `onErrorText` receives what the engine writes to standard error.
 */
export function programFiles(root: URL, home: string, onErrorText?: (text: string) => void): ProgramFiles {
  const isBuilt = root.pathname.endsWith('/out/')
  const path = (name: string) => fileURLToPath(new URL(name, root))
  const samplesFolder = path(isBuilt ? '../samples' : 'samples')
  const windowFolder = path(isBuilt ? 'renderer' : 'out/renderer')
  const fontsFolder = fontsIn(windowFolder)
  const env = { CONSILIUM_HOME: home, CONSILIUM_SAMPLES: samplesFolder, CONSILIUM_FONTS: fontsFolder }
  return {
    startProcess: (entry, { heapMb }) =>
      forkChild(path(`${ENTRIES[entry]}${isBuilt ? '.js' : '.ts'}`), {
        heapMb,
        env,
        onErrorText: entry === 'engine' ? onErrorText : undefined,
      }),
    windowFolder,
    samplesFolder,
    fontsFolder,
    benchFile: path(isBuilt ? '../bench/main.ts' : 'bench/main.ts'),
  }
}

/** The fonts that pdf.js draws with, among the files of the built window, also serve to write PDFs. */
export function fontsIn(windowFolder: string): string {
  return join(windowFolder, 'pdfjs/standard_fonts')
}
