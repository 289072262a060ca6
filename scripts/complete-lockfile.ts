import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

type LockEntry = {
  version?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}
type Lockfile = { packages: Record<string, LockEntry> }

const FILE = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/darwin|[/-]mac-/, 'darwin'],
  [/win32|[/-]win-/, 'win32'],
  [/linux/, 'linux'],
]
const PROCESSORS: readonly (readonly [RegExp, string])[] = [
  [/arm64/, 'arm64'],
  [/armv7l/, 'arm'],
  [/riscv64/, 'riscv64'],
  [/x64/, 'x64'],
]

/**
 * Adds the binaries of other systems that `npm install` left out of the lockfile, as it does where the registry that it
 * asked lacks them; `npm ci` would then refuse the lockfile on every system. Run it after `npm install`.
 */
async function completeLockfile(): Promise<void> {
  const lock = JSON.parse(await readFile(FILE, 'utf8')) as Lockfile
  const missing = Object.values(lock.packages)
    .flatMap(({ optionalDependencies }) => Object.entries(optionalDependencies ?? {}))
    .filter(([name, version]) => /^\d/.test(version) && !lock.packages[`node_modules/${name}`])
  for (const [name, version] of missing) lock.packages[`node_modules/${name}`] = entryFor(name, version)
  const [root, ...rest] = Object.entries(lock.packages)
  const sorted = rest.toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  lock.packages = Object.fromEntries(root ? [root, ...sorted] : sorted)
  await writeFile(FILE, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`${missing.length} entries added\n`)
}

function entryFor(name: string, version: string): LockEntry {
  const first = (table: typeof SYSTEMS) => table.find(([pattern]) => pattern.test(name))?.[1]
  const system = first(SYSTEMS)
  const processor = first(PROCESSORS)
  return { version, ...(processor ? { cpu: [processor] } : {}), optional: true, ...(system ? { os: [system] } : {}) }
}

await completeLockfile()
