/** Why a reference library cannot be used, in words for the user. The codes are those of the contract. */
export class ReferenceError extends Error {
  override name = 'ReferenceError'
  readonly code: 'NOT_FOUND' | 'DAMAGED' | 'WRONG_USE' | 'FETCH_FAILED' | 'IN_USE' | 'NO_SPACE'
  constructor(code: ReferenceError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
