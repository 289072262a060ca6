/** Letters below this are too few to judge by. */
const LEAST_LETTERS = 200
/** Of the letters of any of the eight languages, more than a third are vowels; a font with a wrong table has hardly any. */
const LEAST_VOWELS = 0.2
/** A third of the words in common is no accident. */
const SHARED_WORDS = 0.3

/** Whether a text layer may be in letters that stand for others, as fonts with a wrong character table give it. */
export function looksGarbled(text: string): boolean {
  const letters = text.match(/[a-z]/gi)?.length ?? 0
  if (letters < LEAST_LETTERS) return false
  return (text.match(/[aeiouy]/gi)?.length ?? 0) < letters * LEAST_VOWELS
}

/** Whether two texts are of the same page, as far as their words tell. */
export function sharesWords(layer: string, recognised: string): boolean {
  const words = wordsIn(layer)
  const seen = new Set(wordsIn(recognised))
  return words.filter((word) => seen.has(word)).length >= words.length * SHARED_WORDS
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
}
