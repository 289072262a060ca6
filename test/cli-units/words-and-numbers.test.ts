import { whetherAnswered } from '../../contract/answers/answer-words.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, exportFormat, formatByName } from '../../cli/arguments.ts'
import { exitCode, reportError } from '../../cli/failures.ts'
import { createOutput, progressBar } from '../../cli/output.ts'
import { readColumns, readQuestions } from '../../cli/answers/question-file.ts'
import { createAnswerPrinter, showAnswerEvent } from '../../cli/answers/show-answer.ts'
import { ERROR_CODES } from '../../wording/failure.ts'
import type { Answer, Claim } from '../../contract/answers/answer.ts'
import type { Offer } from '../../contract/answers/offer.ts'
import { someAnswer, someClaim, someSource } from '../renderer/samples.ts'

const NEVER = new AbortController().signal
const PARTY = { documentId: 'd', document: 'a.txt', question: 'Is it due?' }
const ASKED = { matter: 'Hollis v Marlowe', question: 'Is "$5" due?' }

function streams(isTTY = false, columns = 20) {
  const written = { out: '', err: '' }
  return {
    written,
    out: { write: (text: string) => (written.out += text), isTTY },
    err: { write: (text: string) => (written.err += text), isTTY, columns },
  }
}

describe('the name of a file to write', () => {
  test('says its format, in small letters or large', () => {
    expect([exportFormat('a.docx'), exportFormat('b.old.PDF'), exportFormat('c.md')]).toEqual(['docx', 'pdf', 'md'])
  })

  test.each(['notes.txt', 'pdf', 'notes.pdf.gz'])('is refused with the endings that there are: %s', (file) => {
    expect(() => formatByName(file, ['docx', 'pdf'], 'A report')).toThrow(
      `A report is written to a file that ends in .docx or .pdf, not to ${file}.`,
    )
    expect(() => exportFormat(file)).toThrow('ends in .md, .docx or .pdf')
  })
})

describe('the progress bar', () => {
  test.each([
    [0, null, '░░░░░░░░░░░░░░░░░░░░░░░░   0 %'],
    [0.5, 90, '████████████░░░░░░░░░░░░  50 %  about 2 min left'],
    [1, 0, '████████████████████████ 100 %  about 1 s left'],
    [2, 5400, '████████████████████████ 100 %  about 1.5 h left'],
  ])('at %d with %s seconds left', (share, seconds, text) => expect(progressBar(share, seconds)).toBe(text))

  test('never shrinks while more is done, and says 100 % only when all is', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, (one, two) => {
        const [less, more] = [Math.min(one, two), Math.max(one, two)]
        const cells = (text: string) => text.split('█').length
        expect(cells(progressBar(less, null))).toBeLessThanOrEqual(cells(progressBar(more, null)))
        expect(progressBar(less, null).includes('100 %')).toBe(less === 1)
      }),
    )
  })
})

test('evidence and quotes say where they stand in the words of their format', () => {
  const { out, err, written } = streams()
  const output = createOutput(false, out, err)
  const sources = [someSource({ document: 'labs.xlsx', page: 2, section: 'Labs > A1:B9' })]
  showAnswerEvent({ type: 'evidence', sources, searched: someAnswer().searched, evidenceMs: 1 }, ASKED, output)
  const citations = [{ ...someClaim().citations[0]!, document: 'talk.pptx', page: 4 }]
  showAnswerEvent({ type: 'claim', ...someClaim({ citations }) }, ASKED, output)
  expect(written.out).toContain('labs.xlsx, sheet 2, Labs > A1:B9')
  expect(written.out).toContain('S1, slide 4: “')
})

test('evidence that is told again in another order is printed once, and twice as JSON', () => {
  const { searched } = someAnswer()
  const sources = [someSource({ source: 'S1' }), someSource({ source: 'S2', start: 900 })]
  for (const [isJson, times] of [
    [false, 1],
    [true, 2],
  ] as const) {
    const { out, err, written } = streams()
    const show = createAnswerPrinter(ASKED, createOutput(isJson, out, err))
    show({ type: 'evidence', sources, searched, evidenceMs: 1 })
    show({ type: 'evidence', sources: sources.toReversed(), searched, evidenceMs: 1 })
    expect(written.out.match(isJson ? /"type":"evidence"/g : /Evidence: 2 passages/g)).toHaveLength(times)
  }
})

test('a sentence that did not stay is taken back before the state of the answer is told', () => {
  const print = (claims: readonly Claim[], state: Answer['state']) => {
    const { out, err, written } = streams()
    const show = createAnswerPrinter(ASKED, createOutput(false, out, err))
    for (const index of [0, 1]) show({ type: 'claim', ...someClaim({ index, text: `Sentence ${index}.` }) })
    show({ type: 'answer-end', ...someAnswer({ state, claims: [...claims] }), routing: null })
    return written.out
  }
  expect(print([], 'not-found')).toMatch(/Taken back: sentences 1 and 2\. .*\n+Your documents do not say/)
  expect(print([someClaim({ index: 1, text: 'Sentence 1.' })], 'answered-in-part')).toContain('Taken back: sentence 1.')
  const both = [0, 1].map((index) => someClaim({ index, text: `Sentence ${index}.` }))
  expect(print(both, 'answered')).not.toContain('Taken back')
})

test('a sentence that the model judged afterwards is not printed again, but with what its judgement is worth', () => {
  const { out, err, written } = streams()
  const judged = { right: 31, of: 33 }
  const event = { type: 'claim' as const, ...someClaim({ verdict: 'supported', judged }) }
  showAnswerEvent(event, ASKED, createOutput(false, out, err))
  expect(written.out.trim()).toBe('1. [S1] follows, by the model’s judgement: right in 31 of 33 measured')
})

const printed = (event: Parameters<typeof showAnswerEvent>[0]) => {
  const { out, err, written } = streams()
  showAnswerEvent(event, ASKED, createOutput(false, out, err))
  return written.out
}
const ended = (change: Parameters<typeof someAnswer>[0]) =>
  printed({ type: 'answer-end', ...someAnswer(change), routing: null })

test('a contradicted sentence is followed by what the page says of the same thing', () => {
  const claim = someClaim({ text: 'It was stopped.', verdict: 'contradicted', instead: 'Furosemide\t40 mg\tIncreased' })
  const text = printed({ type: 'claim', ...claim })
  expect(text).toContain('1. It was stopped. [S1]  (contradicted by its source)')
  expect(text).toContain('The table says: “Furosemide, 40 mg, Increased”')
})

test('the end of an answer says how far it is confirmed, and each part that it does not answer', () => {
  const claims = [someClaim(), someClaim({ index: 1, verdict: 'contradicted' })]
  const notAnswered = ['how notice is given', 'who pays']
  const text = ended({ state: 'answered-in-part', claims, notAnswered })
  expect(text).toContain('Answered in part: 1 of 2 sentences confirmed, 1 contradicted.')
  expect(text).toContain('Not answered: how notice is given\nNot answered: who pays')
})

test('sentences that may answer the question are no answer in part', () => {
  const notAnswered = [whetherAnswered('who pays')]
  const text = ended({ state: 'answered-in-part', question: 'Who pays?', claims: [someClaim()], notAnswered })
  expect(text).toContain('Possible answer: quoted word for word. Check that it answers the question.')
  expect(text).not.toContain('whether this answers')
})

test('where no answer was written, the sentences that concern the question are printed with the end', () => {
  expect(ended({ state: 'not-written' })).toContain(
    'No answer was written. These sentences come nearest to the question. They are quoted word for word.\n1. Notice takes six months.',
  )
})

test('the evidence says its scope', () => {
  const searched = { ...someAnswer().searched, documents: 30 }
  const sources = [someSource(), someSource({ source: 'S2', documentId: 'd2' })]
  const text = printed({ type: 'evidence', sources, searched, evidenceMs: 300 })
  expect(text).toContain('Evidence: 2 passages of 2 of 30 documents, found in 0.3 s')
})

describe('an offer is one line with the command that takes it', () => {
  test.each([
    [
      { kind: 'table', questions: ['Who is the tenant?', 'Rent?'], documents: ['Lease *'], count: 12, seconds: 70 },
      'This asks for a list. Make a table of 12 documents (about 1 min): consilium table "Hollis v Marlowe" --question "Who is the tenant?" --question "Rent?" --documents "Lease *"',
    ],
    [
      { kind: 'chronology', documents: [], count: 3 },
      'This asks for events in order of time. Make a chronology of 3 documents: consilium chronology "Hollis v Marlowe"',
    ],
    [
      { kind: 'calculator', name: 'meld', pack: 'clinical', title: 'MELD' },
      'This asks for a calculation. Open the case sheet “MELD”: consilium sheet --for "Is \\"\\$5\\" due?" --matter "Hollis v Marlowe"',
    ],
    [
      { kind: 'each', parties: [PARTY, PARTY] },
      'This compares 2 documents. Answer for each alone, side by side: consilium ask "Hollis v Marlowe" "Is \\"\\$5\\" due?" --each',
    ],
  ] satisfies readonly (readonly [Offer, string])[])('%j', (offer, line) => {
    expect(printed({ type: 'offer', offer }).trim()).toBe(line)
  })
})

test('an answer that a model for tests wrote says so, and no other does', () => {
  const shown = (purpose?: 'daily' | 'try' | 'tests') => {
    const { out, err, written } = streams()
    const answer = someAnswer({ model: { id: 'small', sha256: 'ab', ...(purpose ? { purpose } : {}) } })
    showAnswerEvent({ type: 'answer-end', ...answer, routing: null }, ASKED, createOutput(false, out, err))
    return written.out
  }
  expect(shown('tests')).toContain('\nWritten by a model for tests. It invents answers.\n')
  for (const purpose of ['daily', 'try', undefined] as const) expect(shown(purpose)).not.toContain('for tests')
})

test('an answer for which the chosen model was missing says so, and how to get one', () => {
  const answer = someAnswer({ state: 'extractive', claims: [], model: null, missingModel: 'small' })
  expect(printed({ type: 'answer-end', ...answer, routing: null })).toContain(
    'The file of small is missing or damaged, so no answer was written: read the passages above. To get it again: consilium models get small.',
  )
})

test('what a model has read is a line of its own on a terminal, which goes when all is read', () => {
  const reading = (done: number) => ({ type: 'reading' as const, done, total: 1000, secondsLeft: 8 })
  const shown = (isTTY: boolean, json = false) => {
    const { out, err, written } = streams(isTTY, 100)
    const output = createOutput(json, out, err)
    for (const done of [400, 1000]) showAnswerEvent(reading(done), ASKED, output)
    return written
  }
  expect(shown(true)).toEqual({
    out: '',
    err: 'Reading the passages  ██████████░░░░░░░░░░░░░░  40 %  about 8 s left\r\u001b[K',
  })
  expect(shown(false)).toEqual({ out: '', err: '' })
  expect(JSON.parse(shown(false, true).out.split('\n')[0] ?? '')).toEqual(reading(400))
})

describe('sizes', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [999_999, '1.0 MB'],
    [1_117_320_768, '1.12 GB'],
    [340_000, '340 kB'],
  ])('%d bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
})

describe('whole numbers of the command line', () => {
  test.each([
    ['0', 0],
    ['12', 12],
  ])('%s', (text, value) => expect(count(text)).toBe(value))
  test.each(['', '-1', '1.5', 'x', '1e3', '12345678901'])('not "%s"', (text) =>
    expect(() => count(text)).toThrow('whole number'),
  )
})

describe('questions', () => {
  const from = (text: string) => readQuestions(undefined, 'q.jsonl', async () => text)

  test('come one from the command line, or many from a file', async () => {
    expect(await readQuestions('Why?', undefined, readFile)).toEqual([{ id: null, question: 'Why?' }])
    expect(await from('{"id":7,"question":"One?"}\r\n\n{"question":"Two?"}\n')).toEqual([
      { id: '7', question: 'One?' },
      { id: null, question: 'Two?' },
    ])
  })

  test.each([
    ['nonsense', 'line 1 is not JSON'],
    ['{"id":1,"question":"x"}\n{"id":2}', 'line 2'],
    ['null', 'line 1'],
    ['{"question":5}', 'line 1'],
  ])('a file of %s is refused with its line', async (text, message) => {
    await expect(from(text)).rejects.toMatchObject({ code: 'WRONG_USE', message: expect.stringContaining(message) })
  })

  test('of a table get ids that no other has', async () => {
    const columns = await readColumns('q.txt', async () => 'One?\n{"id":"q1","question":"Two?"}\n{"question":"Three?"}')
    expect(columns.map(({ id }) => id)).toEqual(['q1-', 'q1', 'q3'])
  })

  test('are missed when there are none, and a file that is not there is named', async () => {
    await expect(readQuestions(undefined, undefined, readFile)).rejects.toMatchObject({ code: 'WRONG_USE' })
    await expect(readQuestions(undefined, '/nowhere.jsonl', readFile)).rejects.toThrow('/nowhere.jsonl cannot be read')
  })
})

describe('exit codes', () => {
  test('are those that scripts rely on', () => {
    const codes = Object.fromEntries(ERROR_CODES.map((code) => [code, exitCode(code)]))
    expect(codes).toEqual({
      WRONG_USE: 2,
      NOT_FOUND: 3,
      ALREADY_EXISTS: 2,
      LOCKED: 4,
      WRONG_KEY: 4,
      NO_MODEL: 5,
      OFFLINE: 6,
      NO_CONSENT: 6,
      IN_USE: 7,
      DAMAGED: 1,
      NO_SPACE: 1,
      READ_ONLY: 1,
      FETCH_FAILED: 1,
      NOT_ENOUGH_MEMORY: 5,
      TOO_LONG: 1,
      PROCESS_LOST: 1,
    })
  })
})

describe('the output of a command', () => {
  test('is one JSON object a line with --json, and text for people without', () => {
    const json = streams()
    const people = streams()
    for (const [to, isJson] of [
      [json, true],
      [people, false],
    ] as const) {
      const output = createOutput(isJson, to.out, to.err)
      output.result({ a: 1 }, 'one')
      output.result({ b: 2 }, null)
      output.text('for people')
      output.note('a remark')
    }
    expect(json.written).toEqual({ out: '{"a":1}\n{"b":2}\n', err: 'a remark\n' })
    expect(people.written).toEqual({ out: 'one\nfor people\n', err: 'a remark\n' })
  })

  test('shows progress only on a terminal, in one line, and clears it before anything else', () => {
    const quiet = streams(false)
    createOutput(false, quiet.out, quiet.err).progress('50 %')
    expect(quiet.written.err).toBe('')
    const terminal = streams(true, 10)
    const output = createOutput(false, terminal.out, terminal.err)
    output.progress('a line that is far too long')
    output.text('done')
    expect(terminal.written.err).toBe('a line th\r\u001b[K')
  })

  test('has colours only on a terminal, and never in JSON', () => {
    const style = (json: boolean, isTTY: boolean) => {
      const to = streams(isTTY)
      return createOutput(json, to.out, to.err).style('bold', 'x')
    }
    expect([style(false, false), style(true, true)]).toEqual(['x', 'x'])
  })
})

describe('what went wrong', () => {
  const report = (error: unknown, json = false, signal = NEVER) => {
    const to = streams()
    const code = reportError(error, createOutput(json, to.out, to.err), signal)
    return { code, ...to.written }
  }

  test('is one line with its code, and an object with --json', () => {
    const error = Object.assign(new Error('There is no matter "x".'), { code: 'NOT_FOUND' })
    expect(report(error)).toEqual({ code: 3, out: '', err: 'error NOT_FOUND: There is no matter "x".\n' })
    expect(JSON.parse(report(error, true).out)).toEqual({
      error: { code: 'NOT_FOUND', message: 'There is no matter "x".', data: null },
    })
  })

  test('names the argument that is not of the right kind', () => {
    const error = Object.assign(new Error('Input validation failed'), {
      code: 'BAD_REQUEST',
      data: { issues: [{ path: ['limit'], message: 'Too big' }] },
    })
    expect(report(error)).toMatchObject({ code: 2, err: expect.stringContaining('limit: Too big') })
  })

  test('is called a fault of the program when nobody knows it', () => {
    expect(report(new Error('undefined is not a function'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('error INTERNAL: undefined is not a function'),
    })
    expect(report('just text').err).toContain('just text')
    expect(report(Object.assign(new Error('x'), { code: 'constructor' })).err).toContain('INTERNAL')
  })

  test('is an interruption when there was one', () => {
    expect(report(new Error('whatever'), false, AbortSignal.abort())).toMatchObject({
      code: 130,
      err: expect.stringContaining('Interrupted'),
    })
    const own = Object.assign(new Error('Interrupted. Nothing was kept.'), { code: 'INTERRUPTED' })
    expect(report(own, false, AbortSignal.abort())).toEqual({
      code: 130,
      out: '',
      err: 'Interrupted. Nothing was kept.\n',
    })
  })
})
