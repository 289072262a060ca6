import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PACKED = join(ROOT, 'release')

/** Each loads what it needs only then: where a release is published no package is installed. */
const STEPS: Readonly<Record<string, (word: string | undefined) => Promise<readonly string[]>>> = {
  check: checkRelease,
  version: takeNextVersion,
  inventory: async (folder = PACKED) => {
    const { writeInventories } = await import('./inventory.ts')
    return writeInventories(folder, (await manifest()).version)
  },
  checksums: async (folder = PACKED) => {
    const { writeChecksums } = await import('./checksums.ts')
    return writeChecksums(folder)
  },
  notice: async (folder = PACKED) => {
    const { writeNotice } = await import('./notice.ts')
    const { CONSILIUM_UPDATE_KEY: keyFile, CONSILIUM_HOMEPAGE: page, CONSILIUM_UPDATE_FILES: files } = process.env
    if (!keyFile || !page || !files)
      throw new Error('Set CONSILIUM_UPDATE_KEY (a file), CONSILIUM_HOMEPAGE and CONSILIUM_UPDATE_FILES (addresses).')
    const published = new Date().toISOString().slice(0, 10)
    const privateKey = await readFile(keyFile, 'utf8')
    return writeNotice({ folder, version: (await manifest()).version, published, page, files, privateKey })
  },
  notes: async (version) => {
    const { notesOf, readChangelog } = await import('./changelog.ts')
    return [notesOf(await readChangelog(ROOT), version?.replace(/^v/, '') ?? (await manifest()).version)]
  },
}

/**
 * `node scripts/release/main.ts STEP`: one step of a release, as `.github/workflows/release.yml` runs them.
 *
 * - `check [TAG]`: whether this commit can be released under this tag; ends with 1 and a line for each reason why not.
 * - `version`: takes the changes of `.changeset` into CHANGELOG.md and gives the package its next version.
 * - `inventory [FOLDER]`: the bill of materials and the licences of each packed app (`release`).
 * - `checksums [FOLDER]`: the SHA-256 of each file.
 * - `notice [FOLDER]`: what the copies that are out there are told of it, signed. By hand, where the key is; see CONTRIBUTING.md.
 * - `notes [VERSION]`: what CHANGELOG.md says of a version.
 */
async function main([step = '', word]: readonly string[]): Promise<void> {
  const run = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined
  if (!run) throw new Error(`There is no step "${step}". There are: ${Object.keys(STEPS).join(', ')}.`)
  for (const line of await run(word)) process.stdout.write(`${line}\n`)
}

async function checkRelease(tag: string | undefined): Promise<readonly string[]> {
  const { faultsOfRelease, readChangelog } = await import('./changelog.ts')
  const { APP_STORE } = await import('../../store/app/app-schema.ts')
  const { MATTER_STORE } = await import('../../store/matter/matter-schema.ts')
  const [{ version }, lockfile] = [await manifest(), (await json<{ version: string }>('package-lock.json')).version]
  const stores = { app: APP_STORE.migrations.length, matter: MATTER_STORE.migrations.length }
  const name = tag ?? `v${version}`
  const faults = faultsOfRelease(name, { package: version, lockfile }, await readChangelog(ROOT), stores)
  if (faults.length > 0) process.exitCode = 1
  return faults.length > 0 ? faults : [`${name} can be released.`]
}

/** Changesets leaves the lockfile at the old version. */
async function takeNextVersion(): Promise<readonly string[]> {
  const program = join(ROOT, 'node_modules/@changesets/cli/bin.js')
  const child = spawn(process.execPath, [program, 'version'], { cwd: ROOT, stdio: 'inherit' })
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`changeset version ended with ${code}.`)
  const { version } = await manifest()
  type Lockfile = { version: string; packages: Record<string, { version?: string }> }
  const { packages, ...lockfile } = await json<Lockfile>('package-lock.json')
  const next = { ...lockfile, version, packages: { ...packages, '': { ...packages[''], version } } }
  await writeFile(join(ROOT, 'package-lock.json'), `${JSON.stringify(next, null, 2)}\n`)
  return [`Version ${version}: read CHANGELOG.md, commit it, and tag the commit v${version}.`]
}

function manifest(): Promise<{ readonly version: string }> {
  return json('package.json')
}

async function json<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(join(ROOT, file), 'utf8')) as T
}

await main(process.argv.slice(2))
