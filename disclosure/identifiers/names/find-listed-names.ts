import type { IdentifierSpan } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { DETERMINERS, ORGANISATION_WORDS } from './cue-words.ts'
import { isCapital } from './name-run.ts'
import { ROLES } from './roles.ts'

/** "C.J.", "L.M.H.", "Ch.", "F. A."; not "V. a." of a diagnosis. */
const INITIALS =
  /^, (?:(?:\p{Lu}|Ch|Th|Ph|St|Fr)\.[ -]?){1,5}(?<![ -])(?! ?(?:\p{Ll}\.|\p{Lu}\p{Ll}|(?:van|von|de|da|di|del|dos|du|le|la) ))(?=[\s,;:)(/]|$)/u
const LONGEST = 24
/** "Van den", "Mc": what may stand before the last word of a family name. */
const MOST_BEFORE = 2
/** Behind a first name that ends a list's entry: a bracket, a figure, a mark of birth, the end of the line. */
const ENTRY_END = /^(?:,? ?[(*†]|,? $|\s*[\n\r]|,? ?(?:\d|geb|né|nat|nac|nasc|ur\.))/u

/** Family names with what follows their comma: "Hage, C.J.", "Sommer, Erna (78)", "MC AULEY, Seamus". */
export function findListedNames(reading: Reading): readonly IdentifierSpan[] {
  const { text, words } = reading
  return words.flatMap((word, at) => {
    if (text[word.end] !== ',') return []
    const end = mayBeFamily(word) && !isBehindName(words, at) ? listedEnd(reading, at) : null
    return end === null ? [] : [asPerson(familyStart(words, at), end)]
  })
}

/** Where the initials or the first name behind the comma end; null where none stand there. */
function listedEnd(reading: Reading, at: number): number | null {
  const { text, words } = reading
  const [word, first] = [wordAt(words, at), wordAt(words, at + 1)]
  const initials = INITIALS.exec(text.slice(word.end, word.end + LONGEST))?.[0]
  if (initials !== undefined) return isSure(word, initials) ? word.end + initials.length : null
  const isEntry = first.gap === ', ' && isFirstName(first) && opensEntry(words, at) && endsEntry(reading, at + 1)
  return isEntry ? first.end : null
}

/** A common noun is none with one letter behind it: "Diabetes, V.". */
function isSure({ ordinary, name }: Word, initials: string): boolean {
  const letters = initials.match(/\p{Lu}/gu)?.length ?? 0
  return ordinary === 0 || name > 0 || (letters > 1 && !initials.includes('. '))
}

function asPerson(start: number, end: number): IdentifierSpan {
  return { start, end, type: 'person', by: 'names', confidence: 0.75 }
}

function mayBeFamily(word: Word): boolean {
  const isWord = [ROLES, DETERMINERS, ORGANISATION_WORDS].some((list) => has(list, word))
  return isCapital(word) && word.text.length > 1 && word.levels.safe === 0 && !isWord
}

function isFirstName({ shape, levels, ordinary }: Word): boolean {
  return shape === 'title' && levels.first > 0 && (levels.first === 2 || ordinary === 0)
}

/** A line, a cell, a label or the short form of "patient" leads to it. */
function opensEntry(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (word.shape === 'upper' && word.text.length > 2) return true
  return /[\n|:\t]|^$/u.test(word.gap) || LEADS.test(before.text)
}

const LEADS =
  /^(?:pat|pt|pac|paz|pcte|pte|fr|hr|dhr|mw|mevr|p|(?:neu)?aufnahme|(?:neu)?zugang|verlegung|entlassung|admission|admit|entrée|ingreso|ricovero|opname|przyjęcie|betr|re|betreft|objet)$/iu

function endsEntry({ text, words }: Reading, at: number): boolean {
  const { end } = wordAt(words, at)
  const next = wordAt(words, at + 1)
  const isLast = next.gap.startsWith(' ') && next.shape === 'title' ? at + 1 : at
  return ENTRY_END.test(text.slice(wordAt(words, isLast).end, end + LONGEST)) || wordAt(words, isLast + 1).start < 0
}

/** "Beat Rüegg, B.", "J. Serra, M. Vale": a whole name, which other rules find. */
function isBehindName(words: readonly Word[], at: number): boolean {
  const before = wordAt(words, at - 1)
  const { gap } = wordAt(words, at)
  if (gap.startsWith('.') && before.text.length === 1) return true
  return gap === ' ' && isCapital(before) && !isBeforeFamily(before) && !has(ROLES, before) && !LEADS.test(before.text)
}

/** Over "MC", "van den" and the like to where the family name begins. */
function familyStart(words: readonly Word[], at: number): number {
  let from = at
  while (at - from < MOST_BEFORE && wordAt(words, from).gap === ' ' && isBeforeFamily(wordAt(words, from - 1)))
    from -= 1
  return wordAt(words, from).start
}

function isBeforeFamily({ text }: Word): boolean {
  return /^(?:mc|mac|van|von|vom|de|den|der|di|da|del|della|des|dos|du|el|la|le|lo|san|ter|ten|te|zu|al|ben|bin|ibn|st)$/iu.test(
    text,
  )
}
