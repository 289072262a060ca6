import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Calculation } from '../../../../contract/knowledge/rule.ts'
import { wholeAssistant, type WholeAssistant } from '../../whole-assistant.ts'

const TODAY = '2026-06-03'

describe('what a matter knows of the inputs of a calculator', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  let matters = 0

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
  })
  afterAll(() => life.disposeAsync())

  type Said = { readonly text: string; readonly at?: string; readonly from?: string; readonly to?: string }

  async function matterWith(pack: string, facts: readonly (string | Said)[]): Promise<string> {
    const matter = `Matter ${(matters += 1)}`
    await use.client.matter.create({ name: matter })
    await use.client.pack.use({ matter, pack, on: true })
    for (const fact of facts) {
      const { text, at = null, from = null, to = null } = typeof fact === 'string' ? { text: fact } : fact
      const [, relation = '', args = ''] = /^(\w+)\((.*)\)$/.exec(text) ?? []
      const said = { relation, args: args.split(', '), at, validFrom: from, validTo: to }
      await use.client.fact.set({ matter, ...said })
    }
    return matter
  }

  const known = (matter: string, name: string, { asOf = TODAY, about = [] as string[] } = {}) =>
    use.client.calculator.known({ matter, name, asOf, about })

  async function computed(matter: string, name: string, asOf = TODAY): Promise<Calculation> {
    const { given } = await known(matter, name, { asOf })
    return use.client.calculator.run({ name, inputs: given.map(({ input }) => input), asOf })
  }

  const CLEARANCE = ['born(ann, 1950-01-01)', 'sex(ann, female)', 'weight(ann, 60 kg)']

  const CREATININE = { relation: 'creatinine', args: ['patient', '1.2 mg/dL'] }

  test('never mixes facts of two people: nothing is filled in until it is said whose', async () => {
    const matter = await matterWith('clinical', [...CLEARANCE, 'creatinine(bob, 1.2 mg/dL)'])
    const open = await known(matter, 'cockcroft_gault')
    expect(open).toEqual({ given: [], whose: [{ type: 'patient', names: ['ann', 'bob'], chosen: null }] })
    const ofAnn = await known(matter, 'cockcroft_gault', { about: ['ann'] })
    expect(ofAnn.given.map(({ key }) => key).toSorted()).toEqual(['born', 'sex', 'weight'])
    expect(ofAnn.whose[0]?.chosen).toBe('ann')
  })

  test('never takes the length of one period with the start of another', async () => {
    const facts = ['starts_on(frcp, answer, 2026-03-02)', 'lasts_days(frcp, reply, 7 days)']
    const matter = await matterWith('legal-time', facts)
    expect((await known(matter, 'frcp_ends')).given).toEqual([])
    expect((await computed(matter, 'frcp_ends')).result).toBeNull()
  })

  test('the calculator of a copied pack is the one of its own rules, though both have one name', async () => {
    await use.client.pack.copy({ pack: 'clinical', name: 'own-clinical' })
    const inputs = CLEARANCE.map((text) => {
      const [, relation = '', args = ''] = /^(\w+)\((.*)\)$/.exec(text) ?? []
      return { relation, args: args.replace('ann', 'patient').split(', ') }
    })
    const packOf = async (pack: string | null) => {
      const { proof } = await use.client.calculator.run({
        name: 'cockcroft_gault',
        pack,
        inputs: [...inputs, CREATININE],
      })
      return proof?.grounds[0]?.pack
    }
    expect([await packOf('own-clinical'), await packOf('clinical'), await packOf(null)]).toEqual([
      'own-clinical',
      'clinical',
      'clinical',
    ])
    await expect(packOf('nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await use.client.pack.remove({ pack: 'own-clinical' })
  })

  test('whose facts are meant is read from the question', async () => {
    const matter = await matterWith('clinical', [...CLEARANCE, 'creatinine(bob, 1.2 mg/dL)'])
    const suggested = async (question: string) =>
      (await use.client.calculator.suggest({ question, matter, asOf: TODAY })).suggestions[0]
    const [ofAnn, open] = [
      await suggested('What is the Cockcroft-Gault clearance of Ann?'),
      await suggested('What is the Cockcroft-Gault clearance of the patient?'),
    ]
    expect(ofAnn?.given.map(({ key }) => key).toSorted()).toEqual(['born', 'sex', 'weight'])
    expect([open?.given, open?.whose[0]?.names]).toEqual([[], ['ann', 'bob']])
  })

  test('has all closed days, as the conclusion has', async () => {
    const period = ['starts_on(eu, answer, 2026-07-06)', 'lasts_days(eu, answer, 14 days)', 'acts_in(answer, belgium)']
    const closed = ['closed_on(answer, 2026-07-20)', 'closed_on(answer, 2026-07-22)']
    const matter = await matterWith('legal-time', [...period, ...closed])
    const { conclusions } = await use.client.rule.conclusions({ matter, asOf: TODAY })
    const concluded = conclusions.find(({ relation }) => relation === 'eu_days_end')?.args.at(-1)
    expect([(await computed(matter, 'eu_days_end')).result, concluded]).toEqual(['2026-07-23', '2026-07-23'])
  })

  test('takes a closed day that contradicts itself as not known, never as not closed', async () => {
    const period = ['starts_on(eu, answer, 2026-07-06)', 'lasts_days(eu, answer, 14 days)', 'acts_in(answer, belgium)']
    const matter = await matterWith('legal-time', [...period, 'closed_on(answer, 2026-07-20)'])
    await use.client.fact.setText({ matter, text: 'no closed_on(answer, 2026-07-20)' })
    const { given } = await known(matter, 'eu_days_end')
    expect(given.flatMap(({ key, input }) => (key === 'closed_on' ? [input.holds] : []))).toEqual(['unknown'])
    expect((await computed(matter, 'eu_days_end')).result).toBe('2026-07-20 or 2026-07-22')
  })

  test('has the value that counts on the day, not a later or an ended one', async () => {
    const creatinines = [
      { text: 'creatinine(ann, 0.8 mg/dL)', at: '2025-12-01' },
      { text: 'creatinine(ann, 2 mg/dL)', at: '2026-05-01' },
    ]
    const matter = await matterWith('clinical', [...CLEARANCE, ...creatinines])
    const value = async (asOf: string) =>
      (await known(matter, 'cockcroft_gault', { asOf })).given.flatMap(({ key, input }) =>
        key === 'creatinine' ? [[input.args[1], input.at]] : [],
      )
    expect(await value('2026-01-01')).toEqual([['0.8 mg/dL', '2025-12-01']])
    expect(await value(TODAY)).toEqual([['2 mg/dL', '2026-05-01']])
    expect(await value('2025-01-01')).toEqual([])
  })

  test('has a condition only for the time of which it was said', async () => {
    const dialysis = { text: 'finding(ann, dialysis)', from: '2020-01-01', to: '2020-03-31' }
    const matter = await matterWith('clinical', [...CLEARANCE, dialysis])
    const keys = async (asOf: string) => (await known(matter, 'enoxaparin_dose', { asOf })).given.map(({ key }) => key)
    expect(await keys('2020-02-01')).toContain('dialysis')
    expect(await keys(TODAY)).not.toContain('dialysis')
  })
})
