import { createRouterClient } from '@orpc/server'
import type { Assistant } from '../../../assistant/assembly/assistant.ts'
import { createProviders } from '../../../assistant/packets/providers.ts'
import { router } from '../../../assistant/router/router.ts'
import type { AssistantClient } from '../../../contract/index.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import type { Packet, PrepareInput } from '../../../contract/opinions/packet.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { type CloudServer, startCloudServer } from '../../../scripts/cloud-server/cloud-server.ts'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

export const MATTER = 'Hollis'
export const QUESTION = 'When did Mr Arthur Hollis give notice?'
const LETTER = `Mr Arthur Hollis of arthur.hollis@example.org gave notice on 3 March 2025.

The Landlord received 1,250 pounds on 5 March 2025 and did not answer.
`

const SOON = { attempts: 3, waitSeconds: [0.01, 0.01], longestWaitSeconds: 60 }

export type Elsewhere = AsyncDisposable & {
  readonly whole: WholeAssistant
  readonly server: CloudServer
  readonly client: AssistantClient
  /** The same, with some of its parts in the place of its own. */
  clientWith(parts: Partial<Assistant>): AssistantClient
}

/** An assistant with one matter that has a letter and names of its own, and a provider on loopback. */
export async function asksElsewhere(): Promise<Elsewhere> {
  const life = new AsyncDisposableStack()
  const server = life.use(await startCloudServer())
  const whole = life.use(await wholeAssistant())
  await whole.client.home.create({ passphrase: null })
  await whole.client.application.changeSettings({ userName: 'J. Marsh' })
  await whole.client.matter.create({ name: MATTER })
  // Loaded here, where nobody waits for it against a clock.
  await whole.assistant.detection()
  const paths = [await whole.write('letter.txt', LETTER)]
  for await (const _ of await whole.client.library.addPaths({ matter: MATTER, paths }));
  await whole.client.term.add({ matter: MATTER, term: 'Arthur Hollis', type: 'person' })
  await whole.client.provider.save({
    provider: 'Here',
    kind: 'openai-compatible',
    address: server.address,
    model: 'served',
    account: '',
    retention: '',
    key: 'key-of-the-test-1234',
  })
  /** With a local model that can write notes, and little patience. */
  function clientWith(parts: Partial<Assistant>): AssistantClient {
    const { assistant } = whole
    const model = createScriptedModel({ says: ['The passage gives a date of notice.'] })
    const shelf = { ...assistant.shelf, language: async () => model as never }
    const providers = createProviders(() => assistant.session.store().app, SOON)
    return createRouterClient(router, {
      context: { assistant: Object.assign(Object.create(assistant), { shelf, providers, ...parts }) },
    })
  }
  return {
    whole,
    server,
    clientWith,
    get client() {
      return clientWith({})
    },
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

export type Prepared = { readonly packetId: string; readonly hash: string; readonly packet: Packet }

/** A packet in which every flagged word was decided. */
export async function prepared(client: AssistantClient, consultation: string | null = null): Promise<Prepared> {
  const kind = consultation === null ? 'blind' : 'informed'
  const input = { matter: MATTER, question: QUESTION, provider: 'Here', kind, consultation } as const
  let packet: Packet | null = null
  for await (const event of await client.packet.prepare(input)) if (event.type === 'packet') ({ packet } = event)
  for (;;) {
    const open = packet?.flags.find(({ decision }) => decision === 'open')
    if (!packet || !open) break
    const change = { decide: { flag: open.flag, decision: 'mask', remember: false } } as const
    packet = await client.packet.change({ matter: MATTER, packetId: packet.packetId, change })
  }
  if (!packet) throw new Error('No packet was prepared.')
  return { packetId: packet.packetId, hash: packet.hash, packet }
}

/** Decides nothing. */
export async function justPrepared(
  client: AssistantClient,
  asked: Partial<PrepareInput> & { readonly question: string },
): Promise<Packet> {
  const input = { matter: MATTER, provider: 'Here', ...asked }
  for await (const event of await client.packet.prepare(input)) if (event.type === 'packet') return event.packet
  throw new Error('No packet was prepared.')
}

/** Every flagged word is kept. */
export async function decidedPacket(
  client: AssistantClient,
  asked: Partial<PrepareInput> & { readonly question: string },
): Promise<Packet> {
  let packet = await justPrepared(client, asked)
  for (const { flag } of packet.flags) {
    const change = { decide: { flag, decision: 'keep', remember: false } } as const
    packet = await client.packet.change({ matter: MATTER, packetId: packet.packetId, change })
  }
  return packet
}

export type Sent = {
  readonly opinion: Opinion | null
  readonly error: { code?: string; message: string } | null
  readonly events: string[]
}

/** `onEvent` is waited for before the next event is asked for, so what it does comes at that very point of the sending. */
export async function send(
  client: AssistantClient,
  { packetId, hash }: Pick<Prepared, 'packetId' | 'hash'>,
  onEvent: (type: string) => unknown = () => {},
): Promise<Sent> {
  const events: string[] = []
  let opinion: Opinion | null = null
  try {
    for await (const event of await client.opinion.send({ matter: MATTER, packetId, hash })) {
      events.push(event.type)
      await onEvent(event.type)
      if (event.type === 'opinion-end') opinion = event
    }
    return { opinion, error: null, events }
  } catch (error) {
    return { opinion, error: error as Error, events }
  }
}
