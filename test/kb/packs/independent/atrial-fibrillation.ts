/**
 * Read: CHA2DS2-VASc and HAS-BLED as tabulated in Stroke 2014;45:3754 (PMC5020564, table 3); definitions of HAS-BLED in
 * Can Fam Physician 2012;58:850 (PMC3418985, table 3: creatinine above 200 µmol/L) and in J Am Board Fam Med, table 2 (jabfm.org 9515: from
 * 200 µmol/L, which is followed, as Fac Rev 2022, table 3, quotes the definition so). Not read: Lip 2010 and Pisters 2010 themselves.
 */
type StrokeRisk = {
  readonly ageYears: number
  readonly female: boolean
  readonly heartFailure: boolean
  readonly hypertension: boolean
  readonly diabetes: boolean
  readonly strokeOrEmbolism: boolean
  readonly vascularDisease: boolean
}

export function cha2ds2vasc(one: StrokeRisk): number {
  const age = one.ageYears >= 75 ? 2 : one.ageYears >= 65 ? 1 : 0
  const single = [one.female, one.heartFailure, one.hypertension, one.diabetes, one.vascularDisease]
  return age + single.filter(Boolean).length + (one.strokeOrEmbolism ? 2 : 0)
}

type BleedingRisk = {
  readonly ageYears: number
  readonly uncontrolledHypertension: boolean
  readonly abnormalKidneys: boolean
  readonly abnormalLiver: boolean
  readonly stroke: boolean
  readonly bleeding: boolean
  readonly labileInr: boolean
  readonly bleedingDrugs: boolean
  readonly alcohol: boolean
}

/** Older than 65, not 65. */
export function hasBled({ ageYears, ...others }: BleedingRisk): number {
  return Object.values(others).filter(Boolean).length + (ageYears > 65 ? 1 : 0)
}
