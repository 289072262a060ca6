import type { ReadFailure } from './read-failure.ts'

/** What the user is told when the reader process died over a document. `reason` is the supervisor's, in its words. */
export function lostReaderFailure(reason: string): ReadFailure {
  const limitMb = /out of memory \(more than (\d+) MB\)/.exec(reason)?.[1]
  if (limitMb)
    return { code: 'memory', message: `Reading needs more than ${limitMb} MB of memory and was stopped.`, retry: false }
  if (reason.includes('out of memory'))
    return {
      code: 'memory',
      message: 'Reading needs more memory than a document may take and was stopped.',
      retry: false,
    }
  if (reason.includes('unresponsive'))
    return { code: 'time', message: 'Reading came to a standstill and was stopped.', retry: true }
  return { code: 'crashed', message: 'The reader crashed over this file. It may be damaged.', retry: true }
}

/** Time was up. */
export function slowReaderFailure(limitMs: number): ReadFailure {
  const message = `Reading took longer than ${Math.ceil(limitMs / 1000)} s and was stopped.`
  return { code: 'time', message, retry: true }
}
