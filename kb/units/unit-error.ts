/** Two units do not convert, or one is not known. The message is for the author or the user. */
export class UnitError extends Error {
  override readonly name = 'UnitError'
}
