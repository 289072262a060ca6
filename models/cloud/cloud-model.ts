import type { Asks } from '../../disclosure/packet/cloud-prompt.ts'
import type { ConsentedPacket } from '../../disclosure/packet/consented-packet.ts'
import type { Message } from '../../wording/message.ts'

/** What a cloud model is asked: one message, which names its sources by marks (S1, R1). */
export type CloudPrompt = {
  /** The whole message, as a person reads it. */
  readonly text: string
  /** What may be cited. */
  readonly marks: readonly string[]
  /** What is asked for beside sentences; absent: nothing. */
  readonly asks?: Asks
}

export type CloudProviderKind = 'openai-compatible' | 'anthropic' | 'google'

export type CloudModelInfo = {
  /** The name that the user gave it. */
  readonly provider: string
  readonly kind: CloudProviderKind
  /** Where it is; the exact address of a request follows from it and the model. */
  readonly address: string
  readonly model: string
}

/** What a key is for, with the key; they are read together, and the key is kept nowhere. */
export type CloudAccount = Omit<CloudModelInfo, 'provider'> & { readonly key: string | null }

export type CloudEvent =
  /** Before the first byte of each attempt; `attempt` counts from 1. */
  | { readonly type: 'attempt'; readonly attempt: number }
  | { readonly type: 'waiting-to-retry'; readonly seconds: number; readonly why: Message }
  | { readonly type: 'text'; readonly text: string }

export type CloudReply = {
  readonly text: string
  readonly tokens: { readonly prompt: number; readonly generated: number } | null
  /** `length`: the model was cut off by its own limit. */
  readonly end: 'end' | 'length'
}

/**
 * A model on another computer. The body of a request is made by `bodyOf`, shown to the user, and sent by `send` byte for byte;
 * the same prompt always gives the same body, and nothing but the one address is ever connected to.
 */
export interface CloudModel {
  readonly info: CloudModelInfo
  bodyOf(prompt: CloudPrompt): Promise<string>
  /**
   * Sends the packet, whose consent is used up by it, and streams the reply. Sent again, the same bytes, where the server is busy or failing (429, 5xx) or the
   * connection was lost before a reply, unless the provider has become another one meanwhile. Throws `CloudFailure`.
   */
  send(packet: ConsentedPacket, signal: AbortSignal): AsyncGenerator<CloudEvent, CloudReply, void>
}
