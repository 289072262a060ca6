import { spawn } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackage } from '@electron/asar'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** As they come in Electron's program: a mark, a version, their number, and each of them, on or off. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810110001'

/**
 * What lies in a download of Electron, as far as electron-builder looks at it. Nothing of it runs: Electron's own program
 * cannot be had everywhere these tests run, and what is packed does not depend on it.
 */
export async function makeStubElectron(folder: string, version: string): Promise<string> {
  for (const name of ['locales', 'resources', 'default-app']) await mkdir(join(folder, name), { recursive: true })
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    await writeFile(join(folder, name), `#!/bin/sh\nexit 1\n${name === 'electron' ? FUSES : ''}`)
    await chmod(join(folder, name), 0o755)
  }
  await writeFile(join(folder, 'version'), version)
  await writeFile(join(folder, 'LICENSE'), 'Electron')
  await writeFile(join(folder, 'LICENSES.chromium.html'), 'Chromium')
  await writeFile(join(folder, 'locales/en-US.pak'), 'words')
  // An archive without files cannot be read back.
  await writeFile(join(folder, 'default-app/package.json'), '{}')
  await createPackage(join(folder, 'default-app'), join(folder, 'resources/default_app.asar'))
  return folder
}

type System = { readonly platform: 'linux' | 'win' | 'mac'; readonly arch: 'x64' | 'arm64' }

/** The same for Windows: an empty program that carries a version, as electron-builder reads it. */
export async function makeStubForWindows(folder: string, version: string): Promise<string> {
  await makeStubElectron(folder, version)
  const load = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))
  const { NtExecutable, NtExecutableResource, Resource } = load('resedit') as ResEdit
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const info = Resource.VersionInfo.createEmpty()
  info.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  info.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  program.setExtraData(bytesOf(FUSES))
  await writeFile(join(folder, 'electron.exe'), Buffer.from(program.generate()))
  return folder
}

/** What is used here of the package by which electron-builder writes into programs of Windows. */
type ResEdit = {
  readonly NtExecutable: { createEmpty(is32Bit: boolean, isLibrary: boolean): NtExecutable }
  readonly NtExecutableResource: { from(program: NtExecutable): Resources }
  readonly Resource: { readonly VersionInfo: { createEmpty(): VersionInfo } }
}
type NtExecutable = { setExtraData(bytes: ArrayBuffer): void; generate(): ArrayBuffer }
type Resources = { readonly entries: object[]; outputResource(program: NtExecutable): void }
type VersionInfo = {
  setStringValues(language: { lang: number; codepage: number }, values: Readonly<Record<string, string>>): void
  outputToResourceEntries(entries: object[]): void
}

/** The same for macOS: the bundle with its framework and helpers, each with its list of properties. */
export async function makeStubForMac(folder: string, version: string): Promise<string> {
  const contents = join(folder, 'Electron.app/Contents')
  const frameworks = join(contents, 'Frameworks')
  const framework = join(frameworks, 'Electron Framework.framework')
  await mkdir(framework, { recursive: true })
  await writeFile(join(framework, 'Electron Framework'), FUSES)
  const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`)
  const bundles = helpers.map((name) => [name, join(frameworks, `${name}.app/Contents`)] as const)
  for (const [name, place] of [['Electron', contents] as const, ...bundles]) {
    await mkdir(join(place, 'MacOS'), { recursive: true })
    await mkdir(join(place, 'Resources'), { recursive: true })
    await writeFile(join(place, 'MacOS', name), '')
    await writeFile(join(place, 'Info.plist'), propertyList(name))
  }
  await writeFile(join(contents, 'Resources/electron.icns'), '')
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) await writeFile(join(folder, name), version)
  return folder
}

function propertyList(name: string): string {
  const properties = { CFBundleExecutable: name, CFBundleName: name, CFBundleIdentifier: 'com.github.Electron' }
  const keys = Object.entries(properties).map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${keys.join('')}</dict></plist>`
}

function bytesOf(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'latin1')).buffer
}

/** Runs electron-builder on this checkout's `out/`, for this computer's system where none is named; returns the folder of the app. */
export async function packApp(electronDist: string, output: string, system?: System): Promise<string> {
  const { code, text } = await runNode([
    join(ROOT, 'node_modules/electron-builder/cli.js'),
    `--${system?.platform ?? 'linux'}`,
    'dir',
    ...(system ? [`--${system.arch}`] : []),
    `-c.electronDist=${electronDist}`,
    `-c.directories.output=${output}`,
  ])
  if (code !== 0) throw new Error(`electron-builder ended with ${code}:\n${text}`)
  if (system?.platform === 'mac') return join(output, system.arch === 'arm64' ? 'mac-arm64' : 'mac')
  return join(output, `${system?.platform ?? 'linux'}-unpacked`)
}

/** Runs this Node in the root of the checkout and collects what it says. */
export function runNode(words: readonly string[]): Promise<{ readonly code: number | null; readonly text: string }> {
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, text }))
  })
}
