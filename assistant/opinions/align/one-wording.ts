/** Ways to say the same in which only the words stand otherwise. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:nobody|no ?one|none|nothing)(?: else)? (?:but|except|other than|save)\b/giu, 'only'],
  [/\bnot any\b/giu, 'no'],
  [/\bwithout any\b/giu, 'without'],
  [/\bat once\b/giu, 'immediately'],
  [/\bonce (?:a|per|each|every) day\b/giu, 'once daily'],
  // A particle that stands behind its object: paid the deposit back.
  [
    /\b(pa(?:id|ys?)|g(?:ave|ives?)|turn(?:ed|s)?|sen(?:t|ds?)|carr(?:ied|y|ies)|call(?:ed|s)?) ((?:(?:the|an?|his|her|its|their) )?\p{L}+(?: \p{L}+)?) (back|up|down|off|on)\b/giu,
    '$1 $3 $2',
  ],
  // A pressure as it is spoken.
  [/(?<=\b\d{2,3}) over (?=\d{2,3}\b)/gu, '/'],
]

/** The sentence in one of the wordings that it could have, so that rules need to know one alone. */
export function oneWording(text: string): string {
  return REWORDED.reduce((worded, [pattern, other]) => worded.replace(pattern, other), text)
}
