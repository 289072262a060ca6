import { type Word, wordAt } from './tokens/word-at.ts'

/**
 * What a word that somebody has to decide about seems to be, what is likeliest to identify first: in this order they are shown, and those
 * of one kind are decided together.
 */
export const FLAG_KINDS = [
  'name',
  'occupation',
  'number',
  'day',
  'short-form',
  'unknown-word',
  'capital',
  'unit',
] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

const LONGEST_UNIT = 4
const LONGEST_SHORT_FORM = 2

/** Of a flagged word. */
export function flagKind(words: readonly Word[], at: number): FlagKind {
  const word = wordAt(words, at)
  const { text, shape, name, levels, ordinary } = word
  if (/\p{N}/u.test(text)) return 'number'
  if (isUnit(word, wordAt(words, at - 1))) return 'unit'
  if (text.length <= LONGEST_SHORT_FORM) return 'short-form'
  if (word.isDoubtful || name + levels.place > 0 || (shape !== 'lower' && ordinary === 0)) return 'name'
  return shape === 'lower' ? 'unknown-word' : 'capital'
}

/** "4.1 mmol", "g/dL", "128 H": letters behind a number or a stroke that nobody is called. */
function isUnit({ text, gap, name, shape }: Word, before: Word): boolean {
  if (text.length > LONGEST_UNIT || name > 0 || (shape === 'title' && text.length > LONGEST_SHORT_FORM)) return false
  return (before.shape === 'digits' && /^[ \t\u00a0\u202f|]?$/u.test(gap)) || /[/°%]$/u.test(gap)
}

/** Of all places of a word the kind that is likeliest to identify. */
export function gravest(kinds: readonly FlagKind[]): FlagKind {
  return FLAG_KINDS.find((kind) => kinds.includes(kind)) ?? 'name'
}
