import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absentFacts } from '../../checks/absent-facts.ts'

test.each([
  ['The dose is 125 mg.', 'The dose is 125 micrograms.', '125 mg'],
  ['She was given 5 g of morphine.', 'She was given 5 mg of morphine.', '5 g'],
  ['She was given 5 mg of morphine.', 'She was given .5 mg of morphine.', '5'],
  ['The price was £5 million.', 'The price was £5 thousand.', '£5 million'],
  ['The rent is £900 per week.', 'The rent is £900 per month.', '£900 per week'],
  ['The T-score was 2.5.', 'The T-score was -2.5.', '2.5'],
  ['The T-score was -2.5.', 'The T-score was 2.5.', '-2.5'],
  ['It weighs 70 lb.', 'It weighs 70 kg.', '70 lb'],
  ['He must answer within 14 days.', 'He must answer within 14 business days.', '14 days'],
  ['The plan is capped at 2000 hours.', 'The plan is capped at 2,000 minutes.', '2000 hours'],
  ['Notice is three months.', 'Notice is three weeks.', 'three months'],
  ['The haemoglobin was 12 g/L.', 'The haemoglobin was 12 g/dL.', '12 g/L'],
  ['He owes $900.', 'He owes £900.', '$900'],
  ['Interest is 5 %.', 'Interest is £5.', '5 %'],
  ['Give 5 mg/kg daily.', 'Give 5 mg daily.', '5 mg/kg daily'],
  ['Give 5-10 g.', 'Give 5-10 mg.', '5'],
  ['It holds 0.5 barrels.', 'Half of them hold 7 barrels.', '0.5'],
  ['The hearing is at 2 pm.', 'The hearing is at 2:00 am.', '2 pm'],
  ['The hearing is on 3 May.', 'The hearing is on 3 June 2019.', '3 May'],
  ['The hearing is on 3 May.', 'The hearing may be on 3 June.', '3 May'],
  ['She takes 3 mg.', 'It was on 3 June, at 3 pm.', '3 mg'],
  ['It was signed on 3 May 2019.', 'It was signed on 06/03/2019.', '3 May 2019'],
])(
  'a number with another unit, multiple or sign is absent, and told with its own: %s | %s',
  (sentence, source, absent) => {
    expect(absentFacts(sentence, [source], '')[0]).toBe(absent)
  },
)

test.each([
  ['It was £1.5 million.', 'It was £1,500,000.'],
  ['It was £1,500,000.', 'It was 1.5m euros, no: £1.5m.'],
  ['It was twenty thousand pounds.', 'It was £20,000.'],
  ['It was £20,000.', 'It was twenty thousand pounds.'],
  ['It was £20k.', 'It was GBP 20,000.'],
  ['The term is 24 months.', 'The term is two years.'],
  ['The term is 12 months.', 'The term is of one year.'],
  ['It takes 30 minutes.', 'It takes half an hour.'],
  ['The dose is 0.5 mg.', 'The dose is .5 mg.'],
  ['There were 120 of them.', 'There were one hundred and twenty of them.'],
  ['The dose is 1000 mg.', 'The dose is 1 g.'],
  ['The dose is 125 mcg.', 'The dose is 0.125 mg.'],
  ['He gets 50 percent.', 'He gets half.'],
  ['He gets 50 per cent.', 'He gets 50%.'],
  ['The hearing is at 2 pm.', 'The hearing is at 14:00.'],
  ['The hearing is at 14:00.', 'The hearing is at 2.00 p.m.'],
  ['The hearing is on 3 May.', 'The hearing is on 03/05/2019.'],
  ['The hearing was on 3 May 2019.', 'The hearing was on 03/05/2019.'],
  ['It was in May.', 'It was on 03/05/2019.'],
  ['The dose is 5 to 10 mg a day.', 'The dose is 5-10 mg/day.'],
  ['The dose is 5 mg.', 'The dose is 5–10 mg.'],
  ['The dose is between 5 and 10 mg.', '5 mg to 10 mg are given.'],
  ['She takes 5 mg daily.', 'She takes 5 mg/day.'],
  ['She takes 5 mg daily.', 'She takes 5 mg twice a day.'],
  ['It is a 12-month term.', 'It is a term of twelve (12) months.'],
  ['The rent is £900 a month.', 'Monthly rent: £900'],
  ['The rent is £10,800 a year.', 'The rent is £900 per calendar month.'],
  ['The rent is 900 euros.', 'The rent is €900.'],
  ['The rent is €900.', 'The rent is 900 EUR per month.'],
  ['The potassium was 5.1 mmol/L.', '| potassium | 5.1 |'],
  ['The potassium was 5.1 mmol/L.', 'Potassium - 5.1 mmol/l'],
  ['She is 45 years old.', 'Age: 45'],
  ['The plan is capped at 2000 hours.', 'The plan is capped at 2,000 hours.'],
  ['He must answer within 14 working days.', 'He must answer within 14 business days.'],
  ['Flat 4 Ms Smith paid.', 'Ms Smith of Flat 4 paid.'],
  ['The 45-year-old patient.', 'Age: 45 years'],
  ['The term is 10 years.', 'Term (years): 10'],
  ['The T-score was -2.5.', 'The T-score was −2.5.'],
  ['He lost 5 kg.', 'Weight: -5 kg'],
  ['The clearance is 52 mL/min.', 'The clearance is 52 ml/min/1.73 m².'],
  ['The pulse was 72 bpm.', 'The pulse was 72 beats per minute.'],
  ['The pulse was 72 beats a minute.', 'Pulse 72/min'],
  ['The pressure was 120/80 mmHg.', 'BP 120/80 mm Hg'],
  ['It is 5 feet long.', 'It is 60 inches long.'],
  ['Revenue was £5 million.', '| Revenue (£m) | 5 |'],
  ['The index is 24.5 kg/m2.', 'BMI: 24.5 kg/m²'],
  ['They were 11.2 x 10^9/L.', 'WBC 11.2×10⁹/L'],
  ['The term is 18 months.', 'The term is one and a half years.'],
  ['The term is 18 months.', 'The term is of a year and a half.'],
  ['It takes 3.5 hours.', 'It takes three and a half hours.'],
  ['It takes 48h.', 'It takes two days.'],
  ['It is 5 km.', 'It is 5000 metres.'],
  ['The fever was 38.5 °C.', 'The fever was 38.5.'],
  ['A period of 7 days.', 'A period of one week.'],
  ['The rent is £20 a square foot.', 'The rent is £20 psf.'],
])('a number is held by what says the same in another writing or unit, or has no unit: %s | %s', (sentence, source) => {
  expect(absentFacts(sentence, [source], '')).toEqual([])
})

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function inWords(value: number): string {
  if (value < 20) return ONES[value] ?? ''
  if (value < 100) return `${TENS[Math.floor(value / 10) - 2]}${value % 10 === 0 ? '' : `-${ONES[value % 10]}`}`
  const [size, word] = value < 1000 ? [100, 'hundred'] : value < 1e6 ? [1000, 'thousand'] : [1e6, 'million']
  const rest = value % size
  return `${inWords(Math.floor(value / size))} ${word}${rest === 0 ? '' : `${rest < 100 ? ' and' : ''} ${inWords(rest)}`}`
}

const WAYS: readonly ((value: number) => string)[] = [
  (value) => `£${value}`,
  (value) => `£${value.toLocaleString('en-GB')}`,
  (value) => `${value} pounds`,
  (value) => `${inWords(value)} pounds`,
  (value) => `GBP ${value / 1e6} million`,
  (value) => `£${value / 1000}k`,
  (value) => `£${value / 1e6}m`,
]
const LENGTHS: readonly ((months: number) => string)[] = [
  (months) => `${months} months`,
  (months) => `${months}-month periods`,
  (months) => `${inWords(months)} months`,
  (months) => `${months / 12} years`,
]
const MASSES: readonly ((milligrams: number) => string)[] = [
  (milligrams) => `${milligrams} mg`,
  (milligrams) => `${milligrams}mg`,
  (milligrams) => `${milligrams / 1000} g`.replace(/^0\./, '.'),
  (milligrams) => `${milligrams * 1000} micrograms`,
]
const KINDS = [
  { ways: WAYS, values: fc.integer({ min: 2, max: 9_999_999 }) },
  { ways: LENGTHS, values: fc.integer({ min: 1, max: 100 }).map((years) => years * 12) },
  { ways: MASSES, values: fc.integer({ min: 2, max: 5000 }) },
]
const written = fc
  .constantFrom(...KINDS)
  .chain(({ ways, values }) =>
    fc.record({ one: fc.constantFrom(...ways), other: fc.constantFrom(...ways), value: values, else: values }),
  )

test('a value written in two ways is never absent', () => {
  fc.assert(
    fc.property(written, ({ one, other, value }) => {
      expect(absentFacts(`It is of ${one(value)}.`, [`They agreed on ${other(value)} each.`], '')).toEqual([])
    }),
  )
})

test('another value is absent, however the two are written', () => {
  fc.assert(
    fc.property(written, ({ one, other, value, else: another }) => {
      fc.pre(value !== another)
      expect(absentFacts(`It is of ${one(value)}.`, [`They agreed on ${other(another)} each.`], '')).not.toEqual([])
    }),
  )
})
