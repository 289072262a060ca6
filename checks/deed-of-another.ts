import { isFunctionWord } from '../text/function-words.ts'
import { isTitle, isTitleOfOffice } from '../text/personal-titles.ts'
import { type Preposition, prepositionsIn } from '../text/prepositions.ts'
import { wantedBy } from '../text/questions.ts'
import type { Span } from '../text/spans.ts'
import { endsWithArticle, hasPassive, isGermanPerfect, isParticiple } from '../text/voice.ts'
import { isSameWord } from '../text/word-forms.ts'
import type { Statement, Term } from './claim-statement.ts'

/** Who does a thing, and to whom or what it is done. */
type Role = 'agent' | 'object'
/** `isOfOffice`: with such a title. */
type NameSaid = Span & { readonly words: readonly string[]; readonly isOfOffice: boolean }
type Party = { readonly name: NameSaid; readonly role: Role }

/** Whether two words, in lower case, are names of one: "derek" and "harlow" of Derek Harlow. */
export type AreOneName = (one: string, other: string) => boolean

/**
 * Whether a sentence tells the deed or thing that is asked for of another than the question: "Who bought Harrowgate?" and "Derek bought
 * Vantor", "When did Roe sign?" and "Ms Poe signed". Only where another name stands in the role in which the question has one that the
 * sentence lacks; a pronoun, a role ("the tenant") or nobody there may be the one who is meant.
 */
export function isDeedOfAnother(asked: Statement, said: Statement, areOne: AreOneName): boolean {
  const wanted = deedsOf(asked)
  const told = wanted.some(({ parties }) => parties.length > 0) ? deedsOf(said) : []
  return wanted.some(({ deed, parties }) =>
    parties.some(({ name, role }) => {
      if (name.words.some((word) => said.terms.some((term) => isSameWord(term.word, word)))) return false
      const same = told.filter((other) => isSameWord(other.deed, deed))
      const rivals = same.map((one) => one.parties.filter((party) => party.role === role))
      // A patient's drug is stopped by her, and by her doctor for her.
      const isOther = (party: Party) =>
        (name.isOfOffice || !party.name.isOfOffice) &&
        !party.name.words.some((word) => name.words.some((own) => areOne(own, word)))
      return rivals.length > 0 && rivals.every((list) => list.length > 0 && list.every(isOther))
    }),
  )
}

/** Each word that is no name, with the names that stand beside it in a role. */
function deedsOf(statement: Statement): readonly { readonly deed: string; readonly parties: readonly Party[] }[] {
  const names = namesIn(statement)
  const words = [...statement.terms, ...statement.states].filter(
    (one) => !names.some(({ start, end }) => one.start >= start && one.end <= end),
  )
  return words.map(({ start, end }) => ({
    deed: statement.text.slice(start, end).toLowerCase(),
    parties: names.flatMap((name) => {
      const role = name.start >= end ? roleBehind(statement, end, name) : roleBefore(statement, start, name)
      return role === null ? [] : [{ name, role }]
    }),
  }))
}

/** They tell no company from another. */
const OF_COMPANIES = new Set(
  'ltd limited plc llp inc corp gmbh ag kg sa sarl srl spa bv nv group holdings holding co'.split(' '),
)

/** People, companies and places by name; not "the Tenant", which may be anybody. */
function namesIn({ text, terms }: Statement): readonly NameSaid[] {
  const groups: Term[][] = []
  for (const term of terms) {
    const last = groups.at(-1)?.at(-1)
    const goesOn = last !== undefined && term.isCapital && /^(?:\.?\s+|-)$/u.test(text.slice(last.end, term.start))
    if (goesOn) groups.at(-1)?.push(term)
    else if (term.isCapital) groups.push([term])
  }
  return groups.flatMap((group) => {
    const [first] = group
    const telling = group.filter(({ word }) => !isTitle(word) && !OF_COMPANIES.has(word))
    // A word that begins a sentence has a capital whatever it is.
    const isName = first?.isName === true || group.length > 1
    if (!first || !isName || telling.length === 0 || endsWithArticle(text.slice(0, first.start))) return []
    const isOfOffice = group.some(({ word }) => isTitleOfOffice(word))
    const end = group.at(-1)?.end ?? first.end
    return [{ start: first.start, end, words: telling.map(({ word }) => word), isOfOffice }]
  })
}

const WORDS_BETWEEN = 5
const PARTED = /[,;:.!?()\n\t|](?!\d)/u
/** Of these one says to whom or what it is done; others where, when and with whom. */
const OF_OBJECT = new Set(['of', 'to', 'from', 'about'])

function roleBehind({ text, values }: Statement, from: number, name: NameSaid): Role | null {
  const between = withoutValues(text, from, name.start, values)
  if (PARTED.test(between) || wordsOf(between).length > WORDS_BETWEEN) return null
  // "The diagnosis of Roe", "the diagnosis of Parkinson's disease".
  if (/^\s*of(?!\p{L})/u.test(text.slice(from, name.start))) return null
  const joining = prepositionsIn(between)
  const hasSense = ({ senses }: Preposition, isMeant: (sense: string) => boolean) =>
    senses.some(({ sense }) => isMeant(sense))
  const last = joining.at(-1)
  if (last && hasSense(last, (sense) => sense === 'by')) return 'agent'
  return joining.every((one) => hasSense(one, (sense) => OF_OBJECT.has(sense))) ? 'object' : null
}

/** "Has Roe been seen", "wann wurde Roe entlassen": the word before a name and its title. */
const WORD_BEFORE = /(\p{L}+)\s+(?:(?:\p{Lu}\p{L}{1,4})\.?\s+)?$/u

function roleBefore({ text, values }: Statement, to: number, name: NameSaid): Role | null {
  const between = withoutValues(text, name.end, to, values)
  const words = wordsOf(between)
  if (PARTED.test(between) || words.length > WORDS_BETWEEN || !words.every(joins)) return null
  const before = WORD_BEFORE.exec(text.slice(0, name.start))?.[1] ?? ''
  if (prepositionsIn(before).length > 0) return null
  return isDone(text.slice(to), between, before) || isBehindSubject(text, before, name) ? 'object' : 'agent'
}

/** "Was signed"; "What is Roe allergic to?" is done to nobody. */
function isDone(deed: string, ...words: readonly string[]): boolean {
  return words.some(hasPassive) && isParticiple(/^\p{L}+/u.exec(deed)?.[0] ?? '')
}

/** "Die Firma hat Herrn Roe gekündigt", "Wer hat Herrn Roe gekündigt?" */
function isBehindSubject(text: string, before: string, { start }: NameSaid): boolean {
  if (!isGermanPerfect(before)) return false
  return wantedBy(text) === 'person' || (!text.includes('?') && wordsOf(text.slice(0, start)).length > 2)
}

/** Small words, and adverbs: "Roe has since then finally signed". */
function joins(word: string): boolean {
  return isFunctionWord(word.toLowerCase()) || /(?:ly|lich|ment|mente)$/u.test(word) || /^\p{N}/u.test(word)
}

/** "Herr Roe hat am 3. Mai unterschrieben": days and amounts part nobody from what he did. */
function withoutValues(text: string, from: number, to: number, values: readonly Span[]): string {
  const inside = values.filter(({ start, end }) => start >= from && end <= to)
  return inside.reduceRight(
    (rest, { start, end }) => rest.slice(0, start - from) + rest.slice(end - from),
    text.slice(from, to),
  )
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether a sentence tells something that one does who is called so, in lower case. */
export function isActingIn(said: Statement, word: string): boolean {
  return deedsOf(said).some(({ parties }) =>
    parties.some(({ name, role }) => role === 'agent' && name.words.includes(word)),
  )
}
