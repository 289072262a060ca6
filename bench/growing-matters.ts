import { setImmediate } from 'node:timers/promises'
import { startCloudServer } from '../scripts/cloud-server/cloud-server.ts'
import type { BenchAssistant } from './open-bench-assistant.ts'
import { createRandomText } from './random-text.ts'

export const MATTER = 'Bench'
/** What the letter of the matter tells. */
const QUESTION = 'When did the tenant give notice?'
export const LETTER =
  'The tenant gave notice on 3 March 2025.\n\nThe landlord received 1,250 pounds and did not answer.\n'

/** As messages do in the app, each call comes in a turn of its own. */
async function inTurns(count: number, call: (at: number) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await setImmediate()
    await call(at)
  }
}

/** Makes so many of a kind as a user would, and lists them. `prepare` is not part of the time. */
export type GrowingMatter = {
  readonly prepare?: (bench: BenchAssistant, count: number) => Promise<void>
  readonly work: (bench: BenchAssistant, count: number) => Promise<void>
}

export const GROWING_MATTERS = {
  facts: { prepare: useClinicalPack, work: recordFacts },
  cards: { work: writeCards },
  opinions: { prepare: keepOpinions, work: readOpinions },
  answers: { work: askQuestions },
  matters: { work: createMatters },
} as const satisfies Readonly<Record<string, GrowingMatter>>

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2015, 0, 1)

async function useClinicalPack({ client }: BenchAssistant): Promise<void> {
  await client.pack.use({ matter: MATTER, pack: 'clinical', on: true })
}

/** A weight a day: each is the newest of its kind, and supersedes those before. */
async function recordFacts({ client }: BenchAssistant, count: number): Promise<void> {
  await inTurns(count, (at) => {
    const day = new Date(FIRST_DAY + at * DAY_MS).toISOString().slice(0, 10)
    return client.fact.setText({ matter: MATTER, text: `weight(patient, ${50 + (at % 40)} kg) @${day}` })
  })
  await client.fact.list({ matter: MATTER })
  await client.rule.conclusions({ matter: MATTER })
}

async function writeCards({ client }: BenchAssistant, count: number): Promise<void> {
  const random = createRandomText(23)
  await inTurns(count, (at) =>
    client.card.create({
      title: `Lesson ${at}`,
      summary: random.words(40),
      knowledge: [{ text: random.words(20), source: null }],
      trigger: random.words(12),
      domain: null,
      jurisdiction: null,
      mistake: 'comprehension',
      always: false,
      validFrom: null,
      validTo: null,
    }),
  )
  await client.card.list()
}

/** One that was really sent and received, on loopback, then kept as often as there are to be; what a sending costs does not depend on them. */
async function keepOpinions({ client, assistant }: BenchAssistant, count: number): Promise<void> {
  await using server = await startCloudServer()
  const provider = { provider: 'Bench', kind: 'openai-compatible', address: server.address, model: 'served' } as const
  await client.provider.save({ ...provider, account: '', retention: '', key: 'key-of-the-bench' })
  for await (const event of await client.packet.prepare({ matter: MATTER, question: QUESTION, provider: 'Bench' })) {
    if (event.type !== 'packet') continue
    const { packetId, flags } = event.packet
    let { hash } = event.packet
    for (const { flag } of flags) {
      const change = { decide: { flag, decision: 'keep', remember: false } } as const
      ;({ hash } = await client.packet.change({ matter: MATTER, packetId, change }))
    }
    for await (const _event of await client.opinion.send({ matter: MATTER, packetId, hash }));
  }
  const { store } = await assistant.matters.open(MATTER)
  const [packet, opinion] = [store.packets.list()[0], store.opinions.list()[0]]
  if (!packet || !opinion) throw new Error('No opinion came to be kept.')
  for (let at = 1; at < count; at += 1) {
    const ids = { consultation: `consultation-${at}`, packetId: `packet-${at}` }
    store.packets.save({ ...packet, ...ids })
    store.opinions.save({ ...opinion, ...ids, opinionId: `opinion-${at}` })
  }
}

/** The list, and each as it is opened. */
async function readOpinions({ client }: BenchAssistant): Promise<void> {
  const all = await client.opinion.list({ matter: MATTER })
  await inTurns(all.length, (at) => client.opinion.get({ matter: MATTER, consultation: all[at]?.consultation ?? '' }))
}

/** Without a model: the passages, kept as an answer. */
async function askQuestions({ client }: BenchAssistant, count: number): Promise<void> {
  await inTurns(count, async (at) => {
    for await (const _event of await client.answer.ask({ matter: MATTER, question: `${QUESTION} (${at})` }));
  })
  await client.answer.list({ matter: MATTER })
}

async function createMatters({ client }: BenchAssistant, count: number): Promise<void> {
  await inTurns(count, (at) => client.matter.create({ name: `Matter ${at}` }))
  await client.matter.list()
}
