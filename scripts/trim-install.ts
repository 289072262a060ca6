import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Removes what packages bring for other systems and never load on this one, the headers of Node and the sources of SQLite, which only a
 * compiler would want: about 370 of 1,590 MB. It is part of a build, since no package's scripts run while it is installed (`.npmrc`).
 * `platform` and `arch` as in `process`.
 */
export async function trimInstall(modules: string, platform: string, arch: string): Promise<void> {
  const own = `${platform}-${arch}`
  const runtimes = join(modules, 'onnxruntime-node', 'bin')
  for (const version of await namesIn(runtimes)) {
    await keepOnly(join(runtimes, version), [platform])
    await keepOnly(join(runtimes, version, platform), [arch])
  }
  const sqlite = join(modules, 'better-sqlite3-multiple-ciphers')
  const isBuilt = await keepOnly(join(sqlite, 'prebuilds'), [`${own}.node`, `${platform}musl-${arch}.node`])
  if (isBuilt) await remove(join(sqlite, 'deps'))
  // These two come to every Linux.
  for (const other of ['linux-arm64', 'linux-armv7l'])
    if (other !== own) await remove(join(modules, '@node-llama-cpp', other, 'bins'))
  for (const name of await namesIn(modules))
    if (/^node-(?:linux|win)-/.test(name)) await remove(join(modules, name, 'include'))
}

/** Removes nothing where none of the names is there: a system without a binary compiles its own. Whether one is. */
async function keepOnly(folder: string, kept: readonly string[]): Promise<boolean> {
  const names = await namesIn(folder)
  if (!names.some((name) => kept.includes(name))) return false
  for (const name of names) if (!kept.includes(name)) await remove(join(folder, name))
  return true
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true })
}
