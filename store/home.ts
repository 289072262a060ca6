import { access, chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Failure, failedWith } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

/** Where things lie in the folder that holds everything of one user. Paths are absolute. */
export type Home = {
  readonly folder: string
  /** Found out when it is opened (`open-home.ts`): nothing is written, and every database is opened as a copy. */
  readonly isReadOnly: boolean
  readonly appFile: string
  readonly keysFile: string
  readonly keyFile: string
  readonly lockFile: string
  /** Room on the disk that is given up when something is to be removed from a full one. */
  readonly reserveFile: string
  readonly mattersFolder: string
  /** Model files, not secret and not encrypted. */
  readonly modelsFolder: string
  /** Databases as they were before a migration, encrypted like the originals. */
  readonly beforeMigrationFolder: string
}

export function homeAt(folder: string): Home {
  const root = resolve(folder)
  return {
    folder: root,
    isReadOnly: false,
    appFile: join(root, 'app.db'),
    keysFile: join(root, 'keys.json'),
    keyFile: join(root, 'master.key'),
    lockFile: join(root, 'lock.db'),
    reserveFile: join(root, 'reserve'),
    mattersFolder: join(root, 'matters'),
    modelsFolder: join(root, 'models'),
    beforeMigrationFolder: join(root, 'before-migration'),
  }
}

export function matterFile(home: Home, matterId: string): string {
  return join(home.mattersFolder, `${matterId}.db`)
}

/**
 * One level after the other: Node's own recursive mkdir never ends where the system refuses a folder as not found (below
 * /proc, Node 24).
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    const parent = dirname(folder)
    const isParentMissing = code === 'ENOENT' && parent !== folder && !(await isOnDisk(parent))
    if (!isParentMissing)
      throw new Failure(
        'WRONG_USE',
        message('failures.store.folderNotMade', { reason: String(code), folder, option: '--home' }),
        {
          cause: error,
        },
      )
    await makeFolder(parent)
    await mkdir(folder, { mode: 0o700 })
  }
}

async function isOnDisk(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Makes the folders, closed to other users of this computer (0700; Windows keeps the rights of the profile folder). */
export async function prepareHome(home: Home): Promise<void> {
  for (const folder of [home.folder, home.mattersFolder, home.modelsFolder, home.beforeMigrationFolder]) {
    await makeFolder(folder)
    await chmod(folder, 0o700)
  }
}

/** A few pages of the log of two files are written when something is removed. */
const BYTES = 2 ** 20

/** Keeps some room on the disk, so that something can be removed when it is full. Does nothing where there is no room already. */
export async function keepReserve({ reserveFile, isReadOnly }: Home): Promise<void> {
  if (isReadOnly) return
  const isThere = await stat(reserveFile).then(
    ({ size }) => size === BYTES,
    () => false,
  )
  if (isThere) return
  await writeFile(reserveFile, Buffer.alloc(BYTES, 0xff), { mode: 0o600 }).catch(() => rm(reserveFile, { force: true }))
}

/** For what makes room: on a full disk it is tried once more with the reserve, which the next start keeps anew. */
export async function withReserve<T>({ reserveFile }: Home, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!failedWith(error, 'NO_SPACE')) throw error
    await rm(reserveFile, { force: true })
    return work()
  }
}
