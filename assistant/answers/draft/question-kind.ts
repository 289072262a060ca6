/** `fact`: one thing is asked for, which stands in one place. `several`: many things, or all there is to say. */
export type QuestionKind = 'fact' | 'several'

const ASKS_FOR_SEVERAL = [
  /\b(summari[sz]e|summary|outline|describe|explain|list|overview|compare|contrast)\b/i,
  /\bhow many\b|\bnumber of\b|\bin total\b|\btotal\b|\baltogether\b/i,
  /\b(what|which) (are|were|is|was)? ?(all )?(the )?\w+(s|ies)\b.*\b(were|are|did|have|has|include)\b/i,
  /\ball (of )?(the|his|her|its|their)\b|\beach of\b|\bany other\b/i,
]

const BEGINS_WITH_IT =
  /(?:^|[,:]\s+)(?:and\s+|then\s+)?(?:please\s+)?(?:(?:can|could|would) you\s+(?:please\s+)?)?(?:briefly\s+)?(?:summari[sz]e|outline|describe|explain)\b/i
const WANTS_A_SUMMARY =
  /\b(?:give|write|provide|make|prepare|need|want|what is)\b[^,.]{0,30}\b(?:summary|outline|overview) of\b/i

const SAYS_HOW_MUCH =
  /\b(?:in|with) (?:just |only )?(?:an?|one|two|1|2) (?:single |short )?(?:sentences?|words?|lines?)\b/i

/** Whether one sentence can hardly be the whole answer: "Summarise the lease", and not "When was summary judgment given?". */
export function asksForAll(question: string): boolean {
  if (SAYS_HOW_MUCH.test(question)) return false
  return BEGINS_WITH_IT.test(question) || WANTS_A_SUMMARY.test(question)
}

/** Told by the words of the question: a small model tells it no better, and costs a call. */
export function questionKind(question: string): QuestionKind {
  return ASKS_FOR_SEVERAL.some((pattern) => pattern.test(question)) ? 'several' : 'fact'
}
