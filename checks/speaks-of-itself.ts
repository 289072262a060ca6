const OF_ITSELF =
  /^(?:this|the above) (?:summary|overview|answer|response) (?:also )?(?:includes?|provides?|covers?|contains?|gives?|highlights?|outlines?|describes?|reflects?|captures?|is based)\b/i

/** "This summary provides a comprehensive overview": about the answer, not about the matter. Small models fill up with it. */
export function speaksOfItself(sentence: string): boolean {
  return OF_ITSELF.test(sentence.trim())
}
