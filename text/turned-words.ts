/** What turns any word by standing in front of it: "non-exclusive". */
const ALWAYS = ['non', 'non-', 'un-', 'nicht']
/** A word that is turned so has more letters: "in" and "inin" are none. */
const LETTERS_AT_LEAST = 4
/** How adjectives end, English and German, with the endings of German cases, and participles of Romance languages. */
const ADJECTIVE =
  /^(?:\p{L}{2,}(?:able|ible|al|ar|id|ive|ous|ate|ent|ant|ful|ic|ary|ory|ly|ect|ain|ete|(?:lich|ig|bar|sam|isch|haft)(?:e[nrsm]?)?|[ai]bil[ei]|[áí]vel|[áí]veis|[ai]bles|[ai]d[oa]s?|[ai]t[oai])|paid|known|fair|safe|well|kind|true|aware|sold|just|sound|secure|mature|pure|honest|equal|even|used|usual)$/u
/** "Undisclosed"; with "in" or "dis" it is mostly another verb: "informed", "discharged". */
const PARTICIPLE = /^\p{L}{3,}ed$/u
/** "Unbezahlt", "unverändertes"; not "unterhalten", which is no "un" before a verb. */
const GERMAN_PARTICIPLE =
  /^(?:ge|be|ver|er|ent|zer|ab|an|auf|aus|ein|vor)\p{L}{3,}(?:t|en|fähig|berechtigt|mäßig)(?:e[nrsm]?)?$/u
/** Dutch adjectives and participles: "ongeldig", "onbetaalde". */
const DUTCH = /^(?=\p{L}{5})(?:ge|be|ver|over|her)?\p{L}{2,}(?:ige?|lijke?|bare?|de|d|te|t)$/u
/** Polish adjectives and adverbs behind "nie". */
const POLISH = /^\p{L}{3,}(?:[yai]|ego|ej|ie|ny|na|ne|nie|no)$/u
/** "Symptomatic" and "asymptomatic", "febrile" and "afebrile". */
const BEHIND_A = /^\p{L}{4,}(?:ic|ical|ically|ile|al|ar|matisch|isch)$/u
/** No adjective, or one that is not turned: "implant", "invaluable", "misstate", "ungehalten". */
const NOT_TURNED = new Set(
  'plant state valuable flammable habitable tent sent cover form formed format famous different cite cited press gehalten geduldig gestalt'.split(
    ' ',
  ),
)
/** Verbs that a prefix turns, which makes other verbs of others: "disagree", but "discharge"; "deactivate", but "decline". */
const TURNED_VERBS = {
  dis: /^(?:agree|allow|approv|arm|associat|believ|belief|connect|continu|credit|honou?r|obey|own|prov|qualif|respect|satisf|similar|trust|advantage|ability|able|entitle|engage|infect|assembl|appear|locat|pleas|regard|inherit)/u,
  de: /^(?:activat|certif|classif|compensat|contaminat|congest|escalat|hydrat|list|mobili[sz]|regist|regulat|sensiti[sz]|stabili[sz]|populat|centrali[sz]|criminali[sz]|merg)/u,
  mis: /^(?:understood|understand|identif|diagnos|interpret|quot|spel|spelt|label|match|report|calculat|stat|behav|appl|conduct)/u,
}

/** By prefix what it turns; it begins many other words: "abnormal", but "inside", "unless", "informed". */
const TURNED_BY: Readonly<Record<string, readonly RegExp[]>> = {
  un: [ADJECTIVE, PARTICIPLE, GERMAN_PARTICIPLE],
  in: [ADJECTIVE],
  im: [ADJECTIVE],
  ir: [ADJECTIVE],
  il: [ADJECTIVE],
  ab: [ADJECTIVE],
  dys: [ADJECTIVE],
  mal: [ADJECTIVE],
  dis: [ADJECTIVE, TURNED_VERBS.dis],
  de: [TURNED_VERBS.de],
  mis: [TURNED_VERBS.mis],
  a: [BEHIND_A],
  on: [DUTCH],
  nie: [POLISH],
}

type Beginnings = { readonly words: readonly string[]; readonly before?: RegExp }

/**
 * Beginnings of which one turns the other, before the same rest: "preoperative" and "postoperative". `before`: only before these, for
 * others make words of their own: "income" and "outcome", "undertake" and "overtake", "Übernahme" and "Unternahme".
 */
const BEGINNINGS: readonly Beginnings[] = [
  { words: ['pre', 'post', 'intra', 'peri'] },
  { words: ['prä', 'post', 'intra', 'peri'] },
  { words: ['pré', 'pós'] },
  { words: ['ante', 'post'] },
  { words: ['hyper', 'hypo', 'normo', 'eu'] },
  { words: ['tachy', 'brady'] },
  { words: ['intra', 'extra', 'inter'] },
  { words: ['endo', 'exo'] },
  { words: ['ipsi', 'contra'] },
  { words: ['ipsi', 'kontra'] },
  { words: ['supra', 'infra'] },
  { words: ['uni', 'bi', 'multi'] },
  { words: ['mono', 'poly'] },
  { words: ['micro', 'macro'] },
  { words: ['mikro', 'makro'] },
  { words: ['homo', 'hetero'] },
  { words: ['antero', 'retro'] },
  { words: ['in', 'out'], before: /^(?:patients?|side|doors?|flows?|bound|going|coming|wards?|growing)$/u },
  {
    words: ['over', 'under'],
    before:
      /^(?:paid|pay|stat|valu|weight|pric|estimat|charg|insur|dos|achiev|nourish|hydrat|report|perform|rat|fund|ly|us|active|activity)/u,
  },
  { words: ['up', 'down'], before: /^(?:ward|stream|regulat|titrat|grad|hill|stairs|load|turn)/u },
  { words: ['über', 'unter'], before: /^(?:gewicht|zahl|dosier|schreit|funktion|versorg|schätz|bewert)/u },
  { words: ['vor', 'nach'], before: /^(?:mittag|geburtlich|operativ|stationär|träglich|vertraglich)/u },
]

/** Ends of which one turns the other, behind the same beginning: "harmful" and "harmless", "lessor" and "lessee". */
const ENDS: readonly (readonly [string, string])[] = [
  ['ful', 'less'],
  ['fully', 'lessly'],
  ['fulness', 'lessness'],
  ['or', 'ee'],
  ['er', 'ee'],
  ['haft', 'los'],
  ['voll', 'los'],
  ['reich', 'los'],
  ['pflichtig', 'frei'],
  ['fähig', 'unfähig'],
  ['mäßig', 'unmäßig'],
]
const BEFORE_END = 3
const REST_AT_LEAST = 3
const GERMAN_CASE = /(?<=los|haft|voll|reich|frei|ig)e[nrsm]?$/u

/** Whether one of two words, in lower case, is the other turned by its beginning or end: "abnormal", "irrevocable", "painless", "asymptomatic". */
export function isTurnedForm(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.endsWith(short) && isTurnedBy(long.slice(0, long.length - short.length), short)) return true
  return haveOtherBeginnings(one, other) || haveOtherEnds(one, other)
}

function isTurnedBy(prefix: string, word: string): boolean {
  if (word.length < LETTERS_AT_LEAST) return false
  if (ALWAYS.includes(prefix)) return true
  return !NOT_TURNED.has(word) && (TURNED_BY[prefix] ?? []).some((turned) => turned.test(word))
}

function haveOtherBeginnings(one: string, other: string): boolean {
  return BEGINNINGS.some(({ words, before = /^/u }) => {
    const restsOf = (word: string) =>
      words.flatMap((beginning) => (word.startsWith(beginning) ? [word.slice(beginning.length)] : []))
    const yours = restsOf(other)
    return restsOf(one).some((rest) => rest.length >= REST_AT_LEAST && before.test(rest) && yours.includes(rest))
  })
}

function haveOtherEnds(one: string, other: string): boolean {
  const [mine, yours] = [one.replace(GERMAN_CASE, ''), other.replace(GERMAN_CASE, '')]
  return ENDS.some(([end, turned]) => turnsEnd(mine, yours, end, turned) || turnsEnd(yours, mine, end, turned))
}

function turnsEnd(one: string, other: string, end: string, turned: string): boolean {
  const stem = one.slice(0, -end.length)
  return stem.length >= BEFORE_END && one.endsWith(end) && other === stem + turned
}
