import { isSameWord } from '../text/word-forms.ts'
import { meansLabel } from './form-labels.ts'
import { isSameValue, statementOf, type Statement, type Term, valuesIn } from './statement.ts'

/**
 * What a part of a question wants to be told. `whether`: a yes or no. `all`: many things, of which nobody can tell by code whether they
 * are complete.
 */
export type Wanted =
  | 'whether'
  | 'date'
  | 'when'
  | 'count'
  | 'age'
  | 'length'
  | 'amount'
  | 'person'
  | 'reason'
  | 'all'
  | 'comparison'
  | 'any'

/**
 * One thing that is asked; `text` in the words of the question. `terms`: what it is about, without the `names` of people and documents;
 * `values`: the dates and numbers by which it says what is meant ("in July 2022").
 */
export type AskedPart = {
  readonly text: string
  readonly wants: Wanted
  readonly terms: readonly Term[]
  readonly names: readonly string[]
  readonly asked: Statement
}

/** In the languages that are read. */
const QUESTION_WORDS =
  'how|when|what|who|whom|whose|which|why|where|whether|wer|wen|wem|wessen|wann|was|wie|warum|weshalb|wieso|wo|welche[rsnm]?|wieviele?|ob|qui|quand|quoi|comment|pourquoi|où|combien|quel(?:le)?s?|quién(?:es)?|cuándo|qué|cómo|por qué|dónde|cuánt[oa]s?|cuál(?:es)?|chi|quando|cosa|come|perché|dove|quant[oaie]|qual[ei]?|quem|como|por que|onde|quais|wie|wanneer|wat|hoe|waarom|waar|hoeveel|welke?|kto|kiedy|co|jak|dlaczego|gdzie|ile|któr[yae]'
const NEXT_PART = new RegExp(
  String.raw`\?\s+(?=\S)|;\s+|,?\s+(?:and|und|et|y|e|en|i|&)\s+(?=(?:also |auch |aussi |también |anche |também |ook |też )?(?:(?:in|on|by|at|for|from|to|until|of|with|under|since) )?(?:${QUESTION_WORDS})(?![\p{L}]))`,
  'giu',
)
/** "What is her age and occupation?", "Which were the rent and the deposit of the shop?": one verb, two things that are asked. */
const TWO_THINGS =
  /^(?<head>(?:[Ww]hat|[Ww]hich) (?:is|are|was|were) )(?<whose>(?:the |her |his |its |their |\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*['’]s )?)(?<one>\p{Ll}[\p{L} -]*?)(?<more>(?:, (?:the )?\p{Ll}[\p{L} -]*?)*),? and (?:the |her |his |its |their )?(?<other>\p{Ll}[\p{L} -]*?)(?<tail> (?:of|for|in|at|on|under|from|to|during|after|before)\b.*)?$/u

const FRAME =
  /^\s*(?:according to|based on|in the (?:case|matter|judgment|record|letter) of)\s[^,?]{2,120}(?:,\s(?:\p{Lu}|and\s)[^,?]{0,60})*,\s/iu

const WANTS: readonly (readonly [Wanted, RegExp])[] = [
  [
    'all',
    /\b(?:summari[sz]e|summary|outline|overview|list|enumerate|describe|explain|all (?:of )?(?:the|his|her|its|their)|each of|every)\b|\b(?:zusammenfass\w*|liste|alle|résume[rz]?|tous|toutes|resume|todos|todas|riassum\w*|tutti|tutte|samenvat\w*|alle|podsumuj|wszystkie)\b/iu,
  ],
  [
    'comparison',
    /\b(?:compare|contrast|differ\w*|difference|vergleich\w*|compare[rz]?|compara\w*|confronta\w*|vergelijk\w*|porówn\w*)\b|\b(?:who|whose|which)\b.*\b(?:earlier|later|longer|shorter|higher|lower|more|less|greater|larger|smaller|older|younger|first)\b/iu,
  ],
  ['age', /\bhow old\b|\bwie alt\b|\bquel âge\b|\bqué edad\b|\bquanti anni\b|\bhoe oud\b|\bages?\b/iu],
  [
    'length',
    /\bhow long\b|\bwie lange\b|\bcombien de temps\b|\bcuánto tiempo\b|\bquanto tempo\b|\bhoe lang\b|\bjak długo\b/iu,
  ],
  [
    'count',
    /\bhow many\b|\bnumber of\b|\bwie viele\b|\bcombien de\b|\bcuánt[oa]s\b|\bquant[ie]\b|\bhoeveel\b|\bile\b/iu,
  ],
  [
    'amount',
    /\bhow much\b|\bwie ?viel\b|\bcuánto\b|\bquanto\b|\bwhat (?:amount|sum|price|cost|dose)\b|\b(?:amount|sum|price|cost|fee|fine|damages|deposit|salary|wage|premium|compensation|dosage)s?\b|\bwhat (?:is|was|are|were) the (?:\p{L}+ ){0,2}(?:rent|interest|rate|charge|dose)\b|\bwhat (?:rate|rent|interest)\b/iu,
  ],
  [
    'date',
    /\b(?:what|which|on what|on which) (?:date|day|month|year)\b|\b(?:dates?|birthdates?|day of)\b|\bwelche[mns]? (?:tag|datum)\b|\bquelle date\b|\bqué fecha\b|\bche data\b|\bque data\b|\bwelke datum\b/iu,
  ],
  ['when', /\bwhen\b|\bwhat time\b|\bwann\b|\bquand\b|\bcuándo\b|\bquando\b|\bwanneer\b|\bkiedy\b/iu],
  [
    'reason',
    /\bwhy\b|\breasons?\b|\bgrounds?\b|\bwarum\b|\bweshalb\b|\bpourquoi\b|\bpor qué\b|\bperché\b|\bpor que\b|\bwaarom\b|\bdlaczego\b/iu,
  ],
  ['person', /\bwho(?:m|se)?\b|\bwer\b|\bwem\b|\bwen\b|\bqui\b|\bquién\b|\bchi\b|\bquem\b|\bkto\b/iu],
]

/** They say what kind of thing is asked, and no more of it. */
const KIND_WORDS = new Set(
  `date dates day days time times year month when what which who whom whose how many much long old age ages number amount sum name names
  why reason reasons where please tell give state say find according based respectively upon take place happen happened wann wer was wie warum welche welcher welches quand qui quel quelle comment pourquoi cuándo quién qué cómo cuál quando chi
  cosa come quale quem qual como wanneer wie wat hoe waarom kiedy kto co jak dlaczego ile`.split(/\s+/),
)

/** Said of somebody who is named beside it: "the defendants A. Roe and B. Doe". */
const ROLES = new Set(
  'patient patients defendant defendants accused claimant claimants plaintiff plaintiffs party parties person persons case cases involving mr mrs ms dr'.split(
    ' ',
  ),
)

/**
 * The parts of a question, each with what it wants to be told. `naming`: in lower case the words that only say which document is meant;
 * they need not be in what answers it.
 */
export function askedParts(question: string, naming: ReadonlySet<string>): readonly AskedPart[] {
  const plain = question.replace(FRAME, '').trim()
  const asked = plain === '' ? question : plain
  return asked
    .split(NEXT_PART)
    .map((part) => part.replace(/[?.\s]+$/, '').trim())
    .filter((part) => part !== '')
    .flatMap(twoThings)
    .map((text) => partOf(text, naming))
}

/** Whom a record is about it need not say in each line. */
const OF_THE_RECORD = new Set(['patient', 'patients', 'patientin', 'paciente', 'paziente', 'patiënt', 'pacjent'])

/** "The leases of Ashton and Glenwood" are the documents themselves. */
const OF_NAMED = /^\s+(?:of|between|against|von|de|di|van)\s+(?:the\s+)?\p{Lu}/u

function partOf(text: string, naming: ReadonlySet<string>): AskedPart {
  const asked = statementOf(text)
  const wants = wantedBy(text)
  const states = asked.states.map(({ start, end }) => ({
    start,
    end,
    word: text.slice(start, end).toLowerCase(),
    isName: false,
    isCapital: false,
  }))
  const names = asked.terms.filter(({ word, isName }) => isName && !KIND_WORDS.has(word) && !ROLES.has(word))
  const isNamed = names.length > 0 || asked.terms.some(({ word }) => naming.has(word))
  const terms = [...asked.terms, ...states].filter(
    ({ word, isName, end }) =>
      !isName &&
      !OF_NAMED.test(text.slice(end)) &&
      word.length > 1 &&
      !(wants !== 'whether' && KIND_WORDS.has(word)) &&
      !naming.has(word) &&
      !(isNamed && ROLES.has(word)) &&
      !OF_THE_RECORD.has(word),
  )
  return { text, wants, terms, names: names.map(({ word }) => word), asked }
}

/** Begins with its verb, and has no question word. */
const YES_OR_NO =
  /^(?:(?:and|und|et|y|e|en|i) )?(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would|ist|sind|war|waren|hat|haben|hatte|darf|dürfen|kann|können|muss|müssen|soll|wird|wurde|est-ce|a-t-(?:il|elle)|czy)\b/iu

function twoThings(part: string): readonly string[] {
  const { head = '', whose = '', one, more = '', other, tail = '' } = TWO_THINGS.exec(part)?.groups ?? {}
  if (one === undefined || other === undefined) return [part]
  const between = more.split(', ').flatMap((thing) => thing.replace(/^the /, '').trim() || [])
  return [one, ...between, other].map((thing) => `${head}${whose}${thing.trim()}${tail}`)
}

function wantedBy(part: string): Wanted {
  if (YES_OR_NO.test(part)) return 'whether'
  return WANTS.find(([, pattern]) => pattern.test(part))?.[0] ?? 'any'
}

/** A confirmed sentence, what the place that confirms it says with its label, and whether the document of that place has a word. */
export type ConfirmedSentence = {
  readonly said: Statement
  readonly around: Statement
  readonly documentHas: (word: string) => boolean
}

/** So much of what a part asks about must be where its answer is. */
const TOPIC_SHARE = 0.75
/** Behind such words stands a reason. */
const CAUSE =
  /\b(?:because|due to|owing to|as a result|result(?:s|ed|ing) (?:in|from)|reasons?|in order to|so that|caused? by|secondary to|since|on (?:the )?grounds?|therefore|thus|given that|weil|wegen|aufgrund|da |deshalb|parce que|en raison|car|porque|debido a|perché|a causa|porque|devido a|omdat|wegens|ponieważ|z powodu)\b/iu
const EVENT =
  /\b(?:until|upon|after|before|within|once|at the end|at any time|on expiry|on completion|on delivery|immediately|at once|nach|vor|bis|innerhalb|sobald|après|avant|jusqu|dès|después|antes|hasta|dopo|prima|fino|depois|até|na|voor|tot|po|przed|do)\b/iu

/**
 * Whether one of the confirmed sentences answers a part: it is about what the part asks, of a document with the names that it has, and
 * tells what is wanted, a date for "when", a name for "who". A part that asks for all there is, or for a comparison, can never be shown
 * to be answered by a sentence.
 */
export function isAnswered(part: AskedPart, confirmed: readonly ConfirmedSentence[]): boolean {
  if (part.wants === 'all' || part.wants === 'comparison') return false
  const enough = part.wants === 'whether' ? 1 : TOPIC_SHARE
  return confirmed.some((sentence) => coverage(part, sentence) >= enough && tells(part, sentence))
}

/** How much of what a part is about is in a place with its heads, 0 to 1; 0 where a date or number of it, or a name, is of another. */
export function coverage(
  { terms, names, asked, wants }: AskedPart,
  { around, said, documentHas }: ConfirmedSentence,
): number {
  const isOfIt = asked.values.every((value) => around.values.some((other) => isSameValue(value, asked, other, around)))
  if (!isOfIt || !names.every(documentHas)) return 0
  if (terms.length === 0) return wants === 'age' && OF_AGE.test(around.text) ? 1 : 0
  const words = [...around.terms, ...said.terms].map(({ word }) => word)
  const states = [around, said].flatMap(({ states: all, text }) =>
    all.map(({ start, end }) => text.slice(start, end).toLowerCase()),
  )
  const there = terms.filter(
    ({ word }) => [...words, ...states].some((other) => isSameWord(word, other)) || meansLabel(word, around.text),
  )
  return there.length / terms.length
}

const OF_AGE =
  /\b(?:ages?|aged|old|born|alter|jahre alt|âge|ans|edad|años|età|anni|idade|anos|leeftijd|jaar|wiek|lat)\b/iu

/** Whether a sentence tells what kind of thing is wanted. */
export function tells({ wants, terms, asked }: AskedPart, { said }: ConfirmedSentence): boolean {
  const fresh = said.values.filter((value) => !asked.text.includes(said.text.slice(value.start, value.end)))
  const has = (...kinds: readonly string[]) => fresh.some(({ kind }) => kinds.includes(kind))
  switch (wants) {
    case 'whether':
      return !CONDITIONAL.test(said.text) || CONDITIONAL.test(asked.text)
    case 'date':
      return has('date')
    case 'when':
      return (
        has('date', 'clock') ||
        (EVENT.test(said.text) && has('time', 'months', 'working time')) ||
        BY_EVENT.test(said.text)
      )
    case 'age':
      return has('months', 'number', 'time')
    case 'length':
      return has('months', 'time', 'working time') || /\b(?:for )?(?:life|ever|indefinite\w*)\b/i.test(said.text)
    case 'count':
      return fresh.some((value) => value.measure !== null && isOfThings(value.end, said, terms))
    case 'amount':
      return fresh.some(({ measure, kind }) => measure !== null && kind !== 'place')
    case 'person':
      return said.terms.some(({ word, isName }) => isName && !asked.terms.some((other) => isSameWord(word, other.word)))
    case 'reason':
      return CAUSE.test(said.text)
    default:
      return true
  }
}

/** What holds in some case only says neither yes nor no. */
const CONDITIONAL =
  /\b(?:if|unless|until|provided|subject to|deemed|where|when|whether|may|might|could|wenn|falls|sofern|ob|si|se|als|indien|jeśli)\b/iu

const BY_EVENT =
  /\b(?:upon|after|before|on) (?:the )?(?:expiry|completion|delivery|termination|signature|service|receipt|death|birth|discharge)\b/iu
const NEAR_WORDS = 2

/** "4 pieces of evidence": what is counted stands just behind the number. */
function isOfThings(end: number, { text, terms: all }: Statement, terms: readonly Term[]): boolean {
  const next = all.filter(({ start }) => start >= end).slice(0, NEAR_WORDS)
  const isNear = (term: Term) => (text.slice(end, term.start).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= NEAR_WORDS
  return next.some((term) => isNear(term) && terms.some(({ word }) => isSameWord(word, term.word)))
}

const NAME = /\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*)*/u
/** "A. Roe and B. Doe", "A or B": people or parties that are asked about beside each other. */
const NAMES_TOGETHER = new RegExp(
  `(${NAME.source})(?:,? (?:and|or|with|versus|vs\\.?|v\\.?|und|oder|et|ou|y|o|e|en|of|i|lub) (${NAME.source}))+`,
  'gu',
)

/** People and parties that the question asks about beside each other, as they are written there; fewer than two: none. */
export function namesAsked(question: string): readonly string[] {
  const plain = question.replace(FRAME, '')
  const lists = [...plain.matchAll(NAMES_TOGETHER)].map(([list]) => list)
  const names = lists.flatMap((list) =>
    list.split(/,? (?:and|or|with|versus|vs\.?|v\.?|und|oder|et|ou|y|o|e|en|of|i|lub) /u),
  )
  const found = [...new Set(names.map((name) => name.replace(/[’']s?$/, '').trim()))].filter(
    (name) => !new RegExp(`^(?:${QUESTION_WORDS})$`, 'iu').test(name) && valuesIn(name).length === 0,
  )
  return found.length < 2 ? [] : found
}
