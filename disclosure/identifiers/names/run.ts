import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { PARTICLES, TITLES } from './cue-words.ts'
import { has } from './has-word.ts'

/** Capitalised words that stand together: `from` … `to` of the reading's words, `to` not included. */
export type Run = { readonly from: number; readonly to: number }

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
export function joined(words: readonly Word[]): string {
  return words
    .map(({ text, gap }, at) =>
      at === 0 ? text : `${/^(?:-|['’])$/u.test(gap) ? gap : gap.startsWith('.') ? '. ' : ' '}${text}`,
    )
    .join('')
}
