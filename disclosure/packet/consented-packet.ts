import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'
import type { SearchTerm } from '../pseudonyms/search-terms.ts'
import { type Asks, asksOf, composeText } from './cloud-prompt.ts'
import { lastCheck, type OutgoingSegment } from './last-check.ts'

export type PacketContent = {
  readonly packetId: string
  readonly provider: string
  readonly address: string
  readonly model: string
  readonly body: string
  readonly emptyBody: string
  readonly segments: readonly OutgoingSegment[]
  readonly openFlags: number
  readonly marks: readonly string[]
}

/** Why a packet may not leave: that nothing was sent, and what to do. */
export class ConsentRefusedError extends Failure {
  override name = 'ConsentRefusedError'
  readonly reason: 'hash' | 'flags' | 'provider' | 'changed' | 'terms'
  constructor(reason: ConsentRefusedError['reason'], said: Message) {
    super('NO_CONSENT', said)
    this.reason = reason
  }
}

const KEY = Symbol('only consentTo makes one')

class Consented {
  readonly #content: PacketContent
  readonly #hash: string
  #isTaken = false

  constructor(key: symbol, content: PacketContent, hash: string) {
    if (key !== KEY) throw new TypeError('A packet is consented to by consentTo, and by nothing else.')
    this.#content = content
    this.#hash = hash
    Object.freeze(this)
  }
  get packetId(): string {
    return this.#content.packetId
  }
  get hash(): string {
    return this.#hash
  }
  get provider(): string {
    return this.#content.provider
  }
  get address(): string {
    return this.#content.address
  }
  get model(): string {
    return this.#content.model
  }
  /** The exact bytes of the request's body, as text. */
  get body(): string {
    return this.#content.body
  }
  /** The message in it. */
  get text(): string {
    return composeText(this.#content.segments)
  }
  /** The marks of the sources that a reply may cite. */
  get marks(): readonly string[] {
    return this.#content.marks
  }
  /** What it asks for beside sentences. */
  get asks(): Asks {
    return asksOf(this.#content.segments)
  }

  /** A consent is good for one sending: throws the second time. */
  take(): void {
    if (this.#isTaken) throw new ConsentRefusedError('hash', message('failures.outgoing.approvalUsed'))
    this.#isTaken = true
  }
  static isOne(value: unknown): value is Consented {
    return typeof value === 'object' && value !== null && #content in value
  }
}

/** A packet that a person agreed to, byte for byte. Made by `consentTo` alone; nothing else is one, at run time too. */
export type ConsentedPacket = Consented

/** Whether it was made by `consentTo`, whatever its shape. */
export function isConsented(value: unknown): value is ConsentedPacket {
  return Consented.isOne(value)
}

/** What a consent is held against. */
type ConsentCheck = {
  readonly sha256: Sha256
  readonly terms: readonly SearchTerm[]
  /** The packet as it is made from the same draft now. */
  readonly anew: HashedPacket & Pick<PacketContent, 'openFlags'>
}

/**
 * Takes the yes to the hash of what was shown. Throws `ConsentRefusedError` when the hash is not that of these bytes, when a flagged
 * word is not decided, when the packet would be another one now, or when the bytes do not pass the last check.
 */
export function consentTo(
  content: PacketContent,
  givenHash: string,
  { sha256, terms, anew }: ConsentCheck,
): ConsentedPacket {
  const hash = packetHash(content, sha256)
  if (givenHash !== hash) throw new ConsentRefusedError('hash', message('failures.outgoing.otherText'))
  if (content.openFlags > 0)
    throw new ConsentRefusedError('flags', message('failures.outgoing.wordsOpen', { count: content.openFlags }))
  if (packetHash(anew, sha256) !== hash || anew.openFlags > 0)
    throw new ConsentRefusedError('changed', message('failures.outgoing.preparedAnew'))
  const complaint = lastCheck({ ...content, terms })
  if (complaint !== null) throw new ConsentRefusedError('terms', complaint)
  return new Consented(KEY, content, hash)
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string

type HashedPacket = {
  /** The name that the user gave it: two accounts may be at one address. */
  readonly provider: string
  readonly address: string
  readonly model: string
  readonly body: string
}

/** What a consent is given to: who gets it and where, which model, and every byte. The JSON is canonical (RFC 8785). */
export function packetHash({ provider, address, model, body }: HashedPacket, sha256: Sha256): string {
  return sha256(JSON.stringify({ address, body, model, provider }))
}
