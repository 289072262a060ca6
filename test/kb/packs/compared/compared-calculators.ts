import { CLINICAL_EMBOLISM } from './clinical-embolism.ts'
import { CLINICAL_FORMULAS } from './clinical-formulas.ts'
import { CLINICAL_MEDICINES } from './clinical-medicines.ts'
import { CLINICAL_ORGANS } from './clinical-organs.ts'
import { CLINICAL_SCORES } from './clinical-scores.ts'
import type { ComparedCalculator } from './compared-calculator.ts'
import { DEMO_PACK } from './demo-pack.ts'
import { LEGAL_AGREEMENTS } from './legal-agreements.ts'
import { LEGAL_DAYS } from './legal-days.ts'
import { LEGAL_INTEREST } from './legal-interest.ts'
import { LEGAL_PERIODS } from './legal-periods.ts'

export const COMPARED_CALCULATORS: readonly ComparedCalculator[] = [
  ...DEMO_PACK,
  ...CLINICAL_SCORES,
  ...CLINICAL_EMBOLISM,
  ...CLINICAL_ORGANS,
  ...CLINICAL_FORMULAS,
  ...CLINICAL_MEDICINES,
  ...LEGAL_DAYS,
  ...LEGAL_PERIODS,
  ...LEGAL_AGREEMENTS,
  ...LEGAL_INTEREST,
]
