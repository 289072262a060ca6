const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const LARGE: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 }
const LARGE_WORD = `(?:${Object.keys(LARGE).join('|')})`

const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.slice(1).join('|')})(?!\\p{L})`
const BELOW_THOUSAND = `(?:(?:${BELOW_HUNDRED}|an?)[ -]hundred(?!\\p{L})(?: (?:and )?${BELOW_HUNDRED})?|${BELOW_HUNDRED})`
const THOUSANDS = `(?:${BELOW_THOUSAND}|an?)[ -]${LARGE_WORD}(?!\\p{L})`
/** "One" alone is more often a pronoun. */
const NUMBER_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${THOUSANDS}(?:,? (?:and )?${THOUSANDS})*(?: (?:and )?${BELOW_THOUSAND})?|(?!one(?![ -]hundred))${BELOW_THOUSAND})(?!\\p{L})`,
  'giu',
)

/** The English numbers in words of a text, "six" and "one hundred and twenty thousand", with their values. */
export function numberWordsIn(text: string): readonly { readonly value: number; readonly match: RegExpExecArray }[] {
  return [...text.matchAll(NUMBER_WORDS)].map((match) => ({ value: valueOf(match[0].toLowerCase()), match }))
}

function valueOf(words: string): number {
  let [all, below] = [0, 0]
  for (const word of words.match(/\p{L}+/gu) ?? []) {
    const times = LARGE[word]
    if (times !== undefined) [all, below] = [all + Math.max(below, 1) * times, 0]
    else if (word === 'hundred') below = Math.max(below, 1) * 100
    else below += Math.max(UNITS.indexOf(word), (TENS.indexOf(word) + 2) * 10 * Number(TENS.includes(word)), 0)
  }
  return all + below
}
