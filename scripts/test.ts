import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build.ts'
import { browserResults, failedRun, NO_RESULTS, readJson, sumOf, vitestResults, type Results } from './test-results.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RESULTS = join(ROOT, 'test-results')
const TOOLS = join(ROOT, 'node_modules', '.bin')

/** `quick` is `npm test`, under ten minutes on two cores; `thorough` is what takes longer: kills, floods, mutations, every place in a browser. */
const SETS = { quick: runQuick, thorough: runThorough } as const
type SetName = keyof typeof SETS
const NAMES = Object.keys(SETS) as SetName[]

/**
 * `node scripts/test.ts [quick|thorough|sum]`: builds what changed, fetches the models, runs a set of tests, and ends with the names of
 * those that failed and the real counts in one line. `sum` runs nothing and ends with those of both sets as they ran last; a set that
 * never ran has failed.
 */
async function main(word: string): Promise<void> {
  if (word === 'sum') return tell(sumOf(await Promise.all(NAMES.map(resultsKept))))
  const name = NAMES.find((one) => one === word)
  if (!name) throw new Error(`There is no set of tests "${word}": ${NAMES.join(', ')}, or sum of both.`)
  await mkdir(RESULTS, { recursive: true })
  await rm(resultsFile(name), { force: true })
  await Promise.all([buildIfNeeded(), run(process.execPath, ['test/model/real-models.ts'])])
  const results = sumOf(await SETS[name]())
  await writeFile(resultsFile(name), JSON.stringify(results))
  tell(results)
}

/** The tests with a model leave a core to those with a browser, so they run beside each other, after all others. */
async function runQuick(): Promise<readonly Results[]> {
  return [
    await runVitest('unit', 'process', 'components'),
    ...(await Promise.all([runVitest('model'), runBrowser('main-job', 'electron')])),
  ]
}

async function runThorough(): Promise<readonly Results[]> {
  return [await runVitest('thorough'), await runBrowser('every-place')]
}

function tell({ passed, failed, skipped, failures }: Results): void {
  for (const failure of failures) process.stdout.write(`Failed: ${failure}\n`)
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  process.exitCode = failed > 0 ? 1 : 0
}

function resultsFile(name: SetName): string {
  return join(RESULTS, `${name}.results.json`)
}

async function resultsKept(name: SetName): Promise<Results> {
  return (await readJson<Results>(resultsFile(name))) ?? failedRun(`the ${name} tests: they did not end`)
}

type VitestProject = 'unit' | 'process' | 'components' | 'model' | 'thorough'

/** Several projects in one run, so that no core waits for the last file of each. */
async function runVitest(...projects: readonly [VitestProject, ...VitestProject[]]): Promise<Results> {
  const [first] = projects
  const file = join(RESULTS, `${first}.json`)
  await rm(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(join(TOOLS, 'vitest'), [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    ...reporters,
  ])
  return withDeath(projects.join(', '), await vitestResults(file), code)
}

type BrowserProject = 'main-job' | 'every-place' | 'electron'

async function runBrowser(...projects: readonly [BrowserProject, ...BrowserProject[]]): Promise<Results> {
  const [first] = projects
  const file = join(RESULTS, `${first}.json`)
  await rm(file, { force: true })
  const code = await run(join(TOOLS, 'playwright'), ['test', ...projects.flatMap((name) => ['--project', name])], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return withDeath(projects.join(', '), await browserResults(file), code)
}

/** A runner that died before it could write down a failure has failed all the same. */
function withDeath(project: string, results: Results | null, code: number): Results {
  if (!results || (code !== 0 && results.failed === 0))
    return sumOf([results ?? NO_RESULTS, failedRun(`${project}: its runner ended with ${code}`)])
  return results
}

function run(program: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(program, words, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CONSILIUM_THREADS: '1', ...env },
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

await main(process.argv[2] ?? 'quick')
