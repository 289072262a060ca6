/** A quote, the passage that it is held against, and whether it may be accepted there. */
export type QuotePair = {
  readonly quoted: string
  readonly source: string
  readonly isTrue: boolean
  /** How it was made. */
  readonly kind: string
}
