/**
 * Read: corrected sodium after Katz and Hillier on mdcalc.com; corrected calcium (Payne) in both units on healthcalculator.app and
 * achawaqat.com, for the study of 1973. Anion gap is the plain difference; its albumin term (Figge 1998) was not read.
 */
export function correctedCalciumMgDl(calciumMgDl: number, albuminGDl: number): number {
  return calciumMgDl + 0.8 * (4 - albuminGDl)
}

export function correctedCalciumMmolL(calciumMmolL: number, albuminGL: number): number {
  return calciumMmolL + 0.02 * (40 - albuminGL)
}

export function correctedSodium(sodiumMmolL: number, glucoseMgDl: number, by: 'katz' | 'hillier'): number {
  return sodiumMmolL + (by === 'katz' ? 0.016 : 0.024) * (glucoseMgDl - 100)
}

export function anionGap(sodiumMmolL: number, chlorideMmolL: number, bicarbonateMmolL: number): number {
  return sodiumMmolL - chlorideMmolL - bicarbonateMmolL
}

export function albuminCorrectedAnionGap(gapMmolL: number, albuminGDl: number): number {
  return gapMmolL + 2.5 * (4 - albuminGDl)
}
