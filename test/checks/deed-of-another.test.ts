import { expect, test } from 'vitest'
import { statementOf } from '../../checks/claim-statement.ts'
import { isDeedOfAnother } from '../../checks/deed-of-another.ts'

const ofAnother = (question: string, text: string, oneName: (one: string, other: string) => boolean = () => false) =>
  isDeedOfAnother(statementOf(question), statementOf(text), oneName)

test.each([
  ['Who bought Harrowgate?', 'I hear that Derek has bought 2% of the shares of Vantor plc.'],
  ['Who bought Harrowgate?', 'The freehold of Vantor Mill was sold, and Mrs Ayling bought Pembury House.'],
  ['When did Derek Harlow sign the contract?', 'Anna Whitfield signed the contract on 3 May 2024.'],
  ['When was Walter Roe admitted?', 'His neighbour Mr Tom Pike was admitted on 3 May 2024.'],
  ['Was Roe examined by Dr Smith?', 'Roe was examined by Dr Adeyemi on 3 May.'],
  ['Has Mr Keane paid the deposit?', 'Mrs Osei paid the deposit on 3 May.'],
  ['Who represented Aldermoor Ltd?', 'Ms Bright represented Fenwick Holdings Ltd at the hearing.'],
  ['When did Dr Patel stop the ramipril?', 'Dr Jones stopped the ramipril on 4 June.'],
  ['Wann hat Herr Roe unterschrieben?', 'Frau Lenz hat am 3. Mai unterschrieben.'],
  ['Wer hat Frau Lenz gekündigt?', 'Die Firma hat Herrn Ostermann am 3. Mai gekündigt.'],
])('a sentence on the deed of another is no answer: %s %s', (question, text) => {
  expect(ofAnother(question, text)).toBe(true)
})

test.each([
  ['Who bought Harrowgate?', 'Harrowgate was bought by Vantor plc.'],
  ['Who bought Harrowgate?', 'Vantor plc bought the company in May.'],
  ['Who bought Harrowgate?', 'It was bought by Derek.'],
  ['When did Derek Harlow sign the contract?', 'Mr Harlow signed the contract on 3 May.'],
  ['When did Derek Harlow sign the contract?', 'He signed it in the presence of Anna Whitfield on 3 May.'],
  ['When was Walter Roe admitted?', 'Admitted on 3 May under Dr Smith.'],
  ['When was Walter Roe admitted?', 'The patient was admitted by Dr Smith on 3 May.'],
  ['When did Roe stop the ramipril?', 'Ramipril was stopped on 3 May by Dr Smith.'],
  ['Which drug did Roe receive?', 'Received Augmentin for five days.'],
  ['When was notice given to Aldermoor Ltd?', 'Notice was given on 3 May.'],
  ['Who wrote to Ms Bright?', 'Dr Osei wrote to her on 3 May.'],
  ['What did Dr Patel prescribe?', 'I prescribed Nitrofurantoin for five days.'],
  ['Has Mr Keane paid the deposit?', 'The deposit was paid to Mrs Osei on 3 May.'],
  ['Has Mr Keane paid the deposit?', 'Keane and Mrs Osei paid the deposit on 3 May.'],
  ['What is J. Roe allergic to?', 'Patient allergic to Penicillin.'],
  ['What are the diagnoses of Walter Roe?', "Diagnosis of Parkinson's Disease made."],
  ['Wann hat Herr Roe unterschrieben?', 'Der Vertrag wurde am 3. Mai unterschrieben.'],
  ['Wer hat Frau Lenz gekündigt?', 'Die Firma hat das Arbeitsverhältnis am 3. Mai gekündigt.'],
])('the same deed with a role, a pronoun or nobody beside it may be: %s %s', (question, text) => {
  expect(ofAnother(question, text)).toBe(false)
})

test('two names of one person are one', () => {
  const [question, text] = ['When did Derek sign?', 'Mr Harlow signed on 3 May.']
  expect(ofAnother(question, text)).toBe(true)
  expect(ofAnother(question, text, (one, other) => one === 'derek' && other === 'harlow')).toBe(false)
})
