import { normalise } from '../../text/normalise.ts'

/** A word, number or sign of a text, folded as `normalise` does it; UTF-16 offsets into the text. */
export type QuoteWord = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Written with a capital letter. */
  readonly isCapital: boolean
  /** Put together from two parts around a line break, where nobody knows whether its hyphen belongs to it. */
  readonly isJoined: boolean
}

/**
 * Figures stand apart from letters ("5mg" as "5 mg"), but for one in a long word, which text recognition put there ("Hea1th"); the
 * parts of a hyphenated word stand apart too.
 */
const PART =
  /(?<![\p{L}\p{N}.])(?=[\p{L}\d]{5,}(?![\p{L}\p{N}]))\p{L}*\d\p{L}*(?![\p{L}\p{N}.]\d)|(?<![\p{L}\d])\.\d+|\d+(?:\.\d+)*|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[^\p{L}\p{M}\p{N}\s.']/gu
const FIGURES = /^\.?\d/

/** The words of a text in order. A dash counts only beside figures, as a range or a minus. */
export function quoteWords(original: string): readonly QuoteWord[] {
  const { text, starts, ends } = normalise(original)
  const words = [...text.matchAll(PART)].map(({ 0: part, index }): QuoteWord => {
    const [start, end] = [starts[index] as number, ends[index + part.length - 1] as number]
    const written = original.slice(start, end)
    return { text: part, start, end, isCapital: /^\p{Lu}/u.test(written), isJoined: /\p{L}.*\n/su.test(written) }
  })
  const isFigures = (at: number) => FIGURES.test(words[at]?.text ?? '')
  return words.filter(({ text: word }, at) => word !== '-' || isFigures(at - 1) || isFigures(at + 1))
}
