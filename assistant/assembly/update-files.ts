import { spawn } from 'node:child_process'
import { chmod, copyFile, link, lstat, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import {
  PackageKind,
  type UpdateFile,
  type UpdateInstalled,
  type UpdateState,
  type UpdateUndone,
} from '../../contract/update.ts'
import { fetched } from '../../models/acquire/from-address.ts'
import { hashFile, type ModelProgress } from '../../models/acquire/install-model.ts'
import { partialBytes } from '../../models/installed.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import type { Home } from '../../store/home.ts'
import { migrationCopies } from '../../store/migration-copies.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import type { Events } from '../home/events.ts'
import { readSettings } from '../home/settings.ts'
import { VERSION } from '../home/version.ts'
import { refused, type UpdateChecks } from './update-checks.ts'

/** The package that this program runs from. */
export type RunningPackage = {
  readonly kind: PackageKind
  /** The AppImage itself; null: its installer lays the files. */
  readonly file: string | null
}

/** As the host says it (`electron/package-kind.ts`). Null: the sources, a folder, or a package that another program updates. */
export function runningPackage({ CONSILIUM_PACKAGE, APPIMAGE }: NodeJS.ProcessEnv): RunningPackage | null {
  const kind = PackageKind.safeParse(CONSILIUM_PACKAGE).data
  if (kind === undefined) return null
  if (kind !== 'appimage') return { kind, file: null }
  return APPIMAGE !== undefined && isAbsolute(APPIMAGE) ? { kind, file: APPIMAGE } : null
}

/** Fetching a newer version that a check has found, and putting it in the place of this one; each when it is asked for. */
export interface UpdateFiles {
  /** What lies on the disk of the version that the last check found, and of the one before this. */
  state(settings: JsonSettings): Promise<Pick<UpdateState, 'staged' | 'previous'>>
  download(app: AppStore, signal: AbortSignal | undefined): AsyncGenerator<ModelProgress, void, void>
  install(app: AppStore): Promise<UpdateInstalled>
  goBack(app: AppStore): Promise<UpdateUndone>
}

type UpdateFilesOptions = {
  readonly running: RunningPackage | null
  readonly home: () => Home
  readonly checks: Pick<UpdateChecks, 'known'>
  readonly events: Pick<Events, 'tell'>
}

export function createUpdateFiles({ running, home, checks, events }: UpdateFilesOptions): UpdateFiles {
  let isDownloading = false
  // What is on the disk is then not this version, and would be kept under its name.
  let hasGoneBack = false
  const folder = () => stagingFolder(running, home())
  const changed = () => events.tell({ type: 'settings-changed' })
  return {
    async state(settings) {
      const known = checks.known(settings)
      const offer = known?.outcome === 'newer' && known.file ? { version: known.version, file: known.file } : null
      return {
        staged: offer && (await stagedOf(offer, await folder())),
        previous: running?.file ? await previousOf(running.file) : null,
      }
    },
    async *download(app, signal) {
      const offer = offeredTo(app, checks)
      const { version, file } = offer
      const allowNetwork = () => refuseOffline(app.settings)
      allowNetwork()
      if (isDownloading) throw refused('IN_USE', message('failures.updates.downloadingAlready', { version }))
      isDownloading = true
      try {
        const modelsFolder = await folder()
        await makeFolder(modelsFolder, offer)
        app.ledger.append('update-fetch-begun', { version, host: new URL(file.address).host })
        const source = { way: 'address', address: file.address } as const
        yield* fetched(filesOf(offer), source, () => file.address, { modelsFolder, allowNetwork }, signal)
      } catch (error) {
        throw notDownloaded(error, version)
      } finally {
        isDownloading = false
        changed()
      }
    },
    async install(app) {
      const offer = offeredTo(app, checks)
      const { version, file } = offer
      if (hasGoneBack) throw refused('WRONG_USE', message('failures.updates.startAgain', { version }))
      const path = join(await folder(), version, file.name)
      await checkStaged(path, offer)
      await refuseForeign(await folder())
      if (running?.file) await replaceProgram(running.file, path)
      // Windows does not let a program be replaced that runs: whoever uses a portable one does it, with the folder open.
      else await openWithSystem(file.kind === 'portable' ? dirname(path) : path)
      const entry = { version, from: VERSION, sha256: file.sha256 }
      app.ledger.append(running?.file ? 'update-installed' : 'update-handed-over', entry)
      changed()
      return { way: running?.file ? 'replaced' : 'opened', kind: file.kind, version, path: running?.file ?? path }
    },
    async goBack(app) {
      const undone = await takeBack(running?.file ?? null, home())
      hasGoneBack = true
      app.ledger.append('update-undone', { version: undone.version, from: VERSION })
      changed()
      return undone
    },
  }
}

/** Puts the version back that was replaced; where the data were changed since, their copies of before lie beside them. */
async function takeBack(file: string | null, home: Home): Promise<UpdateUndone> {
  const previous = file === null ? null : await previousOf(file)
  if (file === null || !previous) throw refused('WRONG_USE', message('failures.updates.noPrevious'))
  const { version, path, keptAt } = previous
  await refuseForeign(dirname(path))
  const copies = await migrationCopies(home)
  await rename(path, await realpath(file))
  return { version, copies: copies && Date.parse(copies.madeAt) > keptAt ? copies.folder : null }
}

type Offer = { readonly version: string; readonly file: UpdateFile }

function offeredTo({ settings }: AppStore, checks: Pick<UpdateChecks, 'known'>): Offer {
  const known = checks.known(settings)
  if (known?.outcome !== 'newer')
    throw refused('WRONG_USE', message('failures.updates.nothingNewer', { running: VERSION }))
  const { version, page, file } = known
  if (!file) throw refused('WRONG_USE', message('failures.updates.noPackage', { version, page }))
  return { version, file }
}

function refuseOffline(settings: JsonSettings): void {
  if (!readSettings(settings).network) throw refused('OFFLINE', message('failures.updates.offline'))
}

/** An AppImage is replaced by a rename, so that what comes must lie on its disk; where it is a link, beside what that leads to. */
async function stagingFolder(running: RunningPackage | null, home: Home): Promise<string> {
  return running?.file ? stagingBeside(await realpath(running.file)) : join(home.folder, 'updates')
}

function stagingBeside(file: string): string {
  return join(dirname(file), '.consilium-update')
}

/** What is fetched of a version, as models are: in a folder of its name. */
function filesOf({ version, file }: Offer) {
  const { name, bytes, sha256 } = file
  return { id: version, files: [{ name, bytes, sha256 }] }
}

async function stagedOf(offer: Offer, folder: string): Promise<UpdateState['staged']> {
  const path = join(folder, offer.version, offer.file.name)
  const doneBytes = await partialBytes(folder, filesOf(offer))
  // It gets its name once size and SHA-256 were right.
  return doneBytes === 0 ? null : { doneBytes, ready: await isThere(path), path }
}

const IS_VERSION = /^\d+\.\d+\.\d+$/
const WRITABLE_BY_OTHERS = 0o022

/** What lies there will run: a link to another folder, or a folder that others can write to, is not used and not emptied. */
async function refuseForeign(folder: string): Promise<void> {
  const { uid, mode, isFolder } = await lstat(folder).then((one) => ({ ...one, isFolder: one.isDirectory() }))
  const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & WRITABLE_BY_OTHERS) === 0)
  if (!isFolder || !isOwn) throw refused('READ_ONLY', message('failures.updates.folderForeign', { folder }))
}

/** Made for its user alone. What came of other versions goes, but for the installer of this one: with it one can go back. */
async function makeFolder(folder: string, { version }: Offer): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return
    if (!isRefused(cause)) throw cause
    throw refused('READ_ONLY', message('failures.updates.folderReadOnly', { folder }), cause)
  })
  await refuseForeign(folder)
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory() && IS_VERSION.test(entry.name) && entry.name !== version && entry.name !== VERSION)
      await rm(join(folder, entry.name), { recursive: true, force: true })
}

function isRefused(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(String((error as NodeJS.ErrnoException).code))
}

/** Whatever went wrong, this version stays, and that is said. */
function notDownloaded(error: unknown, version: string): unknown {
  if (!(error instanceof Failure) || error.tellsAll) return error
  const { code, said: reason } = error
  return refused(code, message('failures.updates.notDownloaded', { version, running: VERSION, reason }), error)
}

/** Once more, at the last moment: days may have passed since it came, and whatever is put here will run. */
async function checkStaged(path: string, { version, file }: Offer): Promise<void> {
  if (!(await isThere(path))) throw refused('WRONG_USE', message('failures.updates.notDownloadedYet', { version }))
  if ((await hashFile(path)) === file.sha256) return
  await rm(path, { force: true })
  throw refused('DAMAGED', message('failures.updates.changedSince', { version, running: VERSION }))
}

const KEPT = /^previous-(\d+\.\d+\.\d+)\.AppImage$/

/** Under the name that the file has, which menus and links know. At each moment there is a whole program under it. */
async function replaceProgram(named: string, staged: string): Promise<void> {
  const file = await realpath(named)
  const kept = join(stagingBeside(file), `previous-${VERSION}.AppImage`)
  try {
    await chmod(staged, ((await stat(file)).mode & 0o777) | 0o100)
    // Is there already where this version was replaced before it ended, or by a replacement that was killed.
    if (!(await isThere(kept))) await keepBeside(file, kept)
    await rename(staged, file)
  } catch (cause) {
    if (!isRefused(cause)) throw cause
    throw refused('READ_ONLY', message('failures.updates.folderReadOnly', { folder: dirname(file) }), cause)
  }
  await rm(dirname(staged), { recursive: true, force: true })
  for (const { path } of await keptBeside(file)) if (path !== kept) await rm(path, { force: true })
}

/** The same file under a second name; a copy of it on a disk that knows no second names. */
async function keepBeside(file: string, kept: string): Promise<void> {
  await link(file, kept).catch(async () => {
    await copyFile(file, `${kept}.part`)
    await rename(`${kept}.part`, kept)
  })
}

async function keptBeside(file: string) {
  const folder = stagingBeside(file)
  const names = await readdir(folder).catch(() => [])
  const kept = names.flatMap((name) => {
    const version = KEPT.exec(name)?.[1]
    return version === undefined ? [] : [{ version, path: join(folder, name) }]
  })
  return Promise.all(kept.map(async (one) => ({ ...one, stats: await stat(one.path) })))
}

/**
 * The version that was replaced last. What is the program itself, under a second name, is not replaced yet; of a program that was moved while
 * it runs nothing is known.
 */
async function previousOf(named: string) {
  const file = await realpath(named).catch(() => null)
  if (file === null) return null
  const { ino } = await stat(file)
  const replaced = (await keptBeside(file)).filter(({ stats }) => stats.ino !== ino)
  const last = replaced.toSorted((one, other) => other.stats.ctimeMs - one.stats.ctimeMs)[0]
  if (!last) return null
  const { version, path, stats } = last
  return { version, path, isRunning: version === VERSION, keptAt: stats.ctimeMs }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Gives a file to the program that the system has for it, and waits for nothing but that program's start. */
async function openWithSystem(path: string): Promise<void> {
  const opener = process.platform === 'win32' ? 'explorer.exe' : process.platform === 'darwin' ? 'open' : 'xdg-open'
  const child = spawn(opener, [path], { detached: true, stdio: 'ignore' })
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject)).catch(
    (cause: unknown) => {
      throw refused('NOT_FOUND', message('failures.updates.notOpened', { path }), cause)
    },
  )
  child.unref()
}
