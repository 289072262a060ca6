import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Card } from '../../contract/knowledge/card.ts'
import type { RunRow, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { BenchAssistant } from '../open-bench-assistant.ts'

export type CardBench = Pick<BenchAssistant, 'client' | 'assistant'>

/** Begins the card of a mistake, in the matter that has its passage; null: there is nothing to teach. */
export type Teach = (row: RunRow, matter: string) => Promise<Card | null>

export type Failures = {
  readonly failed: readonly RunRow[]
  readonly questions: readonly SetQuestion[]
  readonly teach: Teach
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
export async function approveLessons({ failed, questions, teach }: Failures, { client }: CardBench): Promise<Approved> {
  const skills = new Map<string, string>()
  const refused: Record<string, readonly string[]> = {}
  for (const row of failed) {
    const question = questions.find(({ id }) => id === row.id)
    if (!question || [...skills.values()].includes(row.type)) continue
    const begun = await cardOf(row, question)
    if (!begun) continue
    const card = await tested(begun)
    if (card.status === 'draft') refused[row.id] = [...(card.test?.remarks ?? []), ...(card.test?.lint ?? [])]
    else skills.set(card.card, row.type)
    if (card.status === 'tested') await client.card.approve({ card: card.card, by: 'the bench' })
  }
  return { skills, counts: { approved: [...skills.values()], refused } }

  async function cardOf(row: RunRow, question: SetQuestion): Promise<Card | null> {
    const name = `Training ${row.id}`
    const made = (await client.matter.list()).find(({ matter }) => matter === name)
    const kept = (await client.card.list()).find(({ origin }) => made && origin.matter === made.id)
    if (kept) return kept
    if (!made) await withPassage(name, question)
    return teach(row, name)
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
