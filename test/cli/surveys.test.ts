import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { runCommand } from './run-command.ts'
import { answerSteps } from '../answer-steps.ts'

const life = new AsyncDisposableStack()
let folder = ''
let options = { home: '', env: {} }

const run = (...words: readonly string[]) => runCommand([...words, '--json'], options)
const text = (...words: readonly string[]) => runCommand(words, options)

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  options = { home: join(folder, 'home'), env: { CONSILIUM_MODELS: join(folder, 'models') } }
  await mkdir(join(folder, 'case'))
  await writeFile(
    join(folder, 'case/a.txt'),
    'Ms Roe was hired by the owner on 3 May 2021. She left the house in March 2023.',
  )
  await writeFile(join(folder, 'case/b.txt'), 'Ms Roe was hired by the owner on 3 May 2021. She fell ill on 5 March.')
  await writeFile(join(folder, 'columns.txt'), 'Who was hired?\n{"id":"left","question":"When did she leave?"}\n')
  await run('matter', 'create', 'Roe')
  await run('add', 'Roe', join(folder, 'case'))
})

afterAll(() => life[Symbol.asyncDispose]())

describe('jobs over whole documents on the command line', () => {
  test('a chronology is a line an event and an end, or a sheet', async () => {
    const { code, lines } = await run('chronology', 'Roe')
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      {
        type: 'event',
        date: '2021-05-03',
        text: 'Ms Roe was hired by the owner on 3 May 2021.',
        citations: [
          { document: 'a.txt', page: null, start: 0, end: 44 },
          { document: 'b.txt', start: 0, end: 44 },
        ],
      },
      { type: 'event', date: '2023-03' },
      { type: 'chronology-end', events: 2, passagesRead: 2, passages: 2 },
    ])
    expect((await run('chronology', 'Roe', '--from', '2022')).lines.length).toBe(2)
    const { out, err } = await text('chronology', 'Roe', '--format', 'csv')
    expect(out).toContain('2021-05-03,Ms Roe was hired by the owner on 3 May 2021.,a.txt; b.txt\r\n')
    expect(err).toContain('2 lines. Read 2 of 2 passages')
    expect(err).toContain(' 1 day without a year (like 5 March) left out.')
    expect((await run('chronology', 'Roe', '--from', 'May')).code).toBe(2)
    const turned = await text('chronology', 'Roe', '--from', '2024', '--to', '2023')
    expect([turned.code, turned.err]).toEqual([2, expect.stringContaining('2023 is before 2024')])
    expect((await run('chronology', 'Roe', '--from', '2021-05', '--to', '2021')).code).toBe(0)
    expect((await run('chronology', 'Roe', '--documents', '*.pdf')).code).toBe(3)
  })

  test('a summary without a model is of the sentences of the document, and says so', async () => {
    const { code, lines } = await run('summary', 'Roe', 'a.txt')
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      { type: 'line', index: 0, by: null, verdict: 'verbatim', citations: [{ document: 'a.txt' }] },
      { type: 'summary-end', lines: 1, extracted: 1, model: null },
    ])
    expect((await text('summary', 'Roe', 'a.txt')).err).toContain('No model was used')
    expect((await run('summary', 'Roe', 'c.txt')).code).toBe(3)
  })

  test('a table needs columns, from a file or given one by one, and a model', async () => {
    expect((await run('table', 'Roe', '--questions', join(folder, 'columns.txt'))).code).toBe(5)
    expect((await run('table', 'Roe', '--questions', join(folder, 'none.txt'))).code).toBe(2)
    expect((await run('table', 'Roe')).code).toBe(2)
    const given = ['--question', 'Who was hired?', '--question', 'When did she leave?']
    expect((await run('table', 'Roe', ...given)).code).toBe(5)
    expect((await run('table', 'Roe', ...given, '--questions', join(folder, 'columns.txt'))).code).toBe(2)
  })

  test('a question that asks for them names the command that makes them, in words and in the line of its answer', async () => {
    const question = 'Give me a timeline of her employment.'
    const { out } = await text('ask', 'Roe', question, '--model', 'none')
    expect(out).toContain('Make a chronology of 2 documents: consilium chronology Roe\n')
    expect(out.indexOf('Make a chronology')).toBeGreaterThan(out.indexOf('Evidence: 2 passages of 2 of 2 documents'))
    const { lines } = await run(
      'ask',
      'Roe',
      'In what order was she hired and did she leave the house?',
      '--model',
      'none',
    )
    expect(answerSteps(lines as { type: string }[])).toEqual(['answer-start', 'evidence', 'offer', 'answer-end'])
    expect(lines.at(-1)).toMatchObject({
      offer: 'chronology',
      scope: { passages: 2, documents: 2, of: 2 },
      notAnswered: [],
    })
    expect((await run('ask', 'Roe', 'Who was hired?', '--each', '--model', 'none')).code).toBe(2)
  })
})
