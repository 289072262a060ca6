import { type Message, message } from '../../wording/message.ts'
import type { RedFlagTopic, RoutingReason } from '../../contract/answers/routing.ts'
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
    ...shipped.map(({ topic }) =>
      redFlag(message('secondLook.reasons.redFlag', { topic: message(`secondLook.topics.${topic}`) })),
    ),
    ...(own === undefined ? [] : [redFlag(message('secondLook.reasons.ownWord', { word: own.trim() }))]),
  ]
}

function redFlag(text: Message): RoutingReason {
  return { code: 'red-flag', text }
}

/** As whole words, in the plural too: "arrests", and not "arrestor". */
function isNamed(word: string, text: string): boolean {
  return word !== '' && (text.includes(` ${word} `) || text.includes(` ${word}s `))
}

function fold(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Phrases that have a word of a red-flag topic and are of something else. */
const NOT_MEANT =
  /\b(?:(?:cardiac|respiratory|cardiopulmonary|sinus|growth) arrests?|(?:two|four|2|4|brush|key|back|breast)[ -]?strokes?|strokes? (?:volume|work|index|engine|length)s?|chain of custody|septic (?:tank|system|drain)s?|detain(?:ed)? (?:the )?(?:goods|cargo|vehicle|vessel|ship|parcel)s?|bail(?:ed)? out|custody of (?:the |all |any |these |those |our |his |her |its |their )?(?:\p{L}+ )?(?:documents?|files?|records?|deeds?|goods|keys?|samples?|assets?|money|funds?|evidence|property|securities))\b/giu

/** A question without them. */
function withoutNotMeant(question: string): string {
  return question.replace(NOT_MEANT, ' , ')
}

type Field = RedFlagTopic['domain']

const WORDS: Readonly<Record<Field, RegExp>> = {
  medicine: /medic|clinic|health|hospital|nurs|surg|pharma|psychiatr|paediatr|pediatr|\p{L}{3}ology\b/iu,
  law: /\blaw|legal|litigat|contract|tenan|leas|employment|crimin|insolven|convey|probate/iu,
}

/** The field of a matter whose domains, in the user's own words, are of one alone; null: not known, or both. */
export function fieldOf(domains: readonly string[] | null): Field | null {
  const text = (domains ?? []).join(', ')
  const fields = (['medicine', 'law'] as const).filter((field) => WORDS[field].test(text))
  return fields.length === 1 ? (fields[0] ?? null) : null
}
