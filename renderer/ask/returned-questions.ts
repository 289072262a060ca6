import { useEffect, useEffectEvent } from 'react'
import type { Matter } from '../../contract/matter.ts'
import type { useNavigation } from '../state/navigation-context.ts'
import type { Shell } from '../state/shell-context.ts'
import type { Asking, Pending } from './create-asking.ts'
import { isWriting, type LiveAnswer } from './live-answer.ts'

type Navigation = Pick<ReturnType<typeof useNavigation>, 'place' | 'replace'>

/**
 * An engine that stops by itself closes the window where a passphrase opens it. Questions that it left without an answer are put back
 * into their boxes then, to be asked again: a follow-up into that of its thread, all others into that of the first question.
 */
export function useReturnedQuestions(
  asking: Asking,
  matters: readonly Matter[] | null,
  { place, replace }: Navigation,
  drafts: Shell['drafts'],
): void {
  const giveBack = useEffectEvent(() => {
    nameThreads(drafts, asking)
    for (const { id } of matters ?? [])
      for (const { question, names, thread } of lostIn(asking, asking.pending(id))) {
        const box = thread === null ? `question ${id}` : followUpBox(thread)
        const before = drafts.get(box)
        drafts.set(box, before === undefined ? question : `${before}\n${question}`)
        if (place.matter === id && place.answer !== null && names.includes(place.answer)) replace({ answer: thread })
      }
  })
  useEffect(() => () => giveBack(), [])
}

/** The box of a thread begun in this session goes by its address; the window that comes next knows the thread by its first answer alone. */
function nameThreads(drafts: Shell['drafts'], asking: Asking): void {
  for (const [box, text] of drafts) {
    const name = asking.nameOf(box.slice(followUpBox('').length))
    if (!box.startsWith(followUpBox('')) || name === null) continue
    drafts.delete(box)
    drafts.set(followUpBox(name), text)
  }
}

/** What is typed to follow a thread is kept under this. */
export function followUpBox(thread: string): string {
  return `follow-up ${thread}`
}

type Lost = {
  readonly question: string
  readonly names: readonly string[]
  /** The first answer of the thread that it follows; null where there is none that is left. */
  readonly thread: string | null
}

/** In the order in which they were asked. What an answer asks about the parties that it compares is asked from there again. */
function lostIn(asking: Asking, { lives, waiting }: Pending): readonly Lost[] {
  const lost = [...lives.filter(isLost), ...waiting.map((question) => ({ ...question, answerId: null }))]
  const gone = new Set(lost.flatMap(({ answerId }) => answerId ?? []))
  return lost.flatMap(({ key, answerId, question, partOf }) => {
    if (partOf) return []
    const thread = asking.threadOf(key)
    const isLeft = thread !== null && !gone.has(thread)
    return { question, names: [key, answerId ?? key], thread: isLeft ? thread : null }
  })
}

/** Without an answer. A question that waited may have been asked of the fresh engine, which is locked. */
function isLost(live: LiveAnswer): boolean {
  if (live.finished) return false
  return isWriting(live) || live.failure?.code === 'CONNECTION_LOST' || live.failure?.code === 'LOCKED'
}
