import { constants } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import type { LibreOfficeState } from '../../../contract/document.ts'
import type { MediaType } from '../../../library/read/media-type.ts'
import { runProgram } from '../../../processes/run-program.ts'
import { createTurns } from '../../../store/turns.ts'
import { type ConversionFolders, createConversionFolders } from './conversion-folders.ts'
import { CONVERSION_LIMITS, type ConversionLimits, convertDocument } from './convert-document.ts'
import { type Conversion, CONVERSIONS, officeEnvironment, WITHOUT_NETWORK } from './office-command.ts'

type ToConvert = {
  readonly mediaType: MediaType
  readonly sizeBytes: number
  readonly chunks: () => Iterable<Uint8Array>
}

type Converted = {
  readonly bytes: Buffer
  /** With the ending of what it is now. */
  readonly name: string
  /** "LibreOffice 7.4.7.2". */
  readonly by: string
}

/** LibreOffice as the last resort for what has no reader here. It is the user's own program: never installed, never shipped. */
export interface LibreOffice {
  /** Looked for anew each time: it may be installed while we run. */
  state(): Promise<LibreOfficeState>
  canConvert(mediaType: MediaType): boolean
  /** One document at a time. Throws `ReadFailedError`, or the reason of `signal`. */
  convert(document: ToConvert, signal: AbortSignal): Promise<Converted>
  /** Removes what conversions of a process that was killed have left. Before the first conversion. */
  clean(): Promise<void>
}

type LibreOfficeOptions = {
  readonly home: string
  readonly environment: NodeJS.ProcessEnv
  readonly limits?: ConversionLimits
  readonly folders?: ConversionFolders
}

const QUICK_MS = 10_000

export function createLibreOffice({ home, environment, ...more }: LibreOfficeOptions): LibreOffice {
  const { limits = CONVERSION_LIMITS, folders = createConversionFolders(home) } = more
  const inTurn = createTurns()
  const versions = new Map<string, Promise<string | null>>()
  let isCutOff: Promise<boolean> | undefined

  const found = async () => {
    const file = await findLibreOffice(environment)
    if (file === null) return { file, version: null }
    if (!versions.has(file)) versions.set(file, versionOf(file, folders))
    const version = (await versions.get(file)) ?? null
    // One that did not start may do so later.
    if (version === null) versions.delete(file)
    return { file, version }
  }
  const cutOff = () => (isCutOff ??= canCutOff())

  async function convertNow(document: ToConvert, conversion: Conversion, signal: AbortSignal): Promise<Converted> {
    const { file, version } = await found()
    if (file === null) throw new Error('expected LibreOffice to be on this computer')
    await using folder = await folders.make(document.sizeBytes)
    const options = { ...document, conversion, program: file, isCutOff: await cutOff(), limits }
    const bytes = await convertDocument(options, folder, signal)
    return {
      bytes,
      name: `document.${conversion.target}`,
      by: version === null ? 'LibreOffice' : `LibreOffice ${version}`,
    }
  }

  return {
    async state() {
      const network = (await cutOff()) ? 'cut' : 'told'
      return { ...(await found()), workingCopies: await folders.place(0), network }
    },
    canConvert: (mediaType) => CONVERSIONS[mediaType] !== undefined,
    convert(document, signal) {
      const conversion = CONVERSIONS[document.mediaType]
      if (!conversion) throw new TypeError(`expected a type that LibreOffice converts, got ${document.mediaType}`)
      return inTurn(() => convertNow(document, conversion, signal))
    },
    clean: folders.clean,
  }
}

async function versionOf(file: string, folders: ConversionFolders): Promise<string | null> {
  await using folder = await folders.make(0)
  const output = await printed(file, ['--version'], folder.path)
  return /LibreOffice\s+(\d[\d.]*)/.exec(output ?? '')?.[1] ?? null
}

/** Whether the system lets us give a program a network of its own, in which nothing is (Linux, where users may). */
async function canCutOff(): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const [file = '', ...words] = WITHOUT_NETWORK
  return (await printed(file, [...words, 'true'], tmpdir())) !== null
}

/** What a program prints, null where it fails. */
async function printed(file: string, words: readonly string[], folder: string): Promise<string | null> {
  const environment = officeEnvironment(folder)
  const quick = { limitMs: QUICK_MS, watch: async () => null, onStart: async () => {} }
  const end = await runProgram({ file, words, environment, folder, ...quick }, AbortSignal.timeout(QUICK_MS)).catch(
    () => null,
  )
  return end?.why === 'ended' && end.code === 0 ? end.output : null
}

const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice']

/** Versions installed side by side, each in a folder of its own. */
const FOLDERS_OF_VERSIONS = ['/opt']

/**
 * The program file of LibreOffice: what `CONSILIUM_LIBREOFFICE` names, else in the PATH, else where it is usually installed.
 * Null where it is not; a variable that names no program turns the search off.
 */
export async function findLibreOffice(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const named = environment.CONSILIUM_LIBREOFFICE
  if (named !== undefined) return (await isProgram(named)) ? named : null
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  for (const folder of [...folders, ...usualFolders(environment), ...(await versionFolders())])
    for (const name of NAMES) if (await isProgram(join(folder, name))) return join(folder, name)
  return null
}

function usualFolders({ ProgramFiles, 'ProgramFiles(x86)': older }: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'win32')
    return [ProgramFiles, older].flatMap((folder) => (folder ? [join(folder, 'LibreOffice', 'program')] : []))
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS']
  return ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', '/usr/lib64/libreoffice/program']
}

async function versionFolders(): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of process.platform === 'linux' ? FOLDERS_OF_VERSIONS : []) {
    const names = await readdir(folder).catch(() => [])
    const versions = names.filter((name) => /^libreoffice/i.test(name)).toSorted()
    found.push(...versions.toReversed().map((name) => join(folder, name, 'program')))
  }
  return found
}

async function isProgram(file: string): Promise<boolean> {
  // Snaps see neither the folders in memory nor the hidden ones.
  if (!isAbsolute(file) || file.startsWith('/snap/')) return false
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
