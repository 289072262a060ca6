import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssistantClient } from '../../../contract/index.ts'
import type { SummaryEvent, SummaryInput, SummaryLine } from '../../../contract/answers/survey.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const WORDS =
  'The parties have met many times and have talked about the house and its garden at length, as neighbours do. '
const REPORT = `# Rent

The rent of the house is 1200 euros a month, due on the first day. ${WORDS.repeat(8)}

# Notice

Ms Birch gave notice to the owner on 3 May 2021 by letter. ${WORDS.repeat(8)}

# Repairs

The roof of the house was repaired by Roe Ltd for 5000 euros in 2020. ${WORDS.repeat(8)}
`

async function run(client: AssistantClient, more: Partial<SummaryInput> = {}, signal?: AbortSignal) {
  const events: SummaryEvent[] = []
  const input = { matter: 'Lease', document: 'report.md', ...more }
  for await (const event of await client.survey.summary(input, signal ? { signal } : {})) events.push(event)
  return events
}

function linesOf(events: readonly SummaryEvent[]): readonly SummaryLine[] {
  return events.flatMap((event) => (event.type === 'line' ? event : []))
}

describe('a summary', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.matter.create({ name: 'Lease' })
    const paths = [await use.write('report.md', REPORT)]
    for await (const _ of await use.client.library.addPaths({ matter: 'Lease', paths }));
  })
  afterAll(() => life.disposeAsync())

  const expectCited = async (lines: readonly SummaryLine[]) => {
    const [page] = await use.client.library.text({ matter: 'Lease', document: 'report.md' })
    for (const { citations } of lines) {
      expect(citations.length).toBeGreaterThan(0)
      for (const { start, end, quote } of citations) expect(page?.text.slice(start, end)).toBe(quote)
    }
  }

  test('without a model gives the most telling sentence of each section, and says so', async () => {
    const events = await run(use.client)
    const lines = linesOf(events)
    expect(lines.map(({ text }) => text)).toEqual([
      'The rent of the house is 1200 euros a month, due on the first day.',
      'Ms Birch gave notice to the owner on 3 May 2021 by letter.',
      'The roof of the house was repaired by Roe Ltd for 5000 euros in 2020.',
    ])
    expect(lines.every(({ by, verdict }) => by === null && verdict === 'verbatim')).toBe(true)
    await expectCited(lines)
    const end = events.at(-1)
    expect(end).toMatchObject({ type: 'summary-end', lines: 3, extracted: 3, model: null, stopped: false })
    expect(end).toMatchObject({ pagesWithoutText: 0, notRead: [] })
    expect(end).toMatchObject({ passagesRead: lines.length, passages: lines.length })
  })

  test('with a model keeps what its document bears out, and puts its own sentence in the place of the rest', async () => {
    const model = createScriptedModel({
      says: [
        'The rent is 1200 euros a month. [S1] Rent, 1200. [S1]',
        'Ms Birch gave notice on 3 May 2021. [S1] She paid 9999 euros for the garden. [S1]',
        'Ms Birch and the neighbours repaired the roof of the house by letter. [S1]',
      ],
    })
    const events = await run(use.withModel(model))
    const lines = linesOf(events)
    expect(lines.map(({ text, by }) => [text, by])).toEqual([
      ['The rent is 1200 euros a month.', 'scripted'],
      ['The rent of the house is 1200 euros a month, due on the first day.', null],
      ['Ms Birch gave notice on 3 May 2021.', 'scripted'],
      ['Ms Birch gave notice to the owner on 3 May 2021 by letter.', null],
      ['The roof of the house was repaired by Roe Ltd for 5000 euros in 2020.', null],
    ])
    await expectCited(lines)
    expect(events.at(-1)).toMatchObject({ lines: 5, extracted: 3, model: { id: 'scripted' } })
  })

  test('that is stopped goes on with the section that it was at, or anew when told to', async () => {
    const says = ['The rent is 1200 euros a month. [S1]']
    const stop = new AbortController()
    const slow = createScriptedModel({ says, wordMs: 5 })
    const seen: SummaryEvent[] = []
    const input = { matter: 'Lease', document: 'report.md', fresh: true }
    for await (const event of await use.withModel(slow).survey.summary(input, { signal: stop.signal })) {
      seen.push(event)
      if (event.type === 'line') stop.abort()
    }
    expect(seen.at(-1)).toMatchObject({ type: 'summary-end', stopped: true, lines: 1 })
    const model = createScriptedModel({ says })
    const lines = linesOf(await run(use.withModel(model)))
    expect(model.asked.length).toBe(2)
    expect(lines.map(({ wasKept }) => wasKept)).toEqual([true, ...lines.slice(1).map(() => false)])
    await run(use.withModel(model))
    expect(model.asked.length).toBe(2)
    await run(use.withModel(model), { fresh: true })
    expect(model.asked.length).toBe(5)
  })

  test('is of a document that is there', async () => {
    expect(await codeOf(() => run(use.client, { document: 'none.txt' }))).toBe('NOT_FOUND')
  })
})
