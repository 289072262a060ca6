import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { analyse } from 'scslre'
import { beforeAll, describe, expect, test } from 'vitest'

type Built = { readonly source: string; readonly flags: string; readonly file: string }

/** All that may read what a person or a document wrote. */
const FOLDERS = ['assistant', 'checks', 'compare', 'contract', 'disclosure', 'kb', 'library', 'text', 'wording']

/** Of other packages, with the reason why no text can make them slow. */
const NEVER_SLOW: Readonly<Record<string, string>> = {
  'node_modules/libphonenumber-js/es6/helpers/extractPhoneContext.js':
    'It reads what is behind ";phone-context=", and the candidates of find-phones.ts have neither ";" nor "=".',
}

const readsInManyWays = ({ source, flags }: Omit<Built, 'file'>) =>
  analyse({ source, flags }, { reportTypes: { Move: false } }).reports

/**
 * The linter reads an expression where it is written. One that is put together from parts is known when its module is loaded, so a process
 * of its own loads them all. What is built for one text is not among them: in `asked-parts.ts`, `read-mhtml.ts` and `named-documents.ts`
 * from a word of it, and in `patterns/` the same expressions with other flags.
 */
describe('expressions that are built when the program runs', () => {
  let built: readonly Built[] = []
  beforeAll(async () => {
    const collect = fileURLToPath(new URL('children/collect-expressions.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [collect, ...FOLDERS], { maxBuffer: 64e6 })
    built = JSON.parse(stdout)
  })

  test('are found with the file that builds them', () => {
    const files = built.map(({ file }) => file)
    expect(files).toEqual(
      expect.arrayContaining(['checks/draft/check-sums.ts', 'library/split/find-cross-references.ts', 'text/dates.ts']),
    )
    expect(files.filter((file) => file.startsWith('disclosure/')).length).toBeGreaterThan(300)
  })

  test('read a text in one way', () => {
    const own = built.filter(({ file }) => !file.includes('node_modules/'))
    expect(own.filter((one) => readsInManyWays(one).length > 0)).toEqual([])
  })

  test('of other packages take no exponential time on a text', () => {
    const others = built.filter(({ file }) => file.includes('node_modules/') && !(file in NEVER_SLOW))
    expect(others.filter((one) => readsInManyWays(one).some(({ exponential }) => exponential))).toEqual([])
  })

  test.each(Object.keys(NEVER_SLOW))('of other packages that are excused still need it: %s', (file) => {
    expect(built.some((one) => one.file === file && readsInManyWays(one).some(({ exponential }) => exponential))).toBe(
      true,
    )
  })
})

test.each([
  [String.raw`^(?:\p{Lu}[\p{L}.]* ?)+of$`, true],
  [String.raw`^\s*x?\s*$`, false],
])('the analysis finds %s, exponential: %s', (source, exponential) => {
  expect(readsInManyWays({ source, flags: 'u' }).map((one) => one.exponential)).toContain(exponential)
})
