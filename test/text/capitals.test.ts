import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = [
  'text',
  'checks',
  'compare',
  'disclosure',
  'library',
  'kb',
  'assistant',
  'models',
  'store',
  'contract',
  'renderer',
  'cli',
]
const OF_A_CASE = /\\p\{L[ult]\}/
const LITERAL = /(?<![\w)\]])\/(?![/*])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])+)\/([a-z]*)/g
const MADE = /new RegExp\(([\s\S]*?),\s*'([a-z]+)',?\s*\)/g

/** The patterns of a source that ask for a capital, or a small letter, and ignore case: such a pattern takes either. */
export function confusedPatterns(source: string): readonly string[] {
  const all = [...source.matchAll(LITERAL), ...source.matchAll(MADE)]
  return all.flatMap(([, pattern = '', flags = '']) => (flags.includes('i') && OF_A_CASE.test(pattern) ? pattern : []))
}

test('no pattern asks for a capital and ignores case', async () => {
  const found: string[] = []
  for (const folder of FOLDERS) {
    const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.parentPath.includes('.types')) continue
      const path = join(entry.parentPath, entry.name)
      for (const pattern of confusedPatterns(await readFile(path, 'utf8'))) found.push(`${path}: ${pattern}`)
    }
  }
  expect(found).toEqual([])
})

test.each([String.raw`const A = /^the \p{Lu}\w+/iu`, "const A = new RegExp(String.raw`^the \\p{Lu}`, 'giu')"])(
  'it would be seen: %s',
  (source) => {
    expect(confusedPatterns(source)).toHaveLength(1)
  },
)

test.each([String.raw`const A = /^the \p{Lu}\w+/u`, String.raw`const A = /^\p{L}+/iu`])(
  'and this is none: %s',
  (source) => {
    expect(confusedPatterns(source)).toEqual([])
  },
)
