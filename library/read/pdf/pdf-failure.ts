import { damagedFailure, ReadFailedError, unsupportedFailure } from '../read-failure.ts'

/** What liteparse says of a file it cannot open; it tells its errors apart only by their words. */
export function pdfFailure(error: unknown, passwordGiven: boolean): ReadFailedError {
  const text = error instanceof Error ? error.message : String(error)
  if (/password/i.test(text)) return passwordFailure(passwordGiven, error)
  if (/unsupported security handler/i.test(text))
    return unsupportedFailure('PDFs locked with a certificate', 'Save it without the lock and add it again.')
  return damagedFailure('it cannot be opened as a PDF', error)
}

export function passwordFailure(passwordGiven: boolean, cause: unknown): ReadFailedError {
  const message = passwordGiven
    ? 'The password does not open this PDF.'
    : 'This PDF is locked. Give its password to read it.'
  return new ReadFailedError({ code: 'password', message, retry: true }, { cause })
}
