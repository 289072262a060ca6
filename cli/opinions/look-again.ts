import type { AssistantClient } from '../../contract/index.ts'
import type { Packet } from '../../contract/opinions/packet.ts'
import type { Output } from '../output.ts'
import type { Session } from '../session.ts'

/** The packet once more, with what the local model names replaced too. */
export async function lookAgain(
  { output, signal }: Session,
  assistant: AssistantClient,
  matter: string,
  packet: Packet,
): Promise<Packet> {
  for await (const event of await assistant.packet.lookAgain({ matter, packetId: packet.packetId }, { signal })) {
    if (event.type === 'packet') {
      output.progress(null)
      return event.packet
    }
    showLooking(event, output)
  }
  throw new Error('The packet did not come back.')
}

export type Named = readonly { readonly term: string; readonly type: string }[]

/** What the local model names in a text. */
export async function namedIn({ output, signal }: Session, assistant: AssistantClient, text: string): Promise<Named> {
  let terms: Named = []
  for await (const event of await assistant.term.findByModel({ text }, { signal })) {
    if (event.type === 'named') ({ terms } = event)
    else showLooking(event, output)
  }
  output.progress(null)
  return terms
}

type Looking =
  | { readonly type: 'looking-begin'; readonly items: number }
  | { readonly type: 'looking-item'; readonly index: number; readonly found: number }

function showLooking(event: Looking, output: Output): void {
  if (event.type === 'looking-begin') output.progress(`The local model reads ${event.items} pieces …`)
  else output.progress(`Piece ${event.index + 1} is read; ${event.found} terms named so far …`)
}
