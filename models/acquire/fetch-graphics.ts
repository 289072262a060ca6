import { createReadStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'
import { writeError } from '../computer.ts'
import {
  archivesOf,
  type GraphicsLibrary,
  libraryFolder,
  libraryId,
  packageFolder,
  removeOtherVersions,
} from '../graphics-libraries.ts'
import { type FromAddressOptions, fetched } from './from-address.ts'
import type { ModelProgress } from './install-model.ts'

/**
 * The registry that npm is set to where this program is built: no copy names one by itself. Null: built without npm. What is for the
 * builder alone (a name, a password, a query) does not go into the program.
 */
export function builtInRegistry(): string | null {
  const address = process.env.CONSILIUM_PACKAGE_REGISTRY
  if (address === undefined || !URL.canParse(address)) return null
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname.replace(/\/$/, '')}`
}

/**
 * Gets llama.cpp for a kind of graphics processor: its npm packages, checked against the checksums that this program carries, then
 * unpacked. Goes on where it was stopped or killed. Throws what `fromAddress` throws. `registry`: without `/` at its end.
 */
export async function* fetchGraphics(
  library: GraphicsLibrary,
  registry: string,
  options: FromAddressOptions,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const { modelsFolder } = options
  const folder = libraryFolder(modelsFolder, library)
  const addressOf = ({ name }: { readonly name: string }) =>
    `${registry}/@node-llama-cpp/${basename(name, '.tgz')}/-/${basename(name, '.tgz')}-${library.version}.tgz`
  const source = { way: 'package-registry', address: registry } as const
  for await (const event of fetched(archivesOf(library), source, addressOf, options, signal)) {
    if (event.type === 'model-end') await unpack(library, folder, signal)
    yield { ...event, id: libraryId(library) }
  }
  await removeOtherVersions(modelsFolder, library)
}

/** Nothing counts as unpacked before all is; the archives then go. */
async function unpack(library: GraphicsLibrary, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const place = join(folder, 'unpacking')
  await rm(place, { recursive: true, force: true })
  for (const { name } of library.packages) {
    const target = packageFolder(place, name)
    await mkdir(target, { recursive: true })
    const bytes = createReadStream(join(folder, `${name}.tgz`))
    // npm packs all below a folder of its own.
    const files = unpackTar(target, { strip: 1 })
    await pipeline(bytes, createGunzip(), files, ...(signal ? [{ signal }] : [])).catch((error: unknown) => {
      throw writeError(error)
    })
  }
  await rm(join(folder, 'node_modules'), { recursive: true, force: true })
  await rename(join(place, 'node_modules'), join(folder, 'node_modules'))
  await rm(place, { recursive: true, force: true })
  for (const { name } of library.packages) await rm(join(folder, `${name}.tgz`), { force: true })
}
