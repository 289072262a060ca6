import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Card, MistakeKind } from '../../contract/card.ts'
import type { RunRow, SetQuestion } from '../../contract/evaluation.ts'
import { cardFromMistake } from '../../assistant/cards/card-from-mistake.ts'
import type { BenchAssistant } from '../open-bench-assistant.ts'

export type CardBench = Pick<BenchAssistant, 'client' | 'assistant'>

/** What a teacher wrote for one kind of question, before the test split was asked. */
export type Lesson = {
  readonly mistake: MistakeKind
  readonly title: string
  readonly summary: string
  readonly knowledge: readonly string[]
  /** What such questions look like, where the failed one alone is too special to find others. */
  readonly trigger?: string
}

export type Failures = {
  readonly failed: readonly RunRow[]
  readonly student: Card['student']
  readonly questions: readonly SetQuestion[]
  /** By the type of the question. */
  readonly lessons: Readonly<Record<string, Lesson>>
}

export type Approved = {
  /** Which kind of question each approved card is for. */
  readonly skills: ReadonlyMap<string, string>
  readonly counts: Readonly<Record<string, unknown>>
}

/**
 * A card for each kind of question that was answered wrong: from its failed questions one after the other, until one passes its
 * test, which approves it. Each is asked in a matter of its own with its passage. What an earlier run tested is not tested again.
 */
export async function approveLessons(
  { failed, student, questions, lessons }: Failures,
  { client, assistant }: CardBench,
): Promise<Approved> {
  const skills = new Map<string, string>()
  const refused: Record<string, readonly string[]> = {}
  for (const row of failed) {
    const lesson = lessons[row.type]
    const question = questions.find(({ id }) => id === row.id)
    if (!lesson || !question || [...skills.values()].includes(row.type)) continue
    const card = await tested(await cardOf(row, question, lesson))
    if (card.status === 'draft') refused[row.id] = [...(card.test?.remarks ?? []), ...(card.test?.lint ?? [])]
    else skills.set(card.card, row.type)
    if (card.status === 'tested') await client.card.approve({ card: card.card, by: 'the bench' })
  }
  return { skills, counts: { approved: [...skills.values()], refused } }

  async function cardOf(row: RunRow, question: SetQuestion, lesson: Lesson): Promise<Card> {
    const name = `Training ${row.id}`
    const made = (await client.matter.list()).find(({ matter }) => matter === name)
    const kept = (await client.card.list()).find(({ origin }) => made && origin.matter === made.id)
    if (kept) return kept
    if (!made) await withPassage(name, question)
    const matter = await assistant.matters.open(name)
    const mistake = { matter, answerId: null, question: row.question, wrong: row.answer, expected: row.gold ?? '' }
    const from = { ...mistake, from: 'evaluation', mistake: lesson.mistake } as const
    const begun = await cardFromMistake({ ...from, student }, assistant)
    const knowledge = lesson.knowledge.map((text) => ({ text, source: null }))
    return client.card.save({
      card: begun.card,
      text: {
        ...begun,
        title: lesson.title,
        summary: lesson.summary,
        knowledge,
        trigger: lesson.trigger ?? begun.trigger,
      },
    })
  }

  async function withPassage(name: string, { context }: SetQuestion): Promise<void> {
    await client.matter.create({ name, subtitle: '' })
    const folder = await mkdtemp(join(tmpdir(), 'consilium-cards-'))
    const paths = context.map(({ title }) => join(folder, `${title}.txt`))
    for (const [index, { text }] of context.entries()) await writeFile(paths[index] ?? '', text)
    for await (const _event of await client.library.addPaths({ matter: name, paths }));
  }

  async function tested(card: Card): Promise<Card> {
    if (card.test !== null) return card
    let last = card
    for await (const event of await client.card.test({ card: card.card }))
      if (event.type === 'testing-end') last = event.card
    process.stderr.write(`\rtested ${card.title}: ${last.status}\n`)
    return last
  }
}
