import { contentWords } from '../../text/words.ts'

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
