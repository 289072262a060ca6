import * as z from 'zod'
import { KeptWord } from '../../contract/opinions/packet.ts'
import { createIsKept, type KeptInMatter, wordKey } from '../../disclosure/packet/decisions.ts'
import type { KnownTerms, StoredTerm } from '../../store/matter/outgoing-texts.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

const KEY = 'keptWords'

type Matter = Pick<OpenMatter, 'store'>

/**
 * The flagged words that somebody has kept for a whole matter: its next packets do not ask about them. They release nothing that is
 * found to be a name or a number. What cannot be read any more is asked about again.
 */
export function keptWords({ store }: Matter): readonly KeptWord[] {
  return z.array(KeptWord).safeParse(store.settings.get(KEY)).data ?? []
}

/** Recorded in the ledger by its count alone, for the words may be names all the same. */
export function keepWords(matter: Matter, words: readonly KeptInMatter[], decided: Pick<KeptWord, 'by' | 'at'>): void {
  const before = keptWords(matter)
  const isKept = createIsKept(before)
  const added = new Map(words.filter(({ word, kind }) => !isKept(word, kind)).map((one) => [wordKey(one.word), one]))
  if (added.size === 0) return
  const others = before.filter(({ word }) => !added.has(wordKey(word)))
  save(matter, [...others, ...[...added.values()].map((one) => ({ ...one, ...decided }))])
  matter.store.ledger.append('words-kept', { words: added.size })
}

/** Whether any of them was kept. */
export function askAgain(matter: Matter, words: readonly string[]): boolean {
  const keys = new Set(words.map(wordKey))
  const before = keptWords(matter)
  const left = before.filter(({ word }) => !keys.has(wordKey(word)))
  if (left.length === before.length) return false
  save(matter, left)
  matter.store.ledger.append('words-asked-again', { words: before.length - left.length })
  return true
}

/** Throws `NOT_FOUND`. */
export function askAgainAbout(matter: Matter, word: string): void {
  if (!askAgain(matter, [word])) throw new Failure('NOT_FOUND', message('failures.outgoing.wordNotKept', { word }))
}

function save({ store }: Matter, words: readonly KeptWord[]): void {
  store.settings.set(
    KEY,
    words.toSorted((one, other) => one.word.localeCompare(other.word, 'en')),
  )
}

type Listed = { readonly knownTerms: KnownTerms }

/** Adds a line to the list of a matter, in the place of every line of the same word: "J. Price" and "j price" are one. */
export function listWord({ knownTerms }: Listed, line: StoredTerm): void {
  // First the new line, so that the word is on the list at any time; it may have taken the place of one of the others.
  knownTerms.add(line)
  for (const { term } of linesOf(knownTerms, line.term)) if (term !== line.term) knownTerms.remove(term)
}

/** However it is spelt. Throws `NOT_FOUND`. */
export function unlistWord({ knownTerms }: Listed, word: string): void {
  const lines = linesOf(knownTerms, word)
  if (lines.length === 0) throw new Failure('NOT_FOUND', message('failures.outgoing.wordNotListed', { word }))
  for (const { term } of lines) knownTerms.remove(term)
}

function linesOf(knownTerms: KnownTerms, word: string): readonly StoredTerm[] {
  return knownTerms.list().filter(({ term }) => wordKey(term) === wordKey(word))
}
