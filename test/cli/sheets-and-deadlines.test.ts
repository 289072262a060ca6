import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { runCommand, startCommand } from './run-command.ts'

const MATTER = 'Sheets'
const life = new AsyncDisposableStack()
let folder = ''

const options = () => ({ home: join(folder, 'home'), env: { CONSILIUM_MODELS: join(folder, 'models') } })
const text = (...words: readonly string[]) => runCommand(words, options())
const run = (...words: readonly string[]) => text(...words, '--json')

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  await run('matter', 'create', MATTER)
  const served = startCommand(['serve', '--port', '0', '--json'], options())
  life.defer(async () => {
    served.process.kill('SIGINT')
    await served.ended
  })
  await served.line(({ type }) => type === 'ready')
})

afterAll(() => life[Symbol.asyncDispose]())

test('a case sheet is found, filled in, told what each answer would make of it, kept, and listed', async () => {
  await run('packs', 'use', MATTER, 'clinical')
  await run('facts', MATTER, 'set', 'born(patient, 1948-02-11)')
  const found = await run('sheet', '--matter', MATTER, '--for', 'stroke risk')
  expect(found.lines[0]).toMatchObject({ goal: 'cha2ds2_vasc', pack: 'clinical' })
  const asked = ['sheet', 'cha2ds2_vasc', '--matter', MATTER, '--as-of', '2026-06-03']
  const { lines } = await run(...asked, 'diabetes=no')
  expect(lines).toMatchObject([{ goal: 'cha2ds2_vasc', result: '2 to 8', holds: 'yes' }])
  expect(lines[0]).toHaveProperty('missing', expect.arrayContaining([expect.objectContaining({ name: 'Sex' })]))
  expect(lines[0]).toHaveProperty(
    'inputs',
    expect.arrayContaining([expect.objectContaining({ key: 'diabetes', value: 'no', state: 'typed' })]),
  )
  expect((await text(...asked)).out).toMatch(/Diabetes: not recorded.*\n {6}If yes: 3 to 9\n {6}If no: 2 to 8/)
  expect((await run(...asked, 'diabetes=no', '--keep')).code).toBe(2)
  expect((await run(...asked, '--keep')).code).toBe(0)
  const file = join(folder, 'sheet.md')
  expect((await run(...asked, 'diabetes=no', '--export', file)).code).toBe(0)
  const written = await readFile(file, 'utf8')
  expect(written).toContain('Result: 2 to 8')
  expect(written).toMatch(/\*\*Diabetes\*\*.*no, given for this sheet/)
  expect((await run(...asked, '--export', join(folder, 'sheet.xls'))).code).toBe(2)
  expect((await run('sheet', '--matter', MATTER, '--kept')).lines).toMatchObject([{ result: '2 to 9', changed: [] }])
})

test('deadlines come by date with what they depend on, and as a calendar file', async () => {
  await run('matter', 'create', 'Claim')
  await run('packs', 'use', 'Claim', 'legal-time')
  for (const fact of ['england_claim_for(hollis, contract)', 'arose_on(england, hollis, 2023-06-20)'])
    await run('facts', 'Claim', 'set', fact)
  const file = join(folder, 'dates.ics')
  const { code, lines } = await run('deadlines', 'Claim', '--as-of', '2026-11-25', '--calendar', file)
  expect(code).toBe(0)
  expect(lines).toMatchObject([
    { day: '2029-06-20', isException: false, daysLeft: 938 },
    { day: '2029-06-19', isException: true },
  ])
  expect(await readFile(file, 'utf8')).toContain('DTSTART;VALUE=DATE:20290620\r\n')
  const printed = await text('deadlines', 'Claim', '--as-of', '2026-11-25')
  expect(printed.out).toContain('Wed 20 Jun 2029')
  expect(printed.out).toContain('Possible instead: ')
  const missed = await text('deadlines', 'Claim', '--as-of', '2029-06-22')
  expect(missed.out).toContain('Wed 20 Jun 2029')
  expect(missed.out).toContain('may have passed 2 days ago')
  expect((await text('deadlines', 'Nobody')).code).toBe(3)
})
