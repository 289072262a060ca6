import * as z from 'zod'

/**
 * Every failure a user interface may have to branch on. `message` says what happened and what to do; it is shown as it is.
 * The command line maps each code to an exit code (`cli/failures.ts`).
 */
const data = z.object({ about: z.string().optional() }).optional()

// What the engine says of a failure, in English on every surface; the window has words of its own for what it does about one.
/* oxlint-disable consilium/no-bare-text */
export const errors = {
  WRONG_USE: { message: 'The request is not valid.', data },
  NOT_FOUND: { message: 'It was not found.', data },
  ALREADY_EXISTS: { message: 'That name is taken.', data },
  LOCKED: { message: 'Consilium is locked. Unlock it first.', data },
  WRONG_KEY: { message: 'That passphrase or key does not open it.', data },
  NO_MODEL: { message: 'No usable model is installed.', data },
  OFFLINE: { message: 'The privacy switch is on: nothing may use the network.', data },
  /** Nothing leaves without a person's yes to these very bytes; or the matter forbids sending at all. */
  NO_CONSENT: { message: 'Nothing was sent: this exact text is not approved.', data },
  IN_USE: { message: 'Another process has this home open.', data },
  DAMAGED: { message: 'A file of the store is damaged.', data },
  NO_SPACE: { message: 'There is not enough room.', data },
  READ_ONLY: { message: 'The folder of Consilium can only be read.', data },
  FETCH_FAILED: { message: 'The file could not be fetched.', data },
  NOT_ENOUGH_MEMORY: { message: 'There is not enough free memory.', data },
  TOO_LONG: { message: 'The text is too long for the model.', data },
  PROCESS_LOST: { message: 'A part of the program stopped.', data },
} as const

export type ErrorCode = keyof typeof errors
