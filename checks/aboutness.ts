import { contentWords, wordStem } from '../text/words.ts'

/** Words of questions that do not say what is asked for. */
const SAYS_LITTLE = new Set(
  'many much long date day time number score value amount level result get give given need take taken make still calculate compute tell show high good well'.split(
    ' ',
  ),
)

/** The greatest share, 0 to 1, of the words of one of the phrases that stand in the text. */
export function aboutness(text: string, phrases: readonly string[]): number {
  const words = new Set(stems(text))
  const shares = phrases.map((phrase) => {
    const wanted = [...new Set(stems(phrase))]
    return wanted.length === 0 ? 0 : wanted.filter((word) => words.has(word)).length / wanted.length
  })
  return Math.max(0, ...shares)
}

/** Whether a text has all the words of a name; one without a word that says anything is in every text. */
export function isNamedIn(text: string, name: string): boolean {
  return stems(name).length === 0 || aboutness(text, [name]) === 1
}

function stems(text: string): readonly string[] {
  return contentWords(text)
    .filter((word) => !SAYS_LITTLE.has(word))
    .map(wordStem)
}
