/** Read: QTc formulas on qtc-calc.netlify.app and complete.tools; BSA on globalrph.com (Mosteller 1987, Du Bois 1916). BMI: kg/m². */
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
