import { sentenceCase } from '../../../wording/phrases.ts'
import { questionForDocument } from '../draft/rephrase-question.ts'

type Party = {
  /** Words, in lower case, by which the question names it. */
  readonly words: ReadonlySet<string>
}

const TITLE = '(?:the |that of |those of |in )*(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? )?(?:\\p{L}\\. ?)*'
const JOIN = '(?:,? (?:and|or|with|to|than|from|versus|vs\\.?|against)|,)'

/**
 * A question that compares several as it is put to one of them alone: without the names of the others, and without the words that
 * compare. "Compare the rent of Mill Lane and Kestrel Row" becomes "What is said about the rent of Mill Lane?".
 */
export function partyQuestion(question: string, own: Party, others: readonly Party[]): string {
  const asked = question
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.?!]+$/u, '')
  const half = halfOf(asked, own, others)
  if (half !== null) return `What is said about ${half}?`
  const theirs = new Set(others.flatMap(({ words }) => [...words]).filter((word) => !own.words.has(word)))
  const alone = withoutParty(questionForDocument(asked, own.words, theirs), theirs)
  return `${sentenceCase(withoutComparing(alone))}?`
}

const COMPARED = /^(?:please )?(?:compare|contrast)\s+(?<what>\S.*)$/iu
const BETWEEN_HALVES = / (?:with|to|and|versus|vs\.?|against) /giu

/** In front of its name: "the sentence given to Ash" says what is compared, as "Ash’s sentence" does; "Ash on admission" does not. */
const WORDS_BEFORE_A_NAME = 2

/** Of "Compare the sentence given to Ash with the fine of Birch" the half of one; null where it is not in two such halves. */
function halfOf(asked: string, own: Party, others: readonly Party[]): string | null {
  const what = COMPARED.exec(asked)?.groups?.what
  if (what === undefined) return null
  for (const { index, 0: join } of what.matchAll(BETWEEN_HALVES)) {
    const halves = [what.slice(0, index), what.slice(index + join.length)]
    const [ours, ...more] = halves.filter((half) => names(half, own.words))
    const isTheirs = others.some((other) => ours !== undefined && names(ours, other.words))
    const all = new Set([...own.words, ...others.flatMap((other) => [...other.words])])
    const areWhole = halves.every(
      (half) => wordsOf(half).findIndex((word) => all.has(word)) >= WORDS_BEFORE_A_NAME || /['’]s \p{L}/u.test(half),
    )
    if (ours !== undefined && more.length === 0 && !isTheirs && areWhole) return ours
  }
  return null
}

function names(text: string, words: ReadonlySet<string>): boolean {
  return wordsOf(text).some((word) => words.has(word))
}

/** Without each name, a run of such words, with what joins it to the name beside it. */
function withoutParty(text: string, words: ReadonlySet<string>): string {
  if (words.size === 0) return text
  const name = `${TITLE}(?:${[...words].map(escaped).join('|')})(?:[ ,.-]+(?:${[...words].map(escaped).join('|')}))*`
  const behind = new RegExp(`${JOIN} ${name}(?:['’]s)?(?![\\p{L}\\p{N}])`, 'giu')
  const inFront = new RegExp(`${name}(?:['’]s)?(?![\\p{L}\\p{N}])${JOIN} `, 'giu')
  const bare = new RegExp(`${name}(?![\\p{L}\\p{N}])`, 'giu')
  for (const pattern of [inFront, behind, bare]) {
    const without = text.replace(pattern, '')
    if (without !== text) return withoutParty(tidy(without), words)
  }
  return text
}

const ABOUT: readonly (readonly [RegExp, string])[] = [
  [/^(?:please )?(?:compare|contrast) (?<what>.+)$/iu, 'what is said about $<what>'],
  [
    /^what (?:is|are|was|were) the (?:differences?|similarit(?:y|ies)) (?:between|of|in) (?<what>.+)$/iu,
    'what is said about $<what>',
  ],
  [/^how (?:do|does|did) (?<what>.+) (?:differ|compare)$/iu, 'what is said about $<what>'],
  [/^what (?:do|does|did) (?<what>.+) have in common$/iu, 'what is said about $<what>'],
  [/^what distinguish(?:es|ed)? (?<what>.+)$/iu, 'what is said about $<what>'],
  [/^(?:was|is|were|are|did) (?<what>.+) (?:earlier|later|first|sooner)$/iu, 'when was $<what>'],
]

function withoutComparing(text: string): string {
  for (const [pattern, instead] of ABOUT) if (pattern.test(text)) return text.replace(pattern, instead)
  return text
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,:;])/g, '$1')
    .replace(/^[,:; ]+|[,:; ]+$/g, '')
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** People of whom a matter with many documents has many, one a document. "How many people" asks for a number that is stated. */
const PERSONS =
  'defendant patient tenant landlord lessee lessor claimant plaintiff appellant applicant respondent offender convict employee employer supplier buyer seller borrower lender insurer guarantor contractor licensee licensor'.split(
    ' ',
  )

/** Documents by their kind. "Cases", "documents" and "records" are none: "in all cases" and "which documents must be served" ask of no file. */
const KINDS =
  'judgment judgement verdict lease contract agreement letter report decision ruling deed invoice protocol NDA'.split(
    ' ',
  )

const plural = (noun: string): readonly [string, string] => [`${noun}s`, noun]
const people: readonly (readonly [string, string])[] = PERSONS.map(plural)
const kinds: readonly (readonly [string, string])[] = [
  ...KINDS.map(plural),
  ['policies', 'policy'],
  ['studies', 'study'],
]
const ONE_OF: ReadonlyMap<string, string> = new Map(
  [...people, ...kinds, ['cases', 'case'], ['documents', 'document'], ['files', 'file']].map(
    ([several = '', one = '']) => [several.toLowerCase(), one],
  ),
)

/** Patterns of one and of several of them. */
export const PERSON = `(?:${people.map(([, one]) => one).join('|')}|accused)`
export const PEOPLE = `(?:${people.map(([several]) => several).join('|')})`
export const KIND_OF_DOCUMENT = `(?:${kinds.map(([, one]) => one).join('|')})`
export const DOCUMENTS_OF_A_KIND = `(?:${kinds.map(([several]) => several).join('|')})`

/** The singular of such a noun; any other word as it is. */
export function singularOf(noun: string): string {
  return ONE_OF.get(noun.toLowerCase()) ?? noun
}

/** Of whom a document has one beside those that it is about. */
const IN_OFFICE =
  'judge magistrate prosecutor lawyer solicitor barrister attorney physician doctor surgeon accused'.split(' ')

/** Whether a noun in the singular is of a person. */
export function isPerson(noun: string): boolean {
  return [...people.map(([, one]) => one), ...IN_OFFICE].includes(noun.toLowerCase())
}
