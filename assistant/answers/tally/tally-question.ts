/** What is to be counted, or added: `of` in the words of the question. */
export type TallyQuestion = { readonly kind: 'count' | 'sum'; readonly of: string }

const COUNT =
  /\bhow many\s+(?<of>.+?)(?=\s+(?:did|do|does|was|were|is|are|has|have|had|can|may|must|shall|will|in all)\b|[?,.]|$)/i
/** "The telephone number of the landlord" is no count. */
const NUMBER_OF =
  /\b(?:the|total|what) number of\s+(?!(?:the|this|that|an?|his|her|its|their)\b)(?<of>.+?)(?=\s+(?:that|who|which|did|was|were|is|are|has|have|taken|made)\b|[?,.]|$)/i
const SUM =
  /\b(?:total|overall|combined) (?:amount|sum|cost|value|price|payments?|damages?)\b|\bsum of\b|\bhow much\b.*\b(?:in total|altogether|in all)\b/i
/** What is measured is stated, not counted. */
const MEASURED =
  /^(?:more |full |whole |working |business |calendar )*(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|times|per ?cent|percent|pounds?|dollars?|euros?|points?|units?|pages?|words?|people|persons?|kilo\w*|grams?|milli\w*|m[gl]|litres?|liters?|met(?:re|er)s?|miles?|tablets?)\b/i

/** Whether a question asks to count or to add, by its words. Null for one that asks for a number which is stated somewhere. */
export function tallyQuestion(question: string): TallyQuestion | null {
  if (SUM.test(question)) return { kind: 'sum', of: '' }
  const of = (COUNT.exec(question) ?? NUMBER_OF.exec(question))?.groups?.of?.trim() ?? ''
  return of === '' || MEASURED.test(of) ? null : { kind: 'count', of }
}
