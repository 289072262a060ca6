import { Decimal } from '../values/decimal.ts'

/** `grams` of it are `moles`: a fraction, so that the factors that laboratories declare stay exact. */
export type Substance = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly grams: Decimal
  readonly moles: Decimal
  /** Charges of an ion: mmol times these are mEq. Null: not reported so. */
  readonly charges: number | null
  readonly source: string
}

type Row = readonly [name: string, gramsPerMole: string, formula: string, aliases?: string, charges?: number]

/**
 * Molar masses from the formula and the abridged standard atomic weights of IUPAC (2021); the tests compute them again.
 * Urea nitrogen is what American laboratories report of urea: only its two nitrogen atoms are weighed. Haemoglobin is
 * counted in subunits, each with one iron (0.6206 mmol/L per g/dL), as European laboratories do. Phosphate is weighed as
 * phosphorus, fats as triolein, vitamin D as 25-hydroxyvitamin D3, folate as folic acid, B12 as cyanocobalamin.
 */
const ROWS: readonly Row[] = [
  ['glucose', '180.156', 'C6H12O6'],
  ['urea', '60.056', 'CH4N2O'],
  ['urea nitrogen', '28.014', 'N2', 'urea_nitrogen,BUN'],
  ['uric acid', '168.112', 'C5H4N4O3', 'uric_acid,urate'],
  ['cholesterol', '386.664', 'C27H46O'],
  ['triglycerides', '885.453', 'C57H104O6', 'triglyceride'],
  ['lactate', '90.078', 'C3H6O3', 'lactic acid,lactic_acid'],
  ['ammonia', '17.031', 'NH3'],
  ['sodium', '22.990', 'Na', '', 1],
  ['potassium', '39.098', 'K', '', 1],
  ['chloride', '35.45', 'Cl', '', 1],
  ['bicarbonate', '61.016', 'CHO3', '', 1],
  ['calcium', '40.078', 'Ca', '', 2],
  ['magnesium', '24.305', 'Mg', '', 2],
  ['phosphate', '30.974', 'P', 'phosphorus'],
  ['lithium', '6.94', 'Li', '', 1],
  ['iron', '55.845', 'Fe'],
  ['digoxin', '780.949', 'C41H64O14'],
  ['paracetamol', '151.165', 'C8H9NO2', 'acetaminophen'],
  ['salicylate', '138.122', 'C7H6O3', 'salicylic acid,salicylic_acid'],
  ['phenytoin', '252.273', 'C15H12N2O2'],
  ['carbamazepine', '236.274', 'C15H12N2O'],
  ['valproate', '144.214', 'C8H16O2', 'valproic acid,valproic_acid'],
  ['theophylline', '180.167', 'C7H8N4O2'],
  ['methotrexate', '454.447', 'C20H22N8O5'],
  ['ethanol', '46.069', 'C2H6O', 'alcohol'],
  ['cortisol', '362.466', 'C21H30O5'],
  ['testosterone', '288.431', 'C19H28O2'],
  ['oestradiol', '272.388', 'C18H24O2', 'estradiol'],
  ['thyroxine', '776.856', 'C15H11I4NO4', 'T4'],
  ['vitamin D', '400.647', 'C27H44O2', 'vitamin_d,calcidiol'],
  ['vitamin B12', '1355.388', 'C63H88CoN14O14P', 'vitamin_b12,cobalamin'],
  ['folate', '441.404', 'C19H19N7O6', 'folic acid,folic_acid'],
]

const ATOMIC_WEIGHTS = 'formula and IUPAC abridged standard atomic weights, 2021'

const SUBSTANCES: readonly Substance[] = [
  // Laboratories round the quotient of 10,000 by the molar mass, 113.12 and 584.67 g/mol (88.402 and 17.104). What is
  // printed on their forms, and expected here, are these rounded factors: 1 mg/dL is 88.4 and 17.1 µmol/L, exactly.
  declared('creatinine', '88.4'),
  declared('bilirubin', '17.1'),
  {
    name: 'haemoglobin',
    aliases: ['hemoglobin', 'Hb'],
    grams: new Decimal('16114.5'),
    moles: new Decimal(1),
    charges: null,
    source: 'subunit with one iron, as of the cyanmethaemoglobin reference method of ICSH (64,458 g/mol by four)',
  },
  ...ROWS.map(([name, gramsPerMole, formula, aliases, charges]): Substance => {
    const spellings = aliases ? aliases.split(',') : []
    const source = `${formula}: ${ATOMIC_WEIGHTS}`
    return {
      name,
      aliases: spellings,
      grams: new Decimal(gramsPerMole),
      moles: new Decimal(1),
      charges: charges ?? null,
      source,
    }
  }),
]

const BY_SPELLING: ReadonlyMap<string, Substance> = new Map(
  SUBSTANCES.flatMap((substance) =>
    [substance.name, ...substance.aliases].map((spelling) => [spelling.toLowerCase(), substance] as const),
  ),
)

/** In any case of the letters; null if its molar mass is not on the list. */
export function substanceNamed(text: string): Substance | null {
  return BY_SPELLING.get(text.trim().toLowerCase()) ?? null
}

export const SUBSTANCE_NAMES: readonly string[] = SUBSTANCES.map(({ name }) => name)

/** 1 mg/dL is 0.01 g/L: so many µmol/L are in that. */
function declared(name: string, microMolesPerLitre: string): Substance {
  return {
    name,
    aliases: [],
    grams: new Decimal('0.01'),
    moles: new Decimal(microMolesPerLitre).times('1e-6'),
    charges: null,
    source: `laboratory convention, ${microMolesPerLitre} µmol/L per mg/dL`,
  }
}
