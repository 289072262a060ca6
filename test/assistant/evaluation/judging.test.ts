import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../../assistant/evaluation/metrics/compare-runs.ts'
import { rowsAsCsv, rowsAsJsonl } from '../../../assistant/evaluation/run-export.ts'
import { type Answered, outcomeOf } from '../../../assistant/evaluation/scoring/judge-answer.ts'
import { measuredRows, summariseRun } from '../../../assistant/evaluation/metrics/summarise-run.ts'
import { optionChosen, withOptions } from '../../../assistant/evaluation/scoring/closed-answers.ts'
import { readCsvRows } from '../../../assistant/questions/read-questions.ts'
import { runReport } from '../../../assistant/evaluation/run-report.ts'
import { inventRow, inventRows } from './invented-rows.ts'

const SYNCOPES = ['Syncope', 'Reflex asystolic syncope', 'A seizure']

describe('the option that an answer takes', () => {
  test('is the one of its letter, of its words, or the only one that shares most of them', () => {
    const cases = [
      ['B) Reflex asystolic syncope', SYNCOPES[1]],
      ['(c)', SYNCOPES[2]],
      ['The correct answer is B', SYNCOPES[1]],
      ['The answer is: (b).', SYNCOPES[1]],
      ['These are reflex asystolic syncope, most likely.', SYNCOPES[1]],
      ['It was a plain syncope.', SYNCOPES[0]],
      ['A seizure', SYNCOPES[2]],
      ['A diagnosis is not possible.', null],
      ['Either a syncope or a seizure.', null],
      ['', null],
    ] as const
    for (const [answer, option] of cases) expect([answer, optionChosen(answer, SYNCOPES)]).toEqual([answer, option])
  })

  test('is not that of a letter which is a word', () => {
    const notices = ['three months', 'one month', 'two weeks']
    const cases = [
      ['The answer is a one month notice period.', notices[1]],
      ['The answer is A one month notice period.', notices[1]],
      ['The right option is a', null],
      ['The right option is B: one month', notices[1]],
      ['The answer is C.', notices[2]],
      ['The answer is C', notices[2]],
    ] as const
    for (const [answer, option] of cases) expect([answer, optionChosen(answer, notices)]).toEqual([answer, option])
  })

  test('is found again when an option is written out, whichever it is', () => {
    const option = fc.stringMatching(/^[a-z]{3,8} [a-z]{3,8}$/)
    fc.assert(
      fc.property(fc.uniqueArray(option, { minLength: 2, maxLength: 5 }), fc.nat(), (options, some) => {
        const index = some % options.length
        const letter = String.fromCharCode(65 + index)
        expect(optionChosen(`${letter}) ${options[index]}`, options)).toBe(options[index])
        expect(withOptions('Which?', options)).toContain(`(${letter}) ${options[index]}`)
      }),
    )
  })

  test('and a question without options stays as it is', () => expect(withOptions('What?', [])).toBe('What?'))
})

describe('what became of a question', () => {
  const one = (more: Partial<Answered>): Answered => ({
    question: 'What is the rent?',
    gold: '24,000 pounds',
    answerable: true,
    state: 'answered',
    answer: 'It is 24,000 pounds.',
    ...more,
  })

  test('keeps answers, refusals and what cannot be judged apart', () => {
    expect(outcomeOf(one({}))).toBe('right')
    expect(outcomeOf(one({ answer: 'It is 18,000 pounds.' }))).toBe('wrong')
    expect(outcomeOf(one({ state: 'not-found', answer: '' }))).toBe('wrong-refusal')
    expect(outcomeOf(one({ answerable: false, gold: null }))).toBe('should-refuse')
    expect(outcomeOf(one({ answerable: false, state: 'not-found' }))).toBe('right-refusal')
    expect(outcomeOf(one({ gold: null }))).toBe('unjudged')
  })

  test('takes no piece of another number, and no other order of day and month, for what is known', () => {
    expect(outcomeOf(one({ gold: '5 mg', answer: 'It is 2.5 mg.' }))).toBe('wrong')
    expect(outcomeOf(one({ gold: '05/03/2021', answer: 'On 03/05/2021.' }))).toBe('wrong')
    expect(outcomeOf(one({ gold: '05/03/2021', answer: 'On 5/3/2021.' }))).toBe('right')
  })

  test('goes by the label or the option where the gold is one', () => {
    expect(outcomeOf(one({ gold: 'no', answer: 'No, it does not.' }))).toBe('right')
    expect(outcomeOf(one({ gold: 'no', answer: 'Yes.' }))).toBe('wrong')
    expect(outcomeOf(one({ gold: 'A seizure', options: SYNCOPES, answer: 'C' }))).toBe('right')
    expect(outcomeOf(one({ gold: 'A seizure', options: SYNCOPES, answer: 'B' }))).toBe('wrong')
  })
})

describe('the summary of a run', () => {
  test('counts by hand, each share with what it was counted from, also by kind', () => {
    const rows = [
      inventRow({ id: '1', type: 'date', outcome: 'right', quotes: 2, quotesAtOffsets: 2, totalMs: 10 }),
      inventRow({ id: '2', type: 'date', outcome: 'wrong', quotes: 1, quotesAtOffsets: 0, totalMs: 30 }),
      inventRow({ id: '3', type: 'name', outcome: 'wrong-refusal', totalMs: 20 }),
      inventRow({ id: '4', type: 'name', outcome: 'right-refusal', answerable: false }),
      inventRow({ id: '5', type: 'name', outcome: 'should-refuse', answerable: false }),
      inventRow({ id: '6', type: 'name', outcome: 'unjudged' }),
    ]
    const count = ({ count: n, of }: { count: number; of: number }) => [n, of]
    const { right, wrong, refused, rightRefusals, quotes, byType, confidence } = summariseRun(rows)
    expect([right, wrong, refused, rightRefusals, quotes].map(count)).toEqual([
      [2, 5],
      [2, 5],
      [1, 3],
      [1, 2],
      [2, 3],
    ])
    expect(byType.map((type) => [type.type, ...count(type.right)])).toEqual([
      ['date', 1, 2],
      ['name', 1, 3],
    ])
    expect(confidence).toBeNull()
  })

  test('measures confidence as it was shown where the calibration had not seen the questions', () => {
    const { confidence } = summariseRun(inventRows(60, { heldOut: true }))
    expect(confidence).toMatchObject({ how: 'held-out', answers: 60 })
    expect(confidence?.auroc).toBeGreaterThan(0.6)
  })

  test('else by fits that did not see the answer, and says of each row what it was scored', () => {
    const { rows, confidence } = measuredRows(inventRows(60, { heldOut: false }))
    expect(confidence?.how).toBe('cross-validated')
    expect(rows.every(({ measured, outcome }) => (measured === null) === (outcome === 'wrong-refusal'))).toBe(true)
  })
})

describe('two runs', () => {
  test('are compared on the questions of both, with those that changed by name', () => {
    const before = [
      inventRow({ id: '1', outcome: 'right' }),
      inventRow({ id: '2', outcome: 'right' }),
      inventRow({ id: '3', outcome: 'wrong' }),
      inventRow({ id: '4', outcome: 'right' }),
    ]
    const after = [
      inventRow({ id: '1', outcome: 'right' }),
      inventRow({ id: '2', outcome: 'wrong' }),
      inventRow({ id: '3', outcome: 'right' }),
      inventRow({ id: '4', outcome: 'unjudged' }),
      inventRow({ id: '5', outcome: 'right' }),
    ]
    const comparison = compareRuns(before, after)
    expect(comparison).toMatchObject({ questions: 3, rightToWrong: ['2'], wrongToRight: ['3'], p: 1, difference: 0 })
    expect(comparison.rightBefore.count).toBe(2)
    expect(() => compareRuns(before, [inventRow({ id: '9' })])).toThrow(expect.objectContaining({ code: 'WRONG_USE' }))
  })

  test('that are the same do not differ, and turned round they differ by as much the other way', () => {
    const row = fc.record({ was: fc.boolean(), is: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (all) => {
        const side = (of: 'was' | 'is') =>
          all.map((one, index) => inventRow({ id: String(index), outcome: one[of] ? 'right' : 'wrong' }))
        const [forth, back] = [compareRuns(side('was'), side('is')), compareRuns(side('is'), side('was'))]
        expect(forth.difference).toBeCloseTo(-back.difference, 10)
        expect(forth.p).toBe(back.p)
        expect(forth.wrongToRight).toEqual(back.rightToWrong)
        expect(forth.differenceInterval[0]).toBeLessThanOrEqual(forth.difference + 1e-9)
        expect(forth.differenceInterval[1]).toBeGreaterThanOrEqual(forth.difference - 1e-9)
        expect(compareRuns(side('was'), side('was'))).toMatchObject({ difference: 0, differenceInterval: [0, 0], p: 1 })
      }),
      { numRuns: 25 },
    )
  })
})

describe('a run as a file', () => {
  test('as a table or in lines of JSON has a row for each question, and no text becomes a formula', () => {
    const rows = [
      inventRow({ id: '1', answer: '=SUM(A1)' }),
      inventRow({ id: '2', answer: 'He said "no",\nthen left.' }),
    ]
    // Without a byte order mark Excel reads UTF-8 as something else.
    expect(rowsAsCsv(rows).startsWith('\ufeffid,type,')).toBe(true)
    expect(readCsvRows(rowsAsCsv(rows)).map(({ id, answer, outcome }) => [id, answer, outcome])).toEqual([
      ['1', "'=SUM(A1)", 'right'],
      ['2', 'He said "no",\nthen left.', 'right'],
    ])
    const lines = rowsAsJsonl(rows).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
  })

  test('as a report loads nothing, says all in words too, and takes no word of a question for markup', () => {
    const rows = [...inventRows(60, { heldOut: true }), inventRow({ id: 'x', question: '<script>alert(1)</script>?' })]
    const comparison = { ...compareRuns(rows, rows), with: 'run 1' }
    const html = runReport({ title: 'Run 2', facts: [['Model', 'm']], summary: summariseRun(rows), rows, comparison })
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|https?:|src=|@import|url\(/)
    expect(html).toMatch(/aria-label="Reliability: stated \d+(\.\d)?\u00A0%: right \d+ of \d+/)
    expect(html).toContain('McNemar p = 1.000')
    expect(html).toContain('calibrated on other questions')
  })
})
