import { setTimeout as sleep } from 'node:timers/promises'
import { type GraphicsOffer, NO_ANSWER_YET } from '../../contract/model.ts'
import { builtInRegistry, fetchGraphics } from '../../models/acquire/fetch-graphics.ts'
import type { FromAddressOptions } from '../../models/acquire/from-address.ts'
import type { ModelProgress } from '../../models/acquire/install-model.ts'
import {
  archivesOf,
  fetchableLibraries,
  type GraphicsLibrary,
  hasOwnLibrary,
  isFetched,
  libraryFolder,
  libraryId,
  removeLibrary,
  removeOtherVersions,
  systemName,
} from '../../models/graphics-libraries.ts'
import { modelBytes } from '../../models/catalogue.ts'
import { partialBytes } from '../../models/installed.ts'
import { type Graphics, hasGraphicsDevice, NO_GRAPHICS, probeGraphics } from '../../models/local/probe-graphics.ts'
import type { StartProcess } from '../../processes/child.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What models run on, and what can be fetched so that they run on a graphics processor. */
export interface GraphicsShelf {
  /** Tried once, when it is first asked for, and again when a library came or went; a driver that failed is not tried again before. */
  now(): Promise<Graphics>
  /** Waits no more than some seconds; `onChange` tells when a driver answers later. */
  soon(): Promise<Graphics>
  /** Not used from now on: its driver failed later, for this reason. */
  lost(reason: string): void
  /** Folders of the libraries that were fetched. */
  libraries(): Promise<readonly string[]>
  /** Libraries that would be of use here: none where this computer has no graphics processor. */
  offers(): Promise<GraphicsOffer[]>
  /** The library of that id; null: it is none. */
  library(id: string): GraphicsLibrary | null
  /** Throws `FETCH_FAILED` where this copy was built without an address, and what `fetchGraphics` throws. */
  fetch(
    library: GraphicsLibrary,
    options: Omit<FromAddressOptions, 'modelsFolder'>,
    signal?: AbortSignal,
  ): AsyncGenerator<ModelProgress, void, void>
  /** Throws `NO_MODEL` where nothing of it is here. */
  remove(library: GraphicsLibrary): Promise<void>
}

export type GraphicsShelfOptions = {
  readonly modelsFolder: string
  readonly startProcess: StartProcess
  /** Tests plant a computer with a graphics processor, and a program that brings a library for it or none. */
  readonly graphicsHere?: {
    readonly hasDevice: () => Promise<boolean>
    readonly hasOwnLibrary: boolean
    readonly fetchable: readonly GraphicsLibrary[]
    readonly registry: string | null
  }
  readonly graphicsPatienceMs?: number
  readonly onChange: () => void
}

/** Most drivers answer within one; the first start of one, which compiles what it needs, may take many. */
const GRAPHICS_PATIENCE_MS = 3000
const UNKNOWN: Graphics = { kind: null, fault: NO_ANSWER_YET }

export function createGraphicsShelf(options: GraphicsShelfOptions): GraphicsShelf {
  const { modelsFolder, startProcess, graphicsPatienceMs = GRAPHICS_PATIENCE_MS } = options
  const here = options.graphicsHere ?? thisComputer()
  const found = { graphics: null as Promise<Graphics> | null }
  // Nobody waits for it. What cannot be removed now harms nothing but the disk, and is tried again at the next start.
  for (const library of here.fetchable) removeOtherVersions(modelsFolder, library).catch(() => {})
  const libraries = async () => {
    const whole = await Promise.all(here.fetchable.map((library) => isFetched(modelsFolder, library)))
    return here.fetchable.filter((_, at) => whole[at]).map((library) => libraryFolder(modelsFolder, library))
  }
  const probe = async () => {
    const fetched = await libraries()
    const isOfUse = (here.hasOwnLibrary || fetched.length > 0) && (await here.hasDevice())
    return isOfUse
      ? probeGraphics(() => startProcess('models', { name: 'language' }), { libraries: fetched })
      : NO_GRAPHICS
  }
  const now = () => (found.graphics ??= probe())
  const changed = () => {
    found.graphics = null
    options.onChange()
  }
  return {
    now,
    async soon() {
      const answer = now()
      const patience = new AbortController()
      const late = sleep(graphicsPatienceMs, UNKNOWN, { ref: false, signal: patience.signal })
      const first = await Promise.race([answer, late])
      if (first === UNKNOWN) void answer.then(options.onChange)
      else late.catch(() => {})
      patience.abort()
      return first
    },
    lost(reason) {
      found.graphics = Promise.resolve({ kind: null, fault: reason })
    },
    libraries,
    async offers() {
      if (!(await here.hasDevice())) return []
      return Promise.all(here.fetchable.map((library) => offerOf(library, modelsFolder, here.registry)))
    },
    library: (id) => here.fetchable.find((one) => libraryId(one) === id) ?? null,
    async *fetch(library, fetchOptions, signal) {
      if (here.registry === null) throw new Failure('FETCH_FAILED', message('failures.models.noRegistry'))
      yield* fetchGraphics(library, here.registry, { ...fetchOptions, modelsFolder }, signal)
      changed()
    },
    async remove(library) {
      if (!(await removeLibrary(modelsFolder, library)))
        throw new Failure('NO_MODEL', message('failures.models.notInstalled', { model: libraryId(library) }))
      changed()
    },
  }
}

function thisComputer(): NonNullable<GraphicsShelfOptions['graphicsHere']> {
  const system = systemName(process.platform, process.arch)
  return {
    hasDevice: () => hasGraphicsDevice(process.platform),
    hasOwnLibrary: hasOwnLibrary(system),
    fetchable: fetchableLibraries(system),
    registry: builtInRegistry(),
  }
}

async function offerOf(
  library: GraphicsLibrary,
  modelsFolder: string,
  registry: string | null,
): Promise<GraphicsOffer> {
  const [isThere, partial] = await Promise.all([
    isFetched(modelsFolder, library),
    partialBytes(modelsFolder, archivesOf(library)),
  ])
  return {
    id: libraryId(library),
    kind: library.kind,
    bytes: modelBytes(archivesOf(library)),
    installed: isThere,
    partialBytes: isThere ? 0 : partial,
    address: registry,
  }
}
