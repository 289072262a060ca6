/** A text that is no condition, fact or goal. Thrown by the readers of this folder, with the place inside the text. */
export class ReadError extends Error {
  readonly offset: number
  /** What to write instead. */
  readonly fix: string

  constructor(message: string, fix: string, offset: number) {
    super(message)
    this.name = 'ReadError'
    this.offset = offset
    this.fix = fix
  }
}
