import { createHash } from 'node:crypto'

/** What tells one question from another in every set: the hash of its words, however they are spaced. */
export function questionKey(question: string): string {
  const words = question.trim().replace(/\s+/g, ' ').toLowerCase()
  return createHash('sha256').update(words).digest('hex').slice(0, 16)
}
