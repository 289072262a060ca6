import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { engineEnvironment } from '../processes/child-environment.ts'
import type { EntryName, StartProcess } from '../processes/child.ts'
import { forkChild } from '../processes/fork-child.ts'

/** Where the parts of this program lie: in the sources, in the build, or in the packaged app. */
export type ProgramFiles = {
  readonly startProcess: StartProcess
  /** The built window. */
  readonly windowFolder: string
  readonly samplesFolder: string
  readonly fontsFolder: string
  /** The knowledge packs that come with the program, a folder each. */
  readonly packsFolder: string
  /** Names and ordinary words, by which identifiers are found. */
  readonly wordListsFile: string
  /** The worker in which rules run. */
  readonly kernelFile: string
  /** Tesseract's data, one file a language. */
  readonly ocrDataFolder: string
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
  const packsFolder = path(isBuilt ? 'packs' : 'kb/packs')
  const wordListsFile = path(isBuilt ? 'words.txt.br' : 'disclosure/words/words.txt.br')
  const ocrDataFolder = ocrDataIn(path(isBuilt ? '' : 'out/'))
  const env = {
    CONSILIUM_HOME: home,
    CONSILIUM_SAMPLES: samplesFolder,
    CONSILIUM_FONTS: fontsFolder,
    CONSILIUM_PACKS: packsFolder,
    CONSILIUM_WORDS: wordListsFile,
    CONSILIUM_OCR_DATA: ocrDataFolder,
  }
  return {
    startProcess: (entry, { heapMb, staysLocked = false }) =>
      forkChild(path(`${ENTRIES[entry]}${isBuilt ? '.js' : '.ts'}`), {
        heapMb,
        env: entry === 'engine' ? { ...engineEnvironment(process.env), ...env, ...lockedIf(staysLocked) } : {},
        onErrorText: entry === 'engine' ? onErrorText : undefined,
      }),
    windowFolder,
    samplesFolder,
    fontsFolder,
    packsFolder,
    wordListsFile,
    kernelFile: path(`assistant/rules/kernel/kernel-worker${isBuilt ? '.js' : '.ts'}`),
    ocrDataFolder,
    benchFile: path(isBuilt ? '../bench/main.ts' : 'bench/main.ts'),
  }
}

/** What the engine is told of whether it may open its home unasked (`assistant/engine.ts`). */
export function lockedIf(staysLocked: boolean): Readonly<Record<string, string>> {
  return staysLocked ? { CONSILIUM_STAYS_LOCKED: '1' } : {}
}

/** The fonts that pdf.js draws with, among the files of the built window, also serve to write PDFs. */
export function fontsIn(windowFolder: string): string {
  return join(windowFolder, 'pdfjs/standard_fonts')
}

/** Where the build puts Tesseract's data. Tesseract opens its files itself, and knows nothing of Electron's archives. */
export function ocrDataIn(builtFolder: string): string {
  return join(builtFolder, 'ocr-data').replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
}
