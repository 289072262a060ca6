import type { Message } from './message.ts'
import { hasText, knownText, texts } from './translate.ts'

/** A place whose law rules are, `England and Wales`, in the language in use; one that is not known there stays as it is. */
export function lawPlaceWords(place: string): string {
  return knownText('rules.laws', place) ?? place
}

/** The same for what is said later in any language. */
export function lawPlace(place: string): string | Message {
  return hasText('rules.laws', place) ? { key: `rules.laws.${place}`, values: {} } : place
}

/** The place that is meant by what is typed in the language in use, as rules name it. */
export function typedLawPlace(typed: string): string {
  const words = typed.trim()
  const found = Object.entries(texts('rules.laws')).find(([, said]) => said.toLowerCase() === words.toLowerCase())
  return found?.[0] ?? words
}
