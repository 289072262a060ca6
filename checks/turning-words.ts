const TURNING =
  /\b(?:no|not|never|none|nor|neither|without|unless|except|only|may|might|must|shall|should|can|could|cannot|nicht|kein\p{L}*)\b|n't\b/giu

/** The words of a text that no content word tells, and that turn a sentence round, as one comparable string. */
export function turningWords(text: string): string {
  // "May" is a month.
  const words = (text.match(TURNING) ?? []).filter((word) => word !== 'May')
  return words
    .map((word) => word.toLowerCase())
    .toSorted()
    .join(' ')
}
