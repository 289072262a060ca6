import { sha256 } from '../home/sha256.ts'

/** What tells one question from another in every set: the hash of its words, however they are spaced. */
export function questionKey(question: string): string {
  const words = question.trim().replace(/\s+/g, ' ').toLowerCase()
  return sha256(words).slice(0, 16)
}
