import type { IdentifierType, Layer } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { AFTER_NAME, BEFORE_NAME, BEFORE_PLACE, DETERMINERS, PARTICLES, TITLES } from './cue-words.ts'
import { ROLES } from './roles.ts'

/** Capitalised words that stand together: `from` … `to` of the reading's words, `to` not included. */
export type Run = { readonly from: number; readonly to: number }

/** What a run of words is, and by which layer it is known. */
export type Decision = Run & { readonly type: IdentifierType; readonly by: Layer; readonly confidence: number }

/** Unknown capitals up to this length are an abbreviation until something tells that a name is meant: shown, not masked. */
export const ACRONYM = 4

/** The same of capitals that nobody is called. */
export const LONG_ACRONYM = 6

/** So many small words may stand between two parts of a name: "de la". */
const PARTICLES_IN_NAME = 2

/** Longer ones are headings. */
const LONGEST = 12

export function isCapital({ shape, text }: Word): boolean {
  return shape === 'title' || shape === 'upper' || (shape === 'mixed' && /\p{Lu}/u.test(text) && /^\p{L}+$/u.test(text))
}

/** One capital letter. "I" and "A" are words unless a full stop or a name says otherwise. */
export function isInitial(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  if (word.shape !== 'upper' || word.text.length !== 1) return false
  if (!/^[IA]$/.test(word.text)) return true
  const [before, after] = [wordAt(words, at - 1), wordAt(words, at + 1)]
  if (after.gap.startsWith('.')) return true
  return word.gap === ' ' && before.ordinary === 0 && isCapital(before) && isCapital(after)
}

/** All runs outside of what is `covered` already, in order. */
export function findRuns({ words }: Reading, covered: (word: Word) => boolean): readonly Run[] {
  const runs: Run[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (!word || !isCapital(word) || isPerUnit(word) || covered(word)) {
      at += 1
      continue
    }
    const to = runEnd(words, at, covered)
    runs.push({ from: at, to })
    at = to
  }
  return runs
}

/** "14 mg/L. Ecocardiograma": of a unit, not an initial. */
function isPerUnit({ gap, text }: Word): boolean {
  return gap === '/' && text === 'L'
}

function runEnd(words: readonly Word[], from: number, covered: (word: Word) => boolean): number {
  let to = from + 1
  while (to < words.length && to - from < LONGEST) {
    const next = nextInRun(words, to, covered)
    if (next === to) break
    to = next
  }
  return to
}

/** Behind the word that the run takes next: over "de la" to "Cruz", over "&" to "Partners"; `to` itself where it ends. */
function nextInRun(words: readonly Word[], to: number, covered: (word: Word) => boolean): number {
  for (let at = to; at <= to + PARTICLES_IN_NAME; at += 1) {
    const word = wordAt(words, at)
    if (covered(word) || !joins(word, wordAt(words, at - 1))) return to
    if (isCapital(word)) return isAddressed(words, at) || (at > to && isNoun(word)) ? to : at + 1
    if (!has(PARTICLES, word) || isJoiningPhrases(words, at)) return to
  }
  return to
}

/** "Frau Winter zur Kontrolle", "Herr Brandt zum Gespräch". */
function isNoun({ ordinary, name, levels }: Word): boolean {
  return ordinary > 0 && name === 0 && levels.de > 0
}

/** "ASA-Klasse und das CT"; not "von und zu Hohenfels", nor "Müller und Maier". */
function isJoiningPhrases(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1)
  return wordAt(words, at).text === 'und' && !isCapital(next) && !/^zu[mr]?$/u.test(next.text)
}

/** "MAP Dr Fajardo": a form of address begins a name, but for a second one. */
function isAddressed(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  return word.text.length > 1 && word.shape === 'title' && has(TITLES, word) && !has(TITLES, before)
}

function joins({ gap, levels }: Word, before: Word): boolean {
  if (/^(?:[ \u00a0]{1,2}|-|–| & | - |['’])$/u.test(gap)) return true
  // A line that was broken inside of a name.
  if (/^\.?\r?\n$/u.test(gap) && (has(TITLES, before) || isBrokenName(gap, before, levels))) return true
  return (
    /^\. ?$/u.test(gap) &&
    (before.text.length === 1 || has(TITLES, before) || /^(?:St|Mt|Ft|Jr|Sr|Co)$/u.test(before.text))
  )
}

function isBrokenName(gap: string, before: Word, { last }: Word['levels']): boolean {
  return !gap.startsWith('.') && before.name > 0 && before.levels.first > 0 && last > 0
}

/** The words of a run as the lists write them. */
export function textOfWords(words: readonly Word[]): string {
  return words
    .map(({ text, gap }, at) =>
      at === 0 ? text : `${/^(?:-|['’])$/u.test(gap) ? gap : gap.startsWith('.') ? '. ' : ' '}${text}`,
    )
    .join('')
}

/** What only people do: behind a common word they make it a name. */
const ONLY_PEOPLE = /^(?:said|says|told|asked|testified|lives|lived|sagte|wohnt|dijo)$/u
const PRONOUN = /^(?:him|her|me|them|us|it)$/u
const CALLS = /^(?:named?|call(?:s|ed)?|nicknamed)$/u

/** Whether the words around a run say that somebody or some place is meant. */
export function hasNameCue(words: readonly Word[], { from, to }: Run): boolean {
  return isCuedBehind(wordAt(words, from), wordAt(words, to)) || isCuedBefore(words, from)
}

/** "Hope said". */
function isCuedBehind(word: Word, after: Word): boolean {
  const isFamilyName = word.levels.last === 2 && word.ordinary < 2 && word.levels.en === 0
  if ((!isFirstName(word) && !isFamilyName) || after.shape !== 'lower' || after.gap !== ' ' || !has(AFTER_NAME, after))
    return false
  return word.ordinary < 2 || ONLY_PEOPLE.test(after.text)
}

/** "the witness Hope", "named him Frank", "signed by Grace", "to HART". */
function isCuedBefore(words: readonly Word[], from: number): boolean {
  const [before, word] = [wordAt(words, from - 1), wordAt(words, from)]
  if (!/^[ ,:]{1,3}$/u.test(word.gap)) return false
  if (has(ROLES, before) || has(TITLES, before)) return word.gap !== ', ' || word.name > 0
  if (has(BEFORE_NAME, before)) return isFirstName(word) && !has(DETERMINERS, word)
  if (PRONOUN.test(before.text) && CALLS.test(wordAt(words, from - 2).text)) return true
  return word.shape === 'upper' && word.ordinary === 0 && word.text.length >= ACRONYM && has(BEFORE_PLACE, before)
}

function isFirstName({ levels, name }: Word): boolean {
  return levels.first > 0 && name > 0
}
