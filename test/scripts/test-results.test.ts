import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { browserResults, failedRun, sumOf, vitestResults } from '../../scripts/test-results.ts'

describe('what a run of tests came to', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'results-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function report(content: unknown): Promise<string> {
    const file = join(folder, 'report.json')
    await writeFile(file, JSON.stringify(content))
    return file
  }

  test('unit tests that fail are named, and so is a file that could not be loaded', async () => {
    const file = await report({
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        {
          name: 'kb/units.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'units add up', status: 'failed' },
            { fullName: 'units differ', status: 'passed' },
          ],
        },
        { name: 'text/broken.test.ts', status: 'failed', assertionResults: [] },
      ],
    })
    expect(await vitestResults(file)).toEqual({
      passed: 7,
      failed: 2,
      skipped: 3,
      failures: ['kb/units.test.ts: units add up', 'text/broken.test.ts: could not be loaded'],
    })
  })

  test('tests in the browser that fail are named, however deep their group; one that passed again has passed', async () => {
    const file = await report({
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [],
      suites: [
        {
          file: 'ask.test.ts',
          specs: [{ title: 'asks', ok: true }],
          suites: [{ file: 'ask.test.ts', specs: [{ title: 'stops', ok: false }] }],
        },
      ],
    })
    expect(await browserResults(file)).toEqual({ passed: 4, failed: 1, skipped: 0, failures: ['ask.test.ts: stops'] })
  })

  test('an error outside any test is a failure', async () => {
    const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }
    const file = await report({ stats, errors: [{ message: 'the host did not start' }], suites: [] })
    expect(await browserResults(file)).toMatchObject({ failed: 1, failures: ['the host did not start'] })
  })

  test('a run that wrote no report has none, and counts as a failure in the sum', async () => {
    expect(await vitestResults(join(folder, 'none.json'))).toBeNull()
    const one = { passed: 2, failed: 0, skipped: 1, failures: [] }
    expect(sumOf([one, failedRun('unit')])).toEqual({ passed: 2, failed: 1, skipped: 1, failures: ['unit'] })
  })
})
