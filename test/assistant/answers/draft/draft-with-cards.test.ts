import { describe, expect, test } from 'vitest'
import { draftWithCards, type OfferedCard } from '../../../../assistant/answers/draft/draft-with-cards.ts'
import { type DraftOptions, draftTurns } from '../../../../assistant/answers/draft/draft-answer.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'
import type { CardSource } from '../../../../contract/knowledge/card.ts'
import type { LanguageModel } from '../../../../models/language-model.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'

const NEVER = new AbortController().signal
const LONG = `${Array.from({ length: 20 }, (_, at) => `word${at}`).join(' ')} [S1].`
const PASSAGE: PassageSource = {
  kind: 'passage',
  source: 'S1',
  document: 'lease.md',
  documentId: 'd',
  page: null,
  start: 0,
  end: 10,
  textVersion: null,
  reference: null,
  read: null,
  section: '',
  text: 'The rent is 24,000 pounds.',
  score: 1,
  byOcr: false,
}

function offered(source: string, isGated = true): OfferedCard {
  const card: CardSource = {
    kind: 'card',
    source,
    card: source,
    version: 1,
    sha256: source,
    title: source,
    summary: `Lesson of ${source}.`,
    knowledge: [],
    fit: 1,
  }
  return { source: card, isGated }
}

async function run(
  model: LanguageModel,
  cards: readonly OfferedCard[],
  { threshold = 0.68, ...given }: Partial<DraftOptions> & { readonly threshold?: number } = {},
) {
  const draft: DraftOptions = {
    model,
    earlier: [],
    question: 'What is the rent?',
    sources: [PASSAGE],
    newSources: [PASSAGE],
    note: '',
    begun: '',
    show: ({ source }) => ({ source, where: '', text: 'The rent is 24,000 pounds.', above: '', before: '' }),
    instructions: 'Answer.',
    maxTokens: 100,
    seed: 0,
    closedBook: false,
    ...given,
  }
  const steps = draftWithCards(draft, await draftTurns(draft), { cards, threshold }, NEVER)
  const uses: object[] = []
  let text = ''
  for (let next = await steps.next(); ; next = await steps.next()) {
    if (next.done) return { uses, text, result: next.value }
    if (typeof next.value === 'string') text += next.value
    else uses.push({ ...next.value, sources: next.value.sources.map(({ source }) => source), after: text })
  }
}

const scripted = (top?: readonly [number, number]) => createScriptedModel({ says: [LONG], top })
const prompts = ({ asked }: ReturnType<typeof scripted>) => asked.map(({ turns }) => turns.at(-1)?.text ?? '')

describe('the gate', () => {
  test('gives a sure model no card: one call, and every word of it', async () => {
    const model = scripted([0.9, 0.1])
    const { uses, text, result } = await run(model, [offered('K1')])
    expect(uses).toEqual([{ gate: 'skipped', margin: expect.closeTo(0.8), sources: [], after: '' }])
    expect(text).toBe(LONG)
    expect([result.calls, model.asked.length]).toEqual([1, 2])
    expect(prompts(model).join()).not.toContain('Lesson')
  })

  test('lets an unsure model write with the card before the question, and none of the measured words are seen', async () => {
    const model = scripted([0.5, 0.3])
    const { uses, text, result } = await run(model, [offered('K1')])
    expect(uses).toEqual([{ gate: 'used', margin: expect.closeTo(0.2), sources: ['K1'], after: '' }])
    expect(text).toBe(LONG)
    expect(result.calls).toBe(2)
    const [before = '', after = ''] = prompts(model)
    expect(before).not.toContain('Lesson')
    expect(after).toMatch(/Learning summary: Lesson of K1\.\n*Question: What is the rent\?$/)
    expect(after.indexOf('24,000')).toBeLessThan(after.indexOf('Lesson'))
  })

  test('has ended the measuring before it asks anew, for a model answers one call after the other', async () => {
    const inner = scripted([0.5, 0.3])
    let [underWay, most] = [0, 0]
    const counting: LanguageModel = {
      ...inner,
      async *generate(request, signal) {
        underWay += 1
        most = Math.max(most, underWay)
        try {
          return yield* inner.generate(request, signal)
        } finally {
          underWay -= 1
        }
      },
    }
    await run(counting, [offered('K1')])
    expect([most, underWay]).toEqual([1, 0])
  })

  test('measures sixteen tokens, as for every answer, and none of the draft', async () => {
    const model = scripted([0.5, 0.3])
    await run(model, [offered('K1')])
    expect(model.asked.map(({ probabilities, maxTokens, grammar }) => [probabilities, maxTokens, !!grammar])).toEqual([
      [16, 16, false],
      [undefined, 100, true],
    ])
  })

  test('a margin right at the threshold counts as sure', async () => {
    const { uses } = await run(scripted([0.75, 0.25]), [offered('K1')], { threshold: 0.5 })
    expect(uses).toMatchObject([{ gate: 'skipped', sources: [] }])
  })

  test('is decided by an answer that is shorter than what would be measured', async () => {
    const sure = await run(createScriptedModel({ says: ['It is 24,000 pounds [S1].'], top: [0.9, 0.1] }), [
      offered('K1'),
    ])
    expect([sure.text, sure.result.calls]).toEqual(['It is 24,000 pounds [S1].', 1])
    const unsure = await run(createScriptedModel({ says: ['Maybe [S1].'], top: [0.4, 0.3] }), [offered('K1')])
    expect(unsure.uses).toMatchObject([{ gate: 'used', sources: ['K1'] }])
  })

  test('fails open: a model that tells no probabilities gets the card', async () => {
    const inner = scripted()
    const silent: LanguageModel = {
      ...inner,
      async *generate(request, signal) {
        const items = inner.generate(request, signal)
        for (let next = await items.next(); ; next = await items.next()) {
          if (next.done) return next.value
          yield { ...next.value, top: null }
        }
      },
    }
    const { uses } = await run(silent, [offered('K1')])
    expect(uses).toEqual([{ gate: 'used', margin: null, sources: ['K1'], after: '' }])
  })

  test('is not asked for a card that is always used', async () => {
    const model = scripted([0.99, 0])
    const { uses, result } = await run(model, [offered('K1', false)])
    expect(uses).toEqual([{ gate: 'off', margin: null, sources: ['K1'], after: '' }])
    expect([result.calls, model.asked[0]?.probabilities]).toEqual([1, undefined])
    const both = await run(scripted([0.99, 0]), [offered('K1', false), offered('K2')])
    expect(both.uses).toMatchObject([{ gate: 'skipped', sources: ['K1'] }])
  })

  test('measures nothing where there is no card, or where rules have answered already', async () => {
    const model = scripted()
    expect((await run(model, [])).uses).toEqual([])
    expect((await run(model, [offered('K1')], { begun: 'The rent is 24,000 pounds [R1].' })).uses).toMatchObject([
      { gate: 'off', sources: [] },
    ])
    expect(model.asked.map(({ probabilities }) => probabilities)).toEqual([undefined, undefined])
  })

  test('stands before the question without documents too', async () => {
    const model = scripted([0.5, 0.3])
    await run(model, [offered('K1')], { closedBook: true, sources: [], newSources: [] })
    expect(prompts(model)[1]).toMatch(/Lesson of K1\.\n\nWhat is the rent\?$/)
  })
})
