/** Phrases that have a word of a red-flag topic and are of something else. */
const NOT_MEANT =
  /\b(?:(?:cardiac|respiratory|cardiopulmonary|sinus|growth) arrests?|(?:two|four|2|4|brush|key|back|breast)[ -]?strokes?|strokes? (?:volume|work|index|engine|length)s?|chain of custody|septic (?:tank|system|drain)s?|detain(?:ed)? (?:the )?(?:goods|cargo|vehicle|vessel|ship|parcel)s?|bail(?:ed)? out|custody of (?:the |all |any |these |those |our |his |her |its |their )?(?:\p{L}+ )?(?:documents?|files?|records?|deeds?|goods|keys?|samples?|assets?|money|funds?|evidence|property|securities))\b/giu

/** A question without them. */
export function withoutNotMeant(question: string): string {
  return question.replace(NOT_MEANT, ' , ')
}
