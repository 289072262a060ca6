import { ReadFailedError } from './read-failure.ts'

/** A document that is encrypted and can't be opened here, even with its password. `name` begins "… is locked". */
export function lockedFailure(name: string): ReadFailedError {
  const message = `${name} is locked by a password. Open it in its own program, save it without a password, and add it again.`
  return new ReadFailedError({ code: 'password', message, retry: false })
}
