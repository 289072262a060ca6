import type { ItemFact } from './items.ts'

const WHAT = String.raw`\b(?:what|which)\b[^?.]*`
const NUMBERS =
  'ages?|amounts?|numbers?|rates?|percentages?|sums?|prices?|salar(?:y|ies)|fines?|scores?|doses?|dosages?|weights?|heights?|temperatures?|pressures?|durations?|lengths?|values?|costs?|rents?|deposits?|fees?'
const KINDS: readonly (readonly [ItemFact['kind'], RegExp])[] = [
  ['time', /\bwhen\b|\bwhat time\b/i],
  ['date', new RegExp(String.raw`\bwhen\b|\bdates? (?:of|on)\b|${WHAT}\b(?:dates?|birth\s?dates?|days?|year)\b`, 'i')],
  [
    'number',
    new RegExp(
      String.raw`\bhow (?:old|long|many|much|often|far|high|big|large|heavy)\b|${WHAT}\b(?:${NUMBERS})\b`,
      'i',
    ),
  ],
  ['name', /\bwho(?:m|se)?\b|\bnames? of\b/i],
]
/** Asks for more than one value. */
const ASKS_FOR_MORE =
  /\b(?:why|how (?:did|does|do|is|was|were|are|has|have|can|could|should)|summari[sz]e|describe|explain|outline|list|reasons?)\b/i

/** The kinds of facts that a question asks for: dates of "when". Null where it asks for words, or for more than such values. */
export function kindsAsked(question: string): ReadonlySet<ItemFact['kind']> | null {
  if (ASKS_FOR_MORE.test(question)) return null
  const kinds = KINDS.filter(([, pattern]) => pattern.test(question)).map(([kind]) => kind)
  return kinds.length === 0 ? null : new Set(kinds)
}

/** "How many ports did he use, and of what size?" */
export function asksForMoreThanCount(question: string): boolean {
  return /\bhow many\b.*\b(?:and|,)\b.*\b(?:what|which|who|whom|whose|when|where|why|how)\b/i.test(question)
}

const HOW_MANY =
  /\bhow many ((?:[\p{L}'’-]+ ){0,5}?[\p{L}'’-]+?)(?= (?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|shall|should|must|may)\b|\?|$)/iu

/** What is counted, "pieces of evidence" of "How many pieces of evidence were shown?"; null where nothing is. */
export function countedIn(question: string): string | null {
  return HOW_MANY.exec(question)?.[1] ?? null
}
