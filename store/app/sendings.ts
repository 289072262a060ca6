import type { Ledger } from '../ledger.ts'

/** How much left for whom, never what. */
export type Sending = {
  /** Its id; the matter itself may be gone. */
  readonly matter: string
  readonly provider: string
  readonly model: string
  readonly packetHash: string
  readonly characters: number
  /** How many distinct terms of each type were replaced. */
  readonly masked: Readonly<Record<string, number>>
}

/**
 * One line for each sending, written before its first byte: entries of the application's own ledger, which outlives every
 * matter, so that a deletion cannot hide that something left.
 */
export interface Sendings {
  /** On the disk when it returns. */
  add(sending: Sending): void
}

export function createSendings(ledger: Ledger): Sendings {
  return { add: (sending) => void ledger.append('sending', sending) }
}
