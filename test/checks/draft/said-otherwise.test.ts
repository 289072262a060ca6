import { describe, expect, test } from 'vitest'
import { check } from './check-one-sentence.ts'

const LABORATORY =
  '| Test | 3 June 2025 | 5 June 2025 |\n| --- | --- | --- |\n| Potassium (mmol/L) | 5.9 | 5.4 |\n| CRP (mg/L) | 12 | 9 |'
const MEDICINES =
  '| Medicine | Dose | Comment |\n| --- | --- | --- |\n| Torasemide | 20 mg twice daily | Was 20 mg once daily |\n| Dapagliflozin | 10 mg once daily | New |'
const FAMILY = 'Family history: Mother had type 2 diabetes, father had hypertension, siblings are healthy.'
const DUTY = '11.2 The Landlord shall keep the roof, the foundations and the main structure in good repair.'
const TABLE_CELLS = 'Potassium\tmmol/L\t5.9 H\t5.4'

describe('a short sentence in other words than the page', () => {
  test.each([
    ['His potassium on 5 June 2025 was 5.9 mmol/L.', LABORATORY, '5.4'],
    ['On 3 June the CRP was 9 mg/L.', LABORATORY, '12'],
    ['He now takes torasemide 20 mg once daily.', MEDICINES, 'twice daily'],
    ['She was sent home on torasemide 20 g twice daily.', MEDICINES, '20 mg'],
    ['He is on levodopa 100 mg BID.', 'Long-term orders: levodopa 100 mg PO TID, physiotherapy daily.', 'TID'],
    ['The tremor is in the left hand.', 'Examination: resting tremor in right hand, cogwheel rigidity.', 'right'],
    [
      'Das Röntgenbild zeigte ein Infiltrat im linken Unterlappen.',
      'Röntgen-Thorax: Infiltrat im rechten Unterlappen.',
      'rechten',
    ],
    ['Her father had type 2 diabetes.', FAMILY, 'Mother'],
    [
      'Clause 11.2 obliges the Tenant to keep the roof, the foundations and the main structure in good repair.',
      DUTY,
      'Landlord',
    ],
    [
      'Nach § 5 trägt die Vermieterin die Schönheitsreparaturen.',
      '§ 5 Instandhaltung\n\nDie Schönheitsreparaturen trägt die Mieterin.',
      'Mieterin',
    ],
    [
      'In July he took $13,000 from the disaster relief budget and bought a house.',
      'Mr Adams appropriated a lump sum of $30,000 from the disaster relief budget in July.',
      '$30,000',
    ],
    [
      'The incident at the store lasted from 18:00 to 18:40.',
      'The incident happened in the store from 18:00 to 18:20, when the manager was there.',
      '18:20',
    ],
    [
      'A notice is deemed to have been received on the third Working Day after posting.',
      'If sent by post, at 9.00 a.m. on the second Working Day after posting it is deemed to have been received.',
      'second',
    ],
    [
      'Stock of £640 and takings of £1,670 were lost, which makes £2,130.',
      'Stock thrown away £640, takings lost £1,670, together £2,310.',
      '£2,310',
    ],
    [
      'She lost 15 kg in the past month.',
      'Appetite decreased, significant weight loss of 15 lbs in the past month.',
      '15 lbs',
    ],
    ['Gonioscopy confirmed open angles.', '- Gonioscopy confirming closed angles.', 'closed'],
    [
      'Der Betriebsrat hat der Kündigung zugestimmt.',
      'Der Betriebsrat wurde am 10. März 2025 angehört und hat der Kündigung widersprochen.',
      'widersprochen',
    ],
    [
      'Aspirin 100 mg was continued unchanged.',
      'Medicines\n- Aspirin 100 mg (stopped)\n- Ramipril 5 mg (unchanged)',
      'stopped',
    ],
    ['The claimant moved to Nice in 2019.', 'The claimant moved to Reading in 2019.', 'Reading'],
  ])('contradicts "%s"', (sentence, page, stands) => {
    expect(check(sentence, page)).toMatchObject({ verdict: 'contradicted', said: { stands } })
  })

  test.each([
    [
      'There is a known family history of gastric cancer.',
      'Family History: Father had an ulcer. No family history of gastric cancer or other serious illnesses.',
    ],
    ['She has a drug allergy.', 'Allergy History: No known drug allergies.'],
    [
      'Der Betriebsrat hat der Kündigung nicht widersprochen.',
      'Der Betriebsrat wurde am 10. März 2025 angehört und hat der Kündigung widersprochen.',
    ],
    [
      'The headache was relieved by over-the-counter analgesics.',
      'Severe headache for 3 days, worsened by dim light, not relieved by over-the-counter analgesics.',
    ],
    [
      'Die Arbeitgeberin muss die Arbeitnehmerin unter Fortzahlung der Vergütung freistellen.',
      'Nach der Kündigung darf die Arbeitgeberin die Arbeitnehmerin unter Fortzahlung der Vergütung freistellen.',
    ],
  ])('contradicts "%s", which the page denies or only permits', (sentence, page) => {
    expect(check(sentence, page).verdict).toBe('contradicted')
  })

  test.each([
    ['His potassium on 5 June 2025 was 5.4 mmol/L.', LABORATORY],
    ['His potassium on 5 June was about 5.9 mmol/L.', LABORATORY],
    ['His urinary potassium on 5 June was 30 mmol/L.', LABORATORY],
    ['On 5 June 2025 potassium was 5.9 mmol/L.', TABLE_CELLS],
    ['The CRP on 5 June was 8 mg/L.', `${LABORATORY}\n\nA second sample of 5 June had a CRP of 8 mg/L.`],
    ['Before admission he took torasemide 20 mg once daily.', MEDICINES],
    ['He takes torasemide 40 mg a day.', MEDICINES],
    ['There is no tremor in the left hand.', 'Examination: resting tremor in right hand, cogwheel rigidity.'],
    ['The tremor is in the left hand.', 'Resting tremor in right hand. Slight tremor in left hand.'],
    ['She left hospital on 5 June with a tremor.', 'Resting tremor in right hand.'],
    ['Her father had hypertension.', FAMILY],
    ['Her brother had type 2 diabetes.', FAMILY],
    ['The rent is payable to the Landlord each quarter.', 'The rent is payable by the Tenant each quarter.'],
    ['He took $13,000 in July.', 'He took $30,000 from the relief budget in August.'],
    [
      'Her T3 and T4 were raised and TSH suppressed.',
      'Hyperthyroidism confirmed by elevated T3/T4 levels and suppressed TSH.',
    ],
    ['The tenant has paid the rent.', 'The tenant has not paid the rent for June.'],
    [
      'He has a family history of heart disease.',
      'Family History: Father had an ulcer. No family history of gastric cancer.',
    ],
    ['Aspirin 100 mg was stopped.', 'Medicines\n- Aspirin 100 mg (stopped)'],
  ])('does not contradict "%s"', (sentence, page) => {
    expect(check(sentence, page).verdict).not.toBe('contradicted')
  })
})

test('a sentence that has its day from a page is not missing because its words are other', () => {
  const page = 'Patient discharged on 15th April with instructions for medications and follow-up in 1 week.'
  expect(check('She went home on 15 April and is to be seen again in a week.', page).verdict).toBe('not-checkable')
})

test("what a writer's client did is a fact, and what the client says is an opinion", () => {
  const page = 'The Tenant gave notice on 19 September 2025 to end the lease on 24 March 2026.'
  expect(check('Our client gave notice on 19 September 2025 to end the lease.', page).said?.code).not.toBe('opinion')
  expect(check('Our client denies that notice was given on 19 September 2025.', page).said?.code).toBe('opinion')
})
