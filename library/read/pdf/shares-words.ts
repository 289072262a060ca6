/** A third of the words in common is no accident. */
const SHARED_WORDS = 0.3

/** Whether two texts are of the same page, as far as their words tell. */
export function sharesWords(layer: string, recognised: string): boolean {
  const words = wordsIn(layer)
  const seen = new Set(wordsIn(recognised))
  return words.filter((word) => seen.has(word)).length >= words.length * SHARED_WORDS
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
}
