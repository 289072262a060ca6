import { monthNumber } from '../../../text/calendar-words.ts'
import { DETERMINERS, TITLES } from '../names/cue-words.ts'
import { isCapital } from '../names/name-run.ts'
import { ROLES } from '../names/roles.ts'
import { STREET_BEGINNINGS } from '../places/street-words.ts'
import { LEGAL_WORDS } from '../tokens/harmless-capitals.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { isGeneric, kindAt, REGION_KINDS, withoutArticle } from './organisation-kinds.ts'

/** Whether a word of an organisation's name says which one of its kind is meant. German capitalises every noun, and headings all words: there only names tell. */
export function isTelling({ words, languages }: Reading, at: number): boolean {
  const word = words[at]
  if (!word || !mayTell(words, at)) return false
  if (has(REGION_KINDS, words[at - 1])) return true
  const { levels, name } = word
  if (levels.people === 2 && levels.place === 0) return false
  if (isRare(word) || name > 0) return true
  if (languages[0] === 'de') return levels.place > 0 || isLandmark(words, at) || OF_A_REGION.test(word.text)
  return isOwnName(word)
}

/** "Klinikum am Kahlenberg", "Praxis am Markt", "Haus an der Mühle". */
const LANDMARK =
  /(?:berg|tal|see|park|markt|platz|ufer|bach|wald|stein|hof|tor|dom|rathaus|garten|weg|hang|brunnen|eck|burg|mühle|brücke|anger|kai|hafen|linde|schloss)$/iu

/** "Rheinische Versicherung", "Allgäuer Bank". */
const OF_A_REGION =
  /^(?:rhein|westf|württem|bad|bay|säch|thüring|hess|fränk|schwäb|nieder|ober|ost|west|nord|süd|märk|pommer|lipp|olden|hannov|hamburg|berlin|brem|branden|holstein|schlesw|saar|pfälz|steir|tirol|kärnt|wien|zürch|bern|allgäu|eifel|münster|vogtl|lausitz|harz)\p{L}{0,10}(?:ische[rnms]?|er)$/iu

function isLandmark(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  return word.gap === ' ' && /^(?:am|der|im|beim|zum|zur)$/u.test(before.text) && LANDMARK.test(word.text)
}

/** "The Beeches"; not "Service Charge and Insurance", words that contracts define, nor what headings capitalise. */
function isOwnName({ levels, shape, inHeading, ordinary }: Word): boolean {
  if (levels.safe > 0 || shape === 'upper') return levels.place > 0
  return !inHeading || ordinary < 2
}

/** Unknown, or a town and no common word. */
function isRare({ ordinary, levels }: Word): boolean {
  return ordinary === 0 || (levels.place > 0 && ordinary < 2)
}

function mayTell(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  // Ronda is a town and a kind of street.
  const isStreet =
    has(STREET_BEGINNINGS, word) && !(word.levels.place > 0 && /^(?:de|di|à)$/u.test(wordAt(words, at - 1).text))
  if (isStreet || word.text.length < 2) return false
  if (!isCapital(asWritten(word)) || isGeneric(word.text) || isGeneric(withoutArticle(word.text))) return false
  if ([DETERMINERS, ROLES, TITLES, LEGAL_WORDS].some((list) => has(list, word)) || kindAt(words, at)) return false
  return monthNumber(word.text) === 0
}

/** "dell'Aquila" counts as "Aquila". */
export function asWritten(word: Word): Word {
  const text = withoutArticle(word.text)
  return text === word.text || !/^\p{Lu}/u.test(text) ? word : { ...word, text, shape: 'title' }
}
