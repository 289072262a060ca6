/** What says the same of a duty, a permission, a denial or an exception, each class by itself; number words and "May" are none. */
const CLASSES: readonly RegExp[] = [
  /\b(?:shall|must|(?:has|have|had|is|are|was|were) (?:to(?! be (?:found|seen))|obliged to|required to|bound to))\b/gi,
  /\b(?:(?!May\b)may|can|could|might|cannot|(?:is|are|was|were) (?:allowed|permitted|entitled|free) to)\b/gi,
  /\b(?:should|ought to)\b/gi,
  /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|nicht|kein\p{L}*)\b|n['’]t\b/giu,
  /\b(?:unless|except|save (?:for|that|where))\b/gi,
  /\b(?:only|solely|alone|exclusively)\b/gi,
]

/**
 * Whether two texts oblige, permit, deny and except alike: the same of each, however it is worded ("shall" is "must", "can" is "may").
 * What one of them has more often may still turn the sense round, so this is stricter than sense: it says no where it cannot tell.
 */
export function turnsAlike(one: string, other: string): boolean {
  return CLASSES.every((words) => countOf(one, words) === countOf(other, words))
}

function countOf(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0
}
