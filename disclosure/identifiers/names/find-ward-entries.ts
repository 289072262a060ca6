import type { IdentifierSpan } from '../identifier.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { everyMatch } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt } from '../tokens/word-at.ts'
import { DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS, PARTICLES, TITLES } from './cue-words.ts'
import { isCapital } from './name-run.ts'
import { ROLES } from './roles.ts'

/** What a list of a ward counts: beds and rooms, by language. */
const BEDS =
  'bed|bay|room|rm|cubicle|side ?room|sr|b|zi|zimmer|bett|platz|ch|chambre|lit|hab|habitación|cama|letto|stanza|camera|quarto|leito|enf|kamer|k|bedje|sala|s|łóżko|ł|pok|pokój'
const SIDE =
  'fenster|tür|wand|mitte|links|rechts|li|re|window|door|fenêtre|porte|ventana|puerta|finestra|porta|janela|raam|deur|okno|drzwi|[a-dA-D]'

/** "Zi 12 Fenster: ", "B4 ", "- letto 5 ": where an entry of such a list begins. */
const ENTRY = new RegExp(
  String.raw`^[ \t]{0,8}(?:[-–•*][ \t]{0,3})?(?:${inAnyCase(BEDS)})\.?[ \t]?\d{1,3}(?:[./-]?\d{1,2})?[a-zA-Z]?(?:[ \t](?:${inAnyCase(SIDE)}))?(?:[ \t]?[:–)-])?[ \t]+(?=(?<id>\p{L}))`,
  'dgmu',
)
const FEWEST_ENTRIES = 2

/** A bed without anybody in it. */
const NOBODY =
  /^(?:empty|free|closed|vacant|leer|frei|gesperrt|vide|libre|vac[ií]a?|vacía|vuot[oa]|liber[oa]|vazi[oa]|livre|leeg|vrij|dicht|pust[ey]|woln[ey]|new|neu|nouveau|nouvelle|nuev[oa]|nuov[oa]|nov[oa]|nieuw|now[ya]|not|no|nil|isolation|isoliert)$/iu
const MOST_NAMES = 3

/** Who lies where in the list of a ward: "Zi 12: Kaiser", "Bay 3 Hope", though they are common words. */
export function findWardEntries(reading: Reading): readonly IdentifierSpan[] {
  const entries = everyMatch(reading.text, ENTRY)
  if (entries.length < FEWEST_ENTRIES) return []
  return entries.flatMap(({ indices }) => {
    const [start] = indices?.groups?.id ?? [0]
    return nameFrom(reading, firstWordFrom(reading, start))
  })
}

function nameFrom({ words }: Reading, first: number): readonly IdentifierSpan[] {
  let from = first
  while (has(TITLES, wordAt(words, from)) && from - first < MOST_NAMES) from += 1
  if (from > first || !mayBeNamed(wordAt(words, from))) return []
  let to = from + 1
  while (to - from < MOST_NAMES && goesOn(wordAt(words, to))) to += 1
  const end = wordAt(words, to - 1).end
  return [{ start: wordAt(words, from).start, end, type: 'person', by: 'names', confidence: 0.7 }]
}

function goesOn(word: Word): boolean {
  return /^(?: |-|, )$/u.test(word.gap) && mayBeNamed(word) && (word.ordinary < 2 || word.name > 0)
}

function mayBeNamed(word: Word): boolean {
  const { text, levels } = word
  if (!isCapital(word) || text.length < 2 || levels.safe === 2 || NOBODY.test(text)) return false
  return ![ROLES, DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS, PARTICLES].some((list) => has(list, word))
}
