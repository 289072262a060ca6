import { describe, expect, test } from 'vitest'
import { createQuestionCoverage } from '../../../../assistant/answers/coverage/question-coverage.ts'
import { quotedClaim } from '../../../../assistant/answers/claims/quoted-claim.ts'
import { readSources } from '../../../../checks/confirm.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'
import { passage, readWhole } from './read-whole.ts'

const ROE = 'Name: A. Roe\nAge: 73\nOccupation: Teacher\nAdmission: 3 June 2025\nThe rent deposit was not discussed.'
const DOE = 'Name: B. Doe\nAge: 41\nOccupation: Nurse\nAdmission: 9 May 2025'

const PASSAGES = [passage('S1', 'roe.txt', ROE), passage('S2', 'doe.txt', DOE)]
const NAMED = [
  { documentId: 'roe.txt', words: new Set(['roe']) },
  { documentId: 'doe.txt', words: new Set(['doe']) },
]

const wholeOf = (question: string, named = [] as typeof NAMED, passages: readonly PassageSource[] = PASSAGES) =>
  readWhole(question, named, passages)

test.each([
  ['What happens if they do not turn up?', true],
  ['How long do they have?', true],
  ['What is his blood group?', false],
  ['Is there a guarantor?', false],
])('whether a question says too little to be told that nothing answers it: %s', (question, isLittle) => {
  expect(wholeOf(question).saysTooLittle()).toBe(isLittle)
})

test('a list below the label that is asked for is one answer, of which no item is enough', () => {
  const text = 'Preliminary Diagnosis:\n1. Asthma exacerbation\n2. Rule out COPD\n\nPlan:\n1. Rest\n2. Fluids'
  const passages = [passage('S1', 'moore.txt', text)]
  const places = readSources([{ source: 'S1', text, context: 'moore.txt' }])
  const question = 'What was the preliminary diagnosis of S. Moore?'
  const whole = createQuestionCoverage({
    question,
    named: [],
    passages,
    places,
    textOf: () => `s. moore ${text}`.toLowerCase(),
  })
  expect(whole.lacking([]).map(({ place }) => place.text)).toEqual(['1. Asthma exacerbation', '2. Rule out COPD'])
  const first = places.find(({ place }) => place.text.includes('Asthma'))
  const claim = first && quotedClaim(first, { passages, question, index: 0 })
  expect(claim && whole.notAnswered([claim])).toEqual([
    'whether “What was the preliminary diagnosis of S. Moore” is complete',
  ])
})

describe('a question of two parts', () => {
  const question = 'What is A. Roe’s age and occupation?'

  test('names the part that no sentence answers, in its own words', () => {
    const whole = wholeOf(question)
    expect(whole.notAnswered([whole.quote('Age: 73')])).toEqual(['what is A. Roe’s occupation'])
    expect(whole.notAnswered([whole.quote('Age: 73'), whole.quote('Occupation: Teacher')])).toEqual([])
  })

  test('says of a sentence in other words that it may be the answer, and of one of another kind that it is none', () => {
    const whole = wholeOf('Was the money of the rent deposit discussed, and how old is A. Roe?')
    expect(whole.notAnswered([whole.quote('The rent deposit was not discussed.')])).toEqual([
      'whether this answers “was the money of the rent deposit discussed”',
      'how old is A. Roe',
    ])
  })

  test('is answered by no sentence on somebody else', () => {
    const whole = wholeOf(question)
    expect(whole.notAnswered([whole.quote('Age: 41'), whole.quote('Occupation: Nurse')])).toHaveLength(2)
    expect(whole.isMeant('doe.txt')).toBe(false)
  })

  test('has the place found by code where the sentences left it open', () => {
    const whole = wholeOf(question)
    const lacking = whole.lacking([whole.quote('Age: 73')])
    expect(lacking.map(({ source, place }) => [source, place.text])).toEqual([['S1', 'Occupation: Teacher']])
  })
})

describe('where two sentences tell another value each', () => {
  const TERMS = passage('S1', 'terms.txt', 'The non-compete is thirty-six months.\nThe deposit is 900 euros.')
  const CONTRACT = passage(
    'S2',
    'contract.txt',
    'The non-compete is twenty-four months.\nThe deposit of 900 euros is due.',
  )
  const asked = (question: string, ...words: readonly string[]) => {
    const whole = wholeOf(question, [], [TERMS, CONTRACT])
    return whole.notAnswered(words.map((one) => whole.quote(one)))
  }

  test('the answer says so, and is not whole', () => {
    expect(asked('How long is the non-compete?', 'thirty-six', 'twenty-four')).toEqual([
      'which of these answers “how long is the non-compete”',
    ])
  })

  test('one of them alone, and the same value twice, are an answer', () => {
    expect(asked('How long is the non-compete?', 'twenty-four')).toEqual([])
    expect(asked('How much is the deposit?', 'deposit is 900', 'deposit of 900')).toEqual([])
  })
})

describe('what is asked of now', () => {
  const LIST = '| Medicine | Current dose |\n| --- | --- |\n| Levothyroxine | 75 µg |\n| Ramipril | 5 mg |\n'
  const summary = passage('S1', 'summary.md', `# Medicines\n\n${LIST}`)
  const letter = (text: string) => passage('S2', 'letter.md', text)
  const leftOpen = (question: string, words: string, passages: readonly PassageSource[]) => {
    const { notAnswered, quote } = wholeOf(question, [], passages)
    return notAnswered([quote(words)])
  }
  const NEWER = letter('We have increased levothyroxine to 100 µg once daily.')

  test('is not told by a row where another place tells another value', () => {
    const question = 'What is the current dose of levothyroxine?'
    expect(leftOpen(question, '75', [summary, NEWER])).toHaveLength(1)
    expect(leftOpen(question, '75', [summary])).toEqual([])
  })

  test('is told by it where no place does, whatever is told of other things', () => {
    const question = 'What is the current dose of ramipril?'
    expect(leftOpen(question, 'Ramipril', [summary, NEWER])).toEqual([])
  })

  test('is not told by a sentence with every word of it where another one tells another value in fewer', () => {
    const older = passage('S1', 'summary.md', 'The dose of levothyroxine is now 75 µg.')
    const question = 'What is the dose of levothyroxine now?'
    expect(leftOpen(question, '75', [older, NEWER])).toHaveLength(1)
    expect(leftOpen(question, '75', [older, letter('Levothyroxine 75 µg was well tolerated.')])).toEqual([])
  })
})

describe('a clause that another document changes', () => {
  const LEASE = passage(
    'S1',
    'lease.md',
    '4.1 The Tenant may end this lease on 1 October 2024 by six months’ notice.\n\n4.2 The notice is void unless the rent is paid.',
  )
  const DEED = passage(
    'S2',
    'deed.md',
    '1. Clause 4.1 is replaced with: ‘The Tenant may end this lease on 31 March 2025 by nine months’ notice.’',
  )
  const question = 'When may the tenant end the lease?'

  test('is quoted with what changes it, and is no whole answer', () => {
    const whole = wholeOf(question, [], [LEASE, DEED])
    const quoted = [whole.quote('4.1 The Tenant')]
    expect(whole.lacking(quoted).map(({ source }) => source)).toEqual(['S2'])
    expect(whole.notAnswered(quoted)).toContain('what clause 4.1 says since “deed”')
  })

  test('is quoted with the items of the change where these stand below it', () => {
    const items =
      '3. Clause 4.1 is varied:\n   (a) the day is 31 March 2025\n   (b) the notice is of nine months\n4. Costs in the case.'
    const whole = wholeOf(question, [], [LEASE, passage('S2', 'deed.md', items)])
    const places = whole.lacking([whole.quote('4.1 The Tenant')]).map(({ place }) => place.text.trim())
    expect(places).toEqual(['(a) the day is 31 March 2025', '(b) the notice is of nine months'])
  })

  test('is one only of the agreement that has all the clauses which are changed', () => {
    const other = passage('S3', 'deed.md', `${DEED.text}\n2. Clause 9.3 is deleted.`)
    const whole = wholeOf(question, [], [LEASE, other])
    expect(whole.notAnswered([whole.quote('4.1 The Tenant')])).toEqual([])
  })

  test('is one of no other agreement where the deed stands below its own', () => {
    const clauses = ['1. Term', '2. Rent', '3. Use', '4.1 The grant is for ten years.', '5. Costs'].join('\n\n')
    const grant = passage('S3', 'grant.md', `${clauses}\n\nAmendment No. 1\n\n${DEED.text}`)
    const whole = wholeOf(question, [], [LEASE, grant])
    expect(whole.notAnswered([whole.quote('4.1 The Tenant')])).toEqual([])
    expect(whole.notAnswered([whole.quote('4.1 The grant')])).toContain('what clause 4.1 says since “grant”')
  })

  test('leaves the other clauses as they are', () => {
    const whole = wholeOf('When is the notice void?', [], [LEASE, DEED])
    expect(whole.notAnswered([whole.quote('4.2 The notice')])).not.toContain(expect.stringContaining('clause'))
  })
})

describe('a document that speaks of several patients', () => {
  const LIST = passage(
    'S1',
    'meeting.txt',
    'Patient 4: R. Roe.\nNo stoma was formed.\n\nPatient 5: B. Poe.\nShe is allergic to penicillin.',
  )
  const LETTER = passage('S2', 'letter.txt', 'Mrs Roe was well.')

  test('answers for the one of whom the other documents are, and is quoted for nobody else', () => {
    const whole = wholeOf('Is she allergic to penicillin?', [], [LIST, LETTER])
    expect(whole.lacking([])).toEqual([])
    expect(whole.notAnswered([whole.quote('allergic to penicillin')])).toHaveLength(1)
    const stoma = wholeOf('Was a stoma formed?', [], [LIST, LETTER])
    expect(stoma.notAnswered([stoma.quote('No stoma was formed')])).toEqual([])
  })

  test('answers for the one whom the question names', () => {
    const whole = wholeOf('Is Mrs Poe allergic to penicillin?', [], [LIST, LETTER])
    expect(whole.notAnswered([whole.quote('allergic to penicillin')])).toEqual([])
  })

  test('leaves open of whom it speaks where nothing tells', () => {
    const whole = wholeOf('Is she allergic to penicillin?', [], [LIST])
    expect(whole.notAnswered([whole.quote('allergic to penicillin')])).toHaveLength(1)
  })
})

describe('a question on two documents', () => {
  const question = 'Who was admitted earlier, A. Roe or B. Doe?'

  test('is asked of each, and concluded by code from both', () => {
    const whole = wholeOf(question, NAMED)
    const one = [whole.quote('Admission: 3 June')]
    expect(whole.conclusion(one)).toBeNull()
    expect(whole.notAnswered(one)).toEqual([expect.stringContaining('(doe)')])
    const both = [...one, whole.quote('Admission: 9 May')]
    const conclusion = whole.conclusion(both)
    expect(conclusion).toMatchObject({
      verdict: 'computed',
      text: 'A. Roe: 3 June 2025; B. Doe: 9 May 2025. Earlier: B. Doe.',
    })
    expect(conclusion?.citations).toHaveLength(2)
    expect(whole.notAnswered(conclusion ? [...both, conclusion] : both)).toEqual([])
  })
})

test('what asks for all there is can never be shown to be whole', () => {
  const whole = wholeOf('List all the patients and their occupations.')
  expect(whole.notAnswered([whole.quote('Occupation: Teacher'), whole.quote('Occupation: Nurse')])).toEqual([
    'whether “List all the patients and their occupations” is complete',
  ])
})

test.each([
  ['the occupation', ['Occupation: Teacher', 'Occupation: Nurse']],
  ['the age', ['Age: 73', 'Age: 41']],
])('of %s of two that are compared each row is found, and need not say that it is compared', (what, rows) => {
  const whole = wholeOf(`Compare ${what} given for A. Roe with ${what} given for B. Doe.`, NAMED)
  expect(whole.lacking([]).map(({ place }) => place.text)).toEqual(rows)
})

describe('where nothing was written', () => {
  test('the places that concern the question are found', () => {
    const whole = wholeOf('What rent deposit was discussed?')
    expect(whole.concerning().map(({ place }) => place.text)).toEqual(['The rent deposit was not discussed.'])
  })

  test('nothing concerns it where no document has what it asks about', () => {
    expect(wholeOf('What is the colour of A. Roe’s car?').concerning()).toEqual([])
  })

  test('what all the words of the question stand for somewhere, a part of them in one place concerns it', () => {
    const whole = wholeOf('How many teachers discussed the deposit of A. Roe at admission?')
    expect(whole.concerning().map(({ place }) => place.text)).toEqual(['The rent deposit was not discussed.'])
  })

  test('of a question on two documents the places of each concern it', () => {
    const whole = wholeOf('What is the salary of A. Roe and B. Doe?', NAMED)
    expect(whole.concerning()).toEqual([])
    const known = wholeOf('What is the occupation and the name of A. Roe and B. Doe?', NAMED)
    expect(new Set(known.concerning().map(({ source }) => source))).toEqual(new Set(['S1', 'S2']))
  })

  test('of one document there are never so many that none of another is shown', () => {
    const whole = wholeOf('What are the age, the name and the occupation of A. Roe and B. Doe?', NAMED)
    expect(new Set(whole.concerning().map(({ source }) => source))).toEqual(new Set(['S1', 'S2']))
  })

  test('a sentence on something else is beside the point', () => {
    const whole = wholeOf('What is the colour of A. Roe’s car?')
    expect(whole.isBesideThePoint([whole.quote('Age: 73')])).toBe(true)
    const age = wholeOf('What is A. Roe’s age?')
    expect(age.isBesideThePoint([age.quote('Age: 73')])).toBe(false)
  })
})

test('the nearest places have most words of the question, also within longer ones', () => {
  const text =
    'Die Ansprüche verfallen, wenn sie nicht geltend gemacht werden.\n\nDie Lage der Arbeit folgt dem Dienstplan.'
  const whole = wholeOf('Wann verfallen Lohnansprüche?', [], [passage('S1', 'vertrag.md', text)])
  expect(whole.nearest().map(({ place }) => place.text)).toEqual([text.split('\n\n')[0]])
  expect(wholeOf('Wer ist der Notar?', [], [passage('S1', 'vertrag.md', text)]).nearest()).toEqual([])
})

describe('a question of several alternatives', () => {
  const whole = (question: string, text: string) => wholeOf(question, [], [passage('S1', 'letter.txt', text)])

  test.each([
    [
      'Which medicines were started, stopped or changed?',
      'Her medicines are listed below.\nApixaban 5 mg was started on 5 June.\nShe walks with a frame.',
      'Apixaban 5 mg was started on 5 June.',
    ],
    [
      'Which payments were waived, refunded, deferred, and reduced?',
      'The payments of the tenant are in arrears.\nThe rent of May was refunded.\nThe roof leaks.',
      'The rent of May was refunded.',
    ],
    [
      'Is there a guarantor, a deposit or an insurer?',
      'The tenant pays a deposit of £900.\nThe roof leaks.',
      'The tenant pays a deposit of £900.',
    ],
    [
      'Welche Medikamente wurden begonnen, abgesetzt oder geändert?',
      'Die Medikamente stehen unten.\nAspirin wurde am 5. Juni abgesetzt.\nSie geht am Rollator.',
      'Aspirin wurde am 5. Juni abgesetzt.',
    ],
    [
      'Quels médicaments ont été commencés, arrêtés ou modifiés ?',
      'Les médicaments figurent plus bas.\nL’aspirine a été arrêtée hier.\nElle marche avec une canne.',
      'L’aspirine a été arrêtée hier.',
    ],
  ])('is concerned by what is said of one of them: %s', (question, text, said) => {
    const of = whole(question, text)
    expect(of.concerning().map(({ place }) => place.text)).toContain(said)
    expect(of.isBesideThePoint([of.quote(said)])).toBe(false)
  })

  test('is not concerned by what is said of none of them', () => {
    const text = 'Apixaban 5 mg was started on 5 June.\nShe walks with a frame.'
    const of = whole('Which vaccines were ordered, given or refused?', text)
    expect(of.concerning()).toEqual([])
    expect(of.isBesideThePoint([of.quote('Apixaban')])).toBe(true)
  })

  test('is not answered as a whole by what is said of one', () => {
    const of = whole('Who was convicted or acquitted?', 'Ann Roe was convicted on 5 June.\nBen Doe was acquitted.')
    expect(of.notAnswered([of.quote('Ann Roe')])).not.toEqual([])
  })
})

test('a sentence with no word of the one thing that is asked is of nothing asked', () => {
  const whole = wholeOf('What is the occupation of A. Roe?')
  expect(whole.isOfNothingAsked(whole.quote('Age: 73'))).toBe(true)
  expect(whole.isOfNothingAsked(whole.quote('Occupation: Teacher'))).toBe(false)
  const why = wholeOf('Why is A. Roe no teacher any more?')
  expect(why.isOfNothingAsked(why.quote('Age: 73'))).toBe(false)
})

test('a quote from one of several documents says whose it is, unless it says so itself', () => {
  const whole = wholeOf('Who was admitted earlier, A. Roe or B. Doe?', NAMED)
  expect(whole.attributed(whole.quote('Occupation: Nurse')).text).toBe('B. Doe: Occupation: Nurse')
  expect(whole.attributed(whole.quote('Name: A. Roe')).text).toBe('Name: A. Roe')
  const ofOne = wholeOf('What is the occupation of A. Roe?')
  expect(ofOne.attributed(ofOne.quote('Occupation: Teacher')).text).toBe('Occupation: Teacher')
})

test('a quote is of the person who is asked about, also where the record of another names her, as its doctor', () => {
  const passages = [
    passage('S1', 'roe.txt', `${ROE}\nHospital: Ashton City`),
    passage('S2', 'doe.txt', `${DOE}\nHospital: Glenwood\nAttending physician: A. Roe`),
  ]
  const question = 'At Ashton City and Glenwood, what are the occupations of A. Roe and B. Doe?'
  const whole = wholeOf(question, NAMED, passages)
  expect(whole.attributed(whole.quote('Occupation: Teacher')).text).toBe('A. Roe: Occupation: Teacher')
  expect(whole.attributed(whole.quote('Occupation: Nurse')).text).toBe('B. Doe: Occupation: Nurse')
})

test('a row and a value below its label are both quoted, and what is under a heading of that name is not', () => {
  const lease = passage(
    'S1',
    'lease.txt',
    '**Tenant**\n\nThe garden of Ms Poe is shared.\n\nTenant: Larkspur Bakery\nRent: 10',
  )
  const copy = passage('S2', 'copy.txt', 'Tenant:\nR. Moss\n\nRent: 12')
  const both = [lease, copy]
  const places = readSources(both.map(({ source, text, document }) => ({ source, text, context: document })))
  const textOf = (id: string) => (both.find(({ documentId }) => documentId === id)?.text ?? '').toLowerCase()
  const whole = createQuestionCoverage({ question: 'Who is the tenant?', named: [], passages: both, places, textOf })
  expect(whole.lacking([]).map(({ place }) => place.text)).toEqual(['Tenant: Larkspur Bakery', 'R. Moss'])
})

test('an age is that of the row that is labelled so alone, and a heading tells no sentence below it', () => {
  const record = passage(
    'S1',
    'a.txt',
    'Name: R. Moss\nMarriage Age: 25\nAge: 48\nAppendectomy at age 12\n\n# Sentence\n\nFirst, the defendant was trusted.\n\nThe court sentences him to two years.',
  )
  const places = readSources([{ source: 'S1', text: record.text, context: 'a.txt' }])
  const asked = (question: string) => {
    const textOf = () => record.text.toLowerCase()
    const whole = createQuestionCoverage({ question, named: [], passages: [record], places, textOf })
    return whole.lacking([]).map(({ place }) => place.text)
  }
  expect(asked('What is the age?')).toEqual(['Age: 48'])
  expect(asked('Who is the patient?')).toEqual(['Name: R. Moss'])
  expect(asked('What sentence did the defendant receive?')).not.toContain('First, the defendant was trusted.')
})

test('what no code can rank is quoted of each side, and is not said to be compared', () => {
  const whole = wholeOf('Compare the occupation of A. Roe with the occupation of B. Doe.', NAMED)
  const sides = whole.lacking([])
  expect(sides.map(({ place }) => place.text)).toEqual(['Occupation: Teacher', 'Occupation: Nurse'])
  expect(whole.notAnswered([whole.quote('Teacher'), whole.quote('Nurse')])).not.toEqual([])
})

test('a line at the foot of each page is no sentence to quote, and one that a page says twice is', () => {
  const foot = 'Edwin Calloway, born 14 March 1951'
  const allergy = 'The patient has no known drug allergies.'
  const page = (name: string) =>
    `${name}\n\nHe came in.\n\nHe was seen.\n\n${allergy}\n\nHe slept.\n\nHe ate.\n\n${foot}`
  const text = page('Admission')
  const textOf = () => [text, page('Stay'), page('Discharge')].join('\f').toLowerCase()
  const first = passage('S1', 'letter', text)
  const places = readSources([{ source: 'S1', text, context: 'letter' }])
  const whole = createQuestionCoverage({ question: 'Which allergies?', named: [], passages: [first], places, textOf })
  const isToQuote = (words: string) =>
    places.filter(({ place }) => place.kind === 'sentence' && place.text.includes(words)).map(whole.isToQuote)
  expect(new Set(isToQuote(foot))).toEqual(new Set([false]))
  expect(new Set(isToQuote(allergy))).toEqual(new Set([true]))
})
