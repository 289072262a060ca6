import type { Calendar, NameType, Relation, Vocabulary } from '../program/vocabulary.ts'
import { BUILT_IN } from './built-in.ts'
import { readCalendar } from './read-calendar.ts'
import { readEntries } from './read-fields.ts'
import { readNames } from './read-names.ts'
import type { PackParts } from './read-packs.ts'
import { readRelation } from './read-relation.ts'
import type { Report } from './report.ts'
import type { Words } from './value-type.ts'
import type { TextTree } from './yaml-tree.ts'

type Owned<T> = Map<string, { readonly value: T; readonly pack: string }>

/** All words of all packs together, and for each pack those that it may use: its own and those of the packs it names. */
export function readWords(
  packs: readonly PackParts[],
  report: Report,
): { readonly everything: Vocabulary; readonly wordsFor: (pack: string) => Words } {
  const names: Owned<NameType> = new Map()
  const relations: Owned<Relation> = new Map()
  const calendars: Owned<Calendar> = new Map()
  const seen = visiblePacks(packs)
  for (const { names: trees, source } of packs)
    for (const tree of trees)
      for (const { type, key } of readNames(tree, report))
        own(names, source.head.id, key, type, 'type', report, bothOpen)
  for (const { vocabulary, calendars: trees, source } of packs) {
    const { id } = source.head
    const types = new Set(ownedBy(names, seen.get(id)).keys())
    for (const tree of vocabulary)
      for (const entry of readEntries(tree, '"vocabulary"', report)) {
        const relation = readRelation(entry, id, types, report)
        if (BUILT_IN.has(entry.key.text)) refuseBuiltIn(entry.key, report)
        else if (relation) own(relations, id, entry.key, relation, 'relation', report)
      }
    for (const tree of trees)
      for (const entry of readEntries(tree, '"calendars"', report)) {
        const calendar = readCalendar(entry, report)
        if (calendar) own(calendars, id, entry.key, calendar, 'calendar', report)
      }
  }
  const vocabularyOf = (visible: ReadonlySet<string> | null): Vocabulary => ({
    relations: new Map([...BUILT_IN, ...ownedBy(relations, visible)]),
    names: ownedBy(names, visible),
    calendars: ownedBy(calendars, visible),
  })
  const everything = vocabularyOf(null)
  const words = new Map<string, Words>()
  for (const [pack, visible] of seen) words.set(pack, { vocabulary: vocabularyOf(visible), everywhere: everything })
  return { everything, wordsFor: (pack) => words.get(pack) ?? { vocabulary: everything, everywhere: everything } }
}

/** Two packs may both speak of patients, if any name may be one. */
function bothOpen(left: NameType, right: NameType): boolean {
  return left.open && right.open
}

function own<T>(
  words: Owned<T>,
  pack: string,
  key: TextTree,
  value: T,
  what: string,
  report: Report,
  isShared: (left: T, right: T) => boolean = () => false,
): void {
  const known = words.get(key.text)
  if (!known) words.set(key.text, { value, pack })
  else if (known.pack === pack || !isShared(known.value, value))
    report(key.place, {
      code: 'DUPLICATE',
      message: `The ${what} "${key.text}" is declared in the pack "${known.pack}" already.`,
      fix:
        known.pack === pack
          ? 'Keep one of them.'
          : `Add "${known.pack}" to "uses" and drop it here, or give it another name.`,
    })
}

function refuseBuiltIn(key: TextTree, report: Report): void {
  report(key.place, {
    code: 'DUPLICATE',
    message: `"${key.text}" exists already: it is the day of the question.`,
    fix: 'Use it without declaring it, or take another name.',
  })
}

/** Names shared by two packs are seen by both. */
function ownedBy<T>(words: Owned<T>, visible: ReadonlySet<string> | null | undefined): ReadonlyMap<string, T> {
  const owned = [...words].filter(([, { pack, value }]) => !visible || visible.has(pack) || isOpenType(value))
  return new Map(owned.map(([name, { value }]) => [name, value]))
}

function isOpenType(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'open' in value && value.open === true
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
