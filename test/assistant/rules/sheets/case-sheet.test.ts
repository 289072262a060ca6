import { contentWords } from '../../../../text/words.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sheet } from '../../../../contract/knowledge/sheet.ts'
import { wholeAssistant, type WholeAssistant } from '../../whole-assistant.ts'

const ASOF = '2026-06-03'
const QUOTE = 'Weight: 80 kg'

describe('a case sheet', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await newMatter('Ward', ['sex(anna, female)', 'born(anna, 1948-02-11)', 'finding(anna, hypertension)'])
    await newMatter('Empty', [])
  })
  afterAll(() => life.disposeAsync())

  async function newMatter(name: string, facts: readonly string[]): Promise<void> {
    await use.client.matter.create({ name })
    await use.client.pack.use({ matter: name, pack: 'clinical', on: true })
    for (const text of facts) await use.client.fact.setText({ matter: name, text })
  }
  const open = (matter: string, goal = 'cha2ds2_vasc', more: object = {}) =>
    use.client.sheet.open({ matter, goal, asOf: ASOF, ...more })
  const input = ({ inputs }: Sheet, key: string) => {
    const found = inputs.find((one) => one.key === key)
    if (!found) throw new Error(`The sheet asks for ${inputs.map((one) => one.key).join(', ')}, not for ${key}.`)
    return found
  }

  test('fills in what is recorded, asks for the rest, and says what each answer would make of the result', async () => {
    const sheet = await open('Ward')
    expect(sheet.calculation.result).toBe('4 to 9')
    expect(sheet.subjects).toEqual([{ type: 'patient', name: 'anna' }])
    expect(input(sheet, 'born')).toMatchObject({ state: 'recorded', value: '1948-02-11' })
    expect(input(sheet, 'hypertension')).toMatchObject({
      state: 'recorded',
      holds: 'yes',
      points: { low: '1', high: '1' },
    })
    const diabetes = input(sheet, 'diabetes')
    expect(diabetes).toMatchObject({ state: 'missing', label: 'Diabetes', points: { low: '0', high: '1' } })
    expect(diabetes.answers.map(({ answer, result }) => [answer, result])).toEqual([
      ['yes', '5 to 9'],
      ['no', '4 to 8'],
    ])
  })

  test('takes each answer to be what it said it would', async () => {
    const sheet = await open('Ward')
    for (const { answers } of sheet.inputs)
      for (const { input: answer, result } of answers) {
        const answered = await open('Ward', 'cha2ds2_vasc', { typed: [answer] })
        expect([answer.args, answered.calculation.result]).toEqual([answer.args, result])
      }
  })

  test('counts what is typed before what is recorded, and records nothing', async () => {
    const typed = [{ relation: 'finding', args: ['patient', 'hypertension'], holds: 'no' }]
    const sheet = await open('Ward', 'cha2ds2_vasc', { typed })
    expect(input(sheet, 'hypertension')).toMatchObject({ state: 'typed', holds: 'no', points: { low: '0', high: '0' } })
    expect(sheet.calculation.result).toBe('3 to 8')
    expect((await open('Ward')).calculation.result).toBe('4 to 9')
  })

  test('counts what documents say before anybody confirmed it, marked as such, and equal values of several once', async () => {
    await newMatter('Letters', ['height(patient, 180 cm)'])
    for (const name of ['letter.txt', 'note.txt']) {
      const path = await use.write(name, `${QUOTE}\n\nFrom ${name}.\n`)
      await Array.fromAsync(await use.client.library.addPaths({ matter: 'Letters', paths: [path] }))
    }
    await Array.fromAsync(await use.client.fact.propose({ matter: 'Letters' }))
    const sheet = await open('Letters', 'bmi')
    expect(sheet.calculation.result).toBe('about 24.7')
    const weight = input(sheet, 'weight')
    expect(weight).toMatchObject({ state: 'read', value: '80 kg' })
    expect(weight.facts.map(({ source }) => source.kind === 'passage' && source.quote)).toEqual([QUOTE, QUOTE])
  })

  test('uses none of several values that contradict each other, and shows all', async () => {
    await newMatter('Two weights', ['weight(patient, 80 kg)', 'weight(patient, 90 kg)'])
    const sheet = await open('Two weights', 'bmi')
    expect(input(sheet, 'weight')).toMatchObject({ state: 'conflict', value: null })
    expect(input(sheet, 'weight').facts.map(({ args }) => args[1])).toEqual(['80 kg', '90 kg'])
  })

  test('mixes the facts of no two people, and asks who is meant', async () => {
    await newMatter('Two', ['sex(anna, female)', 'sex(ben, male)', 'born(anna, 1948-02-11)'])
    const sheet = await open('Two')
    expect(sheet.whose).toEqual([{ type: 'patient', names: ['anna', 'ben'], chosen: null }])
    expect(input(sheet, 'sex').state).toBe('missing')
    expect(input(await open('Two', 'cha2ds2_vasc', { about: ['ben'] }), 'sex').value).toBe('male')
  })

  test('gives nothing of another where nothing is known of who is named', async () => {
    const sheet = await open('Ward', 'cha2ds2_vasc', { about: ['ben'] })
    expect(sheet.whose).toEqual([{ type: 'patient', names: ['anna'], chosen: null }])
    expect(sheet.subjects).toEqual([])
    expect(sheet.inputs.map(({ state }) => state)).not.toContain('recorded')
    expect((await open('Ward', 'cha2ds2_vasc', { about: ['anna'] })).whose).toEqual([])
  })

  test('shows what a document says otherwise than what is recorded, unless it is older', async () => {
    await newMatter('Otherwise', ['height(patient, 180 cm)', 'weight(patient, 60 kg) @2024-01-01'])
    const path = await use.write('otherwise.txt', `${QUOTE}\n`)
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'Otherwise', paths: [path] }))
    await Array.fromAsync(await use.client.fact.propose({ matter: 'Otherwise' }))
    const weight = input(await open('Otherwise', 'bmi'), 'weight')
    expect(weight).toMatchObject({ state: 'recorded', value: '60 kg' })
    expect(weight.against.map(({ args }) => args[1])).toEqual(['80 kg'])
    expect(input(await open('Otherwise', 'bmi'), 'height').against).toEqual([])
  })

  test('asks for what changes the result, also where nothing recorded counts as a no', async () => {
    await newMatter('Court', [])
    await use.client.pack.use({ matter: 'Court', pack: 'legal-time', on: true })
    for (const text of ['starts_on(frcp, p, 2026-06-01)', 'lasts_days(frcp, p, 14 days)'])
      await use.client.fact.setText({ matter: 'Court', text })
    const sheet = await open('Court', 'frcp_ends')
    expect([sheet.calculation.result, input(sheet, 'closed_on').isAssumed]).toEqual(['2026-06-15', true])
    for (const day of ['2026-06-15', '2026-06-18'])
      await use.client.fact.setText({ matter: 'Court', text: `closed_on(p, ${day})` })
    const closed = await open('Court', 'frcp_ends')
    expect(closed.calculation.result).toBe('2026-06-16')
    expect(input(closed, 'closed_on')).toMatchObject({ state: 'recorded', value: '2026-06-15, 2026-06-18' })
  })

  test('asks for another way to record something only as long as it is not known', async () => {
    await newMatter('Age', ['sex(patient, male)'])
    expect(input(await open('Age'), 'stated_age').state).toBe('missing')
    await use.client.fact.setText({ matter: 'Age', text: 'born(patient, 1948-02-11)' })
    expect((await open('Age')).inputs.map(({ key }) => key)).not.toContain('stated_age')
  })

  test('calls a conflict what contradicts itself, also where nothing recorded counts as a no', async () => {
    await newMatter('Ages', ['stated_age(patient, 78 years)', 'stated_age(patient, 58 years)', 'sex(patient, male)'])
    expect(input(await open('Ages'), 'stated_age')).toMatchObject({ state: 'conflict', value: null })
  })

  test('shows a value in the unit of the document, and beside it in that of the rules', async () => {
    await newMatter('Units', ['creatinine(patient, 118 µmol/L)', 'weight(patient, 60 kg)'])
    const sheet = await open('Units', 'cockcroft_gault')
    // 88.42 µmol/L are 1 mg/dL.
    expect(input(sheet, 'creatinine')).toMatchObject({ value: '118 µmol/L', converted: 'about 1.335 mg/dL' })
    expect(input(sheet, 'weight')).toMatchObject({ value: '60 kg', converted: null })
  })

  test('refuses an answer that it does not ask for', async () => {
    const typed = [{ relation: 'weight', args: ['patient', '80 kg'] }]
    await expect(open('Ward', 'cha2ds2_vasc', { typed })).rejects.toThrow(/does not ask for weight \(patient, 80 kg\)/)
  })

  test('mixes what is recorded of one person with what was read of no other', async () => {
    await newMatter('Read of another', [])
    const path = await use.write('other.txt', `${QUOTE}\n`)
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'Read of another', paths: [path] }))
    await Array.fromAsync(await use.client.fact.propose({ matter: 'Read of another' }))
    await use.client.fact.setText({ matter: 'Read of another', text: 'height(anna, 180 cm)' })
    const sheet = await open('Read of another', 'bmi')
    expect(sheet.whose).toEqual([{ type: 'patient', names: ['anna', 'patient'], chosen: null }])
    const ofAnna = await open('Read of another', 'bmi', { about: ['anna'] })
    // Of no weight anything may follow, which says nothing.
    expect(ofAnna.calculation.result).toBeNull()
    expect([input(ofAnna, 'weight').state, input(ofAnna, 'height').value]).toEqual(['missing', '180 cm'])
  })

  test('asks only for what can still change the result', async () => {
    await newMatter('Child', ['born(patient, 2020-01-01)', 'sex(patient, male)'])
    const sheet = await open('Child', 'ckd_epi')
    expect(sheet.inputs.map(({ key }) => key)).not.toContain('creatinine')
    await newMatter('Man', ['born(patient, 1990-01-01)', 'sex(patient, male)'])
    expect((await open('Man', 'ckd_epi')).inputs.map(({ key }) => key)).toContain('creatinine')
  })

  test('is found by name, by subject and by the words of a question, of the packs of the matter alone', async () => {
    const goals = async (question: string) =>
      (await use.client.sheet.goals({ matter: 'Empty', question })).map(({ goal }) => goal)
    expect((await goals('HAS-BLED'))[0]).toBe('has_bled')
    expect((await goals('body mass'))[0]).toBe('bmi')
    expect((await goals('bleed'))[0]).toBe('has_bled')
    expect(await goals('anticoag')).toContain('has_bled')
    expect(await goals('')).toContain('cha2ds2_vasc')
    expect(await goals('last day to serve a defence')).toEqual([])
  })

  test('is not found by a name that only the asking words of its phrases resemble', async () => {
    await use.client.matter.create({ name: 'Sample' })
    await use.client.pack.use({ matter: 'Sample', pack: 'af-demo', on: true })
    const goals = async (question: string) =>
      (await use.client.sheet.goals({ matter: 'Sample', question })).map(({ goal }) => goal)
    expect(await goals('how well do the kidneys work')).toEqual(['creatinine_clearance'])
    expect(await goals('Wells')).toEqual([])
  })

  test('is found before all others by its title; a word of titles finds one that has it first', async () => {
    const all = await use.client.sheet.goals({ matter: 'Empty', question: '' })
    const first = async (question: string) => (await use.client.sheet.goals({ matter: 'Empty', question }))[0]?.title
    const missed: string[] = []
    for (const { title } of all) if ((await first(title)) !== title) missed.push(title)
    const words = all.flatMap(({ title }) => contentWords(title).filter((one) => /^\p{L}{4,}$/u.test(one)))
    for (const word of new Set(words)) if (!new RegExp(word, 'iu').test((await first(word)) ?? '')) missed.push(word)
    expect(all.length).toBeGreaterThan(20)
    expect(missed).toEqual([])
  })

  test('that is kept stays as it was, and says what has changed since and what it would be now', async () => {
    await newMatter('Kept', ['height(patient, 180 cm)', 'weight(patient, 80 kg) @2026-05-01'])
    const keep = { matter: 'Kept', goal: 'bmi', asOf: ASOF }
    await use.client.sheet.keep(keep)
    const kept = () => use.client.sheet.kept({ matter: 'Kept' })
    expect(await kept()).toMatchObject([{ result: 'about 24.7', now: 'about 24.7', changed: [], isHere: true }])
    await use.client.fact.setText({ matter: 'Kept', text: 'weight(patient, 90 kg) @2026-05-20' })
    expect(await kept()).toMatchObject([{ result: 'about 24.7', now: 'about 27.8', changed: ['Weight'] }])
    await use.client.sheet.keep(keep)
    expect(await kept()).toMatchObject([{ result: 'about 27.8', changed: [] }])
    await use.client.pack.use({ matter: 'Kept', pack: 'clinical', on: false })
    await use.client.pack.use({ matter: 'Kept', pack: 'legal-time', on: true })
    expect(await kept()).toMatchObject([{ result: 'about 27.8', now: null, isHere: false }])
    await use.client.sheet.forget({ ...keep, about: [] })
    expect(await kept()).toEqual([])
  })

  test('that is kept is the same as before where only the words and figures of its result are others', async () => {
    await newMatter('Reworded', ['height(patient, 180 cm)', 'weight(patient, 80 kg) @2026-05-01'])
    await use.client.sheet.keep({ matter: 'Reworded', goal: 'bmi', asOf: ASOF })
    const { settings } = (await use.assistant.matters.open('Reworded')).store
    // As another version of the program wrote it.
    const [sheet] = settings.get('sheets') as [{ known: Record<string, string> }]
    const known = Object.fromEntries(Object.entries(sheet.known).map(([key, said]) => [key, `${said} (as recorded)`]))
    settings.set('sheets', [{ ...sheet, result: '24,7', known }])
    const kept = () => use.client.sheet.kept({ matter: 'Reworded' })
    expect(await kept()).toMatchObject([{ result: '24,7', now: '24,7', changed: [] }])
    await use.client.fact.setText({ matter: 'Reworded', text: 'weight(patient, 90 kg) @2026-05-20' })
    expect(await kept()).toMatchObject([{ result: '24,7', now: 'about 27.8', changed: ['Weight'] }])
  })

  test('that is kept says so of a value that was withdrawn, and of one that is contradicted', async () => {
    await newMatter('Withdrawn', ['height(patient, 180 cm)', 'weight(patient, 80 kg)'])
    await use.client.sheet.keep({ matter: 'Withdrawn', goal: 'bmi', asOf: ASOF })
    const changed = async () => (await use.client.sheet.kept({ matter: 'Withdrawn' })).map((one) => one.changed)
    const fact = await use.client.fact.setText({ matter: 'Withdrawn', text: 'weight(patient, 90 kg)' })
    expect(await changed()).toEqual([['Weight']])
    await use.client.fact.unset({ matter: 'Withdrawn', fact: fact.id })
    expect(await changed()).toEqual([[]])
    for (const { id } of await use.client.fact.list({ matter: 'Withdrawn' }))
      await use.client.fact.unset({ matter: 'Withdrawn', fact: id })
    expect(await changed()).toEqual([['Weight', 'Height']])
  })

  test('is not kept beyond a hundred, and none of those is lost', async () => {
    await newMatter('Many', [])
    const days = Array.from({ length: 100 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10))
    for (const asOf of days) await use.client.sheet.keep({ matter: 'Many', goal: 'bmi', asOf })
    await expect(use.client.sheet.keep({ matter: 'Many', goal: 'bmi', asOf: ASOF })).rejects.toThrow(/Remove one first/)
    await use.client.sheet.keep({ matter: 'Many', goal: 'bmi', asOf: '2026-01-01' })
    const kept = await use.client.sheet.kept({ matter: 'Many' })
    expect(kept.map(({ asOf }) => asOf).toSorted()).toEqual(days)
  })

  test('of a goal that is not there is refused in words that name it', async () => {
    await expect(open('Ward', 'no_such_goal')).rejects.toThrow('no_such_goal')
  })
})
