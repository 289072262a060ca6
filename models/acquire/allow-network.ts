/** Called before every attempt to connect; throws `OfflineError` while the privacy switch is on. */
export type AllowNetwork = () => void

export class OfflineError extends Error {
  override name = 'OfflineError'
  readonly code = 'OFFLINE'
}

/** A file could not be had from the network. What came already is kept unless the message says otherwise. */
export class FetchFailedError extends Error {
  override name = 'FetchFailedError'
  readonly code = 'FETCH_FAILED'
}

/** A connection that failed in a way that another attempt may mend; never leaves `acquire/`. */
export class BrokenConnectionError extends Error {
  override name = 'BrokenConnectionError'
}
