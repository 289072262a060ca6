import { cha2ds2vasc } from '../independent/atrial-fibrillation.ts'
import { cockcroftGault } from '../independent/kidneys.ts'
import type { ComparedCalculator } from './compared-calculator.ts'
import { AS_OF, drawNumber, saysWhether } from './draw.ts'

const born = (ageYears: number) => `born(patient, ${2026 - ageYears}-01-15)`

/** The two calculators of the sample pack: what the comparison itself is tried on. */
export const DEMO_PACK: readonly ComparedCalculator[] = [
  {
    pack: 'af-demo',
    name: 'cha2ds2vasc',
    within: 0,
    draw(random) {
      const ageYears = drawNumber(random, 18, 99)
      const female = random.chance(0.5)
      const [heartFailure, hypertension, diabetes, strokeOrEmbolism, vascularDisease] = Array.from({ length: 5 }, () =>
        random.chance(0.5),
      ) as [boolean, boolean, boolean, boolean, boolean]
      const risks = { heartFailure, hypertension, diabetes, strokeOrEmbolism, vascularDisease }
      return {
        asOf: AS_OF,
        expected: String(cha2ds2vasc({ ageYears, female, ...risks })),
        facts: [
          born(ageYears),
          `sex(patient, ${female ? 'female' : 'male'})`,
          saysWhether(heartFailure, 'has(patient, heart_failure)'),
          saysWhether(hypertension, 'has(patient, hypertension)'),
          saysWhether(diabetes, 'has(patient, diabetes)'),
          saysWhether(strokeOrEmbolism, 'has(patient, stroke)'),
          saysWhether(vascularDisease, 'has(patient, vascular)'),
        ],
      }
    },
  },
  {
    pack: 'af-demo',
    name: 'creatinine_clearance',
    within: 1e-6,
    draw(random) {
      const ageYears = drawNumber(random, 18, 99)
      const female = random.chance(0.5)
      const weightKg = drawNumber(random, 40, 150, 1)
      const creatinineMgDl = drawNumber(random, 0.4, 8, 2)
      return {
        asOf: AS_OF,
        expected: cockcroftGault(ageYears, weightKg, creatinineMgDl, female),
        facts: [
          born(ageYears),
          `sex(patient, ${female ? 'female' : 'male'})`,
          `weight(patient, ${weightKg} kg)`,
          `creatinine(patient, ${creatinineMgDl} mg/dL)`,
        ],
      }
    },
  },
]
