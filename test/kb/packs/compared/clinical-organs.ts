import { pooledCohortPercent } from '../independent/cardiovascular-risk.ts'
import { type Measured, oxygenRatio, sofa } from '../independent/organ-failure.ts'
import type { Random } from '../../random.ts'
import type { ComparedCalculator } from './compared-calculator.ts'
import { AS_OF, drawFindings, drawNear, drawNumber, drawPerson, saysWhether } from './draw.ts'

/** Rates of infusion, oftener none; without vasopressors none runs. */
function rate(running: boolean, draw: () => number): number {
  return running ? draw() : 0
}

type Drawn = readonly [from: number, to: number, limits: readonly number[]]

/** As laboratories report it: mg/dL to a tenth, or whole µmol/L. */
function drawMeasured(random: Random, milligrams: Drawn, micromoles: Drawn): Measured {
  return random.chance(0.5)
    ? { amount: drawNear(random, ...milligrams, 1), unit: 'mg/dL' }
    : { amount: drawNear(random, ...micromoles), unit: 'µmol/L' }
}

/** After one of them there is no first event to come. */
const EVENTS = ['vascular_disease', 'stroke_or_tia', 'stroke']

export const CLINICAL_ORGANS: readonly ComparedCalculator[] = [
  {
    pack: 'clinical',
    name: 'oxygenation',
    within: 1e-6,
    draw(random) {
      const pao2 = drawNumber(random, 30, 650, 1)
      const fio2 = drawNumber(random, 21, 100)
      return {
        asOf: AS_OF,
        expected: oxygenRatio(pao2, fio2),
        facts: [`pao2(patient, ${pao2} mmHg)`, `fio2(patient, ${fio2} %)`],
      }
    },
  },
  {
    pack: 'clinical',
    name: 'sofa',
    within: 0,
    draw(random) {
      const pao2 = drawNumber(random, 40, 200)
      const fio2 = random.pick([21, 25, 40, 50, 80, 100])
      const ventilated = drawFindings(random, { ventilated: 'respiratory_support' })
      const running = random.chance(0.5)
      const dopamine = rate(running && random.chance(0.4), () => drawNear(random, 1, 25, [5, 15]))
      const dobutamine = rate(running && random.chance(0.4), () => drawNumber(random, 1, 20))
      const adrenaline = rate(running && random.chance(0.3), () => drawNear(random, 0.01, 0.5, [0.1], 2))
      const noradrenaline = rate(running && random.chance(0.3), () => drawNear(random, 0.01, 0.5, [0.1], 2))
      const meanPressureMmHg = drawNear(random, 40, 110, [70])
      const platelets1000PerUl = drawNear(random, 5, 300, [20, 50, 100, 150])
      const bilirubin = drawMeasured(random, [0.3, 20, [1.2, 2, 6, 12]], [5, 340, [19, 32, 101, 204]])
      const glasgow = drawNumber(random, 3, 15)
      const creatinine = drawMeasured(random, [0.4, 8, [1.2, 2, 3.5, 5]], [35, 700, [106, 110, 170, 300, 440]])
      const urineMlPerDay = drawNear(random, 0, 3000, [200, 500])
      return {
        asOf: AS_OF,
        expected: sofa({
          ...ventilated.holds,
          oxygenRatioMmHg: oxygenRatio(pao2, fio2),
          platelets1000PerUl,
          bilirubin,
          meanPressureMmHg,
          dopamine,
          dobutamine,
          adrenaline,
          noradrenaline,
          glasgow,
          creatinine,
          urineMlPerDay,
        }),
        facts: [
          ...ventilated.facts,
          saysWhether(dopamine + dobutamine + adrenaline + noradrenaline > 0, 'finding(patient, vasopressors)'),
          `pao2(patient, ${pao2} mmHg)`,
          `fio2(patient, ${fio2} %)`,
          `dopamine_rate(patient, ${dopamine} µg/kg/min)`,
          `dobutamine_rate(patient, ${dobutamine} µg/kg/min)`,
          `adrenaline_rate(patient, ${adrenaline} µg/kg/min)`,
          `noradrenaline_rate(patient, ${noradrenaline} µg/kg/min)`,
          `mean_pressure(patient, ${meanPressureMmHg} mmHg)`,
          `platelets(patient, ${platelets1000PerUl} 10^9/L)`,
          `bilirubin(patient, ${bilirubin.amount} ${bilirubin.unit})`,
          `gcs(patient, ${glasgow})`,
          `creatinine(patient, ${creatinine.amount} ${creatinine.unit})`,
          `urine_output(patient, ${urineMlPerDay} mL/day)`,
        ],
      }
    },
  },
  {
    pack: 'clinical',
    name: 'ascvd_risk',
    // The pack rounds to a tenth of a per cent.
    within: 0.05,
    draw(random) {
      const person = drawPerson(random, 40, 79, [40, 78])
      const black = random.chance(0.5)
      const cholesterolMgDl = drawNumber(random, 130, 320)
      const hdlMgDl = drawNumber(random, 20, 100)
      const systolic = drawNumber(random, 90, 200)
      const findings = drawFindings(random, { treated: 'pressure_treated', smoker: 'smoker', diabetes: 'diabetes' })
      const had = random.chance(0.2) ? random.pick(EVENTS) : null
      return {
        asOf: AS_OF,
        expected:
          had === null
            ? pooledCohortPercent({ ...person, ...findings.holds, black, cholesterolMgDl, hdlMgDl, systolic })
            : null,
        facts: [
          ...person.facts,
          ...findings.facts,
          ...EVENTS.map((event) => saysWhether(event === had, `finding(patient, ${event})`)),
          `risk_table(patient, ${black ? 'black' : 'white'})`,
          `total_cholesterol(patient, ${cholesterolMgDl} mg/dL)`,
          `hdl_cholesterol(patient, ${hdlMgDl} mg/dL)`,
          `systolic_pressure(patient, ${systolic} mmHg)`,
        ],
      }
    },
  },
]
