import type { ComparedCalculator } from './compared-calculator.ts'
import { DEMO_PACK } from './demo-pack.ts'

export const COMPARED_CALCULATORS: readonly ComparedCalculator[] = [...DEMO_PACK]
