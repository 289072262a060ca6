import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** What a program loads besides its own bundle, and which packages are inside it. */
async function contents(entry: string) {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../../electron/${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    external: ['electron'],
  })
  const inputs = Object.entries(metafile.inputs)
  const external = inputs.flatMap(([, { imports }]) => imports.filter((one) => one.external).map(({ path }) => path))
  return {
    external: [...new Set(external)].filter((path) => !isBuiltin(path)),
    packages: inputs.map(([path]) => path).filter((path) => path.includes('node_modules')),
    folders: [...new Set(inputs.map(([path]) => path.split('/')[0]))].toSorted(),
  }
}

test("Electron's main process loads no package at all: no native module, no parser", async () => {
  expect(await contents('main.ts')).toEqual({
    external: ['electron'],
    packages: [],
    folders: ['electron', 'host', 'processes', 'wording'],
  })
})

test('the preload script loads nothing but Electron, as its sandbox demands', async () => {
  expect(await contents('preload.ts')).toEqual({ external: ['electron'], packages: [], folders: ['electron'] })
})
