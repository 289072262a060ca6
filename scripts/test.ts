import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build.ts'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RESULTS = join(ROOT, 'test-results')
const TOOLS = join(ROOT, 'node_modules', '.bin')

/** `quick` is `npm test`, under ten minutes on two cores; `thorough` is what takes longer: kills, floods, mutations, every place in a browser. */
const SETS = { quick: runQuick, thorough: runThorough } as const
type SetName = keyof typeof SETS
const NAMES = Object.keys(SETS) as SetName[]

/**
 * `node scripts/test.ts [quick|thorough|sum]`: builds what changed, fetches the models, runs a set of tests, and ends with the real counts in
 * one line. `sum` runs nothing and ends with the counts of both sets as they ran last; a set that never ran has failed.
 */
async function main(word: string): Promise<void> {
  if (word === 'sum') return tell(sumOf(await Promise.all(NAMES.map(countsKept))))
  const name = NAMES.find((one) => one === word)
  if (!name) throw new Error(`There is no set of tests "${word}": ${NAMES.join(', ')}, or sum of both.`)
  await mkdir(RESULTS, { recursive: true })
  await rm(countsFile(name), { force: true })
  await Promise.all([buildIfNeeded(), run(process.execPath, ['test/model/real-models.ts'])])
  const counts = sumOf(await SETS[name]())
  await writeFile(countsFile(name), JSON.stringify(counts))
  tell(counts)
}

/** The tests with a model leave a core to those with a browser, so they run beside each other, after all others. */
async function runQuick(): Promise<readonly Counts[]> {
  return [
    await runVitest('unit'),
    await runVitest('components'),
    ...(await Promise.all([runVitest('model'), runBrowser('main-job')])),
  ]
}

async function runThorough(): Promise<readonly Counts[]> {
  return [await runVitest('thorough'), await runBrowser('every-place')]
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => all.reduce((total, one) => total + one[name], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

function tell({ passed, failed, skipped }: Counts): void {
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  process.exitCode = failed > 0 ? 1 : 0
}

function countsFile(name: SetName): string {
  return join(RESULTS, `${name}.counts.json`)
}

async function countsKept(name: SetName): Promise<Counts> {
  return (await readJson<Counts>(countsFile(name))) ?? { passed: 0, failed: 1, skipped: 0 }
}

async function runVitest(project: 'unit' | 'components' | 'model' | 'thorough'): Promise<Counts> {
  const file = join(RESULTS, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(join(TOOLS, 'vitest'), ['run', '--project', project, ...reporters])
  return withDeath(await vitestCounts(file), code)
}

async function runBrowser(project: 'main-job' | 'every-place'): Promise<Counts> {
  const file = join(RESULTS, `${project}.json`)
  const code = await run(join(TOOLS, 'playwright'), ['test', '--project', project], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return withDeath(await browserCounts(file), code)
}

/** A runner that died before it could write down a failure has failed all the same. */
function withDeath(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function run(program: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(program, words, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CONSILIUM_THREADS: '1', ...env },
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

async function vitestCounts(file: string): Promise<Counts> {
  const report = await readJson<{
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    numFailedTestSuites: number
    testResults: readonly { status: string; assertionResults: readonly unknown[] }[]
  }>(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  // A file that could not be loaded holds no test to fail.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

async function browserCounts(file: string): Promise<Counts> {
  const report = await readJson<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
    errors: readonly unknown[]
  }>(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected + (unexpected === 0 ? report.errors.length : 0), skipped }
}

async function readJson<T>(file: string): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as T)
}

await main(process.argv[2] ?? 'quick')
