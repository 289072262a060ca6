import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FactInput } from '../../../contract/knowledge/fact.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const MATTER = 'Ward 7'

async function messageOf(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  )
}

describe('facts of a matter', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  const set = (relation: string, args: string[], more: Partial<FactInput> = {}) =>
    use.client.fact.set({ matter: MATTER, relation, args, ...more })
  const setText = (text: string) => use.client.fact.setText({ matter: MATTER, text })
  const list = () => use.client.fact.list({ matter: MATTER })
  const kinds = async () => (await use.client.ledger.list({ matter: MATTER })).map(({ kind }) => kind)

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.application.changeSettings({ userName: 'Dr Lyle' })
    await use.client.matter.create({ name: MATTER })
  })
  afterAll(() => life.disposeAsync())

  test('cannot be stated before a pack gives the words for them', async () => {
    expect(await use.client.fact.form({ matter: MATTER })).toMatchObject({ packs: [], relations: [] })
    expect(await messageOf(() => setText('has(p, af)'))).toContain('uses no rule pack')
    await use.client.pack.use({ matter: MATTER, pack: 'af-demo', on: true })
    expect(await use.client.pack.used({ matter: MATTER })).toEqual(['af-demo'])
    expect(await kinds()).toContain('pack-switched')
  })

  test('are offered by the form with their places, units and names, and not what rules conclude', async () => {
    const { packs, relations, today } = await use.client.fact.form({ matter: MATTER })
    expect(packs).toEqual(['af-demo'])
    expect(today).toMatch(/^\d{4}-\d\d-\d\d$/)
    const names = relations.map(({ relation }) => relation)
    expect(names).toContain('has')
    expect(names).not.toContain('cha2ds2vasc')
    expect(names).not.toContain('today')
    const creatinine = relations.find(({ relation }) => relation === 'creatinine')
    expect(creatinine).toMatchObject({ unique: [0], latest: true, absent: 'ask' })
    expect(creatinine?.places[1]).toMatchObject({
      kind: 'number',
      unit: 'mg/dL',
      units: expect.arrayContaining(['µmol/L']),
    })
    const has = relations.find(({ relation }) => relation === 'has')
    expect(has?.places[1]).toMatchObject({
      kind: 'name',
      open: false,
      choices: expect.arrayContaining([{ name: 'af', label: 'atrial fibrillation' }]),
    })
  })

  test('are entered by form and as text, confirmed by who entered them, and said in the words of the pack', async () => {
    const fact = await set('has', ['patient', 'atrial fibrillation'])
    expect(fact).toMatchObject({
      relation: 'has',
      args: ['patient', 'af'],
      holds: 'yes',
      sentence: 'the patient has atrial fibrillation',
      source: { kind: 'user', by: 'Dr Lyle' },
      state: 'confirmed',
      decidedBy: 'Dr Lyle',
      conflicts: [],
      supersededBy: null,
      unusable: null,
    })
    const weight = await setText('weight(patient, 58 kg) @2026-06-01')
    expect(weight).toMatchObject({ args: ['patient', '58 kg'], at: '2026-06-01', sentence: 'the patient weighs 58 kg' })
    expect(await setText('no has(patient, diabetes)')).toMatchObject({ holds: 'no' })
    expect((await list()).map(({ relation }) => relation)).toEqual(['has', 'weight', 'has'])
    const patient = (await use.client.fact.form({ matter: MATTER })).relations[0]?.places[0]
    expect(patient).toMatchObject({ open: true, choices: [{ name: 'patient', label: 'patient' }] })
  })

  test.each([
    ['an unknown relation', 'hs', ['patient', 'af'], {}, /relation/],
    ['a misspelt name', 'has', ['patient', 'diabtes'], {}, /diabetes/],
    ['too few values', 'has', ['patient'], {}, /2|two/],
    ['a number where a name belongs', 'weight', ['patient', 'heavy'], {}, /./],
    ['an impossible weight', 'weight', ['patient', '5800 kg'], {}, /500/],
    ['a unit of something else', 'weight', ['patient', '58 mmHg'], {}, /mmHg/],
    ['a bare number that needs a unit', 'weight', ['patient', '58'], {}, /kg/],
    ['two values in one', 'weight', ['patient', '58 kg, 59 kg'], {}, /One value/],
    ['an object of the host', 'constructor', ['patient'], {}, /relation/],
  ])('%s is refused in words, and nothing is stored', async (_, relation, args, more, words) => {
    const before = await list()
    expect(await codeOf(() => set(relation, args, more))).toBe('WRONG_USE')
    expect(await messageOf(() => set(relation, args, more))).toMatch(words)
    expect(await list()).toEqual(before)
  })

  test('a name may be any text, and stays one name', async () => {
    const { id, args } = await set('has', ['Ann "Nan" Smith) @2026-01-01', 'af'])
    expect(args).toEqual([String.raw`"Ann \"Nan\" Smith) @2026-01-01"`, 'af'])
    expect(await set('has', args, { replaces: id } as never)).toMatchObject({ args })
    const [again] = (await list()).filter((fact) => fact.args[0] === args[0])
    await use.client.fact.unset({ matter: MATTER, fact: again?.id ?? '' })
  })

  test('a day that does not exist is refused', async () => {
    expect(await codeOf(() => set('has', ['patient', 'af'], { at: '2026-02-31' }))).toMatch(/BAD_REQUEST|WRONG_USE/)
    expect(await codeOf(() => setText('has(patient, af) @2026-02-31'))).toBe('WRONG_USE')
  })

  test('a later value counts instead of an earlier one, which keeps its date; two of one day conflict', async () => {
    const later = await setText('weight(patient, 61 kg) @2026-06-20')
    const [first] = (await list()).filter(({ relation }) => relation === 'weight')
    expect(first).toMatchObject({ at: '2026-06-01', supersededBy: later.id, conflicts: [] })
    const same = await setText('weight(patient, 64 kg) @2026-06-20')
    expect(same.conflicts).toEqual([later.id])
    expect((await list()).find(({ id }) => id === later.id)?.conflicts).toEqual([same.id])
    await use.client.fact.unset({ matter: MATTER, fact: same.id })
    expect((await list()).find(({ id }) => id === later.id)?.conflicts).toEqual([])
  })

  test('a correction takes the place of what it corrects', async () => {
    const wrong = await setText('weight(patient, 85 kg) @2026-07-01')
    const right = await set('weight', ['patient', '58 kg'], { at: '2026-07-01', replaces: wrong.id } as never)
    const ids = (await list()).map(({ id }) => id)
    expect(ids).toContain(right.id)
    expect(ids).not.toContain(wrong.id)
    expect(await codeOf(() => use.client.fact.unset({ matter: MATTER, fact: wrong.id }))).toBe('NOT_FOUND')
  })

  test('what waits for a yes is confirmed, as it is or edited, or rejected; each is an entry of the ledger without its words', async () => {
    const { store } = await use.assistant.matters.open(MATTER)
    const proposed = {
      relation: 'takes',
      args: ['patient', 'warfarin'],
      holds: 'yes',
      at: null,
      validFrom: null,
      validTo: null,
      state: 'proposed',
      enteredAt: 't',
      enteredBy: null,
      decidedBy: null,
      decidedAt: null,
      place: null,
    } as const
    const [one, two, three] = [proposed, proposed, { ...proposed, args: ['patient', 'nothing of the list'] }].map(
      (fact) => store.facts.add(fact),
    )
    const decided = await use.client.fact.confirm({
      matter: MATTER,
      fact: one!.id,
      edited: { relation: 'takes', args: ['patient', 'apixaban'], at: '2026-06-01' },
    })
    expect(decided).toMatchObject({
      args: ['patient', 'apixaban'],
      at: '2026-06-01',
      state: 'confirmed',
      decidedBy: 'Dr Lyle',
    })
    expect(await use.client.fact.reject({ matter: MATTER, fact: two!.id })).toMatchObject({ state: 'rejected' })
    expect(await codeOf(() => use.client.fact.confirm({ matter: MATTER, fact: three!.id }))).toBe('WRONG_USE')
    expect((await list()).find(({ id }) => id === three!.id)).toMatchObject({
      state: 'proposed',
      unusable: expect.objectContaining({ key: 'gate.facts.notOfType' }),
    })
    const entries = await use.client.ledger.list({ matter: MATTER })
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['fact-set', 'fact-confirmed', 'fact-rejected', 'fact-removed']),
    )
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toMatch(/apixaban|warfarin|58 kg/)
    expect(await use.client.ledger.verify({ matter: MATTER })).toMatchObject({ valid: true })
  })

  test('stay through a restart, and are kept but not used when the pack is taken away', async () => {
    const before = await list()
    await use.restart()
    expect(await list()).toEqual(before)
    await use.client.pack.use({ matter: MATTER, pack: 'af-demo', on: false })
    expect((await list()).map(({ id, unusable }) => [id, unusable === null])).toEqual(
      before.map(({ id }) => [id, false]),
    )
    await use.client.pack.use({ matter: MATTER, pack: 'af-demo', on: true })
    expect(await list()).toEqual(before)
  })
})
