import { characterCount } from '../character-count.ts'

/** More unreadable characters than this, and the page's text layer is not to be trusted. */
const ODD_SHARE = 0.1
/** UTF-8 taken for Latin-1: a pair of such characters stands for each letter with an accent, and each curly quote. */
const MOJIBAKE = /[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac./g
const LEAST_MOJIBAKE = 3
const MOJIBAKE_SHARE = 0.005
/**
 * The letters e, a, i, o, n, r, s, t make 55 to 69 % of ten languages from English to Vietnamese, and 50 % or more of
 * 195 pages of real PDFs. Where letters stand for others it is mostly less than 45 %.
 */
const COMMON_LETTERS = new Set('eaionrst')
const LEAST_COMMON_SHARE = 0.45
/** Statistics of fewer letters say nothing. */
const LEAST_LETTERS = 100
const LEAST_WORD = 4
/** Less of the letters in Latin words, and the page is in another script or hardly has sentences. */
const LATIN_SHARE = 0.5
const ASCII = /^[\t\n\r -~]*$/

/**
 * Whether a page's text layer is not what is printed: replacement and private-use characters of fonts without a usable
 * character table, letters that stand for other letters, characters decoded twice.
 */
export function isGarbled(text: string): boolean {
  if (ASCII.test(text)) return hasUncommonLetters(text)
  const length = characterCount(text)
  // oxlint-disable-next-line no-control-regex -- control characters are the sign that is looked for
  const odd = text.match(/[\uFFFD\uE000-\uF8FF\u0001-\u0008\u000E-\u001F]/g)?.length ?? 0
  const mojibake = text.match(MOJIBAKE)?.length ?? 0
  if (odd > length * ODD_SHARE || (mojibake >= LEAST_MOJIBAKE && mojibake > length * MOJIBAKE_SHARE)) return true
  return hasUncommonLetters(text.normalize('NFD').replace(/\p{M}/gu, ''))
}

/** Of longer words with small letters: a table of laboratory values is full of capitals. */
function hasUncommonLetters(text: string): boolean {
  let [all, letters, common] = [0, 0, 0]
  for (const word of text.match(/\p{L}+/gu) ?? []) {
    const isLatin = /^[a-z]+$/i.test(word)
    all += isLatin ? word.length : [...word].length
    if (!isLatin || word.length < LEAST_WORD || !/[a-z]{2}/.test(word)) continue
    letters += word.length
    for (const letter of word.toLowerCase()) if (COMMON_LETTERS.has(letter)) common += 1
  }
  if (letters < LEAST_LETTERS || letters < all * LATIN_SHARE) return false
  return common < letters * LEAST_COMMON_SHARE
}
