import { abbreviationOf } from '../text/abbreviations.ts'
import { saysHow } from '../text/amounts-asked.ts'
import { isDocumentWord } from '../text/document-words.ts'
import {
  asksOfEarlier,
  isKindWord,
  questionParts,
  saysAge,
  saysAtAge,
  thingAsked,
  type Wanted,
  wantedBy,
  wordsOfNow,
} from '../text/questions.ts'
import { type Language, languageOf } from '../text/languages.ts'
import { isNamedThere, type NamedThing, thingsNamed } from '../text/same-things.ts'
import { overlaps, type Span } from '../text/spans.ts'
import { isSameWord } from '../text/word-forms.ts'
import { isDeedOfAnother } from './deed-of-another.ts'
import { type AskedPart, type ConfirmedSentence, hasAnswerType } from './answer-type.ts'
import { isOfRelative } from './of-relative.ts'
import { isSameValue, statementOf, stateWords, type Term, type Value, valuesIn } from './claim-statement.ts'
import { meansLabel } from './form-labels.ts'

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

/** "Is she allergic to anything?" */
const ANYTHING = new Set('anything something anyone someone anybody somebody'.split(' '))

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
  const things = thingsNamed(text)
  const own = asked.terms.map((term) => withoutName(term, text, things))
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
  // A word may tell a state in two languages.
  const once = [...new Map([...own, ...states, ...earlierIn(text)].map((term) => [term.start, term])).values()]
  // The article is a verb in English.
  const isArticle = ({ word }: Term) => word === 'die' && isGerman(text)
  const now = wordsOfNow(text)
  const isOfNow = ({ start }: Term) => now.some((span) => span.start <= start && start < span.end)
  const all = once.filter(
    (term) => !term.isName && term.word.length > 1 && !saysNoMore(term) && !isArticle(term) && !isOfNow(term),
  )
  // Of "How tall is the patient?" nothing else is left.
  const telling = whereSomeAreLeft(all, ({ start }) => wants !== 'amount' || !saysHow(text, start))
  // "Who is the GP?" also names a note of the GP.
  const terms = whereSomeAreLeft(telling, ({ word }) => !naming.has(word))
  return {
    text,
    wants,
    terms,
    readings: readingsOf(terms, text),
    names: names.map(({ word }) => word),
    asked,
    things: [...things, ...earlierIn(text).flatMap((term) => sameSpan(term, thingsNamed(term.word)))],
  }
}

/** "Has she had one before?" is answered by what says that it was earlier. */
function earlierIn(text: string): readonly Term[] {
  const span = asksOfEarlier(text)
  return span ? [{ ...span, word: 'previous', isName: false, isCapital: false }] : []
}

function sameSpan({ start, end }: Span, things: readonly NamedThing[]): readonly NamedThing[] {
  return things.map((thing) => ({ ...thing, start, end }))
}

/** Those of which it holds; all, where it holds of none. */
function whereSomeAreLeft(terms: readonly Term[], isLeft: (term: Term) => boolean): readonly Term[] {
  const left = terms.filter(isLeft)
  return left.length > 0 ? left : terms
}

const OR: Readonly<Record<Language, string>> = {
  en: 'or',
  de: 'oder',
  fr: 'ou',
  es: 'o|u',
  it: 'o|oppure',
  pt: 'ou',
  nl: 'of',
  pl: 'lub|albo|czy',
}
/** Where the language is not told: none that is another word in another one. */
const SURE_OR = 'or|oder|ou|oppure|lub|albo'
const AND = 'and|und|et|y|e|en|i'
/** Of two things joined by "and" both are asked for; of three and more each by itself. */
const FEWEST_OF_AND = 3

/** The terms with one of each list of alternatives: what is said of one of them speaks of the question. */
function readingsOf(terms: readonly Term[], text: string): readonly (readonly Term[])[] {
  const language = languageOf(text)
  const isOr = new RegExp(`(?<!\\p{L})(?:${language ? OR[language] : SURE_OR})(?!\\p{L})`, 'iu')
  const conjunction = `(?:${isOr.source}|(?:${AND})(?!\\p{L}))\\s+`
  const isJoint = new RegExp(`^(?:\\s*,\\s*(?:${conjunction})?|\\s+${conjunction})(?:\\p{L}{1,4}(?:\\s+|['’]))?$`, 'iu')
  const sorted = terms.toSorted((one, other) => one.start - other.start)
  const lists: { readonly terms: Term[]; hasOr: boolean }[] = []
  for (const [at, term] of sorted.entries()) {
    const gap = text.slice(sorted[at - 1]?.end ?? 0, term.start)
    const last = lists.at(-1)
    if (at === 0 || !last || !isJoint.test(gap)) lists.push({ terms: [term], hasOr: false })
    else {
      last.terms.push(term)
      last.hasOr ||= isOr.test(gap)
    }
  }
  return lists.reduce<readonly (readonly Term[])[]>(
    (readings, { terms: list, hasOr }) =>
      hasOr || list.length >= FEWEST_OF_AND
        ? readings.flatMap((reading) => list.map((one) => [...reading, one]))
        : readings.map((reading) => [...reading, ...list]),
    [[]],
  )
}

const ABBREVIATION = /^(?:\p{Lu}[\p{Lu}\p{N}]{1,5}s?|\p{L}+\p{N}[\p{L}\p{N}]*)$/u

/** Questions are too short to have a language by their words as a whole; of these none is a word of another one. */
const GERMAN =
  /(?<!\p{L})(?:wann|wer|wem|wen|wessen|warum|weshalb|wieso|welche[rsnm]?|ist|sind|wurden?|haben|hatten?|der|dem|für|und|nicht|eine?[rsnm]?)(?!\p{L})/iu

function isGerman(text: string): boolean {
  return languageOf(text) === 'de' || (languageOf(text) === null && GERMAN.test(text))
}

/** "Herr Roe", "Walter Roe". */
const GERMAN_NAME_BEFORE = /(?:(?<!\p{L})(?:Herrn?|Frau|Familie|Firma|Dr|Prof)\.?|\p{Lu}\p{L}*\.?)\s+$/u
const GERMAN_NAME_BEHIND = /^\s+\p{Lu}/u

/** Every noun has a capital in German; a name stands behind a title, or beside another name. */
function isGermanNoun({ start, end }: Term, text: string): boolean {
  const isBeside = GERMAN_NAME_BEFORE.test(text.slice(0, start).replace(/^\p{Lu}\p{L}*\s+/u, ' '))
  return !isBeside && !GERMAN_NAME_BEHIND.test(text.slice(end))
}

export function isAbbreviation(written: string): boolean {
  return ABBREVIATION.test(written)
}

/** "VAT", "CRP", "HbA1c" and "der Blutdruck" are things, and no people or documents. */
function withoutName(term: Term, text: string, things: readonly NamedThing[]): Term {
  const isThing =
    isAbbreviation(text.slice(term.start, term.end)) ||
    things.some((thing) => overlaps(thing, term)) ||
    (term.isName && isGerman(text) && isGermanNoun(term, text))
  return isThing ? { ...term, isName: false } : term
}

/** Whether a word only says that something is asked, and of what kind. */
function isOfAsking(word: string, wants: Wanted, hasThing: boolean): boolean {
  const isCase = wants === 'condition' && CASES.has(word)
  const isLight = (hasThing || wants === 'comparison') && LIGHT_VERBS.has(word)
  return isCase || isLight || ANYTHING.has(word) || (wants !== 'whether' && isKindWord(word))
}

function twoThings(part: string): readonly string[] {
  const { head = '', whose = '', one, more = '', other, tail = '' } = TWO_THINGS.exec(part)?.groups ?? {}
  if (one === undefined || other === undefined) return [part]
  const between = more.split(', ').flatMap((thing) => thing.replace(/^the /, '').trim() || [])
  return [one, ...between, other].map((thing) => `${head}${whose}${thing.trim()}${tail}`)
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
  return confirmed.some(
    (sentence) => coverage(part, sentence) >= enough && !lacksModifier(part, sentence) && hasAnswerType(part, sentence),
  )
}

/**
 * A warning notice is no break notice: whether a word is there, and not the one just before it, which says of what kind it is. `isKnown`:
 * whether two words are one term; any two are, where it is not said.
 */
export function lacksModifier(
  part: AskedPart,
  sentence: ConfirmedSentence,
  isKnown: (words: string) => boolean = () => true,
): boolean {
  const there = termsThere(part, sentence)
  const sorted = part.terms.toSorted((one, other) => one.start - other.start)
  return sorted.slice(1).some((term, at) => {
    const before = sorted[at]
    const isJoined = before !== undefined && /^[\s-]$/.test(part.text.slice(before.end, term.start))
    const isMissing = isJoined && there.includes(term) && !there.includes(before)
    return isMissing && isKnown(part.text.slice(before.start, term.end).toLowerCase())
  })
}

/** "How old is the patient?", "Who is the patient?": of whom the record is, a row says it without a word of the question. */
function asksForRow({ wants, text: asked }: AskedPart, text: string): boolean {
  if (wants === 'age') return saysAge(text) && !saysAtAge(text)
  // "By whom?" asks for nobody's record.
  const isOfRecord = (asked.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => OF_THE_RECORD.has(word))
  return wants === 'person' && isOfRecord && meansLabel('named', text)
}

/**
 * Whether a place has the dates and numbers by which a part says what is meant, its document the names, and it tells what is asked of
 * nobody else.
 */
export function isOfAsked(part: AskedPart, { around, said, label, documentHas }: ConfirmedSentence): boolean {
  const { names, asked, wants } = part
  const hasValue = (value: Value) => around.values.some((other) => isSameValue(value, asked, other, around))
  const areOne = (one: string, other: string) => documentHas(`${one} ${other}`) || documentHas(`${other} ${one}`)
  if (!asked.values.every(hasValue) || !names.every(documentHas)) return false
  return !isDeedOfAnother(asked, said, areOne) && (wants === 'person' || !isOfRelative(part, said, label))
}

/** How much of what a part is about is in a place with its heads, 0 to 1; 0 where a date or number of it, or a name, is of another. */
export function coverage(part: AskedPart, sentence: ConfirmedSentence): number {
  const { terms } = part
  if (!isOfAsked(part, sentence)) return 0
  if (terms.length === 0) return asksForRow(part, sentence.around.text) ? 1 : 0
  return termsThere(part, sentence).length / terms.length
}

/** Those of the words that a part is about which are in a place, with its heads. */
export function termsThere(
  { text, terms, asked, wants, things }: AskedPart,
  { around, said }: ConfirmedSentence,
): readonly Term[] {
  const words = [...around.terms, ...said.terms].map(({ word }) => word)
  const states = [around, said].flatMap(stateWords)
  // "Was it changed?" is answered by "Unchanged", which is another word and no other thing; alone it says nothing of what was changed.
  const isOfState = (start: number) =>
    wants === 'whether' &&
    terms.length > 1 &&
    asked.states.some((state) => state.start === start && said.states.some(({ family }) => family === state.family))
  const called = [
    ...things.filter(({ others }) => [around, said].some((one) => isNamedThere(others, one.text))),
    ...initialsThere(terms, text, around.text),
  ]
  const isThere = (term: Term, among: readonly string[]) =>
    among.some((other) => isSameWord(term.word, other)) || called.some((thing) => overlaps(thing, term))
  const found = terms.filter(
    (term) => isThere(term, [...words, ...states]) || meansLabel(term.word, around.text) || isOfState(term.start),
  )
  const label =
    LABEL.exec(said.text)?.[1]
      ?.toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const isShown = found.some((term) => isThere(term, label))
  return terms.filter((term) => found.includes(term) || (isShown && SHOWS.has(term.word)))
}

const INITIALS = /(?<![\p{L}\p{N}])\p{Lu}{2,5}(?![\p{L}\p{N}])/gu

/** Words of a question that stand beside each other, and of which a place has the initials: "ulcerative colitis", and "UC". */
function initialsThere(terms: readonly Term[], text: string, place: string): readonly Span[] {
  return [...place.matchAll(INITIALS)].flatMap(({ 0: initials }) =>
    terms.flatMap(({ start }, at) => {
      const named = terms.slice(at, at + initials.length)
      const end = named.at(-1)?.end ?? start
      const areBeside = /^[\p{L}’'-]+(?: [\p{L}’'-]+)*$/u.test(text.slice(start, end))
      const own = named.map(({ word }) => word[0]?.toUpperCase()).join('')
      return own === initials && areBeside && text.slice(start, end).split(' ').length === initials.length
        ? [{ start, end }]
        : []
    }),
  )
}

/** "ECG: atrial fibrillation" tells what it shows. */
const LABEL = /^[\s*_•-]*([^:.\n]{2,60}):\s/u
const SHOWS = new Set(
  'show shows showed reveal revealed find found demonstrate demonstrated zeigt zeigte ergab ergibt montre montré muestra mostró mostra mostrato mostrou toont toonde wykazało wykazał wykazała'.split(
    ' ',
  ),
)

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
