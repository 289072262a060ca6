/** "What is NEWS?", "What does QTc stand for?": what a word means. With "the" it asks for a value: "What is the QTc?" */
const MEANING =
  /^what(?:'s| is| are| does) (?!the\b|his\b|her\b|their\b|my\b|our\b)(?:an? )?[\p{L}\p{N}-]+(?: (?:stand for|mean))?\s*\?*$/iu
const RECORD: readonly RegExp[] = [
  // Who did it, where it stands, why it is so.
  /^(?:who|whose|whom|where|why)\b/i,
  /^(?:please )?(?:summari[sz]e|list|show|find|quote|describe|translate)\b/i,
  // "What did the cardiologist say", "What does clause 12 say", "What was said about".
  /\b(?:what|which|how) (?:do|does|did|was|were)\b.*\b(?:say|says|said|state|stated|conclude|concluded|write|wrote|written|mention|mentioned|record|recorded|note|noted|recommend|recommended)\b/i,
  /\b(?:which|what) (?:documents?|letters?|reports?|notes?|pages?|clauses?|nurse|doctor)\b/i,
  // "Was the pneumonia treated", "When was the creatinine last measured": what happened.
  /^(?:when|how often|how) (?:was|were|did)\b/i,
  /^(?:was|were|did)\b/i,
  /\b(?:wrote|written|write) down\b/i,
]

/**
 * What a question wants that no rule computes: what a word means, or what the documents say has happened. Of a rule's own phrases
 * some look like that ("When was the notice served?"), so that one of the second kind is only a reason to doubt.
 */
export function asksOfRecord(question: string): 'meaning' | 'record' | null {
  const asked = question.trim()
  if (MEANING.test(asked)) return 'meaning'
  return RECORD.some((pattern) => pattern.test(asked)) ? 'record' : null
}
