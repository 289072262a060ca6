import { setImmediate } from 'node:timers/promises'
import type * as z from 'zod'
import {
  type CheckEvent,
  DRAFT_VERDICTS,
  type DraftVerdict,
  type Finding,
  isAccusing,
} from '../../contract/drafts/draft-check.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { Foreground } from '../home/foreground.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { VERSION } from '../home/version.ts'
import type { MatterReferences } from '../references/search-references.ts'
import { createCheckPiece } from './check-piece.ts'
import { createDraftEvidence, unreadDocuments } from './draft-evidence.ts'
import { type DraftSentence, type DraftText, draftText } from './draft-text.ts'
import { type KeptFinding, KeptPiece } from './kept-findings.ts'
import { createFindingPlaces } from './place-findings.ts'
import { type DraftResult, pagesOf } from './stored-draft.ts'
import type { TimeLimits } from './time-limits.ts'

export type CheckDraftOptions = {
  readonly matter: OpenMatter
  readonly references: MatterReferences
  readonly words: () => Promise<WordLists>
  readonly foreground: Foreground
  readonly now: () => Date
  /** What the rules of the matter compute, as of this check. */
  readonly timeLimits: TimeLimits
}

/** Raised when sentences come to be judged otherwise between two versions of the program, each of which checks anew anyway. */
const CHECK_VERSION = 9

/**
 * Checks a draft sentence by sentence against the matter and its reference libraries. What is found of one is in the store before it is
 * given out, under the sentence and the library that it depends on: after a kill the same call goes on, and a new version is checked
 * only where it changed. An abort ends it, keeping what it has; so does a change of the draft or of the library, since what it would
 * find is no longer about them.
 */
export async function* checkDraft(
  { draftId, afresh }: { readonly draftId: string; readonly afresh: boolean },
  options: CheckDraftOptions,
  signal: AbortSignal,
): AsyncGenerator<CheckEvent, void, void> {
  const startedMs = performance.now()
  const { drafts } = options.matter.store
  const work = workOn(draftId, options)
  if (afresh) drafts.forgetPieces(draftId, [])
  const findings: Finding[] = []
  const end = (stopped: boolean): CheckEvent => {
    const counts = countSentences(work.draft.sentences, findings)
    if (!stopped) keepResult({ ...work, counts, findings }, options)
    recordCheck(work, counts, stopped, options)
    const { unread, pagesWithoutText } = work
    const seconds = (performance.now() - startedMs) / 1000
    return { type: 'check-end', ...counts, unread: [...unread], pagesWithoutText, stopped, seconds }
  }
  try {
    for await (const event of checkSentences(work, options, signal)) {
      if (event.type === 'finding') findings.push(event)
      yield event
    }
  } catch (error) {
    if (!signal.aborted && !(error instanceof ChangedMeanwhile)) throw error
    yield end(true)
    return
  }
  yield end(false)
}

class ChangedMeanwhile extends Error {}

/** What an earlier check found, in order of place; null unless it checked every sentence against the library as it is now. */
export function keptFindings(draftId: string, options: CheckDraftOptions): readonly Finding[] | null {
  const { draft, kept } = workOn(draftId, options)
  return draft.sentences.some((sentence) => kept(sentence) === null)
    ? null
    : placedFindings(draftId, draft, kept, options)
}

/** Also for the library as it was then: what is decided on a finding is so of the words of the draft. */
export function findingsOfAnyTime(draftId: string, options: CheckDraftOptions): readonly Finding[] {
  const { draft, earlier } = workOn(draftId, options)
  return placedFindings(draftId, draft, (sentence) => earlier(sentence)?.findings ?? null, options)
}

function placedFindings(
  draftId: string,
  draft: DraftText,
  found: Work['kept'],
  { matter }: CheckDraftOptions,
): readonly Finding[] {
  const places = createFindingPlaces(matter, draftId, draft)
  return [...draft.sentences.flatMap((sentence) => places.of(sentence, found(sentence) ?? [])), ...places.rest()]
}

/** A version of a draft and the library as they are when a check begins, with what is kept of its sentences. */
type Work = {
  readonly draftId: string
  readonly sha256: string
  readonly draft: DraftText
  readonly pagesWithoutText: number
  readonly library: string
  /** Of the library and of how sentences are checked, as a hash: what is kept under another one is checked again. */
  readonly edition: string
  readonly against: DraftResult['against']
  readonly unread: readonly string[]
  readonly keyOf: (sentence: DraftSentence) => string
  /** Null where nothing is kept for the library as it is now. */
  readonly kept: (sentence: DraftSentence) => readonly KeptFinding[] | null
  /** Whatever is kept. */
  readonly earlier: (sentence: DraftSentence) => z.infer<typeof KeptPiece> | null
}

function workOn(draftId: string, { matter, references, timeLimits }: CheckDraftOptions): Work {
  const { drafts } = matter.store
  const library = libraryState(matter, references, timeLimits)
  const edition = sha256(library).slice(0, 32)
  const keyOf = ({ text }: DraftSentence) => sha256(text).slice(0, 32)
  const earlier = (sentence: DraftSentence) => KeptPiece.safeParse(drafts.piece(draftId, keyOf(sentence))).data ?? null
  const kept = (sentence: DraftSentence) => {
    const piece = earlier(sentence)
    return piece?.edition === edition ? piece.findings : null
  }
  const pages = pagesOf(matter, draftId)
  const pagesWithoutText = pages.filter(({ text }) => text.trim() === '').length
  const checkedAgainst = { library, edition, against: documentsOf(matter), unread: unreadDocuments(matter) }
  const draft = { draftId, sha256: drafts.get(draftId).sha256, draft: draftText(pages), pagesWithoutText }
  return { ...draft, ...checkedAgainst, keyOf, kept, earlier }
}

/** The readings of the documents, the states of the reference libraries, what rules compute and the versions of program and checks, as one text. */
function libraryState({ store, library }: OpenMatter, { editions }: MatterReferences, timeLimits: TimeLimits): string {
  const documents = store.documents
    .list(null)
    .map(({ documentId, textVersionId, document }) => `${documentId} ${textVersionId} ${document}`)
  return JSON.stringify([VERSION, CHECK_VERSION, documents.toSorted(), editions, library.revision, timeLimits.edition])
}

async function* checkSentences(
  work: Work,
  { matter, references, words, foreground, timeLimits }: CheckDraftOptions,
  signal: AbortSignal,
): AsyncGenerator<CheckEvent, void, void> {
  const { draftId, edition, keyOf, kept } = work
  const { sentences, ...draft } = work.draft
  const goesOn = () => {
    signal.throwIfAborted()
    const isSame = matter.store.drafts.find(draftId)?.sha256 === work.sha256
    if (!isSame || libraryState(matter, references, timeLimits) !== work.library) throw new ChangedMeanwhile()
  }
  const check = createCheckPiece(matter, createDraftEvidence(matter, references, await words()), timeLimits.limits)
  const places = createFindingPlaces(matter, draftId, { sentences, ...draft })
  const pace = createPace(sentences.length)
  for (const [at, sentence] of sentences.entries()) {
    let piece = kept(sentence)
    if (piece === null) {
      yield { type: 'check-progress', done: at, of: sentences.length, secondsLeft: pace.secondsLeft(at) }
      // A person who waits for an answer goes first; and as all is computed on this thread, other calls come in between.
      await foreground.idle(signal)
      await setImmediate()
      goesOn()
      piece = await check(sentence.text)
      // What quotes a document that was removed meanwhile is not kept.
      goesOn()
      matter.store.drafts.keepPiece(draftId, keyOf(sentence), { edition, findings: piece })
      pace.took()
    }
    for (const finding of places.of(sentence, piece)) yield { type: 'finding', ...finding }
  }
  for (const finding of places.rest()) yield { type: 'finding', ...finding }
}

/** The first few say nothing of how long all take. */
const TELLING = 3

function createPace(sentences: number) {
  const startedMs = performance.now()
  let timed = 0
  return {
    took: () => void (timed += 1),
    secondsLeft: (done: number) =>
      timed < TELLING ? null : ((performance.now() - startedMs) / 1000 / timed) * (sentences - done),
  }
}

/** How many sentences of a draft came out how: each by the gravest of what was found in it. */
function countSentences(sentences: readonly DraftSentence[], findings: readonly Finding[]) {
  const counts = { sentences: 0, confirmed: 0, contradicted: 0, nowhere: 0, notCheckable: 0 }
  let from = 0
  for (const sentence of sentences) {
    while ((findings[from]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) from += 1
    const own: DraftVerdict[] = []
    for (let at = from; (findings[at]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; at += 1)
      own.push(findings[at]?.verdict ?? 'not-checkable')
    if (own.length === 0) continue
    counts.sentences += 1
    counts[countOf(DRAFT_VERDICTS.find((verdict) => own.includes(verdict)) ?? 'not-checkable')] += 1
  }
  return counts
}

function countOf(verdict: DraftVerdict) {
  if (verdict === 'contradicted' || verdict === 'nowhere') return verdict
  return verdict === 'not-checkable' ? 'notCheckable' : 'confirmed'
}

type Counts = ReturnType<typeof countSentences>
type Done = Work & { readonly counts: Counts; readonly findings: readonly Finding[] }

function keepResult(done: Done, { matter, references, now }: CheckDraftOptions): void {
  const { draftId, draft, edition, keyOf, counts, findings, against, unread, pagesWithoutText } = done
  const { drafts } = matter.store
  // What a newer version keeps is not of these sentences.
  if (drafts.find(draftId)?.sha256 !== done.sha256) return
  const result: DraftResult = {
    ...counts,
    checkedAt: now().toISOString(),
    checkVersion: CHECK_VERSION,
    findings: findings.filter(isAccusing).map(({ findingId }) => findingId),
    edition,
    against: [...against],
    references: references.editions.map((one) => one.split(' ')[0] ?? one),
    unread: [...unread],
    pagesWithoutText,
  }
  drafts.forgetPieces(draftId, draft.sentences.map(keyOf))
  drafts.keepResult(draftId, done.sha256, result)
}

function documentsOf({ store }: OpenMatter): DraftResult['against'] {
  return store.documents
    .list(null)
    .flatMap(({ documentId, document, sha256: hash, textVersionId }) =>
      textVersionId === null ? [] : [{ documentId, document, sha256: hash, textVersion: textVersionId }],
    )
}

function recordCheck(work: Work, counts: Counts, stopped: boolean, options: CheckDraftOptions): void {
  const { matter, references } = options
  // Its removal in the meantime is recorded.
  if (!matter.store.drafts.find(work.draftId)) return
  matter.store.ledger.append('draft-checked', {
    draft: work.draftId,
    sha256: work.sha256,
    documents: work.against.map(({ documentId, textVersion }) => ({ documentId, textVersion })),
    references: references.editions.length,
    ...counts,
    stopped,
  })
}
