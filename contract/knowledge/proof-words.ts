import { t } from '../../wording/translate.ts'

type Points = { readonly low: string; readonly high: string }

/** A sum: `4`, `4 to 8`. */
export function sumWords({ low, high }: Points): string {
  return low === high ? low : t('proof.range', { low, high })
}

/** One part of it: `+2`, `-1`, `0`; what is open counts or does not: `0 or 2`. */
export function partWords({ low, high }: Points): string {
  if (low !== high) return t('proof.either', { low, high })
  return low.startsWith('-') || low === '0' ? low : `+${low}`
}

// What the engine says and keeps with an answer, in English on every surface.
/* oxlint-disable consilium/no-bare-text */

/** How the engine begins what nothing is recorded for, where that is not the denial of anything. */
const NO_ENTRY = 'no entry for '

/** As one line of a proof. */
export function assumedLine(text: string): string {
  return text.startsWith(NO_ENTRY) ? text : `assumed: ${text} (not recorded)`
}

/** What holds only because nothing recorded speaks against it; empty where there is no such thing. */
export function assumedWords(assumed: readonly string[]): string {
  const entries = assumed.filter((text) => text.startsWith(NO_ENTRY)).map((text) => text.slice(NO_ENTRY.length))
  const others = assumed.filter((text) => !text.startsWith(NO_ENTRY))
  return [
    ...(others.length === 0 ? [] : [`Assumes ${others.join('; ')} (not recorded).`]),
    ...(entries.length === 0 ? [] : [`No entry for ${entries.join(', ')}.`]),
  ].join(' ')
}
