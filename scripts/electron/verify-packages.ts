import { spawnSync } from 'node:child_process'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { parse } from 'yaml'

type Environment = Readonly<Record<string, string | undefined>>

/** Where electron-builder leaves an unpacked app of each system, in its output folder. */
const APPS = ['linux*-unpacked/consilium', 'win*-unpacked/Consilium.exe', 'mac*/Consilium.app']
const INSTALLERS = { darwin: '*.dmg', win32: '*.exe' } as const

/**
 * What is wrong with the packages in `output`, one line each: a fuse that is not as electron-builder.yml says, and, where there is to be
 * a signature, an app or installer whose signature the system itself does not accept.
 */
export async function faultsOfPackages(output: string, configuration: string, env: Environment): Promise<string[]> {
  const { electronFuses } = parse(await readFile(configuration, 'utf8')) as { electronFuses: Record<string, boolean> }
  const apps = await found(output, APPS)
  if (apps.length === 0) return ['no app was built']
  const fuses = await Promise.all(apps.map((app) => faultsOfFuses(join(output, app), electronFuses)))
  const signed = hasSignature(process.platform, env) ? await faultsOfSignatures(output, env) : []
  return [...fuses.flat(), ...signed]
}

/** Among the fuses of the configuration, and none itself. */
const HOW_THEY_ARE_SET = 'resetAdHocDarwinSignature'

async function faultsOfFuses(app: string, wanted: Readonly<Record<string, boolean>>): Promise<string[]> {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(app)) }
  const fuses = Object.entries(wanted).filter(([name]) => name !== HOW_THEY_ARE_SET)
  return fuses.flatMap(([name, isOn]) => {
    const place = FuseV1Options[(name.charAt(0).toUpperCase() + name.slice(1)) as keyof typeof FuseV1Options]
    const state = String.fromCharCode(Number(wire[place]))
    return state === (isOn ? '1' : '0') ? [] : [`${app}: the fuse ${name} is not ${isOn ? 'on' : 'off'}`]
  })
}

/** Whether what is built has a signature: on macOS also without a certificate, for Apple's processors start nothing else. */
export function hasSignature(platform: NodeJS.Platform, env: Environment): boolean {
  return platform === 'darwin' || isSigning(platform, env)
}

/** Whether a certificate is named, by the variables that electron-builder reads; empty where a secret is not set. */
export function isSigning(platform: NodeJS.Platform, env: Environment): boolean {
  if (platform === 'win32') return Boolean(env.WIN_CSC_LINK || env.CSC_LINK)
  return platform === 'darwin' && Boolean(env.CSC_LINK || env.CSC_NAME)
}

async function faultsOfSignatures(output: string, env: Environment): Promise<string[]> {
  const { platform } = process
  if (platform !== 'darwin' && platform !== 'win32') return []
  const files = await found(output, [...APPS, INSTALLERS[platform]])
  return files.flatMap((file) =>
    signatureChecks(platform, join(output, file), isNotarising(env)).flatMap(([program, ...words]) => {
      const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' })
      if (status === 0) return []
      return [`${file}: ${program} ${words[0] ?? ''}: ${(error?.message ?? stderr).trim()}`]
    }),
  )
}

function isNotarising(env: Environment): boolean {
  return Boolean(env.APPLE_API_KEY || env.APPLE_ID || env.APPLE_KEYCHAIN_PROFILE)
}

type Command = readonly [string, ...string[]]

/** The system's own programs that end with 0 where it would open the file. An image is not signed itself; the app in it is. */
export function signatureChecks(platform: 'darwin' | 'win32', file: string, isNotarised: boolean): readonly Command[] {
  if (platform === 'win32') {
    const path = `'${file.replaceAll("'", "''")}'`
    const script = `if ((Get-AuthenticodeSignature -LiteralPath ${path}).Status -ne 'Valid') { throw 'not signed' }`
    return [['powershell', '-NoProfile', '-NonInteractive', '-Command', script]]
  }
  if (!file.endsWith('.app')) return []
  return [
    ['codesign', '--verify', '--deep', '--strict', file],
    ...(isNotarised
      ? ([
          ['spctl', '--assess', '--type', 'execute', file],
          ['xcrun', 'stapler', 'validate', file],
        ] as const)
      : []),
  ]
}

async function found(output: string, patterns: readonly string[]): Promise<readonly string[]> {
  return (await Array.fromAsync(glob([...patterns], { cwd: output }))).toSorted()
}
