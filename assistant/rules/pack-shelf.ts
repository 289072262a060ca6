import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackSource } from '../../kb/compile/read/read-packs.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { sha256 } from '../home/sha256.ts'
import type { LoadedPacks } from './kernel/kernel-methods.ts'
import { packHead } from './pack-head.ts'
import { readPackFolder } from './read-pack-folder.ts'

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

export type PackShelfOptions = {
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
      if (!found) throw new AssistantError('NOT_FOUND', `There is no pack "${name}". To see them: consilium packs`)
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
