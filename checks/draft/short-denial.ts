import { countNegations } from '../../text/negation.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { isSameValue, statementOf } from '../claim-statement.ts'
import type { Place } from '../places.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'

type Sex = 'female' | 'male' | null
/** Who has what, or has it not: "She has diabetes", "No asthma". Each of `things` are the words of one. */
type Having = {
  readonly isDenied: boolean
  readonly sex: Sex
  /** "No effusion", which may be of the part of the body, or the day, that was spoken of before. */
  readonly isBare: boolean
  readonly things: readonly (readonly string[])[]
  /** Of the family: "no family history of gastric cancer". */
  readonly isOfFamily: boolean
}

const WHO = '(?<who>he|she|the patient|er|sie|der patient|die patientin)'
const SUBJECT = new RegExp(`^${WHO} `, 'iu')
const VERB = /^(?:(?<denies>does not have|doesn't have)|has|hat) /iu
const THERE = /^(?:there is|es besteht|es gibt) /iu
const NONE = /^(?:no|keine?n?) /iu
/** They say of a thing neither what it is nor that it is not there. */
const BEFORE = /^(?:an?|any|known|current|history of|eine?n?|bekannten?) /iu
const KNOWN_BEHIND = / bekannt$/iu
const ALLERGIC = new RegExp(`^${WHO} (?:is allergic to|ist allergisch gegen|has an allergy to) (?<what>\\p{L}+)$`, 'iu')
const HAS_ALLERGY = new RegExp(
  `^${WHO} (?:has|hat) (?:an?|eine) (?:known |bekannte )?(?:drug |medication )?(?:allergy|allergie)$`,
  'iu',
)
const NO_ALLERGIES = new RegExp(
  `^(?:(?:${WHO} (?:has|hat) )?(?:no|keine?) (?:known |bekannten )?(?:drug |medication )?(?:allergies|allergy|allergien)(?: known| bekannt)?|(?:allerg(?:ies|ien|y|ie)):? (?:none|nil|keine)(?: known| bekannte?)?|nkda)$`,
  'iu',
)

/** "Allergy History: No known drug allergies." */
const LABEL = /^\p{L}[\p{L} ]{2,30}: /u

/** They deny an allergy to a medicine, and none to pollen. */
const OF_MEDICINES = /(?<!\p{L})(?:drug|medication|nkda)(?!\p{L})/iu

/** Without the sign of an item before it and the full stop behind it. */
function bare(line: string): string {
  const words = line.trim()
  const end = words.endsWith('.') ? words.slice(0, -1).trimEnd() : words
  return end.slice(/^[\s*•–-]*/u.exec(end)?.[0].length ?? 0)
}

/** Of these a thing has no more than its full name: "diabetes mellitus" is what "diabetes" says alone. */
const FULL_NAME = new Set(
  'mellitus arterial arterielle arterieller bronchial bronchiale essential essentielle'.split(' '),
)
/** What is said under these is of others, or of another time. */
const OF_OTHERS =
  /famil|mother|father|sibling|relative|past|previous|differential|\bhistory\b|mutter|vater|vorgeschichte|früher|anamnese/iu
/** One thing has hardly more words, and none of these. */
const WORDS_AT_MOST = 4
const MORE_THAN_A_THING =
  /(?<!\p{L})(?:if|when|unless|since|after|before|until|in|at|on|with|without|for|of|from|to|but|not|no|that|which|who|wenn|falls|seit|nach|vor|mit|ohne|aber|nicht|bei|im|am|other|longer|evidence|risk|doubt|idea|choice|right|claim|issue)(?!\p{L})|[;:?!]/iu

/**
 * The place that denies what a short sentence says that somebody has, or the other way about: "She has diabetes" against "She does not have
 * diabetes mellitus". None where the page may mean another person, time or kind, or where another place says as the sentence does.
 */
export function shortDenial(sentence: string, places: readonly Place[], lexicon: Lexicon): Place | null {
  const own = bare(sentence)
  if (ALLERGIC.test(own) || HAS_ALLERGY.test(own) || NO_ALLERGIES.test(own))
    return allergyDenied(sentence, places, lexicon)
  const claim = havingIn(sentence)
  if (!claim) return null
  const isSeveralDays = areOfSeveralDays(places)
  const against = places.find((place) => {
    const isOfOthers = OF_OTHERS.test(place.head) && !claim.isOfFamily
    if (place.kind === 'two-sentences' || isOfOthers) return false
    const having = (claim.isOfFamily ? partsOf(place.text) : [place.text]).map(havingIn).find((one) => one !== null)
    if (!having || having.isOfFamily !== claim.isOfFamily || !isOtherwise(claim, having)) return false
    return !(claim.isBare || having.isBare) || !(isSeveralDays || (having.isBare && isOfPartOfBody(place, places)))
  })
  return against && !isSaidElsewhere(claim, places) ? against : null
}

/** Whether a line without a subject may be of what is spoken of above or before it: "The wrist was X-rayed. No fracture." */
function isOfPartOfBody({ label, start, end }: Place, places: readonly Place[]): boolean {
  if (label !== '') return true
  const before = places.find((place) => place.kind === 'two-sentences' && place.end === end && place.start < start)
  return before !== undefined && havingIn(before.text.slice(0, start - before.start)) === null
}

function havingIn(text: string): Having | null {
  const line = bare(text)
  const { who, denies, object } = predicateIn(line.replace(THERE, ''))
  const none = NONE.exec(object)
  // "No asthma" has no subject.
  const what = object.slice(none?.[0].length ?? 0)
  const family = FAMILY_HISTORY.exec(what)
  if (who === null && none === null && !(family && THERE.test(line))) return null
  const things = thingsIn(family ? what.slice(family[0].length).replace(AND_OTHERS, '') : what)
  // What is in a family is of no day and no part of the body.
  const isBare = who === null && !family
  return things && { isDenied: denies || none !== null, sex: sexOf(who), isBare, things, isOfFamily: family !== null }
}

type Predicate = { readonly who: string | null; readonly denies: boolean; readonly object: string }

/** What is said of whom; a line without both subject and verb is all object. */
function predicateIn(line: string): Predicate {
  const subject = SUBJECT.exec(line)
  const said = subject && line.slice(subject[0].length)
  const verb = said && VERB.exec(said)
  if (!verb) return { who: null, denies: false, object: line }
  const who = subject.groups?.['who'] ?? ''
  return { who, denies: verb.groups?.['denies'] !== undefined, object: said.slice(verb[0].length) }
}

const FAMILY_HISTORY = /^(?:an? |any |known |positive |strong |bekannte )*(?:family history of|familienanamnese für) /iu
/** "Gastric cancer or other serious illnesses". */
const AND_OTHERS = / (?:or|and|oder|und) (?:any |an )?(?:other|andere)(?!\p{L}).*$/iu

/** What a line says one after another, as of a family. */
function partsOf(text: string): readonly string[] {
  return text.split(/[.;:](?=\s)/u).map((part) => part.trim())
}

/** The words of each of the things; null where it is more than a list of things. */
function thingsIn(object: string): Having['things'] | null {
  let what = object.replace(KNOWN_BEHIND, '')
  for (let before = BEFORE.exec(what); before !== null; before = BEFORE.exec(what)) what = what.slice(before[0].length)
  if (MORE_THAN_A_THING.test(what)) return null
  const things = what.split(/,|\s(?:or|and|oder|und)\s/u).map(
    (thing) =>
      statementOf(thing)
        .text.toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
  return things.every(({ length }) => length > 0 && length <= WORDS_AT_MOST) ? things : null
}

function sexOf(who: string | null | undefined): Sex {
  const word = who?.toLowerCase() ?? ''
  if (['she', 'sie', 'die patientin'].includes(word)) return 'female'
  return ['he', 'er', 'der patient'].includes(word) ? 'male' : null
}

function isOtherwise(claim: Having, page: Having): boolean {
  if (claim.isDenied === page.isDenied || isOtherSex(claim.sex, page.sex)) return false
  const [denied, affirmed] = claim.isDenied ? [claim, page] : [page, claim]
  const isBare = claim.isBare || page.isBare
  return denied.things.some((wide) => affirmed.things.some((narrow) => isIn(wide, narrow, isBare)))
}

function isOtherSex(one: Sex, other: Sex): boolean {
  return one !== null && other !== null && one !== other
}

/** How much of a thing, and of which type: who has a mild one has one. But "diabetes insipidus" is no diabetes, and "pulmonary oedema" none of the legs. */
const DEGREE =
  /^(?:types?|typ|\d.*|[iv]+|mild|moderate|severe|acute|chronic|known|stable|two|three|four|leichte[nrs]?|schwere[nrs]?|akute[nrs]?|chronische[nrs]?|zwei|drei|vier)$/u

/** Whether who has the one has the other, which is denied. */
function isIn(denied: readonly string[], affirmed: readonly string[], isBare: boolean): boolean {
  const named = (words: readonly string[]) => words.filter((word) => !FULL_NAME.has(word))
  const [wide, narrow] = [named(denied), named(affirmed)]
  const isOf = (word: string, words: readonly string[]) => words.some((other) => isSameWord(word, other))
  const rest = narrow.filter((word) => !isOf(word, wide))
  if (wide.length === 0 || !wide.every((word) => isOf(word, narrow))) return false
  if (rest.length > 0 && (isBare || !rest.every((word) => DEGREE.test(word)))) return false
  return wide.length === denied.length || wide.length === narrow.length
}

const ANOTHER_TIME =
  /(?<!\p{L})(?:on day|days? \d|later|afterwards|then|subsequently|since|meanwhile|follow-up|review|temperature|am \d+\. tag|tag \d|später|danach|anschließend|seither|inzwischen|im verlauf|verlaufskontrolle|temperatur)(?!\p{L})/iu

/** Whether what is read speaks of more than one day: what is not there on one may be there on another. */
function areOfSeveralDays(places: readonly Place[]): boolean {
  const own = places.filter(({ kind }) => kind !== 'two-sentences')
  const said = statementOf(own.map(({ head, text }) => `${head}\n${text}`).join('\n'))
  const [first, ...others] = said.values.filter(({ kind }) => kind === 'date')
  const isOther = first !== undefined && others.some((other) => !isSameValue(first, said, other, said))
  return isOther || own.some(({ text }) => ANOTHER_TIME.test(text))
}

/** Another place that names the thing and denies it, or not, as the sentence does. */
function isSaidElsewhere({ isDenied, things, isOfFamily }: Having, places: readonly Place[]): boolean {
  const names = things.map((words) => words.filter((word) => !FULL_NAME.has(word)))
  return places.some(({ kind, text }) => {
    if (kind === 'two-sentences' || (isOfFamily && !/famil/iu.test(text))) return false
    const { terms } = statementOf(text)
    const isNamed = names.some((words) => words.every((word) => terms.some((term) => isSameWord(term.word, word))))
    return isNamed && countNegations(text) > 0 === isDenied
  })
}

/** "He is allergic to penicillin" against "No known allergies", and the other way about. */
function allergyDenied(sentence: string, places: readonly Place[], { isMedical }: Lexicon): Place | null {
  const own = places.filter(({ kind, head }) => kind !== 'two-sentences' && !OF_OTHERS.test(head))
  const allergic = (ALLERGIC.exec(bare(sentence)) ?? HAS_ALLERGY.exec(bare(sentence)))?.groups
  const sex = sexOf((allergic ?? NO_ALLERGIES.exec(bare(sentence))?.groups)?.['who'])
  const against = own.find(({ text }) => {
    const denied = allergic ? NO_ALLERGIES : ALLERGIC
    const match = denied.exec(bare(text)) ?? denied.exec(bare(text).replace(LABEL, ''))
    if (match === null || isOtherSex(sex, sexOf(match.groups?.['who']))) return false
    const [denial, to] = allergic ? [text, allergic['what']] : [sentence, match.groups?.['what']]
    return !OF_MEDICINES.test(denial) || to === undefined || isMedical(to.toLowerCase())
  })
  const isAlsoSaid = places.some(({ text }) => text !== against?.text && /allerg/iu.test(text))
  return against && !isAlsoSaid ? against : null
}
