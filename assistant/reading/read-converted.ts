import { mediaTypeWords } from '../../library/read/media-type.ts'
import { ReadFailedError, type UnreadType } from '../../library/read/read-failure.ts'
import type { Notice } from '../../contract/document.ts'
import { message, sentences } from '../../wording/message.ts'
import { warning } from '../../library/read/read-warning.ts'
import type { LibreOffice } from './libreoffice/create-libreoffice.ts'
import { type ReadContent, type ReadText, type ReadTextOptions, readTextVersion } from './read-text-version.ts'

export type ReadConvertedOptions = ReadTextOptions & {
  readonly office: LibreOffice
  /** Whether the user lets LibreOffice convert the files of this matter. */
  readonly mayConvert: boolean
}

/**
 * As `readTextVersion`; a document of a type that has no reader here is first converted by LibreOffice, where it may be, and
 * says so. Its text is that of what LibreOffice made. Throws `ReadFailedError`, which says what the user can do.
 */
export async function readConverted(options: ReadConvertedOptions, signal: AbortSignal): Promise<ReadText> {
  const { office, mayConvert, content } = options
  try {
    return await readTextVersion(options, signal)
  } catch (error) {
    const unread = error instanceof ReadFailedError ? error.unread : undefined
    if (!unread || !office.canConvert(unread.mediaType)) throw error
    if (!mayConvert || (await office.state()).file === null) throw await notConverted(unread, options)
    const converted = await office.convert({ ...content, mediaType: unread.mediaType }, signal)
    const made: ReadContent = { ...converted, sizeBytes: converted.bytes.length, chunks: () => [converted.bytes] }
    const read = await readTextVersion({ ...options, content: made }, signal)
    return { ...read, mediaType: unread.mediaType, warnings: [...announced(unread, converted.by), ...read.warnings] }
  }
}

function announced({ nameWarning }: UnreadType, by: string): readonly Notice[] {
  const told = warning('converted', message('reading.notices.converted', { by }))
  return nameWarning === null ? [told] : [nameWarning, told]
}

async function notConverted(
  { mediaType }: UnreadType,
  { office, mayConvert }: ReadConvertedOptions,
): Promise<ReadFailedError> {
  const { words, saveAs = ['PDF'] } = mediaTypeWords(mediaType)
  const { file } = await office.state()
  const todo = file !== null ? 'allowLibreOffice' : mayConvert ? 'missingLibreOffice' : 'installLibreOffice'
  const what = message('unread.kindsItself', { kind: message(`unread.plurals.${words}`) })
  const said = sentences(what, message(`unread.advice.${todo}`, { formats: { any: saveAs } }))
  return new ReadFailedError({ code: 'unsupported', message: said, retry: true })
}
