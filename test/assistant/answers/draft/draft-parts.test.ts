import { expect, test } from 'vitest'
import { FURTHER_STRATEGIES } from '../../../../assistant/answers/strategies/strategies.ts'
import { ask } from '../../../../assistant/answers/ask.ts'
import { planParts } from '../../../../assistant/answers/draft/plan-parts.ts'
import { USUAL_SETTINGS } from '../../../../contract/evaluation/answer-setting-words.ts'
import { passageSource } from '../../../../assistant/answers/evidence/passage-source.ts'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import type { Answer } from '../../../../contract/answers/answer.ts'
import type { LanguageModel, Turn } from '../../../../models/language-model.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { wordLists } from '../../../disclosure/word-lists.ts'
import { matterInUse, type MatterInUse } from '../../matter-in-use.ts'

const QUESTION = 'What is the notice period in the leases of Ashton and Glenwood?'
const SENTENCE = 'The notice period is three months under clause 4.'

async function withLeases(): Promise<MatterInUse> {
  const use = await matterInUse()
  const { matter, queue } = use
  for (const name of ['Ashton', 'Glenwood', 'Riverside', 'Preston', 'Bayside'])
    await use.write(`leases/${name}.txt`, `Lease of ${name} House.\n\n${SENTENCE}`)
  await Array.fromAsync(addPaths([`${use.folder}/files/leases`], { matter, queue, now: () => new Date() }))
  return use
}

/** Answers from the first source that it is shown. */
function quoting(options: Partial<Parameters<typeof createScriptedModel>[0]> = {}) {
  const says = (turns: readonly Turn[]) => `${SENTENCE} [${turns.at(-1)?.text.match(/^\[(S\d+)\]/m)?.[1]}]`
  return createScriptedModel({ says, ...options })
}

async function answerTo(
  use: MatterInUse,
  model: LanguageModel,
  { stopAfter = Number.POSITIVE_INFINITY, question = QUESTION } = {},
) {
  const end = new AbortController()
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
    foreground: use.foreground,
    words: async () => wordLists,
    now: () => new Date('2026-01-01T12:00:00.000Z'),
    calibration: null,
    pastMistakes: async () => null,
    findOffer: null,
    onBegin: () => {},
  }
  let claims = 0
  let answer: Answer | null = null
  for await (const event of ask({ matter: use.matter.id, question }, options, end.signal)) {
    if (event.type === 'claim' && (claims += 1) === stopAfter) end.abort()
    if (event.type === 'answer-end') answer = event
  }
  if (!answer) throw new Error('Expected an end.')
  return answer
}

const cited = ({ claims }: Answer) =>
  claims.map(({ citations }) => citations.map((one) => ('quote' in one ? one.document : one.rule)).join())

test('each document that a question names is answered for, though both say the same', async () => {
  await using use = await withLeases()
  const model = quoting()
  const answer = await answerTo(use, model)
  expect(answer).toMatchObject({ state: 'answered', tokens: { calls: 2 } })
  expect(cited(answer)).toEqual(['Ashton.txt', 'Glenwood.txt'])
  const asked = model.asked.filter(({ probabilities }) => probabilities === undefined)
  expect(asked.map(({ turns }) => turns.at(-1)?.text.match(/Answer for .*/)?.[0])).toEqual([
    'Answer for “Ashton” alone.',
    'Answer for “Glenwood” alone.',
  ])
})

test('an answer that is stopped in its second part keeps the first, checked', async () => {
  await using use = await withLeases()
  const answer = await answerTo(use, quoting({ wordMs: 2 }), { stopAfter: 1 })
  expect(answer.state).toBe('stopped')
  expect(cited(answer)).toEqual(['Ashton.txt'])
  expect(answer.claims[0]?.verdict).toBe('verbatim')
})

test('where the first document does not say it, the second is answered for all the same', async () => {
  await using use = await withLeases()
  const model = quoting({
    answerOdds: { denied: 0, doubted: 0 },
    scores: (turns, word) => ((turns.at(-1)?.text.includes('“Ashton”') ? 'no' : 'yes') === word ? -0.1 : -3),
  })
  const answer = await answerTo(use, model)
  expect(cited(answer)).toEqual(['Glenwood.txt'])
  expect(answer).toMatchObject({ state: 'answered-in-part', tokens: { calls: 1 } })
  expect(answer.notAnswered).toEqual([expect.stringMatching(/\(Ashton\)$/)])
})

test('a sentence on both documents that cites one is uncertain, and says which it does not cite', async () => {
  await using use = await withLeases()
  const says = (turns: readonly Turn[]) =>
    `Ashton and Glenwood share a notice period of three months [${turns.at(-1)?.text.match(/^\[(S\d+)\]/m)?.[1]}]`
  const { state, claims } = await answerTo(use, createScriptedModel({ says }))
  expect(state).toBe('uncertain')
  expect(claims.map(({ verdict, absent }) => [verdict, absent])).toEqual([
    ['unchecked', ['Glenwood']],
    ['unchecked', ['Ashton']],
  ])
})

test('a summary is asked for in so many words, and its grammar wants more than one sentence', async () => {
  await using use = await withLeases()
  const model = quoting()
  await answerTo(use, model, { question: 'Summarise the leases.' })
  const [first] = model.asked.filter(({ probabilities }) => probabilities === undefined)
  expect(first?.turns.at(-1)?.text).toContain('Tell all that belongs to it, in up to 6 short sentences.')
  expect(first?.grammar).toContain('root ::= claim (separator claim){2,5}')
})

test('each document is asked without the names of the other', async () => {
  await using use = await withLeases()
  const model = quoting()
  await answerTo(use, model)
  const asked = model.asked.filter(({ probabilities }) => probabilities === undefined)
  expect(asked.map(({ turns }) => turns.at(-1)?.text.match(/Question: .*/)?.[0])).toEqual([
    'Question: What is the notice period in the leases of Ashton?',
    'Question: What is the notice period in the leases of Glenwood?',
  ])
})
