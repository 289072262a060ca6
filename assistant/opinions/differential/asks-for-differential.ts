/**
 * Does the question ask for a list of what may be, or of arguments, rather than for one answer? By its words alone: what it misses
 * the user asks for.
 */
export function asksForDifferential(question: string): boolean {
  return WORDS.some((words) => words.test(question))
}

const WORDS: readonly RegExp[] = [
  /\bdifferential(?: diagnos[ie]s)?\b(?! (?:equation|pressure|rate|pricing|blood count))/i,
  /\bwhat (?:else )?(?:could|can|might|may|would|does)?\s*(?:best )?explains?\b/i,
  /\bwhat (?:else )?(?:could|can|might|may) (?:be )?(?:the )?(?:cause|causing|behind|underl|it be|this be|account for)/i,
  /\b(?:possible|likely|likeliest|potential) (?:causes?|diagnos[ei]s|explanations?)\b/i,
  /\barguments? (?:for|against|on both sides)\b/i,
  /\b(?:what|which) (?:are the |other )?(?:grounds|arguments|defences|defenses)\b/i,
  /\bgrounds (?:for|to|on which)\b/i,
]
