import type { IdentifierSpan } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { PARTICLES, TITLES } from './cue-words.ts'
import { NOBODY } from './find-labelled-names.ts'
import { has } from './has-word.ts'
import { ROLES } from './roles.ts'
import { isCapital } from './run.ts'

/** What a form or a table calls a person or a name, beside the roles; a clinician or lawyer may add to them. */
const LABEL_WORDS = new Set(
  `coordinator worker nurse navigator signed signatory forenames forename alias nickname prescriber operator anaesthetist assistant scrub
  betreuer ersatzbetreuer sozialdienst bezugspflege operateur anästhesist unterzeichner ansprechpartner rufname spitzname kürzel
  référent signataire prénom prénoms surnom tuteur curateur opérateur anesthésiste rapporteur destinataire
  alcunha apodo contacto responsável responsable acompanhante cirurgião cirujano anestesista instrumentista enfermeira enfermeiro filiação
  chirurgo strumentista specializzando tutore coniugata vedova soprannome firma testimone familiare
  behandelaar regiebehandelaar voogd mentor contactpersoon handtekening apotheker huisarts roepnaam voorletters tolk casemanager
  operator anestezjolog opiekun wypełnił wypełniła sprawdził sprawdziła podpis nazwisko imię imiona instrumentariuszka sporządził`.split(
    /\s+/,
  ),
)
const INITIALS = new Set([
  'initials',
  'initialen',
  'voorletters',
  'initiales',
  'iniziali',
  'iniciais',
  'iniciales',
  'inicjały',
])
const MOST_LABEL = 4
const MOST_NAMES = 7
/** Before a cell and behind it. */
const EDGE = /[\n\r|\t]| {2}/u
const MARK = /^ ?[:|][ \t]*$/u
const INSIDE = /^(?: |, |\. ?|-|['’]| - )$/u

/** "Cirurgião | Prata | Bloco 2", "Named nurse: Grace": a cell behind one that says what somebody is. */
export function findCellNames({ words }: Reading): readonly IdentifierSpan[] {
  return words.flatMap((word, at) => {
    if (!MARK.test(word.gap) || NOBODY.test(word.text) || !isLabel(words, at)) return []
    const to = valueEnd(words, at)
    const value = words.slice(at, to)
    const isInitials = has(INITIALS, wordAt(words, at - 1)) && value.every(({ text }) => text.length <= 2)
    if (!endsCell(words, to) || !(isInitials || value.some(mayBeName))) return []
    const end = wordAt(words, to - 1).end
    return [{ start: word.start, end, type: 'person', by: 'names', confidence: 0.8 }]
  })
}

/** Up to four words from the edge of the cell, the first or the last of them a role. */
function isLabel(words: readonly Word[], at: number): boolean {
  for (let from = at - 1; from >= 0 && at - from <= MOST_LABEL; from -= 1) {
    const { gap } = wordAt(words, from)
    if (from > 0 && !EDGE.test(gap)) {
      if (/^[ (/-]+$/u.test(gap)) continue
      return false
    }
    return [wordAt(words, from), wordAt(words, at - 1)].some((word) => has(ROLES, word) || has(LABEL_WORDS, word))
  }
  return false
}

function valueEnd(words: readonly Word[], at: number): number {
  let to = at
  while (to - at < MOST_NAMES && (to === at || INSIDE.test(wordAt(words, to).gap)) && isOfName(words, to)) to += 1
  return to
}

function isOfName(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  return isCapital(word) || (has(PARTICLES, word) && isCapital(wordAt(words, at + 1)))
}

/** The cell ends, or a bracket says more of who is named. */
function endsCell(words: readonly Word[], at: number): boolean {
  const { start, gap } = wordAt(words, at)
  return start < 0 || /^[.,;]?(?:[\n\r|\t]| {2}| \|| ?[(/–])/u.test(gap)
}

/** A language or a nationality is nobody's name, nor a title alone. */
function mayBeName(word: Word): boolean {
  const { text, shape, name, ordinary, levels } = word
  if (has(TITLES, word) || has(ROLES, word) || text.length < 2) return false
  if (name > 0) return levels.people === 0 || ordinary === 0
  return ordinary === 0 && levels.place === 0 && (shape !== 'upper' || text.length > 5)
}
