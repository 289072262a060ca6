import * as z from 'zod'
import { ERROR_CODES, type ErrorCode } from '../wording/failure.ts'
import { messageSchema } from './message.ts'

/** What happened, for each surface to put into its own language; with `tellsAll`, also what was kept and what to do. */
const data = z.object({ said: messageSchema, tellsAll: z.boolean().optional() }).optional()

/** Every failure a user interface may have to branch on, as oRPC declares them. */
export const errors = Object.fromEntries(ERROR_CODES.map((code) => [code, { data }])) as Readonly<
  Record<ErrorCode, { readonly data: typeof data }>
>
