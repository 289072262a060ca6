import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { builtInValues } from '../../scripts/build.ts'

test('a copy that is built fetches graphics support from where npm is set to, also where nobody changed that', async () => {
  const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry'])
  const address = stdout.trim()
  expect(address).toMatch(/^https?:/)
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../models/acquire/fetch-graphics.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    define: await builtInValues(),
  })
  const program = outputFiles.map(({ text }) => text).join('')
  expect(program).toContain(`"${address}"`)
  expect(program).not.toContain('CONSILIUM_PACKAGE_REGISTRY')
})
