import type { Random } from '../../random.ts'
import {
  apixaban,
  dabigatran,
  type Dose,
  edoxaban,
  enoxaparinJoint,
  enoxaparinProphylaxis,
  enoxaparinTreatment,
  rivaroxaban,
} from '../independent/anticoagulant-doses.ts'
import { morphineMilligrams, type Opioid, prednisoloneMilligrams, type Steroid } from '../independent/equivalents.ts'
import { interactionOf, INTERACTIONS } from '../independent/interactions.ts'
import { cockcroftGault } from '../independent/kidneys.ts'
import type { ComparedCalculator, DrawnCase } from './compared-calculator.ts'
import { AS_OF, drawFindings, drawNear, drawNumber, drawPerson } from './draw.ts'

const medicine = (
  name: string,
  draw: (random: Random) => Omit<DrawnCase, 'asOf'>,
  reads?: ComparedCalculator['reads'],
): ComparedCalculator => ({
  pack: 'clinical',
  name,
  within: 1e-6,
  draw: (random) => ({ ...draw(random), asOf: AS_OF }),
  ...(reads ? { reads } : {}),
})

const OPIOIDS: readonly Opioid[] = [
  'codeine',
  'hydrocodone',
  'hydromorphone',
  'methadone',
  'morphine',
  'oxycodone',
  'oxymorphone',
  'tapentadol',
  'tramadol',
]
const STEROIDS: readonly Steroid[] = [
  'cortisone',
  'hydrocortisone',
  'prednisone',
  'prednisolone',
  'methylprednisolone',
  'triamcinolone',
  'dexamethasone',
  'betamethasone',
]

function drawKidneys(random: Random) {
  const { ageYears, female, facts: person } = drawPerson(random, 18, 100, [80])
  const weightKg = drawNear(random, 35, 140, [60], 1)
  const creatinineMgDl = drawNear(random, 0.5, 5, [1.5], 1)
  const { holds, facts: dialysis } = drawFindings(random, { chronic: 'dialysis', now: 'dialysis_twice_a_week' })
  const measured = [`weight(patient, ${weightKg} kg)`, `creatinine(patient, ${creatinineMgDl} mg/dL)`]
  return {
    ageYears,
    weightKg,
    creatinineMgDl,
    clearanceMlMin: cockcroftGault(ageYears, weightKg, creatinineMgDl, female),
    dialysis: holds.chronic || holds.now,
    facts: [...person, ...dialysis, ...measured],
  }
}

/** "5 mg twice daily with the evening meal" and the like; whatever states no dose is none. */
function readDose(text: string | null): string {
  const { milligrams, often } = /^(?<milligrams>[\d.]+) mg (?<often>once|twice) daily/.exec(text ?? '')?.groups ?? {}
  return milligrams === undefined ? 'none' : `${milligrams} mg ${often}`
}

function doseWords(dose: Dose | null): string {
  return dose === null ? 'none' : `${dose.milligrams} mg ${dose.timesADay === 1 ? 'once' : 'twice'}`
}

const MEDICINES = [...new Set(INTERACTIONS.flatMap(({ medicines }) => medicines))]

/** A pair of the table half the time, else any two. */
function drawPair(random: Random): readonly [string, string] {
  if (random.chance(0.5)) {
    const [one, other] = random.pick(INTERACTIONS).medicines
    return random.chance(0.5) ? [one, other] : [other, one]
  }
  const first = random.pick(MEDICINES)
  return [first, random.pick(MEDICINES.filter((name) => name !== first))]
}

/** The severity, and whether what happens is named: "avoid, CYP2C19". */
function readInteraction(result: string | null): string {
  if (result?.startsWith('not in this short table')) return 'not listed'
  const severity = ['contraindicated', 'avoid', 'adjust'].find((word) => result?.startsWith(word))
  const mechanisms = INTERACTIONS.map(({ mechanism }) => mechanism).filter((word) => result?.includes(word))
  return `${severity}, ${[...new Set(mechanisms)].join(' ')}`
}

export const CLINICAL_MEDICINES: readonly ComparedCalculator[] = [
  medicine('morphine_equivalent', (random) => {
    const opioid = random.pick(OPIOIDS)
    const dose = drawNumber(random, 1, 300)
    const facts = [`opioid(patient, ${opioid})`, `opioid_dose(patient, ${dose} mg/day)`]
    return { facts, expected: morphineMilligrams(opioid, dose) }
  }),
  medicine('morphine_equivalent_patch', (random) => {
    const rate = drawNumber(random, 1, 200)
    return { facts: [`fentanyl_patch(patient, ${rate} µg/h)`], expected: morphineMilligrams('fentanyl_patch', rate) }
  }),
  medicine('steroid_equivalent', (random) => {
    const [from, to] = [random.pick(STEROIDS), random.pick(STEROIDS)]
    const dose = drawNumber(random, 0.5, 250, 1)
    const facts = [`steroid(patient, ${from})`, `steroid_dose(patient, ${dose} mg)`, `other_steroid(patient, ${to})`]
    return { facts, expected: prednisoloneMilligrams(from, dose) / prednisoloneMilligrams(to, 1) }
  }),
  medicine('enoxaparin_dose', (random) => {
    const { dialysis, weightKg, clearanceMlMin, facts } = drawKidneys(random)
    const [use, dose] = random.pick([
      ['treatment', enoxaparinTreatment(weightKg, clearanceMlMin)],
      ['prophylaxis_medical_or_abdominal', enoxaparinProphylaxis(clearanceMlMin)],
      ['prophylaxis_hip_or_knee', enoxaparinJoint(clearanceMlMin)],
    ] as const)
    const { milligrams, timesADay } = dose
    return {
      facts: [...facts, `enoxaparin_use(patient, ${use})`],
      expected: dialysis ? null : `${milligrams} mg ${timesADay === 1 ? 'once daily' : 'every 12 hours'}`,
    }
  }),
  medicine(
    'apixaban_in_af',
    (random) => {
      const { facts, ...patient } = drawKidneys(random)
      return { facts, expected: doseWords(apixaban(patient)) }
    },
    readDose,
  ),
  medicine(
    'rivaroxaban_in_af',
    (random) => {
      const { facts, ...patient } = drawKidneys(random)
      return { facts, expected: doseWords(rivaroxaban(patient)) }
    },
    readDose,
  ),
  medicine(
    'edoxaban_in_af',
    (random) => {
      const { facts, ...patient } = drawKidneys(random)
      return { facts, expected: doseWords(edoxaban(patient)) }
    },
    readDose,
  ),
  medicine(
    'dabigatran_in_af',
    (random) => {
      const { facts, ...patient } = drawKidneys(random)
      const inhibitor = random.pick(['none', 'strong', 'other'] as const)
      const written = { none: 'none', strong: 'dronedarone_or_ketoconazole', other: 'other' }[inhibitor]
      return {
        facts: [...facts, `pgp_inhibitor(patient, ${written})`],
        expected: doseWords(dabigatran(patient, inhibitor)),
      }
    },
    readDose,
  ),
  medicine(
    'interaction_of_pair',
    (random) => {
      const [first, second] = drawPair(random)
      const found = interactionOf(first, second)
      return {
        facts: [`first_medicine(patient, ${first})`, `second_medicine(patient, ${second})`],
        expected: found ? `${found.severity}, ${found.mechanism}` : 'not listed',
      }
    },
    readInteraction,
  ),
]
