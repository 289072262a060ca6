import type { DocxCounts } from './docx-story.ts'
import { flowWarnings } from './flow-warnings.ts'

/** What was met on the way, in plain sentences. */
export function docxWarnings(counts: DocxCounts): string[] {
  return [
    ...flowWarnings(counts),
    counts.pictures > 0 && `${counts.pictures} pictures or charts: text inside pictures is not read.`,
    counts.unknownSymbols > 0 && `${counts.unknownSymbols} signs of a symbol font are not known.`,
    counts.subdocuments > 0 &&
      `${counts.subdocuments} parts of this master document lie in files of their own: add them as well.`,
    counts.fieldCharacters > 0 && `${counts.fieldCharacters} characters stand in fields that never end.`,
  ].filter((warning) => warning !== false)
}
