import { formatFigure } from '../../wording/figure.ts'
import { choiceWords } from '../../wording/phrases.ts'
import { perLocale, t } from '../../wording/translate.ts'
import { givesNone } from './proof-words.ts'
import { leftOut } from './proof-steps.ts'
import type { ProofStep, SumPart } from './proof.ts'

type Sum = Extract<ProofStep, { kind: 'sum' }>

/**
 * A score as it is read, item by item, in the author's order. Of the parts of an item at most one counts: that one alone, or what is still
 * possible line by line, or that none applies. `restsOn`: what is to be read below such a line.
 */
export function scoreItems(sum: Sum, restsOn: (steps: readonly ProofStep[]) => readonly ProofStep[]): Sum {
  const items = [...Map.groupBy(sum.parts, ({ item }, at) => item ?? `part ${at}`).values()]
  return { ...sum, parts: items.flatMap((parts) => itemLines(parts).map((part) => withReasons(part, restsOn))) }
}

/** The same in one line an item, where nothing is read below it: what it is about, with all that it may give. */
export function scoreLines(sum: Sum): readonly SumPart[] {
  const items = [...Map.groupBy(sum.parts, ({ item }, at) => item ?? `part ${at}`).values()]
  return items.flatMap(itemLines).map(({ possible, ...part }) => ({
    ...part,
    say: possible?.name === '' ? choiceWords(possible.parts.map(({ say }) => say)) : part.say,
  }))
}

/** What has to be so for a score to be counted is read before its points, and what each of these rests on behind them. */
export function conditionsFirst(
  steps: readonly ProofStep[],
  isOwn: (step: ProofStep) => boolean,
): readonly ProofStep[] {
  if (!steps.some(({ kind }) => kind === 'sum')) return steps
  const place = (step: ProofStep) => {
    if (step.kind === 'sum') return 1
    return CONDITIONS.has(step.kind) && isOwn(step) ? 0 : 2
  }
  return steps.toSorted((one, other) => place(one) - place(other))
}

const CONDITIONS: ReadonlySet<ProofStep['kind']> = new Set([
  'fact',
  'recorded-absent',
  'assumed-absent',
  'conclusion',
  'see-above',
  'conflict',
  'missing',
])

/** `possible`: in place of one part, those of which one may count; `isAny`: nothing is excluded. */
type Line = SumPart & { readonly possible?: Named; readonly isAny?: boolean }

function itemLines(parts: readonly SumPart[]): readonly Line[] {
  const open = parts.filter(isOpenPart)
  const sure = parts.filter((part) => !isOpenPart(part) && !givesNone(part.points))
  if (sure.length > 0) return [...sure, ...open]
  const [first] = parts
  if (open.length > 1) return [{ ...oneOf(open, parts), isAny: open.length === parts.length }]
  if (open.length === 1 || first === undefined) return open.map((part) => (part.coversAll ? asSure(part) : part))
  return [parts.length === 1 ? first : noneOf(parts)]
}

/** Where nothing is excluded and what it depends on is asked right below, that says more than the table of the score. */
function withReasons(line: Line, restsOn: (steps: readonly ProofStep[]) => readonly ProofStep[]): SumPart {
  const { possible, isAny, ...part } = line
  const steps = [...restsOn(part.steps)]
  if (possible === undefined) return { ...part, steps }
  const { name, parts } = possible
  const isAsked =
    isAny === true && steps.length > 0 && steps.every(({ kind }) => kind === 'missing' || kind === 'conflict')
  if (isAsked) return { ...part, say: named(name, t('proof.dependsOnAnswers', { count: steps.length })), steps }
  const which = t(part.coversAll ? 'proof.oneOf' : 'proof.atMostOneOf')
  return { ...part, say: named(name, which), steps: [...parts.map((one) => leftOut(pointsFor(one))), ...steps] }
}

function named(name: string, words: string): string {
  return name === '' ? words : t('proof.ofItem', { name, words })
}

/** Of parts of which one counts, one that gives nothing may count as well. */
function isOpenPart({ points, coversAll, holds }: SumPart): boolean {
  return points.low !== points.high || (coversAll === true && holds === 'unknown')
}

/** The only one that is left of those of which one counts. */
function asSure(part: SumPart): SumPart {
  const points = pointsOf(part)
  return { ...part, points: { low: points, high: points }, holds: 'yes' }
}

function oneOf(open: readonly SumPart[], parts: readonly SumPart[]): Line {
  const coversAll = parts.some((part) => part.coversAll === true)
  const ends = open.flatMap((part) => (coversAll ? [pointsOf(part)] : [part.points.low, part.points.high])).map(Number)
  const { name, says } = withoutName(parts.map(({ say }) => say))
  const said = open.map((part) => ({ ...part, say: says[parts.indexOf(part)] ?? part.say }))
  return {
    say: name,
    points: { low: String(Math.min(...ends)), high: String(Math.max(...ends)) },
    isScale: true,
    coversAll,
    holds: 'unknown',
    possible: { name, parts: said },
    steps: open.flatMap(({ steps }) => steps),
  }
}

function noneOf(parts: readonly SumPart[]): SumPart {
  const { name, says } = withoutName(parts.map(({ say }) => say))
  return {
    say: named(name, t('proof.noneOf', { parts: says.join('; ') })),
    points: { low: '0', high: '0' },
    isScale: true,
    holds: 'no',
    steps: parts.flatMap(({ steps }) => steps),
  }
}

/** What it gives where it counts. */
function pointsOf({ points: { low, high } }: SumPart): string {
  return low === '0' ? high : low
}

function pointsFor(part: SumPart): string {
  return t('reasoning.rule.points', { part: part.say, points: formatFigure(pointsOf(part)) })
}

type Named = { readonly name: string; readonly parts: readonly SumPart[] }

/**
 * What the parts of an item are about, by the words that they share, and what each says of it: "respiratory rate" of "respiratory rate of 8
 * or less". Empty where they share none; where they do not all begin with it, each keeps its words.
 */
function withoutName(says: readonly string[]): { readonly name: string; readonly says: readonly string[] } {
  const [first = [], ...others] = says.map((say) => say.split(' '))
  const isShared = (word: string) => !/^[\d(]/u.test(word) && others.every((words) => words.includes(word))
  const start = first.findIndex((word) => isShared(word) && isNaming(word))
  if (start < 0) return { name: '', says }
  const behind = first.slice(start)
  const end = behind.findIndex((word) => !isShared(word))
  const shared = end < 0 ? behind : behind.slice(0, end)
  const last = shared.findLastIndex(isNaming)
  const begin = `${shared.join(' ')} `
  const isBegun = start === 0 && says.every((say) => say.startsWith(begin))
  return {
    name: shared.slice(0, last + 1).join(' '),
    says: isBegun ? says.map((say) => say.slice(begin.length)) : says,
  }
}

/** Not "of", "no" or "to". */
function isNaming(word: string): boolean {
  return !linkingWords().test(word)
}

const linkingWords = perLocale(() => new RegExp(t('proof.linkingWords'), 'iu'))
