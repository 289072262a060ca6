/** What says the same of a duty, a permission, advice, a denial, an exception or a limit, each by itself. */
const CLASSES: readonly RegExp[] = [
  /\b(?:shall|must|(?:has|have|had|is|are|was|were) (?:to|obliged to|required to|bound to))\b/gi,
  /\b(?:may|can|could|might|cannot|(?:is|are|was|were) (?:allowed|permitted|entitled|free) to)\b/gi,
  /\b(?:should|ought to)\b/gi,
  /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|nicht|kein\p{L}*)\b|n['’]t\b/giu,
  /\b(?:unless|except|save (?:for|that|where))\b/gi,
  /\b(?:only|solely|alone|exclusively)\b/gi,
]

/**
 * Whether two texts oblige, permit, deny and except alike: as much of each, however it is worded ("shall" is "must", "can" is "may").
 * It says no where it cannot tell: what one of them has more of may still leave the sense as it is.
 */
export function turnsAlike(one: string, other: string): boolean {
  return CLASSES.every((words) => countOf(one, words) === countOf(other, words))
}

/** "May" is a month. */
function countOf(text: string, words: RegExp): number {
  return (text.match(words) ?? []).filter((word) => word !== 'May').length
}
