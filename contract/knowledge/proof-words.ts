import { formatFigure } from '../../wording/figure.ts'
import { choiceWords } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import type { Ground, Points, SumPart } from './proof.ts'

/** A sum: `4`, `4 to 8`. */
export function sumWords({ low, high }: Points): string {
  return low === high ? formatFigure(low) : t('proof.range', shown({ low, high }))
}

/** One part of it: `+2`, `-1`, `0`; what is open counts or does not: `0 or 2`, and of a scale in part: `0 to 4`. */
export function partWords({ low, high }: Points, isScale = false): string {
  if (low !== high) return t(isScale ? 'proof.range' : 'proof.either', shown({ low, high }))
  return low.startsWith('-') || low === '0' ? formatFigure(low) : `+${formatFigure(low)}`
}

/** The points that an answer gives, or may give: `2`, `0 or 1`. */
export function pointsWords({ low, high }: Points): string {
  return low === high ? formatFigure(low) : choiceWords([formatFigure(low), formatFigure(high)])
}

/** Whether they are a range or a choice, since an answer is missing. */
export function isOpenPoints({ low, high }: Points): boolean {
  return low !== high
}

/** As they are read; what nothing bounds is said in words already. */
function shown({ low, high }: Points): Points {
  return { low: formatFigure(low), high: formatFigure(high) }
}

/** With what it is for. What gives no points is not read as a limit that gives none. */
export function partLine({ say, points, isScale = false }: SumPart): string {
  return givesNone(points) && !isScale ? t('proof.notApplying', { part: say }) : `${partWords(points, isScale)}: ${say}`
}

export function givesNone({ low, high }: Points): boolean {
  return low === '0' && high === '0'
}

/** Whether there is nothing to be read for a rule. Of a proof that was kept before, its source says so. */
export function isDefinition({ source, isDefinition: isMarked }: Pick<Ground, 'source' | 'isDefinition'>): boolean {
  return isMarked ?? source?.startsWith('definition') ?? false
}

/** As one line of a proof. */
export function assumedLine(text: string): string {
  return text.startsWith(noEntry()) ? text : t('reasoning.assumed', { statement: text })
}

/** What holds only because nothing recorded speaks against it; empty where there is no such thing. */
export function assumedWords(assumed: readonly string[]): string {
  const begins = noEntry()
  const entries = assumed.filter((text) => text.startsWith(begins)).map((text) => text.slice(begins.length))
  const others = assumed.filter((text) => !text.startsWith(begins))
  return [
    ...(others.length === 0 ? [] : [t('reasoning.assumes', { statements: others.join('; ') })]),
    ...(entries.length === 0 ? [] : [t('reasoning.noEntries', { entries: entries.join(', ') })]),
  ].join(' ')
}

/** How the engine begins what nothing is recorded for, where that is not the denial of anything. */
function noEntry(): string {
  return t('reasoning.noEntry', { entry: '' })
}
