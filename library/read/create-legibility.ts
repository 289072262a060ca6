import type { ReadPage } from './read-page.ts'
import { type ReadWarning, warning } from './read-warning.ts'

/** Looks at how well the pages of one document were recognised. */
export interface Legibility {
  note(page: ReadPage): void
  warnings(): readonly ReadWarning[]
}

/** Clean print reads with 90 and more (mean over the letters of a page); below this, words are wrong on every line. */
const HARD_TO_READ = 75
const NAMED_PAGES = 10

export function createLegibility(): Legibility {
  const hard: (number | null)[] = []
  return {
    note(page) {
      if (page.state === 'ocr' && meanConfidence(page) < HARD_TO_READ) hard.push(page.page)
    },
    warnings() {
      if (hard.length === 0) return []
      const named = hard.slice(0, NAMED_PAGES).join(', ')
      const more = hard.length > NAMED_PAGES ? ` and ${hard.length - NAMED_PAGES} more` : ''
      const pages = hard.length === 1 ? `Page ${named} is` : `Pages ${named}${more} are`
      return [warning('low-confidence', `${pages} hard to read: compare the words with the picture.`)]
    },
  }
}

function meanConfidence({ words: { starts, ends, confidences } }: ReadPage): number {
  if (!confidences) return 100
  let letters = 0
  let sure = 0
  for (const [word, confidence] of confidences.entries()) {
    const length = (ends[word] ?? 0) - (starts[word] ?? 0)
    letters += length
    sure += length * confidence
  }
  return letters === 0 ? 100 : sure / letters
}
