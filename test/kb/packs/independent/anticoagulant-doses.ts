/**
 * Read: enoxaparin as restated from its US label on droracle.ai (30 mL/min). DOAC by kidneys in Cleve Clin J Med, table 2 (US) and
 * Clin Cardiol 2019 (PMC6671778, table 3: Europe). Labels themselves were not read, and the European limits of apixaban
 * (2.5 mg from 15 to 29 mL/min), edoxaban (15 to 50) and dabigatran (not below 30) rest on these tables.
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

type Patient = {
  readonly ageYears: number
  readonly weightKg: number
  readonly creatinineMgDl: number
  readonly clearanceMlMin: number
  /** Verapamil for dabigatran; ciclosporin, dronedarone, erythromycin or ketoconazole for edoxaban. */
  readonly interacting: boolean
}

/** Atrial fibrillation, Europe; null: not recommended, or contraindicated. */
export function apixabanEurope(one: Patient): Dose | null {
  if (one.clearanceMlMin < 15) return null
  const reasons = [one.ageYears >= 80, one.weightKg <= 60, one.creatinineMgDl >= 1.5].filter(Boolean).length
  return { milligrams: reasons >= 2 || one.clearanceMlMin < 30 ? 2.5 : 5, timesADay: 2 }
}

/** Atrial fibrillation, as its US label has it: by two of three, whatever the clearance. */
export function apixabanUs(one: Patient): Dose {
  const reasons = [one.ageYears >= 80, one.weightKg <= 60, one.creatinineMgDl >= 1.5].filter(Boolean).length
  return { milligrams: reasons >= 2 ? 2.5 : 5, timesADay: 2 }
}

export function rivaroxabanEurope({ clearanceMlMin }: Patient): Dose | null {
  if (clearanceMlMin < 15) return null
  return { milligrams: clearanceMlMin < 50 ? 15 : 20, timesADay: 1 }
}

export function edoxabanEurope(one: Patient): Dose | null {
  if (one.clearanceMlMin < 15) return null
  return { milligrams: one.clearanceMlMin <= 50 || one.weightKg <= 60 || one.interacting ? 30 : 60, timesADay: 1 }
}

export function dabigatranEurope(one: Patient): Dose | null {
  if (one.clearanceMlMin < 30) return null
  return { milligrams: one.ageYears >= 80 || one.interacting ? 110 : 150, timesADay: 2 }
}
