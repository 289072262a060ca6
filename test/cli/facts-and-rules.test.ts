import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { CROSS_PACK, FEVER_PACK, writePack } from '../assistant/rules/write-pack.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { runCommand, startCommand } from './run-command.ts'

const MATTER = 'Ward 7'
const life = new AsyncDisposableStack()
/** The open app. */
const app = life.use(new AsyncDisposableStack())
let folder = ''
let home = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  home = join(folder, 'home')
  await mkdir(join(folder, 'packs'), { recursive: true })
  await run('matter', 'create', MATTER)
  // The commands attach to an engine that has compiled the packs already; each alone would take two seconds for it.
  const served = startCommand(['serve', '--port', '0', '--json'], {
    home,
    env: { CONSILIUM_MODELS: join(folder, 'models') },
  })
  app.defer(async () => {
    served.process.kill('SIGINT')
    await served.ended
  })
  await served.line(({ type }) => type === 'ready')
})

afterAll(() => life[Symbol.asyncDispose]())

const run = (...words: readonly string[]) =>
  runCommand([...words, '--json'], { home, env: { CONSILIUM_MODELS: join(folder, 'models') } })
const text = (...words: readonly string[]) =>
  runCommand(words, { home, env: { CONSILIUM_MODELS: join(folder, 'models') } })

describe('facts, rules, calculators and packs on the command line', () => {
  test('packs come with the build, are taken in, chosen for a matter, written out and removed', async () => {
    const { code, lines } = await run('packs')
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      { pack: 'af-demo', reviewed: false, shipped: true, problems: [] },
      { pack: 'clinical', reviewed: false, shipped: true, problems: [] },
      { pack: 'legal-time', shipped: true, problems: [] },
      { pack: 'limitation-demo', shipped: true, problems: [] },
    ])
    const own = await writePack(join(folder, 'packs'), 'fever', FEVER_PACK)
    expect((await run('packs', 'import', own)).lines).toMatchObject([{ pack: 'fever', rules: 2 }])
    expect((await run('packs', 'export', 'fever', join(folder, 'out'))).lines).toMatchObject([{ files: 3 }])
    expect(await readFile(join(folder, 'out/fever/rules/fever.yaml'), 'utf8')).toBe(FEVER_PACK['rules/fever.yaml'])
    expect((await run('packs', 'use', MATTER, 'af-demo')).lines).toEqual([
      { matter: MATTER, packs: ['af-demo'], rulesNotUsed: [] },
    ])
    expect((await run('packs', 'remove', 'fever')).lines).toEqual([{ removed: 'fever' }])
    expect((await run('packs', 'remove', 'fever')).code).toBe(3)
    expect((await run('packs', 'remove', 'af-demo')).code).toBe(2)
  })

  test('facts are proposed from documents, a line each and an end, and not again', async () => {
    await run('matter', 'create', 'Letters')
    await run('packs', 'use', 'Letters', 'af-demo')
    await writeFile(join(folder, 'letter.txt'), 'Weight on 2026-06-01: 58 kg\n')
    await run('add', 'Letters', join(folder, 'letter.txt'))
    const { code, lines } = await run('facts', 'Letters', 'propose', '--documents', '*.txt')
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      {
        relation: 'weight',
        args: ['patient', '58 kg'],
        at: '2026-06-01',
        source: { kind: 'passage', document: 'letter.txt', start: 0, end: 27, quote: 'Weight on 2026-06-01: 58 kg' },
        state: 'proposed',
      },
      { type: 'proposal-end', documents: 1, proposed: 1, model: null },
    ])
    expect((await run('facts', 'Letters', 'propose')).lines).toMatchObject([{ type: 'proposal-end', proposed: 0 }])
    expect((await text('facts', 'Letters', 'propose')).out).toContain('Without a model')
    expect((await run('facts', 'Letters', 'propose', '--documents', '*.pdf')).code).toBe(3)
    expect((await run('facts', 'Letters', 'confirm', String(lines[0]?.id))).lines).toMatchObject([
      { state: 'confirmed' },
    ])
  })

  test('facts are set, listed, rejected and unset, a line each in the stable shape', async () => {
    const { code, lines } = await run('facts', MATTER, 'set', 'weight(patient, 58 kg) @2026-06-01')
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      {
        id: expect.any(String),
        relation: 'weight',
        args: ['patient', '58 kg'],
        holds: 'yes',
        at: '2026-06-01',
        validFrom: null,
        validTo: null,
        source: { kind: 'user', by: expect.any(String) },
        state: 'confirmed',
      },
    ])
    await run('facts', MATTER, 'set', 'no has(patient, diabetes)')
    expect((await run('facts', MATTER)).lines.map(({ holds }) => holds)).toEqual(['yes', 'no'])
    const id = String(lines[0]?.id)
    expect((await run('facts', MATTER, 'reject', id)).lines).toMatchObject([{ id, state: 'rejected' }])
    expect((await run('facts', MATTER, 'confirm', id)).lines).toMatchObject([{ id, state: 'confirmed' }])
    expect((await run('facts', MATTER, 'unset', 'no has(patient, diabetes)')).code).toBe(0)
    expect((await run('facts', MATTER)).lines).toHaveLength(1)
  })

  test('the words of its packs are listed, and named where a relation is none of them', async () => {
    const { out } = await text('facts', MATTER, 'words')
    expect(out).toContain('weight(patient, NUMBER kg)  the patient weighs a number')
    expect(out).toContain('    sex: female, male')
    const { code, err } = await run('facts', MATTER, 'set', 'smokes(patient, yes)')
    expect(code).toBe(2)
    expect(err).toContain('There is no relation "smokes". There are: has, sex, born, weight')
    expect(err).not.toContain('vocabulary')
  })

  test.each([
    ['a misspelt name', ['facts', MATTER, 'set', 'has(patient, diabtes)'], 2, 'WRONG_USE'],
    ['a misspelt relation', ['facts', MATTER, 'set', 'wieght(patient, 58 kg)'], 2, 'WRONG_USE'],
    ['no fact at all', ['facts', MATTER, 'set'], 2, 'WRONG_USE'],
    ['a fact that is not there', ['facts', MATTER, 'confirm', 'nothing'], 3, 'NOT_FOUND'],
    ['a matter that is not there', ['facts', 'Nowhere'], 3, 'NOT_FOUND'],
    ['a pack that is not there', ['packs', 'use', MATTER, 'nothing'], 3, 'NOT_FOUND'],
    ['a folder that is no pack', ['packs', 'import', 'nowhere'], 3, 'NOT_FOUND'],
    ['rules that are not there', ['rules', 'check', 'nothing'], 3, 'NOT_FOUND'],
    ['a calculator that is not there', ['calc', 'nothing'], 3, 'NOT_FOUND'],
    ['a sheet of no goal', ['sheet', 'nothing', '--matter', MATTER], 3, 'NOT_FOUND'],
    ['a sheet of no matter', ['sheet', 'cha2ds2vasc'], 2, 'WRONG_USE'],
    ['an input that it does not have', ['calc', 'cha2ds2vasc', 'shoe=42'], 2, 'WRONG_USE'],
    ['an input without its unit', ['calc', 'creatinine_clearance', 'weight=58'], 2, 'WRONG_USE'],
    ['an input in a unit of something else', ['calc', 'child_pugh', 'bilirubin=2 mmHg'], 2, 'WRONG_USE'],
    ['a value that nobody has', ['calc', 'news2', 'temperature=98.6 °C'], 2, 'WRONG_USE'],
    ['months where days are meant', ['calc', 'frcp_ends', 'lasts_days=2 months'], 2, 'WRONG_USE'],
    ['a day with the year last', ['calc', 'frcp_ends', 'starts_on=19/06/2026'], 2, 'WRONG_USE'],
    ['an unknown action', ['facts', MATTER, 'guess'], 2, 'WRONG_USE'],
  ])('%s is one line on standard error with its code', async (_, words, exit, name) => {
    const { code, err, lines } = await run(...words)
    expect(code).toBe(exit)
    expect(err).toMatch(new RegExp(`^error ${name}: .{10,}\n$`))
    expect(lines.at(-1)).toMatchObject({ error: { code: name } })
  })

  test('rules are checked, tested and run from a folder or by the name of a pack', async () => {
    expect((await run('rules', 'check', 'af-demo')).lines.at(-1)).toMatchObject({ pack: 'af-demo', problems: 0 })
    const broken = await writePack(join(folder, 'packs'), 'broken', {
      ...FEVER_PACK,
      'rules/fever.yaml': (FEVER_PACK['rules/fever.yaml'] ?? '').replace('unless:', 'unles:').replace('39 °C', '37 °C'),
    })
    const checked = await run('rules', 'check', broken)
    expect(checked.code).toBe(1)
    expect(checked.lines[0]).toMatchObject({
      file: 'broken/rules/fever.yaml',
      line: expect.any(Number),
      column: expect.any(Number),
      message: expect.stringMatching(/unles/),
    })
    const failing = await writePack(join(folder, 'packs'), 'failing', {
      ...FEVER_PACK,
      'rules/fever.yaml': (FEVER_PACK['rules/fever.yaml'] ?? '').replace('39 °C', '37 °C'),
    })
    const tested = await run('rules', 'test', failing)
    expect(tested.code).toBe(1)
    expect(tested.lines.at(-1)).toEqual({ pack: 'failing', examples: 5, passed: 4, failed: 1 })
    expect((await text('packs', 'import', failing)).out).toContain('1 rule came in as draft')
    await run('packs', 'remove', 'failing')
    const facts = join(folder, 'facts.txt')
    await writeFile(facts, '# of the ward\r\ntemperature(anna, 39 °C)\r\n\r\ntemperature(bo, 36 °C)\r\n')
    const own = await writePack(join(folder, 'packs'), 'fever', FEVER_PACK)
    const { code, lines } = await run('rules', 'run', own, '--facts', facts, '--goal', 'isolate(?who)')
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      {
        conclusion: 'anna is to be isolated',
        values: ['anna'],
        rule: 'isolation',
        proof: { holds: 'yes' },
        assumed: [expect.stringContaining('refuses isolation')],
        missing: [],
      },
    ])
    const both = (await text('rules', 'run', own, '--facts', facts)).out
    expect(both).toMatch(/fever: example; source read: yes/)
    expect(both).toMatch(/isolation: example; source read: no/)
    await writeFile(facts, 'temperatur(anna, 39 °C)\n')
    expect(await run('rules', 'run', own, '--facts', facts)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/not taken: temperatur/),
    })
  })

  test('where no rule counts on the day, or here, that is said instead of "nothing follows"', async () => {
    const facts = join(folder, 'hot.txt')
    await writeFile(facts, 'temperature(anna, 39 °C)\n')
    const rules = (FEVER_PACK['rules/fever.yaml'] ?? '')
      .replace('source_read: yes', 'source_read: yes\n    valid_from: 2025-01-01')
      .replace('source_read: no', 'source_read: no\n    jurisdiction: Elsewhere')
    const own = await writePack(
      join(folder, 'packs'),
      'silent',
      { ...FEVER_PACK, 'rules/fever.yaml': rules },
      'jurisdiction: Scotland\n',
    )
    const { out, code } = await text('rules', 'run', own, '--facts', facts, '--as-of', '2024-06-01')
    expect(out).toBe(
      'No rule was applied. Of 2 rules: 1 out of force on 2024-06-01, 1 of another jurisdiction than the pack.\n',
    )
    expect(code).toBe(0)
    await writeFile(facts, 'temperature(anna, 36 °C)\n')
    expect((await text('rules', 'run', own, '--facts', facts, '--goal', 'fever(anna)')).out).not.toContain('No rule')
  })

  test('a calculator that refuses an input says which, and names how many more choices there are than it lists', async () => {
    const beyond = await text('calc', 'sofa', 'pao2=900 mmHg', 'fio2=40 %')
    expect(beyond.err).toContain('pao2: 900 mmHg is not possible here: 10 to 760 mmHg.')
    const unknown = await text('calc', 'interaction_of_pair', 'first_medicine=aspirin')
    expect(unknown.err).toMatch(/first medicine: "aspirin" is no medicine\. There are .*ibuprofen, and 12 more\./)
  })

  test('a calculator works on what it is given, and says what else it needs', async () => {
    expect((await run('calc')).lines.map(({ name }) => name)).toContain('cha2ds2vasc')
    const { lines } = await run(
      'calc',
      'CHA2DS2-VASc',
      'sex=female',
      'born=1948-02-11',
      'hypertension=yes',
      'diabetes=no',
      '--as-of',
      '2026-06-03',
    )
    expect(lines).toMatchObject([{ name: 'cha2ds2vasc', result: '4 to 8', unit: null, source: expect.any(String) }])
    expect(lines[0]?.parts).toHaveLength(8)
    expect(lines[0]?.missing).toHaveLength(3)
    const clearance = await run(
      'calc',
      'creatinine_clearance',
      'sex=male',
      'born=1948-02-11',
      'weight=58 kg',
      'creatinine=1.4 mg/dL',
      '--as-of',
      '2026-06-03',
    )
    // (140 - 78) * 58 / (72 * 1.4)
    expect(clearance.lines).toMatchObject([
      { result: 'about 35.7', full: expect.stringMatching(/^35\.67460317/), unit: 'mL/min', missing: [] },
    ])
    expect(
      (
        await text(
          'calc',
          'expires',
          'claim_type=contract',
          'accrued=2021-03-01',
          'claimant=yes',
          'date_of_birth=1980-01-01',
        )
      ).out,
    ).toContain('1 March 2027')
  })

  test('a question brings its calculator, filled in from a matter, or says that none answers it', async () => {
    await run('matter', 'create', 'Scores')
    await run('packs', 'use', 'Scores', 'af-demo')
    await run('facts', 'Scores', 'set', 'born(patient, 1948-02-11)')
    const asked = ['calc', '--for', 'What is the CHA2DS2-VASc score of the patient?', '--as-of', '2026-06-03']
    expect((await run(...asked)).lines).toMatchObject([
      { calculator: { name: 'cha2ds2_vasc', pack: 'clinical' }, given: [] },
      { calculator: { name: 'cha2ds2vasc', pack: 'af-demo' }, given: [] },
    ])
    const filled = await text(...asked, '--matter', 'Scores')
    expect(filled.out).toMatch(/known: .*11 February 1948/)
    expect(filled.out).toContain('not known: Is the patient female or male?')
    expect(filled.out).toContain('consilium calc cha2ds2vasc ')
    const none = await text('calc', '--for', 'What is CHA2DS2-VASc?')
    expect(none).toMatchObject({ code: 0, out: '', err: expect.stringContaining('No calculator') })
    expect((await run('calc', 'cha2ds2vasc', '--for', 'score?')).code).toBe(2)
    expect((await run('calc', '--matter', 'Scores')).code).toBe(2)
  })

  test('a calculator of days names the days passed over, the rule that gave the result, and what is still asked', async () => {
    const short = await text('calc', 'cpr_ends', 'starts_on=2026-12-23', 'lasts_days=5 days')
    expect(short.out).toMatch(/^cpr_ends: Mon 4 Jan 2027$/m)
    expect(short.out).toMatch(/not counting 25 December 2026 to 28 December 2026 \(Christmas Day/)
    expect(short.out).toMatch(/^ {2}source: CPR 2\.8\(4\);.*source read: yes, sample, not reviewed guidance$/m)
    const open = await text('calc', 'frcp_ends', 'starts_on=2026-06-19')
    expect(open.out).toMatch(/not known: How many days is the period long/)
    const beyond = await text('calc', 'frcp_ends', 'starts_on=2030-12-20', 'lasts_days=14 days')
    expect(beyond.out).toMatch(/could not be computed: .*covers 1 January 2020 to 31 December 2030 and no other days/)
    expect(beyond.out).toMatch(/^frcp_ends: not calculated$/m)
  })

  test('a calculator shows its steps, what could not be computed and why, and that a sample is no guidance', async () => {
    const due = await text('calc', 'response_due', 'claim_served=2027-12-24')
    expect(due.out).toMatch(/could not be computed: the day that lies 14 working days after.*calendar/)
    expect(due.out).toContain('sample, not reviewed guidance')
    const known = ['sex=male', 'born=1948-02-11', 'weight=58 kg', 'creatinine=1.4 mg/dL']
    const clearance = await text('calc', 'creatinine_clearance', ...known, '--as-of', '2026-06-03')
    expect(clearance.out).toMatch(/by rule “Creatinine clearance by Cockcroft and Gault”(.*\n)*.*58.* = .*35\.6/)
    expect(clearance.out).toMatch(/source: .*; source read: no/)
    const score = await text('calc', 'cha2ds2vasc', 'sex=female', 'born=1948-02-11')
    expect(score.out.match(/age 75 or over/g)).toHaveLength(1)
  })

  test('a calculator says every result that is possible, and never the first of them alone', async () => {
    const { lines } = await run('calc', 'perc')
    expect(lines[0]?.result).toMatch(/^negative .* or not applicable .* or positive /)
    expect(lines[0]?.missing).toHaveLength(13)
    const known = ['stated_age=50 years', 'sex=male', 'sodium=137 mmol/L', 'inr=1', 'albumin=35 g/L']
    const liver = ['bilirubin=17.1 umol/L', 'creatinine=88.4 umol/L']
    expect((await run('calc', 'meld_3', ...known, ...liver)).lines).toMatchObject([{ result: '6 or 18', full: null }])
    expect((await run('calc', 'meld_3', ...known, ...liver, 'dialysis_twice_a_week=no')).lines).toMatchObject([
      { result: '6', missing: [] },
    ])
  })

  test('a result that a missing input may take away says so', async () => {
    const known = ['sex=male', 'sodium=137 mmol/L', 'inr=1', 'albumin=35 g/L', 'dialysis_twice_a_week=no']
    const liver = ['bilirubin=17.1 umol/L', 'creatinine=88.4 umol/L']
    expect((await run('calc', 'meld_3', ...known, ...liver)).lines).toMatchObject([{ result: '6, if it applies' }])
  })

  test('a calculator outside the range of its formula gives no result and says why', async () => {
    const young = await text('calc', 'meld_3', 'stated_age=17 years')
    expect(young.out).toMatch(/^meld_3: not calculated\n(.*\n)*.*not met: 17 years ≥ 18 years/)
  })

  test('rules that are stopped do not say beside it that nothing follows', async () => {
    const own = await writePack(join(folder, 'packs'), 'cross', CROSS_PACK)
    const facts = join(folder, 'links.txt')
    const things = Array.from({ length: 40 }, (_, index) => `t${index}`)
    await writeFile(facts, things.flatMap((one) => things.map((other) => `link(${one}, ${other})`)).join('\n'))
    const stopped = await text('rules', 'run', own, '--facts', facts)
    expect(stopped).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Stopped') })
  })

  test('an answer without a model shows the conclusion with its proof, unless rules are off', async () => {
    await run('packs', 'use', MATTER, 'limitation-demo')
    for (const fact of [
      'claim_type(hollis, contract)',
      'accrued(hollis, 2021-03-01)',
      'claimant(hollis, tom)',
      'date_of_birth(tom, 1980-01-01)',
    ])
      await run('facts', MATTER, 'set', fact)
    const question = 'When does the limitation period end?'
    const shown = await text('ask', MATTER, question, '--model', 'none')
    expect(shown.out).toMatch(/R1 .*The limitation period in hollis ends on 1 March 2027/)
    expect(shown.out).toContain('by rule “End of the limitation period”')
    const evidence = (await run('ask', MATTER, question, '--model', 'none')).lines.find(
      ({ type }) => type === 'evidence',
    )
    expect(evidence).toMatchObject({
      sources: [
        {
          kind: 'conclusion',
          source: 'R1',
          rule: 'limitation',
          sentence: expect.any(String),
          proof: {},
          assumed: [],
          missing: [],
        },
      ],
    })
    const without = await run('ask', MATTER, question, '--model', 'none', '--rules', 'off')
    expect(without.lines.find(({ type }) => type === 'evidence')).toMatchObject({ sources: [] })
  })

  test('rules are asked as of a chosen day, which a follow-up keeps; a day that is none is refused', async () => {
    const question = 'When does the limitation period end?'
    const asked = ['ask', MATTER, question, '--model', 'none']
    const first = (await run(...asked, '--as-of', '2024-02-29')).lines.at(-1)
    expect(first).toMatchObject({ asOf: '2024-02-29', sources: [{ kind: 'conclusion', asOf: '2024-02-29' }] })
    const follows = String(first?.answerId)
    expect((await text(...asked, '--follows', follows)).out).toContain('Rules as of 2024-02-29.')
    expect((await run(...asked)).lines.at(-1)).toMatchObject({ asOf: null })
    const wrong = await run(...asked, '--as-of', '2024-02-30')
    expect(wrong.code).toBe(2)
    expect(wrong.lines.at(-1)).toMatchObject({ error: { code: 'WRONG_USE' } })
  })

  test('rules of another law than the matter are not used, and packs, facts and ask say so', async () => {
    const question = ['ask', MATTER, 'When does the limitation period end?', '--model', 'none']
    const isShown = async () => /R1 .*ends on 1 March 2027/.test((await text(...question)).out)
    const told = /is law of England and Wales; this matter is under Germany: its \d+ rules are not used/
    expect(await isShown()).toBe(true)
    const changed = await run('matter', 'jurisdiction', MATTER, 'Germany')
    expect(changed.lines).toEqual([
      { matter: MATTER, jurisdiction: 'Germany', rulesNotUsed: [expect.stringMatching(told)] },
    ])
    const asked = await text(...question)
    expect(asked.out).toMatch(told)
    expect(asked.out).not.toContain('1 March 2027')
    expect((await run(...question)).lines.at(-1)).toMatchObject({
      searched: { rulesNotUsed: [expect.stringMatching(told)] },
    })
    expect((await text('packs', 'use', MATTER, 'limitation-demo')).out).toMatch(told)
    expect((await run('facts', MATTER)).err).toMatch(told)
    await run('matter', 'jurisdiction', MATTER, 'england & wales')
    expect(await isShown()).toBe(true)
    expect((await text('matter', 'jurisdiction', MATTER, '--none')).out).toContain('each pack counts by its own')
    expect((await run('matter', 'jurisdiction', MATTER, 'Wales', '--none')).code).toBe(2)
    expect((await run('matter', 'jurisdiction', 'Nowhere')).code).toBe(3)
  })

  test('without the open app each command has an engine of its own, and finds what was kept', async () => {
    const before = (await run('facts', MATTER)).lines.length
    await app[Symbol.asyncDispose]()
    expect((await run('facts', MATTER, 'set', 'has(patient, af)')).code).toBe(0)
    expect((await run('facts', MATTER)).lines).toHaveLength(before + 1)
    expect((await run('calc', 'cha2ds2vasc', 'sex=male')).code).toBe(0)
  })
})
