/** What turns any word by standing in front of it: "non-exclusive". */
const ALWAYS = ['non', 'non-', 'un-', 'nicht']
/** What turns an adjective and begins many other words: "abnormal", but "inside", "unless". */
const BEFORE_ADJECTIVE = ['un', 'in', 'im', 'ir', 'il', 'ab', 'dis']
/** A word that is turned so has more letters: "in" and "inin" are none. */
const LETTERS_AT_LEAST = 4
/** How adjectives end, English and German, with the endings of German cases. */
const ADJECTIVE =
  /^(?:\p{L}{2,}(?:able|ible|al|ar|id|ive|ous|ate|ent|ant|ful|ic|ary|ory|ly|ect|ain|ete|(?:lich|ig|bar|sam|isch|haft)(?:e[nrsm]?)?)|paid|known|fair|safe|well|kind|true|aware|sold|just|sound|secure|mature|pure|honest|equal|even|used|usual)$/u
/** "Undisclosed"; with "in" or "dis" it is mostly another verb: "informed", "discharged". */
const PARTICIPLE = /^\p{L}{3,}ed$/u
/** No adjective, or one that is not turned: "implant", "invaluable", "misstate". */
const NOT_TURNED = new Set('plant state valuable flammable habitable tent sent cover'.split(' '))

/** Words that say of one thing what cannot both be so; by pairs. */
const PAIRS: ReadonlyMap<string, ReadonlySet<string>> = pairsOf(
  `mild severe, mild moderate, moderate severe, acute chronic, clear cloudy, confirmed denied, confirms denies, written oral, open closed,
   present absent, high low, higher lower, highest lowest, elevated reduced, elevated decreased, elevated low, elevated normal, major minor,
   maximum minimum, more less, most least, before after, above below, over under, first last, early late, earlier later, internal external,
   public private, direct indirect, domestic foreign, full partial, fully partially, temporary permanent, mandatory optional, mandatory voluntary,
   success failure, succeeded failed, gain loss, profit loss, credit debit, buy sell, bought sold, paid owed, paid unpaid, mother father, son daughter,
   brother sister, husband wife, married single, married divorced, married unmarried, male female, man woman, men women, his her, he she,
   left right, upper lower, anterior posterior, proximal distal, lateral medial, systolic diastolic, benign malignant, primary secondary,
   positive negative, strong weak, always never, all none, each neither, both neither, oldest youngest, elder younger, senior junior,
   increase decrease, increases decreases, increasing decreasing, rise fall, rose fell, raised lowered, improve worsen, better worse, best worst,
   accept reject, accepts rejects, allow forbid, allowed forbidden, allowed prohibited, permitted prohibited, permit prohibit, include exclude, includes excludes,
   innocent guilty, lawful unlawful, hypertension hypotension,
   hyperglycemia hypoglycemia, tachycardia bradycardia, hot cold, warm cold, wet dry, fast slow, long short, longer shorter, day night, morning evening, north south, east west, young old, new old`,
)

/** Whether two words, in lower case, are each other's opposite: "normal" and "abnormal", "mild" and "severe". English. */
export function isOpposite(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.endsWith(short) && isTurnedBy(long.slice(0, long.length - short.length), short)) return true
  return PAIRS.get(one)?.has(other) ?? false
}

function isTurnedBy(prefix: string, word: string): boolean {
  if (word.length < LETTERS_AT_LEAST) return false
  if (ALWAYS.includes(prefix)) return true
  if (!BEFORE_ADJECTIVE.includes(prefix) || NOT_TURNED.has(word)) return false
  return ADJECTIVE.test(word) || (prefix === 'un' && PARTICIPLE.test(word))
}

function pairsOf(list: string): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>()
  const add = (one: string, other: string) => pairs.set(one, (pairs.get(one) ?? new Set()).add(other))
  for (const pair of list.split(',')) {
    const [one = '', other = ''] = pair.trim().split(/\s+/)
    add(one, other)
    add(other, one)
  }
  return pairs
}
