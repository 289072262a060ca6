import { contentWords } from '../../text/words.ts'
import { sha256 } from '../home/sha256.ts'

/** What tells one question from another in every set: the hash of its words, however they are spaced. */
export function questionKey(question: string): string {
  const words = question.trim().replace(/\s+/g, ' ').toLowerCase()
  return sha256(words).slice(0, 16)
}

/**
 * What a question asks for, whoever it is about: a trigger has no names, and those of a question made it as unlike its own as it is
 * unlike others. The whole, where nothing would be left.
 */
export function withoutNames(text: string): string {
  const words = text
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(?<=[^\s.!?:“"]\s+)\p{Lu}[\p{L}'’-]*\.?/gu, ' ')
    .replace(/\S*\d\S*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return contentWords(words).length === 0 ? text : words
}
