import type { Language } from '../../words/word-fields.ts'
import type { WordLists } from '../../words/open-word-lists.ts'
import { TITLES } from '../names/cue-words.ts'
import { has } from '../names/has-word.ts'
import { ROLES } from '../names/roles.ts'
import type { Token } from './split-tokens.ts'

type Known = { readonly lists: WordLists; readonly languages: readonly Language[] }

/** A shorter one is an initial or a unit, a longer one is no abbreviation. */
const SHORTEST = 3
const LONGEST = 14
const LONGEST_CUT = 5
/** A full stop and more of the same line. */
const STOP = /^\.(?:[ ,;:)-]|$)(?!.*\n)/su

/**
 * "Rivalutaz. tra sei mesi", "Postop. Schmerzen": a word that nobody is called, with a full stop, that begins a longer word, that is
 * a whole sentence by itself, or behind which the sentence goes on. Not behind a title, a role or another name.
 */
export function isAbbreviation(tokens: readonly Token[], at: number, { lists, languages }: Known): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token || !next || !isStopped(token, next) || isCut(before, token, { lists, languages })) return false
  // Behind a label it is the value.
  if (token.opens) return !/[:|]/u.test(token.gap)
  if (has(TITLES, before) || has(ROLES, before) || isNameBefore(before, token, lists)) return false
  return /^(?:lower|digits)$/.test(next.shape) || lists.isBeginning(token.text, languages)
}

function isStopped({ shape, text }: Token, next: Token): boolean {
  return shape === 'title' && text.length >= SHORTEST && text.length <= LONGEST && STOP.test(next.gap)
}

/** "tec. Josineide. Enf 3": behind an abbreviation of what somebody is. */
function isCut(before: Token | undefined, { gap }: Token, { lists, languages }: Known): boolean {
  if (before?.shape !== 'lower' || before.text.length > LONGEST_CUT || !/^\. ?$/u.test(gap)) return false
  const levels = lists.levelsOf(before.text)
  return before.text.length <= SHORTEST || languages.every((language) => levels[language] === 0)
}

function isNameBefore(before: Token | undefined, { gap }: Token, lists: WordLists): boolean {
  if (before === undefined || before.shape === 'lower' || !/^\.?[ -]$/u.test(gap)) return false
  const { first, last } = lists.levelsOf(before.text)
  return before.text.length === 1 || first + last > 0
}
