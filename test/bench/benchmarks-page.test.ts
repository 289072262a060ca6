import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Bar, readBars } from '../../bench/bars.ts'
import { benchmarksPage } from '../../bench/benchmarks-page.ts'
import { readRecordedRuns, type RecordedRuns } from '../../bench/recorded-runs.ts'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const BARS: readonly Bar[] = [
  { bench: 'goals', of: { half: 'answered' }, figure: 'share', atLeast: 0.85 },
  { bench: 'start', of: {}, figure: 'seconds', atMost: 2 },
]
const runs = (share: number): RecordedRuns => ({
  goals: {
    date: '2031-05-06',
    machine: 'A computer, 2 cores',
    load: 0.1,
    model: null,
    measurements: [
      { bench: 'goals', question: 'a'.repeat(100) },
      { bench: 'goals', half: 'answered', of: 20, share, interval: [0.699, 0.972] },
    ],
  },
})
const page = (share: number) => benchmarksPage(['goals', 'start'], BARS, runs(share))

test('a recorded bench has its bar, date, machine, n, interval and command on the page', () => {
  expect(page(0.9)).toContain(
    '| `goals` | half answered | share | ≥ 0.85 | 0.9 | 20 | 0.699 to 0.972 | yes | 2031-05-06 |',
  )
  expect(page(0.9)).toContain('| command | `npm run bench -- goals` |')
  expect(page(0.9)).toContain('A computer, 2 cores; 0.1 programs at work')
  expect(page(0.8)).toContain('| 0.8 | 20 | 0.699 to 0.972 | **no** |')
})

test('a bench that was not recorded is named and has no figure', () => {
  expect(page(0.9)).toContain('| `start` |  | seconds | ≤ 2 | not run |')
  expect(page(0.9)).toContain('No figure of these is recorded: `start`.')
  expect(page(0.9)).not.toContain('## start')
})

test('where every bench is recorded, none is named as missing', () => {
  expect(benchmarksPage(['goals'], BARS, runs(0.9))).not.toMatch(/Not run on this machine|No figure/)
})

test('several measurements that have neither n nor interval leave both empty', () => {
  const { goals } = runs(0.9)
  const measurements = [1, 2].map((seconds) => ({ bench: 'start', seconds }))
  const recorded = goals ? { start: { ...goals, measurements } } : {}
  expect(benchmarksPage(['start'], BARS, recorded)).toContain('| seconds | ≤ 2 | 1; 2 |  |  | yes |')
})

test('a long text is cut', () => {
  expect(page(0.9)).toContain(`| ${'a'.repeat(60)}… |`)
})

test('the page of the docs is that of what is recorded', () => {
  const names = [...read('bench/main.ts').matchAll(/^ {2}'?([a-z-]+)'?: measure/gm)].map(([, name = '']) => name)
  expect(read('docs/benchmarks.md'), 'npm run bench -- --page writes it').toBe(
    benchmarksPage(names, readBars(), readRecordedRuns()),
  )
})
