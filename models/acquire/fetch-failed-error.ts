/** A file could not be had from the network. What came already is kept unless the message says otherwise. */
export class FetchFailedError extends Error {
  override name = 'FetchFailedError'
  readonly code = 'FETCH_FAILED'
}
