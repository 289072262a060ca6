import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { type Line, runAlone, startCommand } from '../cli/run-command.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { realModel } from './real-models.ts'

const RENTS = { ash: 900, birch: 1200, cedar: 450 }
const isCell = ({ type }: Line) => type === 'cell'
const isNew = (line: Line) => isCell(line) && line.wasKept === false

test('a table that is killed twice is written once: each cell cited, or not found', async ({ skip }) => {
  const { installed, whyNot } = await realModel('qwen2.5-coder-0.5b-instruct-q4_k_m')
  if (!installed) skip(whyNot ?? '')
  await buildIfNeeded()
  await using folder = await shortFolder()
  const options = {
    home: join(folder.path, 'home'),
    env: { CONSILIUM_MODELS: dirname(dirname(installed?.path ?? '')) },
  }
  const files = join(folder.path, 'case')
  await mkdir(files)
  for (const [name, rent] of Object.entries(RENTS))
    await writeFile(
      join(files, `${name}.txt`),
      `The tenant is Ms ${name}. The rent of the flat is ${rent} euros a month.`,
    )
  const questions = join(folder.path, 'questions.txt')
  await writeFile(questions, 'What is the rent?\nWho is the tenant?\n')
  await runAlone(['matter', 'create', 'M'], options)
  await runAlone(['add', 'M', files], options)
  const table = ['table', 'M', '--questions', questions, '--json']
  const written: Line[] = []
  for (const _ of [1, 2]) {
    const running = startCommand(table, options)
    await running.line(isNew)
    running.process.kill('SIGKILL')
    written.push(...(await running.ended).lines.filter(isNew))
  }
  const { code, lines } = await runAlone(table, options)
  const cells = lines.filter(isCell)
  written.push(...cells.filter(isNew))
  const places = written.map(({ document, id }) => `${String(document)} ${String(id)}`)
  expect([code, cells.length, places.length, new Set(places).size]).toEqual([0, 6, 6, 6])
  for (const { state, citations } of cells)
    expect(state === 'not-found' || (citations as readonly unknown[]).length > 0).toBe(true)
})
