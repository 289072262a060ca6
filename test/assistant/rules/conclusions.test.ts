import { messageText } from '../../../wording/message-text.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, AnswerEvent } from '../../../contract/answers/answer.ts'
import { headSentences } from '../../../assistant/answers/claims/conclusion-text.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { FEVER_PACK, HUGE_PACK, writePack } from './write-pack.ts'

const CLAIM = [
  'claim_type(hollis, personal_injury)',
  'accrued(hollis, 2023-06-20)',
  'claimant(hollis, tom)',
  'date_of_birth(tom, 1980-01-01)',
]
const PATIENT = [
  'sex(anna, female)',
  'born(anna, 1948-02-11)',
  'has(anna, af)',
  'has(anna, hypertension)',
  'has(anna, diabetes)',
]
const QUESTION = 'When does the limitation period end?'

const endOf = (events: readonly AnswerEvent[]): Answer => {
  const last = events.at(-1)
  if (last?.type !== 'answer-end') throw new Error(`Expected an answer, got ${last?.type}.`)
  const { type: _, ...answer } = last
  return answer
}

describe('what follows from facts', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  const ask = async (matter: string, question: string, says: string | null, more: object = {}) => {
    const client = says === null ? use.client : use.withModel(createScriptedModel({ says: [says] }))
    return endOf(
      await Array.fromAsync(
        await client.answer.ask({ matter, question, ...(says === null ? { model: 'none' } : {}), ...more }),
      ),
    )
  }
  const newMatter = async (name: string, pack: string, facts: readonly string[]) => {
    await use.client.matter.create({ name })
    await use.client.pack.use({ matter: name, pack, on: true })
    for (const text of facts) await use.client.fact.setText({ matter: name, text })
  }

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await newMatter('Hollis', 'limitation-demo', CLAIM)
    await newMatter('Ward', 'af-demo', PATIENT)
    await newMatter('Roof', 'limitation-demo', CLAIM)
    const kidneys = ['weight(anna, 72 kg) @2026-06-01', 'creatinine(anna, 1 mg/dL) @2026-06-01']
    await newMatter('Kidneys', 'af-demo', [...PATIENT.slice(0, 2), ...kidneys])
    const letter = await use.write(
      'letter.txt',
      'The limitation period ends on 2 July 2027. The roof was repaired in May 2024.',
    )
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'Roof', paths: [letter] }))
  })
  afterAll(() => life.disposeAsync())

  test('is concluded with its proof, its days and the facts it rests on', async () => {
    const { conclusions, ahead, stopped } = await use.client.rule.conclusions({ matter: 'Hollis', asOf: '2026-06-03' })
    expect(stopped).toBeNull()
    const expires = conclusions.find(({ relation }) => relation === 'expires')
    expect(expires).toMatchObject({ args: ['hollis', '2026-06-20'], holds: 'yes', missing: [] })
    expect(expires?.sentence).toContain('ends on 2026-06-20')
    expect(expires?.dates.map(({ day }) => day)).toEqual(expect.arrayContaining(['2023-06-20', '2026-06-20']))
    expect(ahead[0]).toMatchObject({ day: '2026-06-20', daysLeft: 17 })
    const ids = (await use.client.fact.list({ matter: 'Hollis' })).map(({ id }) => id)
    const cited = [...JSON.stringify(expires?.proof).matchAll(/"facts":\["([^"]+)"\]/g)].map((match) => match[1])
    expect(cited.length).toBeGreaterThan(0)
    for (const id of cited) expect(ids).toContain(id)
  })

  test('is no count of what nothing is recorded of', async () => {
    const counted = async (matter: string) =>
      (await use.client.rule.conclusions({ matter, asOf: '2026-06-03' })).conclusions.filter(
        ({ relation }) => relation === 'medicine_count',
      )
    await newMatter('Counted', 'af-demo', ['takes(anna, aspirin)'])
    expect((await counted('Counted')).map(({ args }) => args)).toEqual([['anna', '1']])
    await newMatter('Uncounted', 'af-demo', ['sex(anna, female)'])
    expect(await counted('Uncounted')).toEqual([])
  })

  test('of values that conflict is a date ahead only as one that waits for their being settled', async () => {
    await newMatter('Contested', 'limitation-demo', [...CLAIM, 'accrued(hollis, 2024-06-20)'])
    const { ahead } = await use.client.rule.conclusions({ matter: 'Contested', asOf: '2023-06-30' })
    const ends = ahead.filter(({ sentence }) => sentence.includes('ends on'))
    expect(ends.length).toBeGreaterThan(1)
    for (const { dependsOn } of ends) expect(dependsOn).toEqual(['Which of the values that conflict is right?'])
  })

  test('with a number of more digits than can be written is concluded, and the others with it', async () => {
    await use.client.pack.import({ folder: await writePack(use.folder, 'huge', HUGE_PACK) })
    await newMatter('Huge', 'huge', ['amount(t, 987654321987)'])
    const { conclusions, stopped } = await use.client.rule.conclusions({ matter: 'Huge', asOf: '2026-06-03' })
    expect(stopped).toBeNull()
    expect(conclusions.map(({ relation, holds }) => [relation, holds])).toEqual([
      ['cube', 'unknown'],
      ['double', 'yes'],
    ])
  })

  test('is asked what would change it as it stands, also where a value of it is open', async () => {
    await newMatter('Open', 'limitation-demo', ['claim_type(claim, contract)', 'break_date(notice, 2025-03-31)'])
    const asOf = '2026-06-03'
    const { conclusions } = await use.client.rule.conclusions({ matter: 'Open', asOf })
    expect(conclusions.some(({ args }) => args.some((arg) => arg === '…'))).toBe(true)
    for (const { relation, args } of conclusions) {
      const changes = await use.client.rule.whatWouldChange({ matter: 'Open', asOf, relation, args })
      expect([relation, Array.isArray(changes)]).toEqual([relation, true])
    }
  })

  test('follows by the packs of two jurisdictions side by side: neither switches the other off', async () => {
    const folder = await writePack(use.folder, 'fever', FEVER_PACK, 'jurisdiction: Scotland\n')
    await use.client.pack.import({ folder })
    await newMatter('Both', 'limitation-demo', [...CLAIM])
    await use.client.pack.use({ matter: 'Both', pack: 'fever', on: true })
    await use.client.fact.setText({ matter: 'Both', text: 'temperature(anna, 39 °C)' })
    const { conclusions } = await use.client.rule.conclusions({ matter: 'Both', asOf: '2026-06-03' })
    const relations = conclusions.map(({ relation }) => relation)
    expect(relations).toEqual(expect.arrayContaining(['expires', 'fever', 'isolate']))
  })

  test('follows by the rules of its own law and of no certain one, once that is said, and what is left out is told', async () => {
    const asOf = '2026-06-03'
    const relations = async () => {
      const { conclusions, rulesNotUsed } = await use.client.rule.conclusions({ matter: 'Both', asOf })
      return [new Set(conclusions.map(({ relation }) => relation)), rulesNotUsed.map(messageText)] as const
    }
    const put = (jurisdiction: string | null) => use.client.pack.setJurisdiction({ matter: 'Both', jurisdiction })
    const { known } = await put('Scotland')
    expect(known).toEqual(expect.arrayContaining(['England and Wales', 'Scotland']))
    const [scots, told] = await relations()
    expect([scots.has('expires'), scots.has('fever')]).toEqual([false, true])
    expect(told).toEqual([expect.stringMatching(/is law of England and Wales; this matter is under Scotland/)])
    await put('england & Wales')
    const [english, others] = await relations()
    expect([english.has('expires'), english.has('fever')]).toEqual([true, false])
    expect(others).toEqual([expect.stringMatching(/law of Scotland; .*: its 2 rules are not used$/)])
    const { searched, sources } = await ask('Both', 'Does anna have a fever?', null)
    expect(sources.filter(({ kind }) => kind === 'conclusion')).toEqual([])
    expect(searched.rulesNotUsed.map(messageText)).toEqual(others)
    await use.client.pack.use({ matter: 'Both', pack: 'af-demo', on: true })
    const calculators = () => use.client.calculator.list({ matter: 'Both' })
    expect((await calculators()).map(({ pack }) => pack)).toContain('af-demo')
    const before = (await calculators()).length
    await put(null)
    expect((await relations())[1]).toEqual([])
    expect((await calculators()).length).toBeGreaterThanOrEqual(before)
    await use.client.pack.use({ matter: 'Both', pack: 'af-demo', on: false })
  })

  test('follows by the law of each place in a pack of several, until one is said: then by that, by its union and by none', async () => {
    const periods = ['starts_on(frcp, p, 2026-03-02)', 'lasts_days(frcp, p, 14 days)']
    const union = ['starts_on(eu, q, 2026-03-02)', 'lasts_days(eu, q, 14 days)', 'acts_in(q, germany)']
    await newMatter('Laws', 'legal-time', [...periods, ...union, 'begins_on(lease, 2020-11-26)'])
    const ends = async () => {
      const { conclusions, rulesNotUsed } = await use.client.rule.conclusions({ matter: 'Laws', asOf: '2026-06-03' })
      const all = new Set(conclusions.filter(({ holds }) => holds === 'yes').map(({ relation }) => relation))
      return [
        ['frcp_ends', 'eu_days_end', 'next_anniversary'].map((name) => all.has(name)),
        rulesNotUsed.map(messageText),
      ] as const
    }
    expect(await ends()).toEqual([[true, true, true], []])
    const { known } = await use.client.pack.setJurisdiction({ matter: 'Laws', jurisdiction: 'Germany' })
    expect(known).toEqual(expect.arrayContaining(['California', 'European Union', 'Germany', 'United States']))
    const [german, left] = await ends()
    expect(german).toEqual([false, true, true])
    const told = /^\d+ of the \d+ rules of "Legal time" are law of (.+) and not used: this matter is under Germany$/
    expect(left.map((sentence) => told.exec(sentence)?.[1]).toSorted()).toEqual([
      'California',
      'England and Wales',
      'United States',
    ])
    await use.client.pack.setJurisdiction({ matter: 'Laws', jurisdiction: 'California' })
    expect((await ends())[0]).toEqual([true, false, true])
  })

  test('says which facts contradict each other, in its summary and to who asks', async () => {
    await newMatter('Two days', 'limitation-demo', [...CLAIM, 'accrued(hollis, 2023-07-01)'])
    const { conclusions, conflicts } = await use.client.rule.conclusions({ matter: 'Two days', asOf: '2026-06-03' })
    expect(conflicts.length).toBeGreaterThan(0)
    const words = 'Recorded values conflict: '
    const expires = conclusions.find(({ relation }) => relation === 'expires')
    expect(expires).toMatchObject({ holds: 'unknown', summary: expect.stringContaining(words) })
    const { sources } = await ask('Two days', QUESTION, null)
    const told = sources.flatMap((source) => (source.kind === 'conclusion' ? headSentences(source) : []))
    expect(told.join(' ')).toContain(words)
    expect(told).not.toContain('It cannot be settled.')
  })

  test('names the weekends and holidays that moved a date', async () => {
    await newMatter('Post', 'limitation-demo', ['sent(notice, first_class_post, 2024-09-27)'])
    const { conclusions } = await use.client.rule.conclusions({ matter: 'Post', asOf: '2026-06-03' })
    const served = conclusions.find(({ relation }) => relation === 'first_served')
    expect(served).toMatchObject({
      args: ['notice', '2024-10-01'],
      skipped: [{ from: '2024-09-28', to: '2024-09-29', name: 'weekend' }],
    })
    expect(JSON.stringify(served?.proof)).toContain('not counting 2024-09-28 to 2024-09-29 (weekend)')
  })

  test('says in a proof what is recorded as no as not so, never as if it were', async () => {
    const { id } = await use.client.fact.setText({ matter: 'Ward', text: 'no has(anna, heart_failure)' })
    const { conclusions } = await use.client.rule.conclusions({ matter: 'Ward', asOf: '2026-06-03' })
    await use.client.fact.unset({ matter: 'Ward', fact: id })
    const score = JSON.stringify(conclusions.find(({ relation }) => relation === 'cha2ds2vasc')?.proof)
    const steps = [...score.matchAll(/"kind":"recorded-absent","sentence":"([^"]+)","facts":\["([^"]+)"\]/g)]
    expect(steps.map(([, sentence, fact]) => [sentence, fact])).toEqual([['anna has no heart failure', id]])
  })

  test('is open where something decides it, asks for that, and is settled by the answer', async () => {
    const open = (await use.client.rule.conclusions({ matter: 'Ward', asOf: '2026-06-03' })).conclusions
    const before = open.find(({ relation }) => relation === 'recommend')
    expect(before).toMatchObject({ holds: 'unknown', args: ['anna', 'oral_anticoagulation'] })
    expect(before?.missing[0]).toMatchObject({ question: 'Does anna have active bleeding?', decides: true })
    const { id } = await use.client.fact.setText({ matter: 'Ward', text: 'no has(anna, active_bleeding)' })
    const after = (await use.client.rule.conclusions({ matter: 'Ward', asOf: '2026-06-03' })).conclusions
    expect(after.find(({ relation }) => relation === 'recommend')).toMatchObject({ holds: 'yes' })
    const goal = { matter: 'Ward', asOf: '2026-06-03', relation: 'recommend', args: ['anna', 'oral_anticoagulation'] }
    const changes = await use.client.rule.whatWouldChange(goal)
    expect(changes.map(({ change }) => change)).toContain('anna has active bleeding')
    await use.client.fact.unset({ matter: 'Ward', fact: id })
  })

  test('ranks candidates by their weight', async () => {
    await newMatter('Breathless', 'af-demo', [
      'presents(bo, breathlessness)',
      'shows(bo, swollen_leg)',
      'shows(bo, sudden_onset)',
      ...[
        'fever',
        'purulent_sputum',
        'crackles_one_side',
        'pleuritic_pain',
        'orthopnoea',
        'raised_jvp',
        'both_ankles_swollen',
        'haemoptysis',
        'recent_surgery',
      ].map((finding) => `no shows(bo, ${finding})`),
      'no has(bo, heart_failure)',
      'no has(bo, af)',
    ])
    const { conclusions } = await use.client.rule.conclusions({ matter: 'Breathless' })
    const candidates = conclusions.filter(({ relation }) => relation === 'candidate')
    expect(candidates.map(({ args, rank }) => [args[1], rank])).toEqual([
      ['pulmonary_embolism', '5'],
      ['acute_heart_failure', '0'],
      ['pneumonia', '0'],
    ])
  })

  test('is evidence for a question that asks for it, marked R1, before any passage, and is kept with its proof', async () => {
    const answer = await ask('Hollis', QUESTION, null)
    expect(answer.state).toBe('extractive')
    const [source] = answer.sources
    if (source?.kind !== 'conclusion') throw new Error('Expected a conclusion.')
    expect(source).toMatchObject({ source: 'R1', rule: 'limitation', holds: 'yes' })
    expect(source.proof.grounds[0]?.steps.length).toBeGreaterThan(2)
    expect(answer.knowledge.rules).toContain('limitation')
    await use.restart()
    expect(answer).toMatchObject(await use.client.answer.get({ matter: 'Hollis', answerId: answer.answerId }))
    const entry = (await use.client.ledger.list({ matter: 'Hollis' })).findLast(({ kind }) => kind === 'question-asked')
    expect(JSON.stringify(entry?.data)).toContain('"rule":"limitation"')
    expect(JSON.stringify(entry?.data)).not.toContain('2026-06-20')
  })

  test.each([
    ['another question', 'Who is the landlord?', {}],
    ['rules switched off', QUESTION, { rules: 'off' }],
    ['a closed book', QUESTION, { closedBook: true }],
  ])('is left out for %s', async (_, question, more) => {
    const { sources, knowledge } = await ask('Hollis', question, 'It ends on 2026-06-20 [R1].', more)
    expect(sources.filter(({ kind }) => kind === 'conclusion')).toEqual([])
    expect(knowledge.rules).toEqual([])
  })

  test('is told in the words of the pack before a model is loaded, which is not asked where no passage was found', async () => {
    const model = createScriptedModel({ says: ['It ends some day [R1].'] })
    const input = { matter: 'Hollis', question: QUESTION }
    const events = await Array.fromAsync(await use.withModel(model).answer.ask(input))
    const answer = endOf(events)
    expect(answer).toMatchObject({
      state: 'answered',
      claims: [{ verdict: 'computed', citations: [{ source: 'R1' }] }],
    })
    expect(answer.answer).toBe('The limitation period in hollis ends on 2026-06-20, 3 years from 2023-06-20. [R1]')
    expect(model.asked).toEqual([])
  })

  test('is what the model goes on from, which is shown passages alone and may add nothing', async () => {
    const model = createScriptedModel({ says: ['\nThe roof was repaired in May 2024 [S1].'] })
    const events = await Array.fromAsync(await use.withModel(model).answer.ask({ matter: 'Roof', question: QUESTION }))
    const kinds = events.map(({ type }) => type)
    expect(kinds.indexOf('claim')).toBeLessThan(kinds.indexOf('model-loading'))
    const answer = endOf(events)
    expect(answer.claims.map(({ verdict, differsFrom }) => [verdict, differsFrom])).toEqual([
      ['computed', []],
      ['verbatim', []],
    ])
    expect(answer.state).toBe('answered')
    const [request] = model.asked
    expect(request?.turns.at(-1)).toEqual({ role: 'assistant', text: expect.stringContaining('ends on 2026-06-20') })
    expect(request?.turns.at(-2)?.text).not.toContain('[R1]')
    expect(request?.grammar).toContain('root ::= (separator claim)')
    expect(request?.grammar).not.toContain('R1')
  })

  test.each([
    ['stands in a document', 'The limitation period ends on 2 July 2027 [S1].', 'verbatim'],
    ['stands nowhere', 'The limitation period ends in May 2024 [S1].', 'unsupported'],
  ])('marks a sentence with another day for the same thing that %s', async (_, says, verdict) => {
    const answer = await ask('Roof', QUESTION, `\n${says}`)
    expect(answer.claims[1]).toMatchObject({ verdict, differsFrom: ['R1'] })
    expect(answer.state).toBe('answered-in-part')
  })

  test('holds sentences against it whatever those are called whom it is about', async () => {
    const facts = CLAIM.map((fact) => fact.replace('hollis', 'claim'))
    await newMatter('Named claim', 'limitation-demo', facts)
    const paths = [await use.write('reply.txt', 'The limitation period ends on 2 July 2027.')]
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'Named claim', paths }))
    const { claims } = await ask('Named claim', QUESTION, '\nThe limitation period ends on 2 July 2027 [S1].')
    expect(claims[1]).toMatchObject({ differsFrom: ['R1'] })
  })

  test('keeps what of a closed list its phrases name', async () => {
    const sources = (await ask('Kidneys', 'What dose of enoxaparin does anna need?', null)).sources
    const dose = sources.find((one) => one.kind === 'conclusion' && one.relation === 'dose')
    expect(dose).toMatchObject({ names: ['enoxaparin'] })
  })

  test('leaves a sentence with a bound for the same thing as it is', async () => {
    const bound = 'Enoxaparin is given once daily where the creatinine clearance is below 30 mL/min'
    const paths = [await use.write('guideline.txt', `${bound}.`)]
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'Kidneys', paths }))
    const answer = await ask('Kidneys', 'What is the creatinine clearance of anna?', `\n${bound} [S1].`)
    expect(answer.claims[0]).toMatchObject({ verdict: 'computed', text: expect.stringContaining('mL/min') })
    expect(answer.claims[1]).toMatchObject({ verdict: 'verbatim', differsFrom: [], disagreesWith: [] })
    expect(answer.state).toBe('answered')
  })

  test('takes back the words of its proof that come under the mark of a passage', async () => {
    const { claims, state } = await ask('Roof', QUESTION, '\nThe cause of action in hollis accrued on 2023-06-20 [S1].')
    expect(claims[1]).toMatchObject({ verdict: 'computed', citations: [{ source: 'R1', rule: 'limitation' }] })
    expect(state).toBe('answered')
  })

  test.each([
    ['another day', 'The limitation period in hollis ends on 20 June 2027 [R1].', ['20 June 2027']],
    ['a denial', 'The limitation period in hollis does not end on 20 June 2026 [R1].', []],
  ])('worded with %s is unsupported', async (_, says, absent) => {
    const answer = await ask('Roof', QUESTION, `\n${says}`)
    expect(answer.claims[0]).toMatchObject({ verdict: 'computed' })
    expect(answer.claims[1]).toMatchObject({ verdict: 'unsupported', absent })
    expect(answer.state).toBe('answered-in-part')
  })

  test('that is open is said to be open, and what is missing is asked for', async () => {
    const answer = await ask('Ward', 'Should anna be anticoagulated?', 'Nothing.')
    expect(answer.answer).toMatch(/^Open: .*\. \[R1\]/)
    expect(answer.answer).toContain('Does anna have active bleeding? [R1]')
    expect(answer.claims.every(({ verdict }) => verdict === 'computed')).toBe(true)
  })

  test('is told with the others that the question asks for as well, and the rest are counted', async () => {
    const taken = ['warfarin', 'apixaban', 'ibuprofen', 'naproxen', 'aspirin', 'clarithromycin']
    await newMatter('Medicines', 'af-demo', [...PATIENT.slice(0, 2), ...taken.map((drug) => `takes(anna, ${drug})`)])
    const input = { matter: 'Medicines', asOf: '2026-06-03' }
    const all = (await use.client.rule.conclusions(input)).conclusions.filter(
      ({ relation }) => relation === 'interaction',
    )
    const answer = await ask('Medicines', 'Do the medicines of anna interact?', 'Nothing.')
    const shown = answer.sources.filter((one) => one.kind === 'conclusion' && one.relation === 'interaction')
    expect(shown.length).toBeGreaterThan(3)
    for (const { source } of shown) expect(answer.answer).toContain(`[${source}]`)
    expect(shown.length + answer.searched.conclusionsLeftOut).toBe(all.length)
    const exported = await use.client.answer.export({ matter: 'Medicines', answerIds: [answer.answerId], format: 'md' })
    expect(await exported.file.text()).toContain(`${answer.searched.conclusionsLeftOut} more conclusions`)
  })

  test('is asked as of a chosen day, which the answer, its follow-ups and its export keep', async () => {
    const asOf = '2024-02-29'
    const daysOf = ({ sources }: Answer) => sources.flatMap((one) => (one.kind === 'conclusion' ? one.asOf : []))
    const first = await ask('Hollis', QUESTION, null, { asOf })
    expect([first.asOf, ...daysOf(first)]).toEqual([asOf, asOf])
    const second = await ask('Hollis', QUESTION, null, { follows: first.answerId })
    expect([second.asOf, ...new Set(daysOf(second))]).toEqual([asOf, asOf])
    const third = await ask('Hollis', QUESTION, null, { follows: second.answerId, asOf: '2025-01-01' })
    expect(daysOf(third)).toContain('2025-01-01')
    const plain = await ask('Hollis', QUESTION, null)
    expect(plain.asOf).toBeNull()
    expect(daysOf(plain)).not.toContain(asOf)
    const answerIds = [first.answerId]
    const { file } = await use.client.answer.export({ matter: 'Hollis', answerIds, format: 'md' })
    expect(await file.text()).toMatch(/Rules as of 29 February 2024\.[^]*29 February 2024, chosen with the question/)
    await expect(ask('Hollis', QUESTION, null, { asOf: '2024-02-30' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('is printed with its proof in every export', async () => {
    const { answerId } = await ask('Hollis', QUESTION, 'The limitation period in hollis ends on 20 June 2026 [R1].')
    const exported = (format: 'md' | 'docx' | 'pdf') =>
      use.client.answer.export({ matter: 'Hollis', answerIds: [answerId], format })
    const markdown = await (await exported('md')).file.text()
    expect(markdown).toContain('## Computed by rules')
    expect(markdown).toMatch(/\*\*R1\*\* The limitation period in hollis ends on 20 June 2026/)
    expect(markdown).toContain('These are sample rules: no clinician or lawyer has reviewed them.')
    for (const format of ['docx', 'pdf'] as const) expect((await exported(format)).file.size).toBeGreaterThan(2000)
  })
})
