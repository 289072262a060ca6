import { describe, expect, test } from 'vitest'
import { hasAnswerType } from '../../checks/answer-type.ts'
import { askedParts, isAnswered, namesAsked } from '../../checks/asked-parts.ts'
import { statementOf } from '../../checks/claim-statement.ts'
import { timesAsLong } from '../times-as-long.ts'

const NO_NAMES: ReadonlySet<string> = new Set()
const partsOf = (question: string, naming = NO_NAMES) =>
  askedParts(question, naming).map(({ text, wants }) => [text, wants])

test.each([
  [
    'When may the tenant break the lease, and how is notice given?',
    [
      ['When may the tenant break the lease', 'when'],
      ['how is notice given', 'manner'],
    ],
  ],
  [
    'Which medicines were stopped, and why was ramipril withheld?',
    [
      ['Which medicines were stopped', 'any'],
      ['why was ramipril withheld', 'reason'],
    ],
  ],
  [
    'What was her age and occupation?',
    [
      ['What was her age', 'age'],
      ['What was her occupation', 'any'],
    ],
  ],
  [
    'Wann endet der Vertrag und wie wird gekündigt?',
    [
      ['Wann endet der Vertrag', 'when'],
      ['wie wird gekündigt', 'manner'],
    ],
  ],
  [
    'Quand le bail prend-il fin et pourquoi a-t-il été résilié ?',
    [
      ['Quand le bail prend-il fin', 'when'],
      ['pourquoi a-t-il été résilié', 'reason'],
    ],
  ],
  ['Was the notice received in time?', [['Was the notice received in time', 'whether']]],
  ['List all defendants.', [['List all defendants', 'all']]],
  ['According to the lease of 1 May 2020, who is the landlord?', [['who is the landlord', 'person']]],
])('%s', (question, parts) => {
  expect(partsOf(question)).toEqual(parts)
})

test('people who are asked about beside each other are told apart from a plain name', () => {
  expect(namesAsked('What did A. Roe and B. Doe say?')).toEqual(['A. Roe', 'B. Doe'])
  expect(namesAsked('What did A. Roe say?')).toEqual([])
})

describe('a part is answered', () => {
  const answers = (question: string, sentence: string, around = sentence, documentHas = true) => {
    const [part] = askedParts(question, NO_NAMES)
    if (!part) throw new Error('no part')
    return isAnswered(part, [
      { said: statementOf(sentence), around: statementOf(around), label: '', documentHas: () => documentHas },
    ])
  }

  test.each([
    ['What was the judgment date?', '15 May 2023', 'Date of Judgment:\n15 May 2023'],
    ['How old is the patient?', 'Age: 73', 'Age: 73'],
    ['Who was the chief judge?', 'M. Gray, Chief Judge', 'M. Gray, Chief Judge'],
    ['Who is the historian?', 'Historian: the patient herself', 'Historian: the patient herself'],
    ['How many instalments are due?', 'The rent is due in four instalments.', 'The rent is due in four instalments.'],
    [
      'Why was naproxen stopped?',
      'Naproxen was stopped because of bleeding.',
      'Naproxen was stopped because of bleeding.',
    ],
    [
      'May the tenant assign the lease?',
      'The tenant shall not assign the lease.',
      'The tenant shall not assign the lease.',
    ],
    ['What is the diagnosis?', 'The diagnosis is advanced heart failure.', 'The diagnosis is advanced heart failure.'],
    ['How thick was the wall?', 'The wall was thickened to 6 mm.', 'The wall was thickened to 6 mm.'],
    ['How thick was the wall?', 'Wall, mm: 6', 'Wall, mm: 6'],
    ['How much is the rent?', 'The rent was increased to 900 euros.', 'The rent was increased to 900 euros.'],
    ['How much weight has she lost?', 'She has lost 5 kg of weight.', 'She has lost 5 kg of weight.'],
    ['Wie dick ist die Wand?', 'Die Wand ist 6 mm dick.', 'Die Wand ist 6 mm dick.'],
    [
      'What is the permitted use?',
      'The permitted use is licensed premises.',
      'The permitted use is licensed premises.',
    ],
  ])('%s: %s', (question, sentence, around) => {
    expect(answers(question, sentence, around)).toBe(true)
  })

  test.each([
    ['by another kind of thing', 'What was the judgment date?', 'The judgment was given by M. Gray.'],
    [
      'by a thing of another kind',
      'When did the tenant serve the break notice?',
      'The Landlord served a warning notice on 8 March 2021, and the Tenant made a declaration.',
    ],
    [
      'by when it may be done',
      'When did the tenant give notice?',
      "The tenant may give the landlord six months' notice.",
    ],
    [
      'by what is said of the case that is left out',
      'When does the lease end if it is not broken?',
      'We end the lease on the Break Date, 24 March 2026.',
    ],
    [
      'by what is said of it with a bound',
      'When does the lease end if it is not broken?',
      "The Tenant may end this lease by giving not less than six months' notice to break it.",
    ],
    ['by something else', 'What was the judgment date?', 'She was detained on 10 January 2023.'],
    ['of another time', 'What did he pay in July 2022?', 'In November 2022 he paid £15,000.'],
    ['by what was done to it', 'What is the court?', 'The court is adjourned.'],
    ['by when it was made', 'What is the regression method?', 'This regression method was developed recently.'],
    ['by a note on where to read', 'What is the assay?', 'Genes were chosen by the assay (see below).'],
    ['by who handed it over', 'What is the deposit?', 'The deposit was lodged by R. Moss.'],
    [
      'by for whom it is',
      'What sentence did the accused receive?',
      'A sentence for the accused, A. Roe, was considered.',
    ],
    ['by the number of its clause', 'How much leave does she get?', '1.1 The Employee gets leave.'],
    ['of what holds them', 'How many screws are in one of the boxes?', 'Screws of three boxes had rusted.'],
    ['by when it was', 'When could the drain come out?', 'The drain was taken out on 13 January.'],
    ['by a time for a rate', 'What rate of interest is due?', 'Interest is due at the rate after 14 days.'],
    [
      'without a number',
      'What is the VAT number of the tenant?',
      '17.1 The tenant pays VAT on receipt of a VAT invoice.',
    ],
    [
      'by what is to be done in some case',
      'When was the drain removed?',
      'Remove the drain on 3 May 2021 if it is dry.',
    ],
    ['by a question', 'Does she have gout of the left knee?', 'Gout of the left knee?'],
    ['by who else it is', 'Who is the historian?', 'The historian was asked twice: the patient herself was tired.'],
    ['by another thing of that name', 'What is the diagnosis?', 'Differential diagnosis: gastric cancer'],
    ['by two values of which none is the change', 'How much weight has she lost?', 'Weight 44 kg (47 kg in January).'],
    ['by what only introduces it', 'What sentence did the accused receive?', 'The accused is sentenced to:'],
    ['without a condition', 'In which case may the lease end?', 'The lease may end on 3 June.'],
    ['without a measure', 'How thick was the wall?', 'The wall was thickened.'],
    ['with the measure of another kind', 'How thick was the wall?', 'The wall was plastered within 6 weeks.'],
    ['with the measure of another kind', 'How far is the wall?', 'The wall cost £500.'],
    ['with a number of no measure', 'How wide is the duct?', 'The duct is wide on image 3.'],
    ['with the measure of another kind', 'Wie dick ist die Wand?', 'Die Wand wurde innerhalb von 6 Wochen verputzt.'],
    [
      'by how much it changed',
      'How much does she weigh?',
      'She weighs little after a weight loss of approximately 5 kg.',
    ],
    ['by how much it changed', 'How much does she weigh?', 'She weighs less: slight weight loss (approx. 4 lbs).'],
    ['by how much it changed', 'How much is the rent?', 'The rent was reduced by 100 euros.'],
    ['by how much it changed', 'Wie hoch ist die Miete?', 'Die Miete wurde um 100 Euro erhöht.'],
    ['without a reason', 'Why was naproxen stopped?', 'Naproxen was stopped on 3 June.'],
    [
      'by what holds only in some case',
      'Was the notice received in time?',
      'A notice is deemed received in time if it is left by hand.',
    ],
    ['with a number of something else', 'How many pets does she have?', 'She has a flat with 2 rooms for her pets.'],
    ['with a list that may go on', 'List all defendants.', 'The defendants are A. Roe and B. Doe.'],
  ])('not %s: %s', (_why, question, sentence) => {
    expect(answers(question, sentence)).toBe(false)
  })

  test('not by a document that does not have the person', () => {
    expect(answers('What is M. Young’s occupation?', 'Occupation: Teacher')).toBe(true)
    expect(answers('What is M. Young’s occupation?', 'Occupation: Teacher', 'Occupation: Teacher', false)).toBe(false)
  })
})

describe('which thing is asked for', () => {
  const answers = (question: string, text: string, label = '') => {
    const part = askedParts(question, NO_NAMES)[0]
    if (!part) throw new Error(`No part is read in ${question}`)
    const said = statementOf(text)
    return isAnswered(part, [{ said, around: statementOf(`${text}\n${label}`), label, documentHas: () => true }])
  }
  test.each([
    ['What is the permitted use?', 'The permitted use is limited to a bakery.'],
    ['What is the deposit?', 'The deposit is fixed at £500.'],
    ['What is the mechanism of the drug?', 'The mechanism of the drug is based on blocking entry.'],
    ['What is the term?', 'The term is defined as ten years.'],
    ['What is the method?', 'The method is known as boosting.'],
    ['What crime did Roe commit?', 'Roe committed the crime of embezzlement.'],
    ['What is the permitted use of the premises?', 'The permitted use of the premises is a bakery.'],
    ['What is the permitted use of the premises?', 'Permitted use of the premises: bakery'],
    ['Which court has jurisdiction?', 'The court with jurisdiction is the High Court.'],
  ])('is told: %s: %s', (question, text) => {
    expect(answers(question, text)).toBe(true)
  })
  test.each([
    ['What was his weight on discharge?', 'Weight 86.8 kg (86.1 kg on discharge)'],
    ['How old is the patient?', 'The patient is 73 years old.'],
    ['How old is the patient?', 'Age: 73'],
  ])('a number is told of what it stands beside: %s: %s', (question, text) => {
    expect(answers(question, text)).toBe(true)
  })
  test.each([
    [
      'What was his weight on discharge?',
      'After discharge, if his weight rises by more than 2 kg in three days, please call.',
    ],
    ['How old is the patient?', 'Edwin Calloway, born 14 March 1951, NHS number 999 402 6151.'],
  ])('and not of another thing: %s: %s', (question, text) => {
    expect(answers(question, text)).toBe(false)
  })
  test('how something is done is told by its means, and not by the question again', () => {
    expect(answers('How is notice given?', 'Notice is given by hand or by first-class post.')).toBe(true)
    expect(answers('How is notice given?', 'Notice is given in writing.')).toBe(true)
    expect(answers('How is notice given?', 'The Tenant may end the lease by giving six months’ notice.')).toBe(false)
    expect(answers('Wie wird der Vertrag gekündigt?', 'Der Vertrag wird schriftlich gekündigt.')).toBe(true)
  })
  test('is not told of somebody by a rule for all', () => {
    const rule = 'Whoever owes taxes shall be sentenced to imprisonment of three years, if the amount is large.'
    expect(answers('How long is the imprisonment of J. Roe?', rule)).toBe(false)
    expect(answers('How long is the imprisonment?', rule)).toBe(true)
    expect(answers('For how long may J. Roe be sentenced to imprisonment?', rule)).toBe(true)
  })
  test('is told behind a label', () => {
    expect(
      answers('What is the permitted use of the premises?', 'Bakery and café', 'Permitted use of the premises'),
    ).toBe(true)
  })
  test.each([
    ['What crime did Roe commit?', 'The nature of the crime that Roe committed is grave.'],
    ['What is the permitted use of the premises?', 'The Tenant keeps to the permitted use of the premises.'],
  ])('is not told where only that there is one is said: %s: %s', (question, text) => {
    expect(answers(question, text)).toBe(false)
  })
})

test('which of a kind a thing is, is read in proportion to the length of what is behind it', async () => {
  const part = askedParts('What crime did Roe commit?', NO_NAMES)[0]!
  const read = (letters: number) => () => {
    const said = statementOf(`The crime ${'A'.repeat(letters)} 5.`)
    return hasAnswerType(part, { said, around: said, label: '', documentHas: () => true })
  }
  expect(await timesAsLong(read(26), read(13), 11)).toBeLessThan(11)
})

test('a length or a mass is told of what it is asked of, whatever else a sentence measures', () => {
  const tells = (question: string, text: string) => {
    const part = askedParts(question, NO_NAMES)[0]
    const sentence = { said: statementOf(text), around: statementOf(text), label: '', documentHas: () => true }
    return part !== undefined && hasAnswerType(part, sentence)
  }
  const gallbladder = 'How thick was the gallbladder wall on ultrasound?'
  expect(tells(gallbladder, 'Ultrasound showed small gallstones and a bile duct of 8 mm.')).toBe(false)
  expect(tells(gallbladder, 'The wall is thickened to 6 mm (normal: up to 3 mm).')).toBe(true)
  expect(tells('How heavy was the stolen safe?', 'The van carries 900 kg.')).toBe(false)
  expect(tells('How heavy was the stolen safe?', 'The safe weighed 90 kg.')).toBe(true)
  expect(tells('Wie breit ist der Gang?', 'Die Tür misst 90 cm.')).toBe(false)
  expect(tells('Wie breit ist der Gang?', 'Der Gang misst 90 cm.')).toBe(true)
  // A person is not named beside the measure, and neither is what lies far ahead.
  expect(tells('How tall is the patient?', 'She is 172 cm tall.')).toBe(true)
  expect(tells('Wie schwer ist Frau Roe?', 'Sie wiegt 64 kg.')).toBe(true)
  expect(tells('How far in advance must notice be given?', 'Notice is given three months in advance.')).toBe(true)
})

test.each([
  ['How much was the loss?', 'She suffered a loss of 5,000 euros.', true],
  ['How much is the rent reduction?', 'He was granted a rent reduction of 100 euros.', true],
  ['Wie hoch ist der Verlust?', 'Ihr entstand ein Verlust von 5.000 Euro.', true],
  ['How much is the rent?', 'The rent was reduced by 100 euros.', false],
  ['Quanto è il canone?', 'Il canone è stato ridotto a 900 euro.', true],
  ['Quelle est la dose de paracétamol ?', 'Elle a reçu une prise de 500 mg de paracétamol.', true],
])('of a change is told what is asked of it: %s %s', (question, text, isTold) => {
  const part = askedParts(question, NO_NAMES)[0]
  const sentence = { said: statementOf(text), around: statementOf(text), label: '', documentHas: () => true }
  expect(part !== undefined && hasAnswerType(part, sentence)).toBe(isTold)
})

test('of a person whose height is asked the sentence that says it is an answer', () => {
  const parts = askedParts('How tall is the patient?', NO_NAMES)
  const text = 'The patient is 172 cm tall.'
  const sentence = { said: statementOf(text), around: statementOf(text), label: '', documentHas: () => true }
  expect(parts.map((part) => isAnswered(part, [sentence]))).toEqual([true])
})

test('a word that says what the next one is of is asked about, and one that only counts is not', () => {
  const terms = (question: string) => askedParts(question, NO_NAMES)[0]?.terms.map(({ word }) => word)
  expect(terms('Summarize the case process of J. Roe')).toEqual(['case', 'process'])
  expect(terms('What did the case against J. Roe cost')).toEqual(['cost'])
  expect(terms('What dose of furosemide does he take')).toEqual(['dose', 'furosemide'])
  expect(terms('How many pieces of evidence were presented in total')).toEqual(['evidence', 'presented'])
})

describe('what is asked in other words than the page has', () => {
  const isToldBy = (question: string, text: string) => {
    const said = statementOf(text)
    const confirmed = { said, around: said, label: '', documentHas: () => true }
    return askedParts(question, NO_NAMES).every((part) => isAnswered(part, [confirmed]))
  }

  test.each([
    ['Is she allergic to anything?', 'Allergies: penicillin (rash in childhood).'],
    ['What is she allergic to?', 'Allergies: penicillin (rash in childhood).'],
    ['What was her heart rate?', 'Pulse 96.'],
    ['What was the oxygen saturation?', 'SpO2 95 % on 1 L/min.'],
    ['How high was the blood pressure?', 'BP 132/84 mmHg.'],
    ['Wie hoch war der Blutdruck?', 'BP 132/84 mmHg.'],
    ['Who is the lessor?', 'The landlord is Pennifold Estates Limited.'],
    ['Has she had a thrombosis before?', 'No previous thrombosis.'],
    ['Hatte sie schon einmal eine Thrombose?', 'Frühere Thrombose 2019.'],
    [
      'Why was thrombophilia screening not done?',
      'Thrombophilia screening was not done, as the thrombosis was provoked.',
    ],
    ["Why was St John's wort stopped?", "Stop St John's wort: it lowers the level of rivaroxaban."],
    ['Did the Employer consent to the roof?', 'The Employer did not consent to the roof at the meeting.'],
    ['Did she take aspirin?', 'She took 75 mg of aspirin.'],
    ['Did the tenant pay the rent?', 'The tenant paid three months of rent.'],
    ['Was the will signed before a notary?', 'The will was signed before a notary.'],
    ['Has the Employer consented?', 'The Employer has consented and the Employee can begin work.'],
    ['Was the tenant allowed to sublet?', 'The tenant may sublet the flat; sublet is allowed.'],
    ['Does she have asthma?', 'She told us that she has asthma.'],
    ['Was the rent paid?', 'The rent was paid by 4 May 2026 and the tenant said thanks.'],
    ['Was zeigte das Röntgenbild?', 'Röntgen-Thorax vom 9. Juni: Infiltrat im rechten Unterlappen.'],
    ['Wann ist die Röntgenkontrolle?', 'Röntgenkontrolle in sechs Wochen.'],
    ['When is the scan?', 'The scan is in six weeks.'],
    ['Wann war die Entlassung?', 'Er wurde am 18. Juni entlassen.'],
    ['Was the will revoked?', 'The will was revoked by a later one.'],
    ['Is there a thrombosis?', 'No evidence of thrombosis.'],
    ['Was she dismissed?', 'You are not dismissed, and no money will be deducted from your pay.'],
    ['What did the ECG show?', 'ECG: atrial fibrillation, no ischaemia.'],
    ['What is her job?', 'Job title: Night shift supervisor'],
    ['What notice must the employer give?', "The employer shall give not less than eight weeks' notice."],
  ])('"%s" is answered by "%s"', (question, text) => {
    expect(isToldBy(question, text)).toBe(true)
  })

  test.each([
    ['Has she had a thrombosis before?', '2. Left popliteal deep vein thrombosis.'],
    [
      'Did the Employer consent to sub-contracting the roof?',
      "The Contractor shall not sub-contract the roof without the Employer's written consent.",
    ],
    ['What was the diagnosis?', 'On 4 May 2026 the diagnosis was discussed.'],
    ['Why was warfarin stopped?', 'Warfarin was stopped, as the family noted.'],
    ['Why did she fall?', 'The fall was on 4 May: she fell twice that week.'],
    ['Who is the wife?', 'The husband is John Roe.'],
    ['Has the reference been sent?', 'The reference will be sent once the matter is resolved.'],
    ['Was the will revoked?', 'I revoke clause 5 of my will.'],
    ['Was the will revoked?', 'I revoke all former wills.'],
    ['Was the notice sent by e-mail?', 'A copy of the notice was sent by e-mail.'],
    ['Was she dismissed?', 'I ask that the warning be withdrawn.'],
    ['Did Mr Roe agree to stand in?', 'Mr Roe told two colleagues that he had agreed to stand in.'],
    ['What did the ECG show?', 'An ECG was requested.'],
    ['Has the tenant registered the lease?', 'The Tenant shall register the lease within two months.'],
    ['What was her heart rate?', 'Respiratory rate 26/min.'],
    ['Why was thrombophilia screening not done?', 'Thrombophilia screening was not done on the ward.'],
  ])('"%s" is not answered by "%s"', (question, text) => {
    expect(isToldBy(question, text)).toBe(false)
  })
})

test.each([
  ['When is the next chest CT due?', 'CT of the chest on 14 March showed no metastases.', false],
  ['When is the next chest CT due?', 'The next chest CT is due on 14 March.', true],
  ['When is the next chest CT due?', 'A chest CT was booked and will be on 14 March.', true],
  [
    'On what date did the kit reach the school?',
    '10. **Actions.** (a) Miss Roe: kit in the school by 13 December 2024.',
    false,
  ],
  ['On what date did the kit reach the school?', 'The kit was in the school on 13 December 2024.', true],
  ['What did the inspection find?', 'Actions: Ms Roe to press for an inspection by 10 January.', false],
  [
    'What did Mr Roe say about the right eye?',
    'He has been referred to Mr Roe about the right eye, whom he has not seen.',
    false,
  ],
  ['What did Mr Roe say about the right eye?', 'Mr Roe thinks that the right eye needs a laser.', true],
  ['What does the surveyor say is the cause of the leak?', 'In my opinion this is the main cause of the leak.', false],
  ['What does the surveyor say is the cause of the leak?', 'The main cause of the leak is the split gutter.', true],
  ['What dose of aminophylline was infused?', 'An aminophylline infusion was given from 02.15 to 19.00.', false],
  ['What dose of aminophylline was infused?', 'Aminophylline 500 mg was infused.', true],
  ['What dose of ramipril was given?', 'The dose of ramipril given was 2 tablets.', true],
])('what was, what is to come and what is a dose are told apart: %s %s', (question, text, isTold) => {
  const part = askedParts(question, NO_NAMES)[0]
  const sentence = { said: statementOf(text), around: statementOf(text), label: '', documentHas: () => true }
  expect(part !== undefined && hasAnswerType(part, sentence)).toBe(isTold)
})

test('by whom something was done is not told by whose record it is', () => {
  const parts = askedParts('Why was metformin stopped, and by whom?', NO_NAMES)
  const said = statementOf('Patient: Leonard Roe')
  const sentence = { said, around: said, label: '', documentHas: () => true }
  expect(parts.map((part) => isAnswered(part, [sentence]))).toEqual([false, false])
  expect(isAnswered(askedParts('Who is the patient?', NO_NAMES)[0]!, [sentence])).toBe(true)
})
