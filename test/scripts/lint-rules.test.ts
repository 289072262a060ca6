import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const REFUSED = [
  '<p>Nothing was changed.</p>',
  '<p>nothing</p>',
  '<p title="unnamed" />',
  "<p>{isOpen ? 'open' : 'closed'}</p>",
  "<p>{isOpen && 'open'}</p>",
  "<p>{one ?? 'none'}</p>",
  "<p>{isOpen ? one : (other ?? 'none')}</p>",
  '<>{`${one}, about`}</>',
  "<p title={isOpen ? 'yes' : 'no'} />",
  "<p aria-label={one || 'unnamed'} />",
  '<p aria-label={`open ${one}`} />',
  '`${one} of ${other}`',
  '`${one}, about ${other}`',
  'said(`${one} to ${other}`)',
  '`${one} pages were read.`',
  "isOpen ? 'The page is open.' : ''",
  "{ what: 'Nothing was changed.' }",
]

const ALLOWED = [
  "<p className={isOpen ? 'open' : 'closed'}>{t('facts.details')}</p>",
  "<p title={t('facts.details')}>{said(isOpen ? 'open' : 'closed')}</p>",
  "<p>{one === 'open' ? one : other}</p>",
  "<p title={one === 'open' ? one : other} />",
  "<p data-state={isOpen ? 'open' : 'closed'}>{' '}</p>",
  '<kbd>Esc</kbd>',
  "<kbd>{isOpen ? 'J' : 'K'}</kbd>",
  '<p placeholder="https://models.example.org/v1">{`${one}–${other}, ${one} (${other})`}</p>',
  '<p style={{ padding: `${one} calc(${other}) solid ${one}` }} />',
  '`${one}px ${other}px`',
  '`${one}:of:${other}`',
  '`facts.${one}.whatIf.${other}`',
  "z.enum(['first candidate', 'outgoing text'])",
  "new TypeError('There is no such page.')",
  "document.querySelector('#work h1')",
]

const WORDED = [
  "new Failure('NOT_FOUND', 'There is no such page.')",
  "new Failure('NOT_FOUND', verbatim('There is no such page.'))",
  '() => { throw new Failure(code, verbatim(`${one} is not there.`)) }',
  "message('failures.system.refused', { reason: `${one} was not there` })",
  "message('failures.system.refused', { reason: isOpen ? 'It is open.' : other })",
  "new CloudFailure('The server failed.', { kind })",
  "Object.assign(new Error('There is no such page.'), { code: 'NOT_FOUND' })",
]

const SAID = [
  "new Failure('NOT_FOUND', message('failures.documents.noPage', { document, page }))",
  "message('failures.packs.problem', { place: `${file}:${line}`, problem, fix })",
  "message('failures.store.folderNotMade', { folder, option: '--home' })",
  'new Failure(code, verbatim(error.message), { cause: error })',
  "new Error('Its folder is a file.')",
  "'There is no such page.'",
]

const QUICK = [
  'expect(performance.now() - started).toBeLessThan(200)',
  'expect(Math.round(Date.now() - started)).toBeLessThanOrEqual(LIMIT_MS)',
  'process.cpuUsage()',
  'process.threadCpuUsage(before).user',
]

const UNTIMED = [
  'expect(rows.length).toBeLessThan(200)',
  'expect(performance.now() - started).toBeGreaterThan(200)',
  'performance.now() - started',
]

const SLOW = [String.raw`/^(?:\p{Lu}[\p{L}.]* ?)+of$/u`, String.raw`/^\s*x?\s*$/`, 'new RegExp(`^(?:${"a+"} ?)+$`)']

const STEADY = [
  String.raw`/^\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)* ?of$/u`,
  String.raw`/^\s*(?:x\s*)?$/`,
  'new RegExp(`^(?:${one} ?)+$`)',
]

/**
 * One rule alone, as it is set for the whole project where it is none of ours, and a file for each case; what the linter says of each by
 * its number.
 */
async function linted(folder: string, rule: string, cases: readonly string[]): Promise<readonly boolean[]> {
  const project = JSON.parse(await readFile(at('.oxlintrc.json'), 'utf8'))
  const isOurs = rule.startsWith('consilium/')
  const config = {
    jsPlugins: [isOurs ? at('scripts/lint-rules.ts') : at('node_modules/eslint-plugin-regexp/dist/index.js')],
    categories: { correctness: 'off' },
    rules: { [rule]: isOurs ? 'error' : (project.rules[rule] ?? 'off') },
  }
  await writeFile(join(folder, 'rc.json'), JSON.stringify(config))
  const files = cases.map((_, number) => join(folder, `case-${number}.tsx`))
  await Promise.all(
    cases.map((text, number) => writeFile(files[number] ?? '', `export const planted = ${wrapped(text)}\n`)),
  )
  const said = await new Promise<string>((resolve) => {
    const words = ['-c', join(folder, 'rc.json'), '--format', 'unix', ...files]
    execFile(at('node_modules/.bin/oxlint'), words, { cwd: folder }, (_, out, err) => resolve(`${out}${err}`))
  })
  // Every file is read, or none would be refused.
  expect(said).not.toMatch(/Unexpected token|Failed/)
  return files.map((_, number) => said.includes(`case-${number}.tsx:`))
}

/** An object in its parentheses, so that its brace begins no block. */
const wrapped = (text: string) => (text.startsWith('{') ? `(${text})` : text)

describe.each([
  ['texts stand in the messages', 'consilium/no-bare-text', REFUSED, ALLOWED],
  ['failures say a message', 'consilium/no-worded-failure', WORDED, SAID],
  ['no test asserts speed', 'consilium/no-asserted-time', QUICK, UNTIMED],
  ['an expression has one way to read a text', 'regexp/no-super-linear-backtracking', SLOW, STEADY],
])('the rule that %s', (_, rule, refused, allowed) => {
  let folder = ''
  let found: readonly boolean[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cns-lint-'))
    found = await linted(folder, rule, [...refused, ...allowed])
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.each(refused.map((text, number) => [text, number] as const))('refuses %s', (_text, number) => {
    expect(found[number]).toBe(true)
  })

  test.each(allowed.map((text, number) => [text, number] as const))('allows %s', (_text, number) => {
    expect(found[refused.length + number]).toBe(false)
  })
})
