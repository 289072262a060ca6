import * as z from 'zod'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** Changes when older programs could not read the tables. */
export const SCHEMA_VERSION = 1

/**
 * One published state of a reference library. Its row is written last, in one commit, and names the versions of the tables
 * that belong together; so a reader sees the whole of one edition and nothing of a build that goes on.
 */
export const Edition = z.object({
  schema: z.number().int(),
  sequence: z.number().int(),
  embedder: z.object({ id: z.string(), revision: z.string(), dimensions: z.number().int() }),
  readingVersion: z.string(),
  builtAt: z.string(),
  documents: z.number().int(),
  pages: z.number().int(),
  passages: z.number().int(),
  /** The end of the tables' names, their versions, and with how many rows the index of vectors was made (0: none). */
  tables: z.object({
    key: z.string(),
    documentsVersion: z.number().int(),
    passagesVersion: z.number().int(),
    vectorIndexRows: z.number().int(),
  }),
})
export type Edition = z.infer<typeof Edition>

/** Throws when a newer program wrote it, or something else than this program. */
export function parseEdition(json: string, address: string): Edition {
  const raw: unknown = JSON.parse(json)
  const schema = (raw as { schema?: unknown }).schema
  if (typeof schema === 'number' && schema > SCHEMA_VERSION)
    throw new Failure(
      'WRONG_USE',
      message('failures.references.newer', { format: schema, known: SCHEMA_VERSION, address }),
    )
  const { data } = Edition.safeParse(raw)
  if (data) return data
  throw new Failure('DAMAGED', message('failures.references.notOne', { address }))
}
