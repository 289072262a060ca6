import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { FEVER_PACK, writePack } from './write-pack.ts'

describe('knowledge packs', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  const names = async () => (await use.client.pack.list()).map(({ pack }) => pack)

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.matter.create({ name: 'Ward 7' })
  })
  afterAll(() => life.disposeAsync())

  test('those that come with the program are without problems, and nobody reviewed them', async () => {
    const packs = await use.client.pack.list()
    expect(packs).toMatchObject([
      { pack: 'af-demo', shipped: true, reviewed: false, sample: true, problems: [] },
      { pack: 'clinical', shipped: true, reviewed: false, sample: false, problems: [] },
      { pack: 'legal-time', shipped: true, reviewed: false, sample: false, problems: [] },
      { pack: 'limitation-demo', shipped: true, reviewed: false, sample: true, problems: [] },
    ])
    expect(Math.min(...packs.map(({ rules }) => rules))).toBeGreaterThan(5)
    expect(await codeOf(() => use.client.pack.remove({ pack: 'af-demo' }))).toBe('WRONG_USE')
  })

  test('cards lie beside the rules as text: they come in as drafts and go out as they are now', async () => {
    const card = [
      'card: fever-scale',
      'title: Degrees of another scale',
      'summary: Look for the scale before you compare a temperature.',
      'knowledge: [{text: Fever begins at 100.4 degrees Fahrenheit., source: example}]',
      'trigger: does the patient have a fever',
      'mistake: wrong-rule',
    ]
    const files = { ...FEVER_PACK, 'cards/fever-scale.yaml': `${card.join('\n')}\n` }
    const folder = await writePack(use.folder, 'fever-cards', files)
    expect(await use.client.pack.import({ folder })).toMatchObject({ rules: 2, problems: [] })
    const [taken] = await use.client.card.list()
    expect(taken).toMatchObject({ card: 'fever-scale', status: 'draft', origin: { kind: 'pack', pack: 'fever-cards' } })
    if (taken) await use.client.card.save({ card: 'fever-scale', text: { ...taken, title: 'Which scale it is' } })
    const out = await use.client.pack.export({ pack: 'fever-cards', folder: join(use.folder, 'with-cards') })
    expect(await readFile(join(out.folder, 'cards/fever-scale.yaml'), 'utf8')).toContain('title: Which scale it is')
    expect(await use.client.rule.checkPack({ folder: out.folder })).toMatchObject({ rules: 2, problems: [] })
    const broken = await writePack(use.folder, 'broken', { ...FEVER_PACK, 'cards/a.yaml': 'card: a\n' })
    expect(await codeOf(() => use.client.pack.import({ folder: broken }))).toBe('WRONG_USE')
    expect(await names()).toEqual(['af-demo', 'clinical', 'legal-time', 'limitation-demo', 'fever-cards'])
    await use.client.pack.remove({ pack: 'fever-cards' })
  })

  test('a folder is taken in, stays through a restart, and comes out with every byte of its files', async () => {
    const files = { ...FEVER_PACK, 'README.md': '# Fever\r\n', 'notes.bin': 'left alone' }
    const folder = await writePack(use.folder, 'fever', files)
    expect(await use.client.pack.import({ folder })).toMatchObject({
      pack: 'fever',
      rules: 2,
      toDraft: 0,
      shipped: false,
      problems: [],
    })
    await use.restart()
    expect(await names()).toEqual(['af-demo', 'clinical', 'legal-time', 'limitation-demo', 'fever'])
    const out = await use.client.pack.export({ pack: 'fever', folder: join(use.folder, 'out') })
    expect(out).toEqual({ folder: join(use.folder, 'out', 'fever'), files: 4 })
    for (const path of ['pack.yaml', 'vocabulary.yaml', 'rules/fever.yaml', 'README.md'])
      expect(await readFile(join(out.folder, path), 'utf8')).toBe(await readFile(join(folder, path), 'utf8'))
    expect(await codeOf(() => use.client.pack.export({ pack: 'fever', folder: join(use.folder, 'out') }))).toBe(
      'ALREADY_EXISTS',
    )
    const again = await use.client.pack.export({ pack: 'af-demo', folder: join(use.folder, 'out') })
    expect(await readdir(again.folder)).toContain('pack.yaml')
  })

  test.each([
    ['a misspelt key', (text: string) => text.replace('unless:', 'unles:'), /unles/],
    ['no YAML', () => 'rules: [', /:/],
  ])('%s keeps a pack out, with the place in the message', async (_, broken, words) => {
    const rules = broken(FEVER_PACK['rules/fever.yaml'] ?? '')
    const folder = await writePack(use.folder, 'broken', { ...FEVER_PACK, 'rules/fever.yaml': rules })
    const refused = await use.client.pack.import({ folder }).catch((error: Error) => error)
    expect(refused).toMatchObject({
      code: 'WRONG_USE',
      message: expect.stringMatching(/^broken\/rules\/fever\.yaml:\d+:\d+: /),
    })
    expect((refused as Error).message).toMatch(words)
    expect(await names()).not.toContain('broken')
  })

  test.each([
    ['a failing example', 'temperature(p, 37 °C)', 'temperature(p, 39.5 °C)'],
    ['no negative example', /^.*title: cool.*fever.*\n/m, ''],
    ['nobody who approved it', '    approved_by: Dr Lyle\n', ''],
    ['no source', '    source: example\n    source_read: yes\n', ''],
  ])('a rule with %s comes in as a draft, whatever its file says, and is counted', async (_, before, after) => {
    const rules = (FEVER_PACK['rules/fever.yaml'] ?? '').replace(before, after)
    const folder = await writePack(use.folder, 'eager', { ...FEVER_PACK, 'rules/fever.yaml': rules })
    expect(await use.client.pack.import({ folder })).toMatchObject({ rules: 2, toDraft: 1, problems: [] })
    const rows = await use.client.rule.list({ pack: 'eager' })
    expect(rows.map(({ rule, status }) => `${rule} ${status}`)).toEqual(['fever draft', 'isolation approved'])
    await use.client.pack.remove({ pack: 'eager' })
  })

  test('a rule with exceptions and no example of one comes in as a draft', async () => {
    const rules = (FEVER_PACK['rules/fever.yaml'] ?? '').replace(', exception: true', '')
    const folder = await writePack(use.folder, 'eager', { ...FEVER_PACK, 'rules/fever.yaml': rules })
    expect(await use.client.pack.import({ folder })).toMatchObject({ toDraft: 1 })
    await use.client.pack.remove({ pack: 'eager' })
  })

  test('a pack cannot take the name of one that comes with the program, nor be taken from no folder', async () => {
    const folder = await writePack(use.folder, 'af-demo', FEVER_PACK)
    expect(await codeOf(() => use.client.pack.import({ folder }))).toBe('WRONG_USE')
    expect(await codeOf(() => use.client.pack.import({ folder: join(use.folder, 'nothing') }))).toBe('NOT_FOUND')
    expect(await codeOf(() => use.client.pack.use({ matter: 'Ward 7', pack: 'nothing', on: true }))).toBe('NOT_FOUND')
  })

  test('a pack that is used and then removed leaves the facts, which say that their words are gone', async () => {
    await use.client.pack.use({ matter: 'Ward 7', pack: 'fever', on: true })
    await use.client.fact.setText({ matter: 'Ward 7', text: 'temperature(anna, 39 °C)' })
    await use.client.pack.remove({ pack: 'fever' })
    expect(await names()).toEqual(['af-demo', 'clinical', 'legal-time', 'limitation-demo'])
    expect(await use.client.fact.list({ matter: 'Ward 7' })).toMatchObject([
      { sentence: 'temperature(anna, 39 °C)', unusable: expect.objectContaining({ key: 'gate.facts.noRelation' }) },
    ])
    const entries = (await use.client.ledger.list({ matter: null })).map(({ kind }) => kind)
    expect(entries).toEqual(expect.arrayContaining(['pack-imported', 'pack-removed']))
  })
})
