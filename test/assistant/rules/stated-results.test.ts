import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const ASOF = '2026-06-03'

describe('what documents state as a result', { timeout: 60_000 }, () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
  }, 60_000)
  afterAll(() => life.disposeAsync())

  async function stated(matter: string, goal: string, text: string, facts = ['sex(patient, female)']) {
    await use.client.matter.create({ name: matter })
    await use.client.pack.use({ matter, pack: 'clinical', on: true })
    for (const fact of facts) await use.client.fact.setText({ matter, text: fact })
    const path = await use.write(`${matter}.txt`, `${text}\n`)
    await Array.fromAsync(await use.client.library.addPaths({ matter, paths: [path] }))
    return (await use.client.sheet.open({ matter, goal, asOf: ASOF })).stated
  }

  test('is shown with its document and its sentence', async () => {
    const text = 'Known: atrial fibrillation (CHA2DS2-VASc score 3), hypertension.'
    expect(await stated('Clinic', 'cha2ds2_vasc', text)).toEqual([
      expect.objectContaining({ value: '3', document: 'Clinic.txt', quote: text }),
    ])
  })

  test.each([
    ['1', 'has_bled', 'HAS-BLED 2026 guidance. HAS-BLED (0-9) is used.', []],
    ['2', 'has_bled', 'Her HAS-BLED score of 4 was noted.', ['4']],
    ['3', 'cha2ds2_vasc', 'If CHA2DS2-VASc is 2 or more, anticoagulate. CHA2DS2-VASc 3%.', []],
    ['4', 'cha2ds2_vasc', 'CHA2DS2-VASc: 4/9.', ['4']],
    ['5', 'oxygenation', 'PaO2 85 mmHg, PaO2/FiO2 250.', []],
    ['7', 'ckd_epi', 'By CKD-EPI 2021 the eGFR is low.', []],
    ['8', 'news2_risk', 'The NEWS2 score was 7.', []],
    ['9', 'news2', 'The NEWS2 score was 7.', ['7']],
    ['10', 'bmi', 'Her body mass index is 31.', []],
  ])('(%s) is for %s in “%s” %j', async (number, goal, text, values) => {
    expect((await stated(`Stated ${number}`, goal, text)).map(({ value }) => value)).toEqual(values)
  })

  test('is the number behind the version in the name', async () => {
    const liver = [
      'bilirubin(patient, 2 mg/dL)',
      'sodium(patient, 130 mmol/L)',
      'inr(patient, 1.5)',
      'albumin(patient, 3 g/dL)',
    ]
    const others = ['born(patient, 1960-01-01)', 'sex(patient, male)', 'creatinine(patient, 1.5 mg/dL)']
    const found = await stated('Liver', 'meld_3', 'The MELD 3.0 score was 35.', [...liver, ...others])
    expect(found.map(({ value }) => value)).toEqual(['35'])
  })

  test('is nothing while it is open whose it would be', async () => {
    const people = ['sex(anna, female)', 'sex(ben, male)']
    expect(await stated('Two people', 'cha2ds2_vasc', 'Re: Mr Ben Ali. CHA2DS2-VASc score 7.', people)).toEqual([])
  })
})
