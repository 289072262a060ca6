import type { PassageSource } from '../../../contract/answers/answer.ts'
import type { AnswerSettings } from '../../../contract/evaluation/optimisation.ts'
import type { NamedIn } from '../../../library/matter-library.ts'
import { documentTitle } from '../../../library/search/document-title.ts'
import { wordsOf } from '../../../library/search/question-words.ts'
import type { Embedder } from '../../../models/embedder.ts'
import { type SentenceLimits, USUAL_SENTENCES } from './answer-grammar.ts'
import { chooseSentences } from './choose-sentences.ts'
import { sentenceUnits, joinSpans } from './passage-spans.ts'
import { asksForAll, questionKind } from './question-kind.ts'
import { questionForDocument } from './rephrase-question.ts'

/** One call of the model: the passages that it reads, each with what of it (`read`), and what it is told to answer. */
export type Part = {
  readonly passages: readonly PassageSource[]
  readonly note: string
  /** What of the question is put to this document; absent: all of it. */
  readonly question?: string
  /** Absent: as usual. */
  readonly sentences?: SentenceLimits
  /** About a document by itself: it may say what was said of another one. */
  readonly isApart: boolean
}

export type Reading = Pick<AnswerSettings, 'passages' | 'order' | 'parts'> & {
  /** In one call. */
  readonly readCharacters: number
}

type PlanOptions = {
  /** As it stands alone, with the one before where it needs that. */
  readonly question: string
  /** In its own words alone. */
  readonly asked: string
  /** Best first. */
  readonly passages: readonly PassageSource[]
  /** The documents that the question names. */
  readonly named: readonly NamedIn[]
  readonly embedder: Embedder | null
  readonly settings: Reading
}

const GOES_ON = 'Add only what these sources say beyond that.'

/** Asked for a summary, the 1.5B wrote one sentence and stopped. */
const SENTENCES_FOR_ALL: SentenceLimits = { atLeast: 3, atMost: 6 }

/**
 * In how many calls a question is answered, and what the model reads in each: a question on two documents or more one document
 * at a time (small models answered the first and forgot the other), one that asks for many things in two goes, any other in one.
 */
export async function planParts(options: PlanOptions, signal: AbortSignal): Promise<readonly Part[]> {
  const { question, named, embedder, settings } = options
  const { readCharacters, order } = settings
  const inParts = settings.parts === 'on'
  const passages = options.passages.slice(0, settings.passages)
  const naming = new Set(named.flatMap(({ words }) => [...words]))
  const choose = (from: readonly PassageSource[], budgets: readonly number[]) =>
    chooseSentences({ question, naming, passages: from, embedder, budgets }, signal)
  const about = !inParts ? [] : named.filter(({ documentId }) => passages.some((one) => one.documentId === documentId))
  if (about.length >= 2) {
    const names = new Set(about.map(({ documentId }) => documentId))
    const parts: Part[] = []
    for (const { documentId, words } of about) {
      const own = passages.filter((one) => one.documentId === documentId || !names.has(one.documentId))
      const [read] = await choose(own, [readCharacters])
      const title = documentTitle(own.find((one) => one.documentId === documentId)?.document ?? '')
      const asked = questionForDocument(question, words, wordsOfOthers({ documentId, words }, about, passages))
      const note = `Answer for “${title}” alone.`
      parts.push({ passages: withRead(own, read, order), note, question: asked, isApart: true })
    }
    return parts
  }
  const isForMany = inParts && questionKind(question) === 'several'
  const budgets = isForMany ? [readCharacters, readCharacters] : [readCharacters]
  const chosen = await choose(passages, budgets)
  const isForAll = inParts && asksForAll(options.asked)
  return chosen
    .map((read, at) => {
      const part = { passages: withRead(passages, read, order), note: at === 0 ? '' : GOES_ON, isApart: false }
      return at === 0 && isForAll ? { ...part, ...forAll(part) } : part
    })
    .filter((part, at) => at === 0 || part.passages.length > 0)
}

/** What names the other documents, or stands in their passages, and not in those of this one. */
function wordsOfOthers(
  { documentId, words }: NamedIn,
  about: readonly NamedIn[],
  passages: readonly PassageSource[],
): ReadonlySet<string> {
  const others = about.filter((one) => one.documentId !== documentId)
  const wordsIn = (ids: readonly string[]) =>
    passages.filter((one) => ids.includes(one.documentId)).flatMap((one) => wordsOf(one.text))
  const own = new Set([...words, ...wordsIn([documentId])])
  const theirs = [...others.flatMap((one) => [...one.words]), ...wordsIn(others.map((one) => one.documentId))]
  return new Set(theirs.filter((word) => !own.has(word)))
}

/** No more sentences are wanted than are read. */
function forAll({ passages }: Pick<Part, 'passages'>): { readonly sentences: SentenceLimits } {
  const read = passages.flatMap(({ text, start, read: spans }) =>
    sentenceUnits(text).filter((unit) =>
      (spans ?? []).some((span) => span.start <= start + unit.start && start + unit.end <= span.end),
    ),
  )
  const { atLeast, atMost } = SENTENCES_FOR_ALL
  return { sentences: { atLeast: Math.max(USUAL_SENTENCES.atLeast, Math.min(atLeast, read.length)), atMost } }
}

/** With all that any part reads of each, for the record; of what none reads, nothing. */
export function withAllRead(passages: readonly PassageSource[], parts: readonly Part[]): readonly PassageSource[] {
  return passages.map((passage) => {
    const same = parts.flatMap((part) => part.passages.filter(({ source }) => source === passage.source))
    return { ...passage, read: [...joinSpans(same.flatMap(({ read }) => read ?? []))] }
  })
}

function withRead(
  passages: readonly PassageSource[],
  read: ReadonlyMap<string, PassageSource['read']> | undefined,
  order: AnswerSettings['order'],
): readonly PassageSource[] {
  const kept = passages
    .map((passage) => ({ ...passage, read: read?.get(passage.source) ?? [] }))
    .filter((passage) => passage.read.length > 0)
  return order === 'best' ? kept : kept.toSorted(byPlace)
}

/** Documents by their names, what is of one as it stands there. */
function byPlace(one: PassageSource, other: PassageSource): number {
  return one.document === other.document ? one.start - other.start : one.document < other.document ? -1 : 1
}

/** All passages whole in one call, as others do it: to measure against. */
export async function wholePassages({ passages }: Pick<PlanOptions, 'passages'>): Promise<readonly Part[]> {
  return [{ passages: passages.map((passage) => ({ ...passage, read: null })), note: '', isApart: false }]
}
