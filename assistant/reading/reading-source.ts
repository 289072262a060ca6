import type { JsonSettings } from '../../store/stored-json.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { TextVersion } from '../../store/matter/text-versions.ts'
import { optionsKey, optionsOf, type OwnWay } from './ocr-request.ts'
import { READING_VERSION } from './read-text-version.ts'

/** What a reading of a document depends on: its bytes, the readers, and how its scanned pages are read. */
export function readingSource(
  settings: JsonSettings,
  { sha256, ...own }: Pick<DocumentRow, 'sha256'> & OwnWay,
): Pick<TextVersion, 'sha256' | 'reader' | 'options'> {
  return { sha256, reader: `consilium ${READING_VERSION}`, options: optionsKey(optionsOf(settings, own)) }
}
