import type { Asks } from '../../disclosure/packet/asks.ts'
import type { Detection } from '../../disclosure/packet/mask-segments.ts'
import type { Knowledge } from '../rules/knowledge.ts'

/** Makes the body of a request as the provider's client sends it; connects to nothing. */
export type BodyMaker = {
  readonly info: { readonly provider: string; readonly address: string; readonly model: string }
  bodyOf(prompt: { readonly text: string; readonly marks: readonly string[]; readonly asks?: Asks }): Promise<string>
}

/** What packets are made with. The assistant has all of it. */
export type PacketTools = {
  /** Loads its lists at the first call. */
  readonly detection: () => Promise<Detection>
  /** Throws `NOT_FOUND`. */
  readonly providers: { model(name: string): BodyMaker }
  readonly knowledge: Knowledge
  readonly now: () => Date
}
