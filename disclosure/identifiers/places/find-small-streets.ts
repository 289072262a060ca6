import { isNumberWord } from '../../../text/number-words.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { PARTICLES } from '../names/cue-words.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt, wordSet } from '../tokens/word-at.ts'
import { NO_STREET_NAME } from './street-words.ts'

/** Kinds of street before their name, of which none is another word. */
const KINDS = wordSet(`
  rue boulevard avenue chemin impasse cours quai allée calle avenida plaza paseo via viale corso piazza strada rua travessa praça ulica ulicy ul`)
/** At the end of a street's name, in German and Dutch. */
const JOINED =
  /^\p{L}{3,20}(?:straße|strasse|weg|gasse|platz|allee|ufer|damm|straat|laan|plein|kade|dijk|gracht|singel)$/u
/** What stands before such a name: "am alten". */
const LEAD = /^(?:am|an|im|in|auf|hinter|vor|unter|zum|zur|der|dem|den|alten?|neuen?|oberen?|unteren?|hohen?|langen?)$/u
/** And behind it, in English. */
const ENDS = wordSet('street road lane avenue ave drive terrace close crescent grove rd st gardens')
const ENDS_CLAUSE = /[\n,.;:)?]|^$/u
const [MOST_BEHIND, MOST_BEFORE, MOST_NUMBERS, SHORTEST] = [5, 4, 3, 4]

/** Streets in small letters, as dictated notes and messages have them: "rua da matriz 16", "lindenstrasse zwölf", "colindale ave". */
export function findSmallStreets({ words }: Reading): readonly IdentifierSpan[] {
  return words.flatMap((word, at) => {
    const [from, to] = word.shape === 'lower' ? streetAt(words, at) : [at, at]
    if (to === from) return []
    const [start, end] = [wordAt(words, from).start, wordAt(words, to - 1).end]
    return [{ start, end, type: 'address', by: 'names', confidence: 0.6 }]
  })
}

/** From the first word of the street to behind the last; nothing where none stands here. */
type Range = readonly [from: number, to: number]

function streetAt(words: readonly Word[], at: number): Range {
  const word = wordAt(words, at)
  if (has(KINDS, word)) return streetBehind(words, at)
  if (JOINED.test(word.text) && isHouse(wordAt(words, at + 1))) return [leadOf(words, at), at + 2]
  return has(ENDS, word) && isBeside(word) ? streetBefore(words, at) : [at, at]
}

function streetBefore(words: readonly Word[], kind: number): Range {
  const numbered = numberedStreet(words, kind)
  if (numbered < kind) return [numbered, kind + 1]
  const { ordinary, text, shape } = wordAt(words, kind - 1)
  const isNamed = ordinary < 2 && text.length >= SHORTEST && shape === 'lower'
  return isNamed && ENDS_CLAUSE.test(wordAt(words, kind + 1).gap) ? [kind - 1, kind + 1] : [kind, kind]
}

/** "nine cargo fleet close": where the number begins; the kind itself where none stands before. */
function numberedStreet(words: readonly Word[], kind: number): number {
  for (let at = kind - 1; at >= kind - MOST_BEFORE && isBeside(wordAt(words, at + 1)); at -= 1)
    if (at < kind - 1 && isNumberWord(wordAt(words, at).text)) return numbersBefore(words, at + 1)
  return kind
}

function streetBehind(words: readonly Word[], at: number): Range {
  if (NO_STREET_NAME.test(wordAt(words, at + 1).text)) return [at, at]
  const from = numbersBefore(words, at)
  for (let to = at + 1; to <= at + MOST_BEHIND; to += 1) {
    const word = wordAt(words, to)
    if (to > at + 1 && isHouse(word)) return [at, to + 1]
    if (!isBeside(word)) break
    if (from < at && to > at + 1 && !has(PARTICLES, word)) return [from, to + 1]
  }
  return [at, at]
}

function leadOf(words: readonly Word[], at: number): number {
  let from = at
  while (at - from < MOST_NUMBERS && wordAt(words, from).gap === ' ' && LEAD.test(wordAt(words, from - 1).text))
    from -= 1
  return from
}

/** "quarante sept" before "cours émile zola". */
function numbersBefore(words: readonly Word[], at: number): number {
  let from = at
  while (at - from < MOST_NUMBERS && isNumberWord(wordAt(words, from - 1).text) && wordAt(words, from).gap === ' ')
    from -= 1
  return from
}

function isBeside({ gap, shape }: Word): boolean {
  return gap === ' ' && shape === 'lower'
}

function isHouse({ text, gap }: Word): boolean {
  return /^,? (?:n[.º°]{0,2} ?)?$/u.test(gap) && (/^\d{1,4}\p{L}?$/u.test(text) || isNumberWord(text))
}
