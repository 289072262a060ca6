/**
 * The line to the engine broke while something was under way; `message` is the reason. Never confused with a stop that the
 * user asked for, which stays an AbortError. `hasFailed`: the engine stays stopped until it is started again. `isRefused`: this
 * window is not let in.
 */
export class ConnectionLostError extends Error {
  override name = 'ConnectionLostError'
  readonly hasFailed: boolean
  readonly isRefused: boolean

  constructor(
    reason: string,
    options: ErrorOptions & { readonly hasFailed?: boolean; readonly isRefused?: boolean } = {},
  ) {
    super(reason, options)
    this.hasFailed = options.hasFailed ?? false
    this.isRefused = options.isRefused ?? false
  }
}
