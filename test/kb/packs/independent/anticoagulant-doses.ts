/**
 * Doses of US labels. Read: enoxaparin as restated from its label on droracle.ai (30 mL/min). DOAC in atrial fibrillation by kidneys in
 * Cleve Clin J Med, table 2, and Eur Heart J 2018;39:2314 (PMC6012907, tables 1 and 2), which put 50 mL/min itself into the lower band of
 * rivaroxaban and edoxaban. Dabigatran with a P-gp inhibitor as in the US column of Joosten's table 8.1 (publicatie-online.nl 175307).
 * Labels themselves were not read.
 */
export type Dose = { readonly milligrams: number; readonly timesADay: number }

/** Treatment of thrombosis, as its US label has it. */
export function enoxaparinTreatment(weightKg: number, clearanceMlMin: number): Dose {
  return { milligrams: weightKg, timesADay: clearanceMlMin < 30 ? 1 : 2 }
}

/** Of medical patients, as the US label has it. */
export function enoxaparinProphylaxis(clearanceMlMin: number): Dose {
  return { milligrams: clearanceMlMin < 30 ? 30 : 40, timesADay: 1 }
}

/** In hip or knee replacement, as the US label has it. */
export function enoxaparinJoint(clearanceMlMin: number): Dose {
  return clearanceMlMin < 30 ? { milligrams: 30, timesADay: 1 } : { milligrams: 30, timesADay: 2 }
}

type Patient = {
  readonly ageYears: number
  readonly weightKg: number
  readonly creatinineMgDl: number
  readonly clearanceMlMin: number
  /** Chronic or now. */
  readonly dialysis: boolean
}

const hasNoDose = ({ clearanceMlMin, dialysis }: Patient) => dialysis || clearanceMlMin < 15

/** Null: no dose is given below 15 mL/min ("not studied"). */
export function apixaban(one: Patient): Dose | null {
  if (hasNoDose(one)) return null
  const reasons = [one.ageYears >= 80, one.weightKg <= 60, one.creatinineMgDl >= 1.5].filter(Boolean).length
  return { milligrams: reasons >= 2 ? 2.5 : 5, timesADay: 2 }
}

export function rivaroxaban(one: Patient): Dose | null {
  return hasNoDose(one) ? null : { milligrams: one.clearanceMlMin <= 50 ? 15 : 20, timesADay: 1 }
}

/** Not above 95 mL/min either. */
export function edoxaban(one: Patient): Dose | null {
  if (hasNoDose(one) || one.clearanceMlMin > 95) return null
  return { milligrams: one.clearanceMlMin <= 50 ? 30 : 60, timesADay: 1 }
}

/** `inhibitor`: dronedarone or systemic ketoconazole, which halve it from 30 to 50 mL/min; any P-gp inhibitor rules it out below 30. */
export function dabigatran(one: Patient, inhibitor: 'none' | 'strong' | 'other'): Dose | null {
  if (hasNoDose(one)) return null
  if (one.clearanceMlMin < 30) return inhibitor === 'none' ? { milligrams: 75, timesADay: 2 } : null
  const isHalved = inhibitor === 'strong' && one.clearanceMlMin <= 50
  return { milligrams: isHalved ? 75 : 150, timesADay: 2 }
}
