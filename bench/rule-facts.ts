/** A fact of the bench: relation and values; numbers stay numbers, dates are `YYYY-MM-DD`. */
export type BenchFact = readonly [relation: string, ...values: (string | number)[]]

/** One patient and one matter, as in every size. */
export const PATIENT_FACTS: readonly BenchFact[] = [
  ['born', 'p1', '1948-02-03'],
  ['sex', 'p1', 'female'],
  ['weight', 'p1', 60],
  ['creatinine', 'p1', 1.6],
  ['has', 'p1', 'af'],
  ['has', 'p1', 'hypertension'],
  ['has', 'p1', 'diabetes'],
  ...[
    'warfarin',
    'amiodarone',
    'simvastatin',
    'clarithromycin',
    'ibuprofen',
    'd1',
    'd2',
    'd3',
    'd4',
    'd5',
    'd6',
    'd7',
  ].map((drug): BenchFact => ['takes', 'p1', drug]),
  ['ddi', 'warfarin', 'amiodarone', 'major'],
  ['ddi', 'simvastatin', 'clarithromycin', 'contraindicated'],
  ['class', 'ibuprofen', 'nsaid'],
  ['class', 'warfarin', 'anticoagulant'],
  ['class_ddi', 'anticoagulant', 'nsaid', 'major'],
  ['accrued', 'm1', '2020-03-10'],
  ['claimant', 'm1', 'c1'],
  ['born', 'c1', '2005-06-20'],
  ['claim_type', 'm1', 'personal_injury'],
  ['served', 'm1', '2026-12-18'],
]

const FIRST_DRUG = 8
const SEVERITIES = ['minor', 'moderate', 'major'] as const

/** So many facts of a knowledge base of medicines: a tenth says classes, the others interactions of pairs. */
export function knowledgeFacts(count: number): readonly BenchFact[] {
  const draw = createDraw()
  const drugs = Math.max(60, Math.round(Math.sqrt(count) * 8))
  const facts: BenchFact[] = []
  for (let index = 0; index < count * 0.1; index += 1)
    facts.push(['class', `d${index % drugs}`, `c${Math.floor(index / drugs)}_${index % 37}`])
  facts.push(['ddi', 'd1', 'd2', 'major'], ['ddi', 'd3', 'd4', 'moderate'])
  const seen = new Set<number>()
  while (facts.length < count) {
    const one = FIRST_DRUG + draw(drugs - FIRST_DRUG)
    const other = FIRST_DRUG + draw(drugs - FIRST_DRUG)
    const pair = Math.min(one, other) * drugs + Math.max(one, other)
    if (one === other || seen.has(pair)) continue
    seen.add(pair)
    facts.push(['ddi', `d${Math.min(one, other)}`, `d${Math.max(one, other)}`, SEVERITIES[draw(3)] ?? 'minor'])
  }
  return facts
}

function createDraw(): (limit: number) => number {
  let seed = 42
  return (limit) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * limit)
  }
}
