import { defineConfig } from '@playwright/test'
import { browserArguments } from './cli/serve/open-window.ts'
import { findChromium } from './scripts/find-chromium.ts'

const MAIN_JOB = '**/main-job.test.ts'
/** Its own window, where Electron's program is here; else it says why it is skipped. */
const ELECTRON = '**/electron.test.ts'

/** The window in a real Chromium, under the rules of the app's own window, on the built program with real processes. */
export default defineConfig({
  testDir: 'test/browser',
  projects: [
    { name: 'main-job', testMatch: MAIN_JOB },
    { name: 'every-place', testMatch: '**/*.test.ts', testIgnore: [MAIN_JOB, ELECTRON] },
    { name: 'electron', testMatch: ELECTRON },
  ],
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json']],
  // One window and one engine at a time, beside the tests of a model: with two, a busy machine made tests of focus and restart late.
  workers: 1,
  // Limits end what hangs, and assert no speed: a busy machine is ten times slower, and what never comes fails all the same.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      // Playwright makes the profile itself.
      args: browserArguments('').filter((argument) => !argument.startsWith('--user-data-dir')),
    },
  },
})
