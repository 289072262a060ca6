import { describe, expect, test } from 'vitest'
import { runWords, USUAL_SETTINGS } from '../../contract/evaluation/answer-setting-words.ts'
import { runFacts } from '../../assistant/evaluation/run-report.ts'
import { createOutput } from '../../cli/output.ts'
import { showRun } from '../../cli/evaluation/show-run.ts'
import { type EvaluationRun, RunSettings } from '../../contract/evaluation/evaluation.ts'
import { minutesFor, runSettings } from '../../renderer/evaluation/start-run.tsx'
import { someAnswer } from './samples.ts'

const AS_IN_ASK = RunSettings.parse({})
const BEGUN = { answers: USUAL_SETTINGS, strategies: {}, approved: [], threshold: null, questions: [] }

function runWith(more: Partial<RunSettings>, answers = USUAL_SETTINGS): EvaluationRun {
  return {
    run: 'r',
    number: 3,
    set: 's',
    setName: 'Leases',
    matter: null,
    state: 'done',
    settings: { ...AS_IN_ASK, ...more },
    begun: { ...BEGUN, answers },
    model: { id: 'm', sha256: 'a' },
    embedder: null,
    startedAt: '2026-06-03',
    endedAt: null,
    done: 4,
    of: 4,
    leftMs: null,
    stage: null,
    failure: null,
    summary: null,
  }
}

/** The head of a run on the command line. */
function head(run: EvaluationRun): string {
  const written: string[] = []
  const to = { write: (text: string) => written.push(text) }
  showRun(run, createOutput(false, to, to))
  return written.join('')
}

test('a run without lessons is compared with the whole one, which comes last and is the newest', () => {
  expect(runSettings(30, ['cards', 'rules'])).toEqual([
    { ...AS_IN_ASK, cards: 'off', sample: 30 },
    { ...AS_IN_ASK, rules: 'off', sample: 30 },
    { ...AS_IN_ASK, sample: 30 },
  ])
})

test.each([
  ['as in Ask', runWith({})],
  ['without lessons', runWith({ cards: 'off' })],
  ['without rules, lessons also where the model is sure', runWith({ rules: 'off', cards: 'always' })],
  ['without documents, strategy extract', runWith({ passages: 'off', strategy: 'extract' })],
  ['options hidden, only questions that have an answer', runWith({ options: 'hidden', answerableOnly: true })],
  ['answered with optimised settings', runWith({}, { ...USUAL_SETTINGS, instructions: 'short' })],
  ['as in Ask', { ...runWith({}), begun: undefined }],
] satisfies readonly (readonly [string, EvaluationRun])[])(
  'a run says that it was asked %s, in the window, in its report and on the command line',
  (words, run) => {
    expect(runWords(run)).toBe(words)
    expect(runFacts(run)).toContainEqual(['Asked', words])
    expect(head(run)).toBe(`Run 3, Leases, ${words}: done, 4 of 4 questions, m, seed 0\n`)
  },
)

test('how many were drawn is told beside the rest, in a report on a line of its own', () => {
  const run = runWith({ rules: 'off', sample: 4 })
  expect(head(run)).toContain('Run 3, Leases, without rules, 4 drawn: done')
  expect(runFacts(run)).toContainEqual(['Asked', 'without rules'])
  expect(runFacts({ ...run, drawnFrom: 9 })).toContainEqual(['Sample', '4 drawn of 9, seed 0'])
})

describe('how long questions take', () => {
  const answered = (minute: number, seconds: number, model: string | null = 'small') =>
    someAnswer({
      askedAt: new Date(Date.UTC(2026, 5, 3, 8, minute)).toISOString(),
      model: model === null ? null : { id: model, sha256: 'ab' },
      timing: { evidenceMs: 300, firstTokenMs: 900, totalMs: seconds * 1000 },
    })

  test('is told by the answers of the model that will answer them', () => {
    const answers = [answered(1, 600, 'large'), answered(2, 60), answered(3, 600, 'large'), answered(4, 1, null)]
    expect(minutesFor(10, answers, 'small')).toBe(10)
    expect(minutesFor(10, answers, 'never-asked')).toBeNull()
  })

  test('is told by the last ten of them, in whatever order they come', () => {
    const early = Array.from({ length: 30 }, (_, at) => answered(at, 600))
    const late = Array.from({ length: 10 }, (_, at) => answered(30 + at, 60))
    expect(minutesFor(5, [...early, ...late], 'small')).toBe(5)
    expect(minutesFor(5, [...late, ...early], 'small')).toBe(5)
  })

  test('is a minute at least', () => expect(minutesFor(1, [answered(1, 5)], 'small')).toBe(1))
})
