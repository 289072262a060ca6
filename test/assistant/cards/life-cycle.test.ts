import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardFromMistake } from '../../../assistant/learning/card-from-mistake.ts'
import type { Answer, AskInput } from '../../../contract/answers/answer.ts'
import type { Card } from '../../../contract/knowledge/card.ts'
import type { AssistantClient } from '../../../contract/index.ts'
import type { Turn } from '../../../models/language-model.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const LEASE = [
  'Lease of the shop to Larkspur Bakery.',
  'A notice sent by first class post is deemed received on the second working day after posting.',
  'The notice of Larkspur Bakery was posted on 19 September 2025.',
].join('\n\n')
const QUESTION = 'When is a notice by first class post deemed received?'
const RIGHT = 'It is deemed received on the second working day after posting [S1].'
const WRONG = 'The notice was posted on 19 September 2025 [S1].'
const EXPECTED = 'On the second working day after posting.'
const LESSON = 'Look for the clause that fixes receipt, and take the day that it gives for the way of sending.'

/** Wrong by itself, right with the lesson, and unsure of the first words. */
const says = (turns: readonly Turn[]) => {
  const last = turns.at(-1)?.text ?? ''
  if (last.includes('Stop at the posting')) return WRONG
  return last.includes('fixes receipt') ? RIGHT : WRONG
}
const STUDENT = () => createScriptedModel({ says, top: [0.5, 0.3] })

describe('the life of a card', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  let client: AssistantClient
  const ask = async (input: Partial<AskInput> = {}): Promise<Answer> => {
    for await (const event of await client.answer.ask({ matter: 'Lease', question: QUESTION, ...input }))
      if (event.type === 'answer-end') return event
    throw new Error('Expected an answer.')
  }
  const run = async (card: string, file: string | null = null) => {
    const questions = file === null ? null : { path: file, matter: 'Lease' }
    const events = await Array.fromAsync(await client.card.test({ card, questions }))
    const last = events.at(-1)
    if (last?.type !== 'testing-end') throw new Error('Expected the end of the test.')
    return last.card
  }
  const edit = async (card: Card, text: Partial<Card>) =>
    client.card.save({ card: card.card, text: { ...card, ...text } })
  const state = { card: '' }
  const found = () => client.card.get({ card: state.card })
  const kinds = async (matter: string | null = null) =>
    (await use.client.ledger.list({ matter })).map(({ kind }) => kind)

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    client = use.withModel(STUDENT())
    await client.application.changeSettings({ userName: 'E. Vale' })
    await client.matter.create({ name: 'Lease' })
    const path = await use.write('lease.txt', LEASE)
    await Array.fromAsync(await client.library.addPaths({ matter: 'Lease', paths: [path] }))
  })
  afterAll(() => life.disposeAsync())

  test('begins with a wrong answer: the question and what is right stay in the matter', async () => {
    const wrong = await ask()
    expect(wrong.answer).toBe(WRONG)
    expect(wrong.knowledge).toEqual({ gate: 'off', margin: null, cards: [], rules: [], judged: {} })
    const card = await client.card.correct({
      matter: 'Lease',
      answerId: wrong.answerId,
      expected: EXPECTED,
      mistake: 'comprehension',
    })
    state.card = card.card
    expect(card).toMatchObject({
      status: 'draft',
      summary: '',
      trigger: QUESTION,
      student: { id: 'scripted' },
      teacher: 'E. Vale',
      origin: { kind: 'correction' },
    })
    expect(JSON.stringify(card)).not.toContain('second working day')
    const [correction] = await client.card.corrections({ matter: 'Lease' })
    expect(correction).toMatchObject({ question: QUESTION, wrong: WRONG, expected: EXPECTED, answerId: wrong.answerId })
    expect(await kinds('Lease')).toContain('answer-corrected')
  })

  test('is not used, and cannot be approved, while it is a draft', async () => {
    expect((await ask()).knowledge.cards).toEqual([])
    expect(await codeOf(() => client.card.approve({ card: state.card, by: 'E. Vale' }))).toBe('WRONG_USE')
    const empty = await run(state.card)
    expect(empty).toMatchObject({ status: 'draft', test: { passed: false, question: null } })
    expect(empty.test?.lint).toEqual([expect.stringContaining('learning summary is empty')])
  })

  test('fails its test while its question is still wrong with it, or names somebody', async () => {
    const useless = await edit(await found(), { summary: 'Read the contract twice before you answer.' })
    expect(useless).toMatchObject({ version: 2, status: 'draft' })
    const failed = await run(state.card)
    expect(failed.test).toMatchObject({
      passed: false,
      question: { rightBefore: false, rightAfter: false, isGiven: true },
    })
    expect(await codeOf(() => client.card.approve({ card: state.card, by: 'E. Vale' }))).toBe('WRONG_USE')
    await edit(failed, { summary: `${LESSON} Larkspur Bakery missed it.` })
    expect((await run(state.card)).test?.lint).toEqual([expect.stringContaining('Larkspur')])
  })

  test('fails its test where its own question does not find it', async () => {
    await edit(await found(), { summary: LESSON, trigger: 'What is the dose in renal impairment?' })
    const { test: result } = await run(state.card)
    expect(result).toMatchObject({ passed: false, question: { isGiven: false, rightAfter: false } })
  })

  test('is tested once its question is right with it, and approved by a name', async () => {
    await edit(await found(), { summary: LESSON, trigger: QUESTION, domain: 'notices' })
    const tested = await run(state.card)
    expect(tested).toMatchObject({
      status: 'tested',
      test: { passed: true, lint: [], question: { rightBefore: false, rightAfter: true, margin: expect.closeTo(0.2) } },
    })
    expect(await codeOf(() => client.card.approve({ card: state.card, by: '  ' }))).toBe('BAD_REQUEST')
    const approved = await client.card.approve({ card: state.card, by: 'E. Vale' })
    expect(approved).toMatchObject({ status: 'approved', approvedBy: 'E. Vale' })
    // Tests leave no answers and no entries of their own in the matter.
    expect(await client.answer.list({ matter: 'Lease' })).toHaveLength(2)
  })

  test('is used for an unsure model, shown as used, and counted; never for one that is sure, or that may not', async () => {
    const helped = await ask()
    expect(helped.answer).toBe(RIGHT)
    expect(helped.knowledge).toMatchObject({ gate: 'used', cards: [state.card] })
    expect(helped.sources.at(-1)).toMatchObject({ kind: 'card', source: 'K1', card: state.card })
    expect(helped.tokens.calls).toBe(2)
    expect((await found()).retrieved).toBe(1)
    const off = await ask({ cards: 'off' })
    expect([off.answer, off.knowledge.gate]).toEqual([WRONG, 'off'])
    await client.card.setGate({ sha256: 'scripted', threshold: 0.1, source: 'a test' })
    const sure = await ask()
    expect([sure.answer, sure.knowledge.gate, sure.tokens.calls]).toEqual([WRONG, 'skipped', 1])
    expect((await ask({ cards: 'always' })).knowledge).toMatchObject({ gate: 'off', cards: [state.card] })
    await client.card.setGate({ sha256: 'scripted', threshold: 0.68, source: 'a test' })
    expect((await found()).retrieved).toBe(2)
    const [entry] = (await use.client.ledger.list({ matter: 'Lease' })).filter(({ data }) =>
      JSON.stringify(data).includes('"K1"'),
    )
    expect(entry?.data).toMatchObject({ sources: [{}, { card: state.card }] })
    expect(JSON.stringify(await use.client.ledger.list({ matter: null }))).not.toContain('clause')
  })

  test('is not found in a matter of another domain', async () => {
    await client.card.changeScope({ matter: 'Lease', domains: ['cardiology'] })
    expect((await ask()).knowledge.cards).toEqual([])
    expect(await client.card.changeScope({ matter: 'Lease', domains: null })).toEqual({
      domains: null,
      jurisdictions: null,
    })
  })

  test('keeps another card from being approved that makes its question wrong', async () => {
    const card = await client.card.create({
      ...(await found()),
      title: 'A rival',
      summary: 'Stop at the posting of the notice.',
      trigger: `${QUESTION}`,
      always: true,
      about: { matter: 'Lease', question: 'When was the notice posted?', expected: '19 September 2025' },
    })
    const { test: result } = await run(card.card)
    expect(result).toMatchObject({
      passed: false,
      regression: { questions: 1, asked: 1, rightBefore: 1, rightAfter: 0 },
    })
  })

  test('keeps a card from being approved that makes one question right and another wrong, and names that one', async () => {
    const file = join(use.folder, 'exchange.jsonl')
    const posted = { question: 'When is a notice by first class post deemed posted?', answer: '19 September 2025' }
    await writeFile(file, `${JSON.stringify(posted)}\n`)
    const card = await client.card.create({
      ...(await found()),
      title: 'An exchange',
      summary: 'Stop at the posting of the notice.',
      trigger: QUESTION,
      always: true,
    })
    const { test: result } = await run(card.card, file)
    const from = `that of “${(await found()).title}”`
    expect(result).toMatchObject({
      passed: false,
      question: null,
      regression: { questions: 2, asked: 2, rightBefore: 1, rightAfter: 1, broken: [from] },
    })
    expect(result?.remarks.join(' ')).toContain(from)
  })

  test('fails its test where an approved card fits its question better, and says which', async () => {
    const card = await client.card.create({
      ...(await found()),
      title: 'In the shade',
      summary: 'Stop at the posting of the notice.',
      trigger: 'When is a notice deemed posted?',
      about: {
        matter: 'Lease',
        question: 'When is a notice by first class post deemed posted?',
        expected: '19 September 2025',
      },
    })
    const { test: result } = await run(card.card)
    expect(result).toMatchObject({ passed: false, question: { rightBefore: false, rightAfter: false, isGiven: false } })
    expect(result?.remarks.join(' ')).toContain(`finds “${(await found()).title}” instead`)
  })

  test('asks only those questions of a set again that would get other cards', async () => {
    const file = join(use.folder, 'set.jsonl')
    await writeFile(file, `\uFEFF${JSON.stringify({ question: 'Who is the tenant?', answer: 'Larkspur Bakery' })}\n`)
    const card = await client.card.create({
      ...(await found()),
      title: 'Apart',
      trigger: 'What is the dose of apixaban?',
    })
    expect((await run(card.card, file)).test).toMatchObject({
      passed: true,
      question: null,
      regression: { questions: 2, asked: 0 },
      remarks: [expect.stringContaining('comes from no mistake')],
    })
  })

  test('tested with another file of the model that made the mistake, or another model, says with which', async () => {
    const { answerId } = await ask({ cards: 'off' })
    const wrong = { matter: 'Lease', answerId, expected: EXPECTED, mistake: 'comprehension' as const }
    const begun = await client.card.correct(wrong)
    const card = await edit(begun, { title: 'Another file', summary: LESSON })
    const remarksWith = async (info: object) => {
      const model = STUDENT()
      const other = use.withModel({ ...model, info: { ...model.info, ...info } })
      const last = (await Array.fromAsync(await other.card.test({ card: card.card }))).at(-1)
      return last?.type === 'testing-end' ? (last.card.test?.remarks.join(' ') ?? '') : ''
    }
    expect(await remarksWith({})).not.toContain('made by')
    expect(await remarksWith({ sha256: 'with-adapter' })).toContain(
      'The mistake was made by scripted; it was tested with another adapter or file of it.',
    )
    expect(await remarksWith({ id: 'larger', sha256: 'larger' })).toContain(
      'Tested with larger; the mistake was made by scripted, which is not installed.',
    )
    await client.card.retire({ card: card.card })
  })

  test('keeps no result of a test during which it was retired', async () => {
    const card = await client.card.create({ ...(await found()), title: 'Given up', trigger: 'What is the dose?' })
    const events = await client.card.test({ card: card.card })
    const testing = (async () => {
      for await (const { type } of events)
        if (type === 'testing-progress') await client.card.retire({ card: card.card })
    })()
    await expect(testing).rejects.toThrow('while it was tested')
    expect(await client.card.get({ card: card.card })).toMatchObject({ status: 'retired', test: null })
  })

  test('counts harm for ever, goes back to draft by it, and a judgement counts once', async () => {
    const answer = (await client.answer.list({ matter: 'Lease' })).find(({ knowledge }) => knowledge.gate === 'used')
    const judged = { matter: 'Lease', answerId: answer?.answerId ?? '', card: state.card, effect: 'hurt' as const }
    expect(await client.card.judge(judged)).toMatchObject({ status: 'draft', sentBack: true, hurt: 1, helped: 0 })
    expect(await codeOf(() => client.card.judge({ ...judged, effect: 'helped' }))).toBe('WRONG_USE')
    expect((await ask()).knowledge.cards).toEqual([])
    await run(state.card)
    expect(await client.card.approve({ card: state.card, by: 'E. Vale' })).toMatchObject({ hurt: 1, sentBack: false })
    await use.restart()
    client = use.withModel(STUDENT())
    expect(await found()).toMatchObject({ hurt: 1, retrieved: 2 })
  })

  test('counts the harm of an earlier version, and stays in use with the text that did none', async () => {
    const text = { ...(await found()), trigger: `${QUESTION} ` }
    const created = await client.card.create({ ...text, title: 'Twice written', always: true })
    await run(created.card)
    await client.card.approve({ card: created.card, by: 'E. Vale' })
    const { answerId, knowledge } = await ask()
    expect(knowledge.cards).toContain(created.card)
    await edit(created, { title: 'Written anew' })
    await run(created.card)
    await client.card.approve({ card: created.card, by: 'E. Vale' })
    const judged = { matter: 'Lease', answerId, card: created.card, effect: 'hurt' as const }
    expect(await client.card.judge(judged)).toMatchObject({ status: 'approved', sentBack: false, hurt: 1, version: 2 })
    await client.card.retire({ card: created.card })
  })

  test('is no example to train a model with while it is not approved, and what is left out is named', async () => {
    const path = join(use.folder, 'approved.jsonl')
    const all = await client.card.list()
    const approved = all.filter(({ status }) => status === 'approved')
    const exported = await client.card.export({ path, format: 'chat' })
    expect(approved.map(({ card }) => card)).toContain(state.card)
    expect(exported.cards).toBe(approved.length)
    expect(exported.leftOut).toHaveLength(all.length - approved.length)
    const named = exported.leftOut.map(({ title, status }) => `${title}, ${status}`)
    expect(named).toEqual(expect.arrayContaining(['Written anew, retired', 'A rival, draft', 'Apart, tested']))
    expect(await readFile(path, 'utf8')).not.toContain('Stop at the posting')
    // As text they all go out: they come back as drafts.
    const yaml = await client.card.export({ path: join(use.folder, 'all'), format: 'yaml' })
    expect([yaml.cards, yaml.leftOut]).toEqual([all.length, []])
  })

  test('goes out as text and comes back as a draft, with its counts; corrections go out only when asked for', async () => {
    const folder = join(use.folder, 'out')
    await client.card.export({ path: folder, format: 'yaml', cards: [state.card] })
    const file = join(folder, `${state.card}.yaml`)
    const yaml = await readFile(file, 'utf8')
    expect(yaml).toContain(LESSON.slice(0, 40))
    expect(yaml).not.toContain('second working day')
    const alpaca = join(use.folder, 'train.jsonl')
    const without = await client.card.export({ path: alpaca, format: 'alpaca', cards: [state.card] })
    expect(without).toMatchObject({ cards: 1, leftOut: [], corrections: 0 })
    expect(await readFile(alpaca, 'utf8')).not.toContain('second working day')
    await writeFile(file, yaml.replace('take the day', 'take that day'))
    const [taken] = await client.card.import({ path: folder })
    expect(taken).toMatchObject({ card: state.card, status: 'draft', hurt: 1 })
    const chat = join(use.folder, 'chat.jsonl')
    await client.card.export({ path: chat, format: 'chat', cards: [], matter: 'Lease' })
    const [line] = (await readFile(chat, 'utf8'))
      .split('\n')
      .map((text) => (text ? (JSON.parse(text) as object) : null))
    expect(line).toMatchObject({
      messages: [{ role: 'system' }, { role: 'user' }, { role: 'assistant', content: EXPECTED }],
    })
    expect(await codeOf(() => client.card.export({ path: chat, format: 'chat' }))).toBe('ALREADY_EXISTS')
  })

  test('has its parts written by a larger model that is told of the mistake without names, and keeps nothing of it', async () => {
    const matter = await use.assistant.matters.open('Lease')
    const item = {
      question: 'When did Larkspur Bakery post it?',
      wrong: 'On 3 May 2021.',
      expected: 'On 19 September 2025.',
    }
    const made = await cardFromMistake(
      { matter, from: 'evaluation', answerId: null, student: null, mistake: 'comprehension', ...item },
      use.assistant,
    )
    const written = { summary: 'Look for the stamp of the post.', knowledge: ['A stamp shows the day of posting.'] }
    const teacher = createScriptedModel({ says: [JSON.stringify(written)] })
    const parts = await use.withModel(teacher).card.write({ card: made.card, model: 'larger' })
    expect(parts).toMatchObject({
      summary: written.summary,
      knowledge: [{ text: written.knowledge[0] }],
      teacher: 'larger',
    })
    const told = teacher.asked[0]?.turns.at(-1)?.text ?? ''
    expect(told).not.toMatch(/Larkspur|2021|2025/)
    expect(new Set(told.match(/\[DATE-\d+/g)).size).toBe(2)
    expect((await client.card.get({ card: made.card })).summary).toBe('')
    expect(await client.card.teacher({ card: made.card })).toEqual({ model: null })
    const mute = createScriptedModel({ says: ['I cannot'] })
    expect(await codeOf(() => use.withModel(mute).card.write({ card: made.card, model: 'larger' }))).toBe('WRONG_USE')
  })

  test('outlives its matter, but can no longer be tested, and that is said', async () => {
    await client.matter.delete({ matter: 'Lease' })
    const events = client.card.test({ card: state.card }).then((stream) => Array.fromAsync(stream))
    await expect(events).rejects.toThrow('can no longer be run')
    expect(await found()).toMatchObject({ summary: expect.stringContaining('fixes receipt') })
    const retired = await client.card.retire({ card: state.card })
    expect([retired.status, retired.hurt]).toEqual(['retired', 1])
    expect(await kinds()).toEqual(
      expect.arrayContaining(['card-created', 'card-tested', 'card-approved', 'card-hurt', 'card-retired']),
    )
  })
})
