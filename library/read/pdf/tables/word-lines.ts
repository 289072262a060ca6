import type { FoundWord } from '../word-aligner.ts'

/** Words that follow each other on a line with no more than spaces between them. */
export type Phrase = {
  readonly words: readonly FoundWord[]
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type WordLine = {
  readonly phrases: readonly Phrase[]
  readonly top: number
  readonly bottom: number
}

/** Parts of a line this far apart, in heights of the letters, stand in columns of their own. */
const COLUMN_GAP = 0.7
/** Pieces closer than this are one word ("851" and ".5"). */
const WORD_GAP = 0.12

/** The lines of a page from above, each with its phrases from the left, parted at gaps of `columnGap` heights. */
export function wordLines(words: readonly FoundWord[], columnGap = COLUMN_GAP): readonly WordLine[] {
  const lines: FoundWord[][] = []
  let middle = -Infinity
  for (const word of words.filter(({ height }) => height > 0).toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const line = lines.at(-1)
    if (line && middleOf(word) - middle < Math.min(word.height, line[0]!.height) / 2) line.push(word)
    else {
      lines.push([word])
      middle = middleOf(word)
    }
  }
  return lines.map((line) => {
    const phrases = phrasesOf(line, columnGap)
    return { phrases, ...extent(phrases) }
  })
}

/** Parts of a line, from the left, at gaps that are wider than spaces. */
function phrasesOf(line: readonly FoundWord[], columnGap: number): readonly Phrase[] {
  const phrases: FoundWord[][] = []
  let right = -Infinity
  for (const word of line.toSorted((a, b) => a.x - b.x)) {
    if (phrases.length > 0 && word.x - right < word.height * columnGap) phrases.at(-1)!.push(word)
    else {
      phrases.push([word])
      right = -Infinity
    }
    right = Math.max(right, word.x + word.width)
  }
  return phrases.map(phraseOf)
}

/** `words` in order. */
export function phraseOf(words: readonly FoundWord[]): Phrase {
  let text = ''
  let before: FoundWord | undefined
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const word of words) {
    const { x, y, width, height } = word
    const isOne = before && Math.abs(x - (before.x + before.width)) < height * WORD_GAP
    text += text === '' || isOne ? word.text : ` ${word.text}`
    left = Math.min(left, x)
    right = Math.max(right, x + width)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + height)
    before = word
  }
  return { words, text, left, right, top, bottom }
}

/** Of two lines of a cell, the upper first. */
export function bothPhrases(one: Phrase, other: Phrase): Phrase {
  return { ...phraseOf([...one.words, ...other.words]), text: `${one.text} ${other.text}` }
}

function extent(phrases: readonly Phrase[]): { readonly top: number; readonly bottom: number } {
  return {
    top: Math.min(...phrases.map(({ top }) => top)),
    bottom: Math.max(...phrases.map(({ bottom }) => bottom)),
  }
}

function middleOf({ y, height }: FoundWord): number {
  return y + height / 2
}
