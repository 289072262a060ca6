import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may speak to the engine. An address in a history, a log or a screenshot opens nothing once it was used. */
export interface EntryTickets {
  /** Good for one exchange; then there is another. */
  readonly ticket: string
  /** The token of a new session for the present ticket; null for any other. */
  exchange(ticket: string): string | null
  /** Whether it is the token of a session of this launch. */
  admits(token: string): boolean
}

/** `onUsed`: the ticket was exchanged, and there is a new one. */
export function createEntryTickets(onUsed: () => void): EntryTickets {
  let ticket = secret()
  const sessions: string[] = []
  return {
    get ticket() {
      return ticket
    },
    exchange(given) {
      if (!isSame(given, ticket)) return null
      ticket = secret()
      const token = secret()
      sessions.push(token)
      onUsed()
      return token
    },
    admits: (token) => sessions.some((session) => isSame(token, session)),
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
