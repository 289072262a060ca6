import type { NumberLevel, NumberList } from './docx/docx-numbering.ts'
import { letterNumber, ordinalNumber, romanNumber, wordNumber, wordOrdinal } from '../list-numerals.ts'

export interface ListCounters {
  /** Counts a paragraph and gives the number before it ("7.3", "(b)"); empty for bullets and hidden numbers. */
  next(listId: string, list: NumberList, level: number): string
}

const LEVELS = 9
/** "Article %1, Section %2." is long; what is longer is no number. */
const LONGEST_TEMPLATE = 100

/** Counts the paragraphs of a document as Word does when it shows them: the numbers aren't in the file. */
export function createListCounters(): ListCounters {
  const counts = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()

  return {
    next(listId, list, level) {
      const state = counts.get(list.key) ?? []
      counts.set(list.key, state)
      // A list that begins anew does so when its level is first used; another list may have counted on the same levels.
      for (const [index, start] of list.starts)
        if (index <= level && !started.has(`${listId} ${index}`)) {
          started.add(`${listId} ${index}`)
          state[index] = index === level ? start - 1 : start
          for (let below = index + 1; below < LEVELS; below += 1) state[below] = undefined
        }
      count(state, list, level)
      const definition = list.levels.get(level)
      if (!definition || definition.isHidden || definition.format === 'bullet') return ''
      return label(definition, list, state)
    },
  }
}

function count(state: (number | undefined)[], list: NumberList, level: number): void {
  for (let index = 0; index < level; index += 1) state[index] ??= startOf(list, index)
  const before = state[level]
  state[level] = before === undefined ? startOf(list, level) : before + 1
  for (let below = level + 1; below < LEVELS; below += 1) {
    const restartAfter = list.levels.get(below)?.restartAfter
    if (restartAfter === undefined || level < restartAfter) state[below] = undefined
  }
}

function startOf(list: NumberList, level: number): number {
  return list.starts.get(level) ?? list.levels.get(level)?.start ?? 1
}

function label({ template, isLegal }: NumberLevel, list: NumberList, state: readonly (number | undefined)[]): string {
  return template
    .slice(0, LONGEST_TEMPLATE)
    .replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const value = state[index] ?? startOf(list, index)
      const format = list.levels.get(index)?.format ?? 'decimal'
      return formatNumber(value, isLegal && format !== 'none' ? 'decimal' : format)
    })
    .trim()
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  lowerLetter: letterNumber,
  upperLetter: (value) => letterNumber(value).toUpperCase(),
  lowerRoman: romanNumber,
  upperRoman: (value) => romanNumber(value).toUpperCase(),
  ordinal: ordinalNumber,
  cardinalText: wordNumber,
  ordinalText: wordOrdinal,
  decimalZero: (value) => String(value).padStart(2, '0'),
  chicago: (value) =>
    ['*', '\u2020', '\u2021', '\u00a7'][(value - 1) % 4]?.repeat(Math.min(9, Math.ceil(value / 4))) ?? '',
  none: () => '',
  bullet: () => '',
}

/** A number in one of Word's formats (ECMA-376 17.18.59); in digits where the format is another. */
export function formatNumber(value: number, format: string): string {
  return (FORMATS[format] ?? String)(value)
}
