import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { PageText } from '../../contract/document.ts'
import type { Reference, ReferenceEvent, StoreAccess } from '../../contract/reference.ts'
import type { Edition } from '../../library/reference/edition.ts'
import { hostOf, isAddress, isObjectStore } from '../../library/reference/reference-place.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { Foreground } from '../home/foreground.ts'
import {
  type AttachedReference,
  attachedReference,
  attachedReferences,
  findReference,
  forgetReference,
  keepReference,
  switchedOff as switchedOffMatters,
  switchReference,
} from './attached-references.ts'
import { buildReference, createRunningBuilds } from './build-reference.ts'
import { createOpenReferences, type OpenReferences, switchedOff } from './open-references.ts'
import {
  createReferenceTroubles,
  type MatterReferences,
  type ReferenceTroubles,
  searchReferences,
} from './search-references.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The reference libraries of a home. */
export interface References {
  list(): Promise<Reference[]>
  build(input: BuildInput, signal: AbortSignal): AsyncGenerator<ReferenceEvent, void, void>
  attach(input: AttachInput): Promise<Reference>
  remove(name: string, deleteFiles: boolean): Promise<void>
  use(name: string, matterId: string, on: boolean): void
  text(name: string, sha256: string): Promise<{ document: string; mediaType: string; pages: PageText[] }>
  /** Those that a matter is searched together with. */
  of(matterId: string): Promise<MatterReferences>
  /** Ends what is being built, keeping what was read, and closes all. */
  close(): Promise<void>
}

export type BuildInput = {
  readonly reference: string
  readonly paths: readonly string[]
  readonly address: string | null
  readonly access: StoreAccess | null
}

export type AttachInput = Omit<BuildInput, 'paths' | 'address'> & {
  readonly address: string
  readonly wordsOnly: boolean
}

export type ReferencesOptions = {
  /** Throws `LOCKED`. */
  readonly app: () => AppStore
  /** The folder that holds those which are built into the home. */
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
  readonly isNetworkOn: () => boolean
  readonly embedder: () => Promise<Embedder | null>
  readonly reader: RemoteReader
  readonly foreground: Foreground
  readonly ocrDataFolder: string | null
  readonly now: () => Date
  readonly onChange: () => void
}

/** What the parts of it share. */
type Shelf = {
  readonly options: ReferencesOptions
  readonly open: OpenReferences
  readonly troubles: ReferenceTroubles
  readonly settings: () => JsonSettings
  readonly keep: (attached: AttachedReference) => void
  readonly rowOf: (attached: AttachedReference) => Promise<Reference>
}

export function createReferences(options: ReferencesOptions): References {
  const nowMs = () => options.now().getTime()
  const shelf = createShelf(options, nowMs)
  const { open, settings, rowOf } = shelf
  const building = createRunningBuilds()
  return {
    list: () => Promise.all(attachedReferences(settings()).map(rowOf)),
    build: (input, signal) => building.run(input.reference, signal, (ended) => build(input, shelf, ended)),
    attach: (input) => attach(input, shelf),
    remove: (name, deleteFiles) => remove(name, deleteFiles, shelf),
    use(name, matterId, on) {
      switchReference(settings(), attachedReference(settings(), name).reference, matterId, on)
      options.onChange()
    },
    text: (name, sha256) => textOf(attachedReference(settings(), name), sha256, open),
    async of(matterId) {
      const off = switchedOffMatters(settings())
      const used = attachedReferences(settings()).filter(
        ({ reference, edition }) => edition !== null && !off[reference]?.includes(matterId),
      )
      return searchReferences({ attached: used, open, embedder: await options.embedder(), troubles: shelf.troubles })
    },
    async close() {
      await building.stopAll()
      open.closeAll()
    },
  }
}

function createShelf(options: ReferencesOptions, nowMs: () => number): Shelf {
  const { app, environment, isNetworkOn, embedder, onChange } = options
  const open = createOpenReferences({ environment, isNetworkOn, nowMs })
  const troubles = createReferenceTroubles(nowMs)
  const settings = () => app().settings
  return {
    options,
    open,
    troubles,
    settings,
    keep(attached) {
      keepReference(settings(), attached)
      open.forget(attached.reference)
      troubles.forget(attached.reference)
      onChange()
    },
    async rowOf(attached) {
      const off = switchedOffMatters(settings())[attached.reference] ?? []
      return toReference(attached, (await embedder())?.info.revision ?? null, hostOf(attached, environment), off)
    },
  }
}

async function* build(
  { reference, paths, address, access }: BuildInput,
  { options, settings, keep, rowOf }: Shelf,
  signal: AbortSignal,
): AsyncGenerator<ReferenceEvent, void, void> {
  const { app, environment, embedder, now, folder } = options
  const startedMs = now().getTime()
  const model = await embedder()
  if (!model) throw noEmbedder()
  const given = address === null ? null : placeOf(address, access)
  const attached = placeToBuild(reference, findReference(settings(), reference), given, join(folder, reference))
  refuseOffline(attached.address, options)
  const { openDataset } = await import('../../library/index/reference-dataset.ts')
  using dataset = await openDataset(attached, environment, 'write')
  app().ledger.append('reference-build-begun', ledgerData(attached, attached.edition, environment))
  const { edition, ...counts } = yield* buildReference(paths, { ...options, embedder: model, dataset }, signal)
  app().ledger.append('reference-built', ledgerData(attached, edition, environment))
  keep({ ...attached, edition })
  const seconds = (now().getTime() - startedMs) / 1000
  yield { type: 'reference-end', ...(await rowOf({ ...attached, edition })), ...counts, seconds }
}

/** Where it lies already, else where it is to lie. */
function placeToBuild(
  reference: string,
  known: AttachedReference | null,
  given: Place | null,
  folder: string,
): AttachedReference {
  if (!known) return { reference, ...(given ?? { address: folder, access: null }), own: given === null, edition: null }
  if (given && given.address !== known.address)
    throw new Failure(
      'ALREADY_EXISTS',
      message('failures.references.elsewhere', { reference: known.reference, address: known.address }),
    )
  return { ...known, access: given?.access ?? known.access }
}

async function attach(
  { reference, address, access, wordsOnly }: AttachInput,
  { options, open, settings, keep, rowOf }: Shelf,
): Promise<Reference> {
  const place = placeOf(address, access)
  refuseOffline(place.address, options)
  if (findReference(settings(), reference)) throw taken(reference)
  const attached: AttachedReference = { reference, ...place, own: false, edition: null }
  const edition = await open.use(attached, async (reader) => reader.edition)
  if (!wordsOnly) refuseOtherEmbedder(reference, edition, await options.embedder())
  options.app().ledger.append('reference-attached', ledgerData(attached, edition, options.environment))
  keep({ ...attached, edition })
  return rowOf({ ...attached, edition })
}

async function remove(name: string, deleteFiles: boolean, { options, open, settings }: Shelf): Promise<void> {
  const { reference, address, own } = attachedReference(settings(), name)
  if (deleteFiles && !own) throw new Failure('WRONG_USE', message('failures.references.shared', { reference, address }))
  options.app().ledger.append('reference-removed', { reference, filesDeleted: deleteFiles })
  forgetReference(settings(), name)
  open.forget(reference)
  if (deleteFiles) await rm(address, { recursive: true, force: true })
  options.onChange()
}

async function textOf(attached: AttachedReference, sha256: string, open: OpenReferences) {
  const document = await open.use(attached, (reader) => reader.document(sha256))
  if (!document)
    throw new Failure('NOT_FOUND', message('failures.references.documentChanged', { reference: attached.reference }))
  const { path, mediaType, text, pages } = document
  const shown = pages.map(({ page, label, start, characters, blocks }): PageText => {
    return { page, label, start, text: text.slice(start, start + characters), blocks: [...blocks], links: [] }
  })
  return { document: path, mediaType, pages: shown }
}

function refuseOffline(address: string, { isNetworkOn }: ReferencesOptions): void {
  if (isObjectStore(address) && !isNetworkOn()) throw switchedOff({ address })
}

type Place = { readonly address: string; readonly access: StoreAccess | null }

function placeOf(address: string, access: StoreAccess | null): Place {
  const given = isObjectStore(address) ? address.replace(/\/+$/, '') : resolve(address)
  if (isAddress(given)) return { address: given, access: isObjectStore(given) ? access : null }
  throw new Failure('WRONG_USE', message('failures.references.noAddress', { address }))
}

function toReference(
  { reference, address, own, edition }: AttachedReference,
  revision: string | null,
  host: string | null,
  switchedOffIn: readonly string[],
): Reference {
  return {
    reference,
    documents: edition?.documents ?? 0,
    pages: edition?.pages ?? 0,
    passages: edition?.passages ?? 0,
    address,
    host,
    builtAt: edition?.builtAt ?? null,
    embedder: edition?.embedder.id ?? '',
    fits: edition !== null && edition.embedder.revision === revision,
    own,
    switchedOffIn: [...switchedOffIn],
  }
}

/** With the host that is connected to from now on; null for a folder. */
function ledgerData(attached: AttachedReference, edition: Edition | null, environment: NodeJS.ProcessEnv) {
  const { reference, address } = attached
  const { sequence = 0, documents = 0, passages = 0, builtAt = null } = edition ?? {}
  return { reference, address, host: hostOf(attached, environment), sequence, documents, passages, builtAt }
}

function refuseOtherEmbedder(reference: string, { embedder: built }: Edition, embedder: Embedder | null): void {
  if (embedder?.info.revision === built.revision && embedder.info.dimensions === built.dimensions) return
  const [then, here] = [builtWith(built), embedder && builtWith(embedder.info)]
  const said = here
    ? message('failures.references.otherEmbedder', { reference, built: then, here })
    : message('failures.references.noEmbedderHere', { reference, built: then })
  throw new Failure('WRONG_USE', said)
}

/** Two of one name may still be different. */
function builtWith({ id, revision, dimensions }: Edition['embedder']): string {
  return `${id} (${revision.slice(0, 12)}, ${dimensions})`
}

function noEmbedder(): Failure {
  return new Failure('NO_MODEL', message('failures.references.needsEmbedder'))
}

function taken(reference: string): Failure {
  return new Failure('ALREADY_EXISTS', message('failures.references.nameTaken', { reference }))
}
