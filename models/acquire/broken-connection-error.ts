/** A connection that failed in a way that another attempt may mend; never leaves `acquire/`. */
export class BrokenConnectionError extends Error {
  override name = 'BrokenConnectionError'
}
