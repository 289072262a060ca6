import type { RoutingReason } from '../../contract/routing.ts'
import { RED_FLAG_TOPICS } from './red-flag-topics.ts'

export type RedFlagChoice = {
  /** Ids of topics that the user does not want. */
  readonly redFlagsOff: readonly string[]
  /** The user's own words. */
  readonly redFlagWords: readonly string[]
}

/** The red-flag topics that a question names, each once. */
export function findRedFlags(question: string, { redFlagsOff, redFlagWords }: RedFlagChoice): readonly RoutingReason[] {
  const text = ` ${fold(question)} `
  const names = (words: readonly string[]) => words.find((word) => isNamed(fold(word), text))
  const shipped = RED_FLAG_TOPICS.filter(({ topic, words }) => !redFlagsOff.includes(topic) && names(words))
  const own = names(redFlagWords)
  return [
    ...shipped.map(({ title }) => redFlag(`the question is about ${title}, where a mistake is grave`)),
    ...(own === undefined ? [] : [redFlag(`the question names “${own.trim()}”, which is on your list`)]),
  ]
}

function redFlag(text: string): RoutingReason {
  return { code: 'red-flag', text }
}

/** As whole words, in the plural too: "arrests", and not "arrestor". */
function isNamed(word: string, text: string): boolean {
  return word !== '' && (text.includes(` ${word} `) || text.includes(` ${word}s `))
}

function fold(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
