import { message, type Message } from '../../wording/message.ts'
import { NO_PHRASES } from '../program/phrases.ts'
import type { Calendar, NameType, Relation, Vocabulary } from '../program/vocabulary.ts'
import { BUILT_IN } from './relation-named.ts'
import { readCalendar } from './read/read-calendar.ts'
import { keyNamed, readEntries } from './read/read-fields.ts'
import { readNames } from './read/read-names.ts'
import type { PackParts } from './read/read-packs.ts'
import { readRelation } from './read/read-relation.ts'
import type { Report } from './read/problem.ts'
import type { Words } from './value-type.ts'
import type { Entry, TextTree, Tree } from './read/yaml-tree.ts'

type Owned<T> = Map<string, { readonly value: T; readonly packs: Set<string> }>

/**
 * All words of all packs together, and for each pack those that it may use: its own and those of the packs it names. They
 * are not whole when a relation or calendar could not be read; then rules that use it are not wrong for that.
 */
export function readWords(
  packs: readonly PackParts[],
  report: Report,
): { readonly everything: Vocabulary; readonly wordsFor: (pack: string) => Words; readonly isWhole: boolean } {
  const names: Owned<NameType> = new Map()
  const seen = visiblePacks(packs)
  for (const { names: trees, source } of packs)
    for (const { type, key } of trees.flatMap((tree) => readNames(tree, report)))
      own(names, source.head.id, key, type, 'type', report, areAlikeTypes)
  const read = packs.map((pack) => {
    const types = ownedBy(names, seen.get(pack.source.head.id) ?? null)
    return readOwn(pack, new Set(types.keys()), report)
  })
  const relations = ownAll(
    read.map(({ pack, relations: found }) => ({ pack, found })),
    'relation',
    report,
    areAlikeRelations,
  )
  const calendars = ownAll(
    read.map(({ pack, calendars: found }) => ({ pack, found })),
    'calendar',
    report,
  )
  const vocabularyOf = (visible: ReadonlySet<string> | null): Vocabulary => ({
    relations: new Map([...BUILT_IN, ...ownedBy(relations, visible)]),
    names: ownedBy(names, visible),
    calendars: ownedBy(calendars, visible),
    // A pack fills its sentences as it says them; another language brings its own (`words/phrases.ts`).
    phrases: NO_PHRASES,
  })
  const everything = vocabularyOf(null)
  const words = new Map<string, Words>()
  for (const [pack, visible] of seen) words.set(pack, { vocabulary: vocabularyOf(visible), everywhere: everything })
  const wordsFor = (pack: string): Words => words.get(pack) ?? { vocabulary: everything, everywhere: everything }
  return { everything, wordsFor, isWhole: read.every(({ isWhole }) => isWhole) }
}

type Found<T> = readonly { readonly key: TextTree; readonly value: T }[]

/** The relations and calendars of one pack. */
function readOwn(
  { vocabulary, calendars, source }: PackParts,
  types: ReadonlySet<string>,
  report: Report,
): {
  readonly pack: string
  readonly relations: Found<Relation>
  readonly calendars: Found<Calendar>
  readonly isWhole: boolean
} {
  const pack = source.head.id
  let isWhole = true
  const readAll = <T>(trees: readonly Tree[], what: Message, read: (entry: Entry) => T | null): Found<T> =>
    trees
      .flatMap((tree) => readEntries(tree, what, report))
      .flatMap((entry) => {
        const value = read(entry)
        isWhole &&= value !== null
        return value === null ? [] : [{ key: entry.key, value }]
      })
  const relations = readAll(vocabulary, keyNamed('vocabulary'), (entry) => readRelation(entry, pack, types, report))
  const found = readAll(calendars, keyNamed('calendars'), (entry) => readCalendar(entry, report))
  for (const { key } of relations) if (BUILT_IN.has(key.text)) refuseBuiltIn(key, report)
  return { pack, relations: relations.filter(({ key }) => !BUILT_IN.has(key.text)), calendars: found, isWhole }
}

function ownAll<T>(
  all: readonly { readonly pack: string; readonly found: Found<T> }[],
  what: 'type' | 'relation' | 'calendar',
  report: Report,
  isShared?: (left: T, right: T) => boolean,
): Owned<T> {
  const owned: Owned<T> = new Map()
  for (const { pack, found } of all)
    for (const { key, value } of found) own(owned, pack, key, value, what, report, isShared)
  return owned
}

/** Two packs may both speak of patients, if any name may be one, or of sexes that have the same names and labels. */
function areAlikeTypes(left: NameType, right: NameType): boolean {
  if (left.open || right.open) return left.open && right.open
  return JSON.stringify([...left.labels]) === JSON.stringify([...right.labels])
}

/** Declared word for word alike, the weight of a patient is the same in two packs that know nothing of each other. */
function areAlikeRelations(left: Relation, right: Relation): boolean {
  return JSON.stringify({ ...left, pack: null }) === JSON.stringify({ ...right, pack: null })
}

function own<T>(
  words: Owned<T>,
  pack: string,
  key: TextTree,
  value: T,
  what: 'type' | 'relation' | 'calendar',
  report: Report,
  isShared: (left: T, right: T) => boolean = () => false,
): void {
  const known = words.get(key.text)
  const first = known?.packs.values().next().value
  if (!known) words.set(key.text, { value, packs: new Set([pack]) })
  else if (!known.packs.has(pack) && isShared(known.value, value)) known.packs.add(pack)
  else
    report(key.place, {
      code: 'DUPLICATE',
      message: message('gate.packs.declared', { what, name: key.text, pack: first ?? '' }),
      fix: first === pack ? message('gate.keepOne') : message('gate.packs.addUses', { pack: first ?? '' }),
    })
}

function refuseBuiltIn(key: TextTree, report: Report): void {
  report(key.place, {
    code: 'DUPLICATE',
    message: message('gate.packs.builtIn', { name: key.text }),
    fix: message('gate.packs.builtInFix'),
  })
}

function ownedBy<T>(words: Owned<T>, visible: ReadonlySet<string> | null): ReadonlyMap<string, T> {
  const owned = [...words].filter(([, { packs }]) => !visible || [...packs].some((pack) => visible.has(pack)))
  return new Map(owned.map(([name, { value }]) => [name, value]))
}

/** By pack: itself and all that it uses, also through others. */
function visiblePacks(packs: readonly PackParts[]): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map(packs.map(({ source }) => [source.head.id, source.head.uses]))
  return new Map(
    [...uses.keys()].map((id) => {
      const visible = new Set([id])
      // A set is walked in the order of insertion, those added on the way included.
      for (const pack of visible) for (const used of uses.get(pack) ?? []) if (uses.has(used)) visible.add(used)
      return [id, visible]
    }),
  )
}
