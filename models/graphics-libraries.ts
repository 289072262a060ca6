import { readdir, rm, stat } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import * as z from 'zod'
import type { FileSet } from './installed.ts'
import libraries from './graphics-libraries.json' with { type: 'json' }

const GraphicsKind = z.enum(['vulkan', 'cuda'])
type GraphicsKind = z.infer<typeof GraphicsKind>

const GraphicsLibrary = z.strictObject({
  kind: GraphicsKind,
  /** Platform and processor, as Node names them. */
  system: z.string(),
  /** That of llama.cpp's package: another one cannot load it. */
  version: z.string().regex(/^[0-9.]+$/),
  /** npm packages below `@node-llama-cpp/`, as packed: the size and hash are those of the archive. */
  packages: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z0-9-]+$/),
        bytes: z.number().int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
})
export type GraphicsLibrary = z.infer<typeof GraphicsLibrary>

/** The packages of llama.cpp, one for each system and kind of graphics processor. */
const SCOPE = '@node-llama-cpp'

/** Those that this version knows: llama.cpp for graphics processors, too large to come with every package. */
export function readGraphicsLibraries(): readonly GraphicsLibrary[] {
  return z.array(GraphicsLibrary).parse(libraries)
}

/** Those that can be fetched for a system: not what came with the program. `from`: whose packages count as come with it. */
export function fetchableLibraries(system: string, from = import.meta.url): readonly GraphicsLibrary[] {
  return readGraphicsLibraries().filter(
    (library) => library.system === system && !isInstalled(`${system}-${library.kind}`, from),
  )
}

/** What it is called where models are got and removed. */
export function libraryId({ kind }: Pick<GraphicsLibrary, 'kind'>): string {
  return `graphics-${kind}`
}

/** Where its packages lie once they are there, beside the models; a library of another version has another folder. */
export function libraryFolder(modelsFolder: string, library: GraphicsLibrary): string {
  return join(modelsFolder, archivesOf(library).id)
}

/** What is fetched of it, by names in its folder. */
export function archivesOf(library: GraphicsLibrary): FileSet {
  const files = library.packages.map(({ name, bytes, sha256 }) => ({ name: `${name}.tgz`, bytes, sha256 }))
  return { id: `${libraryId(library)}-${library.version}`, files }
}

/** The unpacked package of a library, in the folder of the library. */
export function packageFolder(folder: string, name: string): string {
  return join(folder, 'node_modules', SCOPE, name)
}

/** Whole: unpacking ends with one renaming, so what was killed on the way does not count. */
export async function isFetched(modelsFolder: string, library: GraphicsLibrary): Promise<boolean> {
  return stat(join(libraryFolder(modelsFolder, library), 'node_modules')).then(
    () => true,
    () => false,
  )
}

/** Deletes a library in every version, whole or in part; gives whether there was one. */
export async function removeLibrary(modelsFolder: string, library: GraphicsLibrary): Promise<boolean> {
  return removeFolders(modelsFolder, ({ name }) => name.startsWith(`${libraryId(library)}-`))
}

/** Deletes what earlier versions of the program fetched of it, which this one cannot load. */
export async function removeOtherVersions(modelsFolder: string, library: GraphicsLibrary): Promise<void> {
  const own = libraryFolder(modelsFolder, library)
  await removeFolders(
    modelsFolder,
    ({ name }) => name.startsWith(`${libraryId(library)}-`) && join(modelsFolder, name) !== own,
  )
}

async function removeFolders(parent: string, isMeant: (entry: { readonly name: string }) => boolean): Promise<boolean> {
  const entries = await readdir(parent, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const meant = entries.filter((entry) => entry.isDirectory() && isMeant(entry))
  for (const { name } of meant) await rm(join(parent, name), { recursive: true, force: true })
  return meant.length > 0
}

const SYSTEMS: Readonly<Record<string, string>> = { darwin: 'mac', win32: 'win' }

/** Platform and processor as the packages of llama.cpp name them. */
export function systemName(platform: string, arch: string): string {
  return `${SYSTEMS[platform] ?? platform}-${arch}`
}

/** Whether a library for some graphics processor came with the program: a packed app for Linux or Windows has none. */
export function hasOwnLibrary(system: string, from = import.meta.url): boolean {
  return ['cuda', 'vulkan', 'metal'].some((kind) => isInstalled(`${system}-${kind}`, from))
}

function isInstalled(name: string, from: string): boolean {
  try {
    return findPackageJSON(`${SCOPE}/${name}`, from) !== undefined
  } catch {
    // What it throws where there is none.
    return false
  }
}
