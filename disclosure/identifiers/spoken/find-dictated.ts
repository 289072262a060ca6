import { isFunctionWord } from '../../../text/function-words.ts'
import { isNumberWord } from '../../../text/number-words.ts'
import type { IdentifierSpan, IdentifierType } from '../identifier.ts'
import { AFTER_NAME, BEFORE_PLACE, DETERMINERS, PARTICLES, TITLES } from '../names/cue-words.ts'
import { ROLES } from '../names/roles.ts'
import { kindAt } from '../organisations/organisation-kinds.ts'
import { everyMatch } from '../patterns/pattern.ts'
import { BEFORE_TOWN } from '../places/before-town.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt, wordSet } from '../tokens/word-at.ts'

/** "c h a r l o t t e": a name that somebody spells. */
const SPELLED = /(?<![\p{L}\p{N}])(?:\p{Ll} ){3,20}\p{Ll}(?![\p{L}\p{N}])/gu

/** What stands before a family name by itself. */
const FAMILY_LABEL = wordSet(
  'surname nachname familienname apellido apellidos cognome apelido sobrenome achternaam nazwisko',
)

/** Kinds of institution that need a capital elsewhere. */
const KIND = /^(?:klinik|klinikum|krankenhaus|praxis|villa|residenza|residência|clínica|hospital|przychodnia|szpital)$/u
const ARTICLE =
  /^(?:am|an|im|zum|zur|dem|de|des|du|la|les|las|los|el|del|della|delle|dei|da|do|das|dos|het|den|der|im|św|san|santa|são)$/u

/** What somebody says who dictates marks, and the end. */
const SPOKEN_MARKS = wordSet(`
  virgule punt komma point stop punkt kropka punto ponto comma vírgula coma przecinek virgola period colon einde ende fine fin end koniec
  fim new nieuwe neue nuevo nuova absatz zeile alinéa ligne paragraph`)
const TO_TOWN = /^(?:in|uit|te|aus|nach|w|we|z|em|en|à|a)$/u

/** Words of a name at most, and words behind a kind of institution. */
const [MOST_NAMES, MOST_BEHIND_KIND, MOST_OF_KIND] = [4, 4, 2]
const [SHORTEST, SHORTEST_TOWN, SHORTEST_KIND] = [3, 4, 6]

/** Names, towns and institutions in a text without capitals, by the words that lead to them, though they are common words. */
export function findDictated({ text, words, isSmall }: Reading): readonly IdentifierSpan[] {
  if (!isSmall) return []
  const spelled = everyMatch(text, SPELLED).map(({ index, 0: found }): IdentifierSpan => {
    return { start: index, end: index + found.length, type: 'person', by: 'pattern', confidence: 0.7 }
  })
  const led = words.flatMap((word, at) =>
    isBeside(word) ? [...nameAt(words, at), ...particleName(words, at), ...townAt(words, at)] : [],
  )
  return [...spelled, ...led, ...words.flatMap((_, at) => institutionAt(words, at))]
}

function asSpan(words: readonly Word[], from: number, to: number, type: IdentifierType): readonly IdentifierSpan[] {
  const [start, end] = [wordAt(words, from).start, wordAt(words, to - 1).end]
  return [{ start, end, type, by: 'names', confidence: 0.6 }]
}

/** "paciente rosario blanco nieto", "surname day". */
function nameAt(words: readonly Word[], at: number): readonly IdentifierSpan[] {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (!mayBeNamed(word)) return []
  if (has(FAMILY_LABEL, before)) return asSpan(words, at, at + 1, 'person')
  if (!isLed(before) || !mayBeCalled(word)) return []
  let to = at + 1
  while (to - at < MOST_NAMES && isFamily(wordAt(words, to), to - at > 1)) to += 1
  const isWhole = to > at + 1 ? isSurelyFirst(word) : endsClause(wordAt(words, to))
  return isWhole ? asSpan(words, at, to, 'person') : []
}

/** Behind what somebody is or is addressed with. */
function isLed(before: Word): boolean {
  return has(ROLES, before) || has(TITLES, before)
}

function mayBeCalled({ levels: { first, last }, ordinary }: Word): boolean {
  return first === 2 || last === 2 || (first > 0 && ordinary < 2)
}

function isSurelyFirst({ levels, ordinary }: Word): boolean {
  return levels.first === 2 || ordinary === 2
}

/** "heer van der zee", "huisarts de groot in". */
function particleName(words: readonly Word[], at: number): readonly IdentifierSpan[] {
  if (!has(PARTICLES, words[at]) || !isLed(wordAt(words, at - 1))) return []
  const next = wordAt(words, at + 1)
  const to = has(PARTICLES, next) && isBeside(next) ? at + 2 : at + 1
  const family = wordAt(words, to)
  if (!isBeside(family) || !mayBeNamed(family) || family.levels.last === 0) return []
  const isSure = to > at + 1 || (family.levels.last === 2 && endsClause(wordAt(words, to + 1)))
  return isSure ? asSpan(words, at, to + 1, 'person') : []
}

function isBeside({ gap, shape }: Word): boolean {
  return gap === ' ' && shape === 'lower'
}

/** Behind two names a role is a third: "rosario blanco nieto". */
function isFamily(word: Word, isThird: boolean): boolean {
  if (!isBeside(word) || word.levels.last === 0) return false
  return mayBeNamed(word) || (isThird && word.levels.last === 2 && has(ROLES, word))
}

function mayBeNamed(word: Word): boolean {
  if (word.text.length < SHORTEST || isFunctionWord(word.text)) return false
  return ![AFTER_NAME, DETERMINERS, TITLES, ROLES, PARTICLES, BEFORE_PLACE].some((list) => has(list, word))
}

/** The text, its line or its clause ends before the word, or it leads to a place. */
function endsClause(next: Word): boolean {
  return next.start < 0 || /[\n,.;:(]/u.test(next.gap) || has(SPOKEN_MARKS, next) || has(BEFORE_TOWN, next)
}

/** "in kaatsheuvel": a town, though some list has it as a rare word. */
function townAt(words: readonly Word[], at: number): readonly IdentifierSpan[] {
  const [before, word, next] = [wordAt(words, at - 1), wordAt(words, at), wordAt(words, at + 1)]
  if (word.text.length < SHORTEST_TOWN || word.ordinary > 1 || !TO_TOWN.test(before.text)) return []
  if (isNumberWord(word.text) || has(PARTICLES, next)) return []
  const isTown = word.levels.place > 0 || (word.ordinary === 0 && next.levels.place > 0)
  return isTown ? asSpan(words, at, at + 1, 'place') : []
}

/** "clinique des genêts", "verpleeghuis de twaalf hoven": a kind of institution with up to two words behind its articles. */
function institutionAt(words: readonly Word[], at: number): readonly IdentifierSpan[] {
  if (!isInstitution(words, at)) return []
  let [to, names] = [at + 1, 0]
  while (to - at <= MOST_BEHIND_KIND && names < MOST_OF_KIND) {
    const word = wordAt(words, to)
    const isArticle = ARTICLE.test(word.text)
    if (!isBeside(word) || (!isArticle && (!mayBeNamed(word) || has(SPOKEN_MARKS, word)))) break
    names += isArticle ? 0 : 1
    to += 1
  }
  return names > 0 && wordAt(words, to - 1).text.length > SHORTEST ? asSpan(words, at, to, 'organisation') : []
}

function isInstitution(words: readonly Word[], at: number): boolean {
  const { text } = wordAt(words, at)
  return KIND.test(text) || (text.length >= SHORTEST_KIND && kindAt(words, at)?.standsBefore === true)
}
