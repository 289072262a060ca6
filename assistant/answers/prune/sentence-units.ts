import { type Sentence, splitSentences } from '../../../text/sentences.ts'

/** A line that ends in a colon and is no longer than this heads what follows. */
const LABEL_CHARACTERS = 60

/**
 * The pieces of a passage that are kept or left out whole: sentences and lines, a label with what it labels ("Preliminary
 * diagnosis:" is worth nothing alone).
 */
export function sentenceUnits(text: string): readonly Sentence[] {
  const units: Sentence[] = []
  let label: number | null = null
  for (const { start, end } of splitSentences(text)) {
    const from: number = label ?? start
    const isLabel = text[end - 1] === ':' && end - start <= LABEL_CHARACTERS
    label = isLabel ? from : null
    if (!isLabel) units.push({ start: from, end })
  }
  const last = text.trimEnd().length
  return label === null ? units : [...units, { start: label, end: last }]
}
