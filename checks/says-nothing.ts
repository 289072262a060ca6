const DENIALS = [
  /\b(?:is|are|was|were|has|have|been)\s+(?:not|never|n[o']t)\s+(?:been\s+)?(?:explicitly\s+|directly\s+|specifically\s+)?(?:mentioned|stated|specified|given|provided|included|indicated|recorded|described|disclosed|available|known|listed)\b/i,
  /\b(?:no|without)\s+(?:specific\s+|explicit\s+)?(?:information|mention|details?|indication)\b/i,
  /\b(?:does|do|did)(?:\s+not|n't)\s+(?:explicitly\s+|directly\s+|specifically\s+)?(?:say|state|mention|specify|provide|give|include|contain|indicate|disclose|record)\b/i,
  /\b(?:cannot|can't|can not|could not)\s+be\s+(?:determined|answered|found|established)\b/i,
]

/** Whether a sentence says that the sources do not tell, instead of telling something. */
export function saysNothing(sentence: string): boolean {
  return DENIALS.some((denial) => denial.test(sentence))
}
