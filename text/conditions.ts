import type { Language } from './languages.ts'
import { createWordClass } from './word-classes.ts'

/**
 * What makes the rest of a sentence hold in some case only. Portuguese "se" and Dutch "als" are left out: they are a pronoun and "as" more
 * often, also in their own language.
 */
const CONDITION = createWordClass({
  en: { sure: 'if, unless, until, except, excluding, save, whether, provided, subject' },
  de: { sure: 'wenn, falls, sofern, soweit, außer, ausgenommen, vorbehaltlich, ob, solange' },
  fr: { sure: 'sauf, excepté, hormis, pourvu, tant que', gated: 'si' },
  es: { sure: 'salvo, excepto, siempre que, mientras', gated: 'si' },
  it: { sure: 'salvo, eccetto, tranne, purché, qualora, finché', gated: 'se' },
  pt: { sure: 'salvo, exceto, contanto, desde que, enquanto' },
  nl: { sure: 'indien, tenzij, behalve, mits, zolang' },
  pl: { sure: 'jeśli, jeżeli, chyba, oprócz, dopóki, pod warunkiem' },
})
/** What begins what somebody says, doubts or rejects, or what is so at some time or place only. */
const HEAD = createWordClass({
  en: { sure: 'that, whether, when, whenever, where, wherever, assuming, supposing' },
  de: { sure: 'dass, daß' },
  fr: { sure: 'que, lorsque', gated: 'quand' },
  es: { sure: 'que, cuando' },
  it: { sure: 'che', gated: 'quando' },
  pt: { sure: 'que', gated: 'quando' },
  nl: { sure: 'wanneer', gated: 'dat' },
  pl: { sure: 'że, iż, kiedy' },
})
/** Conditions wherever they follow in a sentence; "if any" and "even if" are none. */
const ENGLISH_BEHIND =
  /\b(?:(?<!\b(?:even|as) )if(?! any\b)|unless|until|except|excluding|save (?:for|that|where|as|in)|provided,? (?:always,? )?that|subject to|only (?:if|when|where|with|after)|(?:so|as) long as|on condition|in the event|to the extent)\b/i
/** "With the landlord's prior consent": what may be done only so far as somebody allows it. */
const CONSENT_BEHIND = [
  /\b(?:with(?:out)?|(?:up)?on|pending) (?:[^\s,;.]+ ){0,4}(?:consent|approval|permission|authori[sz]ation)\b/i,
  /(?<!\p{L})(?:(?:mit|ohne|nach) (?:[^\s,;.]+ ){0,4}(?:zustimmung|einwilligung|genehmigung|erlaubnis)|(?:avec|sans|après) (?:[^\s,;.]+ ){0,4}(?:accord|consentement|autorisation|l['’]accord)|(?:con|sin|senza|com|sem|previo|previa) (?:[^\s,;.]+ ){0,4}(?:consentimiento|autorización|aprobación|consenso|autorizzazione|approvazione|consentimento|autorização|aprovação)|(?:met|zonder|na) (?:[^\s,;.]+ ){0,4}(?:toestemming|goedkeuring)|(?:za|bez|po) (?:[^\s,;.]+ ){0,4}(?:zgodą|zgody|zgodzie))(?!\p{L})/iu,
]

/** Of a word in small letters; with the language of its text also a word of that alone. */
export function isCondition(word: string, language?: () => Language | null): boolean {
  return CONDITION.has(word, language)
}

export function isHead(word: string, language?: () => Language | null): boolean {
  return HEAD.has(word, language)
}

/** Whether a condition, or the consent that something needs, stands in the rest of a sentence. */
export function hasCondition(rest: string): boolean {
  const isEnglish = ENGLISH_BEHIND.test(rest)
  return isEnglish || CONSENT_BEHIND.some((pattern) => pattern.test(rest)) || hasOtherCondition(rest)
}

function hasOtherCondition(rest: string): boolean {
  return CONDITION.in(rest).some(({ language }) => language !== 'en')
}
