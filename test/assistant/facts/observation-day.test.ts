import { describe, expect, test } from 'vitest'
import { dayOfUndated } from '../../../assistant/facts/observation-day.ts'

const DAYS = { own: '2025-06-03', admission: '2025-05-20', discharge: '2025-06-02' }

/** Of the first number in the text. */
function dayOf(text: string): string | null {
  const start = text.search(/\d/)
  const end = start + (/^[\d.]+/.exec(text.slice(start))?.[0].length ?? 0)
  return dayOfUndated(text, { start, end }, DAYS)
}

describe('the day of a value that has no day beside it', () => {
  test.each([
    'Weight: 58 kg',
    'Her weight is 58.5 kg and her height 161 cm.',
    'Weight 86.8 kg (86.1 kg on discharge).',
    '- Serum creatinine: 118 µmol/L',
  ])('is that of its document in %j', (text) => {
    expect(dayOf(text)).toBe(DAYS.own)
  })

  test('is that of the admission or the discharge where its sentence says so', () => {
    expect(dayOf('On admission: pulse 104 a minute, irregular; weight 92.4 kg.')).toBe(DAYS.admission)
    expect(dayOf('On discharge his weight is 86.1 kg.')).toBe(DAYS.discharge)
    expect(dayOf('Weight 92 kg on admission, 86 kg on discharge.')).toBeNull()
  })

  test.each([
    'Creatinine: 88 µmol/L (01/02/2019)',
    'Weight: 92 kg (12/3/19)',
    'Creatinine: 88 µmol/L (Jan 2024)',
    'Creatinine | 310 | 98',
    'Weight\t92 kg\t58 kg',
    'Day 3 sodium: 121 mmol/L',
    'Systolic 82 mmHg when he arrived in the emergency department',
    'Admission weight 92 kg',
    'Weight when admitted: 92 kg',
    'Pre-operative weight: 92 kg',
    'Post-op creatinine: 150 µmol/L',
    'On arrival weight 92 kg',
    'Worst creatinine 310 µmol/L',
    'Target weight 80 kg',
    'Creatinine: 300 → 150 µmol/L',
    'At her first visit the weight was 92 kg.',
    '98 µmol/L on admission to the clinic list, creatinine',
    'In 2019 weight 92 kg',
  ])('is none in %j', (text) => {
    expect(dayOf(text)).toBeNull()
  })
})
