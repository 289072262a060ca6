/**
 * What a warning is about, for those that act on it; the text is for people.
 *
 * - `garbled-text`: a text layer that cannot be trusted. `low-confidence`: recognised, and hardly legible.
 * - `hidden-text`: text that nobody sees. `hidden-part`: a hidden sheet, row, column or slide, which was read.
 * - `tracked-changes`, `struck-text`: text that somebody has taken back or not yet agreed to.
 * - `not-recognised`: scanned pages or pictures whose text was not looked for. `missing-ocr-language`: without the data of
 *   a language, or of any. `pictures`: text inside pictures of this format is never read.
 * - `damaged`: a part is missing or broken. `not-read`: a part that is whole, and of a kind that is not read.
 * - `left-out`: files inside that were not taken, for a limit or because they could not be unpacked.
 * - `macros`, `signature`, `copying-forbidden`, `form`: what the file carries and nobody ran, checked, obeyed or filled in.
 * - `encoding`: letters that may be wrong. `layout`: text that may stand in the wrong place or twice.
 * - `converted`: another program made of it what was read.
 * - `formula-without-result`: cells whose value nobody has computed. `file-type`: the name says another kind of file.
 */
export type ReadWarningKind =
  | 'garbled-text'
  | 'low-confidence'
  | 'hidden-text'
  | 'hidden-part'
  | 'tracked-changes'
  | 'struck-text'
  | 'not-recognised'
  | 'missing-ocr-language'
  | 'pictures'
  | 'damaged'
  | 'not-read'
  | 'left-out'
  | 'macros'
  | 'signature'
  | 'copying-forbidden'
  | 'form'
  | 'encoding'
  | 'layout'
  | 'formula-without-result'
  | 'file-type'
  | 'converted'
  | 'other'

/** What the user must know of how a document was read: a plain sentence, and what it is about. */
export type ReadWarning = { readonly kind: ReadWarningKind; readonly text: string }

export function warning(kind: ReadWarningKind, text: string): ReadWarning {
  return { kind, text }
}

/** Each once, in the order in which they first came: parts of a document often say the same. */
export function distinctWarnings(warnings: readonly ReadWarning[]): readonly ReadWarning[] {
  return [...new Map(warnings.map((one) => [one.text, one])).values()]
}
