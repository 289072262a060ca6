import { namesIn } from './terms-in.ts'

/** Who acts in contracts, courts and wards. */
const PARTIES =
  'tenant landlord buyer seller claimant defendant appellant respondent employer employee lender borrower supplier customer contractor patient'
/** They name the kind of a value or how it was taken, and hardly anything else. */
const LIGHT =
  'period run last term date day time dose course result figure worth total amount stay come go need bear use visual estimate approximate effect'
/** What a number says by itself. */
const STEPS = 'high low raise lower'
/**
 * Names of one kind, a line each: who or what is one of them is none of the others. Sentences with numbers or days of two of them speak of
 * two things.
 */
const OTHERS = [
  'tenant landlord',
  'buyer seller',
  'claimant defendant',
  'appellant respondent',
  'employer employee',
  'lender borrower',
  'father mother',
  'husband wife',
  'brother sister',
  'son daughter',
]
const OTHER_MEASURES = [
  'knee hip ankle shoulder elbow wrist',
  'sodium potassium calcium magnesium chloride phosphate creatinine urea albumin bilirubin glucose lactate troponin ferritin haemoglobin platelet leucocyte neutrophil lymphocyte dimer probnp crp inr tsh pulse pressure temperature weight height age',
]
/** As the stems of international names of medicines end, without the last "e" that `stemOf` takes off. */
const MEDICINE =
  /(?:pril|sartan|olol|statin|dipin|xaban|gliptin|gliflozin|prazol|cillin|mycin|floxacin|conazol|parin|setron|azepam|tidin|semid|thiazid|triptan|oxetin|tylin)$/

const PARTY_NAMES = new Set(namesIn(PARTIES))
const LIGHT_NAMES = new Set(namesIn(LIGHT))
const STEP_NAMES = new Set(namesIn(STEPS))
const OTHER_NAMES = OTHERS.map((kind) => new Set(namesIn(kind)))
const MEASURE_NAMES = OTHER_MEASURES.map((kind) => new Set(namesIn(kind)))

export const isParty = (name: string) => PARTY_NAMES.has(name)
export const isLight = (name: string) => LIGHT_NAMES.has(name)
export const isStep = (name: string) => STEP_NAMES.has(name)

/** Each names one of a kind, such as the buyer and the seller, that the other does not. */
export function areOthers(as: readonly string[], bs: readonly string[]): boolean {
  return OTHER_NAMES.some((kind) => areApart(as, bs, (name) => kind.has(name)))
}

/** The same for what is measured or given in numbers: potassium and sodium, two medicines. */
export function areOtherMeasures(as: readonly string[], bs: readonly string[]): boolean {
  return (
    MEASURE_NAMES.some((kind) => areApart(as, bs, (name) => kind.has(name))) ||
    areApart(as, bs, (name) => MEDICINE.test(name))
  )
}

function areApart(as: readonly string[], bs: readonly string[], isOne: (name: string) => boolean): boolean {
  const [left, right] = [as.filter(isOne), bs.filter(isOne)]
  return left.length > 0 && right.length > 0 && !left.some((name) => right.includes(name))
}
