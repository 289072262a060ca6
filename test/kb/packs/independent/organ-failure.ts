/**
 * Read: the SOFA table as reprinted in the Sepsis-3 definitions (JAMA 2016;315:801; PMC4968574, table 1), after Vincent 1996. It says
 * "6.0-11.9, >12.0" and "3.5-4.9, >5.0": exactly 12.0 and 5.0 stand in no band and are taken as the worse one. In µmol/L it says 20-32,
 * 33-101, 102-204, >204 and 110-170, 171-299, 300-440, >440; below 110 the printed 1.2 mg/dL (106.1 µmol/L) counts already.
 */
export type Measured = { readonly amount: number; readonly unit: 'mg/dL' | 'µmol/L' }

type Organs = {
  readonly oxygenRatioMmHg: number
  readonly ventilated: boolean
  readonly platelets1000PerUl: number
  readonly bilirubin: Measured
  readonly meanPressureMmHg: number
  /** Micrograms per kilogram and minute. */
  readonly dopamine: number
  readonly dobutamine: number
  readonly adrenaline: number
  readonly noradrenaline: number
  readonly glasgow: number
  readonly creatinine: Measured
  readonly urineMlPerDay: number
}

/** PaO2 by the fraction breathed in, in mmHg. */
export function oxygenRatio(pao2MmHg: number, fio2Percent: number): number {
  return pao2MmHg / (fio2Percent / 100)
}

export function sofa(one: Organs): number {
  return (
    lungs(one) +
    below(one.platelets1000PerUl, [20, 50, 100, 150]) +
    pigment(one.bilirubin) +
    circulation(one) +
    brain(one) +
    kidneys(one)
  )
}

function lungs({ oxygenRatioMmHg, ventilated }: Organs): number {
  const points = below(oxygenRatioMmHg, [100, 200, 300, 400])
  return ventilated ? points : Math.min(points, 2)
}

function pigment({ amount, unit }: Measured): number {
  return atLeast(amount, unit === 'mg/dL' ? [1.2, 2, 6, 12] : [20, 33, 102, 205])
}

function circulation(one: Organs): number {
  if (one.dopamine > 15 || one.adrenaline > 0.1 || one.noradrenaline > 0.1) return 4
  if (one.dopamine > 5 || one.adrenaline > 0 || one.noradrenaline > 0) return 3
  if (one.dopamine > 0 || one.dobutamine > 0) return 2
  return one.meanPressureMmHg < 70 ? 1 : 0
}

function brain({ glasgow }: Organs): number {
  return below(glasgow, [6, 10, 13, 15])
}

/** In whole µmol/L, or mg/dL with one digit after the point. */
function kidneys({ creatinine, urineMlPerDay }: Organs): number {
  const urine = urineMlPerDay < 200 ? 4 : urineMlPerDay < 500 ? 3 : 0
  const limits = creatinine.unit === 'mg/dL' ? [1.2, 2, 3.5, 5] : [107, 171, 300, 441]
  return Math.max(urine, atLeast(creatinine.amount, limits))
}

/** 4 points below the first limit, 1 below the last. */
function below(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value < limit).length
}

function atLeast(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length
}
