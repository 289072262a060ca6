import { FUNCTION_NAMES, type SourcePlace } from '../../program/rule.ts'
import { Decimal, isNumber } from '../../values/decimal.ts'
import { dayOf } from '../../values/plain-date.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Problem, type Report, reportTo } from './problem.ts'
import type { Entry, TextTree, Tree } from './yaml-tree.ts'

/** A map whose keys are known, read key by key. Each reading reports what does not fit and gives null for it. */
export type Fields = {
  readonly place: SourcePlace
  has(key: string): boolean
  /** Where the key stands; the map itself for a key that is absent. */
  placeOf(key: string): SourcePlace
  tree(key: string): Tree | null
  text(key: string): TextTree | null
  requiredText(key: string, fix: string): TextTree | null
  flag(key: string, otherwise: boolean): boolean
  choice<T extends string>(key: string, choices: readonly T[], otherwise: T): T
  day(key: string): number | null
  texts(key: string): readonly TextTree[]
  list(key: string): readonly Tree[]
}

/** Longer texts are documents and no sentences. */
const LONGEST_TEXT = 4_000

/** Reports every key that is not one of `keys`. Null when the tree is no map. */
export function readFields(tree: Tree | null, what: string, keys: readonly string[], report: Report): Fields | null {
  if (!tree) return null
  if (tree.kind !== 'map') {
    wrongShape(tree.place, what, `a map with the keys ${keys.slice(0, 4).join(', ')} …`, report)
    return null
  }
  for (const [key, entry] of tree.entries) if (!keys.includes(key)) refuseKey(entry, what, keys, report)
  const treeAt = (key: string): Tree | null => {
    const value = tree.entries.get(key)?.value
    return value && value.kind !== 'nothing' ? value : null
  }
  const text = (key: string): TextTree | null => readText(treeAt(key), `"${key}"`, report)
  return {
    place: tree.place,
    has: (key) => tree.entries.has(key),
    placeOf: (key) => tree.entries.get(key)?.key.place ?? tree.place,
    tree: treeAt,
    text,
    requiredText(key, fix) {
      if (!treeAt(key))
        report(tree.entries.get(key)?.key.place ?? tree.place, {
          code: 'MISSING_KEY',
          message: `${what} has no "${key}".`,
          fix,
        })
      return text(key)
    },
    flag(key, otherwise) {
      const choice = choose(text(key), key, ['yes', 'no', 'true', 'false'], report)
      return choice === null ? otherwise : choice === 'yes' || choice === 'true'
    },
    choice: (key, choices, otherwise) => choose(text(key), key, choices, report) ?? otherwise,
    day: (key) => readDay(text(key), report),
    texts: (key) =>
      readList(treeAt(key), `"${key}"`, report).flatMap((item) => readText(item, `An entry of "${key}"`, report) ?? []),
    list: (key) => readList(treeAt(key), `"${key}"`, report),
  }
}

export function readText(tree: Tree | null, what: string, report: Report): TextTree | null {
  if (!tree) return null
  if (tree.kind !== 'text') {
    wrongShape(tree.place, what, 'a text; quote it if it holds ": ", "#", "{" or "["', report)
    return null
  }
  if (tree.text.length > LONGEST_TEXT) {
    report(tree.place, {
      code: 'TOO_LARGE',
      message: `${what} has ${tree.text.length} characters; at most ${LONGEST_TEXT} are read.`,
      fix: 'Shorten it.',
    })
    return null
  }
  return tree
}

export function readList(tree: Tree | null, what: string, report: Report): readonly Tree[] {
  if (!tree) return []
  if (tree.kind === 'list') return tree.items
  wrongShape(tree.place, what, 'a list: ["…", "…"]', report)
  return []
}

/** Any keys, in the author's order. */
export function readEntries(tree: Tree | null, what: string, report: Report): readonly Entry[] {
  if (!tree) return []
  if (tree.kind === 'map') return [...tree.entries.values()]
  wrongShape(tree.place, what, 'a map: {name: …}', report)
  return []
}

export function readDay(tree: TextTree | null, report: Report): number | null {
  if (!tree) return null
  const day = dayOf(tree.text)
  if (day === null)
    report(tree.place, {
      code: 'IMPOSSIBLE_DATE',
      message: `There is no day "${tree.text}".`,
      fix: 'Write an existing day as 2026-06-01.',
    })
  return day
}

export function readNumber(tree: TextTree | null, report: Report): Decimal | null {
  if (!tree) return null
  if (isNumber(tree.text)) return new Decimal(tree.text)
  report(tree.place, {
    code: 'TYPE',
    message: `"${tree.text}" is no number.`,
    fix: 'Write digits, with a point for decimals: 2 or 0.5.',
  })
  return null
}

export function readIndex(tree: Tree | null, what: string, count: number, report: Report): number | null {
  const text = readText(tree, what, report)
  if (!text) return null
  if (/^\d{1,2}$/.test(text.text) && Number(text.text) < count) return Number(text.text)
  report(text.place, {
    code: 'RANGE',
    message: `"${text.text}" is not the number of a place.`,
    fix: `Places are counted from 0; the last one here is ${count - 1}.`,
  })
  return null
}

export function wrongShape(place: SourcePlace, what: string, expected: string, report: Report): void {
  report(place, { code: 'WRONG_SHAPE', message: `${what} is not what is expected here.`, fix: `Write ${expected}.` })
}

function refuseKey(entry: Entry, what: string, keys: readonly string[], report: Report): void {
  report(entry.key.place, {
    code: 'UNKNOWN_KEY',
    message: `${what} has no key "${entry.key.text}".`,
    fix: didYouMean(entry.key.text, keys, `Its keys are ${keys.join(', ')}.`),
  })
}

function choose<T extends string>(tree: TextTree | null, key: string, choices: readonly T[], report: Report): T | null {
  if (!tree) return null
  const found = choices.find((choice) => choice === tree.text)
  if (found === undefined)
    report(tree.place, {
      code: 'WRONG_SHAPE',
      message: `"${tree.text}" cannot stand under "${key}".`,
      fix: didYouMean(tree.text, choices, `Write ${choices.join(' or ')}.`),
    })
  return found ?? null
}

/** What is read: `rule`; its first keys, for whoever wrote something else; an id as one might be written. */
type Named = { readonly noun: string; readonly keys: string; readonly example: string }

/** The id of an entry of a pack, by which proofs and decisions name it: `ids` holds those before it. Null where there is none. */
export function readId(
  tree: Tree,
  ids: Map<string, TextTree>,
  { noun, keys, example }: Named,
  problems: Problem[],
): TextTree | null {
  const report = reportTo(problems, null)
  if (tree.kind !== 'map') {
    wrongShape(tree.place, `A ${noun}`, `a map with the keys ${keys} …`, report)
    return null
  }
  const entry = tree.entries.get('id')?.value
  const id = readText(entry && entry.kind !== 'nothing' ? entry : null, '"id"', report)
  if (!id) {
    report(tree.place, {
      code: 'MISSING_KEY',
      message: `A ${noun} has no "id".`,
      fix: `Write a short name of its own: id: ${example}.`,
    })
    return null
  }
  if (!/^[a-zA-Z][a-zA-Z0-9._-]{0,99}$/.test(id.text))
    report(id.place, {
      code: 'WRONG_SHAPE',
      message: `"${id.text.slice(0, 100)}" cannot be the id of a ${noun}.`,
      fix: 'Use letters, digits, hyphens and points, beginning with a letter.',
    })
  const first = ids.get(id.text)
  if (first)
    report(id.place, {
      code: 'DUPLICATE',
      message: `There is another ${noun} "${id.text}" (${first.place.file}, line ${first.place.line}).`,
      fix: 'Give this one an id of its own.',
    })
  else ids.set(id.text, id)
  return id
}

const RESERVED: ReadonlySet<string> = new Set([...FUNCTION_NAMES, 'not', 'no', 'unknown', 'in', 'as', 'and', 'or'])

/** Can it name a relation, type or calendar? */
export function isWord(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]{0,99}$/u.test(text) && text === text.normalize('NFC') && !RESERVED.has(text)
}

export function refuseWord(key: TextTree, what: string, report: Report): void {
  report(key.place, {
    code: 'WRONG_SHAPE',
    message: `"${key.text}" cannot be ${what}.`,
    fix: 'Use letters, digits and underscores, beginning with a letter, and no word that rules use themselves.',
  })
}
