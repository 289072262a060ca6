import type { DocxCounts } from './docx-story.ts'

/** What was met on the way, in plain sentences. */
export function docxWarnings(counts: DocxCounts): string[] {
  const { insertions, deletions } = counts
  return [
    counts.cutParts > 0 && 'The file is damaged: a part of it ends in the middle; what stood behind it is missing.',
    counts.hiddenCharacters > 0 && `${counts.hiddenCharacters} characters are hidden text and were left out.`,
    insertions + deletions > 0 &&
      `Tracked changes were read as accepted (${insertions} insertions, ${deletions} deletions); each is reported behind its paragraph.`,
    counts.formatChanges > 0 && `${counts.formatChanges} tracked changes are of format only.`,
    counts.struckCharacters > 0 &&
      `${counts.struckCharacters} characters are struck through by hand; they are part of the text.`,
    counts.pictures > 0 && `${counts.pictures} pictures or charts: text inside pictures is not read.`,
    counts.unknownSymbols > 0 && `${counts.unknownSymbols} signs of a symbol font are not known.`,
    counts.subdocuments > 0 &&
      `${counts.subdocuments} parts of this master document lie in files of their own: add them as well.`,
    counts.fieldCharacters > 0 && `${counts.fieldCharacters} characters stand in fields that never end.`,
  ].filter((warning) => warning !== false)
}
