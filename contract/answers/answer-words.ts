import { isConfirmed, isConfirming } from './confirmed.ts'
import { languageName, listWords } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import type { Answer, AnswerScope, AnswerState, Claim, Searched, Source } from './answer.ts'
import type { Cell } from './survey.ts'

/** `contradicts sentence 2 of this answer`; null where it contradicts none. */
export function disagreementWords({ disagreesWith }: Pick<Claim, 'disagreesWith'>): string | null {
  const numbers = disagreesWith.map((index) => String(index + 1))
  if (numbers.length === 0) return null
  return t('answers.disagreement', { count: numbers.length, numbers: listWords(numbers) })
}

/** Whether a model wrote for an answer: what rules find, or a model that is asked of single sentences, is only quoted. */
export function isWritten({ tokens }: Pick<Answer, 'tokens'>): boolean {
  return tokens.generated > 0
}

type Counted = { readonly claims: readonly Claim[]; readonly notAnswered: readonly string[] }

/** What is said beside the state of an answer: how many of its sentences are confirmed, and what is missing. Counts, never a share. */
export function confirmedWords({ claims, notAnswered }: Counted): string {
  const confirmed = claims.filter(isConfirmed).length
  const contradicted = claims.filter(({ verdict }) => verdict === 'contradicted').length
  const counted = { confirmed, count: claims.length }
  const standing =
    contradicted > 0
      ? t('answers.confirmedAndContradicted', { ...counted, contradicted })
      : t('answers.confirmed', counted)
  return [standing, ...notAnswered.map((part) => `${openPartWords(part)}.`)].join(' ')
}

/** What keeps one from relying on an uncertain cell of a table; one that is contradicted says so by its verdict. */
export function doubtWords({ verdict, absent }: Pick<Cell, 'verdict' | 'absent'>): string {
  if (absent.length > 0) return t('answers.doubt.absent', { words: absent.join(', ') })
  return verdict !== null && isConfirming(verdict) ? t('answers.doubt.perhapsNot') : t('answers.doubt.notConfirmed')
}

/** Of a part that asks for all there is. It is stored so with the answer, in every language. */
export function whetherComplete(part: string): string {
  // oxlint-disable-next-line consilium/no-bare-text
  return `whether “${part}” is complete`
}

/** Of a part to which a confirmed sentence may be the answer, in other words than the question has. It is stored so with the answer. */
export function whetherAnswered(part: string): string {
  // oxlint-disable-next-line consilium/no-bare-text
  return `whether this answers “${part}”`
}

/** Of a part that several confirmed sentences answer, each with another value. It is stored so with the answer. */
export function whichAnswers(part: string): string {
  // oxlint-disable-next-line consilium/no-bare-text
  return `which of these answers “${part}”`
}

/** Of a clause that is quoted and that another document changes. It is stored so with the answer. */
export function whatClauseSays(clause: string, document: string): string {
  // oxlint-disable-next-line consilium/no-bare-text
  return `what clause ${clause} says since “${document}”`
}

const PERHAPS_COMPLETE = /^whether “(.*)” is complete$/s
const PERHAPS_ANSWERED = /^whether this answers “(.*)”$/s
const CLAUSE_CHANGED = /^what clause (\S+) says since “(.*)”$/s
const ANSWERED_TWICE = /^which of these answers “(.*)”$/s

/** Whether a part that an answer leaves open is not answered at all; else sentences may answer it, though nothing shows that they do. */
export function isNotAnswered(part: string): boolean {
  return ![PERHAPS_COMPLETE, PERHAPS_ANSWERED, ANSWERED_TWICE, CLAUSE_CHANGED].some((open) => open.test(part))
}

/** How an answer is shown: `possible` where sentences are quoted, and none is known to answer anything that was asked. */
export type ShownState = AnswerState | 'possible'

export function shownState(answer: Pick<Answer, 'state' | 'question' | 'notAnswered'>): ShownState {
  return answer.state === 'answered-in-part' && isNothingAnswered(answer) ? 'possible' : answer.state
}

/** Whether all sentences are the page's own, so that nothing is left to confirm but that they answer. */
export function areVerbatim(claims: readonly Pick<Claim, 'verdict'>[]): boolean {
  return claims.length > 0 && claims.every(({ verdict }) => verdict === 'verbatim')
}

/** What an answer leaves open, to be told below it: of a possible one its state says all there is to say. */
export function openParts(answer: Pick<Answer, 'state' | 'question' | 'notAnswered'>): readonly string[] {
  return shownState(answer) === 'possible' ? [] : answer.notAnswered
}

/** Whether the whole question stands among what may be answered; in front of it may be what it is asked of ("According to the lease, …"). */
function isNothingAnswered({ question, notAnswered }: Pick<Answer, 'question' | 'notAnswered'>): boolean {
  const asked = question.toLowerCase()
  const parts = notAnswered.map((open) => PERHAPS_ANSWERED.exec(open)?.[1]?.toLowerCase() ?? null)
  const starts = parts.map((part) => (part === null ? -1 : asked.indexOf(part)))
  const first = Math.min(...starts)
  if (parts.length === 0 || first < 0) return false
  const before = asked.slice(0, first).trim()
  const left = parts.reduce<string>((rest, part) => rest.replace(part ?? '', ' '), asked.slice(first))
  const joining = left.match(/\p{L}+/gu) ?? []
  return (before === '' || before.endsWith(',')) && joining.length <= JOINING_WORDS * (parts.length - 1)
}

/** "…, and also …" between two parts. */
const JOINING_WORDS = 2

/** `Not answered: how notice is given`, `Not confirmed: whether this answers “how late may we pay”`. */
export function openPartWords(part: string): string {
  const [, answered] = PERHAPS_ANSWERED.exec(part) ?? []
  if (answered !== undefined) return t('answers.perhapsAnswered', { part: answered })
  const [, twice] = ANSWERED_TWICE.exec(part) ?? []
  if (twice !== undefined) return t('answers.answeredTwice', { part: twice })
  const [, clause, document] = CLAUSE_CHANGED.exec(part) ?? []
  if (clause !== undefined && document !== undefined) return t('answers.clauseChanged', { clause, document })
  const [, complete] = PERHAPS_COMPLETE.exec(part) ?? []
  if (complete !== undefined) return t('answers.perhapsComplete', { part: complete })
  return t('answers.notAnswered', { part: part.replace(/[\s?.!]+$/, '') })
}

/** What stands beside a sentence that the model judged: never the mark alone, always how often it was right. */
export function judgedWords(judged: NonNullable<Claim['judged']>): string {
  return t('answers.judged', judged)
}

/** How much of the documents that were searched was read: reference libraries are not counted. */
export function scopeOf(sources: readonly Source[], { documents }: Pick<Searched, 'documents'>): AnswerScope {
  const read = sources.flatMap((one) => (one.kind === 'passage' && one.reference === null ? [one.documentId] : []))
  return { passages: read.length, documents: new Set(read).size, of: documents }
}

/** "8 passages of 5 of 30 documents". Empty where no document was searched, and in older answers. */
export function scopeWords(scope: AnswerScope | null, sources: readonly Source[]): string {
  if (scope === null || scope.of === 0) return ''
  const read = readWords(scope)
  const count = sources.filter((one) => one.kind === 'passage' && one.reference !== null).length
  return count === 0 ? read : t('answers.scope.withReferences', { scope: read, count })
}

function readWords({ passages, documents, of }: AnswerScope): string {
  if (passages === 0) return t('answers.scope.nothing', { of })
  return of === 1 ? t('answers.scope.one', { passages }) : t('answers.scope.several', { passages, documents, of })
}

/** Of what was read while it was written, the sentences that did not stay, by their numbers; null: all stayed. */
export function takenBackWords(
  written: readonly Pick<Claim, 'index' | 'text'>[],
  stays: readonly Pick<Claim, 'text'>[],
): string | null {
  const kept = new Set(stays.map(({ text }) => text))
  const gone = written.filter(({ text }) => !kept.has(text)).map(({ index }) => String(index + 1))
  if (gone.length === 0) return null
  return t('answers.takenBack', { count: gone.length, numbers: listWords(gone) })
}

/** Words of a page in one line; the cells of a row of a table are parted by commas. */
export function quotedWords(text: string): string {
  return cellsOf(text).join(', ').replace(/\s+/g, ' ').trim()
}

/** What the page says in the place of a contradicted sentence, and what the words are of; null: nothing is given. */
export function insteadWords({
  instead,
}: Pick<Claim, 'instead'>): { readonly of: string; readonly words: string } | null {
  if (instead === null) return null
  return {
    of: cellsOf(instead).length > 1 ? t('answers.instead.table') : t('answers.instead.document'),
    words: quotedWords(instead),
  }
}

function cellsOf(text: string): readonly string[] {
  return text.split(/\s*[\t|]\s*/).filter((cell) => cell.trim() !== '')
}

/**
 * What is said where nothing was found. That the documents do not say it is not known where they are in another language than the question,
 * or where only words were looked for and no document has one of them: it may be said in others.
 */
export function notFoundWords({ searched, passages }: Pick<Answer, 'searched' | 'passages'>): string {
  const { otherLanguages, vectors, unknownWords } = searched
  if (otherLanguages.length === 0)
    return t(!vectors && unknownWords.length > 0 ? 'answers.notFoundByWords' : 'answers.notFound')
  const languages = listWords(otherLanguages.map(languageName))
  return t(passages.length > 0 ? 'answers.notFoundNearest' : 'answers.notFoundInLanguage', { languages })
}

/** The text of a sentence without its source marks, `[S1]`. */
export function withoutSourceMarks(text: string): string {
  return text.replace(/\s*\[[A-Z]\d+\]/g, '')
}
