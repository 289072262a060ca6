import { wordKey } from '../../disclosure/packet/decisions.ts'
import type { KnownTerms, StoredTerm } from '../../store/matter/outgoing-texts.ts'
import { NotFoundError } from '../../store/store-errors.ts'

type Listed = { readonly knownTerms: KnownTerms }

/** Adds a line to the list of a matter, in the place of every line of the same word: "J. Price" and "j price" are one. */
export function listWord({ knownTerms }: Listed, line: StoredTerm): void {
  // First the new line, so that the word is on the list at any time; it may have taken the place of one of the others.
  knownTerms.add(line)
  for (const { term } of linesOf(knownTerms, line.term)) if (term !== line.term) knownTerms.remove(term)
}

/** However it is spelt. Throws `NotFoundError`. */
export function unlistWord({ knownTerms }: Listed, word: string): void {
  const lines = linesOf(knownTerms, word)
  if (lines.length === 0) throw new NotFoundError(`"${word}" is not on the list of this matter.`)
  for (const { term } of lines) knownTerms.remove(term)
}

function linesOf(knownTerms: KnownTerms, word: string): readonly StoredTerm[] {
  return knownTerms.list().filter(({ term }) => wordKey(term) === wordKey(word))
}
