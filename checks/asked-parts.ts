import { abbreviationOf } from '../text/abbreviations.ts'
import { isDocumentWord } from '../text/document-words.ts'
import {
  asksPrice,
  givesReason,
  isForEver,
  isKindWord,
  questionParts,
  saysAge,
  saysAtAge,
  saysPast,
  saysYears,
  setsTime,
  tellsManner,
  thingAsked,
  thingsCounted,
  type Wanted,
  wantedBy,
} from '../text/questions.ts'
import { isModal } from '../text/modal-words.ts'
import { isSameWord } from '../text/word-forms.ts'
import { meansLabel } from './form-labels.ts'
import { isConditional } from './qualifiers.ts'
import { isSameValue, statementOf, type Statement, type Term, type Value, valuesIn } from './statement.ts'

/**
 * One thing that is asked; `text` in the words of the question. `terms`: what it is about, without the `names` of people and documents;
 * `values`: the dates and numbers by which it says what is meant ("in July 2022").
 */
export type AskedPart = {
  readonly text: string
  readonly wants: Wanted
  readonly terms: readonly Term[]
  readonly names: readonly string[]
  readonly asked: Statement
}

/** "What is her age and occupation?", "Which were the rent and the deposit of the shop?": one verb, two things that are asked. */
const TWO_THINGS =
  /^(?<head>(?:[Ww]hat|[Ww]hich) (?:is|are|was|were) )(?<whose>(?:the |her |his |its |their |\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*['’]s )?)(?<one>\p{Ll}[\p{L} -]*?)(?<more>(?:, (?:the )?\p{Ll}[\p{L} -]*?)*),? and (?:the |her |his |its |their )?(?<other>\p{Ll}[\p{L} -]*?)(?<tail> (?:of|for|in|at|on|under|from|to|during|after|before)\b.*)?$/u

const FRAME =
  /^\s*(?:[Aa]ccording to|[Bb]ased on|[Ii]n the (?:case|matter|judgment|record|letter) of)\s[^,?]{2,120}(?:,\s(?:\p{Lu}|and\s)[^,?]{0,60})*,\s/u

/** Said of somebody who is named beside it: "the defendants A. Roe and B. Doe". */
const ROLES = new Set(
  'patient patients defendant defendants accused claimant claimants plaintiff plaintiffs party parties person persons case cases involving'.split(
    ' ',
  ),
)

/**
 * The parts of a question, each with what it wants to be told. `naming`: in lower case the words that only say which document is meant;
 * they need not be in what answers it.
 */
export function askedParts(question: string, naming: ReadonlySet<string>): readonly AskedPart[] {
  const plain = question.replace(FRAME, '').trim()
  const asked = plain === '' ? question : plain
  return questionParts(asked)
    .flatMap(twoThings)
    .map((text) => partOf(text, naming))
}

/** Whom a record is about it need not say in each line. */
const OF_THE_RECORD = new Set(['patient', 'patients', 'patientin', 'paciente', 'paziente', 'patiënt', 'pacjent'])

/** "The leases of Ashton and Glenwood" are the documents themselves. */
const OF_NAMED = /^\s+(?:of|between|against|von|de|di|van)\s+(?:the\s+)?\p{Lu}/u

/** "In which case may it end?" asks for no case. */
const CASES = new Set('case cases circumstance circumstances condition conditions'.split(' '))

/** A title is no name: "Mr", "Dr". */
const BEFORE_A_NAME = { before: '', behind: ' Roe', language: () => 'en' as const }

/** "What dose does he take", "what sentence did she receive": they only join who with what is asked for. */
const LIGHT_VERBS = new Set('take takes taking receive receives received get gets give gives gave given'.split(' '))

function partOf(text: string, naming: ReadonlySet<string>): AskedPart {
  const asked = statementOf(text)
  const wants = wantedBy(text)
  const states = asked.states.map(({ start, end }) => ({
    start,
    end,
    word: text.slice(start, end).toLowerCase(),
    isName: false,
    isCapital: false,
  }))
  const own = asked.terms.map((term) => withoutName(term, text))
  const names = own.filter(
    ({ word, isName }) =>
      isName &&
      word.length > 1 &&
      !isKindWord(word) &&
      !ROLES.has(word) &&
      abbreviationOf(word, BEFORE_A_NAME) === null,
  )
  // "The case process of Roe": of what the next word says.
  const isModifier = (end: number) => own.some(({ start, isName }) => start === end + 1 && !isName)
  const hasThing = thingAsked(text) !== null
  const isNamed = names.length > 0 || asked.terms.some(({ word }) => naming.has(word))
  const saysNoMore = ({ word, end }: Pick<Term, 'word' | 'end'>) =>
    (isDocumentWord(word) && OF_NAMED.test(text.slice(end))) ||
    (isNamed && ROLES.has(word) && !isModifier(end)) ||
    isOfAsking(word, wants, hasThing) ||
    OF_THE_RECORD.has(word)
  const all = [...own, ...states].filter((term) => !term.isName && term.word.length > 1 && !saysNoMore(term))
  const telling = all.filter(({ word }) => !naming.has(word))
  // "Who is the GP?" also names a note of the GP.
  const terms = telling.length > 0 ? telling : all
  return { text, wants, terms, names: names.map(({ word }) => word), asked }
}

const ABBREVIATION = /^(?:\p{Lu}[\p{Lu}\p{N}]{1,5}s?|\p{L}+\p{N}[\p{L}\p{N}]*)$/u

/** "VAT", "CRP" and "HbA1c" are things, and no people or documents. */
function withoutName(term: Term, text: string): Term {
  return ABBREVIATION.test(text.slice(term.start, term.end)) ? { ...term, isName: false } : term
}

/** Whether a word only says that something is asked, and of what kind. */
function isOfAsking(word: string, wants: Wanted, hasThing: boolean): boolean {
  const isCase = wants === 'condition' && CASES.has(word)
  const isLight = (hasThing || wants === 'comparison') && LIGHT_VERBS.has(word)
  return isCase || isLight || (wants !== 'whether' && isKindWord(word))
}

function twoThings(part: string): readonly string[] {
  const { head = '', whose = '', one, more = '', other, tail = '' } = TWO_THINGS.exec(part)?.groups ?? {}
  if (one === undefined || other === undefined) return [part]
  const between = more.split(', ').flatMap((thing) => thing.replace(/^the /, '').trim() || [])
  return [one, ...between, other].map((thing) => `${head}${whose}${thing.trim()}${tail}`)
}

/** A confirmed sentence, what the place that confirms it says with its label, and whether the document of that place has a word. */
export type ConfirmedSentence = {
  readonly said: Statement
  readonly around: Statement
  /** Of the place; empty where it has none. */
  readonly label: string
  readonly documentHas: (word: string) => boolean
}

/** So much of what a part asks about must be where its answer is. */
const TOPIC_SHARE = 0.75

/**
 * Whether one of the confirmed sentences answers a part: it is about what the part asks, of a document with the names that it has, and
 * tells what is wanted, a date for "when", a name for "who". A part that asks for all there is, or for a comparison, can never be shown
 * to be answered by a sentence.
 */
export function isAnswered(part: AskedPart, confirmed: readonly ConfirmedSentence[]): boolean {
  if (part.wants === 'all' || part.wants === 'comparison') return false
  const enough = part.wants === 'whether' ? 1 : TOPIC_SHARE
  return confirmed.some((sentence) => coverage(part, sentence) >= enough && tells(part, sentence))
}

/** "How old is the patient?", "Who is the patient?": of whom the record is, a row says it without a word of the question. */
function asksForRow(wants: Wanted, text: string): boolean {
  return (wants === 'age' && saysAge(text) && !saysAtAge(text)) || (wants === 'person' && meansLabel('named', text))
}

/** Whether a place has the dates and numbers by which a part says what is meant, and its document the names. */
export function isOfAsked({ names, asked }: AskedPart, { around, documentHas }: ConfirmedSentence): boolean {
  const hasValue = (value: Value) => around.values.some((other) => isSameValue(value, asked, other, around))
  return asked.values.every(hasValue) && names.every(documentHas)
}

/** How much of what a part is about is in a place with its heads, 0 to 1; 0 where a date or number of it, or a name, is of another. */
export function coverage(part: AskedPart, sentence: ConfirmedSentence): number {
  const { terms, asked, wants } = part
  const { around, said } = sentence
  if (!isOfAsked(part, sentence)) return 0
  if (terms.length === 0) return asksForRow(wants, around.text) ? 1 : 0
  const words = [...around.terms, ...said.terms].map(({ word }) => word)
  const states = [around, said].flatMap(({ states: all, text }) =>
    all.map(({ start, end }) => text.slice(start, end).toLowerCase()),
  )
  // "Was it changed?" is answered by "Unchanged", which is another word and no other thing.
  const isOfState = (start: number) =>
    wants === 'whether' &&
    asked.states.some((state) => state.start === start && said.states.some(({ family }) => family === state.family))
  const there = terms.filter(
    ({ word, start }) =>
      [...words, ...states].some((other) => isSameWord(word, other)) ||
      meansLabel(word, around.text) ||
      isOfState(start),
  )
  return there.length / terms.length
}

/** Whether a sentence tells what kind of thing is wanted. */
export function tells(part: AskedPart, { said, label }: ConfirmedSentence): boolean {
  const { wants, asked } = part
  // What was done by somebody is told by no rule for all.
  if (asked.terms.some(({ isName }) => isName) && !isModal(asked.text) && isRule(said.text)) return false
  const numbered = OF_CLAUSE.exec(said.text)?.[0].length ?? 0
  const fresh = said.values.filter(
    ({ start, end }) => end > numbered && !asked.text.includes(said.text.slice(start, end)),
  )
  return TELLS[wants]?.({ part, said, fresh, label }) ?? true
}

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
  whether: ({ part, said }) => !isConditional(said.text) || isConditional(part.asked.text),
  date: ({ fresh }) => hasKind(fresh, 'date'),
  when: ({ part, fresh, said }) => setsTime(said.text) || (hasKind(fresh, 'date', 'clock') && isAsSure(part, said)),
  age: ({ fresh, said, label }) => hasKind(fresh, 'months', 'number', 'time') && saysYears(`${label} ${said.text}`),
  length: ({ fresh, said }) => hasKind(fresh, 'months', 'time', 'working time') || isForEver(said.text),
  count: ({ part, fresh, said }) =>
    fresh.some((value) => value.kind === 'number' && isOfThings(value.end, said, termsCounted(part))),
  amount: ({ part, fresh }) =>
    fresh.some(
      ({ measure, kind }) => measure !== null && kind !== 'place' && !(isOfTime(kind) && asksPrice(part.text)),
    ),
  person: ({ part, said }) =>
    said.terms.some(({ word, isName }) => isName && !part.asked.terms.some((other) => isSameWord(word, other.word))),
  reason: ({ said }) => givesReason(said.text),
  condition: ({ said }) => isConditional(said.text),
  manner: ({ part, said }) =>
    tellsManner(
      said.text,
      part.terms.map(({ word }) => word),
    ),
  any: ({ part, said, label }) => {
    const thing = thingAsked(part.text)
    if (thing === null) return !ASKS_NUMBER.test(part.text) || hasFigure(part, said)
    return saysWhich(thing, part, said, label)
  },
}

/** When something may be done is not told by when it was done. */
function isAsSure({ asked }: AskedPart, said: Statement): boolean {
  return !isModal(asked.text) || isModal(said.text) || isConditional(said.text) || !saysPast(said.text)
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

const LABEL_WORDS = 6
/** "This court pronounces the following judgment:" labels nothing. */
const INTRODUCES =
  /(?<!\p{L})(?:this|these|following|below|diese[rsn]?|folgende[rsn]?|suivante?s?|ce(?:tte|s)?|siguientes?|est[aeo]s?|seguent[ei]|quest[aoei]|seguintes?|volgende|deze|następując\p{L}+)(?!\p{L})/iu
/** Joins a thing with what it is: "the crime of embezzlement", "sentences her to five years", "the permitted use is a shop". */
const IS = String.raw`(?:(?:\p{Lu}[\p{L}.’'-]*|him|her|them|he|she) ?)*(?:of|to|for|with|as|is|was|are|were|being|be|includes?|included|comprises?|namely|means?)(?![\p{L}])|[:\t|(–—]|(?=[£$€<>≤≥]?\d)`
const JOINED_BEHIND = new RegExp(String.raw`^[*_"”’)]*\s*(?:${IS})`, 'u')
const OF_WHAT = /^(\s+(?:of|for|in|at) (?:the |this |that |his |her |its |their )?)\p{L}[\p{L}’'-]*/u
const JOINED_BEFORE = /(?<!\p{L})(?:is|was|are|were|as|became|being) (?:the |an? |his |her |its |their )?(?:\p{L}+ )?$/u

/** Whether a sentence says which or what a thing is, and not only that there is one: "the nature of the crimes" names no crime. */
function saysWhich(
  thing: string,
  { asked }: AskedPart,
  { text, terms, states, values }: Statement,
  label: string,
): boolean {
  const isThing = (word: string) => isSameWord(word.toLowerCase(), thing)
  const labels = [label, ...text.split('\n').flatMap((line) => /^([^:\t|]*)[:\t|]/u.exec(line)?.[1] ?? [])]
  const isLabelled = labels.some((one) => {
    const words = one.match(/\p{L}+/gu) ?? []
    return one.includes('|') || one.includes('\t')
      ? words.some(isThing)
      : words.length <= LABEL_WORDS && isThing(headOf(one)) && !INTRODUCES.test(one)
  })
  if (isLabelled) return true
  const isFresh = (start: number, end: number) =>
    !asked.terms.some(({ word }) => isSameWord(word, text.slice(start, end).toLowerCase()))
  const said = [...terms, ...states, ...values].filter(({ start, end }) => isFresh(start, end))
  return [...text.matchAll(/\p{L}[\p{L}’'-]*/gu)].some(({ 0: word, index }) => {
    if (!isThing(word)) return false
    const end = index + word.length
    const whose = OF_WHAT.exec(text.slice(end))
    // "The permitted use of the premises is …": of what is known from the question.
    const isKnown = whose !== null && !isFresh(end + (whose[1]?.length ?? 0), end + whose[0].length)
    if (isJoinedTo(said, text, isKnown ? end + whose[0].length : end)) return true
    return JOINED_BEFORE.test(text.slice(0, index)) && said.some((one) => one.end <= index)
  })
}

const NOT_ITS_HEAD = /\s*(?:\(.*|(?<!\p{L})(?:of|for|in|on|at|to|by|from|under|and|or)(?!\p{L}).*)$/iu

/** What a label names: "rent" of "Annual rent (exclusive of VAT)", "considerations" of "Sentencing considerations". */
function headOf(label: string): string {
  return (
    label
      .replace(NOT_ITS_HEAD, '')
      .match(/\p{L}+/gu)
      ?.at(-1) ?? ''
  )
}

/** "The court is adjourned" does not say which court it is. */
const DONE_TO_IT = /^\s*(?:is|was|are|were)\s+(?:not )?\p{L}+(?:ed|ing)[.!\s]*$/u

function isJoinedTo(said: readonly { readonly start: number }[], text: string, at: number): boolean {
  const joined = JOINED_BEHIND.exec(text.slice(at))?.[0]
  if (joined === undefined || DONE_TO_IT.test(text.slice(at))) return false
  const from = at + joined.length
  return said.some(({ start }) => start >= from && wordsIn(text.slice(from, start)) <= NEAR_WORDS)
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

function hasKind(values: readonly Value[], ...kinds: readonly string[]): boolean {
  return values.some(({ kind }) => kinds.includes(kind))
}

const NEAR_WORDS = 2

function termsCounted({ text, terms }: AskedPart): readonly Term[] {
  const things = thingsCounted(text)?.toLowerCase() ?? ''
  const counted = terms.filter(({ word }) => things.includes(word))
  return counted.length > 0 ? counted : terms
}

/** "4 pieces of evidence": what is counted stands just behind the number. */
function isOfThings(end: number, { text, terms: all }: Statement, terms: readonly Term[]): boolean {
  const next = all.filter(({ start }) => start >= end).slice(0, NEAR_WORDS)
  const isNear = (term: Term) => wordsIn(text.slice(end, term.start)) <= NEAR_WORDS
  return next.some((term) => isNear(term) && terms.some(({ word }) => isSameWord(word, term.word)))
}

const NAME = /\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*)*/u
/** "A. Roe and B. Doe", "A or B": people or parties that are asked about beside each other. */
const NAMES_TOGETHER = new RegExp(
  `(${NAME.source})(?:,? (?:and|or|with|versus|vs\\.?|v\\.?|und|oder|et|ou|y|o|e|en|of|i|lub) (${NAME.source}))+`,
  'gu',
)

/** People and parties that the question asks about beside each other, as they are written there; fewer than two: none. */
export function namesAsked(question: string): readonly string[] {
  const plain = question.replace(FRAME, '')
  const lists = [...plain.matchAll(NAMES_TOGETHER)].map(([list]) => list)
  const names = lists.flatMap((list) =>
    list.split(/,? (?:and|or|with|versus|vs\.?|v\.?|und|oder|et|ou|y|o|e|en|of|i|lub) /u),
  )
  const found = [...new Set(names.map((name) => name.replace(/[’']s?$/, '').trim()))].filter(
    (name) => !isKindWord(name.toLowerCase()) && valuesIn(name).length === 0,
  )
  return found.length < 2 ? [] : found
}
