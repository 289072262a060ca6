import { implement } from '@orpc/server'
import type { AppEvent } from '../../../contract/application.ts'
import type { Card, Correction } from '../../../contract/knowledge/card.ts'
import { contract } from '../../../contract/index.ts'
import { inventCard } from './invented-cards.ts'

export type CardsState = {
  cards: Card[]
  readonly corrections: Correction[]
  readonly events: { push(event: AppEvent): void }
}

const { card } = implement(contract)

/** Cards of the stand-in: they are kept, and their tests always pass. */
export function cardPart(state: CardsState) {
  const find = (id: string) => {
    const found = state.cards.find((one) => one.card === id)
    if (!found) throw new Error(`Expected a card ${id}.`)
    return found
  }
  const change = (id: string, given: Partial<Card>) => {
    const changed = { ...find(id), ...given }
    state.cards = state.cards.map((one) => (one.card === id ? changed : one))
    state.events.push({ type: 'cards-changed' })
    return changed
  }
  const begin = (given: Partial<Card>) => {
    const made = inventCard({ card: `card-${state.cards.length}`, version: 1, status: 'draft', ...given })
    state.cards = [made, ...state.cards]
    state.events.push({ type: 'cards-changed' })
    return made
  }
  return {
    list: card.list.handler(() => [...state.cards]),
    get: card.get.handler(({ input }) => find(input.card)),
    create: card.create.handler(({ input: { about: _about, ...text } }) => begin(text)),
    correct: card.correct.handler(({ input: { matter, answerId, expected, mistake } }) => {
      const correctionId = `correction-${state.corrections.length}`
      const correction = { correctionId, answerId, expected, mistake, from: 'user', question: '', wrong: '' } as const
      state.corrections.push({ ...correction, createdAt: '2026-06-03T08:00:00.000Z' })
      const origin = { kind: 'correction', matter, correction: correctionId, pack: null } as const
      return begin({ summary: '', knowledge: [], mistake, origin })
    }),
    fromRun: card.fromRun.handler(({ input }) => begin({ summary: '', knowledge: [], mistake: input.mistake })),
    teacher: card.teacher.handler(() => ({ model: 'qwen3-8b' })),
    write: card.write.handler(({ input }) => {
      const { summary, knowledge } = inventCard({})
      return { summary, knowledge, teacher: input.model ?? 'qwen3-8b', promptVersion: 'card-1' }
    }),
    save: card.save.handler(({ input }) =>
      change(input.card, { ...input.text, status: 'draft', version: find(input.card).version + 1, test: null }),
    ),
    lint: card.lint.handler(() => []),
    test: card.test.handler(async function* ({ input }) {
      yield { type: 'testing-progress' as const, done: 0, of: 1 }
      yield { type: 'testing-end' as const, card: change(input.card, { status: 'tested' }) }
    }),
    approve: card.approve.handler(({ input }) => change(input.card, { status: 'approved', approvedBy: input.by })),
    retire: card.retire.handler(({ input }) => change(input.card, { status: 'retired' })),
    judge: card.judge.handler(({ input }) => find(input.card)),
    corrections: card.corrections.handler(() => state.corrections),
    scope: card.scope.handler(() => ({ domains: null, jurisdictions: null })),
    changeScope: card.changeScope.handler(() => ({ domains: null, jurisdictions: null })),
    gate: card.gate.handler(() => ({ threshold: 0.68, source: 'invented' })),
    setGate: card.setGate.handler(({ input: { sha256: _sha256, ...gate } }) => gate),
    import: card.import.handler(() => []),
    export: card.export.handler(({ input: { path } }) => ({
      path,
      cards: state.cards.length,
      leftOut: [],
      corrections: 0,
    })),
  }
}
