/**
 * Read: CKD-EPI 2021 on kidney.org and qxmd.com. Cockcroft-Gault is stated as commonly printed, (140 - age) x weight / (72 x
 * creatinine), 0.85 for women; the paper of 1976 was not read.
 */
export function cockcroftGault(ageYears: number, weightKg: number, creatinineMgDl: number, female: boolean): number {
  return (((140 - ageYears) * weightKg) / (72 * creatinineMgDl)) * (female ? 0.85 : 1)
}

export function ckdEpi2021(ageYears: number, creatinineMgDl: number, female: boolean): number {
  const ratio = creatinineMgDl / (female ? 0.7 : 0.9)
  const bent = Math.min(ratio, 1) ** (female ? -0.241 : -0.302) * Math.max(ratio, 1) ** -1.2
  return 142 * bent * 0.9938 ** ageYears * (female ? 1.012 : 1)
}
