import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wholeAssistant, type WholeAssistant } from '../../whole-assistant.ts'
import { message } from '../../../../wording/message.ts'
import { messageText } from '../../../../wording/message-text.ts'

const ASOF = '2026-06-03'

describe('what documents state as a result', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
  })
  afterAll(() => life.disposeAsync())

  async function stated(
    matter: string,
    goal: string,
    text: string,
    facts = ['sex(patient, female)'],
    pack = 'clinical',
  ) {
    await use.client.matter.create({ name: matter })
    await use.client.pack.use({ matter, pack, on: true })
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

  const HIS = [
    'born(patient, 1951-03-14)',
    'sex(patient, male)',
    'finding(patient, hypertension)',
    'finding(patient, heart_failure)',
    'no finding(patient, diabetes)',
    'no finding(patient, stroke_or_tia)',
    'no finding(patient, stroke)',
    'no finding(patient, vascular_disease)',
  ]

  test('says what counted otherwise on the day of its document', async () => {
    const [one] = await stated('Then', 'cha2ds2_vasc', 'Letter of 10 June 2025\n\nCHA2DS2-VASc score 3.', HIS)
    expect(one).toMatchObject({ value: '3', day: '2025-06-10' })
    expect(one?.why.map(messageText)).toEqual([
      'By these rules it was 3 on that day',
      'age 75 or over: 0 points then, 2 now',
      'age 65 to 74: 1 point then, 0 now',
    ])
  })

  test('says which points were possible then, where an answer was missing on that day', async () => {
    const facts = HIS.map((fact) =>
      fact === 'no finding(patient, diabetes)' ? 'finding(patient, diabetes) from 2026-01-01' : fact,
    )
    const [one] = await stated('Missing then', 'cha2ds2_vasc', 'Letter of 10 June 2025\n\nCHA2DS2-VASc score 9.', facts)
    expect(one?.why.map(messageText)).toContain('diabetes: 0 or 1 then, 1 now')
  })

  test('says which single answer would make it so, and that none does', async () => {
    const [one] = await stated('Answer', 'cha2ds2_vasc', 'CHA2DS2-VASc score 5.', HIS)
    expect(one?.why.map(messageText)).toEqual([expect.stringMatching(/^It would be 5 with .*“Diabetes: yes”/)])
    const [none] = await stated('No answer', 'cha2ds2_vasc', 'CHA2DS2-VASc score 9.', HIS)
    expect(none?.why).toEqual([])
  })

  test('is compared as of the day of its own sentence', async () => {
    const text = 'Letter of 10 June 2025\n\nCHA2DS2-VASc score was 2 on 3 March 2010.'
    const [one] = await stated('Sentence', 'cha2ds2_vasc', text, HIS)
    expect(one).toMatchObject({ value: '2', day: '2010-03-03' })
    expect(one?.why[0]).toEqual(message('sheets.differs.then', { value: '2' }))
  })

  test('says that it is possible where answers are missing, and is none of another version, or of what would be', async () => {
    const [open] = await stated('Open', 'cha2ds2_vasc', 'CHA2DS2-VASc score 5.', HIS.slice(0, 4))
    expect(open?.why).toEqual([message('sheets.differs.possible', { value: '5' })])
    expect(await stated('Supposed', 'cha2ds2_vasc', 'If diabetic, her CHA2DS2-VASc score would be 5.', HIS)).toEqual([])
    expect(await stated('Version', 'meld_3', 'The MELD score was 35.', [])).toEqual([])
  })

  const NOTICE = ['step_completed_on(claim_form, 2026-05-01)']
  test.each([
    ['1', 'The claim form is deemed served on 5 May 2026.', ['2026-05-05']],
    ['2', 'The claim form was signed on 5 May 2026.', []],
    ['3', 'Your defence is due by 19 May 2026.', []],
    ['4', 'The claim form is deemed to have been served on 6 May 2026.', []],
  ])('(%s) a last day is one by the words of its goal: “%s”', async (number, text, values) => {
    expect(
      (await stated(`Day ${number}`, 'claim_form_served', text, NOTICE, 'legal-time')).map(({ value }) => value),
    ).toEqual(values)
  })

  test('is nothing while it is open whose it would be', async () => {
    const people = ['sex(anna, female)', 'sex(ben, male)']
    expect(await stated('Two people', 'cha2ds2_vasc', 'Re: Mr Ben Ali. CHA2DS2-VASc score 7.', people)).toEqual([])
  })
})
