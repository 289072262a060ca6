import * as z from 'zod'

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
    throw new ReferenceError(
      'WRONG_USE',
      `The reference library at ${address} was built by a newer Consilium (format ${schema}, this one reads ${SCHEMA_VERSION}). Update Consilium, or have it built with this version.`,
    )
  const { data } = Edition.safeParse(raw)
  if (data) return data
  throw new ReferenceError(
    'DAMAGED',
    `What lies at ${address} is not a reference library that can be read. Build it anew.`,
  )
}

/** Why a reference library cannot be used, in words for the user. The codes are those of the contract. */
export class ReferenceError extends Error {
  override name = 'ReferenceError'
  readonly code: 'NOT_FOUND' | 'DAMAGED' | 'WRONG_USE' | 'FETCH_FAILED' | 'IN_USE' | 'NO_SPACE'
  constructor(code: ReferenceError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
