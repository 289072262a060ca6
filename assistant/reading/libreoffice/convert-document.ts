import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type MediaType, mediaTypeWords } from '../../../library/read/media-type.ts'
import type { ReadFailure } from '../../../contract/document.ts'
import { ReadFailedError } from '../../../library/read/read-failure.ts'
import { type Message, message, sentences } from '../../../wording/message.ts'
import { BYTES_PER_MB } from '../../../library/read/read-limits.ts'
import { type ProgramEnd, runProgram } from '../../../processes/run-program.ts'
import { type ConversionFolder, folderBytes } from './conversion-folders.ts'
import { type Conversion, conversionCommand, IN_FOLDER, officeProfile } from './office-command.ts'

export type ConvertOptions = {
  readonly program: string
  readonly isCutOff: boolean
  readonly mediaType: MediaType
  readonly conversion: Conversion
  /** The document's bytes in order. */
  readonly chunks: () => Iterable<Uint8Array>
  readonly limits: ConversionLimits
}

export type ConversionLimits = {
  /** Measured: 1.5 s for ordinary files, most of it LibreOffice's start. */
  readonly seconds: number
  /** Of the file that is made. */
  readonly resultMb: number
  /** Of everything in the private folder. */
  readonly folderMb: number
}

export const CONVERSION_LIMITS: ConversionLimits = { seconds: 120, resultMb: 100, folderMb: 600 }

/**
 * Lets LibreOffice make of a document what our readers read, in `folder`. Its process has limits of its own and is gone
 * afterwards, whatever happens. Throws `ReadFailedError`, or the reason of `signal`.
 */
export async function convertDocument(
  options: ConvertOptions,
  folder: ConversionFolder,
  signal: AbortSignal,
): Promise<Buffer> {
  const { program, isCutOff, conversion, limits } = options
  await prepare(options, folder)
  const { path } = folder
  const end = await runProgram(
    {
      ...conversionCommand(program, path, conversion, isCutOff),
      folder: path,
      limitMs: limits.seconds * 1000,
      watch: async () => ((await folderBytes(path)) > limits.folderMb * BYTES_PER_MB ? 'size' : null),
      onStart: folder.note,
    },
    signal,
  ).catch((error: NodeJS.ErrnoException) => {
    if (signal.aborted || error.syscall === undefined) throw error
    throw failed('crashed', message('unread.libreOffice.notStarted', { why: error.message }), options, true)
  })
  const result = join(path, IN_FOLDER.result, `document.${conversion.target}`)
  const sizeBytes = await stat(result).then(
    ({ size }) => size,
    () => 0,
  )
  const failure = failureOf(end, sizeBytes, options)
  if (failure) throw failure
  return readFile(result)
}

async function prepare({ conversion, chunks }: ConvertOptions, { path }: ConversionFolder): Promise<void> {
  await mkdir(join(path, IN_FOLDER.profile, 'user'), { recursive: true })
  await mkdir(join(path, IN_FOLDER.result))
  await mkdir(join(path, IN_FOLDER.temporary))
  await writeFile(join(path, IN_FOLDER.profile, 'user', 'registrymodifications.xcu'), officeProfile())
  await using copy = await open(join(path, `document.${conversion.ending}`), 'wx', 0o600)
  for (const chunk of chunks()) await copy.writeFile(chunk)
}

/** LibreOffice ends with 0 also where it could not open the file: only what it made counts. */
function failureOf(end: ProgramEnd, sizeBytes: number, options: ConvertOptions): ReadFailedError | null {
  const { seconds, resultMb } = options.limits
  if (end.why === 'time') return failed('time', message('unread.libreOffice.time', { seconds }), options, true)
  if (end.why === 'watched' || sizeBytes > resultMb * BYTES_PER_MB)
    return failed('gate', message('unread.libreOffice.tooLarge', { limit: resultMb }), options)
  if (end.code !== 0) return failed('crashed', endWords(end.code), options, true)
  if (sizeBytes > 0) return null
  return failed('damaged', message('unread.libreOffice.damaged'), options)
}

function endWords(code: number | null): Message {
  return code === null
    ? message('unread.libreOffice.killed')
    : message('unread.libreOffice.ended', { code: String(code) })
}

function failed(
  code: ReadFailure['code'],
  what: Message,
  { mediaType }: Pick<ConvertOptions, 'mediaType'>,
  retry = false,
): ReadFailedError {
  const { saveAs = ['PDF'] } = mediaTypeWords(mediaType)
  const advice = message('unread.advice.saveAsInProgram', { formats: { any: saveAs } })
  return new ReadFailedError({ code, message: sentences(what, advice), retry })
}
