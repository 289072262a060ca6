import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssistantClient } from '../../../contract/index.ts'
import type { Cell, TableEvent, TableInput } from '../../../contract/answers/survey.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { until } from '../../patience.ts'

const LETTERS = {
  'ash.txt':
    'The tenant is Mr Ash. The rent of the flat is 900 euros a month. Notice must be given three months before.',
  'birch.txt': 'The tenant is Ms Birch. The rent of the house is 1200 euros a month.',
  'cedar.txt': 'The tenant is Dr Cedar. The rent of the room is 450 euros a month.',
}
/** In words that the letters do not have, so that no rule finds the answer and the model is asked. */
const QUESTIONS = [
  { id: 'rent', question: 'What is the rent that was agreed?' },
  { id: 'tenant', question: 'Who is the tenant that signed?' },
]

/** Answers with the sentence that has the asked word, as a model that reads well would. */
function reads(turns: readonly { readonly text: string }[]): string {
  const asked = turns.at(-1)?.text ?? ''
  const word = /What is the rent/.test(asked) ? /The rent[^.]*\./ : /The tenant is [^.]*\./
  return `${word.exec(asked)?.[0] ?? 'Nothing stands here.'} [S1]`
}

async function run(client: AssistantClient, more: Partial<TableInput> = {}, signal?: AbortSignal) {
  const events: TableEvent[] = []
  const input = { matter: 'Leases', questions: QUESTIONS, ...more }
  for await (const event of await client.survey.table(input, signal ? { signal } : {})) events.push(event)
  return events
}

function cellsOf(events: readonly TableEvent[]): readonly Cell[] {
  return events.flatMap((event) => (event.type === 'cell' ? event : []))
}

describe('a table', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  const text = async (document: string) =>
    (await use.client.library.text({ matter: 'Leases', document })).map((page) => page.text).join('\f')
  const add = async (name: string, words: string) => {
    const paths = [await use.write(name, words)]
    for await (const _ of await use.client.library.addPaths({ matter: 'Leases', paths }));
  }

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.matter.create({ name: 'Leases' })
    for (const [name, words] of Object.entries(LETTERS)) await add(name, words)
  })
  afterAll(() => life.disposeAsync())

  test('needs a model', async () => {
    expect(await codeOf(() => run(use.client))).toBe('NO_MODEL')
    expect(await codeOf(() => run(use.client, { model: 'none' }))).toBe('NO_MODEL')
  })

  test('takes no two questions of one id, whose cells nobody could tell apart', async () => {
    const client = use.withModel(createScriptedModel({ says: reads }))
    const questions = QUESTIONS.map(({ question }) => ({ id: 'q1', question }))
    expect(await codeOf(() => run(client, { questions }))).toBe('WRONG_USE')
    expect(await codeOf(() => client.survey.tableSheet({ matter: 'Leases', questions }))).toBe('WRONG_USE')
  })

  test('that is cut off while a cell is written goes on after a start, and no cell is written twice', async () => {
    const slow = createScriptedModel({ says: reads, wordMs: 30 })
    const client = use.withModel(slow)
    const first: Cell[] = []
    let cut: Promise<void> | null = null
    const events = await client.survey.table({ matter: 'Leases', questions: QUESTIONS })
    for await (const event of events) {
      if (event.type === 'cell') first.push(event)
      // The next cell is under way when the assistant is closed.
      if (first.length === 3) cut ??= until(() => slow.asked.length === 4).then(() => use.restart())
    }
    await cut
    expect(first.length).toBe(3)
    expect(slow.asked.length).toBe(4)
    const model = createScriptedModel({ says: reads })
    const second = await run(use.withModel(model))
    expect(model.asked.length).toBe(3)
    expect(cellsOf(second).map(({ wasKept }) => wasKept)).toEqual([true, true, true, false, false, false])
    expect(cellsOf(second).slice(0, 3)).toEqual(first.map((cell) => ({ ...cell, wasKept: true })))
    expect(second.at(-1)).toMatchObject({ type: 'table-end', cells: 6, kept: 3, uncertain: 6, stopped: false })
    expect(second.at(-1)).toMatchObject({ passagesRead: 3, passages: 3, documents: 3, questions: 2 })
  })

  test('has cells that are not asked again, and cite words that stand in their document', async () => {
    const model = createScriptedModel({ says: reads })
    const cells = cellsOf(await run(use.withModel(model)))
    expect(model.asked.length).toBe(0)
    expect(cells.map(({ document, text: words }) => [document, words])).toEqual([
      ['ash.txt', 'The rent of the flat is 900 euros a month.'],
      ['ash.txt', 'The tenant is Mr Ash.'],
      ['birch.txt', 'The rent of the house is 1200 euros a month.'],
      ['birch.txt', 'The tenant is Ms Birch.'],
      ['cedar.txt', 'The rent of the room is 450 euros a month.'],
      ['cedar.txt', 'The tenant is Dr Cedar.'],
    ])
    for (const { document, citations } of cells) {
      expect(citations.length).toBeGreaterThan(0)
      for (const { start, end, quote, document: cited } of citations)
        expect([cited, (await text(document)).slice(start, end)]).toEqual([document, quote])
    }
  })

  test('says of what no document bears out that it is not found, and of a number from elsewhere that it is uncertain', async () => {
    const questions = [{ id: 'deposit', question: 'What is the rent deposit?' }]
    const documents = ['ash.txt']
    const says = async (...words: readonly string[]) =>
      cellsOf(await run(use.withModel(createScriptedModel({ says: words })), { questions, documents, fresh: true }))[0]
    expect(await says('Elephants migrate northwards. [S1]')).toMatchObject({
      state: 'not-found',
      text: '',
      citations: [],
    })
    expect(await says('The rent deposit of the flat')).toMatchObject({ state: 'not-found', text: '' })
    expect(await says('The document does not mention the rent deposit. [S1]')).toMatchObject({ state: 'not-found' })
    expect(await says('The rent of the flat is 777 euros. [S1]')).toMatchObject({
      state: 'uncertain',
      verdict: 'contradicted',
      instead: expect.stringContaining('900 euros'),
    })
    const rent = 'The rent of the flat is 900 euros a month.'
    expect(await says(`${rent} [S1]`)).toMatchObject({ state: 'uncertain', verdict: 'verbatim', text: rent })
  })

  test('quotes what answers a question in its own words, and asks no model for it', async () => {
    const model = createScriptedModel({ says: [] })
    const questions = [{ id: 'rent', question: 'What is the rent?' }]
    const [cell] = cellsOf(await run(use.withModel(model), { questions, documents: ['ash.txt'] }))
    expect(cell).toMatchObject({
      state: 'answered',
      verdict: 'verbatim',
      text: 'The rent of the flat is 900 euros a month.',
    })
    expect(model.asked).toEqual([])
  })

  test.each(['T. Bennett', 'John Smith', 'Larkspur Ltd'])(
    'finds by the name %s whom it asks about by a role, where a row gives it',
    async (name) => {
      const matter = `Judgment of ${name}`
      await use.client.matter.create({ name: matter })
      const sentence = `The court sentences ${name} to five years of imprisonment.`
      const judgment = `Defendant: ${name}\nClerk: A. Gray\n\n${sentence}`
      const paths = [await use.write(`${name}.txt`, judgment)]
      for await (const _ of await use.client.library.addPaths({ matter, paths }));
      const model = createScriptedModel({ says: reads })
      const questions = [{ id: 'q1', question: 'What sentence did the defendant receive?' }]
      const [cell] = cellsOf(await run(use.withModel(model), { matter, questions }))
      expect([cell?.state, cell?.text]).toEqual(['answered', sentence])
      expect(model.asked).toEqual([])
    },
  )

  test('takes no sentence whose words stand nowhere in the document', async () => {
    const asked = async (answer: string) => {
      const model = createScriptedModel({ says: [answer] })
      const questions = [{ id: 'rent', question: 'What is the usual rent of the flat in euros a month?' }]
      return cellsOf(await run(use.withModel(model), { questions, documents: ['ash.txt'], fresh: true }))[0]?.state
    }
    expect(await asked('The diagnosis was a severe rent. [S1]')).toBe('not-found')
  })

  test('comes back as far as it is written, with its questions, and as a sheet', async () => {
    const model = createScriptedModel({ says: reads })
    const client = use.withModel(model)
    const more = { id: 'floor', question: 'Which floor is it on?' }
    const events = await run(client, { questions: [...QUESTIONS, more], keptOnly: true })
    expect(cellsOf(events).length).toBe(6)
    expect(events.at(-1)).toMatchObject({ type: 'table-end', cells: 6, kept: 6, passagesRead: 2, passages: 3 })
    await run(client)
    expect(await client.survey.columns({ matter: 'Leases' })).toEqual(QUESTIONS.map(({ question }) => question))
    const { file } = await client.survey.tableSheet({ matter: 'Leases', questions: QUESTIONS, format: 'csv' })
    expect(file.name).toBe('Table.csv')
    const sha256 = createHash('sha256')
      .update(await file.bytes())
      .digest('hex')
    const entry = (await client.ledger.list({ matter: 'Leases' })).at(-1)
    expect(entry).toMatchObject({ kind: 'sheet-exported', data: { sheet: 'table', format: 'csv', sha256 } })
    expect(await file.text()).toContain(
      'ash.txt,The rent of the flat is 900 euros a month. (may not be the answer),ash.txt: “The rent',
    )
    expect(model.asked.length).toBe(0)
  })

  test('begins anew when it is told to, or for another model, and does a changed document again', async () => {
    const asked = async (more: Partial<TableInput>) => {
      const model = createScriptedModel({ says: reads })
      await run(use.withModel(model), more)
      return model.asked.length
    }
    expect(await asked({ documents: ['ash.txt'] })).toBe(0)
    expect(await asked({ documents: ['ash.txt'], fresh: true })).toBe(2)
    await add('birch.txt', 'The tenant is Mr Beech. The rent of the house is 1300 euros a month.')
    const model = createScriptedModel({ says: reads })
    const cells = cellsOf(await run(use.withModel(model)))
    expect(model.asked.length).toBe(2)
    expect(cells.filter(({ document }) => document === 'birch.txt').map(({ text: words }) => words)).toEqual([
      'The rent of the house is 1300 euros a month.',
      'The tenant is Mr Beech.',
    ])
    const other = {
      ...createScriptedModel({ says: reads }),
      info: { id: 'other', sha256: 'other', contextTokens: 4096 },
    }
    expect(cellsOf(await run(use.withModel(other))).every(({ wasKept }) => !wasKept)).toBe(true)
  })

  test('is stopped with what it has, and says how much of it was read', async () => {
    const stop = new AbortController()
    const { store } = await use.assistant.matters.open('Leases')
    const before = store.ledger.list().length
    const model = createScriptedModel({ says: reads, wordMs: 5 })
    const events = await use
      .withModel(model)
      .survey.table({ matter: 'Leases', questions: QUESTIONS, fresh: true }, { signal: stop.signal })
    const seen: TableEvent[] = []
    for await (const event of events) {
      seen.push(event)
      if (cellsOf(seen).length === 2) stop.abort()
    }
    expect(seen.at(-1)).toMatchObject({ type: 'table-end', stopped: true, cells: 2, passagesRead: 1, passages: 3 })
    const [entry, ...others] = store.ledger.list().slice(before)
    expect(others).toEqual([])
    expect(entry).toMatchObject({ kind: 'table-made', data: { cells: 2, stopped: true } })
    // Ids, counts and hashes; never words.
    expect(JSON.stringify(entry)).not.toMatch(/rent|tenant/i)
  })
})
