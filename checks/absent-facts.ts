import { factsInText, type TextFact } from './facts-in-text.ts'

/** How long something takes; with another of these a number is another time, and "clause 10" is none. */
const PERIOD = /^[\s-]?(day|week|month|year|hour|minute)s?\b/i

/**
 * The numbers, dates and names of a sentence that none of its sources holds, as they stand in the sentence; "10 days" is held by a line
 * that has 10 and days. Names that
 * the question itself used are not counted: a passage may say "the Tenant" where the question gave the name.
 */
export function absentFacts(sentence: string, sources: readonly string[], question: string): readonly string[] {
  const held = sources.flatMap((source) => factsInText(source))
  const words = new Set(sources.flatMap(wordsOf))
  const asked = new Set(wordsOf(question))
  return factsInText(sentence)
    .filter((fact) => !isHeld(fact, held, words, asked) || !isPeriodHeld(fact, sentence, sources))
    .map((fact) => fact.text)
}

function isHeld(
  fact: TextFact,
  held: readonly TextFact[],
  words: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): boolean {
  if (fact.kind === 'name') return wordsOf(fact.text).every((word) => words.has(word) || asked.has(word))
  if (fact.kind === 'number' && words.has(fact.value)) return true
  return held.some(
    ({ kind, value }) => kind === fact.kind && (value === fact.value || value.startsWith(`${fact.value}-`)),
  )
}

function isPeriodHeld({ kind, value, end }: TextFact, sentence: string, sources: readonly string[]): boolean {
  const unit = kind === 'number' ? PERIOD.exec(sentence.slice(end))?.[1]?.toLowerCase() : undefined
  if (unit === undefined) return true
  const lines = sources.flatMap((source) => source.split(/\n|(?<=[.;])\s/))
  return lines.some(
    (line) =>
      line.toLowerCase().includes(unit) &&
      factsInText(line).some((other) => other.kind === 'number' && other.value === value),
  )
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^(.{4,})s$/u, '$1'))
}
