import { expect, test } from 'vitest'
import { judgeClaims } from '../../../../assistant/opinions/align/judge-open-pairs.ts'
import { judgePair, stancePriors } from '../../../../assistant/opinions/align/judge-pair.ts'
import type { KeptJudgements } from '../../../../assistant/opinions/align/kept-judgements.ts'
import type { PairState } from '../../../../assistant/opinions/align/compare-pair.ts'
import { compareOpinions } from '../../../../assistant/opinions/compare-opinions.ts'
import type { Turn } from '../../../../models/language-model.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { claim } from './claims.ts'

const NEVER = new AbortController().signal
const LEFT = 'The tenant quit the house.'
const KEYS = 'They handed the keys back.'

/** Prefers the word that `choose` gives for the last question. */
function judging(choose: (asked: string) => string) {
  const scores = (turns: readonly Turn[], word: string) => (word === choose(turns.at(-1)?.text ?? '') ? -0.1 : -3)
  return createScriptedModel({ says: [''], scores })
}

function kept(): KeptJudgements & { readonly all: Map<string, PairState> } {
  const all = new Map<string, PairState>()
  const keyOf = (one: string, other: string) => [one, other].toSorted().join('|')
  return {
    all,
    model: 'scripted',
    judgementOf: (one, other) => all.get(keyOf(one, other)) ?? null,
    keep: (one, other, state) => void all.set(keyOf(one, other), state),
  }
}

test('a pair is judged both ways round, and where the order decides nobody can tell', async () => {
  const asked: string[] = []
  const same = judging((text) => (asked.push(text), 'same'))
  expect(await judgePair(LEFT, KEYS, same, NEVER)).toBe('agree')
  expect([...new Set(asked)]).toEqual([`1: ${LEFT}\n2: ${KEYS}`, `1: ${KEYS}\n2: ${LEFT}`])
  const byOrder = judging((text) => (text.startsWith(`1: ${LEFT}`) ? 'same' : 'contradict'))
  expect(await judgePair(LEFT, KEYS, byOrder, NEVER)).toBe('unclear')
})

test('a word that a measured model says more readily than others counts for less', async () => {
  const id = 'qwen2.5-coder-1.5b-instruct-q4_k_m'
  const [same = 0, contradict = 0, unrelated = 0] = stancePriors(id)
  const likes = (more: readonly [number, number, number]) => {
    const of = { same: same + more[0], contradict: contradict + more[1], unrelated: unrelated + more[2] }
    const model = createScriptedModel({ says: [''], scores: (_, word) => of[word as keyof typeof of] })
    return { ...model, info: { ...model.info, id } }
  }
  expect(Math.max(same, contradict)).toBeGreaterThan(unrelated + 0.5)
  expect(await judgePair(LEFT, KEYS, likes([0, 0, 0.3]), NEVER)).toBe('other')
  expect(await judgePair(LEFT, KEYS, likes([0, 0.3, 0]), NEVER)).toBe('differ')
  expect(await judgePair(LEFT, KEYS, likes([0.05, 0, 0]), NEVER)).toBe('unclear')
})

test('a pair that is too long for the model stays unclear instead of failing', async () => {
  const small = createScriptedModel({ says: [''], contextTokens: 20 })
  expect(await judgePair(LEFT, KEYS, small, NEVER)).toBe('unclear')
})

test('only what rules cannot tell is judged; each judgement is kept, and a stopped comparison goes on from there', async () => {
  const claims = {
    local: [claim('The rent was 5,000.', 900, 0), claim(LEFT, 1, 1), claim('The shop stood empty.', 300, 2)],
    blind: [claim('The rent was 5,000.', 900, 0), claim(KEYS, 1, 1), claim('Nobody traded there.', 300, 2)],
    informed: [],
  }
  expect(compareOpinions(claims)).toMatchObject({ judging: { open: 2, judged: 0, model: null } })
  const store = kept()
  const stop = new AbortController()
  const first = (async () => {
    for await (const { type } of judgeClaims(
      claims,
      judging(() => 'contradict'),
      store,
      stop.signal,
    ))
      if (type === 'comparing-item') stop.abort()
  })()
  await expect(first).rejects.toThrow(/abort/i)
  expect(store.all.size).toBe(1)
  const events = await Array.fromAsync(
    judgeClaims(
      claims,
      judging(() => 'same'),
      store,
      NEVER,
    ),
  )
  expect(events).toEqual([
    { type: 'comparing-begin', done: 0, items: 1 },
    { type: 'comparing-item', done: 1, items: 1 },
    { type: 'comparing-end', done: 1, items: 1 },
  ])
  const compared = compareOpinions(claims, { notes: [], judge: store, isOneModel: true })
  expect(compared).toMatchObject({
    state: 'unknown',
    judging: { open: 0, judged: 2, model: 'scripted', measured: null },
  })
  expect(compared?.claims.map(({ state, by }) => `${state} by ${by}`).toSorted()).toEqual([
    'agree by model',
    'agree by rule',
    'differ by model',
  ])
})

test('a pair that the model finds to be of different things falls apart', async () => {
  const claims = { local: [claim(LEFT, 1)], blind: [claim(KEYS, 1)], informed: [] }
  const store = kept()
  await Array.fromAsync(
    judgeClaims(
      claims,
      judging(() => 'unrelated'),
      store,
      NEVER,
    ),
  )
  const compared = compareOpinions(claims, { notes: [], judge: store, isOneModel: true })
  expect(compared?.claims.map(({ state }) => state)).toEqual(['only', 'only'])
  expect(compared?.judging).toMatchObject({ open: 0, judged: 1 })
})
