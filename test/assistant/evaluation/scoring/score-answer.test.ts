import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../../../assistant/evaluation/scoring/judge-answer.ts'
import { type Score, scoreAnswer } from '../../../../assistant/evaluation/scoring/score-answer.ts'

type Answers = readonly (readonly [answer: string, score: Score])[]

/** The answers that are scored otherwise, with their scores. */
const misjudged = (question: string, gold: string, answers: Answers): Answers =>
  answers
    .map(([answer, score]) => ({ answer, score, scored: scoreAnswer(answer, { question, gold }) }))
    .filter(({ score, scored }) => score !== scored)
    .map(({ answer, scored }) => [answer, scored])

describe('one fact', () => {
  test('is right however it is written, and wrong beside another of its kind', () => {
    expect(
      misjudged('When was the lease signed?', 'On 3 May 2021.', [
        ['The lease was signed on May 3, 2021.', 'right'],
        ['It was signed on 4 May 2021.', 'wrong'],
        ['It was signed on 3 May 2021. It was signed on 9 June 2021.', 'wrong'],
        ['It was signed by both parties.', 'wrong'],
      ]),
    ).toEqual([])
    expect(
      misjudged('What is the rent of the mill?', '£24,000 a year.', [
        ['The rent is 24,000 pounds per year.', 'right'],
        ['The rent is £2,000 a month.', 'right'],
        ['The rent is £24,000 a month.', 'wrong'],
      ]),
    ).toEqual([])
    expect(
      misjudged('What was the term of imprisonment?', 'Five years of fixed-term imprisonment.', [
        ['He got 5 years.', 'right'],
        ['He got 60 months.', 'right'],
        ['He got 3 years.', 'wrong'],
      ]),
    ).toEqual([])
  })

  test('that is a sum is right without its parts, and wrong where a part is given for it', () => {
    const gold = 'He paid £400 in May and £250 in June. The total is £400 + £250 = £650.'
    expect(
      misjudged('What is the total amount that he paid?', gold, [
        ['He paid £650.', 'right'],
        ['He paid £400 in May and £250 in June, £650 in all.', 'right'],
        ['The total that he paid is £400.', 'wrong'],
      ]),
    ).toEqual([])
  })

  test('of which there are several are no contradiction', () => {
    const gold = 'He paid £400 in May, £250 in June and £300 in July.'
    const said = 'He paid £400 in May. He paid £250 in June. He paid £300 in July.'
    expect(scoreAnswer(said, { question: 'What did he pay, and when?', gold })).toBe('right')
  })

  test('in words is right in other forms of these words, and half where one of two is left out', () => {
    expect(
      misjudged('What did the surgeon find?', 'A perforated appendix, and free fluid in the pelvis.', [
        ['The appendix was perforated; there was free pelvic fluid in the pelvis.', 'right'],
        ['A perforated appendix.', 'half'],
        ['A hernia of the groin.', 'wrong'],
      ]),
    ).toEqual([])
    expect(
      misjudged('What is her occupation?', 'Retired.', [
        ['She worked as a baker before retirement.', 'right'],
        ['She is a baker.', 'wrong'],
      ]),
    ).toEqual([])
  })

  test('is asked for together with another one, and each counts', () => {
    expect(
      misjudged('Who took the call, and at what time?', 'Kit Dunmore took it at 4 p.m.', [
        ['The call was taken by Kit Dunmore at 16:00.', 'right'],
        ['The call was taken by Kit Dunmore.', 'half'],
        ['The call was taken by Kit Dunmore at 5 p.m.', 'wrong'],
      ]),
    ).toEqual([])
    expect(
      misjudged('How many ports did he use, and of what size?', 'He used four, of 12 mm.', [
        ['He used four ports of 12 mm.', 'right'],
        ['He used four ports.', 'half'],
        ['He used three ports of 12 mm.', 'wrong'],
      ]),
    ).toEqual([])
  })
})

test('what says that nothing is amiss may be said in other words', () => {
  expect(
    misjudged('What is his general state of health?', 'Well nourished, no known illnesses.', [
      ['He is well nourished and healthy.', 'right'],
      ['His health was unremarkable.', 'half'],
      ['He has diabetes.', 'wrong'],
    ]),
  ).toEqual([])
})

describe('a comparison', () => {
  const QUESTION = 'According to the files of Ash Hall and Birch House, whose rent is higher, A. Dunn or B. Kerr?'
  const GOLD = 'A. Dunn pays £900, and B. Kerr pays £700. A. Dunn’s rent is higher.'

  test('goes by what it concludes, in whatever words', () => {
    expect(
      misjudged(QUESTION, GOLD, [
        ['A. Dunn’s rent is higher than B. Kerr’s.', 'right'],
        ['B. Kerr’s rent is lower than A. Dunn’s.', 'right'],
        ['Compared to B. Kerr, A. Dunn has the higher rent.', 'right'],
        ['The higher rent is that of Mr Dunn.', 'right'],
        ['B. Kerr’s rent is higher.', 'wrong'],
        ['A. Dunn’s rent is lower than B. Kerr’s.', 'wrong'],
      ]),
    ).toEqual([])
  })

  test('that says both is wrong, and one that only asks again too', () => {
    expect(
      misjudged(QUESTION, GOLD, [
        ['A. Dunn has a higher rent than others. B. Kerr has a higher rent than others.', 'wrong'],
        ['The question is whose rent is higher, A. Dunn or B. Kerr.', 'wrong'],
        ['According to the file of Ash Hall, whose rent is higher, A. Dunn or B. Kerr.', 'wrong'],
      ]),
    ).toEqual([])
  })

  test('without a conclusion is half where what it gives is right, and wrong where it is not', () => {
    expect(
      misjudged(QUESTION, GOLD, [
        ['A. Dunn pays £900.', 'half'],
        ['A. Dunn pays £900. B. Kerr pays £700.', 'half'],
        ['A. Dunn pays £950.', 'wrong'],
        ['A. Dunn pays £900, and B. Kerr pays £990.', 'wrong'],
      ]),
    ).toEqual([])
  })

  test('may end in neither', () => {
    expect(
      misjudged('Who is older, A. Dunn or B. Kerr?', 'Both are 40: A. Dunn and B. Kerr are equally old.', [
        ['A. Dunn and B. Kerr are of the same age.', 'right'],
        ['A. Dunn is older.', 'wrong'],
      ]),
    ).toEqual([])
  })
})

describe('several parties', () => {
  const QUESTION = 'According to the files of Ash Hall and Birch House, how old are A. Dunn and B. Kerr?'
  const GOLD = 'According to the file of Ash Hall, A. Dunn is 40; according to the file of Birch House, B. Kerr is 52.'

  test('each need their own value, and one that is left out makes half', () => {
    expect(
      misjudged(QUESTION, GOLD, [
        ['A. Dunn is 40 years old. B. Kerr is 52 years old.', 'right'],
        ['According to Ash Hall the age is 40, and according to Birch House it is 52.', 'right'],
        ['A. Dunn and B. Kerr are 40 and 52 years old respectively.', 'right'],
        ['A. Dunn is 40 years old.', 'half'],
        ['A. Dunn is 40 years old. The files do not mention the age of B. Kerr.', 'half'],
      ]),
    ).toEqual([])
  })

  test('with a value that belongs to the other one, or to nobody, are wrong', () => {
    expect(
      misjudged(QUESTION, GOLD, [
        ['A. Dunn is 52 years old. B. Kerr is 40 years old.', 'wrong'],
        ['A. Dunn is 40 years old. B. Kerr is 60 years old.', 'wrong'],
        ['B. Kerr is 40 years old.', 'wrong'],
      ]),
    ).toEqual([])
  })
})

describe('a count', () => {
  const QUESTION = 'How many scans did A. Dunn have?'

  test('must be the number, in figures or words, and be one', () => {
    expect(
      misjudged(QUESTION, 'A. Dunn had three scans.', [
        ['A. Dunn had 3 scans.', 'right'],
        ['Three.', 'right'],
        ['A. Dunn had 4 scans.', 'wrong'],
        ['A. Dunn had 3 scans. According to another page there were 4 scans.', 'wrong'],
        ['A. Dunn was scanned.', 'wrong'],
      ]),
    ).toEqual([])
    expect(
      misjudged(QUESTION, 'A. Dunn had one scan.', [
        ['There was one scan.', 'right'],
        ['There were two scans.', 'wrong'],
      ]),
    ).toEqual([])
    expect(
      misjudged('How many boxes were there in total?', 'Ash had 4 boxes and Birch 3. The total is 4 + 3 = 7.', [
        ['There were 7 boxes in total.', 'right'],
        ['There were 4 boxes.', 'wrong'],
      ]),
    ).toEqual([])
  })

  test('is right when all that is counted is named, and not when other things are', () => {
    const gold = 'A. Dunn had 2 scans, namely a CT of the chest and an MRI of the knee.'
    expect(
      misjudged(QUESTION, gold, [
        ['A. Dunn had a CT of the chest and an MRI of the knee.', 'right'],
        ['A. Dunn had 2 scans, including a CT of the chest and an MRI of the knee.', 'right'],
        ['A. Dunn had 2 scans: a biopsy and a lumbar puncture.', 'wrong'],
      ]),
    ).toEqual([])
  })
})

describe('a summary', () => {
  const QUESTION = 'Summarise the course of the claim.'
  const GOLD =
    'The claim was filed on 3 May 2021 after a flood. The insurer inspected the cellar on 9 May 2021, refused cover on 1 June 2021 for lack of maintenance, and paid £4,000 after mediation.'

  test('is right with nearly all items, half with some and wrong with few', () => {
    expect(
      misjudged(QUESTION, GOLD, [
        [GOLD, 'right'],
        ['After a flood the claim was filed on 3 May 2021. The insurer inspected the cellar on 9 May 2021.', 'half'],
        [
          'The claim was filed after a flood, the cellar inspected, cover refused and money paid after mediation.',
          'half',
        ],
        ['A claim was filed.', 'wrong'],
      ]),
    ).toEqual([])
  })

  test('of numbered steps does not count their numbers, nor their capitals as names', () => {
    const gold =
      'The steps were: (1) Claim Notice on 3 May 2021, (2) Loss Inspection on 9 May 2021, and (3) Payment on 1 June 2021.'
    expect(
      misjudged('Summarise the course of the claim.', gold, [
        [
          'Notice was given on 3 May 2021, the loss inspected on 9 May 2021, and the payment made on 1 June 2021.',
          'right',
        ],
        ['Notice was given on 3 May 2021 and the loss inspected.', 'half'],
      ]),
    ).toEqual([])
  })

  test('with another date or sum for an item is wrong', () => {
    expect(scoreAnswer(GOLD.replace('£4,000', '£9,000'), { question: QUESTION, gold: GOLD })).toBe('wrong')
    expect(scoreAnswer(GOLD.replace('9 May', '19 May'), { question: QUESTION, gold: GOLD })).toBe('wrong')
  })

  test('gains nothing by saying the same again, or by printing pages behind it', () => {
    const once = 'The claim was filed on 3 May 2021 after a flood.'
    const page = `${'The page goes on about roofs and gutters. '.split(' ').join(' roof ')} `.repeat(30)
    expect(scoreAnswer(`${once} ${once} ${once}`, { question: QUESTION, gold: GOLD })).toBe(
      scoreAnswer(once, { question: QUESTION, gold: GOLD }),
    )
    expect(scoreAnswer(`${page} ${GOLD}`, { question: QUESTION, gold: GOLD })).toBe('wrong')
  })
})

test('an answer that only says that nothing is said is a refusal', () => {
  const one = { question: 'What is the rent?', gold: '£900', answerable: true, state: 'uncertain' }
  expect(outcomeOf({ ...one, answer: 'The documents do not mention the rent.' })).toBe('wrong-refusal')
  expect(outcomeOf({ ...one, answer: '', state: 'not-written' })).toBe('wrong-refusal')
  const nothing = { ...one, gold: null, answerable: false }
  expect(outcomeOf({ ...nothing, answer: 'The documents do not mention the rent.' })).toBe('right-refusal')
  expect(outcomeOf({ ...nothing, answer: 'The rent is £900.' })).toBe('should-refuse')
})

describe('the questions that come with the program', () => {
  const all = readFileSync(new URL('../../../../samples/calibration/questions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { question: string; answer: string | null })
  const known = all.flatMap(({ question, answer }) => (answer === null ? [] : [{ question, gold: answer }]))

  test('are answered right by their own known answers', () => {
    expect(known.length).toBeGreaterThan(100)
    expect(known.filter((one) => scoreAnswer(one.gold, one) !== 'right')).toEqual([])
  })

  test('are answered wrong with other numbers in all their places', () => {
    const other = (gold: string) => gold.replaceAll(/\d+/g, (figures) => String(Number(figures) + 3))
    const changed = known
      .map((one) => ({ ...one, answer: other(one.gold) }))
      .filter(({ answer, gold }) => answer !== gold)
    expect(changed.length).toBeGreaterThan(70)
    expect(changed.filter(({ answer, ...one }) => scoreAnswer(answer, one) !== 'wrong')).toEqual([])
  })

  test('are not answered by the known answer to another one', () => {
    const pairs = known.map((one, at) => ({ ...one, answer: known[(at + 41) % known.length]?.gold ?? '' }))
    expect(pairs.filter(({ answer, ...one }) => scoreAnswer(answer, one) === 'right')).toEqual([])
  })
})

test('of two parties neither more nor less may be said by swapping what is said of them', () => {
  const age = fc.integer({ min: 20, max: 90 })
  fc.assert(
    fc.property(age, age, (one, other) => {
      fc.pre(one !== other)
      const question = 'How old are A. Dunn and B. Kerr?'
      const said = (first: number, second: number) => `A. Dunn is ${first}, and B. Kerr is ${second}.`
      expect(scoreAnswer(said(one, other), { question, gold: said(one, other) })).toBe('right')
      expect(scoreAnswer(said(other, one), { question, gold: said(one, other) })).toBe('wrong')
    }),
  )
})

test('rows that are quoted on lines of their own are each of the party that they name', () => {
  const question = 'What are the birthdates of the defendants X. Ash and M. Birch?'
  const gold = 'X. Ash was born on 11th March 1968; M. Birch was born on 27th August 1980.'
  expect(
    scoreAnswer('X. Ash: Birthdate: March 11, 1968\nM. Birch: Birthdate: 27th August 1980', { question, gold }),
  ).toBe('right')
  expect(
    scoreAnswer('M. Birch: Birthdate: March 11, 1968\nX. Ash: Birthdate: 27th August 1980', { question, gold }),
  ).toBe('wrong')
})
