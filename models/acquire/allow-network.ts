/** Called before every attempt to connect; throws `OfflineError` while the privacy switch is on. */
export type AllowNetwork = () => void

export class OfflineError extends Error {
  override name = 'OfflineError'
  readonly code = 'OFFLINE'
}
