import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const LEFT_OUT = new Set(['node_modules', 'out', 'release', '.git', '.models', 'samples', 'test-results', 'shared'])

/** The compiler is written in Go, whose collector takes over a third of its time where it may not let 2 GB fill first. */
const FEWER_COLLECTIONS = { GOGC: '300', GOMEMLIMIT: '2000MiB' }

let copy = ''

/** A copy of the sources, with what the compiler remembers of them; planting in the tree itself would disturb other tests. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'cns-layers-'))
  await cp(ROOT, copy, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => dirname(path) !== dirname(join(ROOT, 'x')) || !LEFT_OUT.has(basename(path)),
  })
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
})

afterAll(() => rm(copy, { recursive: true, force: true }))

/** Everything that a tool of this project prints about the copy. */
function printed(tool: string, ...words: string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: copy, maxBuffer: 2 ** 26, env: { ...process.env, ...FEWER_COLLECTIONS } }
    execFile(join(ROOT, 'node_modules/.bin', tool), words, options, (error, out, err) =>
      resolve(`${out}${err}${error ? `\nexit ${error.code}` : ''}`),
    )
  })
}

type Planted = { readonly what: string; readonly file: string; readonly text: string; readonly caught: RegExp }

/**
 * Apart from the others: what an import brings along, such as the types of Node, would be there for them too. Each imports a file that
 * imports none, or the compiler would read half of the program as part of the planted folder.
 */
const IMPORTS_FOR_THE_COMPILER: readonly Planted[] = [
  {
    what: 'renderer imports assistant, even as a type only',
    file: 'renderer/planted-assistant.ts',
    text: "import type { VERSION } from '../assistant/home/version.ts'\nexport type Planted = typeof VERSION\n",
    caught: /TS6307/,
  },
  {
    what: 'contract imports library',
    file: 'contract/planted.ts',
    text: "export { BULLET } from '../library/read/text-signs.ts'\n",
    caught: /TS6307/,
  },
  {
    what: 'models imports library',
    file: 'models/planted.ts',
    text: "export { BULLET } from '../library/read/text-signs.ts'\n",
    caught: /TS6307/,
  },
  {
    what: 'text imports library',
    file: 'text/planted-library.ts',
    text: "export { BULLET } from '../library/read/text-signs.ts'\n",
    caught: /TS6307/,
  },
  {
    what: 'text imports checks',
    file: 'text/planted-checks.ts',
    text: "export { newFigures } from '../checks/added-words.ts'\n",
    caught: /TS6307/,
  },
  {
    what: 'compare imports library',
    file: 'compare/planted-library.ts',
    text: "export { BULLET } from '../library/read/text-signs.ts'\n",
    caught: /TS6307/,
  },
  {
    what: 'disclosure imports checks',
    file: 'disclosure/planted-checks.ts',
    text: "export { newFigures } from '../checks/added-words.ts'\n",
    caught: /TS6307/,
  },
  {
    what: 'a low floor of the assistant imports a high one',
    file: 'assistant/home/planted-meanings.ts',
    text: "export { MEANINGS } from '../opinions/align/concepts.ts'\n",
    caught: /TS6307/,
  },
  {
    what: 'a floor of the assistant imports one above it, even as a type only',
    file: 'assistant/answers/planted-meanings.ts',
    text: "import type { MEANINGS } from '../opinions/align/concepts.ts'\nexport type Planted = typeof MEANINGS\n",
    caught: /TS6307/,
  },
]

const GLOBALS_FOR_THE_COMPILER: readonly Planted[] = [
  {
    what: 'renderer uses process',
    file: 'renderer/planted-process.ts',
    text: 'export const planted = () => process.cwd()\n',
    caught: /TS2591/,
  },
  {
    what: 'checks imports node:fs',
    file: 'checks/planted-files.ts',
    text: "export { readFileSync } from 'node:fs'\n",
    caught: /TS2591/,
  },
  {
    what: 'text imports node:fs',
    file: 'text/planted-files.ts',
    text: "export { readFileSync } from 'node:fs'\n",
    caught: /TS2591/,
  },
  {
    what: 'disclosure imports node:fs',
    file: 'disclosure/planted-files.ts',
    text: "export { readFileSync } from 'node:fs'\n",
    caught: /TS2591/,
  },
  {
    what: 'checks uses document',
    file: 'checks/planted-document.ts',
    text: 'export const planted = () => document.title\n',
    caught: /TS2584/,
  },
]

const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at))
const assigned = lines(61, (at) => `  sum += ${at}`).join('\n')

const FOR_THE_LINTER: readonly Planted[] = [
  {
    what: 'assistant/answers loads electron',
    file: 'assistant/answers/planted-electron.ts',
    text: "export { app } from 'electron'\n",
    caught: /'electron' import is restricted/,
  },
  {
    what: 'assistant/answers loads ws',
    file: 'assistant/answers/planted-ws.ts',
    text: "export { WebSocket } from 'ws'\n",
    caught: /'ws' import is restricted/,
  },
  {
    what: 'assistant/answers loads a client library of cloud models',
    file: 'assistant/answers/planted-cloud.ts',
    text: "export { createAnthropic } from '@ai-sdk/anthropic'\n",
    caught: /'@ai-sdk\/anthropic' import is restricted/,
  },
  {
    what: 'models/local loads a client library of cloud models',
    file: 'models/local/planted-cloud.ts',
    text: "export { createGoogle } from '@ai-sdk/google'\n",
    caught: /'@ai-sdk\/google' import is restricted/,
  },
  {
    what: 'a part of the window reads past what is kept',
    file: 'renderer/library/planted-query.ts',
    text: "export { useQuery } from '@tanstack/react-query'\n",
    caught: /'@tanstack\/react-query' import is restricted/,
  },
  {
    what: 'a component of the window says something that is not in the messages',
    file: 'renderer/settings/planted-text.tsx',
    text: 'export const Planted = () => <p>Nothing was changed.</p>\n',
    caught: /Text for people stands in wording\/messages/,
  },
  {
    what: 'a function of the window says something that is not in the messages',
    file: 'renderer/settings/planted-words.ts',
    text: 'export const planted = (count: number) => `${count} pages could not be read.`\n',
    caught: /Text for people stands in wording\/messages/,
  },
  {
    what: 'cli imports store',
    file: 'cli/planted-store.ts',
    text: "export { openStore } from '../store/store.ts'\n",
    caught: /'\.\.\/store\/store\.ts' import is restricted/,
  },
  {
    what: 'cli imports disclosure',
    file: 'cli/planted-disclosure.ts',
    text: "export { createDetector } from '../disclosure/identifiers/create-detector.ts'\n",
    caught: /'\.\.\/disclosure\/identifiers\/create-detector\.ts' import is restricted/,
  },
  {
    what: 'cli imports text',
    file: 'cli/planted-text.ts',
    text: "export { contentWords } from '../text/words.ts'\n",
    caught: /'\.\.\/text\/words\.ts' import is restricted/,
  },
  {
    what: 'text imports kb',
    file: 'text/planted-kb.ts',
    text: "export { dayOf } from '../kb/values/plain-date.ts'\n",
    caught: /'\.\.\/kb\/values\/plain-date\.ts' import is restricted/,
  },
  {
    what: 'compare imports checks',
    file: 'compare/planted-checks.ts',
    text: "export { newFigures } from '../checks/added-words.ts'\n",
    caught: /'\.\.\/checks\/added-words\.ts' import is restricted/,
  },
  {
    what: 'cli imports compare',
    file: 'cli/planted-compare.ts',
    text: "export { wholeText } from '../compare/compared-text.ts'\n",
    caught: /'\.\.\/compare\/compared-text\.ts' import is restricted/,
  },
  {
    what: 'electron imports models',
    file: 'electron/planted-models.ts',
    text: "export { readCatalogue } from '../models/catalogue.ts'\n",
    caught: /'\.\.\/models\/catalogue\.ts' import is restricted/,
  },
  {
    what: 'two files of a folder import each other',
    file: 'checks/planted-one.ts',
    text: "import { other } from './planted-other.ts'\nexport const one = (): string => other()\n",
    caught: /no-cycle/,
  },
  {
    what: 'two files of a folder take types of each other',
    file: 'checks/planted-type.ts',
    text: "import type { Whole } from './planted-whole.ts'\nexport type Part = { readonly of: Whole }\n",
    caught: /no-cycle/,
  },
  {
    what: 'a file is not named in kebab-case',
    file: 'checks/BadName.ts',
    text: 'export const badName = 1\n',
    caught: /filename-case/,
  },
  {
    what: 'a file has 401 lines',
    file: 'checks/planted-long-file.ts',
    text: `${lines(401, (at) => `export const line${at} = ${at}`).join('\n')}\n`,
    caught: /max-lines\b/,
  },
  {
    what: 'a function has more than 60 lines',
    file: 'checks/planted-long-function.ts',
    text: `export function planted(): number {\n  let sum = 0\n${assigned}\n  return sum\n}\n`,
    caught: /max-lines-per-function/,
  },
  {
    what: 'an expression can read a text in many ways',
    file: 'disclosure/planted-expression.ts',
    text: 'export const planted = /^(?:[A-Z][a-z]*)+\\s*x?\\s*$/\n',
    caught: /no-super-linear-backtracking/,
  },
]

/** Files that other planted ones import. */
const OTHERS = [
  {
    file: 'checks/planted-other.ts',
    text: "import { one } from './planted-one.ts'\nexport const other = (): string => one()\n",
  },
  {
    file: 'checks/planted-whole.ts',
    text: "import type { Part } from './planted-type.ts'\nexport type Whole = { readonly parts: readonly Part[] }\n",
  },
]

/** What a tool prints while all of them lie in the copy: one run, as each costs as much as all. */
async function printedWith(
  planted: readonly Pick<Planted, 'file' | 'text'>[],
  tool: string,
  ...words: string[]
): Promise<string> {
  for (const { file, text } of planted) await writeFile(join(copy, file), text)
  const said = await printed(tool, ...words)
  for (const { file } of planted) await rm(join(copy, file))
  return said
}

const about = (file: string, said: string) =>
  said
    .split('\n')
    .filter((line) => line.startsWith(file))
    .join('\n')

describe('the rules of the layers', () => {
  test('hold in the tree as it is', { timeout: 300_000 }, async () => {
    expect(await printed('tsc', '-b', '--checkers', '1')).toBe('')
    expect(await printed('oxlint', '--deny-warnings')).not.toContain('exit')
  })

  describe.for([IMPORTS_FOR_THE_COMPILER, GLOBALS_FOR_THE_COMPILER])('stop the compiler', (planted) => {
    let said = ''
    beforeAll(async () => {
      const folders = new Set(planted.map(({ file }) => dirname(file)))
      said = await printedWith(planted, 'tsc', '-b', '--checkers', '1', ...folders)
    })

    test.for(planted)('when $what', ({ file, caught }) => {
      expect(about(file, said)).toMatch(caught)
      expect(said).toContain('exit')
    })
  })

  describe('stop the linter', () => {
    let said = ''
    beforeAll(async () => {
      const folders = new Set(FOR_THE_LINTER.map(({ file }) => dirname(file)))
      const words = ['--deny-warnings', '--format', 'unix', ...folders]
      said = await printedWith([...FOR_THE_LINTER, ...OTHERS], 'oxlint', ...words)
    })

    test.for(FOR_THE_LINTER)('when $what', ({ file, caught }) => {
      expect(about(file, said)).toMatch(caught)
      expect(said).toContain('exit')
    })
  })
})
