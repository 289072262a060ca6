import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsvRows, readQuestions } from '../../../assistant/questions/read-questions.ts'

describe('a table in text', () => {
  test('gives back every field, whatever stands in it', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\t', '|') })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, field), { maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, separator) => {
          const kept = rows.filter((fields) => fields.some((one) => one.trim() !== ''))
          const lines = [['one', 'two'], ...rows.map((fields) => fields.map(quoted))]
          const text = lines.map((fields) => fields.join(separator)).join('\r\n')
          expect(readCsvRows(text)).toEqual(kept.map(([one, two]) => ({ one, two })))
        },
      ),
    )
  })

  test('may have unquoted fields, spaces around quotes, a byte order mark and no last line break', () => {
    expect(readCsvRows('\uFEFFid, Question\n1, "What, then?" \n\n2,Plain\r\n3')).toEqual([
      { id: '1', question: 'What, then?' },
      { id: '2', question: 'Plain' },
      { id: '3', question: '' },
    ])
  })
})

describe('questions of a file', () => {
  test('in a table come with options by letters or in one column, and with their own passage', () => {
    const text = [
      'id,type,question,answer,answerable,a,b,options,context',
      'q1,choice,Which?,B,yes,Alpha,Beta,,',
      'q2,choice,Which one?,Two,,,,One | Two,',
      'q3,,What is the rent?,"24,000",,,,,"The rent is 24,000."',
      'q4,,Who?,,no,,,,',
    ].join('\n')
    expect(readQuestions(text, 'mine.csv')).toMatchObject([
      { id: 'q1', type: 'choice', options: ['Alpha', 'Beta'], answer: 'Beta', answerable: true },
      { options: ['One', 'Two'], answer: 'Two' },
      { answer: '24,000', context: [{ text: 'The rent is 24,000.', gold: true }], options: [] },
      { answer: null, answerable: false, type: 'question' },
    ])
  })

  test('in lines of JSON may carry options as letters, passages of their own, and no id', () => {
    const lines = [
      { question: 'Which?', options: { A: 'Alpha', B: 'Beta' }, answer: 'A' },
      { question: 'What?', answer: 7, context: ['One text.', { title: 'Two', content: 'Another.' }] },
      {
        question: 'Who?',
        answerable: false,
        positive_chunks: [],
        negative_chunks: [{ title: 'n', content: 'Not it.' }],
      },
    ]
    expect(readQuestions(lines.map((line) => JSON.stringify(line)).join('\n'), 'x.jsonl')).toMatchObject([
      { id: '1', options: ['Alpha', 'Beta'], answer: 'Alpha' },
      { id: '2', answer: '7', context: [{ text: 'One text.' }, { title: 'Two', text: 'Another.' }] },
      { id: '3', answerable: false, context: [{ text: 'Not it.', gold: false }] },
    ])
  })

  test('know their options by the letters that they came with, also where one is empty or out of order', () => {
    const rows = ['id,question,answer,a,b,c', 'q1,Which?,c,red,,blue', 'q2,Which?,A,red,,blue'].join('\n')
    expect(readQuestions(rows, 'x.csv')).toMatchObject([
      { options: ['red', 'blue'], answer: 'blue' },
      { options: ['red', 'blue'], answer: 'red' },
    ])
    const lines = [
      { question: 'Which?', options: { B: 'Beta', A: 'Alpha' }, answer: '(A)' },
      { question: 'Which?', options: ['red', '', 'blue'], answer: 'C.' },
      { question: 'Which?', options: ['Red', 'Blue'], answer: 'blue' },
    ]
    const read = readQuestions(lines.map((line) => JSON.stringify(line)).join('\n'), 'x.jsonl')
    expect(read.map(({ answer }) => answer)).toEqual(['Alpha', 'blue', 'Blue'])
  })

  test('may begin with a byte order mark', () => {
    expect(readQuestions('\uFEFF{"question":"A?","answer":"b"}', 'x.jsonl')).toMatchObject([{ answer: 'b' }])
    const abstracts = '\uFEFF{"7":{"QUESTION":"Does it?","CONTEXTS":["It did."],"final_decision":"yes"}}'
    expect(readQuestions(abstracts, 'dev.json')).toMatchObject([{ id: '7' }])
  })

  test('of PubMedQA are asked with their abstract', () => {
    const text = JSON.stringify({
      77: { QUESTION: 'Does it?', CONTEXTS: ['It did.', 'In most.'], final_decision: 'yes', LONG_ANSWER: '…' },
    })
    expect(readQuestions(text, 'dev.json')).toMatchObject([
      { id: '77', question: 'Does it?', answer: 'yes', context: [{ text: 'It did.' }, { text: 'In most.' }] },
    ])
  })

  test('that cannot be read, or that share an id, are refused with their place', () => {
    const cases = [
      ['{"question":""}', 'x.jsonl', 'x.jsonl, line 1'],
      ['{"id":"1","question":"A?"}\n{"id":"1","question":"B?"}', 'x.jsonl', 'the id 1'],
      ['question\n""', 'x.csv', 'x.csv holds no question'],
      ['id,question\n1,', 'x.csv', 'x.csv, row 2: Too small'],
      ['{"question":""}', 'x.jsonl', 'at question'],
      ['{"id":"1","question":"A?"}\nnonsense', 'x.jsonl', 'x.jsonl, line 2 is not JSON'],
      ['foo,Bar\n1,2', 'odd.csv', 'odd.csv has no column "question". It has: foo and bar'],
      ['question,answerable\nA?,no\nB?,unanswerable', 'x.csv', 'x.csv, row 3: answerable is "unanswerable"'],
      ['question,answer\nA?,"one\nB?,two', 'x.csv', 'x.csv, row 2: a quotation mark is not closed'],
      ['question,answer\nA?,one\n"B?,two', 'x.csv', 'x.csv, row 3: a quotation mark is not closed'],
      [
        'question,answer,a,b,c\nWhich?,b,red,,blue',
        'x.csv',
        'row 2: the answer "b" is none of the options: red | blue',
      ],
      ['{"question":"Which?","options":["red"],"answer":"D"}', 'x.jsonl', 'the answer "D" is none of the options'],
      ['', 'x.jsonl', 'no question'],
      ['{}', 'x.json', 'no question'],
      ['nonsense', 'x.json', 'x.json'],
    ] as const
    for (const [text, name, says] of cases)
      expect(() => readQuestions(text, name)).toThrow(
        expect.objectContaining({ code: 'WRONG_USE', message: expect.stringContaining(says) }),
      )
    // On one line, however much is wrong.
    expect(() => readQuestions('{"question":1,"options":2}', 'x.jsonl')).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^x\.jsonl, line 1: .* at question; .* at options$/) }),
    )
  })
  test('in a table are answerable by yes, true, 1, y or nothing, and not by no, false, 0 or n', () => {
    const words = ['yes', 'TRUE', '1', 'y', '', 'no', 'False', '0', 'n']
    const text = ['question,answerable', ...words.map((word) => `Why ${word}?,${word}`)].join('\n')
    expect(readQuestions(text, 'x.csv').map(({ answerable }) => answerable)).toEqual(words.map((_, at) => at < 5))
  })

  test('in a table may begin with a quoted word', () => {
    expect(readQuestions('question,answer\n"A" or "B"?,"A"', 'x.csv')).toMatchObject([{ question: '"A" or "B"?' }])
  })
})
