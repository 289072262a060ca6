import { describe, expect, test } from 'vitest'
import { check } from './check-one-sentence.ts'

/** By the kind of mistake that each would be: what a page says, and what a writer may truly say of it, or besides it. */
const TRUE_OF: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a finding denied of one part of the body, or on one day': [
    ['The knee is stable. No effusion.', 'He has a pleural effusion.'],
    ['Legs warm. No oedema.', 'She has pulmonary oedema.'],
    ['The wrist was X-rayed. No fracture.', 'He has a rib fracture.'],
    ['No diabetes.', 'She has diabetes insipidus.'],
    ['She does not have diabetes.', 'She has diabetes insipidus.'],
    ['Keine Ödeme. Fußpulse tastbar.', 'Er hat periphere Ödeme.'],
    ['No fever. On day 3 the temperature rose to 39.1.', 'She has fever.'],
    ['3 May 2022: No fever.\n\n5 May 2022: Temperature 39.1.', 'She has fever.'],
    ['He has a pleural effusion.', 'No effusion.'],
    ['The wrist was X-rayed. No fracture.', 'He has a fracture.'],
    ['Left knee:\nNo swelling.', 'She has swelling.'],
  ],
  'an allergy to no medicine': [
    ['No known drug allergies.', 'He is allergic to pollen.'],
    ['NKDA', 'He is allergic to pollen.'],
    ['He is allergic to pollen.', 'He has no known drug allergies.'],
  ],
  'one side of both': [
    [
      'He complained of pain in both knees after the fall on 3 May.',
      'He complained of pain in the left knee after the fall on 3 May.',
    ],
    [
      'Both contracts were signed by the director on 3 May 2022.',
      'The left contract was signed by the director on 3 May 2022.',
    ],
    ['Bilateral effusions were seen on the film of 3 May 2022.', 'Left effusions were seen on the film of 3 May 2022.'],
    [
      'Beide Knie waren nach dem Sturz am 3. Mai geschwollen.',
      'Das linke Knie war nach dem Sturz am 3. Mai geschwollen.',
    ],
    [
      'Beidseitige Ergüsse wurden in der Aufnahme vom 3. Mai gesehen.',
      'Linksseitige Ergüsse wurden in der Aufnahme vom 3. Mai gesehen.',
    ],
  ],
  'who leaves one place for another': [
    ['She was transferred to the stroke unit on 4 May 2022.', 'She was admitted to the stroke unit on 4 May 2022.'],
    ['She was discharged to the nursing home on 9 May 2022.', 'She was admitted to the nursing home on 9 May 2022.'],
    ['Er wurde am 4. Mai auf die Intensivstation verlegt.', 'Er wurde am 4. Mai auf die Intensivstation aufgenommen.'],
    ['Er wurde am 9. Mai in das Pflegeheim entlassen.', 'Er wurde am 9. Mai in das Pflegeheim aufgenommen.'],
    ['He left the ward for the garden of the clinic at noon.', 'He entered the garden of the clinic at noon.'],
    ['The ship left Hamburg for London on 3 May 2022.', 'The ship arrived in London from Hamburg on 3 May 2022.'],
    ['The witness left the shop at noon on 3 May 2022.', 'The witness arrived at the shop at noon on 3 May 2022.'],
  ],
  'what is left of a phrase': [
    [
      'The pain of the shoulder improved after physiotherapy in May.',
      'The pain of the shoulder improved with physiotherapy in May.',
    ],
    [
      'The community nurse changed the dressing on 3 May 2022.',
      'The hospital nurse changed the dressing on 3 May 2022.',
    ],
    [
      'Die Schmerzen besserten sich nach der Physiotherapie im Mai.',
      'Die Schmerzen besserten sich zu der Physiotherapie im Mai.',
    ],
    [
      'The goods were delivered on the day of the payment in May.',
      'The goods were delivered within the day of the payment in May.',
    ],
  ],
  'an act on a medicine before or after another': [
    ['Ramipril was given for high blood pressure. It was stopped on 3 June.', 'Ramipril was started.'],
    ['Started: amlodipine.', 'Amlodipine was increased.'],
    ['Ramipril was stopped on 3 June.', 'Ramipril was increased on 1 May.'],
    ['Ramipril was started in 2019.', 'Ramipril was stopped in 2021.'],
    [
      'The patient was admitted on 3 May 2022 to the ward for the operation of the hip.',
      'The patient was discharged on 5 May 2022 from the ward after the operation of the hip.',
    ],
    ['Stopped: amlodipine.', 'Amlodipine was increased.'],
    ['She takes ramipril in the morning. It was stopped on 3 June.', 'Ramipril was reduced.'],
    ['Ramipril was increased.', 'Ramipril was started.'],
    ['Ramipril was increased by her GP.', 'Ramipril was started by her GP.'],
    ['Ramipril was stopped.', 'Ramipril was started.'],
    ['Ramipril was reduced.', 'Ramipril was increased.'],
    ['Ramipril wurde erhöht.', 'Ramipril wurde angesetzt.'],
    ['| Bisoprolol | 2.5 mg | Increased |', 'Bisoprolol was started.'],
    ['Bisoprolol: stopped', 'Bisoprolol was started.'],
  ],
  'a state that was over before another began': [
    ['The invoice was paid.', 'The invoice was unpaid.'],
    ['The lease was terminated.', 'The lease was in force.'],
    ['The appeal was dismissed.', 'The appeal was pending.'],
    ['Her pain worsened.', 'Her pain improved.'],
    ['Mr Roe is divorced.', 'Mr Roe was married.'],
    ['Die Rechnung wurde bezahlt.', 'Die Rechnung war offen.'],
  ],
  'a place of a town': [
    [
      'The meeting was held in London in the house of the chairman.',
      'The meeting was held in Chelsea in the house of the chairman.',
    ],
    [
      'The parties met in New York on the first day of the month.',
      'The parties met in Brooklyn on the first day of the month.',
    ],
  ],
  'a year of birth that a page gives with its day': [
    ['Name: M. Okafor\nDate of birth: 3 May 1962', 'Ms Okafor was born in 1962.'],
    ['Name: M. Okafor\nGeburtsdatum: 03.05.1962', 'Frau Okafor ist 1962 geboren.'],
  ],
  'a sentence turned at two places at once': [
    ['The pain was worse before the operation on the hip.', 'The pain was better after the operation on the hip.'],
    ['The majority of the members voted for the motion.', 'A minority of the members voted against the motion.'],
    [
      'The tenant may sublet the flat with the consent of the landlord.',
      'The tenant may not sublet the flat without the consent of the landlord.',
    ],
  ],
  'what is so in part': [
    [
      'The appeal was allowed in part by the court on 3 May.',
      'The appeal was dismissed in part by the court on 3 May.',
    ],
    ['The invoice of 3 May 2022 was partly paid.', 'The invoice of 3 May 2022 was partly unpaid.'],
    ['Der Klage wurde vom Gericht teilweise stattgegeben.', 'Die Klage wurde vom Gericht teilweise abgewiesen.'],
    [
      'The claim was partially allowed by the court on 3 May.',
      'The claim was partially dismissed by the court on 3 May.',
    ],
  ],
  'two things compared the other way about': [
    [
      'The blood pressure is higher in the left arm compared with the right.',
      'The blood pressure is lower in the right arm compared with the left.',
    ],
    ['The ECG was done before the echocardiogram.', 'The echocardiogram was done after the ECG.'],
    ['Das EKG wurde vor dem Echo geschrieben.', 'Das Echo wurde nach dem EKG geschrieben.'],
    [
      'The ECG of the patient was done on the ward before the echocardiogram.',
      'The echocardiogram of the patient was done on the ward after the ECG.',
    ],
  ],
}

describe.each(Object.entries(TRUE_OF))('%s', (_, pairs) => {
  test.each(pairs)('"%s" does not say otherwise than "%s"', (page, sentence) => {
    expect(check(sentence, page).verdict).not.toMatch(/contradicted|nowhere/)
  })
})

test.each([
  ['The pain was felt in the left knee after the fall.', 'The pain was felt in both knees after the fall.'],
  ['He has no known drug allergies.', 'He is allergic to penicillin.'],
  ['Ramipril was stopped on 3 June 2022.', 'Ramipril was stopped on 5 June 2022.'],
  ['Ramipril was stopped on 3 June.', 'Ramipril was started on 3 June.'],
  ['Ramipril was stopped.', 'Ramipril was continued.'],
  ['Naproxen, spironolactone and ramipril were stopped on 3 June.', 'Ramipril was continued.'],
  [
    'Payment of service charge is not a condition of the right to break (clause 12.3).',
    'Payment of the Service Charge is a condition of the right to break.',
  ],
  [
    'Payment of service charge is not a condition of the right to break (clause 12.3).',
    'By clause 12.3, payment of the Service Charge is a condition of the right to break.',
  ],
  ['Review Date\t25 March 2026\nBreak Date\t24 March 2026', 'The Break Date is 24 March 2027.'],
  ['Annual Rent\t£38,400 a year', 'The Annual Rent is £39,400 a year.'],
  [
    "Our surveyor, Mr Ivo Sandham, inspected on 11 September 2025. The shopfront needs repainting.\n\n| 11 September 2025 | Landlord's surveyor, Mr Sandham, inspects |",
    'Your surveyor, Mr Igor Bellweather, inspected on 11 September 2025.',
  ],
  ['Ramipril was increased.', 'Ramipril was unchanged.'],
  ['The invoice was paid.', 'The invoice is unpaid.'],
  ['The lease was terminated.', 'The lease is in force.'],
  ['The appeal was dismissed.', 'The appeal is pending.'],
  ['Mr Roe is divorced.', 'Mr Roe is married.'],
  ['The culture was negative.', 'The culture was positive.'],
  ['No hypertension. No diabetes.', 'She has diabetes mellitus.'],
  ['She takes ramipril. It was stopped on 3 June 2022.', 'Ramipril was increased on 3 June 2022.'],
  ['Ramipril 5 mg is taken before meals by the patient.', 'Ramipril 5 mg is taken after meals by the patient.'],
  ['The employee works full time for the clinic in Leeds.', 'The employee works part time for the clinic in Leeds.'],
  [
    'The agreement was concluded in good faith by the parties.',
    'The agreement was concluded in bad faith by the parties.',
  ],
  [
    'She was admitted on 3 May 2022 with pneumonia of the left lung.',
    'She was discharged on 3 May 2022 with pneumonia of the left lung.',
  ],
])('"%s" is still contradicted by "%s"', (page, sentence) => {
  expect(check(sentence, page).verdict).toBe('contradicted')
})

test('the words of a value say what the page has instead', () => {
  expect(check('The Break Date is 24 March 2027.', 'Break Date\t24 March 2026').said).toEqual({
    code: 'otherwise',
    written: '24 March 2027',
    stands: '24 March 2026',
  })
})

test('the number of a clause is shown beside no amount', () => {
  const clause =
    '3.1 The Tenant shall pay the Annual Rent by four equal instalments in advance on the Rent Payment Dates, by standing order.'
  const { verdict, said } = check('The Annual Rent of £38,400 is payable by four equal instalments.', clause)
  expect({ verdict, said }).toEqual({ verdict: 'not-checkable', said: { code: 'otherWords' } })
})
