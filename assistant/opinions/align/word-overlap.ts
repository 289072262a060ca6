import type { Statement } from './read-claim.ts'
import { DENYING_PREFIX, namesIn, type Term } from './terms-in.ts'

/** How the words of two sentences stand to each other. */
export type ComparedWords = {
  /** Of the shorter one's terms, the share that the other has too; what they say the opposite of does not count. */
  readonly shared: number
  /** The same of the longer one's. */
  readonly common: number
  readonly isAll: boolean
  /** One says the opposite of a word of the other. */
  readonly opposite: boolean
  /** What one denies the other says. */
  readonly isTurned: boolean
  /** Both deny something, and not the same. */
  readonly isMixed: boolean
  /** One denies something, or says the bad side of it, of which the other says nothing. */
  readonly isDeniedAlone: boolean
  /** The same, but for words such as raised and low, which a number beside them says as well. */
  readonly isDeniedBesideNumbers: boolean
}

export function compareWords(a: Statement, b: Statement): ComparedWords {
  const [as, bs] = [against(a.terms, b.terms), against(b.terms, a.terms)]
  const both = as.flatMap((one) => bs.filter(({ name }) => name === one.name).map((other) => ({ one, other })))
  const isBoth = (name: string) => both.some(({ one }) => one.name === name)
  const turned = both.filter(({ one, other }) => one.sign !== other.sign)
  const opposites = new Set(turned.filter(({ one }) => one.hasOpposite).map(({ one }) => one.name))
  const subject = (terms: readonly Term[], other: Statement) =>
    namesThatCount(terms, isBoth, other).filter((name) => !opposites.has(name))
  const [one, other] = [subject(as, b), subject(bs, a)]
  const [few = 0, many = 0] = [one.length, other.length].toSorted((left, right) => left - right)
  const common = one.filter(isBoth).length
  const isDenied = both.some((pair) => pair.one.sign < 0 && pair.other.sign < 0)
  const isExplained = both.some((pair) => saysByDenial(pair.one, pair.other) || saysByDenial(pair.other, pair.one))
  const isLeft = turned.some(
    ({ one: left, other: right }) =>
      !deniesAlike(left, right) &&
      !deniesAlike(right, left) &&
      !(isExplained && !left.hasOpposite && !right.hasOpposite),
  )
  const alone = isDenied ? [] : [...as, ...bs].filter(({ name, sign }) => sign < 0 && !isBoth(name))
  return {
    shared: few === 0 ? 0 : common / few,
    common: many === 0 ? 0 : common / many,
    isAll: few > 0 && common === few,
    opposite: opposites.size > 0,
    isTurned: !isDenied && isLeft,
    isMixed: isDenied && isLeft,
    isDeniedAlone: alone.length > 0,
    isDeniedBesideNumbers: alone.some(({ name }) => !isStep(name)),
  }
}

/** "Not granted" is refused: then whatever else that "not" denies is denied by the other one's word. */
function saysByDenial(one: Term, other: Term): boolean {
  return one.isDenied && !other.isDenied && (one.hasOpposite || other.hasOpposite) && one.sign === other.sign
}

/** "A scan was not asked for" and "nobody asked for a scan" deny the same. */
function deniesAlike(said: Term, denied: Term): boolean {
  return said.isBeforeNot && !said.hasOpposite && denied.sign < 0
}

/** As they are to be held against those of another sentence. */
function against(terms: readonly Term[], others: readonly Term[]): readonly Term[] {
  return withOneMeaning(againstPrefixes(terms, others), others)
}

/** "Undisplaced" denies what the other calls displaced. */
function againstPrefixes(terms: readonly Term[], others: readonly Term[]): readonly Term[] {
  return terms.map((term) => {
    const rest = term.name.replace(DENYING_PREFIX, '')
    const isDenial = rest !== term.name && others.some(({ name }) => name === rest)
    return isDenial ? { ...term, name: rest, sign: term.sign === 1 ? -1 : 1, hasOpposite: true } : term
  })
}

/** Of a word with more meanings than one, that which the other sentence speaks of; all of them where it speaks of none. */
function withOneMeaning(terms: readonly Term[], others: readonly Term[]): readonly Term[] {
  const isMeant = ({ name }: Term) => others.some((other) => other.name === name)
  return terms.filter(
    (term) =>
      isMeant(term) || !terms.some((other) => other.word === term.word && other.name !== term.name && isMeant(other)),
  )
}

/** Whoever is named where the other sentence names nobody, and words that hardly say anything, need no match. */
function namesThatCount(
  terms: readonly Term[],
  isBoth: (name: string) => boolean,
  other: Statement,
): readonly string[] {
  const names = [...new Set(terms.map(({ name }) => name))]
  const isNobody = other.namesNobody && !other.terms.some(({ name }) => isParty(name))
  const counted = names.filter((name) => isBoth(name) || !(isLight(name) || (isNobody && isParty(name))))
  return counted.length > 0 ? counted : names
}

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

const isParty = (name: string) => PARTY_NAMES.has(name)
const isLight = (name: string) => LIGHT_NAMES.has(name)
const isStep = (name: string) => STEP_NAMES.has(name)

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
