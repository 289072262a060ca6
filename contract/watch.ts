import * as z from 'zod'

/**
 * `missing`: the folder is not there. `held`: so many files are gone at once that their documents were kept until somebody says
 * what is to become of them.
 */
export const WatchState = z.object({
  kind: z.enum(['watching', 'paused', 'missing', 'held']),
  lookedAt: z.string().nullable(),
  /** Files that were taken since watching began or went on. */
  taken: z.number().int(),
  /** Files that are gone while their documents are kept. */
  gone: z.number().int(),
  /** What is wrong, in words for the user. */
  message: z.string().nullable(),
})
export type WatchState = z.infer<typeof WatchState>

/** A folder of this computer whose files a matter follows. */
export const WatchedFolder = WatchState.extend({ folder: z.string() })
export type WatchedFolder = z.infer<typeof WatchedFolder>
