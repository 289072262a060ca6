import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { OUR_LANGUAGES } from '../../scripts/our-languages.ts'
import { languageOf } from '../../text/languages.ts'
import { TEXTS_BY_LANGUAGE } from '../library/read/ocr/texts-by-language.ts'

const MOST_KILOBYTES = 450

test('what ships tells the same languages as the whole database, with a third of its size', async () => {
  await using life = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'our-languages-'))
  life.defer(() => rm(folder, { recursive: true }))
  const outfile = join(folder, 'languages.mjs')
  const entry = fileURLToPath(new URL('../../text/languages.ts', import.meta.url))
  await build({ entryPoints: [entry], bundle: true, outfile, format: 'esm', plugins: [OUR_LANGUAGES] })
  const shipped = (await import(pathToFileURL(outfile).href)) as { languageOf: typeof languageOf }
  const texts = Object.values(TEXTS_BY_LANGUAGE).flat()
  const parts = texts.flatMap((text) => [text, text.slice(0, 30), text.replaceAll(/[aeiou]/g, 'x')])
  expect(parts.map((text) => shipped.languageOf(text))).toEqual(parts.map((text) => languageOf(text)))
  expect((await stat(outfile)).size).toBeLessThan(MOST_KILOBYTES * 1024)
})
