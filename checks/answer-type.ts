import {
  asksDose,
  asksPrice,
  isChangeBy,
  isOfForms,
  type Measured,
  measuredBy,
  saysChange,
} from '../text/amounts-asked.ts'
import { saysWhatItIs, thingToDefine } from '../text/definitions.ts'
import { isReporting } from '../text/hedges.ts'
import { hasQualifier } from '../text/qualifiers.ts'
import { isModal } from '../text/modal-words.ts'
import { countDenials } from '../text/negation.ts'
import {
  asksOfDeed,
  asksOfNext,
  asksWhatSaid,
  givesReason,
  isForEver,
  isToDo,
  pointsToBefore,
  saysPast,
  saysYears,
  setsTime,
  tellsManner,
  thingAsked,
  thingsCounted,
  type Wanted,
} from '../text/questions.ts'
import { headsOf, type NamedThing } from '../text/same-things.ts'
import { isParticiple, isPastForm } from '../text/voice.ts'
import { isSameWord } from '../text/word-forms.ts'
import { stateWords, type Statement, statementOf, type Term, type Value } from './claim-statement.ts'
import { isActingIn } from './deed-of-another.ts'
import { isConditional } from './qualified-alike.ts'
import { headOf, isOfPartOnly, saysWhich, wordsIn } from './says-which.ts'

/** A confirmed sentence, what the place that confirms it says with its label, and whether the document of that place has a word. */
export type ConfirmedSentence = {
  readonly said: Statement
  readonly around: Statement
  /** Of the place; empty where it has none. */
  readonly label: string
  /** In lower case; or two words that stand beside each other. */
  readonly documentHas: (words: string) => boolean
}

/**
 * One thing that is asked; `text` in the words of the question. `terms`: what it is about, without the `names` of people and documents;
 * `readings`: the same with one of each list of alternatives ("started, stopped or changed"), of which each is asked for by itself;
 * `values`: the dates and numbers by which it says what is meant ("in July 2022").
 */
export type AskedPart = {
  readonly text: string
  readonly wants: Wanted
  readonly terms: readonly Term[]
  readonly readings: readonly (readonly Term[])[]
  readonly names: readonly string[]
  readonly asked: Statement
  /** The things that it names and that have other names too ("heart rate", "pulse"). */
  readonly things: readonly NamedThing[]
}

/** Whether a sentence tells what kind of thing is wanted. */
export function hasAnswerType(part: AskedPart, { said, label }: ConfirmedSentence): boolean {
  const { wants, asked } = part
  if (TELLS_NOTHING.test(said.text)) return false
  if (asksOfDeed(asked.text) && isToBeDone(said, label)) return false
  // "When does it end if it is not terminated?" is answered by nothing that tells of its termination.
  if (isConditional(asked.text) && countDenials(asked.text) > 0 && countDenials(said.text) === 0) return false
  // What was done by somebody is told by no rule for all.
  if (asked.terms.some(({ isName }) => isName) && !isModal(asked.text) && isRule(said.text)) return false
  return TELLS[wants]?.({ part, said, fresh: freshValues(part, said), label }) ?? true
}

/** It has not been done, nor found anything. */
function isToBeDone({ text }: Statement, label: string): boolean {
  return isToDo(text) || (label !== '' && isToDo(label))
}

/** The numbers and dates of a sentence that the question does not have itself. */
export function freshValues({ asked }: AskedPart, { text, values }: Statement): readonly Value[] {
  const numbered = OF_CLAUSE.exec(text)?.[0].length ?? 0
  return values.filter(({ start, end }) => end > numbered && !asked.text.includes(text.slice(start, end)))
}

/** "Accordingly, he is sentenced to:", "Gout of the left knee?" */
const TELLS_NOTHING = /(?::[*_\s]*|\?[*_\s"”»]*)$/

/** "7.1 The Tenant …": the number of a clause tells nothing. */
const OF_CLAUSE = /^[\s*_]*\p{N}+(?:\.\p{N}+)*[.)]?\s+(?=\p{Lu})/u
const GENERAL = /\b(?:anyone|whoever|any person|those) who\b/iu

/** "Whoever does so shall be …, if the amount is large". */
function isRule(text: string): boolean {
  return isModal(text) && (isConditional(text) || GENERAL.test(text))
}

/** A sentence with the label of its place, and the numbers and dates that the question does not have itself. */
type Telling = {
  readonly part: AskedPart
  readonly said: Statement
  readonly fresh: readonly Value[]
  readonly label: string
}

/** Of what is not listed any sentence on it tells. */
const TELLS: Readonly<Partial<Record<Wanted, (telling: Telling) => boolean>>> = {
  whether: ({ part, said }) =>
    (!isConditional(said.text) || isConditional(part.asked.text)) &&
    !isLeaveForDeed(part, said) &&
    !part.terms.some(({ word }) => isOfPartOnly(word, part.asked, said)) &&
    (!saysWhoSays(said, part.terms) || matchesOf(part.asked.text, isReporting).length > 0),
  date: ({ part, fresh, said }) => hasKind(fresh, 'date') && !isLeaveForDeed(part, said) && isAsSure(part, said),
  when: ({ part, fresh, said }) =>
    !isLeaveForDeed(part, said) &&
    (setsTime(said.text) || isInTime(fresh, said) || (hasKind(fresh, 'date', 'clock') && isAsSure(part, said))),
  age: ({ fresh, said, label }) => hasKind(fresh, 'months', 'number', 'time') && saysYears(`${label} ${said.text}`),
  length: ({ fresh, said }) => hasKind(fresh, 'months', 'time', 'working time') || isForEver(said.text),
  count: ({ part, fresh, said }) =>
    fresh.some((value) => value.kind === 'number' && isOfThings(value.end, said, termsCounted(part))),
  amount: tellsAmount,
  person: ({ part, said }) =>
    isBehindItsLabel(part, said) ||
    said.terms.some(({ word, isName }) => isName && !part.asked.terms.some((other) => isSameWord(word, other.word))),
  reason: ({ said }) => givesReason(said.text),
  condition: ({ said }) => isConditional(said.text),
  manner: ({ part, said }) =>
    tellsManner(
      said.text,
      part.terms.map(({ word }) => word),
    ),
  any: ({ part, said, label }) => {
    if (pointsToBefore(said.text) || isOnlySpokenOf(part, said)) return false
    const defined = thingToDefine(part.text)
    if (defined !== null) return saysWhatItIs(defined, `${label}: ${said.text}`) || saysWhatItIs(defined, said.text)
    const thing = thingAsked(part.text)
    if (thing === null) return !ASKS_NUMBER.test(part.text) || hasFigure(part, said)
    return [thing, ...otherHeads(thing, part)].some((one) => saysWhich(one, part.asked, said, label))
  },
}

/** "He has been referred to Mr Roe" tells nothing that Mr Roe said. */
function isOnlySpokenOf({ text, names }: AskedPart, said: Statement): boolean {
  const there = names.filter((name) => said.terms.some(({ word }) => word === name))
  return asksWhatSaid(text) && there.length > 0 && !there.some((name) => isActingIn(said, name))
}

const LABELLED = /^[\s*_•-]*(?<label>\p{L}[\p{L} ’'-]{1,40}):[*_\s]+\p{L}/u

/** "Historian: the patient herself" tells who it is, without a name. */
function isBehindItsLabel({ terms }: AskedPart, { text }: Statement): boolean {
  const words =
    LABELLED.exec(text)
      ?.groups?.label?.toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return words.length > 0 && words.every((word) => terms.some((term) => isSameWord(term.word, word)))
}

/** Who is said to have said something may be wrong: "He told two colleagues that he had agreed" is no yes; what a patient tells of herself is. */
function saysWhoSays({ text }: Statement, asked: readonly Term[]): boolean {
  const first = asked.flatMap(({ word }) => matchesOf(text, (other) => isSameWord(word, other)))
  const reporting = matchesOf(text, isReporting).find((at) => first.some((start) => at < start))
  return (
    reporting !== undefined &&
    /(?:(?<!\p{L})(?:that|dass|daß|que|che|dat|że)(?!\p{L})|:)/iu.test(text.slice(reporting)) &&
    !TOLD_US.test(text)
  )
}

const TOLD_US = /(?<!\p{L})(?:told (?:us|me)|reports? that (?:she|he)|berichtet|gibt an)(?!\p{L})/iu

/** Where the words begin of which it holds. */
function matchesOf(text: string, holds: (word: string) => boolean): readonly number[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => (holds(word.toLowerCase()) ? index : []))
}

/** "Pulse" where the thing is the "rate" of "heart rate". */
function otherHeads(thing: string, { text, things }: AskedPart): readonly string[] {
  const isIts = ({ start, end }: NamedThing) => isSameWord(headOf(text.slice(start, end)).toLowerCase(), thing)
  return things.filter(isIts).flatMap(({ others }) => headsOf(others))
}

const IN = /(?<!\p{L})(?:in|dans|en|tra|fra|em|over|za)\s+$/iu

/** "The next scan is in six weeks." */
function isInTime(fresh: readonly Value[], { text }: Statement): boolean {
  return fresh.some(({ kind, start }) => isOfTime(kind) && IN.test(text.slice(0, start)))
}

/** When something may be done, or is due next, is not told by when it was done. */
function isAsSure({ asked }: AskedPart, said: Statement): boolean {
  if (asksOfNext(asked.text)) return !tellsPast(said.text) || hasQualifier(said.text, 'future') || isModal(said.text)
  return !isModal(asked.text) || isModal(said.text) || isConditional(said.text) || !saysPast(said.text)
}

/** Also by a verb alone: "The scan of 14 March showed nothing." */
function tellsPast(text: string): boolean {
  return saysPast(text) || matchesOf(text, isPastForm).length > 0
}

/**
 * Whether and when something was done is not told by what may or must be done: "Did she give notice?", "She may give six months'
 * notice"; "Has the Employer consented?", "not without the Employer's consent"; nor by what is to come: "It will be sent".
 */
function isLeaveForDeed({ asked }: AskedPart, said: Statement): boolean {
  if (!asksOfDeed(asked.text) || saysPast(said.text) || saysDone(said.text) || OF_LEAVE.test(asked.text)) return false
  const words = [...asked.terms.map(({ word }) => word), ...stateWords(asked)]
  const clauses = said.text.split(/[,;.]\s/u)
  // "Remove the drain on day 3 if it is dry."
  if (isConditional(said.text) && !tellsPast(said.text)) return true
  const own = clauses.filter((clause) =>
    words.some((word) => matchesOf(clause, (other) => isSameWord(word, other)).length > 0),
  )
  return (own.length > 0 ? own : clauses).every((clause) => isModal(clause) || hasQualifier(clause, 'future'))
}

const AUXILIARY = /(?<!\p{L})(?:has|have|had|hat|haben|hatten?|ist|sind)(?! to\b)(?!\p{L})/iu
/** "Has consented", "hat gezahlt": done, whatever else the sentence permits. */
function saysDone(text: string): boolean {
  return text.split(/[.;]/u).some((clause) => {
    const auxiliary = AUXILIARY.exec(clause)
    const behind = auxiliary ? clause.slice(auxiliary.index).match(/\p{L}+/gu) : null
    return behind?.some((word) => isParticiple(word)) ?? false
  })
}

/** Questions that ask for leave or ability themselves. */
const OF_LEAVE =
  /(?<!\p{L})(?:able|allowed|permitted|entitled|obliged|required|bound|free|berechtigt|verpflichtet|befugt|erlaubt|in der lage)(?!\p{L})/iu

function tellsAmount({ part, said, fresh, label }: Telling): boolean {
  const asksChange = saysChange(part.text)
  // "Weight 44 kg (47 kg in January)" leaves to the reader how much was lost; "a loss of 3 kg" what the weight is.
  if (asksChange && !saysChange(said.text)) return false
  const own = fresh.filter(
    ({ measure, kind, start, end }) =>
      measure !== null &&
      kind !== 'place' &&
      !(isOfTime(kind) && asksPrice(part.text)) &&
      (kind !== 'number' || label !== '' || !asksDose(part.text) || isOfForms(said.text.slice(end))) &&
      (asksChange || !isChangeBy(said.text, start)),
  )
  const measured = measuredBy(part.text)
  if (measured === null) return own.length > 0
  const { dimensions, thing } = measured
  return isOfMeasured({ dimensions, thing: mustBeNamed(thing, part, said, label) ? thing : null }, own, said, label)
}

const IN_A_ROW = /[:\t|]/u
const BEGINS_WITH_A_PERSON = /^\s*(?:she|he|sie|er|elle|il|ella|él|lei|lui|ela|ele|zij|hij|ona|on)(?!\p{L})/iu

/** The patient, and a person by name, are named by nothing beside their measure: "She is 172 cm tall.", "Height: 172 cm". */
function mustBeNamed(thing: string | null, { terms, names }: AskedPart, { text }: Statement, label: string): boolean {
  if (thing === null) return false
  if (terms.some(({ word }) => isSameWord(word, thing))) return true
  const isRow = label !== '' || IN_A_ROW.test(text)
  return names.some((name) => isSameWord(name, thing)) && !isRow && !BEGINS_WITH_A_PERSON.test(text)
}

/** A length is one of many that a text has: what is measured must be named. The unit of a row may stand in its label. */
function isOfMeasured({ dimensions, thing }: Measured, values: readonly Value[], said: Statement, label: string) {
  const isNamed =
    thing === null || statementOf(`${label}\n${said.text}`).terms.some(({ word }) => isSameWord(word, thing))
  const isRow = label !== '' || IN_A_ROW.test(said.text)
  return isNamed && values.some(({ kind }) => dimensions.includes(kind) || (isRow && kind === 'number'))
}

/** "Within 14 days" is no rate of interest. */
function isOfTime(kind: string): boolean {
  return kind === 'months' || kind === 'time' || kind === 'working time'
}

/** "What is the VAT number of …", "Which claim number does it have". */
const ASKS_NUMBER = /\b(?:number|numbers|no\.|nummer|numéro|número|numero|numer)(?! of| de| di| von| van)(?!\p{L})/iu

/** Whether a sentence has a figure that the question does not have, but for the number of its clause. */
function hasFigure({ text: asked }: AskedPart, { text }: Statement): boolean {
  const figures = text.replace(OF_CLAUSE, '').match(/\p{N}[\p{L}\p{N}./-]*/gu) ?? []
  return figures.some((figure) => !asked.includes(figure))
}

function hasKind(values: readonly Value[], ...kinds: readonly string[]): boolean {
  return values.some(({ kind }) => kinds.includes(kind))
}

function termsCounted({ text, terms }: AskedPart): readonly Term[] {
  const things = thingsCounted(text)?.toLowerCase() ?? ''
  const counted = terms.filter(({ word }) => things.includes(word))
  return counted.length > 0 ? counted : terms
}

/** Words that may stand between a number and what it counts. */
const NEAR_WORDS = 2

/** "4 pieces of evidence": what is counted stands just behind the number. */
function isOfThings(end: number, { text, terms: all }: Statement, terms: readonly Term[]): boolean {
  const next = all.filter(({ start }) => start >= end).slice(0, NEAR_WORDS)
  const isNear = (term: Term) => wordsIn(text.slice(end, term.start)) <= NEAR_WORDS
  return next.some((term) => isNear(term) && terms.some(({ word }) => isSameWord(word, term.word)))
}
