import type { Random } from '../../random.ts'
import { curb65, news2, news2Risk, qsofa } from '../independent/acute-illness.ts'
import { cha2ds2vasc, hasBled } from '../independent/atrial-fibrillation.ts'
import { childPugh, meld3 } from '../independent/liver.ts'
import type { ComparedCalculator } from './compared-calculator.ts'
import { beforeBracket, ofPatient, score } from './compared-score.ts'
import { drawFindings, drawNear, drawPerson, drawWider } from './draw.ts'

function drawLiver(random: Random) {
  const bilirubinMgDl = drawNear(random, 0.2, 15, [2, 3], 1)
  const albuminGDl = drawNear(random, 1, 5, [2.8, 3.5], 1)
  const inr = drawNear(random, 0.8, 5, [1.7, 2.3], 1)
  const ascites = random.pick(['none', 'mild', 'moderate'] as const)
  const encephalopathy = random.pick(['none', 'grade 1-2', 'grade 3-4'] as const)
  return {
    ...childPugh({ bilirubinMgDl, albuminGDl, inr, ascites, encephalopathy }),
    facts: [
      ofPatient('bilirubin', bilirubinMgDl, 'mg/dL'),
      ofPatient('albumin', albuminGDl, 'g/dL'),
      ofPatient('inr', inr),
      `ascites(patient, ${{ none: 'none', mild: 'slight', moderate: 'moderate' }[ascites]})`,
      `encephalopathy(patient, ${{ none: 'none', 'grade 1-2': 'grade_1_2', 'grade 3-4': 'grade_3_4' }[encephalopathy]})`,
    ],
  }
}

/** Now and then with a digit more than the chart has: a mean, or degrees of Fahrenheit. */
function drawObservations(random: Random) {
  const more = random.chance(0.3) ? 1 : 0
  const breathsPerMinute = drawNear(random, 4, 40, [8, 11, 20, 24], more)
  const saturationPercent = drawNear(random, 75, 100, [83, 85, 87, 91, 92, 93, 94, 95, 96], more)
  const systolic = drawNear(random, 60, 250, [90, 100, 110, 219], more)
  const pulsePerMinute = drawNear(random, 30, 160, [40, 50, 90, 110, 130], more)
  const temperatureC = drawNear(random, 33, 41, [35, 36, 38, 39], 1 + more)
  const { holds, facts } = drawFindings(random, {
    scale2: 'target_88_to_92',
    onOxygen: 'supplemental_oxygen',
  })
  const notAlert = drawWider(random, 'not_alert', 'new_confusion')
  const measured = { breathsPerMinute, saturationPercent, systolic, pulsePerMinute, temperatureC }
  return {
    observations: { ...measured, ...holds, alert: !notAlert.holds },
    facts: [
      ...facts,
      ...notAlert.facts,
      ofPatient('respiratory_rate', breathsPerMinute, '/min'),
      ofPatient('spo2', saturationPercent, '%'),
      ofPatient('systolic_pressure', systolic, 'mmHg'),
      ofPatient('heart_rate', pulsePerMinute, '/min'),
      ofPatient('temperature', temperatureC, '°C'),
    ],
  }
}

export const CLINICAL_SCORES: readonly ComparedCalculator[] = [
  score('cha2ds2_vasc', (random) => {
    const person = drawPerson(random, 18, 100, [65, 75])
    const findings = drawFindings(random, {
      heartFailure: 'heart_failure',
      hypertension: 'hypertension',
      diabetes: 'diabetes',
      vascularDisease: 'vascular_disease',
    })
    const stroke = drawWider(random, 'stroke_or_tia', 'stroke')
    return {
      facts: [...person.facts, ...findings.facts, ...stroke.facts],
      expected: cha2ds2vasc({ ...person, ...findings.holds, strokeOrEmbolism: stroke.holds }),
    }
  }),
  score('has_bled', (random) => {
    const { ageYears, facts: person } = drawPerson(random, 18, 100, [65, 66])
    const systolic = drawNear(random, 90, 220, [160])
    const creatinineUmolL = drawNear(random, 40, 400, [200])
    const kidneys = drawFindings(random, { dialysis: 'dialysis', transplant: 'kidney_transplant' })
    const { holds, facts } = drawFindings(random, {
      abnormalLiver: 'liver_disease',
      stroke: 'stroke',
      bleeding: 'bleeding_history',
      labileInr: 'labile_inr',
      bleedingDrugs: 'antiplatelet_or_nsaid',
      alcohol: 'alcohol',
    })
    return {
      facts: [
        ...person,
        ...kidneys.facts,
        ...facts,
        ofPatient('systolic_pressure', systolic, 'mmHg'),
        ofPatient('creatinine', creatinineUmolL, 'umol/L'),
      ],
      expected: hasBled({
        ...holds,
        ageYears,
        uncontrolledHypertension: systolic > 160,
        abnormalKidneys: kidneys.holds.dialysis || kidneys.holds.transplant || creatinineUmolL >= 200,
      }),
    }
  }),
  score('meld_3', (random) => {
    const { female, facts } = drawPerson(random, 18, 90, [18])
    const bilirubinMgDl = drawNear(random, 0.2, 30, [1], 1)
    const sodiumMmolL = drawNear(random, 115, 150, [125, 137])
    const inr = drawNear(random, 0.8, 6, [1], 1)
    const creatinineMgDl = drawNear(random, 0.4, 6, [1, 3], 1)
    const albuminGDl = drawNear(random, 1, 5, [1.5, 3.5], 1)
    const dialysis = drawFindings(random, { dialysis: 'dialysis_twice_a_week' })
    return {
      facts: [
        ...facts,
        ...dialysis.facts,
        ofPatient('bilirubin', bilirubinMgDl, 'mg/dL'),
        ofPatient('sodium', sodiumMmolL, 'mmol/L'),
        ofPatient('inr', inr),
        ofPatient('creatinine', creatinineMgDl, 'mg/dL'),
        ofPatient('albumin', albuminGDl, 'g/dL'),
      ],
      expected: meld3({ female, bilirubinMgDl, sodiumMmolL, inr, creatinineMgDl, albuminGDl, ...dialysis.holds }),
    }
  }),
  score('child_pugh', (random) => {
    const { points, facts } = drawLiver(random)
    return { facts, expected: points }
  }),
  score('child_pugh_class', (random) => {
    const { grade, facts } = drawLiver(random)
    return { facts, expected: `class ${grade}` }
  }),
  score('curb_65', (random) => {
    const { ageYears, facts: person } = drawPerson(random, 18, 95, [65])
    const { holds, facts } = drawFindings(random, { confusion: 'new_confusion' })
    const ureaMmolL = drawNear(random, 2, 30, [7], 1)
    const breathsPerMinute = drawNear(random, 8, 45, [30])
    const systolic = drawNear(random, 60, 200, [90])
    const diastolic = drawNear(random, 30, 110, [60])
    return {
      facts: [
        ...person,
        ...facts,
        ofPatient('urea', ureaMmolL, 'mmol/L'),
        ofPatient('respiratory_rate', breathsPerMinute, '/min'),
        ofPatient('systolic_pressure', systolic, 'mmHg'),
        ofPatient('diastolic_pressure', diastolic, 'mmHg'),
      ],
      expected: curb65({ ...holds, ageYears, ureaMmolL, breathsPerMinute, systolic, diastolic }),
    }
  }),
  score('qsofa', (random) => {
    const breathsPerMinute = drawNear(random, 8, 45, [22])
    const systolic = drawNear(random, 60, 200, [100])
    const { holds, facts } = drawFindings(random, { altered: 'altered_mentation' })
    return {
      facts: [
        ...facts,
        ofPatient('respiratory_rate', breathsPerMinute, '/min'),
        ofPatient('systolic_pressure', systolic, 'mmHg'),
      ],
      expected: qsofa(breathsPerMinute, systolic, holds.altered),
    }
  }),
  score('news2', (random) => {
    const { observations, facts } = drawObservations(random)
    return { facts, expected: news2(observations) }
  }),
  score(
    'news2_risk',
    (random) => {
      const { observations, facts } = drawObservations(random)
      return { facts, expected: news2Risk(observations) }
    },
    beforeBracket,
  ),
]
