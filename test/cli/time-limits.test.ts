import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { runCommand } from './run-command.ts'

const FACTS = [
  'starts_on(cpr, defence, 2025-10-02)',
  'lasts_days(cpr, defence, 14 days)',
  'no at_court_office(defence)',
] as const
const life = new AsyncDisposableStack()
let folder = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  await writeFile(join(folder, 'letter.txt'), 'The defence must be filed by 30 October 2025.\n')
})
afterAll(() => life[Symbol.asyncDispose]())

const run = (...words: readonly string[]) =>
  runCommand(words, { home: join(folder, 'home'), env: { CONSILIUM_MODELS: join(folder, 'models') } })

test('a draft that states another day than the rules of its matter is contradicted, with the facts', async () => {
  await run('matter', 'create', 'Roe')
  await run('packs', 'use', 'Roe', 'legal-time')
  for (const fact of FACTS) await run('facts', 'Roe', 'set', fact)
  const { code, out } = await run('check', join(folder, 'letter.txt'), '--matter', 'Roe')
  expect(code).toBe(1)
  expect(out).toContain('Time limit, contradicted')
  expect(out).toMatch(
    /By the rule “Deadline under the Civil Procedure Rules \(CPR 2\.8\)” it is .*16 Oct.* 2025\. The draft says otherwise\. Based on: /,
  )
  expect(out).toContain('defence under the Civil Procedure Rules is 14 days long')
})
