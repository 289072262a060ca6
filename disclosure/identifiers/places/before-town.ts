import type { Language } from '../../../text/languages.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt, wordSet } from '../tokens/word-at.ts'

/** Small words before a town: in, to and from, in eight languages. */
export const BEFORE_TOWN: ReadonlySet<string> = wordSet(`
  in at from near to outside around via towards
  in aus nach bei um über bis
  à vers depuis
  en desde hacia hasta
  a in da presso verso
  em para até
  te in naar uit bij nabij
  w we z ze do koło pod spod`)

/** In, at and to, by language: in another one the same letters are an article ("te" and "da" in Polish, "a" in English). */
const TO_TOWN: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordSet('in at from near to outside around via towards'),
  de: wordSet('in aus nach bei um über bis standort'),
  fr: wordSet('à vers depuis'),
  es: wordSet('en desde hacia hasta a'),
  it: wordSet('a in da presso verso per'),
  pt: wordSet('em para até'),
  nl: wordSet('te in naar uit bij nabij locatie vestiging poli'),
  pl: wordSet('w we z ze do koło pod spod'),
}
/** Of: it leads to towns, and to those that a sign, a test or a treaty is called after. */
const OF_TOWN: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  fr: wordSet('de'),
  es: wordSet('de'),
  it: wordSet('di'),
  pt: wordSet('de'),
}
/** What is called after a town, and stays with a town that is known for one: "Convention de Genève", "Vertrag von Lissabon". */
const TREATY =
  /^(?:convention|conven[çc]|conv[eé]ni|convenzion|treaty|trait[éeê]|trattat|tratad|vertrag|verdrag|übereinkommen|abkommen|konvention|erklärung|r[eè]glement|regol|regulament|reglament|protoc|protok|d[eé]clara|dichiar|chart|carta|acord|acuerd|accord)/iu
const OF_A_TREATY =
  /^(?:gen[eèé]v[ea]|ginevra|genebra|genf|genewa|gen[eè]wie|rom[ea]?|roma|rzym|lisbo[an]n?[ea]?|lissabon|lisbona|helsinki|maastricht|schengen|versailles|haye|haia|aja|haya|haag|haga|dublin|dublín|dublino|brussel|bruxelles|bruselas|bruxelas|brüssel|nizza|nice|niza|montreal|montréal|kyoto|kioto|tokio|tokyo|bologna|bolonia|istanbul|aarhus|oviedo|budapest|palermo|parís?|paris|parigi|paryż|venezia|viena|vienne|vienna|wien)$/iu
/** Signs, tests and criteria of medicine are called after any town. */
const CRITERIA =
  /^(?:crit[eéè]r|kriteri|classif|clasif|klassifi|score|scor|[ée]chelle|escal|scal|skala|tests?$|segn[oi]$|signes?$|signos?$|sina(?:l|is)$|maladie|malatti|doen|enferm|s[ií]ndr|syndr|m[ée]thod|m[eé]tod|f[oó]rmul|consens)/iu
const OF = /^(?:de|di|of|von|van)$/u

/** Whether a treaty, a sign or a test is called after the town that stands here. */
export function isCalledAfter(words: readonly Word[], at: number): boolean {
  if (!OF.test(wordAt(words, at - 1).text)) return false
  const thing = wordAt(words, at - 2).text
  return CRITERIA.test(thing) || (TREATY.test(thing) && OF_A_TREATY.test(wordAt(words, at).text))
}

/** Whether a word with a capital stands behind a preposition that leads to a town in the language of the text. */
export function isBehindPreposition({ words, languages }: Reading, at: number, length: number): boolean {
  const [before, { gap, shape, text, ordinary, levels }] = [wordAt(words, at - 1), wordAt(words, at)]
  if (gap !== ' ' || isShortForm(shape, text)) return false
  // Of several words that are a town together each may be ordinary: "Busto Arsizio".
  const isRare = ordinary < 2 || length > 1
  if (leadsToTown(before, languages)) return isRare || levels.place === 2
  if (isCalledAfter(words, at)) return false
  return isRare && levels.safe === 0 && has(OF_TOWN[languages[0] ?? 'en'] ?? NONE, before)
}

/** In any language of the text; in English "a" is an article. */
function leadsToTown(before: Word, languages: Reading['languages']): boolean {
  if (/^a$/iu.test(before.text) && languages[0] === 'en') return false
  return languages.some((language) => has(TO_TOWN[language], before))
}

const NONE: ReadonlySet<string> = new Set()

/** "da UCI" are letters, no town. */
export function isShortForm(shape: Word['shape'], text: string): boolean {
  return shape === 'upper' && text.length < 5
}

/** Behind these even a word in small letters is where somebody was born or lives: "nato a gela", "wohnt in gera". */
export const BORN_OR_LIVING =
  'born (?:in|at)|lives in|living in|moved to|moving to|from the village of|' +
  'geboren (?:in|zu|te)|geb\\. in|wohnhaft in|wohnt in|wohne in|aus dem Dorf|' +
  'né à|née à|habite à|demeurant à|domiciliée? à|' +
  'nacid[oa] en|natural de|vecin[oa] de|vive en|vivo en|reside en|residente en|domiciliad[oa] en|' +
  'nat[oa] a|abita a|abito (?:sempre )?a|residente a|residente in|vive a|domiciliat[oa] a|' +
  'nascid[oa] em|natural d[eao]|mora em|moro em|vive em|residente em|' +
  'wonende te|woont in|woonachtig te|gevestigd te|afkomstig uit|' +
  'ur\\. w|urodzon[ya] we?|mieszka we?|mieszkam we?|zam\\. we?|zamieszkał[ya] we?|pochodzi z'
