const SAYS_NOTHING = [
  /\b(?:documents?|sources?|passages?|texts?|records?)\b.*\b(?:do(?:es)?|did|has|have)\s?(?:not|n['’]t)\b.*\b(?:mention|specify|state|say|provide|indicate|give|include|contain|disclose)/i,
  /\b(?:is|are|was|were|has been|have been)\s?(?:not|n['’]t)\s+(?:\w+ly\s+)?(?:mentioned|specified|stated|(?:provided|given|indicated|disclosed|available|listed|found) (?:in|by|within) (?:the|this|these))/i,
  /\b(?:no|not enough) (?:specific |explicit )?(?:mention|information|details?|data)\b/i,
]

/**
 * "The document does not mention a fee", "No information is given". Small models say in many ways that they found nothing; such
 * a sentence is no answer, whatever it cites. "No fee was paid" is something.
 */
export function saysNothing(sentence: string): boolean {
  return SAYS_NOTHING.some((pattern) => pattern.test(sentence))
}
