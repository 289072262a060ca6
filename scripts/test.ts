import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build.ts'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RESULTS = join(ROOT, 'test-results')
const TOOLS = join(ROOT, 'node_modules', '.bin')

/**
 * `npm test`: builds what changed, fetches the models, runs vitest and the browser tests, and ends with the real counts in one line. The
 * tests with a model leave a core to those with a browser, so they run beside each other, after all others.
 */
async function runTests(): Promise<void> {
  await rm(RESULTS, { recursive: true, force: true })
  await mkdir(RESULTS, { recursive: true })
  await Promise.all([buildIfNeeded(), run(process.execPath, ['test/model/real-models.ts'])])
  const unit = await runVitest('unit')
  const counts = [unit, ...(await Promise.all([runVitest('model'), runBrowser()]))]
  const sum = (name: keyof Counts) => counts.reduce((total, one) => total + one[name], 0)
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
}

async function runVitest(project: 'unit' | 'model'): Promise<Counts> {
  const file = join(RESULTS, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(join(TOOLS, 'vitest'), ['run', '--project', project, ...reporters])
  return withDeath(await vitestCounts(file), code)
}

async function runBrowser(): Promise<Counts> {
  const file = join(RESULTS, 'browser.json')
  const code = await run(join(TOOLS, 'playwright'), ['test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
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

await runTests()
