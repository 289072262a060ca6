/**
 * The fifteen pairs of samples/reference/clinical-formulas.md, with the severity said there. What happens is told by a word or two of
 * general pharmacology (the enzyme, what rises or falls, the effect); labels were not read.
 */
type Severity = 'contraindicated' | 'avoid' | 'adjust'

export type Interaction = {
  readonly medicines: readonly [string, string]
  readonly severity: Severity
  readonly mechanism: string
}

export const INTERACTIONS: readonly Interaction[] = [
  pair('simvastatin', 'clarithromycin', 'contraindicated', 'CYP3A4 inhibition'),
  pair('sildenafil', 'glyceryl_trinitrate', 'contraindicated', 'nitrate'),
  pair('tizanidine', 'ciprofloxacin', 'contraindicated', 'CYP1A2'),
  pair('clopidogrel', 'omeprazole', 'avoid', 'CYP2C19'),
  pair('dabigatran', 'rifampicin', 'avoid', 'lowers dabigatran'),
  pair('colchicine', 'clarithromycin', 'avoid', 'raises colchicine'),
  pair('linezolid', 'sertraline', 'avoid', 'serotonin'),
  pair('methotrexate', 'trimethoprim', 'avoid', 'antifolates'),
  pair('simvastatin', 'amiodarone', 'adjust', 'simvastatin rises'),
  pair('dabigatran', 'ketoconazole', 'adjust', 'raises dabigatran'),
  pair('azathioprine', 'allopurinol', 'adjust', 'xanthine oxidase'),
  pair('lithium', 'ibuprofen', 'adjust', 'renal'),
  pair('digoxin', 'amiodarone', 'adjust', 'raises digoxin'),
  pair('warfarin', 'amiodarone', 'adjust', 'CYP2C9'),
  pair('warfarin', 'fluconazole', 'adjust', 'CYP2C9'),
]

function pair(one: string, other: string, severity: Severity, mechanism: string): Interaction {
  return { medicines: [one, other], severity, mechanism }
}

/** In either order; null: the pair is not in the table, which says nothing about it. */
export function interactionOf(first: string, second: string): Interaction | null {
  const isPair = ({ medicines: [one, other] }: Interaction) =>
    (one === first && other === second) || (one === second && other === first)
  return INTERACTIONS.find(isPair) ?? null
}
