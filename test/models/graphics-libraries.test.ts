import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { expect, test } from 'vitest'
import { builtInRegistry, fetchGraphics } from '../../models/acquire/fetch-graphics.ts'
import type { ModelProgress } from '../../models/acquire/install-model.ts'
import {
  type GraphicsLibrary,
  isFetched,
  libraryFolder,
  packageFolder,
  readGraphicsLibraries,
  removeLibrary,
} from '../../models/graphics-libraries.ts'
import { temporaryFolder } from '../store/temporary-home.ts'
import { type FileServer, sendFile, serveFiles } from './acquire/file-server.ts'

/** A package as npm packs it: all below a folder of its own. */
async function packed(name: string, text: string): Promise<Buffer> {
  const files = {
    'package/package.json': JSON.stringify({ name: `@node-llama-cpp/${name}`, type: 'module', main: 'index.js' }),
    'package/index.js': `export const text = ${JSON.stringify(text)}`,
  }
  const entries = Object.entries(files).map(([file, body]) => ({
    header: { name: file, size: Buffer.byteLength(body) },
    body,
  }))
  return gzipSync(await packTar(entries))
}

const NAMES = ['test-x64-cuda', 'test-x64-cuda-ext']
const ARCHIVES = new Map(
  await Promise.all(NAMES.map(async (name) => [name, await packed(name, `I am ${name}`)] as const)),
)

function library(version = '1.2.3'): GraphicsLibrary {
  const packages = [...ARCHIVES].map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  return { kind: 'cuda', system: 'test-x64', version, packages }
}

/** A registry that gives these archives at the addresses where npm's have theirs. */
function registry(archives: ReadonlyMap<string, Buffer> = ARCHIVES): Promise<FileServer> {
  return serveFiles((request, response) => {
    const [, name = ''] = /^\/@node-llama-cpp\/([\w-]+)\/-\/\1-1\.2\.3\.tgz$/.exec(request.url ?? '') ?? []
    const bytes = archives.get(name)
    if (bytes) sendFile(bytes, request, response)
    else response.writeHead(404).end()
  })
}

async function fetchInto(modelsFolder: string, server: FileServer): Promise<readonly ModelProgress[]> {
  const options = { modelsFolder, allowNetwork: () => {}, retryMs: 5 }
  return Array.fromAsync(fetchGraphics(library(), new URL(server.address).origin, options))
}

/** What a process of its own imports by the name of the package, with this folder among those of libraries. */
async function importedFrom(folder: string): Promise<string> {
  const finder = fileURLToPath(new URL('../../models/local/fetched-libraries.ts', import.meta.url))
  const program = `import { findLibrariesIn } from ${JSON.stringify(finder)}
    findLibrariesIn([${JSON.stringify(folder)}])
    console.log((await import('@node-llama-cpp/test-x64-cuda-ext')).text)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  return stdout.trim()
}

test('the libraries that can be fetched are of the version of llama.cpp that would load them', async () => {
  const { version } = JSON.parse(
    await readFile(new URL('../../node_modules/node-llama-cpp/package.json', import.meta.url), 'utf8'),
  ) as { version: string }
  expect(readGraphicsLibraries().map((one) => [one.kind, one.system, one.version])).toEqual([
    ['vulkan', 'linux-x64', version],
    ['cuda', 'linux-x64', version],
  ])
})

test('a library is fetched, checked, unpacked, and found by its name; its archives and older versions go', async () => {
  await using models = await temporaryFolder()
  await using server = await registry()
  await mkdir(join(models.path, 'graphics-cuda-1.0.0/node_modules'), { recursive: true })
  await mkdir(join(models.path, 'some-model'))
  const events = await fetchInto(models.path, server)
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['model-start', 'model-progress', 'model-end']))
  expect(new Set(events.map(({ id }) => id))).toEqual(new Set(['graphics-cuda']))
  expect(await isFetched(models.path, library())).toBe(true)
  expect((await readdir(models.path)).toSorted()).toEqual(['graphics-cuda-1.2.3', 'some-model'])
  const folder = libraryFolder(models.path, library())
  expect((await readdir(folder)).toSorted()).toEqual(['model.json', 'node_modules'])
  expect(await importedFrom(folder)).toBe('I am test-x64-cuda-ext')
  await removeLibrary(models.path, library())
  expect(await readdir(models.path)).toEqual(['some-model'])
})

test('a package that is not the one whose checksum is known is refused, and nothing of it is unpacked', async () => {
  await using models = await temporaryFolder()
  const [name = ''] = NAMES
  const other = Buffer.from(ARCHIVES.get(name) ?? [])
  other[other.length - 9] = (other.at(-9) ?? 0) ^ 1
  await using server = await registry(new Map([...ARCHIVES, [name, other]]))
  await expect(fetchInto(models.path, server)).rejects.toMatchObject({ code: 'DAMAGED' })
  expect(await isFetched(models.path, library())).toBe(false)
})

test('what was killed while it was unpacked does not count, and is unpacked the next time without another download', async () => {
  await using models = await temporaryFolder()
  await using server = await registry()
  const folder = libraryFolder(models.path, library())
  const half = packageFolder(join(folder, 'unpacking'), 'test-x64-cuda')
  await mkdir(half, { recursive: true })
  await writeFile(join(half, 'left-over.js'), '')
  for (const [name, bytes] of ARCHIVES) await writeFile(join(folder, `${name}.tgz`), bytes)
  expect(await isFetched(models.path, library())).toBe(false)
  await fetchInto(models.path, server)
  expect(server.ranges).toEqual([])
  expect(await readdir(packageFolder(folder, 'test-x64-cuda'))).toEqual(['index.js', 'package.json'])
})

test('a library of another version counts as not fetched', async () => {
  await using models = await temporaryFolder()
  await using server = await registry()
  await fetchInto(models.path, server)
  expect(await isFetched(models.path, library('1.2.4'))).toBe(false)
})

test.each([
  [undefined, null],
  ['', null],
  ['https://packages.example/npm/', 'https://packages.example/npm'],
  ['https://name:password@packages.example/?key=1', 'https://packages.example'],
])('built where npm is set to %s, a copy asks %s, without what is for the builder alone', (set, address) => {
  const before = process.env.CONSILIUM_PACKAGE_REGISTRY
  try {
    if (set === undefined) delete process.env.CONSILIUM_PACKAGE_REGISTRY
    else process.env.CONSILIUM_PACKAGE_REGISTRY = set
    expect(builtInRegistry()).toBe(address)
  } finally {
    if (before === undefined) delete process.env.CONSILIUM_PACKAGE_REGISTRY
    else process.env.CONSILIUM_PACKAGE_REGISTRY = before
  }
})
