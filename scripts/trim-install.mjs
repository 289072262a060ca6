// node scripts/trim-install.mjs [node_modules platform arch], after `npm ci`, under whatever Node there is: so it is plain JavaScript.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Removes what packages bring for other systems and never load on this one, and the headers of Node and the sources of SQLite, which
 * only a compiler would want: about 340 MB. Nothing breaks where it does not run, as with `npm ci --ignore-scripts`.
 *
 * @param {string} modules the folder `node_modules`
 * @param {string} platform as in `process.platform`
 * @param {string} arch as in `process.arch`
 */
async function trimInstall(modules, platform, arch) {
  const own = `${platform}-${arch}`
  for (const bin of await namesIn(join(modules, 'onnxruntime-node', 'bin'))) {
    const systems = join(modules, 'onnxruntime-node', 'bin', bin)
    await keepOnly(systems, (name) => name === platform)
    await keepOnly(join(systems, platform), (name) => name === arch)
  }
  const sqlite = join(modules, 'better-sqlite3-multiple-ciphers')
  const built = [`${own}.node`, `${platform}musl-${arch}.node`]
  const isBuilt = await keepOnly(join(sqlite, 'prebuilds'), (name) => built.includes(name))
  if (isBuilt) await remove(join(sqlite, 'deps'))
  // The package names systems `mac` and `win` in its own way; these two come to every Linux.
  const llama = join(modules, '@node-llama-cpp')
  for (const other of ['linux-arm64', 'linux-armv7l']) if (other !== own) await remove(join(llama, other, 'bins'))
  for (const name of await namesIn(modules))
    if (name.startsWith('node-') && name.endsWith(`-${arch}`)) await remove(join(modules, name, 'include'))
}

/**
 * Nothing is removed where nothing would be kept: a system for which there is no binary compiles its own. Whether something is kept.
 *
 * @param {string} folder
 * @param {(name: string) => boolean} isKept
 */
async function keepOnly(folder, isKept) {
  const names = await namesIn(folder)
  if (!names.some(isKept)) return false
  for (const name of names) if (!isKept(name)) await remove(join(folder, name))
  return true
}

/** @param {string} folder */
async function namesIn(folder) {
  return readdir(folder).catch(() => [])
}

/** @param {string} path */
async function remove(path) {
  await rm(path, { recursive: true, force: true })
}

const [modules = fileURLToPath(new URL('../node_modules', import.meta.url)), platform, arch] = process.argv.slice(2)
await trimInstall(modules, platform ?? process.platform, arch ?? process.arch)
