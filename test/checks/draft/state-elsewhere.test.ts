import { describe, expect, test } from 'vitest'
import { check } from './check-one-sentence.ts'

const LISTS = 'Medicines stopped:\n- ramipril 5 mg\n- aspirin\n\nMedicines continued:\n- bisoprolol\n- apixaban'
const COLUMNS = '| Stopped | Continued |\n| --- | --- |\n| Ramipril | Bisoprolol |'
const LABELS = 'Stopped: ramipril, aspirin.\nContinued: bisoprolol 2.5 mg.'
const NEXT = 'Mrs Okafor takes ramipril 5 mg once daily. It was stopped on 3 June because of a cough.'

describe('a state that is in another place than its thing', () => {
  test.each([
    ['Ramipril was continued.', LISTS, 'stopped'],
    ['Apixaban was stopped.', LISTS, 'continued'],
    ['Ramipril was continued.', COLUMNS, 'Stopped'],
    ['Bisoprolol was stopped.', LABELS, 'Continued'],
    ['Ramipril was continued.', NEXT, 'stopped'],
    ['Ramipril wurde fortgesetzt.', 'Abgesetzt:\n- Ramipril\n- Aspirin', 'Abgesetzt'],
    ['Ramipril wurde fortgesetzt.', 'Frau Okafor nahm Ramipril 5 mg ein. Es wurde am 3. Juni abgesetzt.', 'abgesetzt'],
  ])('contradicts "%s"', (sentence, page, stands) => {
    expect(check(sentence, page)).toMatchObject({ verdict: 'contradicted', said: { code: 'otherwise', stands } })
  })

  test.each([
    ['Ramipril was stopped.', LISTS],
    ['Ramipril was continued.', `${LISTS}\n\nRamipril was continued after the discharge.`],
    ['Ramipril was continued.', 'Medicines stopped before the operation:\n- ramipril'],
    ['Ramipril was continued.', 'Stopped if the potassium rises:\n- ramipril'],
    ['Ramipril was continued.', 'Stopped medicines:\n- hydrochlorothiazide, given with ramipril'],
    ['Ramipril was continued.', 'She takes ramipril and bisoprolol. It was stopped on 3 June.'],
    ['Ramipril was continued.', 'She takes ramipril. It was stopped on 3 June and restarted on 5 June.'],
    ['Ramipril was continued.', 'She takes ramipril. Smoking was stopped on 3 June.'],
    ['Ramipril was continued.', 'Not stopped:\n- ramipril'],
    ['Ramipril 10 mg was continued.', 'Stopped:\n- ramipril 5 mg'],
    ['The appeal was allowed.', 'The appeal was against the order. It was dismissed as a request for more time.'],
  ])('does not contradict "%s" where it may be of something else', (sentence, page) => {
    expect(check(sentence, page).verdict).not.toBe('contradicted')
  })
})

describe('a short sentence that affirms what a page denies, or the other way about', () => {
  test.each([
    ['She has diabetes.', 'She does not have diabetes mellitus.'],
    ['She has diabetes.', 'She has no history of hypertension or diabetes mellitus.'],
    ['The patient has asthma.', 'No asthma.'],
    ['She does not have diabetes.', 'She has diabetes mellitus type 2.'],
    ['He is allergic to penicillin.', 'No known allergies.'],
    ['He is allergic to penicillin.', 'Allergies: none known'],
    ['He has no known allergies.', 'He is allergic to penicillin.'],
    ['Sie hat Diabetes.', 'Sie hat keinen Diabetes mellitus.'],
    ['Er hat keine Hypertonie.', 'Er hat eine arterielle Hypertonie.'],
  ])('is contradicted: "%s" against "%s"', (sentence, page) => {
    expect(check(sentence, page).verdict).toBe('contradicted')
  })

  test.each([
    ['She has diabetes.', 'She does not have type 1 diabetes.'],
    ['She has diabetes.', 'Her mother does not have diabetes.'],
    ['She has diabetes.', 'Family history\n\nNo diabetes.'],
    ['She has diabetes.', 'She did not have diabetes in 2010.'],
    ['He has diabetes.', 'She does not have diabetes.'],
    ['She has diabetes.', 'She does not have diabetes. The diagnosis was changed later: she has diabetes.'],
    ['She has diabetes.', 'She does not have diabetes if the second test is negative.'],
    ['She does not have type 1 diabetes.', 'She has diabetes.'],
    ['He is allergic to penicillin.', 'No known food allergies.'],
    ['She does not have diabetes insipidus.', 'She has diabetes mellitus type 2.'],
    ['She may have diabetes.', 'She does not have diabetes.'],
  ])('is not contradicted where it may be another: "%s" against "%s"', (sentence, page) => {
    expect(check(sentence, page).verdict).not.toBe('contradicted')
  })
})
