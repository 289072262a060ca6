import { message } from '../../../wording/message.ts'
import { implement } from '@orpc/server'
import { RED_FLAG_TOPICS } from '../../../assistant/escalation/red-flag-topics.ts'
import { contract } from '../../../contract/index.ts'
import type { Routing } from '../../../contract/answers/routing.ts'
import type { StandInState } from './stand-in-assistant.ts'

const os = implement(contract)

/** A suggestion below every answer that is uncertain. */
export function routingPart(state: StandInState) {
  const { routing } = os
  const dismissed = new Set<string>()
  const find = (answerId: string): Routing | null => {
    const answer = state.answers.find((one) => one.answerId === answerId)
    if (answer?.state !== 'uncertain') return null
    return { ...inventRouting(answerId), outcome: dismissed.has(answerId) ? 'dismissed' : 'none' }
  }
  return {
    get: routing.get.handler(({ input }) => find(input.answerId)),
    list: routing.list.handler(() => state.answers.flatMap(({ answerId }) => find(answerId) ?? [])),
    dismiss: routing.dismiss.handler(({ input }) => {
      dismissed.add(input.answerId)
      return find(input.answerId)
    }),
    topics: routing.topics.handler(() => [...RED_FLAG_TOPICS]),
  }
}

function inventRouting(answerId: string): Routing {
  return {
    answerId,
    at: '2026-06-03T09:40:00.000Z',
    suggested: true,
    withheld: null,
    reasons: [
      { code: 'no-source', text: message('secondLook.reasons.noSource', { count: 1, numbers: { all: ['4'] } }) },
      { code: 'absent', text: message('secondLook.reasons.absent', { count: 1, numbers: { all: ['2'] } }) },
    ],
    doubt: 0.41,
    cost: {
      provider: 'Meridian Cloud, Frankfurt',
      model: 'meridian-large-2',
      money: { amount: 0.012, currency: 'EUR', prompt: 1400, reply: 500 },
      time: { seconds: 9, replies: 4 },
      passages: 4,
      characters: 3120,
      maskedTerms: 9,
    },
    outcome: 'none',
    decidedAt: null,
  }
}
