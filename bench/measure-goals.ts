import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'
import { wilson } from './wilson.ts'

const Asked = z.array(z.object({ question: z.string(), goals: z.array(z.string()) }))
const FILE = join(import.meta.dirname, 'goals', 'busy-questions.json')
const PACKS = ['clinical', 'legal-time']
const SHOWN_FIRST = 3

/**
 * Whether the box "What do you want to know?" finds the score, dose or deadline that a busy person means among its first three, and none
 * for what no rule answers. The 40 questions were written down before any of them was tried (issue 20).
 */
export async function* measureGoals(): AsyncGenerator<Measurement> {
  const asked = Asked.parse(JSON.parse(await readFile(FILE, 'utf8')))
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(join(home.path, 'home'))
  const { client } = opened
  await client.matter.create({ name: 'Both' })
  for (const pack of PACKS) await client.pack.use({ matter: 'Both', pack, on: true })
  const counts = { answered: { right: 0, of: 0 }, unanswered: { right: 0, of: 0 } }
  for (const { question, goals } of asked) {
    const found = (await client.sheet.goals({ matter: 'Both', question })).map(({ goal }) => goal)
    const isRight =
      goals.length === 0 ? found.length === 0 : found.slice(0, SHOWN_FIRST).some((one) => goals.includes(one))
    const count = goals.length === 0 ? counts.unanswered : counts.answered
    count.of += 1
    if (isRight) count.right += 1
    else yield { bench: 'goals', question, found: found.slice(0, SHOWN_FIRST), wanted: goals }
  }
  for (const [half, { right, of }] of Object.entries(counts))
    yield { bench: 'goals', half, right, of, share: right / of, interval: wilson(right, of) }
}
