import { setImmediate } from 'node:timers/promises'
import type { CheckEvent, Finding } from '../../contract/drafts/draft-check.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { Foreground } from '../home/foreground.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import type { MatterReferences } from '../references/search-references.ts'
import { createCheckPiece } from './check-piece.ts'
import { countSentences, isAccusing } from './count-verdicts.ts'
import { createDraftEvidence } from './draft-evidence.ts'
import { type DraftSentence, type DraftText, draftText } from './draft-text.ts'
import { type KeptFinding, KeptPiece } from './kept-findings.ts'
import { createFindingPlaces } from './place-findings.ts'
import { type DraftResult, pagesOf } from './stored-draft.ts'

export type CheckDraftOptions = {
  readonly matter: OpenMatter
  readonly references: MatterReferences
  readonly words: () => Promise<WordLists>
  readonly foreground: Foreground
  readonly now: () => Date
}

/** Raised when sentences come to be judged otherwise: what was found before is then found anew. */
const CHECK_VERSION = 2

/**
 * Checks a draft sentence by sentence against the matter and its reference libraries. What is found of one is in the store before it is
 * given out, under the sentence and the library that it depends on: after a kill the same call goes on, and a new version is checked
 * only where it changed. An abort ends it, keeping what it has.
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
    recordCheck(draftId, counts, stopped, options)
    return { type: 'check-end', ...counts, stopped, seconds: (performance.now() - startedMs) / 1000 }
  }
  try {
    for await (const event of checkSentences(work, options, signal)) {
      if (event.type === 'finding') findings.push(event)
      yield event
    }
  } catch (error) {
    if (!signal.aborted) throw error
    yield end(true)
    return
  }
  yield end(false)
}

/** What an earlier check found and kept for the library as it is now, in order of place; nothing is checked. */
export function keptFindings(draftId: string, options: CheckDraftOptions): readonly Finding[] {
  const { draft, kept } = workOn(draftId, options)
  const places = createFindingPlaces(options.matter, draftId, draft)
  const found = draft.sentences.flatMap((sentence) => places.of(sentence, kept(sentence) ?? []))
  return [...found, ...places.rest()]
}

/** Whether all of a draft has been checked against the library as it is now. */
export function isAllChecked(draftId: string, options: CheckDraftOptions): boolean {
  const { draft, kept } = workOn(draftId, options)
  return draft.sentences.every((sentence) => kept(sentence) !== null)
}

/** A draft with what is kept of its sentences for the library as it is now. */
type Work = {
  readonly draftId: string
  readonly draft: DraftText
  readonly edition: string
  readonly keyOf: (sentence: DraftSentence) => string
  readonly kept: (sentence: DraftSentence) => readonly KeptFinding[] | null
}

function workOn(draftId: string, { matter, references }: CheckDraftOptions): Work {
  const edition = libraryEdition(matter, references)
  const keyOf = ({ text }: DraftSentence) => sha256(JSON.stringify([CHECK_VERSION, edition, text])).slice(0, 32)
  const kept = (sentence: DraftSentence) =>
    KeptPiece.safeParse(matter.store.drafts.piece(draftId, keyOf(sentence))).data?.findings ?? null
  return { draftId, draft: draftText(pagesOf(matter, draftId)), edition, keyOf, kept }
}

/** The readings of the documents and the states of the reference libraries, as one hash. */
function libraryEdition({ store, library }: OpenMatter, { editions }: MatterReferences): string {
  const documents = store.documents
    .list(null)
    .map(({ documentId, textVersionId, document }) => `${documentId} ${textVersionId} ${document}`)
  return sha256(JSON.stringify([documents.toSorted(), editions, library.revision])).slice(0, 32)
}

async function* checkSentences(
  { draftId, draft: { sentences, ...draft }, keyOf, kept }: Work,
  { matter, references, words, foreground }: CheckDraftOptions,
  signal: AbortSignal,
): AsyncGenerator<CheckEvent, void, void> {
  const check = createCheckPiece(matter, createDraftEvidence(matter, references, await words()))
  const places = createFindingPlaces(matter, draftId, { sentences, ...draft })
  const pace = createPace(sentences.length)
  for (const [at, sentence] of sentences.entries()) {
    let piece = kept(sentence)
    if (piece === null) {
      yield { type: 'check-progress', done: at, of: sentences.length, secondsLeft: pace.secondsLeft(at) }
      // A person who waits for an answer goes first; and as all is computed on this thread, other calls come in between.
      await foreground.idle(signal)
      await setImmediate()
      signal.throwIfAborted()
      piece = await check(sentence.text)
      matter.store.drafts.keepPiece(draftId, keyOf(sentence), { findings: piece })
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

type Counts = ReturnType<typeof countSentences>
type Done = Work & { readonly counts: Counts; readonly findings: readonly Finding[] }

function keepResult(done: Done, { matter, references, now }: CheckDraftOptions): void {
  const { draftId, draft, edition, keyOf, counts, findings } = done
  const result: DraftResult = {
    ...counts,
    checkedAt: now().toISOString(),
    checkVersion: CHECK_VERSION,
    findings: findings.filter(isAccusing).map(({ findingId }) => findingId),
    edition,
    against: documentsOf(matter),
    references: references.editions.map((one) => one.split(' ')[0] ?? one),
  }
  matter.store.drafts.forgetPieces(draftId, draft.sentences.map(keyOf))
  matter.store.drafts.keepResult(draftId, result)
}

function documentsOf({ store }: OpenMatter): DraftResult['against'] {
  return store.documents
    .list(null)
    .flatMap(({ documentId, document, sha256: hash, textVersionId }) =>
      textVersionId === null ? [] : [{ documentId, document, sha256: hash, textVersion: textVersionId }],
    )
}

function recordCheck(draftId: string, counts: Counts, stopped: boolean, options: CheckDraftOptions): void {
  const { matter, references } = options
  const draft = matter.store.drafts.find(draftId)
  // Its removal in the meantime is recorded.
  if (!draft) return
  matter.store.ledger.append('draft-checked', {
    draft: draftId,
    sha256: draft.sha256,
    documents: documentsOf(matter).map(({ documentId, textVersion }) => ({ documentId, textVersion })),
    references: references.editions.length,
    ...counts,
    stopped,
  })
}
