import oppositeWords from './opposite-words.json' with { type: 'json' }
import { onceKnown, remembered } from './word-forms.ts'
import { baseForm } from './words.ts'

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

/** Words of which one thing can be only one; each with all others of its entry: ours, and pairs of WordNet (`scripts/make-opposite-words.ts`). */
const EXCLUDING: ReadonlyMap<string, ReadonlySet<string>> = excludingEachOther(
  `mild moderate severe, confirmed denied, confirms denies, written oral, higher lower, highest lowest, elevated reduced,
   elevated decreased, elevated low, elevated normal, before after, over under, earlier later, full partial, fully partially, temporary permanent,
   mandatory optional, mandatory voluntary, success failure, succeeded failed, gain loss, profit loss, bought sold, paid owed, mother father,
   son daughter, brother sister, husband wife, single married divorced widowed, man woman, men women, his her, he she, upper lower, lateral medial,
   systolic diastolic, always never, all none, each neither, both neither, oldest youngest, elder younger, increases decreases, rose fell,
   improve worsen, accepts rejects, allow forbid, allowed forbidden, allowed prohibited, permitted prohibited, permit prohibit, includes excludes,
   hypertension hypotension, hyperglycemia hypoglycemia, tachycardia bradycardia, warm cold, longer shorter, day night, morning evening,
   grant refuse, increase diminish, once twice thrice, hourly daily nightly weekly fortnightly monthly quarterly yearly, left right bilateral,
   einmal zweimal dreimal viermal, stündlich täglich wöchentlich monatlich vierteljährlich jährlich, links rechts beidseits`,
  oppositeWords.pairs,
)

/** Whether two words, in lower case, exclude each other: "normal" and "abnormal", "mild" and "severe", "once" and "twice". English, some German. */
export function isOpposite(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.endsWith(short) && isTurnedBy(long.slice(0, long.length - short.length), short)) return true
  return excludes(one, other) || isOfOppositeGroups(one, other) || areFormsOfOpposites(one, other)
}

function excludes(one: string, other: string): boolean {
  return EXCLUDING.get(one)?.has(other) === true
}

/** "Refuses" and "granted"; a word without an ending may be another kind of word: "still" and "charged". */
function areFormsOfOpposites(one: string, other: string): boolean {
  const [mine, yours] = [basesOf(one), basesOf(other)]
  return mine.some((base) => yours.some((opposite) => excludes(base, opposite)))
}

/** `isOwn`: it is the antonym itself, or a word of the same meaning; else one of its group. */
type Group = { readonly pair: number; readonly side: number; readonly isOwn: boolean }

/** The groups of a word, each about one of two antonyms. */
const groups = onceKnown(() => groupsOf(oppositeWords.groups))

/**
 * "Tiny" is of the group of "small", the opposite of "big". One of the two must be the antonym itself: "heavy" and "severe" are of opposite
 * groups, of "indulgent" and its antonym. Not where both are of one group too, for a word has several meanings.
 */
function isOfOppositeGroups(one: string, other: string): boolean {
  const [mine, yours] = [groups().get(one) ?? [], groups().get(other) ?? []]
  const shared = mine.flatMap((group) =>
    yours.filter(({ pair }) => pair === group.pair).map((its) => [group, its] as const),
  )
  const isOneGroup = shared.some(([group, its]) => group.side === its.side)
  return !isOneGroup && shared.some(([group, its]) => group.isOwn || its.isOwn)
}

function groupsOf(pairs: readonly string[]): ReadonlyMap<string, readonly Group[]> {
  const all = new Map<string, Group[]>()
  const add = (word: string, group: Group) => {
    const known = all.get(word)
    if (known) known.push(group)
    else all.set(word, [group])
  }
  for (const [pair, sides] of pairs.entries())
    for (const [side, words] of sides.split(' | ').entries()) {
      const [own = '', others = ''] = words.split(',')
      for (const word of own.split(' ')) add(word, { pair, side, isOwn: true })
      for (const word of others.trim().split(' ')) add(word, { pair, side, isOwn: false })
    }
  return all
}

/** English verbs and their like: "grants" is as much the opposite of "refused" as "granted" is. */
const FORMS = ['ed', 'ing', 's'] as const

/** What a word with an ending may be a form of: "stop" or "stopp" of "stopped", "deny" of "denied", "refuse" or "refus" of "refused". */
const basesOf = remembered((word): readonly string[] => {
  const base = baseForm(word)
  // "Paid" and "sold" have no ending, and are past.
  if (base !== word) return [base]
  const form = FORMS.find((ending) => word.endsWith(ending))
  if (form === undefined) return []
  const rest = word.slice(0, -form.length)
  const bases = [rest, `${rest}e`, rest.replace(/ie?$/u, 'y'), rest.replace(/e$/u, ''), rest.replace(/(.)\1$/u, '$1')]
  return [...new Set(bases)].filter((one) => one.length > 1)
})

function isTurnedBy(prefix: string, word: string): boolean {
  if (word.length < LETTERS_AT_LEAST) return false
  if (ALWAYS.includes(prefix)) return true
  if (!BEFORE_ADJECTIVE.includes(prefix) || NOT_TURNED.has(word)) return false
  return ADJECTIVE.test(word) || (prefix === 'un' && PARTICIPLE.test(word))
}

function excludingEachOther(...lists: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  for (const entry of lists.join(',').split(',')) {
    const words = entry.trim().split(/\s+/)
    for (const word of words) {
      const excluded = all.get(word) ?? new Set()
      for (const other of words) if (other !== word) excluded.add(other)
      all.set(word, excluded)
    }
  }
  return all
}
