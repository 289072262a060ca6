import { type ReadWarning, warning } from '../read-warning.ts'

/** What all word-processing formats count; a format that cannot have something leaves it out. */
export type FlowCounts = {
  /** Parts that end before their last element does. */
  readonly cutParts?: number
  readonly hiddenCharacters: number
  readonly insertions: number
  readonly deletions: number
  readonly formatChanges?: number
  readonly struckCharacters: number
}

/** What was met on the way, in plain sentences. */
export function flowWarnings(counts: FlowCounts): ReadWarning[] {
  const { cutParts = 0, hiddenCharacters, insertions, deletions, formatChanges = 0, struckCharacters } = counts
  return [
    cutParts > 0 &&
      warning('damaged', 'The file is damaged: a part of it ends in the middle; what stood behind it is missing.'),
    hiddenCharacters > 0 && warning('hidden-text', `${hiddenCharacters} characters are hidden text and were left out.`),
    insertions + deletions > 0 &&
      warning(
        'tracked-changes',
        `Tracked changes were read as accepted (${insertions} insertions, ${deletions} deletions); each is reported behind its paragraph.`,
      ),
    formatChanges > 0 && warning('tracked-changes', `${formatChanges} tracked changes are of format only.`),
    struckCharacters > 0 &&
      warning('struck-text', `${struckCharacters} characters are struck through by hand; they are part of the text.`),
  ].filter((one) => one !== false)
}
