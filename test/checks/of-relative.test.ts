import { expect, test } from 'vitest'
import { askedParts } from '../../checks/asked-parts.ts'
import { statementOf } from '../../checks/claim-statement.ts'
import { isOfRelative } from '../../checks/of-relative.ts'

const ofRelative = (question: string, text: string, heading = '') =>
  askedParts(question, new Set()).every((part) => isOfRelative(part, statementOf(text), heading))

test.each([
  ['Is she allergic to penicillin?', 'There are two children; the daughter, Carys, is allergic to penicillin.'],
  ['Has the patient had a stroke?', 'Her mother had bowel cancer at 71 and died of a stroke at 80.'],
  ['Does Mr Roe have diabetes?', 'Father: type 2 diabetes, brother: asthma.'],
  ['Did she sign the tenancy?', 'Her son signed the tenancy on 3 May.'],
  ['Hat die Patientin einen Diabetes?', 'Die Mutter hatte einen Diabetes.'],
  ['A-t-elle de l’asthme ?', 'Son frère a de l’asthme.'],
])('what a sentence says of a relative is not said of the one who is asked about: %s %s', (question, text) => {
  expect(ofRelative(question, text)).toBe(true)
})

test('what stands below the family history is of relatives', () => {
  expect(ofRelative('Does she have breast cancer?', 'Breast cancer at 49.', 'Family history')).toBe(true)
  expect(ofRelative('Is there a family history of breast cancer?', 'Breast cancer at 49.', 'Family history')).toBe(
    false,
  )
})

test.each([
  ['Is she allergic to penicillin?', 'Her daughter told us that she is allergic to penicillin.'],
  ['Is she allergic to penicillin?', 'She is allergic to penicillin, and her daughter has asthma.'],
  ['Is her daughter allergic to penicillin?', 'The daughter, Carys, is allergic to penicillin.'],
  ['Who signed the tenancy?', 'Her son signed the tenancy on 3 May.'],
  ['When was the house sold?', 'My son sold the house on 3 May.'],
  ['Does she live alone?', 'She lives alone; her son visits daily.'],
  ['Did he give the house to his wife?', 'He gave the house to his wife in 2019.'],
  ['Was she seen by Sister Monk?', 'She was seen by Sister Monk on 3 May.'],
])('what she or he says, does or is given beside a relative is: %s %s', (question, text) => {
  expect(ofRelative(question, text)).toBe(false)
})
