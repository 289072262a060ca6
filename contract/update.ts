import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { errors } from './errors.ts'
import { ModelProgress } from './model.ts'

const base = oc.errors(errors)

/** How a copy came onto this computer, and so how a newer version takes its place. `installer`: NSIS, on Windows. */
export const PackageKind = z.enum(['appimage', 'deb', 'installer', 'portable', 'dmg'])
export type PackageKind = z.infer<typeof PackageKind>

/** The file of an offered version that fits this copy, as the publisher signed it. */
export const UpdateFile = z.object({
  kind: PackageKind,
  name: z.string(),
  address: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
})
export type UpdateFile = z.infer<typeof UpdateFile>

/** What the publisher offers, beside the version that runs. `older` is never to be installed. */
export const UpdateCheck = z.object({
  outcome: z.enum(['newer', 'same', 'older']),
  version: z.string(),
  running: z.string(),
  host: z.string(),
  /** Day of the calendar, ISO. */
  published: z.string(),
  /** Where it is fetched by hand. */
  page: z.string(),
  /** Null: this copy is no package, or the publisher names none of its kind. */
  file: UpdateFile.nullable().default(null),
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
  /** What has come of its file: `ready` once the whole was checked. Null: nothing. */
  staged: z.object({ doneBytes: z.number().int(), ready: z.boolean(), path: z.string() }).nullable(),
  /** The version that an update of this AppImage has replaced. `isRunning`: the new one starts the next time. Null: none is kept. */
  previous: z.object({ version: z.string(), isRunning: z.boolean() }).nullable(),
})
export type UpdateState = z.infer<typeof UpdateState>

export const UpdateInstalled = z.object({
  /** `replaced`: the next start is of the new version. `opened`: the system's installer has the file and asks the rest. */
  way: z.enum(['replaced', 'opened']),
  kind: PackageKind,
  version: z.string(),
  path: z.string(),
})
export type UpdateInstalled = z.infer<typeof UpdateInstalled>

export const UpdateUndone = z.object({
  version: z.string(),
  /** Where the data lies as that version left it, where the newer one has changed it since; null: it has not. */
  copies: z.string().nullable(),
})
export type UpdateUndone = z.infer<typeof UpdateUndone>

export const updateProcedures = {
  /** Connects to nothing. */
  state: base.output(UpdateState),
  /**
   * One request, with nothing in it but the address. Throws `OFFLINE`, `FETCH_FAILED`, `DAMAGED` for what the publisher has not signed,
   * and `WRONG_USE` where this copy was built without an address.
   */
  check: base.output(KnownUpdate),
  /**
   * Fetches the file that the last check found, going on where an earlier download stopped, and checks size and SHA-256; nothing is
   * changed by it. An abort keeps what came. Throws `OFFLINE`, `FETCH_FAILED`, `DAMAGED`, `NO_SPACE`, `READ_ONLY`, `IN_USE`, and
   * `WRONG_USE` where there is nothing to fetch.
   */
  download: base.output(eventIterator(ModelProgress)),
  /** Checks the fetched file once more and puts it in the place of this copy, or hands it to the system's installer. */
  install: base.output(UpdateInstalled),
  /** Puts the AppImage back that an update has replaced. */
  goBack: base.output(UpdateUndone),
}
