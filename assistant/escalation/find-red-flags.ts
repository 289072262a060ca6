import type { RoutingReason } from '../../contract/answers/routing.ts'
import type { Field } from './field-of.ts'
import { withoutNotMeant } from './not-meant.ts'
import { RED_FLAG_TOPICS } from './red-flag-topics.ts'

export type RedFlagChoice = {
  /** Ids of topics that the user does not want. */
  readonly redFlagsOff: readonly string[]
  /** The user's own words. */
  readonly redFlagWords: readonly string[]
}

/** The red-flag topics that a question names, each once: those of the matter's field where it has one. The user's own words count in any. */
export function findRedFlags(
  question: string,
  { redFlagsOff, redFlagWords }: RedFlagChoice,
  field: Field | null,
): readonly RoutingReason[] {
  const named = (words: readonly string[], text: string) => words.find((word) => isNamed(fold(word), text))
  const meant = ` ${fold(withoutNotMeant(question))} `
  const shipped = RED_FLAG_TOPICS.filter(
    ({ topic, domain, words }) =>
      !redFlagsOff.includes(topic) && (field === null || domain === field) && named(words, meant),
  )
  const own = named(redFlagWords, ` ${fold(question)} `)
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
