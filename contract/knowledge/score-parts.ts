import { formatFigure } from '../../wording/figure.ts'
import { t } from '../../wording/translate.ts'
import { givesNone } from './proof-words.ts'
import type { ProofStep, SumPart } from './proof.ts'

type Sum = Extract<ProofStep, { kind: 'sum' }>

/**
 * A score as it is read, item by item, in the author's order. Of the parts of an item at most one counts: that one alone, or what is still
 * possible in one line, or that none applies. `restsOn`: what is to be read below such a line.
 */
export function scoreItems(sum: Sum, restsOn: (steps: readonly ProofStep[]) => readonly ProofStep[]): Sum {
  const items = [...Map.groupBy(sum.parts, ({ item }, at) => item ?? `part ${at}`).values()]
  return { ...sum, parts: items.flatMap((parts) => itemLines(parts).map((part) => withReasons(part, restsOn))) }
}

type Line = SumPart & { readonly isAnyOf?: readonly SumPart[] }

function itemLines(parts: readonly SumPart[]): readonly Line[] {
  const open = parts.filter(isOpenPart)
  const sure = parts.filter((part) => !isOpenPart(part) && !givesNone(part.points))
  if (sure.length > 0) return [...sure, ...open]
  const [first] = parts
  if (open.length > 1) return [{ ...oneOf(open), ...(open.length === parts.length ? { isAnyOf: open } : {}) }]
  if (open.length === 1 || first === undefined) return open
  return [{ ...first, say: parts.map(({ say }) => say).join('; '), steps: parts.flatMap(({ steps }) => steps) }]
}

/** Where nothing is excluded and what it depends on is asked right below, that says more than the table of the score. */
function withReasons(line: Line, restsOn: (steps: readonly ProofStep[]) => readonly ProofStep[]): SumPart {
  const { isAnyOf, ...part } = line
  const steps = [...restsOn(part.steps)]
  const isAsked =
    isAnyOf !== undefined && steps.length > 0 && steps.every(({ kind }) => kind === 'missing' || kind === 'conflict')
  return { ...part, ...(isAsked ? { say: t('proof.dependsOnAnswers', { count: steps.length }) } : {}), steps }
}

function isOpenPart({ points }: SumPart): boolean {
  return points.low !== points.high
}

function oneOf(parts: readonly SumPart[]): SumPart {
  const ends = parts.flatMap(({ points: { low, high } }) => [Number(low), Number(high)])
  const named = parts.map(({ say, points: { low, high } }) =>
    t('reasoning.rule.points', { part: say, points: formatFigure(low === '0' ? high : low) }),
  )
  return {
    say: t('proof.oneOf', { parts: named.join('; ') }),
    points: { low: String(Math.min(...ends)), high: String(Math.max(...ends)) },
    isScale: true,
    holds: 'unknown',
    steps: parts.flatMap(({ steps }) => steps),
  }
}
