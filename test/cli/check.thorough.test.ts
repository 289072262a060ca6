import { mkdir, readFile, writeFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { type Line, runCommand, startCommand } from './run-command.ts'

const SENTENCES = 120
const life = new AsyncDisposableStack()
let folder = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  await mkdir(join(folder, 'case'))
  const rows = Array.from(
    { length: SENTENCES },
    (_, at) => `Instalment ${at} of £${at + 100} was paid by the tenant on ${(at % 27) + 1} May 2021.`,
  )
  await writeFile(join(folder, 'case/ledger.txt'), rows.join('\n\n'))
  await writeFile(join(folder, 'brief.txt'), rows.join('\n\n').replace('£150', '£155'))
  await writeFile(join(folder, 'good.txt'), rows[3] ?? '')
  for (const home of ['killed', 'whole']) {
    await run(home, 'matter', 'create', 'Roe')
    await run(home, 'add', 'Roe', join(folder, 'case'))
  }
})

afterAll(() => life[Symbol.asyncDispose]())

const env = () => ({ CONSILIUM_MODELS: join(folder, 'models') })
const run = (home: string, ...words: readonly string[]) =>
  runCommand([...words, '--json'], { home: join(folder, home), env: env() })
const check = (draft: string) => ['check', join(folder, draft), '--matter', 'Roe']
const findings = (lines: readonly Line[]) => lines.filter(({ type }) => type === 'finding')

describe('a draft checked on the command line', () => {
  // That what was found is not found anew is seen in `check-draft.test.ts`: on the command line only a terminal shows progress.
  test('killed twice in the middle ends as if it had not been', async () => {
    for (const reached of [10, 50]) {
      const checking = startCommand([...check('brief.txt'), '--json'], { home: join(folder, 'killed'), env: env() })
      let seen = 0
      await checking.line(({ type }) => type === 'finding' && (seen += 1) > reached)
      checking.process.kill('SIGKILL')
      expect((await checking.ended).code).toBeNull()
    }
    const [again, whole] = [await run('killed', ...check('brief.txt')), await run('whole', ...check('brief.txt'))]
    expect([again.code, whole.code]).toEqual([1, 1])
    expect(findings(again.lines).map(({ text, verdict }) => [text, verdict])).toEqual(
      findings(whole.lines).map(({ text, verdict }) => [text, verdict]),
    )
    expect(again.lines.at(-1)).toMatchObject({ type: 'check-end', sentences: SENTENCES, contradicted: 1, nowhere: 0 })
    expect((await run('killed', 'ledger', 'verify')).code).toBe(0)
  })

  test('gives a line a finding, then the counts, and ends with 1 where something was found and 0 where not', async () => {
    const { code, lines } = await run('whole', ...check('good.txt'))
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      {
        type: 'finding',
        start: 0,
        verdict: 'verbatim',
        kind: 'sentence',
        instead: null,
        citations: [{ document: 'ledger.txt' }],
      },
      { type: 'check-end', sentences: 1, confirmed: 1, contradicted: 0, nowhere: 0, notCheckable: 0 },
    ])
    const text = await runCommand(check('brief.txt'), { home: join(folder, 'whole'), env: env() })
    expect(text.out).toMatch(
      /^Paragraph 51 {2}Sentence, contradicted\n {4}“Instalment 50 .*”\n {4}The page says “£150” where the draft says “£155”\./m,
    )
  })

  test('prints what is to be compared with a page, and says how to see the rest', async () => {
    await writeFile(
      join(folder, 'case/history.md'),
      'She does **not** have diabetes mellitus or a family history of it.',
    )
    await run('whole', 'add', 'Roe', join(folder, 'case/history.md'))
    const draft =
      'She has had diabetes mellitus in the family, and a history of it. Instalment 9 of £109 was paid by the tenant on 10 May 2021.'
    await writeFile(join(folder, 'letter.txt'), draft)
    const { code, out } = await runCommand(check('letter.txt'), { home: join(folder, 'whole'), env: env() })
    expect(code).toBe(0)
    expect(out).toContain('compare with the page')
    expect(out).toContain('“She does not have diabetes mellitus or a family history of it.”')
    expect(out).not.toContain('Instalment 9')
    expect(out).toContain('1 more passage was confirmed or could not be checked. Show it with --all.')
    const all = await runCommand([...check('letter.txt'), '--all'], { home: join(folder, 'whole'), env: env() })
    expect(all.out).toContain('Instalment 9')
    expect(all.out).not.toContain('--all')
  })

  test('takes pasted text, and writes a report and the draft with comments', async () => {
    const words = [
      'check',
      '-',
      '--matter',
      'Roe',
      '--report',
      join(folder, 'r.pdf'),
      '--commented',
      join(folder, 'c.docx'),
    ]
    const input = 'Instalment 7 of £999 was paid by the tenant on 8 May 2021.'
    const { code } = await startCommand(words, { home: join(folder, 'whole'), env: env(), input }).ended
    expect(code).toBe(1)
    const [report, commented] = [await readFile(join(folder, 'r.pdf')), await readFile(join(folder, 'c.docx'))]
    expect([String(report.subarray(0, 5)), String(commented.subarray(0, 2))]).toEqual(['%PDF-', 'PK'])
    // They hold words of the matter: nobody else on this computer may read them.
    const modes = await Promise.all(
      ['r.pdf', 'c.docx'].map(async (file) => (await stat(join(folder, file))).mode & 0o777),
    )
    expect(modes).toEqual([0o600, 0o600])
    const pasting = (text: string) =>
      startCommand(['check', '-', '--matter', 'Roe'], { home: join(folder, 'whole'), env: env(), input: text }).ended
    expect((await pasting(input)).code).toBe(1)
    expect((await pasting('Instalment 7 of £107 was paid by the tenant on 8 May 2021.')).code).toBe(0)
    // The first is still there, under its own name.
    expect((await pasting(input)).code).toBe(1)
  })

  test('says that it takes the place of another draft of its name', async () => {
    await mkdir(join(folder, 'other'))
    await writeFile(join(folder, 'other/good.txt'), 'Instalment 9 of £109 was paid by the tenant on 10 May 2021.')
    const { err } = await runCommand(check('other/good.txt'), { home: join(folder, 'whole'), env: env() })
    expect(err).toContain('good.txt takes the place of an earlier draft of that name')
  })

  test('is refused before it is checked where its comments cannot be written', async () => {
    const { code, err } = await run('whole', ...check('brief.txt'), '--commented', join(folder, 'c.pdf'))
    expect([code, err]).toEqual([2, expect.stringMatching(/ends in \.docx, not to/)])
  })

  test('is refused in plain words where it cannot be read', async () => {
    await writeFile(join(folder, 'empty.txt'), '')
    await writeFile(join(folder, 'damaged.pdf'), '%PDF-1.7 nothing more')
    for (const draft of ['empty.txt', 'damaged.pdf', 'missing.txt']) {
      const { code, err } = await run('whole', ...check(draft))
      expect([code, err]).toEqual([2, expect.stringMatching(/^error WRONG_USE: /)])
    }
  })
})
