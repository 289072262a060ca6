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
  const relations: Owned<Relation> = new Map()
  const calendars: Owned<Calendar> = new Map()
  const seen = visiblePacks(packs)
  let isWhole = true
  for (const { names: trees, source } of packs)
    for (const { type, key } of trees.flatMap((tree) => readNames(tree, report)))
      own(names, source.head.id, key, type, 'type', report, bothOpen)
  for (const { vocabulary, source } of packs) {
    const { id } = source.head
    const types = new Set(ownedBy(names, seen.get(id) ?? null).keys())
    for (const entry of vocabulary.flatMap((tree) => readEntries(tree, '"vocabulary"', report))) {
      const relation = readRelation(entry, id, types, report)
      isWhole &&= relation !== null
      if (BUILT_IN.has(entry.key.text)) refuseBuiltIn(entry.key, report)
      else if (relation) own(relations, id, entry.key, relation, 'relation', report)
    }
  }
  for (const { calendars: trees, source } of packs)
    for (const entry of trees.flatMap((tree) => readEntries(tree, '"calendars"', report))) {
      const calendar = readCalendar(entry, report)
      isWhole &&= calendar !== null
      if (calendar) own(calendars, source.head.id, entry.key, calendar, 'calendar', report)
    }
  const vocabularyOf = (visible: ReadonlySet<string> | null): Vocabulary => ({
    relations: new Map([...BUILT_IN, ...ownedBy(relations, visible)]),
    names: ownedBy(names, visible),
    calendars: ownedBy(calendars, visible),
  })
  const everything = vocabularyOf(null)
  const words = new Map<string, Words>()
  for (const [pack, visible] of seen) words.set(pack, { vocabulary: vocabularyOf(visible), everywhere: everything })
  const wordsFor = (pack: string): Words => words.get(pack) ?? { vocabulary: everything, everywhere: everything }
  return { everything, wordsFor, isWhole }
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
  const first = known?.packs.values().next().value
  if (!known) words.set(key.text, { value, packs: new Set([pack]) })
  else if (!known.packs.has(pack) && isShared(known.value, value)) known.packs.add(pack)
  else
    report(key.place, {
      code: 'DUPLICATE',
      message: `The ${what} "${key.text}" is declared in the pack "${first}" already.`,
      fix: first === pack ? 'Keep one of them.' : `Add "${first}" to "uses" and drop it here, or give it another name.`,
    })
}

function refuseBuiltIn(key: TextTree, report: Report): void {
  report(key.place, {
    code: 'DUPLICATE',
    message: `"${key.text}" exists already: it is the day of the question.`,
    fix: 'Use it without declaring it, or take another name.',
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
