import { CLINICAL_FORMULAS } from './clinical-formulas.ts'
import { CLINICAL_MEDICINES } from './clinical-medicines.ts'
import { CLINICAL_ORGANS } from './clinical-organs.ts'
import { CLINICAL_SCORES } from './clinical-scores.ts'
import type { ComparedCalculator } from './compared-calculator.ts'
import { DEMO_PACK } from './demo-pack.ts'
import { LEGAL_DAYS } from './legal-days.ts'
import { LEGAL_PERIODS } from './legal-periods.ts'

export const COMPARED_CALCULATORS: readonly ComparedCalculator[] = [
  ...DEMO_PACK,
  ...CLINICAL_SCORES,
  ...CLINICAL_ORGANS,
  ...CLINICAL_FORMULAS,
  ...CLINICAL_MEDICINES,
  ...LEGAL_DAYS,
  ...LEGAL_PERIODS,
]
