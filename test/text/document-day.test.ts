import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInName, documentDay, stayDays } from '../../text/document-day.ts'

const TODAY = '2026-11-29'

describe('the day that a document gives as its own', () => {
  test.each([
    ['# Consultation note, 17 June 2025\n\nPatient: Edwin Calloway, born 14 March 1951', '2025-06-17'],
    [
      'Penrose Hale LLP\n14 Cornmarket\n\n1 May 2026\n\nDear Sirs\nWe write about the claim of 3 April 2026.',
      '2026-05-01',
    ],
    ['Clinic date: 3 June 2025\nDate of birth:\n11 February 1948', '2025-06-03'],
    ['Ward note, 20 November 2026\nPatient: Ruth Adeyemi', '2026-11-20'],
    ['Leeds, 3 June 2025\n\nDear Madam', '2025-06-03'],
    ['Cardiology clinic, 3 August 2026\n\nSeen with her daughter.', '2026-08-03'],
    ['Deed dated 9 April 2024\n\nThe rent is £21,500.', '2024-04-09'],
    ['Entlassungsbrief vom 12. März 2026\n\nWir berichten über Frau Roe.', '2026-03-12'],
    ['**Dated:** 20th April, 2023', '2023-04-20'],
    ['| Patient | Ann Lee |\n| Date of birth | 2 May 1950 |\n| Date of letter | 3 June 2025 |', '2025-06-03'],
    [
      'Discharge letter\nAdmitted 3 June 2025\n\nSeen daily.\n\nElectronically signed by Dr Brandt, 10 June 2025',
      '2025-06-10',
    ],
    [
      'This Agreement is made and entered into as of the 5th day of June, 2000, by and between Kaplan, Inc. and the other party',
      '2000-06-05',
    ],
  ])('is found in %j', (text, day) => {
    expect(documentDay(text, TODAY)).toBe(day)
  })

  test.each([
    'Date of birth: 2 May 1950',
    'Patient: Ann Lee, born 2 May 1950',
    'Letter\n\n1 May 2026\n\n3 May 2026',
    'Letter\n\n03/05/2026',
    'WHEREAS, on March 14, 2019, the company, which had been founded before, made an assignment for its creditors',
    'Next review on 3 June 2025',
    'Clinic letter\nDate of birth:\n11 February 1948',
    'Re: Anna Adeyemi, 11 February 1948, NHS 123',
    'Mr John Doe (b. 11 February 1948)\n\n11 February 1948',
    'Mr John Doe, CABG x3 on 3 May 2012',
    'Your letter of 3 May 2025',
    'Ihr Schreiben vom 3. Mai 2025',
    'Review appointment: 4 July 2027',
    'Letter\n\n4 July 2027',
    'Nothing to report.\n\nForm AB12 approved 1 May 2018',
    'Ward notes\n\n3 June 2025\n\nWeight 58 kg\n\n17 June 2025\n\nWeight 51 kg',
    'May the tenant leave?',
    '',
  ])('is none in %j', (text) => {
    expect(documentDay(text, TODAY)).toBeNull()
  })

  test('is a whole day that stands in the text, or none, whatever the text', () => {
    const word = fc.constantFrom(
      'Date:',
      '3 June 2025',
      '2025-06-03',
      'Leeds,',
      'born',
      '\n',
      'signed',
      'the rent',
      '|',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const day = documentDay(words.join(' '), TODAY)
        expect([null, '2025-06-03']).toContain(day)
      }),
    )
  })
})

test('the days of a stay are those that the document gives once', () => {
  const letter = 'Admitted\t3 June 2025, by ambulance\nDischarged\t10 June 2025 from Ward 7\nSeen 12 June 2025.'
  expect(stayDays(letter, TODAY)).toEqual({ admission: '2025-06-03', discharge: '2025-06-10' })
  expect(stayDays('Admitted on 3 June 2025.\nAdmission: 9 July 2025.', TODAY).admission).toBeNull()
  expect(stayDays('His last admission was on 3 January 2019.', TODAY).admission).toBeNull()
  expect(stayDays('He will be admitted on 12 August 2026.', TODAY).admission).toBeNull()
  expect(stayDays('Admitted: 12 August 2027', TODAY).admission).toBeNull()
  expect(stayDays('Born 3 June 1950.', TODAY)).toEqual({ admission: null, discharge: null })
})

test.each([
  ['05_cardiology_clinic_2025-03-11.txt', '2025-03-11'],
  ['20240328_mdt.pdf', '2024-03-28'],
  ['Letter 3 June 2025.docx', '2025-06-03'],
  ['Arztbrief 12.03.2025.pdf', '2025-03-12'],
  ['scan0001.pdf', null],
  ['invoice 20241350.pdf', null],
  ['2024-03-28 to 2024-04-02 chart.pdf', null],
])('the day in the name %s is %s', (name, day) => {
  expect(dayInName(name)).toBe(day)
})
