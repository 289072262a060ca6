import { type AskedPart, askedParts } from '../../checks/asked-parts.ts'
import type { SourcePlace } from '../../checks/confirm.ts'
import type { PassageSource } from '../../contract/answer.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import { type Comparing, comparingOf, partOfEach } from './conclude.ts'
import { documentsMeant, type HasWord, type Quotable, quotablesOf, wordFinder } from './quotable-places.ts'

export type AskingOptions = {
  readonly question: string
  /** The documents that the question names. */
  readonly named: readonly NamedIn[]
  readonly passages: readonly PassageSource[]
  /** Of the passages. */
  readonly places: readonly SourcePlace[]
  /** The whole text of a document in lower case; empty where it is not known. */
  readonly textOf: (documentId: string) => string
}

/** A part of the question, put to one of several documents that it names, or (null) to all. */
export type Asked = { readonly part: AskedPart; readonly documentId: string | null }

/** What the reranker says of a part of the question: log odds of the places among which it was to be answered, by `textKey`. */
export type Judged = {
  readonly odds: ReadonlyMap<string, number>
  /** Of the best. */
  readonly best: number
  /** The place that answers it in words which the question does not have. */
  readonly nearest: Quotable | null
}

export type JudgedParts = ReadonlyMap<Asked, Judged>

/** A question read once for all that is held against it. */
export type Asking = AskingOptions & {
  readonly parts: readonly AskedPart[]
  readonly asked: readonly Asked[]
  readonly comparing: Comparing | null
  readonly quotables: readonly Quotable[]
  readonly byMark: ReadonlyMap<string, PassageSource>
  readonly has: HasWord
  /** In any of its forms. */
  readonly hasForm: HasWord
  readonly isMeant: (documentId: string) => boolean
  readonly judged: JudgedParts
}

export function readQuestion(options: AskingOptions): Asking {
  const { question, named, passages, places, textOf } = options
  const naming = new Set(named.flatMap(({ words }) => [...words]))
  const parts = askedParts(question, naming)
  const comparing = named.length >= 2 ? comparingOf(question) : null
  const ofEach = (part: AskedPart) =>
    part.wants === 'comparison' ? partOfEach(part, comparing) : { ...part, names: [] }
  const asked: readonly Asked[] =
    named.length < 2
      ? parts.map((part) => ({ part, documentId: null }))
      : named.flatMap(({ documentId }) => parts.map((part) => ({ part: ofEach(part), documentId })))
  const byMark = new Map(passages.map((passage) => [passage.source, passage]))
  const { has, hasForm } = wordFinder(textOf)
  const quotables = quotablesOf(places, byMark, has)
  return {
    ...options,
    parts,
    asked,
    comparing,
    quotables,
    byMark,
    has,
    hasForm,
    isMeant: documentsMeant(parts, named, passages, has),
    judged: new Map(),
  }
}

/** Whether a place is of what a part is put to. */
export function isOf({ documentId }: Asked, { isMeant }: Asking): (one: Pick<Quotable, 'documentId'>) => boolean {
  return (one) => (documentId === null ? isMeant(one.documentId) : one.documentId === documentId)
}

/** The places of the first passages that a part is put to. */
export function ofFirst(
  count: number,
  isAsked: (one: Pick<Quotable, 'documentId'>) => boolean,
  { passages, quotables }: Asking,
) {
  const first = new Set(
    passages
      .filter(isAsked)
      .slice(0, count)
      .map(({ source }) => source),
  )
  return quotables.filter(({ at: { source } }) => first.has(source))
}
