/**
 * Read: the table of the CDC guideline of 2022 as reprinted on globalrph.com (milligrams a day; fentanyl patch in micrograms an hour).
 * Read: equivalent oral doses of corticosteroids on gpnotebook.com and primarycarenotebook.com, after the BNF.
 */
const MORPHINE_FACTOR = {
  codeine: 0.15,
  fentanyl_patch: 2.4,
  hydrocodone: 1,
  hydromorphone: 5,
  methadone: 4.7,
  morphine: 1,
  oxycodone: 1.5,
  oxymorphone: 3,
  tapentadol: 0.4,
  tramadol: 0.2,
} as const
export type Opioid = keyof typeof MORPHINE_FACTOR

export function morphineMilligrams(opioid: Opioid, dose: number): number {
  return dose * MORPHINE_FACTOR[opioid]
}

const AS_PREDNISOLONE_5_MG = {
  prednisolone: 5,
  prednisone: 5,
  betamethasone: 0.75,
  cortisone: 25,
  dexamethasone: 0.75,
  deflazacort: 6,
  hydrocortisone: 20,
  methylprednisolone: 4,
  triamcinolone: 4,
} as const
export type Steroid = keyof typeof AS_PREDNISOLONE_5_MG

export function prednisoloneMilligrams(steroid: Steroid, doseMg: number): number {
  return (doseMg * 5) / AS_PREDNISOLONE_5_MG[steroid]
}
