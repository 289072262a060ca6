export const MATTER = 'Hollis v Marlowe'

/** Of the homes that one locks. */
export const PASSPHRASE = 'a home of before'

export type Line = Readonly<Record<string, unknown>>

/** What an older version said of the home that it wrote (`write-home.ts`), line by line as its command line printed it. */
export type Written = {
  readonly documents: readonly Line[]
  /** By document. */
  readonly texts: Readonly<Record<string, string>>
  readonly answers: readonly Line[]
  readonly facts: readonly Line[]
  readonly terms: readonly Line[]
  readonly packets: readonly { readonly packetId: string; readonly question: string; readonly hash: string }[]
  readonly ledger: readonly Line[]
  readonly verified: readonly Line[]
}
