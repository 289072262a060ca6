import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AssistantClient } from '../../contract/index.ts'
import { assistantHere, inProcess } from '../hosts/carriers.ts'
import { temporaryFolder } from '../store/temporary-home.ts'
import { copyOlderHome, OLDER_HOMES, type OlderHome, writtenIn } from './older-home.ts'
import { type Line, MATTER, PASSPHRASE, type Written } from './written-home.ts'

const QUIET = { CONSILIUM_THREADS: '1' }

test.for(OLDER_HOMES)('the home of %s opens with all that its version said of it, and can be asked', async (name) => {
  await using place = await temporaryFolder()
  const home = await copyOlderHome(name, join(place.path, 'home'))
  const written = await writtenIn(name)
  {
    await using assistant = await assistantHere(home, QUIET)
    const client = inProcess(assistant)
    if (assistant.session.lockState === 'locked') await client.home.unlock({ passphrase: PASSPHRASE })
    await expectDocuments(client, written)
    await expectKept(client, written, name)
    await expectLedger(client, written)
    await expectAsked(client, written)
  }
  // And once more, as after any other start.
  await using assistant = await assistantHere(home, QUIET)
  const client = inProcess(assistant)
  if (assistant.session.lockState === 'locked') await client.home.unlock({ passphrase: PASSPHRASE })
  await expectDocuments(client, written)
  expect(await client.answer.list({ matter: MATTER })).toHaveLength(written.answers.length + 1)
})

function picked(row: Line, ...keys: readonly string[]): Line {
  return Object.fromEntries(keys.map((key) => [key, row[key]]))
}

async function expectDocuments(client: AssistantClient, written: Written): Promise<void> {
  expect(await client.library.documents({ matter: MATTER })).toMatchObject(
    written.documents.map((row) =>
      picked(row, 'document', 'documentId', 'state', 'characters', 'passages', 'pages', 'bytes', 'sha256', 'addedAt'),
    ),
  )
  for (const [document, text] of Object.entries(written.texts)) {
    const pages = await client.library.text({ matter: MATTER, document })
    expect(pages.map((page) => page.text).join('\n\n')).toBe(text)
  }
}

async function expectKept(client: AssistantClient, written: Written, name: OlderHome): Promise<void> {
  const answers = await client.answer.list({ matter: MATTER })
  expect(answers).toMatchObject(
    written.answers.map((row) => picked(row, 'answerId', 'question', 'askedAt', 'answer', 'model')),
  )
  const sources = (rows: readonly unknown[]) => rows.map((row) => (row as { sources: unknown[] }).sources.length)
  expect(sources(answers)).toEqual(sources(written.answers))
  const facts = await client.fact.list({ matter: MATTER })
  expect(facts).toMatchObject(written.facts.map((row) => picked(row, 'id', 'relation', 'args', 'state', 'decidedAt')))
  const terms = await client.term.list({ matter: MATTER })
  expect(terms).toEqual(expect.arrayContaining([...written.terms]))
  const packets = await client.packet.list({ matter: MATTER })
  expect(packets.toReversed()).toMatchObject(written.packets)
  const whole = await Promise.all(packets.map(({ packetId }) => client.packet.get({ matter: MATTER, packetId })))
  expect(whole.toReversed()).toMatchObject(written.packets)
  const opinions = await client.opinion.list({ matter: MATTER })
  expect(opinions.toReversed().map(({ question, blind }) => [question, blind !== null])).toEqual(
    written.packets.map(({ question }, at) => [question, at === 0]),
  )
  const counts = [written.facts.length, written.packets.length, written.terms.length > 0]
  expect(counts).toEqual(name === 'main-job-133a6736' ? [0, 0, false] : [2, 2, true])
}

async function expectLedger(client: AssistantClient, written: Written): Promise<void> {
  const entries = await client.ledger.list({ matter: MATTER })
  expect(entries.slice(0, written.ledger.length)).toEqual(written.ledger)
  for (const matter of [MATTER, null]) expect(await client.ledger.verify({ matter })).toMatchObject({ valid: true })
}

async function expectAsked(client: AssistantClient, written: Written): Promise<void> {
  const events = []
  for await (const event of await client.answer.ask({ matter: MATTER, question: 'Who is the landlord?' }))
    events.push(event)
  expect(events.at(-1)).toMatchObject({ type: 'answer-end' })
  expect(await client.answer.list({ matter: MATTER })).toHaveLength(written.answers.length + 1)
}

test.for([
  ['of a newer version', (text: string) => text.replace('"kind"', '"ofAVersionToCome": 1, "kind"')],
  ['cut off', (text: string) => text.slice(0, 100)],
] as const)('the record of a model that is %s is passed over, and the home opens', async ([, change]) => {
  await using place = await temporaryFolder()
  const home = await copyOlderHome('main-job-133a6736', join(place.path, 'home'))
  const record = join(home, 'models/all-minilm-l6-v2-int8/model.json')
  const changed = change(await readFile(record, 'utf8'))
  await writeFile(record, changed)
  await using assistant = await assistantHere(home, QUIET)
  const client = inProcess(assistant)
  const { models } = await client.model.list()
  expect(models.filter(({ installed }) => installed)).toEqual([])
  const { hits } = await client.library.search({ matter: MATTER, question: 'landlord' })
  expect(hits.length).toBeGreaterThan(0)
  expect(await readFile(record, 'utf8')).toBe(changed)
})
