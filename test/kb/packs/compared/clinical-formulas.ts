import type { Random } from '../../random.ts'
import {
  albuminCorrectedAnionGap,
  anionGap,
  correctedCalciumMgDl,
  correctedCalciumMmolL,
  correctedSodium,
} from '../independent/chemistry.ts'
import { cockcroftGault, ckdEpi2021 } from '../independent/kidneys.ts'
import {
  adjustedWeightKg,
  bodyMassIndex,
  bodySurfaceDuBois,
  bodySurfaceMosteller,
  idealWeightKg,
  qtcBazett,
  qtcFridericia,
} from '../independent/measures-of-body.ts'
import type { ComparedCalculator } from './compared-calculator.ts'
import { AS_OF, drawNear, drawNumber, drawPerson } from './draw.ts'

type Drawn = { readonly facts: readonly string[]; readonly expected: number | null }

const formula = (name: string, draw: (random: Random) => Drawn, within = 1e-6): ComparedCalculator => ({
  pack: 'clinical',
  name,
  within,
  draw: (random) => ({ ...draw(random), asOf: AS_OF }),
})

function drawBlood(random: Random) {
  const sodium = drawNumber(random, 110, 170)
  const chloride = drawNumber(random, 70, 130)
  const bicarbonate = drawNumber(random, 5, 45)
  const albuminGDl = drawNumber(random, 1, 6, 1)
  const facts = [
    `sodium(patient, ${sodium} mmol/L)`,
    `chloride(patient, ${chloride} mmol/L)`,
    `bicarbonate(patient, ${bicarbonate} mmol/L)`,
  ]
  return { gap: anionGap(sodium, chloride, bicarbonate), albuminGDl, facts }
}

function drawQt(random: Random) {
  const qtMs = drawNumber(random, 250, 600)
  const pulse = drawNumber(random, 35, 160)
  return { qtMs, pulse, facts: [`qt_interval(patient, ${qtMs} ms)`, `heart_rate(patient, ${pulse} /min)`] }
}

function drawBody(random: Random) {
  const weightKg = drawNumber(random, 30, 180, 1)
  const heightCm = drawNumber(random, 120, 210)
  return { weightKg, heightCm, facts: [`weight(patient, ${weightKg} kg)`, `height(patient, ${heightCm} cm)`] }
}

/** Of whom the weights of the clearance are taken; 60 inches and what lies just around it are drawn too. */
function drawWeights(random: Random) {
  const { ageYears, female, facts: person } = drawPerson(random, 18, 100, [18])
  const heightCm = drawNear(random, 130, 210, [152.4], 1)
  const weightKg = drawNumber(random, 35, 180, 1)
  const creatinineMgDl = drawNumber(random, 0.3, 9, 2)
  return {
    ideal: idealWeightKg(heightCm, female),
    adjusted: adjustedWeightKg(weightKg, heightCm, female),
    clearance: (kg: number | null) => (kg === null ? null : cockcroftGault(ageYears, kg, creatinineMgDl, female)),
    facts: [
      ...person,
      `height(patient, ${heightCm} cm)`,
      `weight(patient, ${weightKg} kg)`,
      `creatinine(patient, ${creatinineMgDl} mg/dL)`,
    ],
  }
}

function drawSodium(by: 'katz' | 'hillier') {
  return (random: Random): Drawn => {
    const sodium = drawNumber(random, 105, 165)
    // Below 100 mg/dL the pack corrects nothing: the formulas are for hyperglycaemia.
    const glucose = drawNumber(random, 100, 1500)
    const facts = [`sodium(patient, ${sodium} mmol/L)`, `glucose(patient, ${glucose} mg/dL)`]
    return { facts, expected: correctedSodium(sodium, glucose, by) }
  }
}

export const CLINICAL_FORMULAS: readonly ComparedCalculator[] = [
  formula('cockcroft_gault', (random) => {
    const { ageYears, female, facts } = drawPerson(random, 18, 100, [18])
    const weightKg = drawNumber(random, 35, 180, 1)
    const creatinineMgDl = drawNumber(random, 0.3, 9, 2)
    const measured = [`weight(patient, ${weightKg} kg)`, `creatinine(patient, ${creatinineMgDl} mg/dL)`]
    return { facts: [...facts, ...measured], expected: cockcroftGault(ageYears, weightKg, creatinineMgDl, female) }
  }),
  formula('ideal_weight', (random) => {
    const { ideal, facts } = drawWeights(random)
    return { facts, expected: ideal }
  }),
  formula('adjusted_weight', (random) => {
    const { adjusted, facts } = drawWeights(random)
    return { facts, expected: adjusted }
  }),
  formula('cockcroft_gault_ideal', (random) => {
    const { ideal, clearance, facts } = drawWeights(random)
    return { facts, expected: clearance(ideal) }
  }),
  formula('cockcroft_gault_adjusted', (random) => {
    const { adjusted, clearance, facts } = drawWeights(random)
    return { facts, expected: clearance(adjusted) }
  }),
  formula('ckd_epi', (random) => {
    const { ageYears, female, facts } = drawPerson(random, 18, 100, [18])
    const creatinineMgDl = drawNear(random, 0.3, 9, [0.7, 0.9], 2)
    const expected = ckdEpi2021(ageYears, creatinineMgDl, female)
    return { facts: [...facts, `creatinine(patient, ${creatinineMgDl} mg/dL)`], expected }
  }),
  formula('corrected_calcium', (random) => {
    const calcium = drawNumber(random, 5, 15, 1)
    const albumin = drawNumber(random, 1, 6, 1)
    const facts = [`calcium(patient, ${calcium} mg/dL)`, `albumin(patient, ${albumin} g/dL)`]
    return { facts, expected: correctedCalciumMgDl(calcium, albumin) }
  }),
  formula('corrected_calcium_molar', (random) => {
    const calcium = drawNumber(random, 1.2, 3.8, 2)
    const albumin = drawNumber(random, 10, 60)
    const facts = [`calcium(patient, ${calcium} mmol/L)`, `albumin(patient, ${albumin} g/L)`]
    return { facts, expected: correctedCalciumMmolL(calcium, albumin) }
  }),
  formula('corrected_sodium_katz', drawSodium('katz')),
  formula('corrected_sodium_hillier', drawSodium('hillier')),
  formula('anion_gap', (random) => {
    const { gap, facts } = drawBlood(random)
    return { facts, expected: gap }
  }),
  formula('anion_gap_corrected', (random) => {
    const { gap, albuminGDl, facts } = drawBlood(random)
    return {
      facts: [...facts, `albumin(patient, ${albuminGDl} g/dL)`],
      expected: albuminCorrectedAnionGap(gap, albuminGDl),
    }
  }),
  formula('qtc_bazett', (random) => {
    const { qtMs, pulse, facts } = drawQt(random)
    return { facts, expected: qtcBazett(qtMs, pulse) }
  }),
  formula('qtc_fridericia', (random) => {
    const { qtMs, pulse, facts } = drawQt(random)
    return { facts, expected: qtcFridericia(qtMs, pulse) }
  }),
  formula('bmi', (random) => {
    const { weightKg, heightCm, facts } = drawBody(random)
    return { facts, expected: bodyMassIndex(weightKg, heightCm) }
  }),
  formula('bsa_mosteller', (random) => {
    const { weightKg, heightCm, facts } = drawBody(random)
    return { facts, expected: bodySurfaceMosteller(weightKg, heightCm) }
  }),
  formula('bsa_du_bois', (random) => {
    const { weightKg, heightCm, facts } = drawBody(random)
    return { facts, expected: bodySurfaceDuBois(weightKg, heightCm) }
  }),
]
