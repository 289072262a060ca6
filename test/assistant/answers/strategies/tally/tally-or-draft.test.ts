import { expect, test } from 'vitest'
import { FURTHER_STRATEGIES } from '../../../../../assistant/answers/strategies/strategies.ts'
import { ask } from '../../../../../assistant/answers/ask.ts'
import { planParts } from '../../../../../assistant/answers/draft/plan-parts.ts'
import { passageSource } from '../../../../../assistant/answers/evidence/passage-source.ts'
import { USUAL_SETTINGS } from '../../../../../contract/evaluation/answer-setting-words.ts'
import { addPaths } from '../../../../../assistant/reading/intake/add-paths.ts'
import type { Answer, AnswerEvent, AskInput } from '../../../../../contract/answers/answer.ts'
import { createScriptedModel } from '../../../../../models/stand-ins.ts'
import { wordLists } from '../../../../disclosure/word-lists.ts'
import { matterInUse, type MatterInUse } from '../../../matter-in-use.ts'

const JUDGMENT = [
  '# Judgment on the tax inspector',
  'In May 2022 the inspector accepted $20,000 from the baker for a lower fine.',
  'In June 2022 the inspector accepted $35,000 from the brewer for a lower fine.',
  'In July 2022 the inspector accepted €500 from the butcher for a lower fine.',
].join('\n\n')
const TERMS = {
  Ashton: 'The term of the lease of Ashton House is nine years.',
  Glenwood: 'The term of the lease of Glenwood House is 96 months.',
}
const BAKER = 'accepted $20,000 from the baker'
const BREWER = 'accepted $35,000 from the brewer'
const BUTCHER = 'accepted €500 from the butcher'
const PLAIN = 'The inspector accepted money from the baker, the brewer and the butcher'

async function withJudgment(): Promise<MatterInUse> {
  const use = await matterInUse()
  await use.write('case/judgment.md', JUDGMENT)
  for (const [name, sentence] of Object.entries(TERMS))
    await use.write(`case/${name}.txt`, `Lease of ${name}.\n\n${sentence}`)
  const { matter, queue } = use
  await Array.fromAsync(addPaths([`${use.folder}/files/case`], { matter, queue, now: () => new Date() }))
  return use
}

/** Lists this where it is told to, and else answers in a sentence. */
function listing(...lines: readonly string[]) {
  return createScriptedModel({
    says: (turns) => {
      const shown = turns.map(({ text }) => text).join('\n')
      const markOf = (words: string) =>
        [...shown.matchAll(/^\[(S\d+)\][^[]*/gm)].find(([block]) => block.includes(words))?.[1] ?? 'S1'
      if (!/one a line/.test(turns.at(-1)?.text ?? '')) return `${PLAIN} [${markOf('baker')}].`
      return lines.map((line) => `- ${line} [${markOf(line)}]`).join('\n')
    },
  })
}

async function answerTo(question: string, model: ReturnType<typeof listing>, input: Partial<AskInput> = {}) {
  await using use = await withJudgment()
  const options = {
    matter: use.matter,
    sources: [passageSource(use.matter, null)],
    model,
    missingModel: null,
    embedder: null,
    reranker: null,
    plan: planParts,
    settings: USUAL_SETTINGS,
    examples: async () => [],
    strategies: {},
    furtherStrategies: FURTHER_STRATEGIES,
    pastMistakes: async () => null,
    findOffer: null,
    cards: null,
    foreground: use.foreground,
    words: async () => wordLists,
    now: () => new Date('2026-01-01T12:00:00.000Z'),
    calibration: null,
    onBegin: () => {},
  }
  const never = new AbortController().signal
  const events: AnswerEvent[] = await Array.fromAsync(
    ask({ matter: use.matter.id, question, tally: 'on', ...input }, options, never),
  )
  const end = events.at(-1)
  if (end?.type !== 'answer-end') throw new Error('Expected an end.')
  const whole = use.matter.store.pages.wholeText(
    use.matter.store.documents.find('judgment.md', null)?.textVersionId ?? 0,
  )
  return { answer: end, whole, events }
}

const quotes = ({ claims }: Answer) => claims[0]?.citations.flatMap((one) => ('quote' in one ? [one] : [])) ?? []

test('what the model lists is counted by code, said with what it was counted over, and cited part by part', async () => {
  const { answer, whole, events } = await answerTo(
    'How many bribes did the inspector accept?',
    listing(BAKER, BREWER, BAKER, BUTCHER),
  )
  expect(answer.answer).toMatch(
    /^3 bribes in the passages read: accepted \$20,000 from the baker \[S\d\]; .*brewer \[S\d\]; .*butcher \[S\d\]\.$/,
  )
  expect(answer).toMatchObject({ state: 'answered', claims: [{ index: 0, verdict: 'computed', absent: [] }] })
  expect(quotes(answer).map(({ quote }) => quote)).toEqual([BAKER, BREWER, BUTCHER])
  for (const { start, end, quote } of quotes(answer)) expect(whole.slice(start, end)).toBe(quote)
  expect(events.filter(({ type }) => type === 'claim')).toHaveLength(1)
  expect(answer.tokens.calls).toBeGreaterThan(0)
})

test('amounts of one currency are added, with every part shown', async () => {
  const { answer } = await answerTo('What is the total amount that the inspector accepted?', listing(BAKER, BREWER))
  expect(answer.answer).toMatch(/^\$20,000 \+ \$35,000 = \$55,000 in the passages read: /)
  expect(answer.claims[0]?.verdict).toBe('computed')
})

test('amounts of several currencies are not added, and it says why', async () => {
  const { answer } = await answerTo('What is the total amount that the inspector accepted?', listing(BAKER, BUTCHER))
  expect(answer.answer).toMatch(/^Not added, for the amounts .* several currencies: /)
})

test.each([
  ['one of them stands in no source', listing(BAKER, 'accepted $90,000 from the bishop')],
  ['there is only one', listing(BAKER)],
  ['nothing was listed', listing()],
])('is answered like any other question where %s', async (_, model) => {
  const { answer } = await answerTo('How many bribes did the inspector accept?', model)
  expect(answer.answer).toContain(PLAIN)
  expect(answer.claims[0]?.verdict).not.toBe('computed')
})

test('is left to the model where it is switched off, and where nothing is to be counted', async () => {
  const off = await answerTo('How many bribes did the inspector accept?', listing(BAKER, BREWER), { tally: 'off' })
  const plain = await answerTo('Who paid the inspector in May 2022?', listing(BAKER, BREWER))
  for (const { answer } of [off, plain]) expect(answer.answer).toContain(PLAIN)
})

test('of two documents the value of each is copied by the model, compared by code, and both are cited', async () => {
  const model = createScriptedModel({
    says: (turns) => {
      const shown = turns.map(({ text }) => text).join('\n')
      const name = /For (Ashton|Glenwood) alone/.exec(shown)?.[1] as keyof typeof TERMS
      const block = [...shown.matchAll(/^\[(S\d+)\][^[]*/gm)].find(([words]) => words.includes(TERMS[name]))
      return `- ${name === 'Ashton' ? 'nine years' : '96 months'} [${block?.[1] ?? 'S1'}]`
    },
  })
  const question = 'In the leases of Ashton and Glenwood, which term is longer, Ashton or Glenwood?'
  const { answer } = await answerTo(question, model)
  expect(answer.claims.map(({ index, verdict, text }) => [index, verdict, text])).toEqual([
    [0, 'computed', 'Longer: Ashton, nine years; the other: Glenwood, 96 months.'],
  ])
  expect(quotes(answer).map(({ document, quote }) => [document, quote])).toEqual([
    ['Ashton.txt', TERMS.Ashton],
    ['Glenwood.txt', TERMS.Glenwood],
  ])
})
