import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Conversion } from './conversions.ts'

export type OfficeCommand = {
  readonly file: string
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

/** How much LibreOffice may write into one file, and how much memory it may ask for; measured: 240 MB for ordinary files. */
export const OFFICE_LIMITS = { fileMb: 200, memoryMb: 3000 }

const KILOBYTES_PER_MB = 1000
const BLOCKS_PER_MB = 2000

/** Limits that the system keeps, and no core file: it would hold the document. A Mac has no limit of memory. */
const LIMITED = 'ulimit -c 0; ulimit -f "$1"; ulimit -v "$2" 2>/dev/null; shift 2; exec "$@"'

/** Where the network is cut off: a network of its own, in which nothing is. */
export const WITHOUT_NETWORK = ['unshare', '--user', '--map-root-user', '--net', '--']

/** Where a conversion keeps what in its private folder. */
export const IN_FOLDER = { profile: 'profile', result: 'out', temporary: 'tmp' }

/**
 * The command that makes `out/document.TARGET` of `document.ENDING` in the folder. All that LibreOffice writes (profile,
 * settings, fonts, temporary files) goes into that folder; it knows nothing of the user's own profile.
 */
export function conversionCommand(
  program: string,
  folder: string,
  { ending, importFilter, target, exportFilter }: Conversion,
  isCutOff: boolean,
): OfficeCommand {
  const words = [
    '--headless',
    '--invisible',
    '--norestore',
    '--nologo',
    '--nodefault',
    '--nolockcheck',
    '--nofirststartwizard',
    `-env:UserInstallation=${pathToFileURL(join(folder, IN_FOLDER.profile)).href}`,
    `--infilter=${importFilter}`,
    '--convert-to',
    `${target}:${exportFilter}`,
    '--outdir',
    join(folder, IN_FOLDER.result),
    join(folder, `document.${ending}`),
  ]
  return inLimits([...(isCutOff ? WITHOUT_NETWORK : []), program, ...words], officeEnvironment(folder))
}

function inLimits(words: readonly string[], environment: OfficeCommand['environment']): OfficeCommand {
  const [file = '', ...rest] = words
  if (process.platform === 'win32') return { file, words: rest, environment }
  const limits = [OFFICE_LIMITS.fileMb * BLOCKS_PER_MB, OFFICE_LIMITS.memoryMb * KILOBYTES_PER_MB].map(String)
  return { file: '/bin/sh', words: ['-c', LIMITED, 'sh', ...limits, ...words], environment }
}

/** No display, no session, no settings of the user; the proxy is a port at which nothing listens. */
export function officeEnvironment(folder: string): Readonly<Record<string, string>> {
  const temporary = join(folder, IN_FOLDER.temporary)
  const proxy = 'http://127.0.0.1:9'
  const common = { HOME: folder, TMPDIR: temporary, TMP: temporary, TEMP: temporary, USERPROFILE: folder }
  const system = process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? 'C:\\Windows' } : {}
  return {
    ...common,
    ...system,
    PATH: process.platform === 'win32' ? '' : '/usr/bin:/bin:/usr/sbin:/sbin',
    LC_ALL: 'C.UTF-8',
    SAL_USE_VCLPLUGIN: 'svp',
    http_proxy: proxy,
    https_proxy: proxy,
    ftp_proxy: proxy,
    all_proxy: proxy,
  }
}
