import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SPOKEN = ['renderer', 'contract', 'cli', 'README.md', 'docs']

/** Phrases that users stumbled over, each of which has a plain one in its place. */
const PHRASES = [
  'shall Consilium be locked',
  'what we would do',
  'short riddle',
  'The same again',
  'a model of a cloud',
  'a server in your house',
  'your house keeps',
  'without your yes',
  'something speaks for it',
  'asks nobody',
  'wording not checked',
  'asked to fill the gap',
  'speaks of no matter',
  'Counted: it',
  'comes into memory',
  'Take it back',
  'is called so.',
  'This is what is kept',
  'waits for a new yes',
  'waits for your yes',
  'to the last character',
  'list of harmless words',
  'one changed character',
  'What stands there',
  'As sure as it is right?',
  'Waiting for your yes',
  'Nothing waits',
  'cannot both hold',
  'of which nothing is recorded',
  'Fewer are drawn',
  'a new yes',
  'agree anew',
  'agree to it anew',
  'bear out,',
  'is told first',
  'stands in the ledger',
  'Stands in the ledger',
  'Cannot be told',
  'nobody can tell',
]

test('window, command line and documents say nothing in the words that were found hard to read', () => {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...SPOKEN], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const files = listed.split('\n').filter((file) => /\.(?:tsx?|md)$/.test(file))
  expect(files.length).toBeGreaterThan(300)
  const found = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8').replace(/\s+/g, ' ')
    return PHRASES.filter((phrase) => text.includes(phrase)).map((phrase) => `${file}: ${phrase}`)
  })
  expect(found).toEqual([])
})
