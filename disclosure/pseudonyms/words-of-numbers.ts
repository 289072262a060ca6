const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const ORDINAL =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINAL_TENS = 'twentieth thirtieth'.split(' ')

/** A number under a hundred as English words, "twenty-first" too; null for anything else. */
export function smallNumber(words: readonly string[]): number | null {
  const [first = '', second, ...more] = words
  if (more.length > 0) return null
  if (second === undefined) return oneWord(first)
  const tens = TENS.indexOf(first)
  const unit = oneWord(second)
  return tens >= 0 && unit !== null && unit > 0 && unit < 10 ? (tens + 2) * 10 + unit : null
}

function oneWord(word: string): number | null {
  const found = [SMALL.indexOf(word), ORDINAL.indexOf(word)].find((index) => index >= 0)
  if (found !== undefined) return found
  const tens = [TENS.indexOf(word), ORDINAL_TENS.indexOf(word)].find((index) => index >= 0)
  return tens === undefined ? null : (tens + 2) * 10
}

/** "two thousand and nineteen", "nineteen ninety-nine", "nineteen hundred and four"; null for anything else. */
export function yearInWords(words: readonly string[]): number | null {
  const plain = words.filter((word) => word !== 'and' && word !== 'hundred')
  if (plain[0] === 'two' && plain[1] === 'thousand') return withRest(2000, plain.slice(2))
  const century = smallNumber(plain.slice(0, 1))
  return century === 19 || century === 20 ? withRest(century * 100, plain.slice(1)) : null
}

function withRest(start: number, words: readonly string[]): number | null {
  if (words.length === 0) return start
  const rest = smallNumber(words)
  return rest === null ? null : start + rest
}
