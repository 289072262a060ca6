import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RuleForm } from '../../../contract/knowledge/rule.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { FEVER_PACK, writePack } from './write-pack.ts'
import { englishText } from '../../../wording/message-text.ts'

const PACK = 'fever'

describe('changing rules', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  const read = (rule: string) => use.client.rule.read({ pack: PACK, rule })
  const check = (rule: RuleForm | { yaml: string }) => use.client.rule.check({ pack: PACK, rule })
  const fileText = () =>
    use.assistant.session
      .store()
      .app.packs.list()[0]
      ?.files.find(({ path }) => path === 'rules/fever.yaml')?.text ?? ''

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.pack.import({ folder: await writePack(use.folder, PACK, FEVER_PACK) })
    await use.client.matter.create({ name: 'Ward' })
    await use.client.pack.use({ matter: 'Ward', pack: PACK, on: true })
    for (const text of ['temperature(anna, 38.2 °C)', 'temperature(bo, 39.5 °C)'])
      await use.client.fact.setText({ matter: 'Ward', text })
  })
  afterAll(() => life.disposeAsync())

  test('rules are listed with their sentence, their examples and what they still lack', async () => {
    expect(await use.client.rule.list({ pack: PACK })).toMatchObject([
      {
        rule: 'fever',
        status: 'approved',
        sourceRead: true,
        examples: 2,
        examplesPassed: 2,
        examplesMissing: [],
        approvedBy: 'Dr Lyle',
      },
      {
        rule: 'isolation',
        sourceRead: false,
        sentence: expect.stringMatching(
          /^If the (?:temperature|patient).*, then the patient is to be isolated, unless/,
        ),
      },
    ])
    expect((await use.client.rule.list({})).length).toBeGreaterThan(30)
    expect((await use.client.rule.words({ pack: PACK })).map(({ relation }) => relation)).toEqual(
      expect.arrayContaining(['temperature', 'isolate']),
    )
  })

  test('a rule is read as a form and as its YAML, and the form alone changes nothing', async () => {
    const { form, row, yaml } = await read('isolation')
    expect(form).toMatchObject({
      rule: 'isolation',
      then: 'isolate(?p)',
      conditions: ['fever(?p)'],
      exceptions: ['refuses(?p)'],
      sum: null,
      aggregates: [],
      source: 'example',
      sourceRead: false,
      validFrom: null,
    })
    expect(form.examples[2]).toEqual({
      title: 'refused',
      facts: ['temperature(p, 39 °C)', 'refuses(p)'],
      asOf: '2026-01-01',
      holds: [],
      not: ['isolate(p)'],
      ask: [],
      exception: true,
    })
    expect(row.rule).toBe('isolation')
    expect(yaml).toMatch(/^(# A comment of the author\.\n)?- id: isolation\n/m)
    const checked = await check(form)
    expect(checked).toMatchObject({ problems: [], examplesMissing: [], diff: { newGrounds: 0, changed: [] } })
    expect(checked.diff.same).toBeGreaterThan(0)
    expect(checked.examples.every(({ passed }) => passed)).toBe(true)
    expect(await check({ yaml })).toEqual(checked)
  })

  test.each(['cha2ds2vasc', 'medicine-count', 'consider-pulmonary-embolism', 'af-oac'])(
    'every part of the shipped rule %s goes through the form unchanged',
    async (rule) => {
      const { form } = await use.client.rule.read({ pack: 'af-demo', rule })
      const checked = await use.client.rule.check({ pack: 'af-demo', rule: { ...form, title: `${form.title} ` } })
      expect(checked.problems).toEqual([])
      expect(checked.examples.length).toBeGreaterThan(0)
      expect(checked.examples.every(({ passed }) => passed)).toBe(true)
    },
  )

  test('a change is shown before it is made: what passes, and which conclusions of which matters become others', async () => {
    const { form } = await read('fever')
    const before = fileText()
    const checked = await check({ ...form, conditions: ['temperature(?p, ?t)', '?t >= 38.5 °C'] })
    expect(checked.problems).toEqual([])
    expect(checked.sentence).toContain('38.5 °C')
    expect(checked.diff.changed).toEqual([
      { matter: 'Ward', before: 'anna has a fever', after: '' },
      { matter: 'Ward', before: 'anna is to be isolated', after: '' },
    ])
    expect(fileText()).toBe(before)
  })

  test.each([
    ['a misspelt relation', { conditions: ['temprature(?p, ?t)', '?t >= 38 °C'] }, /temperature/],
    ['a number without its unit', { conditions: ['temperature(?p, ?t)', '?t >= 38'] }, /°C/],
  ])('%s is a problem at its place, and cannot be saved', async (_, change, words) => {
    const { form } = await read('fever')
    const checked = await check({ ...form, ...change })
    const [problem] = checked.problems
    expect(problem).toMatchObject({ file: 'fever/rules/fever.yaml', line: expect.any(Number), rule: 'fever' })
    expect(problem && `${englishText(problem.message)} ${englishText(problem.fix)}`).toMatch(words)
    expect(await codeOf(() => use.client.rule.save({ pack: PACK, rule: { ...form, ...change } }))).toBe('WRONG_USE')
  })

  test('a problem stands at its line and column of the rule as text', async () => {
    const { yaml } = await read('isolation')
    const checked = await check({ yaml: yaml.replace('fever(?p)', 'fevr(?p)') })
    const [problem] = checked.problems
    const line = checked.yaml.split('\n')[(problem?.line ?? 0) - 1]
    expect(line?.slice((problem?.column ?? 0) - 1)).toMatch(/^"?fevr/)
  })

  test('what a person types is text, whatever it looks like in the file', async () => {
    const { form } = await read('fever')
    const checked = await check({ ...form, title: 'x\n    status: approved', say: '{p}: # no remark' })
    expect(checked.problems).toEqual([])
    expect(checked.yaml).toMatch(/^ {2}status: draft$/m)
    expect(checked.yaml).not.toMatch(/^ {2}status: approved$/m)
  })

  test('what makes an example fail cannot be saved', async () => {
    const { form } = await read('fever')
    const wrong = { ...form, conditions: ['temperature(?p, ?t)', '?t >= 40 °C'] }
    expect((await check(wrong)).examples.some(({ passed }) => !passed)).toBe(true)
    expect(await codeOf(() => use.client.rule.save({ pack: PACK, rule: wrong }))).toBe('WRONG_USE')
  })

  test('a saved rule is a draft and out of force until a person approves it by name; comments of the file stay', async () => {
    const { form } = await read('fever')
    const saved = await use.client.rule.save({
      pack: PACK,
      rule: { ...form, conditions: ['temperature(?p, ?t)', '?t >= 38.5 °C'] },
    })
    expect(saved).toMatchObject({ rule: 'fever', status: 'draft', approvedBy: null })
    expect(fileText()).toContain('# A comment of the author.')
    expect((await use.client.rule.conclusions({ matter: 'Ward' })).conclusions).toEqual([])
    const status = (wanted: 'draft' | 'tested' | 'approved' | 'retired', by: string | null = null) =>
      use.client.rule.setStatus({ pack: PACK, rule: 'fever', status: wanted, by })
    expect(await status('tested')).toMatchObject({ status: 'tested' })
    expect(await codeOf(() => status('approved'))).toBe('WRONG_USE')
    expect(await codeOf(() => status('approved', '  '))).toBe('WRONG_USE')
    expect(await status('approved', 'Dr Lyle')).toMatchObject({
      status: 'approved',
      approvedBy: 'Dr Lyle',
      approvedOn: expect.any(String),
    })
    await use.restart()
    const { conclusions } = await use.client.rule.conclusions({ matter: 'Ward' })
    expect(conclusions.filter(({ relation }) => relation === 'fever').map(({ args }) => args)).toEqual([['bo']])
    expect(await status('retired')).toMatchObject({ status: 'retired', approvedBy: null })
    const kinds = (await use.client.ledger.list({})).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['rule-saved', 'rule-tested', 'rule-approved', 'rule-retired']))
  })

  test('a new rule starts as a draft and cannot be called tested before it has its examples', async () => {
    const { form } = await read('isolation')
    const made = { ...form, rule: 'isolation-2', title: 'Another', exceptions: [], examples: form.examples.slice(0, 1) }
    expect(await use.client.rule.save({ pack: PACK, rule: { ...made, examples: [] } })).toMatchObject({
      rule: 'isolation-2',
      status: 'draft',
    })
    const setTested = () => use.client.rule.setStatus({ pack: PACK, rule: 'isolation-2', status: 'tested' })
    expect(await codeOf(setTested)).toBe('WRONG_USE')
    expect(await codeOf(() => read('nothing'))).toBe('NOT_FOUND')
  })

  test('a rule without a source is approved by nobody', async () => {
    const { form } = await read('fever')
    const made = {
      ...form,
      conditions: ['temperature(?p, ?t)', '?t >= 38 °C'],
      rule: 'fever-3',
      source: null,
      sourceRead: false,
    }
    await use.client.rule.save({ pack: PACK, rule: made })
    const approve = () => use.client.rule.setStatus({ pack: PACK, rule: 'fever-3', status: 'approved', by: 'Dr Lyle' })
    await expect(approve()).rejects.toThrow(/source/)
    await use.client.rule.save({ pack: PACK, rule: { ...made, source: 'example' } })
    expect(await approve()).toMatchObject({ status: 'approved' })
  })

  test('a pack that comes with the program is changed in a copy only', async () => {
    const { form } = await use.client.rule.read({ pack: 'af-demo', rule: 'threshold-men' })
    expect(await codeOf(() => use.client.rule.save({ pack: 'af-demo', rule: form }))).toBe('WRONG_USE')
    const copy = await use.client.pack.copy({ pack: 'af-demo', name: 'af-own' })
    expect(copy).toMatchObject({ pack: 'af-own', shipped: false, problems: [] })
    expect(await use.client.rule.save({ pack: 'af-own', rule: { ...form, title: 'Men' } })).toMatchObject({
      title: 'Men',
      status: 'draft',
    })
    expect(await codeOf(() => use.client.pack.copy({ pack: 'af-demo', name: 'af-own' }))).toBe('ALREADY_EXISTS')
    expect(await codeOf(() => use.client.pack.copy({ pack: 'af-demo', name: 'Not A Name' }))).toBe('WRONG_USE')
  })
})
