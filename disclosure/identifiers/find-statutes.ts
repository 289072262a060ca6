import { DETERMINERS, TITLES } from './names/cue-words.ts'
import { has } from './names/has-word.ts'
import type { Kept } from './identifier.ts'
import type { Reading, Word } from './tokens/read-words.ts'
import { wordAt } from './tokens/word-at.ts'

const STATUTE = /^(?:Act|Ordinance|Regulations?)$/u
/** What makes it one: its year, and perhaps the place in it. */
const YEAR_AND_PLACE =
  /^ (?:1[789]|20)\d{2}(?:,? (?:s|ss|sections?|art|articles?|reg|paras?)\.? ?\d{1,4}[\p{L}]?(?: ?\([\p{L}\p{N}]{1,4}\)){0,5})?/iu
const JOINS = /^(?:of|and|the|for|from|to|in|against)$/u
/** What statutes are about and families are called as well. */
const SUBJECTS = new Set(
  'law sale goods land bank house school church police rent road water wills day child justice'.split(' '),
)
/** "Trusts of Land and Appointment of Trustees Act 1996" has eight before it. */
const LONGEST_TITLE = 10

/**
 * Statutes with their year: "Landlord and Tenant Act 1954". A title is made of common words; at the first word that may be somebody's
 * name, and at the end of a sentence, it has its beginning.
 */
export function findStatutes({ text, words }: Reading): readonly Kept[] {
  return words.flatMap((word, at) => {
    const behind = STATUTE.test(word.text) ? YEAR_AND_PLACE.exec(text.slice(word.end, word.end + 80)) : null
    const from = behind ? titleStart(words, at) : at
    if (!behind || from === at) return []
    return [{ start: wordAt(words, from).start, end: word.end + behind[0].length }]
  })
}

/** What codes and laws are called in the Romance languages and in Polish; what they are of follows. */
const LAW_HEAD =
  /^(?:ley|leyes|código|estatuto|reglamento|texto|constitución|codice|statuto|regolamento|legge|testo|costituzione|code|loi|règlement|lei|consolidação|regulamento|constituição|kodeks(?:u|em|ie|owi)?|ordynacj[aiię]|ustaw[ayęą]|wet|wetboek)$/iu
const LAW_JOINS =
  /^(?:de|del|della|delle|dello|dei|degli|di|da|do|das|dos|des|du|la|las|los|le|les|el|e|y|et|i|o|sobre|relativa|en|in|em|a|al|d|l|van|voor)$/iu
const LONGEST_LAW = 9

/** "Ley de Enjuiciamiento Civil", "Código de Defesa do Consumidor", "Kodeks pracy": of common words, at least one of them with a capital. */
export function findLawTitles({ words }: Reading): readonly Kept[] {
  return words.flatMap((word, at) => {
    if (word.shape === 'lower' || !LAW_HEAD.test(word.text)) return []
    let [to, hasContent] = [at + 1, false]
    for (let next = at + 1; next < at + LONGEST_LAW && /^(?: |['’])$/u.test(wordAt(words, next).gap); next += 1) {
      const each = wordAt(words, next)
      if (LAW_JOINS.test(each.text)) continue
      if (!isOfLaw(each)) break
      if (each.shape === 'lower' && hasContent && wordAt(words, next - 1).shape !== 'lower') break
      ;[to, hasContent] = [next + 1, true]
    }
    return hasContent ? [{ start: word.start, end: wordAt(words, to - 1).end }] : []
  })
}

/** No name of anybody: a law of a person is told otherwise. */
function isOfLaw({ shape, ordinary, name, levels }: Word): boolean {
  return (
    shape !== 'digits' && ordinary > 0 && levels.place === 0 && (name === 0 || (ordinary === 2 && levels.first === 0))
  )
}

/** Where the title begins that ends before `to`; `to` itself: nowhere. */
function titleStart(words: readonly Word[], to: number): number {
  let from = to
  for (let at = to - 1; at >= to - LONGEST_TITLE && wordAt(words, at + 1).gap === ' '; at -= 1) {
    if (isTitleWord(wordAt(words, at))) from = at
    else if (!JOINS.test(wordAt(words, at).text)) break
  }
  return has(DETERMINERS, words[from]) && from < to ? from + 1 : from
}

function isTitleWord(word: Word): boolean {
  const { shape, ordinary, name, text } = word
  if (shape !== 'title' || has(TITLES, word)) return false
  return ordinary > 0 && (name < ordinary || SUBJECTS.has(text.toLowerCase()))
}
