import { readFile } from 'node:fs/promises'

/** What a run of tests came to. `failures`: the names of those that failed, as one looks for them: file, titles. */
export type Results = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly failures: readonly string[]
}

export const NO_RESULTS: Results = { passed: 0, failed: 0, skipped: 0, failures: [] }

/** A run without a report counts as a failure of that name. */
export function failedRun(name: string): Results {
  return { ...NO_RESULTS, failed: 1, failures: [name] }
}

export function sumOf(all: readonly Results[]): Results {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      failures: [...total.failures, ...one.failures],
    }),
    NO_RESULTS,
  )
}

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** What a report in JSON of vitest says; null where `file` does not exist. */
export async function vitestResults(file: string): Promise<Results | null> {
  const report = await readJson<VitestReport>(file)
  if (!report) return null
  // A file that could not be loaded holds no test to fail.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${name}: ${fullName}`),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failures, ...unloaded.map(({ name }) => `${name}: could not be loaded`)],
  }
}

type Suite = {
  readonly file: string
  readonly suites?: readonly Suite[]
  readonly specs: readonly { readonly title: string; readonly ok: boolean }[]
}

type BrowserReport = {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly { readonly message?: string }[]
  readonly suites: readonly Suite[]
}

/** What a report in JSON of Playwright says; null where `file` does not exist. */
export async function browserResults(file: string): Promise<Results | null> {
  const report = await readJson<BrowserReport>(file)
  if (!report) return null
  const { expected, unexpected, flaky, skipped } = report.stats
  const errors = unexpected === 0 ? report.errors.map(({ message }) => message ?? 'an error outside any test') : []
  return {
    passed: expected + flaky,
    failed: unexpected + errors.length,
    skipped,
    failures: [...report.suites.flatMap(failuresOf), ...errors],
  }
}

function failuresOf({ file, specs, suites = [] }: Suite): readonly string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`)
  return [...own, ...suites.flatMap(failuresOf)]
}

/** Null where there is no such file. */
export async function readJson<T>(file: string): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as T)
}
