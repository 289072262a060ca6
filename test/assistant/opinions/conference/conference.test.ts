import { createRouterClient } from '@orpc/server'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportFormat } from '../../../../contract/answers/answer.ts'
import { answerBySex, answerFromSources } from '../../../../scripts/cloud-server/say-answer.ts'
import { router } from '../../../../assistant/router/router.ts'
import { englishLeft } from '../../../wording/english-left.ts'
import { codeOf } from '../../whole-assistant.ts'
import { asksElsewhere, decidedPacket, type Elsewhere, MATTER, send } from '../asked-elsewhere.ts'

const FONTS = fileURLToPath(new URL('../../../../node_modules/pdfjs-dist/standard_fonts', import.meta.url))
const QUESTION = 'What are the arguments that Mr Arthur Hollis gave notice in time, and is his account credible?'
let elsewhere: Elsewhere
let consultation: string

beforeAll(async () => {
  elsewhere = await asksElsewhere()
  const { client, server, whole } = elsewhere
  const answered = await Array.fromAsync(await client.answer.ask({ matter: MATTER, question: QUESTION }))
  const end = answered.find((event) => event.type === 'answer-end')
  const about = { question: QUESTION, answerId: end?.answerId ?? null }
  const ranked = [
    { name: 'notice in time', for: [{ text: 'The letter names the day.', sources: ['S1'] }], cannotMiss: true },
    { name: 'notice too late', decides: ['the postmark'] },
  ]
  server.say = (asked, signal) => {
    const [said = ''] = answerBySex(asked, signal) as string[]
    return [JSON.stringify({ ...JSON.parse(said), ranked, missing: ['the postmark'] })]
  }
  const blind = await send(client, await decidedPacket(client, about))
  consultation = blind.opinion?.consultation ?? ''
  await send(client, await decidedPacket(client, { ...about, kind: 'counterfactual', consultation }))
  server.say = answerFromSources
  await send(client, await decidedPacket(client, { ...about, kind: 'informed', consultation }))
  const { store } = await whole.assistant.matters.open(MATTER)
  const decided = { decidedAt: '2026-06-03T11:00:00Z', decidedBy: 'J. Marsh', outcome: 'second', right: 'In time.' }
  store.decisions.save({ decisionId: 'd-1', consultation, ...decided })
  const elsewhereDecided = { decisionId: 'd-2', consultation: 'another', ...decided, right: 'Elsewhere.' }
  store.decisions.save(elsewhereDecided)
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

const exported = async (format: ExportFormat) =>
  (await elsewhere.clientWith({ fontsFolder: FONTS }).opinion.export({ matter: MATTER, consultation, format })).file

test('one document has the question, every voice with its evidence, the comparison, what was decided and what left', async () => {
  const file = await exported('md')
  expect(file.name).toBe('What are the arguments that Mr Arthur Hollis gave notice in.md')
  const text = await file.text()
  const parts = [
    `# ${QUESTION}`,
    '# This computer',
    '# Blind opinion',
    'His account is credible.',
    '# Informed opinion',
    'not independent',
    '# Sentence by sentence',
    '## Differential, by rank',
    'notice in time, CAN’T MISS',
    '## Check next, in this order',
    'the postmark (notice too late)',
    '## Bias check',
    'Swapped: His account is not credible.',
    '## Decided',
    'the second opinion was right: In time.',
    '## What left this computer',
    '## In the audit log',
    '# How this was produced',
    'not a medical device',
  ]
  let at = -1
  for (const part of parts) {
    expect(text.slice(at + 1)).toContain(part)
    at = text.indexOf(part, at + 1)
  }
  expect(text).not.toContain('Elsewhere.')
  const { packets } = await elsewhere.client.opinion.get({ matter: MATTER, consultation })
  expect(packets.map(({ kind }) => kind).toSorted()).toEqual(['blind', 'counterfactual', 'informed'])
  for (const { hash } of packets) expect(text).toContain(hash)
  const notes = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => Number(number))
  expect(notes).toEqual(notes.map((_, index) => index + 1))
  expect(notes.length).toBeGreaterThan(0)
})

test('the document of a German window has nothing of ours in English', async () => {
  const { assistant } = elsewhere.whole
  const client = createRouterClient(router, { context: { assistant, language: 'de-DE' } })
  const { file } = await client.opinion.export({ matter: MATTER, consultation, format: 'md' })
  const text = await file.text()
  for (const words of ['# Dieser Computer', '# Satz für Satz', '## Im Prüfprotokoll', '# Wie dies entstanden ist'])
    expect(text).toContain(words)
  expect(englishLeft(text)).toEqual([])
})

test('Word and PDF come out too, and the ledger has the hash of each file and none of its words', async () => {
  const docx = Buffer.from(await (await exported('docx')).bytes())
  const pdf = Buffer.from(await (await exported('pdf')).bytes())
  expect(docx.subarray(0, 2).toString()).toBe('PK')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const { store } = await elsewhere.whole.assistant.matters.open(MATTER)
  const entries = store.ledger.list().filter(({ kind }) => kind === 'consultation-exported')
  expect(entries.slice(-2).map(({ data }) => data)).toEqual([
    { consultation, format: 'docx', sha256: createHash('sha256').update(docx).digest('hex') },
    { consultation, format: 'pdf', sha256: createHash('sha256').update(pdf).digest('hex') },
  ])
  const other = { matter: MATTER, consultation: 'none', format: 'md' } as const
  expect(await codeOf(() => elsewhere.client.opinion.export(other))).toBe('NOT_FOUND')
})
