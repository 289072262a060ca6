import { type WordLists, WRITTEN_LANGUAGES } from '../../words/open-word-lists.ts'
import { eponym } from './eponyms.ts'
import { DETERMINERS, PARTICLES, TITLES } from '../names/cue-words.ts'
import { doesSomething } from './deeds.ts'
import { DISEASES, isFoundInSomebody } from './found-diseases.ts'
import { isBehindSomebody } from './behind-somebody.ts'
import { isBeforeFinding, isClassed, isMeasured } from './measured-names.ts'
import { has } from './word-at.ts'
import { ROLES } from '../names/roles.ts'
import { isMethod } from './named-methods.ts'
import { isCondition, isOfAnybody, isOfPatients, isOwnerless, NAMED_THINGS } from './named-things.ts'
import { isDeed, ownThing } from './own-things.ts'
import type { Token } from './split-tokens.ts'

/** So many words of a name stand between the thing and the word: "Wolff-Parkinson-White syndrome". */
const MOST_BETWEEN = 3
/** The shortest part of a compound: "Knie-test", "Diskontinuitätsresektion". */
const SHORTEST_PART = 4
/** Ends of words that are no compounds, or of what anybody has: "verklaring", "Behandlungsplan", "Grundlinie". */
const NO_LAST_PARTS = new Set(
  'ring ringe ringen plan plans plane satz punkt punkten stand line lines linie linien zone zonen raum area band norm'.split(
    ' ',
  ),
)
/** And the shortest compound. */
const SHORTEST_COMPOUND = 8

/** Between a thing and whose name it bears: "signe de Babinski", "Operation nach Hartmann", "wg Norton". */
const BETWEEN = new Set(
  `of de di da do du des d del della dell delle dos das l la le el il van von der den dem nach by after per selon según segun segundo secondo
  volgens według wg zgodnie modo sec sposobem metodą typu in w im the a`.split(/\s+/),
)

/** `isMedical`: other words of the text are of medicine; elsewhere Karnofsky is a tenant. */
export type TextAround = { readonly text: string; readonly lists: WordLists; readonly isMedical: boolean }

/**
 * Whether a word is somebody's name that stands for a thing: "Bell's palsy", "objaw Murphy'ego", "Romberg negative", "a Foley". `perhaps`:
 * it is one mostly, and nothing beside it tells.
 */
export function isNamedAfter(tokens: readonly Token[], at: number, around: TextAround): boolean | 'perhaps' {
  const kind = kindOf(tokens[at])
  if (kind === null) return isPartOfThing(tokens, at, around) || isLawOf(tokens, at)
  // "Did Andrew Lee sign?", "Patient Foley catheter out"
  const isSomebodys = () => isPartOfName(tokens, at, around.lists) || isBehindSomebody(tokens, at)
  if (isOfThing(tokens, at, around, kind)) return !isSomebodys() || 'perhaps'
  if (isPartOfName(tokens, at, around.lists)) return false
  const own = ownThingOf(tokens, at)
  if (own !== null) return ((around.isMedical || own === 'medical') && !isBehindSomebody(tokens, at)) || 'perhaps'
  return kind === 'people' ? isPerhapsThing(tokens, at, around) && 'perhaps' : isRatherThing(tokens, at, around)
}

/** Many people are called so: at least the text is of medicine, or a finding or what patients have stands beside it. */
function isPerhapsThing(tokens: readonly Token[], at: number, { lists, isMedical }: TextAround): boolean {
  if (actsOrIsSomebody(tokens, at) || isNameNext(tokens, at, lists)) return false
  return isMedical || isBeforeFinding(tokens, at) || isBesidePatients(tokens, at)
}

/** Of a name that means the thing: an article or the like tells, and nothing that it does or that somebody is. */
function isRatherThing(tokens: readonly Token[], at: number, around: TextAround): boolean | 'perhaps' {
  if (actsOrIsSomebody(tokens, at)) return 'perhaps'
  if (isOneOfThem(tokens, at, around) || isFoundInSomebody(tokens[at], around) || isTestOfHours(tokens, at, around))
    return true
  return has(EVERYDAY, tokens[at]) ? false : 'perhaps'
}

/** What is done and read on every ward. */
const TESTS = /^(?:holter|mantoux|doppler)a?$/iu
const MEASURED_BY = /^(?:de|di|von|van|of)$/iu

/** "Holter de 24 horas", "Mantoux de 15 mm" in a text of medicine; "call Holter" is somebody. */
function isTestOfHours(tokens: readonly Token[], at: number, { isMedical }: TextAround): boolean {
  const [next, figure] = [tokens[at + 1], tokens[at + 2]]
  const isFigureNext = figure?.shape === 'digits' && figure.gap === ' ' && next?.gap === ' '
  return isMedical && isFigureNext && MEASURED_BY.test(next.text) && TESTS.test(tokens[at]?.text ?? '')
}

/** "torbiel Bakera", "Smith's fracture". */
function isBesidePatients(tokens: readonly Token[], at: number): boolean {
  const isIt: IsThing = (thing) => isThing(thing) && isOfPatients(thing)
  return isBeforeThing(tokens, at, isIt) || isBehindThing(tokens, at, isIt)
}

/** Everyday words of some language, which are judged as any other: "die Leber", "der Vater", "compte rendu". */
const EVERYDAY = new Set('leber vater vaters rendu bracht ganz heimlich kegel gram'.split(' '))

type IsThing = (text: string) => boolean

/** From here on a family name is so common that a fracture or a fever is rather of somebody: "Foley fracture". */
const COMMON = 2

/** Many people are called so: only a thing that is nobody's tells, for "Miller's operation" is one that Miller did or had. */
function isOfThing(
  tokens: readonly Token[],
  at: number,
  { lists, isMedical }: TextAround,
  kind: 'people' | 'telling',
): boolean {
  const { text = '' } = tokens[at] ?? {}
  if (
    (kind === 'telling' && isMeasured(tokens, at)) ||
    (isMedical && isClassed(tokens, at)) ||
    isMethod(tokens, at, isMedical)
  )
    return true
  if (isJoined(tokens, at, lists, kind)) return true
  const { last } = lists.levelsOf(text)
  const isIt: IsThing =
    kind === 'people'
      ? isOwnerless
      : (thing) => isThing(thing) && !(last >= COMMON && isCondition(thing)) && (isMedical || !isOfAnybody(thing))
  return isChained(tokens, at) || isBeforeThing(tokens, at, isIt) || isBehindThing(tokens, at, isIt)
}

/** What "of" says of a thing in English and German is whose it is: "the oesophagus of Barrett". */
function ownThingOf(tokens: readonly Token[], at: number): ReturnType<typeof ownThing> {
  const found = (kind: 'medical' | 'everyday') => {
    const isOwn: IsThing = (thing) => ownThing(tokens[at]?.text ?? '', thing) === kind
    if (isBeforeThing(tokens, at, (thing) => isOwn(thing) && !isDeed(thing))) return true
    return !OF.test(tokens[at - 1]?.text ?? '') && isBehindThing(tokens, at, isOwn)
  }
  return (['medical', 'everyday'] as const).find(found) ?? null
}

/** "Baker-Zyste", "Gilchrist-Verband"; with a name that means the thing, any word that nobody is called: "Eco-Doppler", "Willebrand-Diagnostik". */
function isJoined(tokens: readonly Token[], at: number, lists: WordLists, kind: 'people' | 'telling'): boolean {
  const isWord = (word: Token | undefined) => {
    if (!word || word.shape === 'digits' || word.text.length < SHORTEST_PART)
      return kind === 'telling' && word?.shape === 'lower'
    if (isThing(word.text) || ownThing(tokens[at]?.text ?? '', word.text) !== null) return true
    const { first, last, place, ...levels } = lists.levelsOf(word.text)
    return (
      kind === 'telling' && first + last + place === 0 && WRITTEN_LANGUAGES.some((language) => levels[language] > 0)
    )
  }
  const joins = (gap: string | undefined) => /^[-–]$/u.test(gap ?? '')
  return (
    (joins(tokens[at + 1]?.gap) && isWord(tokens[at + 1])) ||
    (kind === 'telling' && joins(tokens[at]?.gap) && isWord(tokens[at - 1]))
  )
}

/** "Foley said", "Crohn hat angerufen", "the wife of Parkinson". */
function actsOrIsSomebody(tokens: readonly Token[], at: number): boolean {
  if (doesSomething(tokens, at)) return true
  const [before, further] = [tokens[at - 1], tokens[at - 2]]
  const whose = /^(?:of|von|de|di|van|d|do|da)$/iu.test(before?.text ?? '') ? further : before
  return has(ROLES, whose)
}

/** In small letters it is a word: "the INR rose". */
function kindOf(token: Token | undefined): ReturnType<typeof eponym> {
  return token === undefined || token.shape === 'lower' || token.shape === 'digits' ? null : eponym(token.text)
}

/** The second part of "Kocher-Klemme"; the first of "Signe de Babinski", though Signe is a first name. */
function isPartOfThing(tokens: readonly Token[], at: number, { isMedical }: TextAround): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token) return false
  const own = next?.gap === ' ' ? ownThing(next.text, token.text) : null
  if (own === 'medical' || (own === 'everyday' && isMedical)) return true
  if (!isThing(token.text)) return false
  if (before && /^[-–]$/.test(token.gap) && eponym(before.text) !== null) return true
  return isBeforeEponym(tokens, at)
}

/** "loi Badinter", "la Legge Pinto", "Lex Koller": laws bear the name of whoever made them; "Signora Ley Romano" is somebody. */
function isLawOf(tokens: readonly Token[], at: number): boolean {
  const [further, before, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (token?.gap !== ' ' || token.shape !== 'title' || !before) return false
  if (before.text === 'Lex' || /^(?:loi|legge|ley|lei|lex|ustaw[ayęą]|wet)$/u.test(before.text))
    return !has(TITLES, further)
  return /^(?:Loi|Legge|Ley|Lei)$/u.test(before.text) && LAW_ARTICLE.test(further?.text ?? '')
}

const LAW_ARTICLE = /^(?:la|della|alla|dalla|nella|cette|esta|a|da|na|pela)$/u

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

/** What patients have is theirs in English and German: "the catheter of Foley", "die Fraktur von Weber". */
const OF = /^(?:of|von|vom)$/u

/** "signe de Babinski", "zespół Guillaina-Barrégo", "Morbus Basedow". */
function isBehindThing(tokens: readonly Token[], at: number, isIt: IsThing): boolean {
  for (let before = at - 1; before >= at - MOST_BETWEEN - 1; before -= 1) {
    const [token, next] = [tokens[before], tokens[before + 1]]
    if (!token || !next || !/^(?: (?:\p{L}{1,4}['’])?|['’]|-|–| ['’"«„])$/u.test(next.gap)) return false
    if (isIt(token.text)) return !(OF.test(next.text) && isOfPatients(token.text))
    if (!BETWEEN.has(token.text.toLowerCase()) && eponym(token.text) === null) return false
  }
  return false
}

function isThing(text: string): boolean {
  const lower = text.toLowerCase()
  if (NAMED_THINGS.has(lower)) return true
  if (lower.length < SHORTEST_COMPOUND) return false
  for (let from = SHORTEST_PART; from <= lower.length - SHORTEST_PART; from += 1)
    if (NAMED_THINGS.has(lower.slice(from))) return !NO_LAST_PARTS.has(lower.slice(from))
  return false
}

/** "James Parkinson", "J. Romberg": behind a first name or an initial it is somebody's. */
function isPartOfName(tokens: readonly Token[], at: number, lists: WordLists): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token || !/^(?: |\. ?)$/u.test(token.gap)) return false
  if (before.text.length === 1 && before.shape === 'upper') return token.gap.startsWith('.')
  if (isBehindParticle(tokens, at, lists)) return true
  return !has(DETERMINERS, before) && token.gap === ' ' && isFirstName(before, lists)
}

function isFirstName({ text, shape }: Token, lists: WordLists): boolean {
  const { first, last } = lists.levelsOf(text)
  return shape === 'title' && first > 0 && first >= last && eponym(text) === null
}

/** "Docteur Le Hodgkin", "Domingo de Crohn"; not "Signe de Babinski", "Marcha de Trendelenburg". */
function isBehindParticle(tokens: readonly Token[], at: number, lists: WordLists): boolean {
  const [before, particle, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (!before || !particle || !token || !/^\.? $/u.test(particle.gap)) return false
  const isWritten = particle.shape === 'title' && has(ROLES, before)
  if (isWritten || has(TITLES, before)) return has(DETERMINERS, particle)
  if (!has(PARTICLES, particle) || isThing(before.text) || ownThing(token.text, before.text) !== null) return false
  return particle.gap === ' ' && isFirstName(before, lists)
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

/** Before a person too: "der Foley", "la Bassini". */
const ARTICLE_OF_PEOPLE =
  /^(?:der|die|den|dem|des|la|il|lo|el|los|las|gli|i|o|as|os|al|del|della|dell|alla|dalla|dal|do|da|dos|das|ao|à|na|no|said|detta|detto|dita|dito)$/iu

const BEHIND_DISEASE = /^['’]s(?:[.,;)]|$| (?:and|or|with|without|since|over)(?!\p{L}))/u

/** "a Foley", "his Parkinson’s", "Crohn's" at the end of what is said; "der Crohn" where no family is listed as called so. */
function isOneOfThem(tokens: readonly Token[], at: number, { text, lists, isMedical }: TextAround): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token) return false
  if (DISEASES.test(token.text) && BEHIND_DISEASE.test(text.slice(token.end, token.end + 10))) return true
  if (/(?:^|[ (])(?:l|un)['’]$/iu.test(token.gap)) return true
  if (!before || token.gap !== ' ' || next?.shape === 'title') return false
  return isMedical && has(DETERMINERS, before) && !isPersonWith(before, token, lists)
}

/** "der Foley": families are called so, and the article stands before people too. */
function isPersonWith(article: Token, token: Token, lists: WordLists): boolean {
  return lists.levelsOf(token.text).last > 0 && !has(EVERYDAY, token) && ARTICLE_OF_PEOPLE.test(article.text)
}

/** "Murphy Siobhán", "Murphy-Boyle": a name stands behind it, and no other of its kind ("Jackson-Pratt"). */
function isNameNext(tokens: readonly Token[], at: number, lists: WordLists): boolean {
  const next = tokens[at + 1]
  if (next?.shape !== 'title' || !/^(?: |, |-)$/u.test(next.gap)) return false
  if (next.gap === '-' && eponym(next.text) !== null) return false
  const { first, last } = lists.levelsOf(next.text)
  return first + last > 0
}
