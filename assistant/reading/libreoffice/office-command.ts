import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MediaType } from '../../../library/read/media-type.ts'

type OfficeCommand = {
  readonly file: string
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

/** How much LibreOffice may write into one file, and how much memory it may ask for; measured: 240 MB for ordinary files. */
const OFFICE_LIMITS = { fileMb: 200, memoryMb: 3000 }

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

/** Settings of a profile: path, name, value. */
const SETTINGS: readonly (readonly [path: string, name: string, value: string | number | boolean])[] = [
  // Very high: macros run from trusted places only, and there are none; then not at all.
  ['Office.Common/Security/Scripting', 'MacroSecurityLevel', 3],
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', true],
  ['Office.Common/Security/Scripting', 'DisableActiveContent', true],
  ['Office.Common/Security/Scripting', 'DisableOLEAutomation', true],
  // Pictures and data that a document only links to are not fetched.
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', true],
  ['Office.Calc/Content/Update', 'Link', 2],
  ['Office.Java/VirtualMachine', 'Enable', false],
  // Everything would go through a port at which nothing listens.
  ['Inet/Settings', 'ooInetProxyType', 2],
  ['Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPProxyPort', 9],
  ['Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPSProxyPort', 9],
  ['Inet/Settings', 'ooInetFTPProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetFTPProxyPort', 9],
  ['Inet/Settings', 'ooInetNoProxy', ''],
  ['Office.Common/Misc', 'CollectUsageInformation', false],
  ['Office.Common/Misc', 'CrashReport', false],
  ['Office.Common/Save/Document', 'AutoSave', false],
  ['Office.Common/Save/Document', 'CreateBackup', false],
  ['Office.Recovery/AutoSave', 'Enabled', false],
  // The same numbers on every computer, whatever its language.
  ['Setup/L10N', 'ooSetupSystemLocale', 'en-US'],
]

/** The settings file (`registrymodifications.xcu`) of a profile that runs no macros and is to reach no network. */
export function officeProfile(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${items.join('\n')}
</oor:items>
`
}

/** How LibreOffice makes of a file what our own readers read. */
export type Conversion = {
  /** The working copy is named by what its content is, never by the name that the user's file has. */
  readonly ending: string
  /** Told, not found out by LibreOffice: a file reaches no other importer than the one of its type. */
  readonly importFilter: string
  readonly target: 'ods' | 'odp' | 'odt'
  readonly exportFilter: string
}

/** The types that have no reader here and that LibreOffice opens. OpenDocument loses least: it is LibreOffice's own. */
export const CONVERSIONS: Readonly<Partial<Record<MediaType, Conversion>>> = {
  'application/vnd.ms-excel': {
    ending: 'xls',
    importFilter: 'MS Excel 97',
    target: 'ods',
    exportFilter: 'calc8',
  },
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': {
    ending: 'xlsb',
    importFilter: 'Calc MS Excel 2007 Binary',
    target: 'ods',
    exportFilter: 'calc8',
  },
  'application/vnd.ms-powerpoint': {
    ending: 'ppt',
    importFilter: 'MS PowerPoint 97',
    target: 'odp',
    exportFilter: 'impress8',
  },
  'application/vnd.wordperfect': {
    ending: 'wpd',
    importFilter: 'WordPerfect',
    target: 'odt',
    exportFilter: 'writer8',
  },
}
