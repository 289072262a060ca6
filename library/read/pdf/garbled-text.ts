/** More unreadable characters than this, and the page's text layer is not to be trusted. */
const ODD_SHARE = 0.1
/** Statistics of fewer letters say nothing: a table of abbreviations looks like noise. */
const LEAST_LETTERS = 100
/** Of the Latin letters of 246 sound pages 28 to 46 % are vowels; in Finnish half, in Hawaiian six of ten. */
const FEWEST_VOWELS = 0.2
const MOST_VOWELS = 0.65
/** Of their words of four letters and more at most 11 % had no vowel or six consonants in a row. */
const UNSPEAKABLE_SHARE = 0.4
/** Less of the letters in such words, and the page is in another script or hardly has sentences. */
const LEAST_SHARE = 0.5
/** UTF-8 taken for Latin-1: a pair of such characters stands for each letter with an accent, and each curly quote. */
const MOJIBAKE = /[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac./g
const LEAST_MOJIBAKE = 3
const MOJIBAKE_SHARE = 0.005

/**
 * Whether a page's text layer is not what is printed: replacement and private-use characters of fonts without a usable
 * character table, letters that stand for other letters, characters decoded twice.
 */
export function isGarbled(text: string): boolean {
  const length = text.replace(/\s+/g, '').length
  // oxlint-disable-next-line no-control-regex -- control characters are the sign that is looked for
  const odd = text.match(/[\uFFFD\uE000-\uF8FF\u0001-\u0008\u000E-\u001F]/g)?.length ?? 0
  const mojibake = text.match(MOJIBAKE)?.length ?? 0
  if (odd > length * ODD_SHARE || (mojibake >= LEAST_MOJIBAKE && mojibake > length * MOJIBAKE_SHARE)) return true
  return isUnspeakable(text.normalize('NFD').replace(/\p{M}/gu, ''))
}

/** By words with small letters only: a table of laboratory values is full of capitals that nobody can pronounce. */
function isUnspeakable(text: string): boolean {
  const words = (text.match(/\p{L}{4,}/gu) ?? []).filter((word) => /^[a-z]+$/i.test(word) && /[a-z]{2}/.test(word))
  const letters = words.join('')
  if (letters.length < LEAST_LETTERS || letters.length < (text.match(/\p{L}/gu)?.length ?? 0) * LEAST_SHARE)
    return false
  const vowels = letters.match(/[aeiouy]/gi)?.length ?? 0
  if (vowels < letters.length * FEWEST_VOWELS || vowels > letters.length * MOST_VOWELS) return true
  const unspeakable = words.filter((word) => !/[aeiouy]/i.test(word) || /[^aeiouy]{6}/i.test(word))
  return unspeakable.length > words.length * UNSPEAKABLE_SHARE
}
