import { oc } from '@orpc/contract'
import * as z from 'zod'
import { errors } from './errors.ts'

const base = oc.errors(errors)

/** What the publisher offers, beside the version that runs. `older` is never to be installed. */
export const UpdateCheck = z.object({
  outcome: z.enum(['newer', 'same', 'older']),
  version: z.string(),
  running: z.string(),
  host: z.string(),
  /** Day of the calendar, ISO. */
  published: z.string(),
  /** Where it is fetched, by hand. */
  page: z.string(),
})
export type UpdateCheck = z.infer<typeof UpdateCheck>

/** `checkedAt`: ISO time. */
export const KnownUpdate = UpdateCheck.extend({ checkedAt: z.string() })
export type KnownUpdate = z.infer<typeof KnownUpdate>

export const UpdateState = z.object({
  version: z.string(),
  /** Whom a check would connect to; null: this copy was built without an address. */
  host: z.string().nullable(),
  /** What is kept of the data as it was before the last update changed it. */
  copies: z
    .object({
      folder: z.string(),
      files: z.number().int(),
      bytes: z.number().int(),
      /** ISO time of the newest. */
      madeAt: z.string(),
    })
    .nullable(),
  /** What the last check found. */
  known: KnownUpdate.nullable(),
})
export type UpdateState = z.infer<typeof UpdateState>

export const updateProcedures = {
  /** Connects to nothing. */
  state: base.output(UpdateState),
  /**
   * One request, with nothing in it but the address. Throws `OFFLINE`, `FETCH_FAILED`, `DAMAGED` for what the publisher has not signed,
   * and `WRONG_USE` where this copy was built without an address.
   */
  check: base.output(KnownUpdate),
}
