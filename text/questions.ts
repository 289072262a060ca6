import type { Span } from './spans.ts'
import { createWordClass } from './word-classes.ts'
import { isSameWord } from './word-forms.ts'

/**
 * What a question, or a part of one, wants to be told. `whether`: a yes or no. `when`: a date, or by what it is set; `date`: a day. `all`:
 * many things, of which nobody can tell by code whether they are complete.
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
  | 'manner'
  | 'condition'
  | 'all'
  | 'comparison'
  | 'any'

/** In the eight languages, as alternatives of a pattern. */
const QUESTION_WORDS =
  'how|when|what|who|whom|whose|which|why|where|whether|wer|wen|wem|wessen|wann|was|wie|warum|weshalb|wieso|wo|welche[rsnm]?|wieviele?|ob|qui|quand|quoi|comment|pourquoi|où|combien|quel(?:le)?s?|quién(?:es)?|cuándo|qué|cómo|por qué|dónde|cuánt[oa]s?|cuál(?:es)?|chi|quando|cosa|come|perché|dove|quant[oaie]|qual[ei]?|quem|como|por que|onde|quais|wanneer|wat|hoe|waarom|waar|hoeveel|welke?|kto|kiedy|co|jak|dlaczego|gdzie|ile|któr[yae]'
const ALONE = new RegExp(`^(?:${QUESTION_WORDS})$`, 'iu')
const AND = 'and|und|et|y|e|en|i|&'
const ALSO = 'also |auch |aussi |también |anche |também |ook |też '
const BEFORE_QUESTION_WORD = [
  'in|on|by|at|for|from|to|until|of|with|under|since',
  'mit|von|aus|für|an|auf|bei|bis|zu|nach|seit|unter|durch|über|ab',
  'à|de|avec|par|pour|depuis|dans|sous|sur|dès',
  'a|con|para|por|desde|en|bajo|hasta',
  'da|di|per|su|presso|entro|fino a',
  'com|em|sob|até',
  'met|van|voor|op|aan|bij|onder|sinds|door',
  'z|za|do|na|w|od|przez|dla|pod',
].join('|')
/** Between two parts: another question, or an "and" with a question word behind it. */
const NEXT_PART = new RegExp(
  String.raw`\?\s+(?=\S)|;\s+|,?\s+(?:${AND})\s+(?=(?:${ALSO})?(?:(?:${BEFORE_QUESTION_WORD}) )?(?:${QUESTION_WORDS})(?![\p{L}]))`,
  'giu',
)

/** "O. Price" asks for no price. */
const WITH_INITIALS = /(?:\p{Lu}\.\s*)+\p{Lu}\p{L}+/gu

/** The first that fits; a yes or no is told by its verb. */
const WANTS: readonly (readonly [Wanted, RegExp])[] = [
  [
    'all',
    /\b(?:summari[sz]e|summary|outline|overview|list|enumerate|describe|explain|all (?:of )?(?:the(?! same)|his|her|its|their)|each of|every)\b|(?<!\p{L})(?:zusammenfass\p{L}*|liste|alle|résume[rz]?|tous|toutes|resume|todos|todas|riassum\p{L}*|tutti|tutte|samenvat\p{L}*|podsumuj|wszystkie)(?!\p{L})/iu,
  ],
  [
    'comparison',
    /(?<!\p{L})(?:compar\p{L}+|contrast|differ\p{L}*|vergleich\p{L}*|unterschei\p{L}+|confronta\p{L}*|vergelijk\p{L}*|porówn\p{L}*)(?!\p{L})|\b(?:who|whose|which)\b.*\b(?:earlier|later|longer|shorter|higher|lower|more|less|greater|larger|smaller|older|younger|first)\b/iu,
  ],
  [
    'age',
    /\bhow old\b|\bages?\b|(?<!\p{L})(?:wie alt|quel âge|qué edad|quanti anni|que idade|hoe oud|ile lat)(?!\p{L})/iu,
  ],
  [
    'length',
    /(?<!\p{L})(?:how (?:long|soon|quickly)|wie (?:lange|schnell|bald)|combien de temps|cuánto tiempo|quanto tempo|hoe (?:lang|snel)|jak (?:długo|szybko))(?!\p{L})/iu,
  ],
  [
    'condition',
    /(?<!\p{L})(?:(?:in|under|on|upon) (?:what|which) (?:cases?|circumstances?|conditions?|terms)|unter welche[rn] (?:bedingung|voraussetzung|umst[aä]nd)\p{L}*|in welche[mn] f[aä]ll\p{L}*|dans quels? cas|[àa] quelles? conditions?|en qué casos?|bajo qué condiciones|in quali? casi|a quali condizioni|em (?:que|quais) casos|sob que condições|in welke gevallen|onder welke (?:voorwaarden|omstandigheden)|w jakich (?:przypadkach|okolicznościach)|pod jakimi warunkami)(?!\p{L})/iu,
  ],
  [
    'count',
    /(?<!\p{L})(?:how many|number of|wie viele|combien de|cuánt[oa]s|quant[ieao]s|quant[ie]|hoeveel|ile)(?!\p{L})/iu,
  ],
  [
    'amount',
    /(?<!\p{L})(?:how (?:much|thick|high|tall|deep|wide|far|heavy|big|large|fast|strong)|wie (?:dick|hoch|tief|breit|weit|schwer|groß|stark)|hoe (?:dik|hoog|diep|breed|ver|zwaar|groot|sterk)|wie ?viel|combien|cuánto|quanto|what (?:amount|sum|price|cost|dose|rate|rent|interest))(?!\p{L})|\b(?:amount|sum|price|cost|fee|fine|damages|deposit|salary|wage|premium|compensation|dosage)s?\b|\bwhat (?:is|was|are|were) the (?:\p{L}+ ){0,2}(?:rent|interest|rate|charge|dose)\b/iu,
  ],
  [
    'date',
    /\b(?:what|which) (?:date|day|month|year)\b|\b(?:dates?|birthdates?|day of)\b|(?<!\p{L})(?:welche[mns]? (?:tag|datum)|quelle date|qué fecha|che data|que data|welke datum|jaka data)(?!\p{L})/iu,
  ],
  ['when', /(?<!\p{L})(?:when|what (?:time|hours?)|wann|quand|cuándo|quando|wanneer|kiedy)(?!\p{L})/iu],
  [
    'reason',
    /\b(?:why|reasons?|grounds?)\b|(?<!\p{L})(?:warum|weshalb|wieso|pourquoi|por qué|perché|por que|waarom|dlaczego)(?!\p{L})/iu,
  ],
  [
    'manner',
    /^(?:and )?(?:how (?!.*\b(?:chang|differ|develop|progress)\p{L}*)(?:is|are|was|were|do|does|did|must|may|can|shall|should|will)|wie (?:ist|sind|wird|werden|wurden?|muss|müssen|kann|können|darf|soll)|comment (?:est|sont|doit|peut|faut)|cómo (?:se|debe|puede|es|fue)|hoe (?:is|wordt|worden|werd|moet|kan|mag))\b/iu,
  ],
  ['person', /\bwho(?:m|se)?\b|\bnames? of\b|(?<!\p{L})(?:wer|wem|wen|qui|quién|quiénes|chi|quem|kto)(?!\p{L})/iu],
]
/** Begins with its verb; in the Romance languages only what no statement begins with. */
const YES_OR_NO = new RegExp(
  String.raw`^(?:(?:${AND}) )?(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would|ist|sind|war|waren|hat|haben|hatte|darf|dürfen|kann|können|muss|müssen|soll|wird|wurde|est-ce|mag|moet|heeft|czy)(?![\p{L}])`,
  'iu',
)
/** They say what kind of thing is asked, and no more of it. */
const KIND_WORDS = new Set(
  'date dates day days time times year month much many long old age ages number amount sum name names reason reasons please tell give state say find according based respectively upon take place happen happens happened summarize summarise summary outline overview describe explain list enumerate briefly detail total overall altogether instances pieces separate distinct different various fact facts detail details information circumstances rate older younger something anything somebody anybody someone anyone'.split(
    ' ',
  ),
)

const CAUSE = createWordClass({
  en: {
    sure: 'because, due to, owing to, as a result, results from, resulted from, resulting from, resulted in, reason, reasons, in order to, so that, caused by, cause of, secondary to, since, on grounds, on the grounds, therefore, thus, given that',
  },
  de: { sure: 'weil, wegen, aufgrund, deshalb, daher, damit, infolge', gated: 'da' },
  fr: { sure: 'parce que, en raison, à cause, car, afin de, du fait' },
  es: { sure: 'porque, debido a, a causa, para que, por ello' },
  it: { sure: 'perché, a causa, poiché, affinché, dovuto a' },
  pt: { sure: 'porque, devido a, por causa, para que' },
  nl: { sure: 'omdat, wegens, doordat, zodat, vanwege' },
  pl: { sure: 'ponieważ, z powodu, gdyż, dlatego, aby' },
})
/** By what a time is set that has no date: "within 14 days of receipt", "on completion". */
const SETTING = createWordClass({
  en: {
    sure: 'until, upon, after, before, within, once, at the end, at any time, on expiry, on completion, on delivery, on termination, on signature, on service, on receipt, on death, on birth, on discharge, immediately, at once',
  },
  de: { sure: 'nach, vor, bis, innerhalb, sobald, binnen, jederzeit, sofort' },
  fr: { sure: 'après, avant, jusqu’à, dès, dans les, à tout moment, immédiatement' },
  es: { sure: 'después, antes, hasta, dentro de, en cualquier momento, inmediatamente' },
  it: { sure: 'dopo, prima, fino, entro, in qualsiasi momento, subito' },
  pt: { sure: 'depois, antes, até, dentro de, a qualquer momento, imediatamente' },
  nl: { sure: 'voor, tot, binnen, zodra, te allen tijde, onmiddellijk', gated: 'na' },
  pl: { sure: 'przed, do, w ciągu, w każdym czasie, natychmiast', gated: 'po' },
})
/** How something is done. In English also what stands behind "by" or "with" (`tellsManner`). */
const MANNER = createWordClass({
  en: { sure: 'in writing, in person, in cash, orally, verbally, electronically, by hand, by mouth, manually' },
  de: { sure: 'durch, per, mittels, mit, schriftlich, mündlich, persönlich, bar' },
  fr: { sure: 'par, avec, au moyen, oralement, verbalement' },
  es: { sure: 'por, mediante, con, por escrito, verbalmente' },
  it: { sure: 'tramite, mediante, con, per iscritto, verbalmente' },
  pt: { sure: 'por, mediante, com, por escrito, verbalmente' },
  nl: { sure: 'per, met, door, schriftelijk, mondeling' },
  pl: { sure: 'przez, za pomocą, pisemnie, ustnie, osobiście' },
})
const MEANS = /\b(?:by|with|through|via|using) (?:(?:an?|the|his|her|its|their|any|such) )?(?<means>\p{L}[\p{L}-]*)/giu
const OF_AGE =
  /(?<!\p{L})(?:ages?|aged|years? old|year-old|months old|alter|jahre alt|âge|ans|edad|años|età|anni|idade|anos|leeftijd|jaar|wiek|lat)(?!\p{L})/iu
const PAST = createWordClass({
  en: { sure: 'was, were, had been, did' },
  de: { sure: 'wurde, wurden, war, waren, hatte, hatten' },
  fr: { sure: 'était, étaient, fut, a été, ont été' },
  es: { sure: 'fue, fueron, era, eran, ha sido' },
  it: { sure: 'fu, furono, era, erano, è stato, è stata, sono stati' },
  pt: { sure: 'foi, foram, era, eram' },
  nl: { sure: 'werd, werden, waren', gated: 'was' },
  pl: { sure: 'był, była, było, były, został, została, zostały' },
})
const AT_AGE =
  /(?<!\p{L})(?:at|at the|in the) age\b|(?<!\p{L})(?:im alter|à l['’]âge|a la edad|all['’]età|aos \p{N}+ anos|op (?:de )?(?:leeftijd|\p{N}+-jarige)|w wieku)(?!\p{L})/iu
const OF_BIRTH =
  /(?<!\p{L})(?:born|birth ?dates?|birthdays?|date of birth|geboren|geburtsdatum|né|née|nacid[oa]|nat[oa]|nascid[oa]|urodzon[ya])(?!\p{L})/iu
const FOR_EVER =
  /\b(?:for )?(?:life|ever|indefinite\p{L}*)\b|(?<!\p{L})(?:lebenslang\p{L}*|unbefristet|à vie|de por vida|a vita|levenslang|dożywot\p{L}*)(?!\p{L})/iu

/** Where the parts of a question that asks several things begin anew: "…, and how is notice given?" */
export function questionParts(question: string): readonly string[] {
  return question
    .split(NEXT_PART)
    .map((part) => part.replace(/[?.\s]+$/, '').trim())
    .filter((part) => part !== '')
}

/** Up to four words of which the last is the thing, as the group `noun` of a pattern. */
export const NOUNS = String.raw`(?:\p{L}[\p{L}’'-]* ){0,3}?(?<noun>\p{L}[\p{L}’'-]*)`
const VERB = 'did|does|do|was|were|is|are|has|have|had|must|shall|may|can|could|will|would'
/** "What crime did …", "Which court has …". */
const WHICH_NOUN = new RegExp(
  String.raw`^(?:[Aa]nd )?(?:\p{L}+ )?[Ww]h(?:at|ich) (?!(?:${VERB})\b)${NOUNS} (?:${VERB})\b`,
  'u',
)
const DID = String.raw`\p{Ll}{2,}ed|made|makes|gave|took|paid|wrote|held|found|got|sold|bought|sent|brought|led|ran|saw|chose|drew|told|met|lost|won|grew`
/** "Which company made …". */
const WHICH_DID = new RegExp(String.raw`^(?:[Aa]nd )?[Ww]hich (?!(?:${VERB}|of)\b)${NOUNS} (?:${DID})\b`, 'u')
/** "How many screws are there in one of the boxes": the words up to the next that joins. */
const COUNTED =
  /\bhow many (?<things>(?:(?!(?:are|is|was|were|do|does|did|has|have|had|can|may|must|shall|will|in|on|at|for|with|that|which|who)\b)[\p{L}’'-]+ ?){1,4})/iu
/** "How many pieces of evidence were …", "How much rent deposit does …". */
const HOW_MANY_NOUN = new RegExp(String.raw`^(?:[Aa]nd )?[Hh]ow (?:many|much) ${NOUNS} (?:${VERB})\b`, 'u')
/** "Whose body temperature is higher". */
const WHOSE_NOUN = new RegExp(String.raw`^(?:[Aa]nd )?[Ww]hose ${NOUNS} (?:${VERB})\b`, 'u')
/** "What is the permitted use of …", "What was her general health condition". */
const WHAT_IS_NOUN = new RegExp(
  String.raw`^(?:[Aa]nd )?[Ww]hat (?:is|was|are|were) (?:the |an? |his |her |its |their |\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)* ?['’]s? )?${NOUNS}(?= (?:of|for|in|on|at|to|by|from|under|with|between|given|made|that|which|who)\b|$)`,
  'u',
)

/** Of which things a question asks, such as "medicines" of "Which medicines were stopped?", in lower case; null where of none. */
export function thingsListed(part: string): string | null {
  const noun = WHICH_NOUN.exec(part)?.groups?.noun?.toLowerCase() ?? null
  return noun === null || isKindWord(noun) ? null : noun
}

/** The thing that a question asks for, such as "crime" of "What crime did Roe commit?", in lower case; null for none. */
export function thingAsked(part: string): string | null {
  const found = [WHICH_NOUN, WHICH_DID, HOW_MANY_NOUN, WHOSE_NOUN, WHAT_IS_NOUN].map(
    (pattern) => pattern.exec(part)?.groups?.noun,
  )
  const noun = found.find((one) => one !== undefined)?.toLowerCase() ?? null
  return noun === null || isKindWord(noun) ? null : noun
}

/** Which things are counted, in the words behind "how many"; null where they cannot be told. */
export function thingsCounted(part: string): string | null {
  return COUNTED.exec(part)?.groups?.things ?? null
}

/** "Was Roe or Doe born earlier?" begins like a yes or no, and asks which of the two. */
const WHICH_OF_TWO =
  /\bor\b.*\b(?:earlier|later|first|longer|shorter|higher|lower|more|less|older|younger|larger|smaller)\b/iu

export function wantedBy(question: string): Wanted {
  const part = question.replace(WITH_INITIALS, '_')
  if (YES_OR_NO.test(part)) return WHICH_OF_TWO.test(part) ? 'comparison' : 'whether'
  const found = WANTS.flatMap(([wants, pattern]) => {
    const at = part.search(pattern)
    return at < 0 ? [] : { wants, at }
  })
  const ofMany = found.find(({ wants }) => wants === 'all' || wants === 'comparison')
  // "Why was it stopped when …" asks why, whatever else it speaks of.
  return (ofMany ?? found.find(({ at }) => at === 0) ?? found[0])?.wants ?? 'any'
}

/** A word in small letters that says what kind of thing is asked, and nothing of what. */
export function isKindWord(word: string): boolean {
  return KIND_WORDS.has(word) || ALONE.test(word)
}

/** "…, as the thrombosis was provoked", and not ", as the family noted". */
const AS = /,\s+as (?:the|an?|he|she|it|they|this|that|there|we|no|his|her|their|its|both|all)(?!\p{L})(?<rest>[^.;]*)/u
const AS_NOTED =
  /\b(?:case may be|noted|said|agreed|planned|reported|stated|requested|advised|discussed|described|recorded|ordered|instructed|mentioned|required)\b/u
/** "Stop it: it lowers the level". */
const COLON =
  /\p{L}: (?:it|this|that|these|they) (?:may |can |would |could )?(?:lowers?|raises?|increases?|reduces?|causes?|caused|prevents?|interacts?|interferes?|worsens?|triggers?|leads?|risks?|weakens?|blocks?|affects?)(?!\p{L})/u

/** Whether a sentence gives a reason. */
export function givesReason(text: string): boolean {
  const as = AS.exec(text)
  return CAUSE.in(text).length > 0 || COLON.test(text) || (as !== null && !AS_NOTED.test(as.groups?.rest ?? ''))
}

/** Whether a sentence says how something is done, in other words than those of the question, in lower case. */
export function tellsManner(text: string, asked: readonly string[]): boolean {
  if (MANNER.in(text).length > 0) return true
  const means = [...text.matchAll(MEANS)].flatMap(({ groups }) => groups?.means?.toLowerCase() ?? [])
  return means.some((word) => !asked.some((other) => isSameWord(word, other)))
}

/** At the end, or beside what it says of: "Has she had one before?", "Hatte sie schon einmal eine Thrombose?" */
const EARLIER =
  /(?<!\p{L})(?:(?:before|in the past|dans le passé|par le passé|in passato|no passado|w przeszłości)(?=\s*[?.]*$)|(?:schon einmal|schon früher|alguna vez|al eens)(?!\p{L}))/iu

/** Where a question asks of what was earlier than all that it speaks of; null where it does not. */
export function asksOfEarlier(part: string): Span | null {
  const found = EARLIER.exec(part)
  return found && { start: found.index, end: found.index + found[0].length }
}

const NOW =
  /(?<!\p{L})(?:now|nowadays|current|currently|at present|at the moment|right now|presently|still|latest|most recent|most recently|today|these days|jetzt|derzeit|derzeitig\p{L}*|aktuell\p{L}*|momentan|zurzeit|zur zeit|im moment|noch|heute|immer noch|maintenant|actuel\p{L}*|aujourd['’]hui|toujours|ahora|actualmente|todavía|adesso|attual\p{L}*|ancora|agora|atual|atuais|atualmente|ainda|momenteel|thans|huidige|nog steeds|teraz|obecn\p{L}*|aktualn\p{L}*|nadal)(?!\p{L})/giu

/** Whether a question asks of how things are by now, which an older page does not tell. */
export function asksOfNow(part: string): boolean {
  return wordsOfNow(part).length > 0
}

/** The words by which a question says so; they need not be in what answers it. */
export function wordsOfNow(part: string): readonly Span[] {
  return [...part.matchAll(NOW)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
}

const HAD =
  /(?<!\p{L})(?:had|has been|have been|used to|bekam|bekamen|erhielt\p{L}*|nahm|nahmen|avait|avaient|a reçu|tenía|tomaba|aveva|prendeva|tinha|tomava|kreeg|kregen|miał|miała)(?!\p{L})/iu

/** Whether a question asks of how things are, and of no time in which they were. */
export function asksOfPresent(part: string): boolean {
  return !saysPast(part) && !HAD.test(part) && asksOfEarlier(part) === null
}

const HAVING = createWordClass({
  en: {
    sure: 'take, takes, taking, have, has, get, gets, getting, use, uses, using, receive, receives, receiving, hold, holds, keep, keeps, prescribed',
  },
  de: { sure: 'nimmt, einnehmen, einnimmt, hat, haben, bekommt, bekommen, erhält, erhalten, verwendet, verordnet' },
  fr: { sure: 'prend, prendre, reçoit, recevoir, utilise, avoir, prescrit' },
  es: { sure: 'toma, tomar, recibe, recibir, tiene, tener, usa, usar, recetado' },
  it: { sure: 'prende, prendere, assume, assumere, riceve, usa, avere, prescritto' },
  pt: { sure: 'toma, tomar, recebe, receber, tem, ter, usa, usar, prescrito' },
  nl: { sure: 'neemt, nemen, krijgt, krijgen, gebruikt, heeft, hebben, voorgeschreven' },
  pl: { sure: 'bierze, przyjmuje, stosuje, otrzymuje, ma, mieć, przepisano' },
})

/** Whether a word in small letters says that somebody has or takes something, and nothing of what. */
export function isOfHaving(word: string): boolean {
  return HAVING.has(word)
}

const NEXT =
  /(?<!\p{L})(?:next|due|upcoming|scheduled|planned|nächste[rsnm]?|fällig|geplant|anstehend\p{L}*|prochaine?s?|prévue?s?|próxim[oa]s?|prossim[oaie]|prevista?|volgende|gepland\p{L}*|następn\p{L}*|zaplanowan\p{L}*)(?!\p{L})/iu

/** Whether a question asks of what is to come, which no sentence on what was tells. */
export function asksOfNext(part: string): boolean {
  return NEXT.test(part) && !asksOfDeed(part)
}

const WHAT_SAID =
  /(?<!\p{L})(?:what|was|que|qu['’]|qué|che cosa|cosa|o que|wat|co)(?!\p{L}).*(?<!\p{L})(?:say|said|says|advised?|advises|thinks?|thought|recommend(?:s|ed)?|conclude[sd]?|report(?:s|ed)?|wr[io]te|state[sd]?|suggest(?:s|ed)?|sagt|sagte|gesagt|meint|meinte|empfahl|empfiehlt|empfohlen|schrieb|geschrieben|dit|conseill\p{L}*|dijo|dicho|aconsej\p{L}*|detto|disse|consigli\p{L}*|dito|zei|gezegd|adviseerde|powiedział\p{L}*)(?!\p{L})/iu

/** Whether a question asks what somebody said or advised. */
export function asksWhatSaid(part: string): boolean {
  return WHAT_SAID.test(part)
}

const BEGINS_WITH_THIS =
  /^[\s*_]*(?:in my (?:opinion|view),?\s+|meiner? (?:ansicht|meinung|erachtens) nach\s+)?(?:this|that|it|these|those|dies(?:es)?|das|es|cela|ceci|c['’]|esto|eso|questo|isto|dit|dat|to)\s*(?:is|was|are|were|ist|war|waren|sind|est|était|es|era|è|é|jest|było)(?!\p{L})/iu

/** Whether a sentence speaks of what only the one before it names: "In my opinion this is the main cause." */
export function pointsToBefore(text: string): boolean {
  return BEGINS_WITH_THIS.test(text)
}

const TO_DO =
  /^[\s*_#•\d.)-]*(?:actions?|action points?|actions? (?:agreed|required)|to[- ]?dos?|next steps|plan|follow[- ]?up|recommendations?|maßnahmen|aufgaben|weiteres (?:vorgehen|procedere)|procedere|empfehlung(?:en)?|à faire|conduite à tenir|acciones|pendientes|recomendaciones|azioni|raccomandazioni|ações|acties|beleid|zalecenia)[ \t]*[.:*_\n]/iu

/** Whether a text, or the label of one, is a list of what is to be done: "10. Actions. (a) Ms Roe: to write by 10 May". */
export function isToDo(text: string): boolean {
  return TO_DO.test(text.endsWith('\n') ? text : `${text}\n`)
}

/** Whether a sentence says by what a time is set. */
export function setsTime(text: string): boolean {
  return SETTING.in(text).length > 0
}

/** Whether a sentence tells of what was. */
export function saysPast(text: string): boolean {
  return PAST.in(text).length > 0
}

/** Begins the yes or no of what has been done: "Has she consented?" */
const HAS_DONE = /^(?:has|have|hat|haben)(?!\p{L})/iu

/** Whether a question asks of what was or has been done. */
export function asksOfDeed(part: string): boolean {
  return HAS_DONE.test(part) || saysPast(part)
}

/** Whether a text tells an age, or the birth that it is counted from. */
export function saysAge(text: string): boolean {
  return saysYears(text) || OF_BIRTH.test(text)
}

/** Whether a text tells at which age something was: "Appendectomy at age 12" is no patient of 12. */
export function saysAtAge(text: string): boolean {
  return AT_AGE.test(text)
}

/** Whether a text tells how old somebody is. */
export function saysYears(text: string): boolean {
  return OF_AGE.test(text)
}

/** For life, or without an end. */
export function isForEver(text: string): boolean {
  return FOR_EVER.test(text)
}
