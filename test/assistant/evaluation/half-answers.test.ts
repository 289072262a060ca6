import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { compareKeptRuns, compareRuns } from '../../../assistant/evaluation/metrics/compare-runs.ts'
import { knownAnswers, summariseRun } from '../../../assistant/evaluation/metrics/summarise-run.ts'
import { runReport } from '../../../assistant/evaluation/run-report.ts'
import { createOutput } from '../../../cli/output.ts'
import { showRun } from '../../../cli/evaluation/show-run.ts'
import { EvaluationRun, RunSummary } from '../../../contract/evaluation/evaluation.ts'
import { endedWrong, isGiven, isMistake } from '../../../contract/evaluation/outcomes.ts'
import { ShownTable } from '../../../renderer/evaluation/run-view.tsx'
import { inventRow, inventRows } from './invented-rows.ts'

const ROWS = [
  inventRow({ id: '1', state: 'answered', outcome: 'right' }),
  inventRow({ id: '2', state: 'answered', outcome: 'half' }),
  inventRow({ id: '3', state: 'answered', outcome: 'wrong' }),
  inventRow({ id: '4', state: 'answered-in-part', outcome: 'half' }),
  inventRow({ id: '5', state: 'uncertain', outcome: 'right' }),
  inventRow({ id: '6', state: 'uncertain', outcome: 'should-refuse', answerable: false }),
  inventRow({ id: '7', state: 'not-found', outcome: 'right-refusal', answerable: false }),
  inventRow({ id: '8', state: 'not-written', outcome: 'wrong-refusal' }),
  inventRow({ id: '9', state: 'answered', outcome: 'unjudged' }),
]
const count = (share: { count: number; of: number } | null) => share && [share.count, share.of]

describe('an answer that is half right', () => {
  test('counts as wrong under a green mark, and as half where the reader was told that something is missing', () => {
    const { right, half, wrong, refused, wrongGreen } = summariseRun(ROWS)
    expect([right, half, wrong, wrongGreen].map(count)).toEqual([
      [3, 8],
      [1, 8],
      [3, 8],
      [2, 3],
    ])
    expect(count(refused)).toEqual([1, 6])
    expect(ROWS.filter(endedWrong).map(({ id }) => id)).toEqual(['2', '3', '6'])
  })

  test('is counted beside right, wrong and refused ones by what was shown', () => {
    expect(summariseRun(ROWS).shown).toEqual({
      green: { right: 1, half: 1, wrong: 1, refused: 0 },
      inPart: { right: 1, half: 1, wrong: 1, refused: 0 },
      notWritten: { right: 1, half: 0, wrong: 0, refused: 1 },
    })
  })

  test('is not right for a calibration or a comparison, and a lesson can be drawn from it', () => {
    const scored = inventRows(4, { heldOut: true }).map((row) => ({ ...row, outcome: 'half' as const }))
    expect(knownAnswers(scored).map(({ isRight }) => isRight)).toEqual([false, false, false, false])
    const before = [inventRow({ id: 'a', outcome: 'right' }), inventRow({ id: 'b', outcome: 'half' })]
    const after = [inventRow({ id: 'a', outcome: 'half' }), inventRow({ id: 'b', outcome: 'right' })]
    expect(compareRuns(before, after)).toMatchObject({ rightToWrong: ['a'], wrongToRight: ['b'] })
    expect(isGiven({ outcome: 'half' }) && isMistake({ outcome: 'half' })).toBe(true)
  })
})

test('runs that were scored in different ways are not compared, and the older one is named', () => {
  const kept = (number: number, scorer: number) => ({ run: { number }, rows: [inventRow({ scorer })] })
  expect(() => compareKeptRuns(kept(3, 1), kept(4, 2))).toThrow('Run 3 was scored by an earlier version')
  expect(() => compareKeptRuns(kept(4, 2), kept(3, 1))).toThrow('Run 3 was scored by an earlier version')
  expect(compareKeptRuns(kept(3, 1), kept(4, 1))).toMatchObject({ questions: 1 })
})

describe('what was shown above the answers', () => {
  test('stands in the report and in the window', () => {
    const summary = summariseRun(ROWS)
    const html = runReport({ title: 'Run', facts: [], summary, rows: ROWS, comparison: null })
    expect(html).toContain('Answered in part, or not confirmed</th><td>1</td><td>1</td><td>1</td><td>0</td>')
    expect(html).toContain('<td>half right</td>')
    const shown = renderToStaticMarkup(createElement(ShownTable, { summary })).replace(/<[^>]*>/g, '|')
    expect(shown.replace(/\|+/g, '|')).toContain('|Answered|1|1|1|0|')
    expect(shown).toContain('Shown as answered and not right: 2 of 3')
  })

  test('is said on the command line, and left out for a run that was scored before', () => {
    const printed = (summary: RunSummary) => {
      let text = ''
      const out = { write: (more: string) => (text += more), isTTY: false }
      showRun({ ...RUN, summary }, createOutput(false, out, { ...out, columns: 80 }))
      return text
    }
    expect(printed(summariseRun(ROWS))).toContain('shown as answered   1 right, 1 half, 1 wrong, 0 refused')
    const { half: _half, shown: _shown, wrongGreen: _green, ...old } = summariseRun(ROWS)
    const kept = RunSummary.parse(old)
    expect(kept).toMatchObject({ half: null, shown: null, wrongGreen: null })
    expect(printed(kept)).not.toContain('shown as answered')
    const html = runReport({ title: 'Run', facts: [], summary: kept, rows: ROWS, comparison: null })
    expect(html).not.toContain('What the reader was shown')
    expect(renderToStaticMarkup(createElement(ShownTable, { summary: kept }))).toBe('')
  })
})

const RUN = EvaluationRun.parse({
  run: 'r',
  number: 1,
  set: 's',
  setName: 'Set',
  matter: null,
  state: 'done',
  settings: {},
  model: null,
  embedder: null,
  startedAt: '2026-06-03T09:00:00.000Z',
  endedAt: null,
  done: 9,
  of: 9,
  leftMs: null,
  stage: null,
  failure: null,
  summary: null,
})
