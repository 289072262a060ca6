import type { ReadPage, ReadRequest } from './read-page.ts'
import { type ReadWarning, warning } from './read-warning.ts'

/** Looks at how well the pages of one document were recognised. */
export interface Legibility {
  /** The page; one that is hard to read says so in what was noticed on it. */
  note(page: ReadPage): ReadPage
  warnings(): readonly ReadWarning[]
}

/** Clean print reads with 90 and more (mean over the letters of a page); below this, words are wrong on every line. */
const HARD_TO_READ = 75
const NAMED_PAGES = 10

/** `noticed`: on pages that were read before, which the warnings cover too. */
export function createLegibility(noticed: ReadRequest['noticed'] = []): Legibility {
  const found = noticed.flatMap(({ page, kinds }) => (kinds.includes('hard') ? [page] : []))
  return {
    note(page) {
      if (page.state !== 'ocr' || meanConfidence(page) >= HARD_TO_READ) return page
      found.push(page.page ?? 1)
      const { kinds = [], words = 0, appendedWords = 0 } = page.noticed ?? {}
      return { ...page, noticed: { kinds: [...kinds, 'hard'], words, appendedWords } }
    },
    warnings() {
      if (found.length === 0) return []
      const hard = found.toSorted((one, other) => one - other)
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
