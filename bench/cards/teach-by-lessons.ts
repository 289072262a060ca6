import type { Card, MistakeKind } from '../../contract/knowledge/card.ts'
import { cardFromMistake } from '../../assistant/learning/card-from-mistake.ts'
import type { CardBench, Teach } from './approve-lessons.ts'

/** What a teacher wrote for one kind of question, before the test split was asked. */
export type Lesson = {
  readonly mistake: MistakeKind
  readonly title: string
  readonly summary: string
  readonly knowledge: readonly string[]
  /** What such questions look like, where the failed one alone is too special to find others. */
  readonly trigger?: string
}

/** Each kind of question has the lesson that was written for it, by its type. */
export function teachByLessons(
  lessons: Readonly<Record<string, Lesson>>,
  student: Card['student'],
  { client, assistant }: CardBench,
): Teach {
  return async (row, matterName) => {
    const lesson = lessons[row.type]
    if (!lesson) return null
    const matter = await assistant.matters.open(matterName)
    const mistake = { matter, answerId: null, question: row.question, wrong: row.answer, expected: row.gold ?? '' }
    const from = { ...mistake, from: 'evaluation', mistake: lesson.mistake } as const
    const begun = await cardFromMistake({ ...from, student }, assistant)
    const knowledge = lesson.knowledge.map((text) => ({ text, source: null }))
    const { title, summary, trigger = begun.trigger } = lesson
    return client.card.save({ card: begun.card, text: { ...begun, title, summary, knowledge, trigger } })
  }
}
