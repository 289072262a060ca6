import oppositeWords from './opposite-words.json' with { type: 'json' }
import professional from './professional-opposites.json' with { type: 'json' }
import { isTurnedForm } from './turned-words.ts'
import { onceKnown, remembered } from './word-forms.ts'
import { baseForm } from './words.ts'

/**
 * Whether two words or phrases, in lower case and without hyphens, exclude each other: "normal" and "abnormal", "mild" and "severe",
 * "fixed term" and "open ended". In the eight languages.
 */
export function isOpposite(one: string, other: string): boolean {
  return (
    isTurnedForm(one, other) ||
    excludes(one, other) ||
    (!areAlike(one, other) && isOfOppositeGroups(one, other)) ||
    areFormsOfOpposites(one, other)
  )
}

/** Whether two phrases are on two sides of a line that a person wrote: "before meals" and "with meals". */
export function arePhrasesApart(one: string, other: string): boolean {
  return areApart(placesOf(excluding(), one), placesOf(excluding(), other))
}

/** Whether they name one act from its two sides: what one sold another bought. They exclude each other where both are of one person. */
export function areConverses(one: string, other: string): boolean {
  const bases = (word: string) => [word, ...basesOf(word)]
  return bases(one).some((mine) =>
    bases(other).some((yours) => areApart(placesOf(converses(), mine), placesOf(converses(), yours))),
  )
}

function excludes(one: string, other: string): boolean {
  return antonyms().get(one)?.has(other) === true || areApart(placesOf(excluding(), one), placesOf(excluding(), other))
}

/** Whether they are on one side of a line that a person wrote, whatever else they mean. */
function areAlike(one: string, other: string): boolean {
  const yours = placesOf(excluding(), other)
  return placesOf(excluding(), one).some(({ line, side }) =>
    yours.some((its) => its.line === line && its.side === side),
  )
}

/** "Refuses" and "granted"; a word without an ending may be another kind of word: "still" and "charged". */
function areFormsOfOpposites(one: string, other: string): boolean {
  const [mine, yours] = [basesOf(one), basesOf(other)]
  return mine.some((base) => yours.some((opposite) => excludes(base, opposite)))
}

/** `isOwn`: it is the antonym itself, or a word of the same meaning; else one of its group. */
type Group = { readonly pair: number; readonly side: number; readonly isOwn: boolean }

/** The groups of a word, each about one of two antonyms. */
const groups = onceKnown(() => groupsOf(oppositeWords.groups))

/**
 * "Tiny" is of the group of "small", the opposite of "big". One of the two must be the antonym itself: "heavy" and "severe" are of opposite
 * groups, of "indulgent" and its antonym. Not where both are of one group too, for a word has several meanings.
 */
function isOfOppositeGroups(one: string, other: string): boolean {
  const [mine, yours] = [groups().get(one) ?? [], groups().get(other) ?? []]
  const shared = mine.flatMap((group) =>
    yours.filter(({ pair }) => pair === group.pair).map((its) => [group, its] as const),
  )
  const isOneGroup = shared.some(([group, its]) => group.side === its.side)
  return !isOneGroup && shared.some(([group, its]) => group.isOwn || its.isOwn)
}

function groupsOf(pairs: readonly string[]): ReadonlyMap<string, readonly Group[]> {
  const all = new Map<string, Group[]>()
  const add = (word: string, group: Group) => {
    const known = all.get(word)
    if (known) known.push(group)
    else all.set(word, [group])
  }
  for (const [pair, sides] of pairs.entries())
    for (const [side, words] of sides.split(' | ').entries()) {
      const [own = '', others = ''] = words.split(',')
      for (const word of own.split(' ')) add(word, { pair, side, isOwn: true })
      for (const word of others.trim().split(' ')) add(word, { pair, side, isOwn: false })
    }
  return all
}

/** English verbs and their like: "grants" is as much the opposite of "refused" as "granted" is. */
const FORMS = ['ed', 'ing', 's'] as const

/** What a word with an ending may be a form of: "stop" or "stopp" of "stopped", "deny" of "denied", "refuse" or "refus" of "refused". */
const basesOf = remembered((word): readonly string[] => {
  const base = baseForm(word)
  // "Paid" and "sold" have no ending, and are past.
  if (base !== word) return [base]
  const form = FORMS.find((ending) => word.endsWith(ending))
  if (form === undefined) return []
  const rest = word.slice(0, -form.length)
  const bases = [rest, `${rest}e`, rest.replace(/ie?$/u, 'y'), rest.replace(/e$/u, ''), rest.replace(/(.)\1$/u, '$1')]
  return [...new Set(bases)].filter((one) => one.length > 1)
})

/** On which side of which line a word is. */
type Side = { readonly line: string; readonly side: number }
type Sides = ReadonlyMap<string, readonly Side[]>
/** Lines of one subject, by language. */
type Lines = Readonly<Record<string, string | readonly string[]>>

const excluding = onceKnown(() => sidesIn(professional.subjects))
const converses = onceKnown(() => sidesIn([professional.converses]))
/** Pairs of WordNet (`scripts/make-opposite-words.ts`). */
const antonyms = onceKnown(() => antonymsOf(oppositeWords.pairs))

/** Gender, number and case in the languages that decline their words. */
const DECLINED = /(?:e|s|es|ies?|is|a|o|as|os|en|er|em|n|y|i|ą|ej|ego|ych|ymi?)$/u
const DECLINED_AT_LEAST = 5
/** What marks the ground form of a word that another language declines. */
const GROUND = '~'

function sidesIn(subjects: readonly Lines[]): Sides {
  const all = new Map<string, Side[]>()
  for (const [at, { about: _, ...languages }] of subjects.entries())
    for (const [language, lines] of Object.entries(languages))
      for (const [number, line] of [lines].flat().entries())
        for (const [phrase, side] of phrasesOf(line)) {
          const key = language === 'en' ? phrase : GROUND + groundForm(phrase)
          all.set(key, [...(all.get(key) ?? []), { line: `${at} ${language} ${number}`, side }])
        }
  return all
}

/** Each phrase of a line with its side. */
function phrasesOf(line: string): readonly (readonly [string, number])[] {
  return line
    .split(' | ')
    .flatMap((phrases, side) => phrases.split(', ').map((phrase) => [phrase.replaceAll('-', ' '), side] as const))
}

function placesOf(sides: Sides, word: string): readonly Side[] {
  return [...(sides.get(word) ?? []), ...(sides.get(GROUND + groundForm(word)) ?? [])]
}

const groundForm = remembered((phrase) =>
  phrase
    .split(' ')
    .map((word) => (word.length < DECLINED_AT_LEAST ? word : word.replace(DECLINED, '')))
    .join(' '),
)

function areApart(mine: readonly Side[], yours: readonly Side[]): boolean {
  return mine.some(({ line, side }) => yours.some((its) => its.line === line && its.side !== side))
}

function antonymsOf(pairs: string): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  for (const pair of pairs.split(', ')) {
    const [one = '', other = ''] = pair.split(' ')
    for (const [word, opposite] of [
      [one, other],
      [other, one],
    ] as const)
      all.set(word, (all.get(word) ?? new Set<string>()).add(opposite))
  }
  return all
}
