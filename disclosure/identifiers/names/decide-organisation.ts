import type { IdentifierType } from '../identifier.ts'
import { typeOfOrganisation } from '../organisations/organisation-kinds.ts'
import { eponym } from '../tokens/eponyms.ts'
import { LEGAL_WORDS } from '../tokens/harmless-capitals.ts'
import { hasMedicalEnding } from '../tokens/medical-endings.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import {
  BEFORE_PLACE,
  COMPANY_ENDINGS,
  DETERMINERS,
  GENERIC_WORDS,
  ORGANISATION_WORDS,
  PARTICLES,
} from './cue-words.ts'
import { type Decision, isCapital, type Run } from './name-run.ts'
import { ROLES } from './roles.ts'

/** Behind "and" or "&" they make a firm of the name before: "Thomas and Sons". */
const FAMILY = new Set(
  'sons son brothers bros daughters co company partners associates söhne gebrüder fils frères hijos hermanos'.split(
    ' ',
  ),
)
/** Before the name of an employer, a bank or a maker. */
const BEFORE_FIRM = new Set(
  'for at by with from joined via to became called named and bei für chez pour por para con'.split(' '),
)

const AFTER_FIRM = new Set(
  'office offices headquarters branch plant factory store employee employees spokesman spokeswoman'.split(' '),
)
/** Departments of any hospital. */
const SPECIALTY =
  /(?:ology|ologie|ología|iatry|iatrics|surgery|medicine|nursing|obstetrics|care|therapy|imaging|resources|affairs)$/iu

/** "Sunrise Construction Inc.", "Clarksville Tax Department", "Hicks & Sons"; not "the Supreme Court". */
export function decideOrganisation(words: readonly Word[], run: Run): Decision | null {
  const from = run.from + leading(words, run)
  const inner = { from, to: run.to }
  return (
    asCompany(words, has(DETERMINERS, words[run.from]) ? inner : run) ??
    asFamily(words, inner) ??
    asInstitution(words, inner) ??
    asFirm(words, inner)
  )
}

function asCompany(words: readonly Word[], { from, to }: Run): Decision | null {
  const run = words.slice(from, to)
  const end = run.findLastIndex((word, at) => at > 0 && isCompanyEnding(word, run))
  return end > 0 ? decided({ from, to: from + end + 1 }, 'organisation', 0.9) : null
}

/** Two letters are an ending only in capitals among words that are not ("AG", not "Aquacel Ag" nor "SAVE AS"), and "AS" none of the last. */
function isCompanyEnding(word: Word, run: readonly Word[]): boolean {
  if (!has(COMPANY_ENDINGS, word) || !isCapital(word)) return false
  if (word.text.length > 2 || /^Co$/u.test(word.text)) return true
  return word.shape === 'upper' && (run.at(-1) === word || word.text !== 'AS') && run[0]?.shape !== 'upper'
}

function asFamily(words: readonly Word[], { from, to }: Run): Decision | null {
  const [and, after] = [words[to], words[to + 1]]
  const inRun = has(FAMILY, words[to - 1]) && /&/u.test(words[to - 1]?.gap ?? '')
  if (inRun && to - from > 1) return decided({ from, to }, 'organisation', 0.9)
  return and?.text === 'and' && has(FAMILY, after) && after && isCapital(after)
    ? decided({ from, to: to + 2 }, 'organisation', 0.85)
    : null
}

/** A kind of institution at the end ("Ontario Hospital") or before a preposition ("University of Leeds"), and a name. */
function asInstitution(words: readonly Word[], { from, to }: Run): Decision | null {
  const run = words.slice(from, to)
  const keyword = run.findLastIndex((word) => has(ORGANISATION_WORDS, word))
  const isLast = keyword === run.length - 1
  const isFirst = keyword >= 0 && begins(wordAt(run, keyword + 1))
  if (run.length < 2 || (!isLast && (!isFirst || isDefinedTerm(run, words[from - 1])))) return null
  const telling = run.filter(
    (word) => isCapital(word) && !has(ORGANISATION_WORDS, word) && !has(GENERIC_WORDS, word) && !has(ROLES, word),
  )
  const isNamed = telling.some(
    ({ ordinary, name, levels }) => ordinary === 0 || name === 2 || levels.place > 0 || levels.people > 0,
  )
  if (isNamed) return decided({ from, to }, typeOfOrganisation(run), 0.8)
  const isPlain = telling.every((word) => word.inHeading || has(LEGAL_WORDS, word) || SPECIALTY.test(word.text))
  return isPlain || run[0]?.opens || has(DETERMINERS, words[from - 1])
    ? null
    : decided({ from, to }, typeOfOrganisation(run), 0.48)
}

/** "the Insurance Rent": a term of a contract. */
function isDefinedTerm(run: readonly Word[], before: Word | undefined): boolean {
  return has(DETERMINERS, before) && run.every(({ ordinary }) => ordinary === 2)
}

/** What follows "Klinikum" or "University": its name, or a preposition before it. */
function begins(next: Word): boolean {
  return next.ordinary === 0 || next.levels.place > 0 || (has(PARTICLES, next) && next.shape === 'lower')
}

/** "work for Rapid Cycle Solutions": ordinary words, capitalised in the middle of a sentence behind a preposition. */
function asFirm(words: readonly Word[], { from, to }: Run): Decision | null {
  const run = words.slice(from, to)
  const [first, after] = [wordAt(run, 0), wordAt(words, to)]
  const isAhead = has(AFTER_FIRM, after) && after.gap === ' ' && after.shape === 'lower'
  if (first.opens || !(has(BEFORE_FIRM, words[from - 1]) || isAhead) || run.some(isNoPartOfFirm)) return null
  if (run.every((word) => has(GENERIC_WORDS, word))) return null
  if (run.length === 1 && !isAhead && !isTelling(first)) return null
  return decided({ from, to }, 'organisation', 0.45)
}

/** One word alone: no acronym, nothing common, no name. */
function isTelling({ shape, ordinary, name }: Word): boolean {
  return shape !== 'upper' && ordinary < 2 && name === 0
}

/** A term of law, a role, a letter; a word that is unknown tells more than that. */
function isNoPartOfFirm(word: Word): boolean {
  if (word.inHeading || word.ordinary === 0 || word.text.length === 1 || isOfMedicine(word)) return true
  return has(LEGAL_WORDS, word) || has(ROLES, word)
}

/** A drug, a test, a disease and whoever it bears the name of: "mit Osgood-Schlatter", "bei Bedarf Novalgin". */
function isOfMedicine({ levels, name, ordinary, text }: Word): boolean {
  return (
    name === 0 && ordinary === 2 && (levels.safe === 2 || eponym(text) !== null || hasMedicalEnding(text.toLowerCase()))
  )
}

function decided(run: Run, type: IdentifierType, confidence: number): Decision {
  return { ...run, type, by: confidence < 0.5 ? 'safe-words' : 'names', confidence }
}

/** How many words the run begins with that belong to the sentence: "The Hamilton Clinic", "At Leeds Hospital". */
function leading(words: readonly Word[], { from, to }: Run): number {
  let at = from
  while (at < to - 1 && isLeading(words, at)) at += 1
  return at - from
}

/** Also "Schadensersatz von der" before "Krause GmbH": a noun, and what joins it to the name. */
function isLeading(words: readonly Word[], at: number): boolean {
  const [word, next] = [wordAt(words, at), wordAt(words, at + 1)]
  if ([DETERMINERS, BEFORE_PLACE, ROLES].some((list) => has(list, word)) || (has(PARTICLES, word) && !isCapital(word)))
    return true
  const isNoun = word.ordinary > 0 && word.name === 0 && !has(ORGANISATION_WORDS, word)
  return isNoun && next.shape === 'lower' && has(PARTICLES, next) && !/^(?:of|and|&|y|e|et|und)$/u.test(next.text)
}
