import { isConfirmed, isConfirming } from './confirmed.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { listWords } from '../../wording/phrases.ts'
import type { AnswerScope, Claim, Searched, Source } from './answer.ts'
import type { Cell } from './survey.ts'

/** `contradicts sentence 2 of this answer`; null where it contradicts none. */
export function disagreementWords({ disagreesWith }: Pick<Claim, 'disagreesWith'>): string | null {
  const numbers = disagreesWith.map((index) => String(index + 1))
  if (numbers.length === 0) return null
  return `contradicts ${numbers.length === 1 ? 'sentence' : 'sentences'} ${numbers.join(', ')} of this answer`
}

type Counted = { readonly claims: readonly Claim[]; readonly notAnswered: readonly string[] }

/** What is said beside the state of an answer: how many of its sentences are confirmed, and what is missing. Counts, never a share. */
export function confirmedWords({ claims, notAnswered }: Counted): string {
  const confirmed = claims.filter(isConfirmed).length
  const contradicted = claims.filter(({ verdict }) => verdict === 'contradicted').length
  const sentences = `${claims.length} ${claims.length === 1 ? 'sentence' : 'sentences'}`
  const parts = [
    `${confirmed} of ${sentences} confirmed`,
    ...(contradicted > 0 ? [`${contradicted} contradicted`] : []),
  ]
  return [parts.join(', '), ...notAnswered.map(openPartWords)].map((words) => `${words}.`).join(' ')
}

/** What keeps one from relying on an uncertain cell of a table; one that is contradicted says so by its verdict. */
export function doubtWords({ verdict, absent }: Pick<Cell, 'verdict' | 'absent'>): string {
  if (absent.length > 0) return `not confirmed: the cited words do not have ${absent.join(', ')}`
  return verdict !== null && isConfirming(verdict) ? 'may not be the answer' : 'not confirmed'
}

/** Of a part that asks for all there is. */
export function whetherComplete(part: string): string {
  return `whether “${part}” is complete`
}

/** Of a part to which a confirmed sentence may be the answer, in other words than the question has. */
export function whetherAnswered(part: string): string {
  return `whether this answers “${part}”`
}

const NOT_SHOWN = /^whether (?:this answers )?“/

/** Whether a part that an answer leaves open is not answered at all; else sentences may answer it, though nothing shows that they do. */
export function isNotAnswered(part: string): boolean {
  return !NOT_SHOWN.test(part)
}

/** `Not answered: how notice is given`, `Not confirmed: whether this answers “how late may we pay”`. */
export function openPartWords(part: string): string {
  return `${isNotAnswered(part) ? 'Not answered' : 'Not confirmed'}: ${part.replace(/[\s?.!]+$/, '')}`
}

/** What stands beside a sentence that the model judged: never the mark alone, always how often it was right. */
export function judgedWords({ right, of }: NonNullable<Claim['judged']>): string {
  return `follows, by the model’s judgement: right in ${right} of ${of} measured`
}

/** How much of the documents that were searched was read: reference libraries are not counted. */
export function scopeOf(sources: readonly Source[], { documents }: Pick<Searched, 'documents'>): AnswerScope {
  const read = sources.flatMap((one) => (one.kind === 'passage' && one.reference === null ? [one.documentId] : []))
  return { passages: read.length, documents: new Set(read).size, of: documents }
}

/** "8 passages of 5 of 30 documents". Empty where no document was searched, and in older answers. */
export function scopeWords(scope: AnswerScope | null, sources: readonly Source[]): string {
  if (scope === null || scope.of === 0) return ''
  const { passages, documents, of } = scope
  const all = formatCount(of, 'document')
  const beside = sources.filter((one) => one.kind === 'passage' && one.reference !== null).length
  const references = beside === 0 ? '' : `, ${formatCount(beside, 'passage')} of reference libraries`
  if (passages === 0) return `No passage of ${all}${references}`
  return `${formatCount(passages, 'passage')} of ${of === 1 ? all : `${documents.toLocaleString('en-GB')} of ${all}`}${references}`
}

/** Of what was read while it was written, the sentences that did not stay, by their numbers; null: all stayed. */
export function takenBackWords(
  written: readonly Pick<Claim, 'index' | 'text'>[],
  stays: readonly Pick<Claim, 'text'>[],
): string | null {
  const kept = new Set(stays.map(({ text }) => text))
  const gone = written.filter(({ text }) => !kept.has(text)).map(({ index }) => String(index + 1))
  if (gone.length === 0) return null
  const which = `${gone.length === 1 ? 'sentence' : 'sentences'} ${listWords(gone)}`
  return `Taken back: ${which}. The question is about something else.`
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
    of: cellsOf(instead).length > 1 ? 'The table says' : 'The document says',
    words: quotedWords(instead),
  }
}

function cellsOf(text: string): readonly string[] {
  return text.split(/\s*[\t|]\s*/).filter((cell) => cell.trim() !== '')
}
