import { createRouterClient } from '@orpc/server'
import type { Assistant } from '../../../../assistant/assembly/assistant.ts'
import { router } from '../../../../assistant/router/router.ts'
import type { DecisionSubject } from '../../../../contract/opinions/decision.ts'
import type { AssistantClient } from '../../../../contract/index.ts'
import type { Consultation } from '../../../../contract/opinions/opinion.ts'
import type { Packet, PrepareInput } from '../../../../contract/opinions/packet.ts'
import type { Turn } from '../../../../models/language-model.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { asksElsewhere, type Elsewhere, justPrepared, MATTER, QUESTION, send } from '../asked-elsewhere.ts'

export const WRONG = 'Mr Arthur Hollis gave notice on 5 March 2025 [S1].'
export const RIGHT = 'Mr Arthur Hollis gave notice on 3 March 2025.'
export const LESSON = 'Look for the sentence about the act that is asked of, and take the day that stands with it.'

export type Decided = AsyncDisposable & {
  readonly elsewhere: Elsewhere
  /** Whose model answers wrong, and right where it is given the lesson. */
  readonly client: AssistantClient
}

/** A matter whose question this computer answers wrong, and a provider that answers it right. */
export async function decidesElsewhere(): Promise<Decided> {
  const elsewhere = await asksElsewhere()
  const says = (turns: readonly Turn[]) => {
    const text = turns.at(-1)?.text ?? ''
    return text.includes('take the day that stands with it') ? `${RIGHT.slice(0, -1)} [S1].` : WRONG
  }
  const { assistant } = elsewhere.whole
  const shelf = {
    ...assistant.shelf,
    language: async () => createScriptedModel({ says, top: [0.5, 0.3] }) as never,
  }
  const context = { assistant: Object.assign(Object.create(assistant) as Assistant, { shelf }) }
  const client: AssistantClient = createRouterClient(router, { context })
  await client.application.changeSettings({ network: true })
  return { elsewhere, client, [Symbol.asyncDispose]: () => elsewhere[Symbol.asyncDispose]() }
}

export async function ask(client: AssistantClient, question = QUESTION) {
  for await (const event of await client.answer.ask({ matter: MATTER, question }))
    if (event.type === 'answer-end') return event
  throw new Error('Expected an answer.')
}

/** Sends what is asked with every flagged word kept; what comes back says `claims`. */
export async function consult(
  { elsewhere, client }: Decided,
  claims: readonly string[],
  asked: Partial<PrepareInput> = {},
  more: object = {},
): Promise<Consultation> {
  elsewhere.server.say = () => [
    JSON.stringify({ claims: claims.map((text) => ({ text, sources: ['S1'] })), missing: [], ...more }),
  ]
  const packet = await ready(client, await justPrepared(client, { question: QUESTION, ...asked }))
  const { error } = await send(client, packet)
  if (error) throw new Error(error.message)
  return client.opinion.get({ matter: MATTER, consultation: packet.consultation })
}

async function ready(client: AssistantClient, packet: Packet): Promise<Packet> {
  const open = packet.flags.find(({ decision }) => decision === 'open')
  if (!open) return packet
  const change = { decide: { flag: open.flag, decision: 'keep', remember: false } } as const
  return ready(client, await client.packet.change({ matter: MATTER, packetId: packet.packetId, change }))
}

export function lineOf({ agreement }: Consultation, at = 0): DecisionSubject {
  const row = agreement?.claims[at]
  if (!row) throw new Error(`Expected a line ${at} of the comparison.`)
  const { local, blind, informed } = row
  return { of: 'line', local, blind, informed }
}
