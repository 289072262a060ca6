import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepSettings } from '../../../assistant/answers/answer-settings.ts'
import { USUAL_SETTINGS } from '../../../contract/evaluation/answer-setting-words.ts'
import { keepStrategy } from '../../../assistant/answers/strategy-choice.ts'
import { keepCard } from '../../../assistant/cards/card-rows.ts'
import { calibrate } from '../../../assistant/confidence/calibrate.ts'
import { evaluationPlace } from '../../../assistant/questions/evaluation-place.ts'
import { knownAnswers } from '../../../assistant/evaluation/metrics/summarise-run.ts'
import { questionKey } from '../../../assistant/questions/question-key.ts'
import { findSet, listSets } from '../../../assistant/questions/question-set.ts'
import type { EvaluationRun, RunSettings } from '../../../contract/evaluation/evaluation.ts'
import type { AssistantClient } from '../../../contract/index.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { aCard } from '../cards/a-card.ts'
import { inventRows } from './invented-rows.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { message } from '../../../wording/message.ts'

const MATTER = 'Lease of 7 Mill Lane'
const SETTINGS: RunSettings = {
  passages: 'on',
  rules: 'on',
  cards: 'on',
  options: 'shown',
  sample: null,
  seed: 0,
  model: null,
}
const LEASE = [
  'The rent of 7 Mill Lane is 24,000 pounds a year. It is paid in four instalments, each in advance.',
  'The deposit of 7 Mill Lane is 3,000 pounds. It is held by the agent until the lease has ended.',
  'The landlord repairs the roof of the house. The tenant repairs the windows and the doors of it.',
].join('\n\n')

let use: WholeAssistant
let client: AssistantClient

/** Says the same sentence to every question; proposals are written in their own form. */
const model = (wordMs?: number) =>
  createScriptedModel({
    wordMs,
    says: (turns) =>
      turns[0]?.text.startsWith('You write one question')
        ? 'Question: What is the deposit of the house?\nAnswer: 3,000 pounds'
        : 'The rent of 7 Mill Lane is 24,000 pounds a year [S1].',
  })

beforeAll(async () => {
  use = await wholeAssistant()
  await use.client.home.create({ passphrase: null })
  client = use.withModel(model())
  await client.matter.create({ name: MATTER })
  const file = await use.write('lease.txt', LEASE)
  for await (const _ of await client.library.addPaths({ matter: MATTER, paths: [file] }));
})
afterAll(() => use[Symbol.asyncDispose]())

/** Begins a run for each of the settings; gives their ids. */
async function begin(set: string, matter: string | null, ...settings: readonly RunSettings[]): Promise<string[]> {
  const begun = await client.evaluation.start({ matter, set, settings: [...settings] })
  return begun.map(({ run }) => run)
}

async function ended(assistant: AssistantClient, matter: string | null, run: string): Promise<EvaluationRun> {
  for (;;) {
    const found = (await assistant.evaluation.runs({ matter })).find((one) => one.run === run)
    if (!found) throw new Error('Expected the run.')
    if (found.state !== 'running' && found.state !== 'waiting') return found
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function confidence() {
  const input = { matter: MATTER, question: 'What is the rent of 7 Mill Lane, lease 99?' }
  const last = (await Array.fromAsync(await client.answer.ask(input))).at(-1)
  if (last?.type !== 'answer-end' || !last.confidence) throw new Error('Expected an answer.')
  return last.confidence
}

const lines = (...questions: readonly object[]) => questions.map((one) => `${JSON.stringify(one)}\n`).join('')
const RENT = { id: 'rent', question: 'What is the rent of 7 Mill Lane?', answer: '24,000 pounds a year' }
const DEPOSIT = { id: 'deposit', question: 'What is the deposit of 7 Mill Lane?', answer: '3,000 pounds' }
const NOBODY = { id: 'nobody', question: 'Who vaccinated the xylophone?', answerable: false }

describe('a question set', () => {
  test('of a file is kept in the matter, one with documents of its own with the application', async () => {
    const file = await use.write('own.jsonl', lines(RENT, DEPOSIT, NOBODY))
    const own = await client.evaluation.importSet({ matter: MATTER, path: file })
    expect(own).toMatchObject({ name: 'own', documents: 'matter', questions: 3, unanswerable: 1, origin: 'imported' })
    expect(own.matter).not.toBeNull()
    const folder = join(use.folder, 'public')
    await mkdir(join(folder, 'docs'), { recursive: true })
    await writeFile(join(folder, 'docs', 'act.txt'), 'The limit is six years from the breach of the contract.')
    await writeFile(join(folder, 'questions.csv'), 'id,question,answer\n1,What is the limit?,six years\n')
    const shared = await client.evaluation.importSet({ matter: MATTER, path: folder })
    expect(shared).toMatchObject({ name: 'public', documents: 'folder', matter: null, questions: 1 })
    const other = await client.matter.create({ name: 'Another' })
    const names = async (matter: string) => (await client.evaluation.sets({ matter })).map(({ name }) => name)
    expect(await names(MATTER)).toEqual(expect.arrayContaining(['own', 'public']))
    expect(await names(other.id)).not.toContain('own')
    // Some with passages of their own, some without: what the others ask of the matter would not be found.
    const mixed = await use.write('mixed.jsonl', lines(RENT, { ...DEPOSIT, context: 'The deposit is 3,000 pounds.' }))
    const taken = client.evaluation.importSet({ matter: MATTER, path: mixed })
    await expect(taken).rejects.toThrow('1 of 2 questions (the first is rent) have no passages of their own')
    // What asks about a matter's documents has no place outside it.
    expect(await codeOf(() => client.evaluation.importSet({ matter: null, path: file }))).toBe('WRONG_USE')
    expect(await codeOf(() => client.evaluation.importSet({ matter: null, path: '/nowhere' }))).toBe('NOT_FOUND')
    const change = { matter: null, set: shared.set, question: { id: '2', question: 'More?', answer: 'yes' } }
    expect(await codeOf(() => client.evaluation.saveQuestion(change))).toBe('WRONG_USE')
  })

  test('is built from the matter: proposals wait for a yes, with the sentence that holds the answer', async () => {
    const { set } = await client.evaluation.createSet({ matter: MATTER, name: 'Built' })
    const events = await Array.fromAsync(await client.evaluation.propose({ matter: MATTER, set, count: 2 }))
    expect(events.at(-1)).toMatchObject({ type: 'proposal-end', proposed: 1 })
    const [proposed] = await client.evaluation.questions({ matter: MATTER, set })
    if (!proposed) throw new Error('Expected a question.')
    expect(proposed).toMatchObject({
      state: 'proposed',
      answer: '3,000 pounds',
      question: expect.stringContaining('deposit'),
    })
    const [span] = proposed.goldSpans
    expect(LEASE.slice(span?.start, span?.end)).toBe('The deposit of 7 Mill Lane is 3,000 pounds.')
    const rowOf = async () => (await client.evaluation.sets({ matter: MATTER })).find((one) => one.set === set)
    expect(await rowOf()).toMatchObject({ questions: 0, proposed: 1 })
    const question = { ...proposed, question: 'How much is the deposit?' }
    await client.evaluation.saveQuestion({ matter: MATTER, set, question })
    expect(await rowOf()).toMatchObject({ questions: 1, proposed: 0 })
    const outside = { ...question, goldSpans: [{ doc: 'lease.txt', start: 0, end: 99_999 }] }
    expect(await codeOf(() => client.evaluation.saveQuestion({ matter: MATTER, set, question: outside }))).toBe(
      'WRONG_USE',
    )
    const unknown = { id: 'x', question: 'Why?' }
    expect(await codeOf(() => client.evaluation.saveQuestion({ matter: MATTER, set, question: unknown }))).toBe(
      'WRONG_USE',
    )
    await client.evaluation.deleteQuestion({ matter: MATTER, set, id: proposed.id })
    expect(await client.evaluation.questions({ matter: MATTER, set })).toEqual([])
    await client.evaluation.deleteSet({ matter: MATTER, set })
    expect(await rowOf()).toBeUndefined()
  })
})

test('the set that comes with the program is found beside the samples, and is of no matter', async () => {
  const samples = join(use.folder, 'samples')
  await mkdir(join(samples, 'calibration', 'docs'), { recursive: true })
  await writeFile(join(samples, 'calibration', 'questions.jsonl'), lines(RENT, NOBODY))
  const application = await evaluationPlace(use.assistant, null)
  const [shipped] = await listSets(application, samples)
  expect(shipped).toMatchObject({
    set: 'shipped',
    origin: 'shipped',
    questions: 2,
    unanswerable: 1,
    documents: 'folder',
  })
  expect((await findSet(application, 'shipped', samples)).folder).toBe(join(samples, 'calibration'))
  const names = (await listSets(application, join(use.folder, 'nowhere'))).map(({ origin }) => origin)
  expect(names).not.toContain('shipped')
})

describe('a run', () => {
  const setNamed = async (name: string) => {
    const found = (await client.evaluation.sets({ matter: MATTER })).find((one) => one.name === name)
    if (!found) throw new Error(`Expected a set ${name}.`)
    return found
  }

  test('asks the documents of its matter, and leaves no answer in the history', async () => {
    const { set, matter } = await setNamed('own')
    const [begun] = await client.evaluation.start({ matter, set, settings: [SETTINGS] })
    const run = await ended(client, matter, begun?.run ?? '')
    expect(run).toMatchObject({
      state: 'done',
      done: 3,
      of: 3,
      setName: 'own',
      failure: null,
      model: { id: 'scripted' },
    })
    expect(run.summary).toMatchObject({ right: { count: 2, of: 3 }, wrong: { count: 1 }, quotes: { count: 2, of: 2 } })
    const rows = await client.evaluation.rows({ matter, run: run.run })
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['rent', 'right'],
      ['deposit', 'wrong'],
      ['nobody', 'right-refusal'],
    ])
    expect(rows[0]?.signals).toMatchObject({ margin: expect.closeTo(0.85), borneOut: 1 })
    expect(await client.answer.list({ matter: MATTER })).toEqual([])
    const kinds = (await client.ledger.list({ matter: MATTER })).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'evaluation-begun')).toHaveLength(1)
    expect(kinds).not.toContain('question-asked')
  })

  test('on a set with documents of its own reads them for as long as it runs', async () => {
    const { set } = await setNamed('public')
    const before = await client.matter.list()
    const [begun] = await client.evaluation.start({ matter: null, set, settings: [SETTINGS] })
    const run = await ended(client, null, begun?.run ?? '')
    expect(run).toMatchObject({ state: 'done', done: 1, matter: null, summary: { right: { count: 0, of: 1 } } })
    expect(await client.matter.list()).toEqual(before)
  })

  test('with parts left out is compared question by question with the one before', async () => {
    const { set, matter } = await setNamed('own')
    const [on = '', off = ''] = await begin(set, matter, SETTINGS, { ...SETTINGS, passages: 'off' })
    await ended(client, matter, off)
    const comparison = await client.evaluation.compare({ matter, before: on, after: off })
    // Without documents it refuses nothing.
    expect(comparison).toMatchObject({ questions: 3, rightToWrong: ['nobody'], wrongToRight: [], p: 1 })
    const html = await client.evaluation.export({ matter, run: off, against: on, format: 'html' })
    expect(html.file.name).toMatch(/own, run \d+\.html/)
    expect(await html.file.text()).toContain('Against run')
    const jsonl = await client.evaluation.export({ matter, run: on, format: 'jsonl' })
    expect((await jsonl.file.text()).trim().split('\n')).toHaveLength(3)
    const sha256 = createHash('sha256')
      .update(await jsonl.file.bytes())
      .digest('hex')
    const exported = (await client.ledger.list({ matter: MATTER })).slice(-2)
    expect(exported).toMatchObject([
      { kind: 'evaluation-exported', data: { run: off, format: 'html' } },
      { kind: 'evaluation-exported', data: { run: on, format: 'jsonl', sha256 } },
    ])
    expect(await codeOf(() => client.evaluation.calibrate({ matter, run: off }))).toBe('WRONG_USE')
    const few = await client.evaluation.calibrate({ matter, run: on }).catch((error: Error) => error.message)
    expect(few).toContain('This run has 2, 1 right and 1 wrong')
  })

  test('that is stopped keeps what was answered, and goes on where it stopped, also after a restart', async () => {
    const slow = use.withModel(model(15))
    const { set, matter } = await setNamed('own')
    const [begun] = await slow.evaluation.start({ matter, set, settings: [SETTINGS] })
    const run = begun?.run ?? ''
    while ((await slow.evaluation.rows({ matter, run })).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
    await slow.evaluation.stop({ matter, run })
    const stopped = await ended(slow, matter, run)
    expect(stopped).toMatchObject({ state: 'stopped', failure: null })
    const [first] = await slow.evaluation.rows({ matter, run })
    expect(stopped.done).toBeLessThan(3)
    await use.restart()
    client = use.withModel(model())
    await client.evaluation.resume({ matter, run })
    expect(await ended(client, matter, run)).toMatchObject({ state: 'done', done: 3 })
    const rows = await client.evaluation.rows({ matter, run })
    expect([rows.length, rows[0]]).toEqual([3, first])
    await client.evaluation.deleteRun({ matter, run })
    expect(await codeOf(() => client.evaluation.rows({ matter, run }))).toBe('NOT_FOUND')
  })

  /** One of three questions answered, then stopped. */
  const begunAndStopped = async (settings = SETTINGS): Promise<{ matter: string | null; run: string }> => {
    const slow = use.withModel(model(15))
    const { set, matter } = await setNamed('own')
    const [begun] = await slow.evaluation.start({ matter, set, settings: [settings] })
    const run = begun?.run ?? ''
    while ((await slow.evaluation.rows({ matter, run })).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
    await slow.evaluation.stop({ matter, run })
    await ended(slow, matter, run)
    return { matter, run }
  }

  test('is scored by the calibration with which it began, so that none calls a question held out that it has seen', async () => {
    const { calibrations } = use.assistant
    const slow = use.withModel(model(15))
    const { set, matter } = await setNamed('own')
    const [begun] = await slow.evaluation.start({ matter, set, settings: [SETTINGS] })
    const run = begun?.run ?? ''
    while ((await slow.evaluation.rows({ matter, run })).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
    const of = { model: { id: 'scripted', sha256: 'scripted' }, set: 'own', at: '2026-01-01' }
    const calibration = calibrate(knownAnswers(inventRows(60, { heldOut: true })), of)
    if (!calibration) throw new Error('Expected a calibration.')
    calibrations.keep({ ...calibration, questions: [questionKey(DEPOSIT.question)] })
    await ended(slow, matter, run)
    const rows = await slow.evaluation.rows({ matter, run })
    expect(rows.map(({ score, heldOut }) => [score, heldOut])).toEqual(rows.map(() => [null, false]))
    const [next = ''] = await begin(set, matter, SETTINGS)
    await ended(client, matter, next)
    const heldOut = (await client.evaluation.rows({ matter, run: next })).map((row) => [row.id, row.heldOut])
    expect(heldOut.slice(0, 2)).toEqual([
      ['rent', true],
      ['deposit', false],
    ])
    calibrations.forget('scripted')
  })

  test('is gone on with as it was begun, though answers are made otherwise by now', async () => {
    const { settings } = use.assistant.session.store().app
    keepSettings(settings, 'scripted', null)
    const { matter, run } = await begunAndStopped()
    keepSettings(settings, 'scripted', { ...USUAL_SETTINGS, instructions: 'short' })
    keepStrategy(settings, 'scripted', 'fact', { strategy: 'recall-then-answer', source: 'a test' })
    const later = model()
    await use.withModel(later).evaluation.resume({ matter, run })
    expect(await ended(client, matter, run)).toMatchObject({
      state: 'done',
      done: 3,
      begun: { answers: USUAL_SETTINGS, strategies: {}, approved: [], threshold: null },
    })
    const told = later.asked.map(({ turns }) => turns[0]?.text ?? '')
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter((text) => !text.startsWith('You answer questions about documents.'))).toEqual([])
    const { set } = await setNamed('own')
    const [another = ''] = await begin(set, matter, SETTINGS)
    expect((await ended(client, matter, another)).begun).toMatchObject({
      answers: { instructions: 'short' },
      strategies: { fact: { strategy: 'recall-then-answer' } },
    })
    const html = await client.evaluation.export({ matter, run: another, against: null, format: 'html' })
    expect(await html.file.text()).toContain('answered with optimised settings')
    keepSettings(settings, 'scripted', null)
    settings.remove('strategy scripted')
  })

  test('is gone on with on the questions that were drawn for it, whatever was added to its set since', async () => {
    const { set } = await setNamed('own')
    const { matter, run } = await begunAndStopped({ ...SETTINGS, sample: 2 })
    const added = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ ...RENT, id, question: `${RENT.question} ${id}` }))
    for (const question of added) await client.evaluation.saveQuestion({ matter, set, question })
    await client.evaluation.resume({ matter, run })
    expect(await ended(client, matter, run)).toMatchObject({ state: 'done', done: 2, of: 2, drawnFrom: 3 })
    const rows = await client.evaluation.rows({ matter, run })
    expect(rows.filter(({ id }) => added.some((one) => one.id === id))).toEqual([])
    expect(rows).toHaveLength(2)
    for (const { id } of added) await client.evaluation.deleteQuestion({ matter, set, id })
  })

  test('is not gone on with where other cards would be given, and says so', async () => {
    const { matter, run } = await begunAndStopped()
    const { app } = use.assistant.session.store()
    const card = aCard()
    keepCard(app, card, 'card-approved')
    await client.evaluation.resume({ matter, run })
    const refused = await ended(client, matter, run)
    expect(refused).toMatchObject({ state: 'failed', begun: { approved: [] } })
    expect(refused.failure).toEqual(message('failures.evaluation.otherLessons', { then: 0, now: 1 }))
    keepCard(app, { ...card, status: 'retired' }, 'card-retired')
    await client.evaluation.resume({ matter, run })
    expect(await ended(client, matter, run)).toMatchObject({ state: 'done', done: 3 })
  })

  test('calibrates its model, whose next answers then say how sure they are', async () => {
    // Answers are right where they quote the lease: the share of borne-out sentences tells.
    const questions = Array.from({ length: 40 }, (_, n) => ({
      id: String(n),
      question: `What is the ${n % 2 === 0 ? 'rent' : 'deposit'} of 7 Mill Lane, lease ${n}?`,
      answer: n % 2 === 0 ? '24,000 pounds a year' : '3,000 pounds',
    }))
    const split = createScriptedModel({
      says: (turns) =>
        turns.at(-1)?.text.includes('rent of 7 Mill Lane, lease')
          ? 'The rent of 7 Mill Lane is 24,000 pounds a year [S1].'
          : 'The deposit is 9,999 pounds, says the agent of the owner [S1].',
    })
    client = use.withModel(split)
    const file = await use.write('many.jsonl', lines(...questions))
    const { set, matter } = await client.evaluation.importSet({ matter: MATTER, path: file })
    const [begun = ''] = await begin(set, matter, SETTINGS)
    const run = await ended(client, matter, begun)
    expect(run.summary?.confidence).toMatchObject({ how: 'cross-validated', answers: 40, right: 20 })
    expect(run.summary?.confidence?.auroc).toBeGreaterThan(0.95)
    expect(await confidence()).toMatchObject({ calibrated: false, score: null, band: null })
    const { gateLeft, ...summary } = await client.evaluation.calibrate({ matter, run: run.run })
    expect(gateLeft).toBeNull()
    expect(summary).toMatchObject({ set: 'many', answers: 40, right: 20, model: { sha256: 'scripted' } })
    expect(await client.evaluation.calibrations()).toEqual([summary])
    // Both kinds of answer have the same margin here, so that it tells nothing of when a card is needed.
    const gate = await client.card.gate({ sha256: 'scripted' })
    expect(gate).toMatchObject({ threshold: 0.68, measured: { set: 'many', answers: 40, right: 20, tells: false } })
    expect((await client.card.gate({ sha256: 'another' })).measured).toBeNull()
    const sure = await confidence()
    expect(sure).toMatchObject({ calibrated: true, answers: 40, limits: summary.limits })
    expect(sure.score).toBeGreaterThan(0.7)
    expect(sure.like?.of).toBeGreaterThan(0)
    // Measured again on the questions that it was calibrated on, no answer counts as held out.
    const [again = ''] = await begin(set, matter, { ...SETTINGS, sample: 30 })
    expect((await ended(client, matter, again)).summary?.confidence?.how).toBe('cross-validated')
    await client.evaluation.forgetCalibration({ sha256: 'scripted' })
    expect(await client.evaluation.calibrations()).toEqual([])
    expect((await client.card.gate({ sha256: 'scripted' })).measured).toBeNull()
  })
})
