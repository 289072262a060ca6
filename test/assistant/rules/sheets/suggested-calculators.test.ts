import { messageText } from '../../../../wording/message-text.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerEvent } from '../../../../contract/answers/answer.ts'
import { wholeAssistant, type WholeAssistant } from '../../whole-assistant.ts'

const SCORE = 'What is the CHA2DS2-VASc score of the patient?'

describe('a question that a calculator answers', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    for (const name of ['Empty', 'Ward'])
      await use.client.matter
        .create({ name })
        .then(() => use.client.pack.use({ matter: name, pack: 'af-demo', on: true }))
    for (const text of ['sex(anna, female)', 'born(anna, 1948-02-11)', 'has(anna, hypertension)'])
      await use.client.fact.setText({ matter: 'Ward', text })
  })
  afterAll(() => life.disposeAsync())

  const ask = (question: string, matter: string | null = null) =>
    use.client.calculator.suggest({ question, matter, asOf: '2026-06-03' })
  const suggest = async (question: string, matter: string | null = null) => (await ask(question, matter)).suggestions

  test('brings that of a sample last where another pack has it too', async () => {
    const packs = (await suggest(SCORE)).map(({ calculator }) => calculator.pack)
    expect(packs).toEqual(['clinical', 'af-demo'])
    const listed = (await use.client.calculator.list({})).map(({ pack }) => pack)
    expect([...new Set(listed)]).toEqual(['clinical', 'legal-time', 'af-demo', 'limitation-demo'])
  })

  test('lists goals of samples behind all others in a matter that uses none, however well they fit', async () => {
    await use.client.matter.create({ name: 'Own' })
    const goalsOf = async (matter: string, question: string) =>
      (await use.client.sheet.goals({ matter, question })).map(({ pack }) => pack)
    for (const question of ['stroke', 'is the dose of enoxaparin recommended', 'creatinine', 'threshold stroke risk']) {
      const found = await goalsOf('Own', question)
      const isSample = found.map((pack) => pack.endsWith('-demo'))
      expect([question, ...isSample]).toEqual([question, ...isSample.toSorted()])
    }
    expect((await goalsOf('Ward', 'stroke'))[0]).toBe('af-demo')
  })

  test('brings it with what it needs to know', async () => {
    const [first] = await suggest(SCORE, 'Empty')
    expect(first?.calculator).toMatchObject({ name: 'cha2ds2vasc', pack: 'af-demo' })
    expect(first?.given).toEqual([])
    expect(first?.calculation.missing.map(({ question }) => question)).toContain('When was the patient born?')
  })

  test('brings it filled in with the facts of the matter, and asks for the rest alone', async () => {
    const [first] = await suggest(SCORE, 'Ward')
    expect(first?.given.map(({ key }) => key).toSorted()).toEqual(['born', 'hypertension', 'sex'])
    expect(first?.given.every(({ fact, sentence }) => fact !== '' && sentence.includes('anna'))).toBe(true)
    expect(first?.calculation.result).toBe('4 to 9')
    const asked = first?.calculation.missing.map(({ question }) => question).join(' ')
    expect(asked).toContain('diabetes')
    expect(asked).not.toContain('hypertension')
  })

  test('fills in nothing of two people', async () => {
    await use.client.matter.create({ name: 'Two' })
    await use.client.pack.use({ matter: 'Two', pack: 'af-demo', on: true })
    for (const text of ['sex(anna, female)', 'sex(ben, male)', 'born(anna, 1948-02-11)'])
      await use.client.fact.setText({ matter: 'Two', text })
    const [first] = await suggest(SCORE, 'Two')
    expect([first?.given, first?.whose]).toEqual([[], [{ type: 'patient', names: ['anna', 'ben'], chosen: null }]])
  })

  test.each([
    'What is CHA2DS2-VASc?',
    'Who wrote down the CHA2DS2-VASc score of the patient?',
    'What does the letter say about the CHA2DS2-VASc score?',
    'Where does the patient live?',
  ])('brings none where it asks for something else: %s', async (question) => {
    expect(await suggest(question)).toEqual([])
  })

  test('under a law leaves out and names those that are law of another place, and has those of its union', async () => {
    await use.client.matter.create({ name: 'Berlin' })
    await use.client.pack.use({ matter: 'Berlin', pack: 'legal-time', on: true })
    const federal = 'What is the federal court deadline?'
    const named = async (question: string) => {
      const { suggestions, leftOut } = await ask(question, 'Berlin')
      return [suggestions.map(({ calculator }) => calculator.name), leftOut.map(messageText)]
    }
    expect(await named(federal)).toEqual([['frcp_ends'], []])
    await use.client.pack.setJurisdiction({ matter: 'Berlin', jurisdiction: 'Germany' })
    expect(await named(federal)).toEqual([
      [],
      ['"US federal deadline (FRCP 6)" is law of United States; this matter is under Germany'],
    ])
    const everywhere = await use.client.calculator.suggest({ question: federal, matter: 'Ward', ofAllPacks: true })
    expect(everywhere.suggestions.map(({ calculator }) => calculator.name)).toEqual(['frcp_ends'])
    expect(await named('When does an EU period of days end?')).toEqual([['eu_days_end'], []])
    expect(await named('How much is interest compounded monthly?')).toEqual([['compound_monthly'], []])
    const packs = new Set((await use.client.calculator.list({ matter: 'Berlin' })).map(({ name }) => name))
    expect([packs.has('bgb_days_end'), packs.has('eu_days_end'), packs.has('notice_by')]).toEqual([true, true, true])
    expect([packs.has('frcp_ends'), packs.has('cpr_ends'), packs.has('california_claim_by')]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('is answered from the documents in a matter of which nothing is known: what is open must not stand in their way', async () => {
    const events: AnswerEvent[] = await Array.fromAsync(
      await use.client.answer.ask({ matter: 'Empty', question: SCORE, model: 'none' }),
    )
    const evidence = events.find((event) => event.type === 'evidence')
    expect(evidence?.sources.filter(({ kind }) => kind === 'conclusion')).toEqual([])
  })
})
