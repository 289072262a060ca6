import { expect, test } from 'vitest'
import { FURTHER_STRATEGIES } from '../../../../assistant/answers/strategies/strategies.ts'
import { ask } from '../../../../assistant/answers/ask.ts'
import { planParts } from '../../../../assistant/answers/draft/plan-parts.ts'
import { USUAL_SETTINGS } from '../../../../contract/evaluation/answer-setting-words.ts'
import { passageSource } from '../../../../assistant/answers/evidence/passage-source.ts'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import { Answer, AnswerEvent, type AskInput } from '../../../../contract/answers/answer.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { wordLists } from '../../../disclosure/word-lists.ts'
import { matterInUse, type MatterInUse } from '../../matter-in-use.ts'

const NEVER = new AbortController().signal
const LEASE = 'The tenant may end this lease on 24 March 2026 by giving six months notice.\n'

async function withLease(): Promise<MatterInUse> {
  const use = await matterInUse()
  await use.write('case/lease.md', LEASE)
  const { matter, queue } = use
  await Array.fromAsync(addPaths([`${use.folder}/files/case`], { matter, queue, now: () => new Date() }))
  return use
}

/** Finds likeliest what stands second in the list first given, and writes otherwise. */
function secondModel(options: readonly string[]) {
  return createScriptedModel({
    says: ['The tenant may end this lease on 24 March 2026 [S1].'],
    scores(turns, continuation) {
      const letter = new RegExp(`^([A-J])\\. ${options[1]}$`, 'm').exec(turns.at(-1)!.text)?.[1]
      return continuation.trim() === (letter ?? options[1]) ? -0.1 : -3
    },
  })
}

function asking(use: MatterInUse, input: Partial<AskInput>, model = secondModel(input.options ?? [])) {
  const options = {
    matter: use.matter,
    sources: [passageSource(use.matter, null)],
    model,
    missingModel: null,
    embedder: null,
    reranker: null,
    plan: planParts,
    examples: async () => [],
    strategies: {},
    furtherStrategies: FURTHER_STRATEGIES,
    settings: USUAL_SETTINGS,
    cards: null,
    calibration: null,
    pastMistakes: async () => null,
    findOffer: null,
    foreground: use.foreground,
    words: async () => wordLists,
    now: () => new Date('2026-01-01T12:00:00.000Z'),
    onBegin: () => {},
  }
  return ask({ matter: use.matter.id, question: 'May the tenant end the lease at will?', ...input }, options, NEVER)
}

async function answered(...given: Parameters<typeof asking>): Promise<Answer> {
  const events = await Array.fromAsync(asking(...given))
  for (const event of events) expect(AnswerEvent.parse(event)).toEqual(event)
  const last = events.at(-1)
  if (last?.type !== 'answer-end') throw new Error(`Expected answer-end, got ${last?.type}`)
  return last
}

test('of a closed list one option is chosen, as a sentence that cites what was read, and kept with its votes', async () => {
  await using use = await withLease()
  const answer = await answered(use, { options: ['yes', 'no', 'maybe'], seed: 5 })
  expect(answer).toMatchObject({
    state: 'uncertain',
    answer: 'May the tenant end the lease at will: no. [S1]',
    strategy: 'options',
    seed: 5,
    choice: { options: ['yes', 'no', 'maybe'], choice: 1, votes: 6, ballots: 6 },
    tokens: { calls: 6, generated: 0 },
  })
  expect(answer.choice?.margin).toBeGreaterThan(0.5)
  // A label can't stand in a passage word for word: the nearest place is cited, unchecked.
  expect(answer.claims).toMatchObject([{ verdict: 'unchecked', citations: [{ source: 'S1', document: 'lease.md' }] }])
  expect(Answer.parse(use.matter.store.answers.get(answer.answerId)).choice).toEqual(answer.choice)
})

test('a label is uncertain where the question has a number that no passage read has', async () => {
  await using use = await withLease()
  const asked = { question: 'May the tenant end the lease in 2025?', options: ['yes', 'no'] }
  expect(await answered(use, asked)).toMatchObject({ state: 'uncertain', claims: [{ absent: ['2025'] }] })
})

test('an option of several words is the sentence itself, and is held against the passages word for word', async () => {
  await using use = await withLease()
  const stands = 'the tenant may end this lease on 24 March 2026'
  const other = 'The tenant may end this lease on 24 May 2026'
  const right = await answered(use, { options: ['It runs on for ever', stands] })
  expect(right.answer).toBe('The tenant may end this lease on 24 March 2026. [S1]')
  expect(right.claims[0]?.verdict).toBe('verbatim')
  const wrong = await answered(use, { options: ['It runs on for ever', other] })
  expect(wrong).toMatchObject({
    state: 'uncertain',
    claims: [{ verdict: 'contradicted', instead: expect.stringContaining('24 March 2026') }],
  })
})

test('a choice on which the ballots are split is uncertain', async () => {
  await using use = await withLease()
  // Always the first letter or the first of the words: what stands first, and nothing else.
  const model = createScriptedModel({
    says: [],
    scores: (turns, continuation) =>
      /(A\.|Options:\n-) (?<first>.+)/.exec(turns.at(-1)!.text)?.groups?.first === continuation.trim() ||
      continuation.trim() === 'A'
        ? -0.1
        : -3,
  })
  const answer = await answered(use, { options: ['yes', 'no', 'maybe'] }, model)
  expect(answer).toMatchObject({ state: 'uncertain', choice: { votes: 2, ballots: 6 } })
})

test('an option from memory alone names no source', async () => {
  await using use = await withLease()
  const { claims, state } = await answered(use, { options: ['yes', 'no'], closedBook: true })
  expect({ state, verdict: claims[0]?.verdict }).toEqual({ state: 'uncertain', verdict: 'unsupported' })
})

test('what is asked for is done: written in spite of a list, and refused without one before anything begins', async () => {
  await using use = await withLease()
  const written = await answered(use, { strategy: 'direct', options: ['yes', 'no'] })
  expect(written).toMatchObject({ strategy: 'direct', choice: null, claims: [{ verdict: 'verbatim' }] })
  const before = use.matter.store.answers.list().length
  for (const options of [[], ['yes'], ['yes', 'yes'], [...'abcdefghijk']])
    await expect(answered(use, { strategy: 'options', options })).rejects.toMatchObject({ code: 'WRONG_USE' })
  expect(use.matter.store.answers.list()).toHaveLength(before)
})
