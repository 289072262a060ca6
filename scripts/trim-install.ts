import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Removes what packages bring and never load on this system: about 510 of 1,638 MB. It is part of a build, since no package's scripts run
 * while it is installed (`.npmrc`). `platform` and `arch` as in `process`.
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
  // Sources and headers, which only a compiler would want.
  if (await isThere(join(modules, '@node-llama-cpp', own)))
    await remove(join(modules, 'node-llama-cpp', 'llama', 'gitRelease.bundle'))
  await removeTwice(join(modules, '@llamaindex'), own)
  // Of Tesseract's two sets the smaller reads as well (`unpack-ocr-data.ts`).
  for (const language of await namesIn(join(modules, '@tesseract.js-data')))
    await remove(join(modules, '@tesseract.js-data', language, '4.0.0'))
  // A third of it; the window's own maps are made from the scripts.
  for (const build of ['build', join('legacy', 'build')]) await removeMaps(join(modules, 'pdfjs-dist', build))
  // These two come to every Linux.
  for (const other of ['linux-arm64', 'linux-armv7l'])
    if (other !== own) await remove(join(modules, '@node-llama-cpp', other, 'bins'))
  for (const name of await namesIn(modules))
    if (/^node-(?:linux|win)-/.test(name)) await remove(join(modules, name, 'include'))
}

/** The parser's package holds the binary for one Linux and comes to every system; that of the system itself comes beside it. */
async function removeTwice(folder: string, own: string): Promise<void> {
  if (!(await namesIn(folder)).some((name) => name.startsWith(`liteparse-${own}`))) return
  for (const name of await namesIn(join(folder, 'liteparse')))
    if (/\.(?:node|so|dylib|dll)$/.test(name)) await remove(join(folder, 'liteparse', name))
}

async function removeMaps(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (name.endsWith('.map')) await remove(join(folder, name))
}

/** Removes nothing where none of the names is there: a system without a binary compiles its own. Whether one is. */
async function keepOnly(folder: string, kept: readonly string[]): Promise<boolean> {
  const names = await namesIn(folder)
  if (!names.some((name) => kept.includes(name))) return false
  for (const name of names) if (!kept.includes(name)) await remove(join(folder, name))
  return true
}

async function isThere(folder: string): Promise<boolean> {
  return (await namesIn(folder)).length > 0
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true })
}
