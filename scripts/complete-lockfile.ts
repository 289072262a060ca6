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

const OWN = fileURLToPath(new URL('../package-lock.json', import.meta.url))
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
async function completeLockfile(file = OWN): Promise<void> {
  const lock = JSON.parse(await readFile(file, 'utf8')) as Lockfile
  const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies }]) =>
    Object.entries(optionalDependencies ?? {}).filter(
      ([name, version]) => /^\d/.test(version) && !isThere(lock, place, name),
    ),
  )
  for (const [name, version] of missing) lock.packages[`node_modules/${name}`] = entryFor(name, version)
  const [root, ...rest] = Object.entries(lock.packages)
  const sorted = rest.toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  lock.packages = Object.fromEntries(root ? [root, ...sorted] : sorted)
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`${missing.length} entries added\n`)
}

/** What replaces a package for the one that wants it (`overrides` of package.json) lies within that one. */
function isThere({ packages }: Lockfile, place: string, name: string): boolean {
  return [`${place}/node_modules/${name}`, `node_modules/${name}`].some((path) => packages[path] !== undefined)
}

function entryFor(name: string, version: string): LockEntry {
  const first = (table: typeof SYSTEMS) => table.find(([pattern]) => pattern.test(name))?.[1]
  const system = first(SYSTEMS)
  const processor = first(PROCESSORS)
  return { version, ...(processor ? { cpu: [processor] } : {}), optional: true, ...(system ? { os: [system] } : {}) }
}

await completeLockfile(process.argv[2])
