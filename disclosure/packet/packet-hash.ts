/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string

export type HashedPacket = {
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
