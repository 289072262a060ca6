/**
 * Read: the MELD 3.0 formula with its sex term and the creatinine ceiling of 3.0 in the openEHR application "MELD_3_0 v.3.1"
 * (modelling.cds-platform.com), which quotes Kim 2021. The floors of 1.0, sodium 125 to 137 and albumin 1.5 to 3.5 are from
 * memory of OPTN policy 9, and whether the score is capped (6 to 40) differs by publisher: the raw rounded value is given.
 * Read: Child-Pugh as tabulated in Cleve Clin J Med (ccjm.org, table 1) and the MSD Manual (2.8 to 3.5 g/dL; others use 3.0).
 */
const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)

type Meld = {
  readonly female: boolean
  readonly bilirubinMgDl: number
  readonly sodiumMmolL: number
  readonly inr: number
  readonly creatinineMgDl: number
  readonly albuminGDl: number
  readonly dialysis: boolean
}

export function meld3(one: Meld): number {
  const bilirubin = Math.log(Math.max(one.bilirubinMgDl, 1))
  const inr = Math.log(Math.max(one.inr, 1))
  const creatinine = Math.log(one.dialysis ? 3 : clamp(one.creatinineMgDl, 1, 3))
  const lackOfSodium = 137 - clamp(one.sodiumMmolL, 125, 137)
  const lackOfAlbumin = 3.5 - clamp(one.albuminGDl, 1.5, 3.5)
  const score =
    (one.female ? 1.33 : 0) +
    4.56 * bilirubin +
    0.82 * lackOfSodium -
    0.24 * lackOfSodium * bilirubin +
    9.09 * inr +
    11.14 * creatinine +
    1.85 * lackOfAlbumin -
    1.83 * lackOfAlbumin * creatinine +
    6
  return Math.round(score)
}

type ChildPugh = {
  readonly bilirubinMgDl: number
  readonly albuminGDl: number
  readonly inr: number
  readonly ascites: 'none' | 'mild' | 'moderate'
  readonly encephalopathy: 'none' | 'grade 1-2' | 'grade 3-4'
}

export function childPugh(one: ChildPugh): { readonly points: number; readonly grade: 'A' | 'B' | 'C' } {
  const band = (value: number, low: number, high: number) => (value < low ? 1 : value <= high ? 2 : 3)
  const points =
    band(one.bilirubinMgDl, 2, 3) +
    (4 - band(one.albuminGDl, 2.8, 3.5)) +
    band(one.inr, 1.7, 2.3) +
    { none: 1, mild: 2, moderate: 3 }[one.ascites] +
    { none: 1, 'grade 1-2': 2, 'grade 3-4': 3 }[one.encephalopathy]
  return { points, grade: points <= 6 ? 'A' : points <= 9 ? 'B' : 'C' }
}
