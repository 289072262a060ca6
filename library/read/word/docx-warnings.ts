import type { DocxCounts } from './docx-story.ts'
import { flowWarnings } from './flow-warnings.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

/** What was met on the way, in plain sentences. */
export function docxWarnings(counts: DocxCounts): ReadWarning[] {
  return [
    ...flowWarnings(counts),
    counts.pictures > 0 &&
      warning('pictures', `${counts.pictures} pictures or charts: text inside pictures is not read.`),
    counts.unknownSymbols > 0 && warning('encoding', `${counts.unknownSymbols} signs of a symbol font are not known.`),
    counts.subdocuments > 0 &&
      warning(
        'not-read',
        `${counts.subdocuments} parts of this master document lie in files of their own: add them as well.`,
      ),
    counts.fieldCharacters > 0 &&
      warning('damaged', `${counts.fieldCharacters} characters stand in fields that never end.`),
  ].filter((one) => one !== false)
}
