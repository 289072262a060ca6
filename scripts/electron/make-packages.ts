import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from '../build.ts'
import { faultsOfPackages, isSigning } from './verify-packages.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CONFIGURATION = join(ROOT, 'electron-builder.yml')
const OUTPUT = join(ROOT, 'release')

/**
 * `npm run dist [-- WORDS]`: builds, packs for this computer's system (or what the words for electron-builder say) into `release/`, and
 * looks at what came of it. Signed and notarised where the environment names a certificate (electron-builder's variables), else not at
 * all, and it says so. Electron's own files are checked against the checksums that its npm package carries.
 */
async function makePackages(words: readonly string[]): Promise<number> {
  await buildIfNeeded()
  const folder = await mkdtemp(join(tmpdir(), 'consilium-dist-'))
  try {
    const settings = join(folder, 'settings.json')
    await writeFile(settings, JSON.stringify(await configuration(process.env)))
    const chosen = words.some((word) => /^(--(linux|mac|win|dir)|-[lmw]+)$/.test(word))
      ? words
      : [...targets(), ...words]
    // What an earlier run left would be looked at as well.
    await rm(OUTPUT, { recursive: true, force: true })
    const code = await electronBuilder(['--config', settings, ...chosen])
    if (code !== 0) return code
    const faults = await faultsOfPackages(OUTPUT, CONFIGURATION, process.env)
    for (const fault of faults) say(fault)
    if (!isSigning(process.platform, process.env)) say('Not signed: the environment names no certificate.')
    return faults.length === 0 ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function configuration(env: NodeJS.ProcessEnv): Promise<object> {
  const file = join(ROOT, 'node_modules/electron/checksums.json')
  const { CONSILIUM_HOMEPAGE: homepage, CONSILIUM_MAINTAINER: maintainer } = env
  return {
    extends: CONFIGURATION,
    electronDownload: { checksums: JSON.parse(await readFile(file, 'utf8')) as object },
    ...(homepage ? { extraMetadata: { homepage } } : {}),
    ...(maintainer ? { linux: { maintainer } } : {}),
    // A release that was to be signed and is not must not be made.
    forceCodeSigning: isSigning(process.platform, env),
  }
}

/** On Linux, all that can be made with what is here. */
function targets(): readonly string[] {
  if (process.platform !== 'linux') return []
  const canFlatpak = spawnSync('flatpak-builder', ['--version'], { stdio: 'ignore' }).status === 0
  const canDeb = Boolean(process.env.CONSILIUM_HOMEPAGE && process.env.CONSILIUM_MAINTAINER)
  if (!canFlatpak) say('No Flatpak: flatpak-builder is not installed.')
  if (!canDeb) say('No deb: it names a home page and a maintainer (CONSILIUM_HOMEPAGE, CONSILIUM_MAINTAINER).')
  return ['--linux', 'AppImage', ...(canDeb ? ['deb'] : []), ...(canFlatpak ? ['flatpak'] : [])]
}

function electronBuilder(words: readonly string[]): Promise<number> {
  // A certificate that happens to lie in a keychain is none that was asked for.
  const env = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: process.env.CSC_NAME ? 'true' : 'false' }
  const program = join(ROOT, 'node_modules/electron-builder/cli.js')
  const child = spawn(process.execPath, [program, '--publish', 'never', ...words], { cwd: ROOT, stdio: 'inherit', env })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

if (import.meta.main) process.exitCode = await makePackages(process.argv.slice(2))
