/** Matters of invented documents, many of a kind or a few about one thing, with the packs that they use. */
export type MatterName = keyof typeof MATTERS

type InventedMatter = {
  readonly packs: readonly string[]
  readonly documents: Readonly<Record<string, string>>
}

const ACCUSED =
  'Ainsworth Bellamy Cartwright Dunmore Eversley Fairclough Gantry Halloran Ibbotson Jessop Kilbride Lorimer'.split(' ')
const CRIMES = ['burglary', 'bribery', 'fraud', 'assault', 'arson', 'embezzlement']
const PATIENTS = 'Abbot Brandt Calder Doyle Ekberg Farrow Gilmour Hargreave Ivens Jolley Kerrigan Lomas'.split(' ')
const ILLNESSES = ['pneumonia', 'heart failure', 'a urinary infection', 'a hip fracture']
const PREMISES = [
  'Mill Lane',
  'Kestrel Row',
  'Orchard Yard',
  'Harbour Street',
  'Canal Wharf',
  'Abbey Close',
  'Market Square',
  'Station Road',
  'Linden Walk',
  'Quarry Hill',
]

const at = (list: readonly string[], index: number) => list[index % list.length] ?? ''

function judgment(name: string, index: number): string {
  const [crime, years] = [at(CRIMES, index), 2 + (index % 5)]
  const plea = index % 3 === 0 ? 'pleaded guilty' : 'denied the charge'
  const outcome = index % 6 === 5 ? 'is acquitted' : `is convicted and sentenced to ${years} years`
  return `Judgment in the case against ${name}\n\nThe accused ${name} was charged with ${crime} and ${plea}. In mitigation counsel pointed to a clean record. The court finds that ${name} ${outcome}. ${index % 2 === 0 ? 'A fine of 900 pounds is imposed.' : 'The court imposes no fine.'}\n`
}

function letter(name: string, index: number): string {
  const [illness, day] = [at(ILLNESSES, index), 1 + index]
  const drug = index % 2 === 0 ? 'amoxicillin' : 'no antibiotic'
  return `Discharge letter, ${name}\n\n${index % 2 === 0 ? 'Mrs' : 'Mr'} ${name}, aged ${60 + index}, was admitted on ${day} March 2024 with ${illness}. Blood pressure on admission was ${120 + index}/70 mmHg. Given: ${drug}. Renal function at discharge was stable. Discharged on ${day + 6} March 2024 with furosemide 40 mg; follow-up in the clinic.\n`
}

function lease(premises: string, index: number): string {
  const year = 2018 + (index % 4)
  return `Lease of ${premises}\n\nThe landlord lets the premises at ${premises} to the tenant from 1 May ${year} for ten years at a yearly rent of ${9 + index},000 pounds. The deposit is ${1 + index},000 pounds. The tenant repairs the interior; the landlord insures. ${index % 2 === 0 ? 'The tenant may break this lease on six months’ notice.' : 'There is no right to end the term early.'}\n`
}

function documentsOf(names: readonly string[], kind: string, write: (name: string, index: number) => string) {
  return Object.fromEntries(names.map((name, index) => [`${kind}, ${name}.txt`, write(name, index)]))
}

export const MATTERS = {
  judgments: { packs: [], documents: documentsOf(ACCUSED, 'Judgment', judgment) },
  letters: { packs: ['clinical'], documents: documentsOf(PATIENTS, 'Discharge letter', letter) },
  leases: { packs: ['legal-time'], documents: documentsOf(PREMISES, 'Lease', lease) },
  tenancy: {
    packs: ['legal-time'],
    documents: {
      'Lease.txt':
        'Lease\n\nThis lease was signed on 4 May 2020. The tenant may end it on 31 March 2025 by six months’ notice in writing. The landlord repairs the roof, except for damage that the tenant caused. The deposit is refundable.\n',
      'Break notice.txt': 'Break notice\n\nDated 27 September 2024: the tenant gives notice to end the lease.\n',
      'Letter from agent.txt':
        'Letter from the agent\n\nOn 2 October 2024 the agent wrote that the notice of 27 September 2024 had come late.\n',
    },
  },
  patient: {
    packs: ['clinical'],
    documents: {
      'Discharge letter.txt':
        'Discharge letter\n\nShe fell on 2 June 2025 and was admitted on 3 June 2025 with heart failure. Ramipril was withheld for high potassium. Furosemide was increased. Dry weight 86 kg. Discharged on 10 June 2025.\n',
      'GP note.txt': 'GP note\n\nSeen on 17 June 2025. Ramipril not restarted. Next blood test on 24 June 2025.\n',
      'Laboratory report.txt': 'Laboratory report\n\nPotassium 5.8 mmol/L and creatinine 140 µmol/L on 3 June 2025.\n',
      'Clinic letter.txt':
        'Clinic letter\n\nSeen in the clinic on 2 July 2025. Furosemide 40 mg twice daily goes on.\n',
    },
  },
} as const satisfies Readonly<Record<string, InventedMatter>>
