import type { Language } from './languages.ts'
import { createWordClass } from './word-classes.ts'

/**
 * What denies. Left out, for they say other things as well: French "ne", which never stands alone, and "personne" (a person); Italian "mai"
 * (a French May; it stands with "non"); German and Dutch "noch" (still; it stands with "weder").
 */
const NEGATION = createWordClass({
  en: { sure: 'no, not, never, none, nothing, nobody, nowhere, neither, nor, without, cannot' },
  de: {
    sure: 'nicht, kein, keine, keinen, keinem, keiner, keines, keinerlei, nichts, niemand, niemanden, niemandem, niemals, nie, ohne, weder, nirgends, nirgendwo',
  },
  fr: { sure: 'pas, jamais, aucun, aucune, rien, sans, nullement', gated: 'non, ni, nul, nulle, point' },
  es: { sure: 'no, nunca, jamás, nadie, ningún, ninguno, ninguna, tampoco', gated: 'sin, ni, nada' },
  it: { sure: 'nessun, nessuno, nessuna, niente, nulla, né, senza', gated: 'non' },
  pt: { sure: 'não, nunca, jamais, ninguém, nenhum, nenhuma', gated: 'sem, nem, nada' },
  nl: { sure: 'niet, geen, nooit, niemand, niets, nergens, zonder' },
  pl: {
    sure: 'nie, nigdy, nikt, nikogo, nikomu, żaden, żadna, żadne, żadnego, żadnej, żadnych',
    gated: 'nic, bez, ani',
  },
})
/** Behind a negation: "no more than five" and "not only" bound something. */
const BOUND =
  /^\s+(?:(?:more|less|fewer|later|earlier|longer|greater|higher|lower) than|only|mehr als|später als|nur|plus de|seulement|más de|menos de|sólo|solo|più di|oltre|soltanto|mais de|só|apenas|meer dan|later dan|alleen|więcej niż|później niż|tylko)(?!\p{L})|^\s+plus d['’]/iu
/** In these two words of one clause deny once: "no hay ningún", "nie ma żadnego". */
const CONCORD: ReadonlySet<Language> = new Set(['fr', 'es', 'it', 'pt', 'pl'])
const NOT = /n['’]t(?!\p{L})/giu
/** "A non-smoker", "non exclusive": the word behind it is denied. */
const NON = /(?<![\p{L}\p{N}])non[-‐‑ ](?=\p{L})/giu
const CLAUSE_END = /[.,;:!?]/

/** What takes a case out: "unless", "es sei denn". */
const EXCEPTION = createWordClass({
  en: { sure: 'unless, except, save for, save that, save where' },
  de: { sure: 'außer, ausgenommen, es sei denn, mit ausnahme' },
  fr: { sure: 'sauf, excepté, hormis, à moins que, à l’exception' },
  es: { sure: 'salvo, excepto, a menos que, con excepción' },
  it: { sure: 'salvo, eccetto, tranne, a meno che, ad eccezione' },
  pt: { sure: 'salvo, exceto, excepto, a menos que, com exceção' },
  nl: { sure: 'tenzij, behalve, uitgezonderd, met uitzondering' },
  pl: { sure: 'chyba że, oprócz, z wyjątkiem' },
})

/** What is so of one thing alone. */
const ONLY = createWordClass({
  en: { sure: 'only, solely, alone, exclusively' },
  de: { sure: 'nur, ausschließlich, lediglich, allein' },
  fr: { sure: 'seulement, uniquement, exclusivement', gated: 'seul, seule' },
  es: { sure: 'solamente, únicamente, exclusivamente, sólo', gated: 'solo' },
  it: { sure: 'soltanto, solamente, unicamente, esclusivamente', gated: 'solo' },
  pt: { sure: 'somente, apenas, unicamente, exclusivamente', gated: 'só' },
  nl: { sure: 'alleen, slechts, uitsluitend, enkel' },
  pl: { sure: 'tylko, wyłącznie, jedynie' },
})

/** Verbs that deny what follows: he refused to sign, he failed to pay. */
const REFUSAL = createWordClass({
  en: { sure: 'unable, refuse, refuses, refused, deny, denies, denied, fail, fails, failed' },
  de: {
    sure: 'verweigert, verweigerte, bestreitet, bestritt, bestritten, leugnet, leugnete, unterlässt, unterließ, außerstande',
  },
  fr: { sure: 'refuse, refusé, refusa, conteste, contesté, nié, dénie, omet, omis' },
  es: { sure: 'niega, negó, negado, rechaza, rechazó, rehúsa, omite, omitió' },
  it: { sure: 'nega, negato, rifiuta, rifiutato, contesta, contestato, omette, omesso' },
  pt: { sure: 'nega, negou, negado, recusa, recusou, rejeita, rejeitou, omite, omitiu' },
  nl: { sure: 'weigert, weigerde, geweigerd, ontkent, ontkende, ontkend, betwist, betwistte, nalaat' },
  pl: { sure: 'odmawia, odmówił, odmówiła, zaprzecza, zaprzeczył, zaprzeczyła, kwestionuje' },
})

const NEARLY = createWordClass({
  en: { sure: 'hardly, barely, scarcely' },
  de: { sure: 'kaum' },
  fr: { sure: 'guère' },
  es: { sure: 'apenas' },
  // "Appena" is "just" as well.
  it: { sure: 'difficilmente' },
  // "Apenas" is "only".
  pt: { sure: 'dificilmente' },
  nl: { sure: 'nauwelijks' },
  pl: { sure: 'ledwie, ledwo' },
})

const ABSENCE = createWordClass({
  en: {
    sure: 'denies, denied, denying, negative for, absence of, absent, free of, free from, rule out, rules out, ruled out, exclude, excludes, excluded, non',
  },
  de: { sure: 'verneint, negativ für, ausgeschlossen, ausschluss, frei von' },
  fr: { sure: 'absence de, absence d’, négatif pour, exclu, exclue', gated: 'nie' },
  es: { sure: 'ausencia de, niega, negativo para, descartado, descartada' },
  it: { sure: 'assenza di, nega, negativo per, escluso, esclusa' },
  pt: { sure: 'ausência de, nega, negativo para, excluído, excluída' },
  nl: { sure: 'afwezigheid van, ontkent, negatief voor, uitgesloten' },
  pl: { sure: 'brak, neguje, zaprzecza, wykluczono, ujemny' },
})

/** "No" as the answer of a form, as alternatives of a pattern. */
export const ANSWERED_NO =
  'not?|none|nil|n|never|neg(?:ative)?|den(?:ied|ies)|false|untrue|absent|excluded|ruled out|unlikely|unknown|unconfirmed|nein|keine?|negativ|verneint|non|aucune?|négati(?:f|ve)|ningun[oa]|negativ[oa]|nessun[oa]?|não|nenhuma?|nee|geen|nie|brak|ujemny'
/** The English words that deny, as alternatives of a pattern. */
export const ENGLISH_NEGATION = 'not|no|never|none|nothing|nobody|nowhere|neither|nor|cannot'

/** Whether a word in small letters denies by itself; English "-n't" too. With the language of its text also a word of that alone. */
export function isNegation(word: string, language?: () => Language | null): boolean {
  return NEGATION.has(word, language) || /n['’]t$/.test(word)
}

/** "Hardly", which denies nearly. */
export function isNearNegation(word: string): boolean {
  return NEARLY.has(word)
}

/** Whether a text says by a word of its own that something is absent: "denies chest pain", "negative for", "absence de". */
export function hasAbsence(text: string): boolean {
  return ABSENCE.in(text).length > 0
}

export function isException(word: string): boolean {
  return EXCEPTION.has(word)
}

export function isRefusal(word: string): boolean {
  return REFUSAL.has(word)
}

/** Whether a sentence denies something: "not dated", "no children", "cannot be known". */
export function denies(sentence: string): boolean {
  return countNegations(sentence) > 0
}

/** How many times a text denies, "no more than five", "not only" and "non-exclusive" too. */
export function countNegations(text: string): number {
  const words = NEGATION.in(text)
  // In French and Italian it is a word of theirs, which is counted already.
  const prefixed = [...text.matchAll(NON)].filter(({ index }) => !words.some(({ start }) => start === index))
  return countOf(text, words) + (text.match(NOT) ?? []).length + prefixed.length
}

/** Without those that bound something: "no more than five" says that there are some. */
export function countDenials(text: string): number {
  const words = NEGATION.in(text).filter(({ end }) => !BOUND.test(text.slice(end)))
  const contracted = [...text.matchAll(NOT)].filter(({ 0: not, index }) => !BOUND.test(text.slice(index + not.length)))
  return countOf(text, words) + contracted.length
}

function countOf(text: string, words: ReturnType<typeof NEGATION.in>): number {
  return words.filter(({ language, start }, at) => {
    const before = words[at - 1]
    return !before || !CONCORD.has(language) || CLAUSE_END.test(text.slice(before.end, start))
  }).length
}

export function countExceptions(text: string): number {
  return EXCEPTION.in(text).length
}

/** How many times a text says "only". */
export function countLimits(text: string): number {
  return ONLY.in(text).length
}
