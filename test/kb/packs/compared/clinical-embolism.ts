import { Temporal } from 'temporal-polyfill'
import type { Random } from '../../random.ts'
import { perc, percRule, wellsDvt, wellsDvtLevel, wellsPe } from '../independent/embolism.ts'
import type { ComparedCalculator } from './compared-calculator.ts'
import { beforeBracket, ofPatient, score } from './compared-score.ts'
import { AS_OF, drawFindings, drawNear, drawPerson, drawWider } from './draw.ts'

function drawLegs(random: Random) {
  const signs = drawFindings(random, {
    activeCancer: 'active_cancer',
    paralysis: 'leg_immobilised',
    bedriddenOrSurgery: 'bedridden_or_major_surgery',
    tenderness: 'deep_vein_tenderness',
    wholeLegSwollen: 'whole_leg_swollen',
    calfSwelling: 'calf_swelling_3_cm',
    pittingOedema: 'pitting_oedema_one_leg',
    collateralVeins: 'collateral_veins',
    previousDvt: 'past_dvt',
  })
  const other = drawFindings(random, { asLikely: 'other_diagnosis_as_likely' })
  const facts = ['finding(patient, suspected_dvt)', ...signs.facts, ...other.facts]
  return { points: wellsDvt(signs.holds, other.holds.asLikely), facts }
}

function drawLungs(random: Random) {
  const signs = drawFindings(random, {
    legSigns: 'dvt_signs',
    mostLikely: 'other_diagnosis_less_likely',
    immobileOrSurgery: 'bedridden_or_surgery_4_weeks',
    haemoptysis: 'haemoptysis_now',
    cancer: 'active_cancer',
  })
  const previous = drawWider(random, 'past_dvt_or_pe', 'past_dvt')
  const pulsePerMinute = drawNear(random, 40, 180, [100])
  return {
    points: wellsPe({ ...signs.holds, previous: previous.holds, pulsePerMinute }),
    facts: [...signs.facts, ...previous.facts, ofPatient('heart_rate', pulsePerMinute, '/min')],
  }
}

function drawRuleOut(random: Random) {
  const { ageYears, facts: person } = drawPerson(random, 18, 90, [50])
  const pulsePerMinute = drawNear(random, 40, 180, [100])
  const saturationPercent = drawNear(random, 80, 100, [95])
  const signs = drawFindings(random, {
    haemoptysis: 'haemoptysis_now',
    onOxygen: 'supplemental_oxygen',
    oestrogen: 'oestrogen',
  })
  const operated = drawFindings(random, { said: 'surgery_or_trauma_4_weeks' })
  const daysAgo = drawNear(random, 1, 90, [28])
  const day = Temporal.PlainDate.from(AS_OF).subtract({ days: daysAgo })
  const previous = drawWider(random, 'past_dvt_or_pe', 'past_dvt')
  const swollen = drawWider(random, 'one_leg_swollen', 'whole_leg_swollen')
  const wider = { previous: previous.holds, oneLegSwollen: swollen.holds }
  const surgeryOrTrauma = operated.holds.said && daysAgo <= 28
  const measured = [ofPatient('heart_rate', pulsePerMinute, '/min'), ofPatient('spo2', saturationPercent, '%')]
  return {
    positive: perc({ ...signs.holds, ...wider, surgeryOrTrauma, ageYears, pulsePerMinute, saturationPercent }),
    facts: [
      ...person,
      ...signs.facts,
      ...previous.facts,
      ...swollen.facts,
      ...operated.facts,
      `last_surgery_or_trauma(patient, ${day.toString()})`,
      ...measured,
    ],
  }
}

const NONE = [
  'haemoptysis_now',
  'oestrogen',
  'past_dvt_or_pe',
  'past_dvt',
  'one_leg_swollen',
  'whole_leg_swollen',
  'surgery_or_trauma_4_weeks',
  'supplemental_oxygen',
]

/** Somebody with none of the criteria, whom chance alone would hardly draw. */
function drawHealthy(random: Random) {
  const { facts: person } = drawPerson(random, 18, 49, [49])
  const measured = [
    ofPatient('heart_rate', drawNear(random, 40, 99, [99]), '/min'),
    ofPatient('spo2', drawNear(random, 95, 100, [95]), '%'),
  ]
  return { positive: 0, facts: [...person, ...NONE.map((sign) => `no finding(patient, ${sign})`), ...measured] }
}

export const CLINICAL_EMBOLISM: readonly ComparedCalculator[] = [
  score('wells_dvt', (random) => {
    const { points, facts } = drawLegs(random)
    return { facts, expected: points }
  }),
  score('wells_dvt_two_levels', (random) => {
    const { points, facts } = drawLegs(random)
    return { facts, expected: points >= 2 ? 'likely' : 'unlikely' }
  }),
  score('wells_pe', (random) => {
    const { points, facts } = drawLungs(random)
    return { facts, expected: points }
  }),
  score('wells_pe_two_levels', (random) => {
    const { points, facts } = drawLungs(random)
    return { facts, expected: points > 4 ? 'likely' : 'unlikely' }
  }),
  score('wells_pe_three_levels', (random) => {
    const { points, facts } = drawLungs(random)
    return { facts, expected: points < 2 ? 'low' : points <= 6 ? 'intermediate' : 'high' }
  }),
  score('wells_dvt_three_levels', (random) => {
    const { points, facts } = drawLegs(random)
    return { facts, expected: wellsDvtLevel(points) }
  }),
  score('perc_criteria', (random) => {
    const { positive, facts } = drawRuleOut(random)
    return { facts, expected: positive }
  }),
  score(
    'perc',
    (random) => {
      const { positive, facts } = random.chance(0.3) ? drawHealthy(random) : drawRuleOut(random)
      const { holds, facts: judged } = drawFindings(random, { low: 'low_pretest_probability' })
      return { facts: [...facts, ...judged], expected: percRule(positive, holds.low) }
    },
    beforeBracket,
  ),
]
