import type { Answer, AnswerScope, Approach, Claim, Searched, Source } from '../../contract/answers/answer.ts'
import type { Offer } from '../../contract/answers/offer.ts'
import { scopeOf } from '../../contract/answers/answer-words.ts'
import { inOrderOfMarks } from '../../contract/answers/source-order.ts'
import type { AskedQuestion, LiveAnswer } from './live-answer.ts'
import type { Pending } from './create-asking.ts'

/** A question with the follow-ups to it, oldest first. */
export type Thread = { readonly root: Answer; readonly answers: readonly Answer[] }

/** Sorts answers into threads, newest thread first. A follow-up whose question was deleted begins a thread of its own. */
export function threadsOf(all: readonly Answer[]): readonly Thread[] {
  const ids = new Set(all.map(({ answerId }) => answerId))
  // One party of a comparison is shown in its answer.
  const answers = all.filter(({ partOf }) => !partOf || !ids.has(partOf))
  const byId = new Map(answers.map((answer) => [answer.answerId, answer]))
  const threads = new Map<string, Answer[]>()
  const oldestFirst = answers.toSorted((one, other) => one.askedAt.localeCompare(other.askedAt))
  for (const answer of oldestFirst) {
    const root = rootOf(answer, byId)
    threads.set(root.answerId, [...(threads.get(root.answerId) ?? []), answer])
  }
  return [...threads.values()]
    .flatMap((members) => (members[0] ? [{ root: members[0], answers: members }] : []))
    .toSorted((one, other) => other.root.askedAt.localeCompare(one.root.askedAt))
}

/** The thread that holds this answer. */
function threadWith(threads: readonly Thread[], answerId: string | null): Thread | null {
  return threads.find(({ answers }) => answers.some((answer) => answer.answerId === answerId)) ?? null
}

function rootOf(answer: Answer, byId: ReadonlyMap<string, Answer>): Answer {
  const seen = new Set<string>()
  let root = answer
  while (root.follows && !seen.has(root.answerId)) {
    seen.add(root.answerId)
    const before = byId.get(root.follows)
    if (!before) break
    root = before
  }
  return root
}

/** One question with its answer on the screen: finished, or still being written (or broken off). */
export type Block =
  | { readonly kind: 'finished'; readonly answer: Answer }
  | { readonly kind: 'live'; readonly live: LiveAnswer }

/** What a thread shows: its answers, oldest first, then the questions that wait to be answered in it. */
export type ThreadParts = { readonly blocks: readonly Block[]; readonly waiting: readonly AskedQuestion[] }

/** The thread at an address, which is the name of an answer or, before it has one, the key of its question. */
export function threadParts(threads: readonly Thread[], pending: Pending, address: string): ThreadParts {
  const stored = threadWith(threads, address)?.answers ?? []
  /** Names and keys of all that belongs to the thread. */
  const members = new Set([address, ...stored.map(({ answerId }) => answerId)])
  return { blocks: blocksOf(stored, pending.lives, members), waiting: waitingOf(pending.waiting, members) }
}

function blocksOf(stored: readonly Answer[], lives: readonly LiveAnswer[], members: Set<string>): readonly Block[] {
  let blocks = stored.map((answer): Block => ({ kind: 'finished', answer }))
  for (const live of lives) {
    const { key, answerId, follows } = live
    if (live.partOf !== null && !members.has(answerId ?? key)) continue
    if (![key, answerId, follows].some((one) => one !== null && members.has(one))) continue
    members.add(key).add(answerId ?? key)
    if (!live.failure && stored.some((answer) => answer.answerId === answerId)) continue
    // What was kept of an answer that broke off does not say why it did; the live one does.
    blocks = [...blocks.filter((block) => addressOf(block) !== answerId), liveBlock(live)]
  }
  return blocks
}

function waitingOf(waiting: readonly AskedQuestion[], members: Set<string>): readonly AskedQuestion[] {
  return waiting.filter(({ key, follows }) => {
    if (![key, follows].some((one) => one !== null && members.has(one))) return false
    members.add(key)
    return true
  })
}

export function liveBlock(live: LiveAnswer): Block {
  return live.finished ? { kind: 'finished', answer: live.finished } : { kind: 'live', live }
}

/** What a question asked next would follow: the last one of the thread. */
export function lastOf({ blocks, waiting }: ThreadParts): string | null {
  const block = blocks.at(-1)
  return waiting.at(-1)?.key ?? (block ? addressOf(block) : null)
}

/** The day that was chosen for the rules with the last question of a thread; the next one keeps it. */
export function lastDayOf({ blocks, waiting }: ThreadParts): string | null {
  const block = blocks.at(-1)
  return (waiting.at(-1) ?? (block && partsOf(block)))?.asOf ?? null
}

/** By what a block is known: the name of its answer, else the key of its question. */
export function addressOf(block: Block): string {
  return block.kind === 'finished' ? block.answer.answerId : (block.live.answerId ?? block.live.key)
}

/** What both kinds of block have in common. */
export type BlockParts = {
  readonly answerId: string | null
  readonly question: string
  readonly askedAt: string
  readonly follows: string | null
  readonly asOf: string | null
  /** In the order of their marks. */
  readonly sources: readonly Source[]
  /** Their marks, the nearest to the question first. */
  readonly ranked: readonly string[]
  /** Those of them that were found for this very question. */
  readonly evidence: readonly Source[]
  readonly searched: Searched | null
  readonly evidenceMs: number | null
  /** Another way that suits the question better. */
  readonly offered: Offer | null
  /** Null until the evidence is there. */
  readonly scope: AnswerScope | null
  readonly claims: readonly Claim[]
  readonly approach: Approach | null
}

export function partsOf(block: Block): BlockParts {
  if (block.kind === 'finished') {
    const { answer } = block
    const found = new Set(answer.passages.map(({ source }) => source))
    const sources = inOrderOfMarks(answer.sources)
    const evidence = sources.filter(({ kind, source }) => kind !== 'passage' || found.has(source))
    return { ...answer, sources, ranked: answer.sources.map(markOf), evidence, evidenceMs: answer.timing.evidenceMs }
  }
  const { live } = block
  const found = [...(live.sources ?? []), ...live.cards]
  const sources = inOrderOfMarks(found)
  const scope = live.sources && live.searched ? scopeOf(live.sources, live.searched) : null
  return { ...live, sources, ranked: found.map(markOf), evidence: sources, scope }
}

function markOf({ source }: Source): string {
  return source
}
