/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string

export type HashedPacket = {
  /** Of the provider. */
  readonly address: string
  readonly model: string
  readonly body: string
}

/** What a consent is given to: where it goes, which model, and every byte. The JSON is canonical (RFC 8785). */
export function packetHash({ address, model, body }: HashedPacket, sha256: Sha256): string {
  return sha256(JSON.stringify({ address, body, model }))
}
