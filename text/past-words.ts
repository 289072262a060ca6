import type { Span } from './spans.ts'
import { createWordClass } from './word-classes.ts'

/** Auxiliary verbs that say of what follows that it is over: "was owed". */
const PAST = createWordClass({
  en: { sure: 'was, were, had been, used to be' },
  de: { sure: 'wurde, wurden, waren, hatte, hatten, gewesen', gated: 'war' },
  fr: { sure: 'était, étaient, fut, furent, avait, avaient' },
  es: { sure: 'fue, fueron, estaba, estaban, había, habían', gated: 'era, eran' },
  it: { sure: 'erano, fu, furono, aveva, avevano', gated: 'era' },
  pt: { sure: 'eram, foi, foram, estava, estavam, tinha, tinham', gated: 'era' },
  nl: { sure: 'waren, werd, werden, hadden', gated: 'was, had' },
  pl: { sure: 'był, była, było, byli, były, został, została, zostało, zostały' },
})
/** Words between the auxiliary and what it says. */
const WITHIN = 3

/** Whether words of a text are said of what is past. */
export function isSaidInPast(text: string, { start }: Span): boolean {
  const before =
    text
      .slice(0, start)
      .split(/[.;:\n\t|]/u)
      .at(-1) ?? ''
  const last = PAST.in(before).at(-1)
  return last !== undefined && (before.slice(last.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= WITHIN
}

const FORMER = createWordClass({
  en: {
    sure: 'old, former, formerly, previous, previously, no longer, not any more, any longer, taken off, removed, replaced, replaces, superseded, supersedes, revised, retracted, rescinded, revoked, vacated, instead of, rather than, wrongly, in error, mislabelled, misdiagnosed, until recently',
  },
  de: {
    sure: 'ehemals, ehemalig, früher, frühere, früherer, früheren, bisher, bisherige, bisherigen, nicht mehr, ersetzt, aufgehoben, zurückgenommen, widerrufen, anstelle, statt, anstatt, irrtümlich, fälschlich, überholt, hinfällig',
  },
  fr: {
    sure: 'ancien, ancienne, anciennement, auparavant, remplacé, remplacée, annulé, annulée, au lieu de, par erreur',
  },
  es: {
    sure: 'antiguo, antigua, anteriormente, ya no, reemplazado, sustituido, anulado, revocado, en lugar de, por error',
  },
  it: { sure: 'precedentemente, non più, sostituito, sostituita, annullato, revocato, invece di, per errore' },
  pt: { sure: 'antigo, antiga, anteriormente, já não, substituído, anulado, revogado, em vez de, por engano' },
  nl: { sure: 'voormalig, voorheen, niet meer, vervangen, ingetrokken, in plaats van, ten onrechte' },
  pl: { sure: 'dawny, dawniej, poprzednio, już nie, zastąpiono, uchylono, cofnięto, zamiast, omyłkowo' },
})

/** Whether a text says of something that it is no longer so, or was taken back: "old label of UC". */
export function saysFormer(text: string): boolean {
  return FORMER.in(text).length > 0
}
