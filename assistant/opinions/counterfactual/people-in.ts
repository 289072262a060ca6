import { findSwaps } from '../../../disclosure/swap/swap-text.ts'

const NOBODY_IN_PARTICULAR =
  /^(?:he|she|him|her|his|hers|himself|herself|er|sie|mr|ms|mrs|miss|[fm]|(?:sein|ihr)(?:e[nmrs]?)?)$/i

/**
 * Who is told apart by sex or origin in a sentence: mother, Norwegian. "To the father instead of the mother" has all words of "to the
 * mother", so that rules of alignment take the one for the other.
 */
export function peopleIn(text: string): readonly string[] {
  const words = findSwaps(text, { sex: true, origin: true }).edits.map(({ start, end }) => text.slice(start, end))
  return [
    ...new Set(words.filter((word) => !NOBODY_IN_PARTICULAR.test(word)).map((word) => word.toLowerCase())),
  ].toSorted()
}

/** Both name somebody, and not the same. */
export function areOthers(one: string, other: string): boolean {
  const [people, others] = [peopleIn(one), peopleIn(other)]
  return people.length > 0 && others.length > 0 && people.join() !== others.join()
}
