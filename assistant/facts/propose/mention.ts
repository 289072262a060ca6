/** A value that stands in a text: where, and as facts are written (`58 kg`, `2026-06-01`, `diabetes`). */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly arg: string
  /** A number whose unit is left out. */
  readonly isBare?: boolean
}
