import { describe, expect, test } from 'vitest'
import { findCandidates } from '../../../assistant/facts/find-candidates.ts'
import { textSegments } from '../../../assistant/facts/text-segments.ts'
import { wantedRelations } from '../../../assistant/facts/wanted-relations.ts'
import { withoutRivals } from '../../../assistant/facts/plan-document.ts'
import { describePacks } from '../../../assistant/rules/kernel/describe-packs.ts'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { inLanguage } from '../../../kb/compile/words/translations.ts'
import { readShippedPack } from '../../kb/read-shipped-pack.ts'

const PACK = compilePacks([readShippedPack('clinical')])
const [english, german] = [PACK, inLanguage(PACK, 'de')].map((words) => describePacks(words, PACK))

/** What stands beside its own words, which is proposed without asking a model. */
function beside(text: string, isGerman = false): readonly string[] {
  if (!english || !german) throw new Error('The pack should have words in both languages.')
  const inWords = isGerman ? { local: german, hasComma: true } : {}
  const relations = wantedRelations(english.relations, english.questions, new Map(), inWords)
  const passage = { text, segments: textSegments(text), section: '', before: '', rank: null }
  const found = withoutRivals(relations.flatMap((relation) => findCandidates(relation, passage)))
  return found.flatMap(({ candidates }) =>
    candidates.flatMap(({ relation, args, isBeside, holds }) =>
      isBeside && holds === 'yes' ? `${relation} ${args.slice(1).join(', ')}` : [],
    ),
  )
}

describe('a letter that nobody tuned to', () => {
  test('gives the first of a list of results, and urea as urea', () => {
    const found = beside('Blood results of 16 May 2026: sodium 138 mmol/L, creatinine 124 micromol/L, urea 9.8 mmol/L.')
    expect(found).toEqual(expect.arrayContaining(['sodium 138 mmol/L', 'creatinine 124 µmol/L', 'urea 9.8 mmol/L']))
    expect(found.join(' ')).not.toContain('urea_nitrogen')
  })

  test('gives both pressures of a pair, the pulse, and a temperature in C', () => {
    expect(
      beside('On examination: pulse 104 beats per minute, blood pressure 146/82 mmHg, temperature 37.9 C.'),
    ).toEqual(
      expect.arrayContaining([
        'heart_rate 104 /min',
        'systolic_pressure 146 mmHg',
        'diastolic_pressure 82 mmHg',
        'temperature 37.9 °C',
      ]),
    )
  })

  test('in German is read in the words of its language, with its comma and its thousands', () => {
    const lab = 'Labor: Kreatinin 1,43 mg/dl, Harnstoff 62 mg/dl, Natrium 131 mmol/l, Bilirubin 2,1 mg/dl, INR 1,6.'
    expect(beside(lab, true)).toEqual(
      expect.arrayContaining([
        'creatinine 1.43 mg/dL',
        'urea 62 mg/dL',
        'sodium 131 mmol/L',
        'bilirubin 2.1 mg/dL',
        'inr 1.6',
      ]),
    )
    const seen = 'Blutdruck 98/58 mmHg, Herzfrequenz 112/min, Temperatur 38,7 °C. Körpergewicht 81,5 kg, Größe 176 cm.'
    expect(beside(seen, true)).toEqual(
      expect.arrayContaining([
        'systolic_pressure 98 mmHg',
        'diastolic_pressure 58 mmHg',
        'heart_rate 112 /min',
        'temperature 38.7 °C',
        'weight 81.5 kg',
        'height 176 cm',
      ]),
    )
    expect(beside('Thrombozyten 142.000/µl.', true)).toEqual(['platelets 142000 /µL'])
    expect(beside('Herr Wolter, geb. 03.11.1950, wurde vom 14.04.2026 bis zum 22.04.2026 behandelt.', true)).toEqual([
      'born 1950-11-03',
    ])
  })
})
