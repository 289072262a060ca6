import type { WordLists } from '../../words/open-word-lists.ts'
import { eponym } from './eponyms.ts'
import { DETERMINERS } from '../names/cue-words.ts'
import { has } from './word-at.ts'
import { ROLES } from '../names/roles.ts'
import { isOwnerless, NAMED_THINGS } from './named-things.ts'
import { hasMedicalEnding } from './medical-endings.ts'
import type { Token } from './split-tokens.ts'

/** So many words of a name stand between the thing and the word: "Wolff-Parkinson-White syndrome". */
const MOST_BETWEEN = 3
/** The shortest last part by which a compound is told: "Knie-test", "Diskontinuitätsresektion". */
const SHORTEST_PART = 4
/** And the shortest compound. */
const SHORTEST_COMPOUND = 8

/** Between a thing and whose name it bears: "signe de Babinski", "Operation nach Hartmann", "wg Norton". */
const BETWEEN = new Set(
  `of de di da do du des d del della dell delle dos das l la le el il van von der den dem nach by after per selon según segun segundo secondo
  volgens według wg zgodnie modo sec sposobem metodą typu in w im the a`.split(/\s+/),
)

/** `isMedical`: other words of the text are of medicine; elsewhere Karnofsky is a tenant. */
type Around = { readonly text: string; readonly lists: WordLists; readonly isMedical: boolean }

/**
 * Whether a word is somebody's name that stands for a thing: "Bell's palsy", "objaw Murphy'ego", "Romberg negative", "a Foley". `perhaps`:
 * it is one mostly, and nothing beside it tells.
 */
export function isNamedAfter(
  tokens: readonly Token[],
  at: number,
  { text, lists, isMedical }: Around,
): boolean | 'perhaps' {
  const kind = kindOf(tokens[at])
  if (kind === null) return isPartOfThing(tokens, at) || isLawOf(tokens, at)
  if (isOfThing(tokens, at, kind)) return true
  if (isPartOfName(tokens, at, lists)) return false
  const isSomebody = actsOrIsSomebody(tokens, at)
  if (kind === 'people') return isMedical && !isSomebody && !isNameNext(tokens, at, lists) ? 'perhaps' : false
  if (isSomebody) return 'perhaps'
  return isMedical || isOneOfThem(tokens, at, text) ? true : 'perhaps'
}

type IsThing = (text: string) => boolean

/** Many people are called so: only a thing that is nobody's tells, for "Miller's operation" is one that Miller did or had. */
function isOfThing(tokens: readonly Token[], at: number, kind: 'people' | 'telling'): boolean {
  if (kind === 'telling' && isMeasured(tokens, at)) return true
  if (isSign(tokens, at) || isMethod(tokens, at)) return true
  const isIt: IsThing = kind === 'people' ? isOwnerless : isThing
  return isChained(tokens, at) || isBeforeThing(tokens, at, isIt) || isBehindThing(tokens, at, isIt)
}

/** Signs and tests of the body that many people are called like as well. */
const SIGNS = new Set(
  `murphy blumberg giordano lachman hoffmann thomas mcmurray mcburney weber rinne wasserman schober ott hawkins neer jobe finkelstein adson
  allen trendelenburg schirmer pfeiffer norton braden barlow galeazzi patrick gordon oppenheim rossolimo`.split(/\s+/),
)
/** "Robinson positive for MRSA" is somebody. */
const OF_SOMEBODY = /^(?:for|auf|für|para|per|pour|à|al|op|voor|na|w)$/iu

/** "Murphy positivo", "Giordano negativo": a sign and what was found. */
function isSign(tokens: readonly Token[], at: number): boolean {
  const [token, next, behind] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!token || next?.gap !== ' ' || !FINDING.test(next.text)) return false
  const word = token.text.toLowerCase()
  const isOne = SIGNS.has(word) || SIGNS.has(word.replace(/(?:['’]?(?:a|u|ego|s))$/u, ''))
  return isOne && !(behind?.gap === ' ' && OF_SOMEBODY.test(behind.text))
}

/** Between an operation and whose method it follows. */
const METHOD = /^(?:nach|selon|según|segundo|secondo|sec|volgens|wg|według|sposobem|metodą|modo|techniek|técnica)$/iu
/** Operations by their endings and their common names. */
const OPERATION =
  /(?:[ek][ck]?tom[ií][aeęąi]?|plast(?:ik|ia|ie|y|ica|ía|yka|yki)|stom[ií][aeęąi]?|resektion|resection|résection|resezione|resecci[oó]n|ressec[çc][aã]o|resectie|resekcj[aię]|operation|operaci[oó]n|opera[çc][aã]o|operatie|operacj[aię]|intervento|intervention|procedur[ea]?|procedimiento|procedimento|versorgung|hernioplast\p{L}*|anastomos\p{L}{1,3}|incisi\p{L}{1,3}|schnitt|accesso|zugang|fractuur|herstel|reparaci[oó]n)$/iu

/** "Resektion nach Hartmann", "ernioplastica secondo Lichtenstein": the method of an operation. */
function isMethod(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (token?.gap !== ' ' || !METHOD.test(before?.text ?? '')) return false
  return [2, 3, 4, 5].some((back) => OPERATION.test(tokens[at - back]?.text ?? ''))
}

/** What a person does, and no disease: "Cushing rang the ward". */
const DOES = new Set(
  `said says rang rings phoned called calls came comes went told asked takes took lives lived denies complains wants wanted agreed sagt sagte rief
  kam kommt nimmt wohnt berichtet klagt möchte dit prend habite vient appelle demande dijo dice toma vive llamó vino prende abita riferisce venne
  chiede disse refere mora veio pediu zegt zei neemt woont belde kwam vraagt mówi podaje przyjmuje mieszka zgłasza przyszedł`.split(
    /\s+/,
  ),
)

/** "Foley said", "the wife of Parkinson". */
function actsOrIsSomebody(tokens: readonly Token[], at: number): boolean {
  const [next, before, further] = [tokens[at + 1], tokens[at - 1], tokens[at - 2]]
  if (next?.gap === ' ' && DOES.has(next.text.toLowerCase())) return true
  const whose = /^(?:of|von|de|di|van|d|do|da)$/iu.test(before?.text ?? '') ? further : before
  return ROLES.has(whose?.text.toLowerCase() ?? '')
}

/** In small letters it is a word: "the INR rose". */
function kindOf(token: Token | undefined): ReturnType<typeof eponym> {
  return token === undefined || token.shape === 'lower' || token.shape === 'digits' ? null : eponym(token.text)
}

/** The second part of "Kocher-Klemme"; the first of "Signe de Babinski", though Signe is a first name. */
function isPartOfThing(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || !isThing(token.text)) return false
  if (before && /^[-–]$/.test(token.gap) && eponym(before.text) !== null) return true
  return isBeforeEponym(tokens, at)
}

/** "loi Badinter", "legge Pinto", "Lex Koller": laws bear the name of whoever made them. */
function isLawOf(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  return (
    token?.gap === ' ' && token.shape === 'title' && /^(?:loi|legge|ley|lei|lex|ustawa|wet)$/iu.test(before?.text ?? '')
  )
}

function isBeforeEponym(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next <= at + MOST_BETWEEN; next += 1) {
    const { text = '', gap = '' } = tokens[next] ?? {}
    if (!/^(?: |['’])$/u.test(gap)) return false
    if (eponym(text) !== null) return true
    if (!BETWEEN.has(text.toLowerCase())) return false
  }
  return false
}

/** "Bell's palsy", "Brown-Séquard syndrome", "Kirschner-Drähte". */
function isBeforeThing(tokens: readonly Token[], at: number, isIt: IsThing): boolean {
  for (let next = at + 1; next <= at + MOST_BETWEEN; next += 1) {
    const token = tokens[next]
    if (!token || !/^(?:['’]s?)? ?[-–]? ?$/u.test(token.gap)) return false
    if (isIt(token.text)) return true
    if (eponym(token.text) === null) return false
  }
  return false
}

/** "signe de Babinski", "zespół Guillaina-Barrégo", "Morbus Basedow". */
function isBehindThing(tokens: readonly Token[], at: number, isIt: IsThing): boolean {
  for (let before = at - 1; before >= at - MOST_BETWEEN - 1; before -= 1) {
    const [token, next] = [tokens[before], tokens[before + 1]]
    if (!token || !next || !/^(?: |['’]|-|–| ['’"«„])$/u.test(next.gap)) return false
    if (isIt(token.text)) return true
    if (!BETWEEN.has(token.text.toLowerCase()) && eponym(token.text) === null) return false
  }
  return false
}

function isThing(text: string): boolean {
  const lower = text.toLowerCase()
  if (NAMED_THINGS.has(lower)) return true
  if (lower.length < SHORTEST_COMPOUND) return false
  for (let from = SHORTEST_PART; from <= lower.length - SHORTEST_PART; from += 1)
    if (NAMED_THINGS.has(lower.slice(from))) return true
  return false
}

/** "James Parkinson", "J. Romberg": behind a first name or an initial it is somebody's. */
function isPartOfName(tokens: readonly Token[], at: number, lists: WordLists): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token || !/^(?: |\. ?)$/u.test(token.gap)) return false
  if (before.text.length === 1 && before.shape === 'upper') return token.gap.startsWith('.')
  if (has(DETERMINERS, before)) return false
  const { first, last } = lists.levelsOf(before.text)
  return token.gap === ' ' && before.shape === 'title' && first > 0 && first >= last && eponym(before.text) === null
}

/** "Child-Pugh B", "Guillain-Barré": one of them at least is hardly a family name ("Müller-Brandt" is one). */
function isChained(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const joins = (one: Token | undefined, other: Token | undefined) => {
    if (!one || !other || !/^[-–]$/.test(other.gap)) return false
    const kinds = [eponym(one.text), eponym(other.text)]
    return (
      !kinds.includes(null) &&
      (kinds.includes('telling') || /^[A-D]$/.test(tokens[tokens.indexOf(other) + 1]?.text ?? ''))
    )
  }
  return joins(before, token) || joins(token, next)
}

/** "a Foley"; "Crohn's" at the end of what is said. */
function isOneOfThem(tokens: readonly Token[], at: number, text: string): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (/^an?$/iu.test(before?.text ?? '') && next?.shape !== 'title') return true
  return /^['’]s(?:[.,;)]|$)/u.test(text.slice(token?.end, (token?.end ?? 0) + 3))
}

/** "Murphy Siobhán", "Murphy and Boyle": a name stands behind it. */
function isNameNext(tokens: readonly Token[], at: number, lists: WordLists): boolean {
  const next = tokens[at + 1]
  if (next?.shape !== 'title' || !/^(?: |, |-)$/u.test(next.gap)) return false
  const { first, last } = lists.levelsOf(next.text)
  return first + last > 0
}

/** What follows a thing that is called by its name alone: "Barrett's without dysplasia". */
const BEHIND_THING = /^(?:and|or|with|without|was|is|since|in|for|on)$/iu

const FINDING =
  /^(?:positi[vef]|negati[vef]|négati[vf]|dodatni|ujemn|bilateral|beidseits|unauffällig|sicher|absent|présent|ausente|assente|afwezig|obecn)|^(?:pos|neg|bds|mou|laxe?|laxo|lasso)$/iu

const IS = /^(?:is|ist|est|es|è|é|jest|was|war|à|bei|a|bij)$/iu

/** "Addison's, treated"; a score or a sign with its result: "Barthel 55", "Norton = 12", "Weber neg.". */
function isMeasured(tokens: readonly Token[], at: number): boolean {
  const [next, behind] = [tokens[at + 1], tokens[at + 2]]
  if (next && /^['’]s/u.test(next.gap)) return /[.,;)]/u.test(next.gap) || BEHIND_THING.test(next.text)
  if (!next || !/^(?: |: | = |=)$/u.test(next.gap)) return false
  if (next.shape === 'digits') return next.text.length <= 3
  return FINDING.test(next.text) || saysWhat(next, behind)
}

/** "Lasègue est positif", "Norton de 12". */
function saysWhat({ text }: Token, behind: Token | undefined): boolean {
  if (behind === undefined) return false
  return IS.test(text) ? FINDING.test(behind.text) : /^(?:de|di|van|von)$/iu.test(text) && behind.shape === 'digits'
}

/** Shorter ones are words of other fields as well. */
const TELLING_TERM = 4

/** In a longer text one of them may be a firm: judgments and 59 of 60 agreements name none, letters of hospitals two and more. */
const LONG_TEXT = 80
const FEWEST_TERMS = 2

/** Parts of the body, complaints and illness, by their beginnings in eight languages: a sentence with one of them is of medicine. */
const OF_THE_BODY =
  /^(?:kn(?:ie|ee)|genou|rodill|ginocch|joelh|kolan|abdom|addom|brzu(?:ch|sz)|bauch|buik|douleur|doulour|dolor|schmerz|druckschmerz|pijn|ból|bólu|bolesn|pain|tender|swell|fe(?:ver|bril)|fieber|fièvre|febre|fiebre|febbr|koorts|gorączk|schwindel|vertige|vértig|tumor|tumour|tumeur|wunde|wound|plaie|herida|ferita|ferida|biops|sutur|nausea|nausée|vomi|erbrech|dyspn|toux|tosse|cough|husten|hoest|kaszel|œdème|edem|oedem|ödem|obrzęk|hüft|hanche|cadera|heup|biodr|schulter|shoulder|épaule|hombro|spalla|ombro|schouder|wirbel|spine|colonne|columna|coluna|kręgo|patient|pacient|pazient|patiënt|pacjent|demen|démence|chirurg|surg|cirurg|cirug|krankheit|maladie|enfermedad|malatti|doença|ziekte|chorob|symptom|síntoma|sintom|klinisch|inflamm|entzünd|endoscop|imaging|radiograf|radiolog|histolog|operat|operier|intervenid|traitement|tratamiento|trattamento|behandel|leczen|treated)/iu
/** Longer texts may only speak of somebody's health. */
const SENTENCES = 40

/** Whether the text is of medicine, by the drugs, tests and findings that it names; one or two sentences also by what they speak of. */
export function namesMedicine(tokens: readonly Token[], lists: WordLists): boolean {
  if (tokens.length < SENTENCES && tokens.some((token) => isOfTheBody(token, lists))) return true
  const terms = new Set(tokens.filter((token) => isTerm(token, lists)).map(({ text }) => text.toLowerCase()))
  return terms.size >= (tokens.length < LONG_TEXT ? 1 : FEWEST_TERMS)
}

/** Dolores is somebody. */
function isOfTheBody({ text }: Token, lists: WordLists): boolean {
  if (!OF_THE_BODY.test(text)) return false
  const { first, last } = lists.levelsOf(text)
  return first + last === 0
}

function isTerm({ text, shape }: Token, lists: WordLists): boolean {
  if (text.length < TELLING_TERM || shape === 'digits') return false
  const { first, last, safe } = lists.levelsOf(text)
  return first + last === 0 && (safe === 2 || FINDING.test(text) || hasMedicalEnding(text.toLowerCase()))
}
