/**
 * Read: the SOFA table as reprinted in the Sepsis-3 definitions (JAMA 2016;315:801; PMC4968574, table 1), after Vincent 1996. It says
 * "6.0-11.9, >12.0" and "3.5-4.9, >5.0": exactly 12.0 and 5.0 stand in no band and are taken as the worse one.
 */
type Organs = {
  readonly oxygenRatioMmHg: number
  readonly ventilated: boolean
  readonly platelets1000PerUl: number
  readonly bilirubinMgDl: number
  readonly meanPressureMmHg: number
  /** Micrograms per kilogram and minute. */
  readonly dopamine: number
  readonly dobutamine: number
  readonly adrenaline: number
  readonly noradrenaline: number
  readonly glasgow: number
  readonly creatinineMgDl: number
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
    bilirubin(one) +
    circulation(one) +
    brain(one) +
    kidneys(one)
  )
}

function lungs({ oxygenRatioMmHg, ventilated }: Organs): number {
  const points = below(oxygenRatioMmHg, [100, 200, 300, 400])
  return ventilated ? points : Math.min(points, 2)
}

function bilirubin({ bilirubinMgDl }: Organs): number {
  return atLeast(bilirubinMgDl, [1.2, 2, 6, 12])
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

function kidneys({ creatinineMgDl, urineMlPerDay }: Organs): number {
  const urine = urineMlPerDay < 200 ? 4 : urineMlPerDay < 500 ? 3 : 0
  return Math.max(urine, atLeast(creatinineMgDl, [1.2, 2, 3.5, 5]))
}

/** 4 points below the first limit, 1 below the last. */
function below(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value < limit).length
}

function atLeast(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length
}
