import { baseForm, oneSpelling } from './words.ts'

/** What the forms of one English word end in, behind what they share. "Party" is no form of "part", nor "lessee" of "lessor". */
const ENDINGS = new Set(
  '|s|es|ed|d|e|ing|ies|ied|ying|ion|ions|ation|ations|al|ally|ly|ment|ments|is|ted|ting|tted|tting|ssion|ssions|ned|ning|red|ring|led|ling|ped|ping|bed|bing|ged|ging|ance|ence|t'.split(
    '|',
  ),
)
const SHARED_AT_LEAST = 4
/** Shorter words are the same only with a plural or a past tense. */
const SHORT_ENDINGS = new Set(['', 's', 'es', 'ed', 'd', 'ing'])
const SHORT_AT_LEAST = 3

/**
 * Whether two words, in lower case, are forms of one: "sentenced" and "sentencing", "admission" and "admitted", "colour" and
 * "colors". For English; in other languages only what shares its beginning and one of these endings. Numbers are the same only as
 * they are written.
 */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  if (/\p{N}/u.test(one + other)) return false
  const [short = '', long = ''] = [folded(one), folded(other)].toSorted((a, b) => a.length - b.length)
  if (short === long) return true
  let shared = 0
  while (shared < short.length && short[shared] === long[shared]) shared += 1
  const [rest, more] = [short.slice(shared), long.slice(shared)]
  if (shared >= SHARED_AT_LEAST) return endsAlike(rest, more)
  return shared >= SHORT_AT_LEAST && rest === '' && SHORT_ENDINGS.has(more)
}

/** "y" of "parties" and "party" stands before both endings. */
function endsAlike(rest: string, more: string): boolean {
  if (rest === 'y') return more === 'ies' || more === 'ied'
  return ENDINGS.has(rest) && ENDINGS.has(more)
}

function folded(word: string): string {
  return oneSpelling(baseForm(word.normalize('NFC')))
}
