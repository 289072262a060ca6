import type { Answer } from '../../contract/answer.ts'

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
export function threadWith(threads: readonly Thread[], answerId: string | null): Thread | null {
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
