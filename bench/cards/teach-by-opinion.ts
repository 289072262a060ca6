import { isRight } from '../../assistant/learning/try-question.ts'
import type { PrepareInput } from '../../contract/opinions/packet.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Opinion } from '../../contract/opinions/opinion.ts'
import type { Teach } from './approve-lessons.ts'

export type ByOpinion = { readonly provider: string; readonly model: string }

/**
 * The way through the program: the question is asked here and elsewhere, the gold answer decides, and the other model is asked for the
 * general lesson in a packet of its own, whose words are the card. Every flagged word is replaced. Null where there is nothing to decide.
 */
export function teachByOpinion({ provider, model }: ByOpinion, client: AssistantClient): Teach {
  return async ({ question, gold }, matter) => {
    const expected = gold ?? ''
    const answerId = await askedHere({ matter, question, model })
    const { consultation } = await sent({ matter, question, provider, answerId })
    const { agreement } = await client.opinion.get({ matter, consultation })
    const line = agreement?.claims.find(({ state }) => state !== 'agree') ?? agreement?.claims[0]
    if (!line || expected === '') return null
    const { local, blind, informed, state } = line
    const told = (await client.opinion.get({ matter, consultation })).blind?.text ?? ''
    const outcome = state !== 'agree' && isRight(told, { question, expected }) ? 'second' : 'neither'
    const subject = { of: 'line', local, blind, informed } as const
    const decided = await client.opinion.decide({ matter, consultation, subject, outcome, right: expected })
    const { decisionId, lesson } = decided
    if (!lesson) return null
    await sent({ matter, ...lesson, provider, sources: [], differential: false })
    return client.opinion.card({ matter, decisionId, start: 'lesson' })
  }

  async function askedHere(asked: { matter: string; question: string; model: string }): Promise<string> {
    for await (const event of await client.answer.ask({ ...asked, cards: 'off', rules: 'off' }))
      if (event.type === 'answer-end') return event.answerId
    throw new Error('The answer did not end.')
  }

  async function sent(asked: PrepareInput): Promise<Opinion> {
    const { matter } = asked
    for await (const event of await client.packet.prepare(asked)) {
      if (event.type !== 'packet') continue
      let { packet } = event
      for (const { flag } of event.packet.flags) {
        const change = { decide: { flag, decision: 'mask', remember: false } } as const
        packet = await client.packet.change({ matter, packetId: packet.packetId, change })
      }
      const { packetId, hash } = packet
      for await (const step of await client.opinion.send({ matter, packetId, hash }))
        if (step.type === 'opinion-end') return step
    }
    throw new Error('No opinion came.')
  }
}
