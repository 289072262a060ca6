/**
 * Read: QTc formulas on qtc-calc.netlify.app and complete.tools; BSA on globalrph.com (Mosteller 1987, Du Bois 1916). BMI: kg/m².
 * Ideal and adjusted weight as in samples/reference/clinical-formulas.md; Devine 1974 was not read.
 */
export function qtcBazett(qtMs: number, pulsePerMinute: number): number {
  return qtMs / Math.sqrt(60 / pulsePerMinute)
}

export function qtcFridericia(qtMs: number, pulsePerMinute: number): number {
  return qtMs / Math.cbrt(60 / pulsePerMinute)
}

export function bodyMassIndex(weightKg: number, heightCm: number): number {
  return weightKg / (heightCm / 100) ** 2
}

export function bodySurfaceMosteller(weightKg: number, heightCm: number): number {
  return Math.sqrt((heightCm * weightKg) / 3600)
}

export function bodySurfaceDuBois(weightKg: number, heightCm: number): number {
  return 0.007184 * heightCm ** 0.725 * weightKg ** 0.425
}

const CM_AN_INCH = 2.54

/** Devine: for each inch above five feet. Null below that height, for which the formula says nothing. */
export function idealWeightKg(heightCm: number, female: boolean): number | null {
  const inchesAbove = heightCm / CM_AN_INCH - 60
  return inchesAbove < 0 ? null : (female ? 45.5 : 50) + 2.3 * inchesAbove
}

/** Null where there is no ideal weight, or nothing above it. */
export function adjustedWeightKg(weightKg: number, heightCm: number, female: boolean): number | null {
  const ideal = idealWeightKg(heightCm, female)
  return ideal === null || weightKg <= ideal ? null : ideal + 0.4 * (weightKg - ideal)
}
