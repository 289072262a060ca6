import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { parseDocument } from 'yaml'
import type { PackSource } from '../../../kb/compile/read/read-packs.ts'
import type { AppStore } from '../../../store/app/app-store.ts'
import { sha256 } from '../../home/sha256.ts'
import type { LoadedPacks } from '../kernel/kernel-methods.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

export type ShelvedPack = PackSource & { readonly shipped: boolean }

/** The packs that are here: those that come with the program, and those that were taken in. */
export interface PackShelf {
  /** Shipped ones first. */
  list(): Promise<readonly ShelvedPack[]>
  /** Throws `NOT_FOUND`. */
  named(name: string): Promise<ShelvedPack>
  /** These packs together with those whose words they use, for the kernel. Packs that are not here are left out. */
  together(names: readonly string[]): Promise<LoadedPacks>
}

type PackShelfOptions = {
  /** Holds a folder for each shipped pack. */
  readonly folder: string
  readonly app: () => AppStore
}

export function createPackShelf({ folder, app }: PackShelfOptions): PackShelf {
  let shipped: Promise<readonly ShelvedPack[]> | undefined

  const list = async () => {
    shipped ??= readShipped(folder)
    const own = app().packs.list()
    const present = await shipped
    return [...present, ...own.map((pack) => ({ ...pack, shipped: false }))]
  }
  return {
    list,
    async named(name) {
      const found = (await list()).find((pack) => pack.name === name)
      if (!found) throw new Failure('NOT_FOUND', message('failures.packs.unknown', { name }))
      return found
    },
    together: async (names) => loadedPacks(withUsed(names, await list())),
  }
}

const RULE_FILE = /^(?!cards\/).*\.ya?ml$/

/** Only what the kernel reads of them (no cards), under a key that changes with every letter of it. */
export function loadedPacks(packs: readonly PackSource[]): LoadedPacks {
  const sources = packs.map(({ name, files }) => ({ name, files: files.filter(({ path }) => RULE_FILE.test(path)) }))
  return { key: sha256(JSON.stringify(sources)), packs: sources }
}

/** In the order of the shelf, which therefore does not depend on that of the names. */
export function withUsed(names: readonly string[], all: readonly PackSource[]): readonly PackSource[] {
  const wanted = new Set(names)
  for (const name of wanted) {
    const pack = all.find((one) => one.name === name)
    for (const used of pack ? packHead(pack).uses : []) wanted.add(used)
  }
  return all.filter(({ name }) => wanted.has(name))
}

async function readShipped(folder: string): Promise<readonly ShelvedPack[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(
    names.toSorted().map(async (name) => ({ name, shipped: true, files: await readPackFolder(join(folder, name)) })),
  )
}

/** What a pack is made of: YAML, and what its author says to people. */
const TAKEN = /\.(ya?ml|md|txt)$|^LICEN[CS]E$/i

/** The largest pack that was thought of, a drug table of 20,000 rows, is 2 MB. */
const MOST_FILES = 500
const MOST_BYTES = 8 * 2 ** 20

/** The files of a pack's folder, in the order of their paths. Throws `NOT_FOUND`, `WRONG_USE`. */
export async function readPackFolder(folder: string): Promise<PackSource['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: Error) => {
    throw new Failure('NOT_FOUND', message('failures.packs.noFolder', { folder }), {
      cause,
    })
  })
  const paths = entries
    .filter((entry) => entry.isFile() && TAKEN.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
  if (!paths.some((path) => relative(folder, path) === 'pack.yaml'))
    throw new Failure('NOT_FOUND', message('failures.packs.noPack', { folder }))
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  if (paths.length > MOST_FILES || bytes > MOST_BYTES)
    throw new Failure(
      'WRONG_USE',
      message('failures.packs.tooLarge', {
        count: paths.length,
        size: { bytes },
        mostFiles: MOST_FILES,
        most: { bytes: MOST_BYTES },
        folder,
      }),
    )
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    })),
  )
}

const LONGEST_HEAD = 20_000
const NO_HEAD: PackHeadText = { pack: null, uses: [] }

type PackHeadText = { readonly pack: string | null; readonly uses: readonly string[] }

/** What a pack calls itself and whose words it uses, before anything is compiled. What is not so written counts as not there. */
export function packHead({ files }: Pick<PackSource, 'files'>): PackHeadText {
  const text = files.find(({ path }) => path === 'pack.yaml')?.text ?? ''
  if (text.length > LONGEST_HEAD) return NO_HEAD
  const document = parseDocument(text, { logLevel: 'silent' })
  if (document.errors.length > 0) return NO_HEAD
  const { pack, uses } = (document.toJS({ maxAliasCount: 0 }) ?? {}) as Record<string, unknown>
  return {
    pack: typeof pack === 'string' ? pack : null,
    uses: Array.isArray(uses) ? uses.filter((used) => typeof used === 'string') : [],
  }
}
