import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { CipherDatabase } from './cipher-database.ts'
import { copyFileTo, whileFrozen } from './copy-database.ts'
import { type Home, homeAt } from './home.ts'
import { readKeysFile, writeKeysFile } from './keys/keys-file.ts'
import { openMaster, wrapMain } from './keys/master-wrap.ts'
import type { ScryptCost } from './keys/passphrase-wrap.ts'
import type { StoredAnswer } from './matter/stored-answers.ts'
import { createPartialFile, replaceFile, syncFolder } from './partial-file.ts'
import type { Store } from './store.ts'
import { translateFileError } from './store-errors.ts'
import { jsonIn } from './stored-json.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

const VERSION = 1
/** Where everything is written before it gets its place; overwritten by the next try when a kill leaves it behind. */
const UNFINISHED = 'unfinished'

const Manifest = z.object({
  format: z.literal('consilium-backup'),
  version: z.literal(VERSION),
  createdAt: z.string(),
  files: z.array(
    z.object({
      // Nothing else is a part of a backup, and no name may lead out of the folder.
      path: z.string().regex(/^(app\.db|keys\.json|matters\/[0-9a-f-]{36}\.db)$/),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
})
type Manifest = z.infer<typeof Manifest>
type BackupFile = Manifest['files'][number]

export type BackupTotals = { readonly files: number; readonly bytes: number }

/**
 * Copies everything but the models into `folder`, encrypted as it is, the master key wrapped under a passphrase of its own.
 * All files are as they were at one moment; work goes on meanwhile. The folder must be new or empty, else
 * `ALREADY_EXISTS`. On a failure (`NO_SPACE`) nothing is left there; without its manifest a backup is none.
 */
export async function backUp<A extends StoredAnswer>(
  store: Store<A>,
  masterKey: Buffer,
  options: {
    readonly folder: string
    readonly passphrase: string
    readonly cost: ScryptCost
    readonly createdAt: string
  },
  signal: AbortSignal,
): Promise<BackupTotals> {
  const { folder, passphrase, cost, createdAt } = options
  const main = await wrapMain(masterKey, { by: 'passphrase', passphrase }, store.home, cost)
  const { unfinished, created } = await beginFolder(folder)
  try {
    const copies = homeAt(unfinished)
    await mkdir(copies.mattersFolder, { recursive: true, mode: 0o700 })
    await writeKeysFile(copies.keysFile, { main, recovery: null })
    const files = [await describe(unfinished, 'keys.json'), ...(await copyDatabases(store, unfinished, signal))]
    await replaceFile(join(unfinished, 'manifest.json'), encodeManifest(createdAt, files))
    await moveAll(unfinished, folder, ['keys.json', 'app.db', 'matters', 'manifest.json'])
    return total(files)
  } catch (error) {
    await rm(created ?? unfinished, { recursive: true, force: true })
    throw error
  }
}

/**
 * Makes `home` what it was at the backup; the passphrase of the backup then opens it. Every file is checked before any gets
 * its place. Throws `ALREADY_EXISTS` unless the home is empty, `WRONG_KEY`, `DAMAGED`, `WRONG_USE`,
 * `NO_SPACE`; then, as after a kill, the home is as empty as before.
 */
export async function restore(
  home: Home,
  { folder, passphrase }: { readonly folder: string; readonly passphrase: string },
  signal: AbortSignal,
): Promise<BackupTotals> {
  const manifest = await readManifest(folder)
  const keys = await readKeysFile(join(folder, 'keys.json'))
  if (!keys) throw damaged(folder)
  const masterKey = await openMaster(keys, { by: 'passphrase', passphrase }, homeAt(folder))
  masterKey.fill(0)
  const unfinished = await beginHome(home)
  try {
    await mkdir(join(unfinished, 'matters'), { recursive: true, mode: 0o700 })
    for (const file of manifest.files) await restoreFile(folder, file, unfinished, signal)
    // keys.json last: a home without it is a new one, and what a kill leaves is cleared away when it is opened.
    await moveAll(unfinished, home.folder, ['matters', 'app.db', 'keys.json'])
    return total(manifest.files)
  } catch (error) {
    await clearCutOffRestore(home)
    throw error
  }
}

/** Takes away what a restore left that was killed: all of it, if keys.json did not get its place, else only its folder. */
export async function clearCutOffRestore(home: Home): Promise<void> {
  const unfinished = join(home.folder, UNFINISHED)
  if (!(await exists(unfinished))) return
  // The home was empty when that restore began, so everything without keys.json is from it.
  if (!(await exists(home.keysFile))) {
    await rm(home.appFile, { force: true })
    await rm(home.mattersFolder, { recursive: true, force: true })
    await mkdir(home.mattersFolder, { recursive: true, mode: 0o700 })
  }
  await rm(unfinished, { recursive: true, force: true })
}

/** Renames in the order given; the last one is what makes the others count. On an error those that were moved are removed. */
async function moveAll(from: string, to: string, names: readonly string[]): Promise<void> {
  try {
    for (const name of names) await rename(join(from, name), join(to, name))
  } catch (error) {
    for (const name of names) await rm(join(to, name), { recursive: true, force: true })
    throw error
  }
  await rm(from, { recursive: true, force: true })
  await syncFolder(to)
}

async function copyDatabases<A extends StoredAnswer>(
  store: Store<A>,
  folder: string,
  signal: AbortSignal,
): Promise<readonly BackupFile[]> {
  for (;;) {
    const ids = matterIds(store)
    const named: [string, CipherDatabase][] = [['app.db', store.app.database]]
    for (const id of ids) named.push([`matters/${id}.db`, (await store.matter(id)).database])
    const copied = await whileFrozen(
      named.map(([, database]) => database),
      async (inner) => {
        // A matter that was made or deleted meanwhile: the backup would name one that it does not hold.
        if (matterIds(store).join() !== ids.join()) return null
        const files: BackupFile[] = []
        for (const [path, database] of named) files.push(await copyTo(database.path, folder, path, inner))
        return files
      },
      signal,
    )
    if (copied) return copied
  }
}

function matterIds<A extends StoredAnswer>({ app }: Store<A>): readonly string[] {
  return app.matters.list().map(({ id }) => id)
}

async function copyTo(source: string, folder: string, path: string, signal: AbortSignal): Promise<BackupFile> {
  await using target = await createPartialFile(join(folder, path))
  const copied = await copyFileTo(source, 0, target, signal)
  await target.keep()
  return { path, ...copied }
}

async function restoreFile(folder: string, file: BackupFile, home: string, signal: AbortSignal): Promise<void> {
  const copied = await copyTo(join(folder, file.path), home, file.path, signal).catch(
    (cause: NodeJS.ErrnoException) => {
      throw cause.code === 'ENOENT' ? damaged(join(folder, file.path), cause) : cause
    },
  )
  if (copied.sha256 !== file.sha256) throw damaged(join(folder, file.path))
}

async function describe(folder: string, path: string): Promise<BackupFile> {
  const { size } = await stat(join(folder, path))
  const hash = createHash('sha256').update(await readFile(join(folder, path)))
  return { path, bytes: size, sha256: hash.digest('hex') }
}

/** The place to write in, inside `folder`: beside it there may be no right to write, as with a memory stick. */
async function beginFolder(
  folder: string,
): Promise<{ readonly unfinished: string; readonly created: string | undefined }> {
  const created = await mkdir(folder, { recursive: true, mode: 0o700 }).catch(translateFileError(folder))
  const present = await readdir(folder)
  if (present.some((name) => name !== UNFINISHED))
    throw new Failure('ALREADY_EXISTS', message('failures.store.backupNotEmpty', { folder }))
  return { unfinished: await freshFolder(join(folder, UNFINISHED)), created }
}

async function beginHome(home: Home): Promise<string> {
  await clearCutOffRestore(home)
  if (!(await isEmptyHome(home)))
    throw new Failure('ALREADY_EXISTS', message('failures.store.restoreNotEmpty', { folder: home.folder }))
  const unfinished = await freshFolder(join(home.folder, UNFINISHED))
  // A rename onto a folder that is there fails on Windows, empty or not.
  await rm(home.mattersFolder, { recursive: true, force: true })
  return unfinished
}

async function isEmptyHome(home: Home): Promise<boolean> {
  if ((await exists(home.keysFile)) || (await exists(home.appFile))) return false
  return !(await exists(home.mattersFolder)) || (await readdir(home.mattersFolder)).length === 0
}

async function freshFolder(path: string): Promise<string> {
  await rm(path, { recursive: true, force: true })
  await mkdir(path, { recursive: true, mode: 0o700 }).catch(translateFileError(path))
  await syncFolder(dirname(path))
  return path
}

async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json')
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT'
      ? new Failure('DAMAGED', message('failures.store.noBackup', { folder }), { cause })
      : cause
  })
  const json = jsonIn(text)
  const version = z.object({ version: z.number() }).safeParse(json)
  if (version.success && version.data.version > VERSION)
    throw new Failure('WRONG_USE', message('failures.store.newerBackup', { folder }))
  const manifest = Manifest.safeParse(json)
  const names = manifest.data?.files.map((file) => file.path) ?? []
  if (!manifest.success || !names.includes('app.db') || !names.includes('keys.json'))
    throw damaged(path, manifest.error)
  return manifest.data
}

function encodeManifest(createdAt: string, files: readonly BackupFile[]): string {
  return `${JSON.stringify({ format: 'consilium-backup', version: VERSION, createdAt, files }, null, 2)}\n`
}

function total(files: readonly BackupFile[]): BackupTotals {
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
}

function damaged(path: string, cause?: unknown): Failure {
  return new Failure('DAMAGED', message('failures.store.damagedBackup', { path }), { cause })
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
