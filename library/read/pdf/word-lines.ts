import type { FoundWord } from './align-words.ts'

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
  for (const word of line.toSorted((a, b) => a.x - b.x)) {
    const last = phrases.at(-1)
    const right = last ? Math.max(...last.map(({ x, width }) => x + width)) : -Infinity
    if (last && word.x - right < word.height * columnGap) last.push(word)
    else phrases.push([word])
  }
  return phrases.map(phraseOf)
}

/** `words` in order. */
export function phraseOf(words: readonly FoundWord[]): Phrase {
  const text = words.reduce((line, word, index) => {
    const before = words[index - 1]
    const isOne = before && Math.abs(word.x - (before.x + before.width)) < word.height * WORD_GAP
    return `${line}${line === '' || isOne ? '' : ' '}${word.text}`
  }, '')
  return {
    words,
    text,
    left: Math.min(...words.map(({ x }) => x)),
    right: Math.max(...words.map(({ x, width }) => x + width)),
    top: Math.min(...words.map(({ y }) => y)),
    bottom: Math.max(...words.map(({ y, height }) => y + height)),
  }
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
