import { message, type Message } from '../../../wording/message.ts'
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
  requiredText(key: string, fix: Message): TextTree | null
  flag(key: string, otherwise: boolean): boolean
  choice<T extends string>(key: string, choices: readonly T[], otherwise: T): T
  day(key: string): number | null
  texts(key: string): readonly TextTree[]
  list(key: string): readonly Tree[]
}

/** Longer texts are documents and no sentences. */
const LONGEST_TEXT = 4_000

/** Reports every key that is not one of `keys`. Null when the tree is no map. */
export function readFields(tree: Tree | null, what: Message, keys: readonly string[], report: Report): Fields | null {
  if (!tree) return null
  if (tree.kind !== 'map') {
    wrongShape(tree.place, what, message('gate.expected.keys', { keys: keys.slice(0, 4).join(', ') }), report)
    return null
  }
  for (const [key, entry] of tree.entries) if (!keys.includes(key)) refuseKey(entry, what, keys, report)
  const treeAt = (key: string): Tree | null => {
    const value = tree.entries.get(key)?.value
    return value && value.kind !== 'nothing' ? value : null
  }
  const text = (key: string): TextTree | null => readText(treeAt(key), keyNamed(key), report)
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
          message: message('gate.fields.missing', { what, key }),
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
      readList(treeAt(key), keyNamed(key), report).flatMap(
        (item) => readText(item, message('gate.what.entry', { key }), report) ?? [],
      ),
    list: (key) => readList(treeAt(key), keyNamed(key), report),
  }
}

/** A key as what something is wrong with: `"if"`. */
export function keyNamed(key: string): Message {
  return message('gate.what.key', { key })
}

/** What a text that holds one of these must be quoted for. */
export const QUOTED_SIGNS = ['": "', '"#"', '"{"', '"["']

export function readText(tree: Tree | null, what: Message, report: Report): TextTree | null {
  if (!tree) return null
  if (tree.kind !== 'text') {
    wrongShape(tree.place, what, message('gate.expected.text', { signs: { any: QUOTED_SIGNS } }), report)
    return null
  }
  if (tree.text.length > LONGEST_TEXT) {
    report(tree.place, {
      code: 'TOO_LARGE',
      message: message('gate.fields.tooLong', { what, count: tree.text.length, most: LONGEST_TEXT }),
      fix: message('gate.shorten'),
    })
    return null
  }
  return tree
}

export function readList(tree: Tree | null, what: Message, report: Report): readonly Tree[] {
  if (!tree) return []
  if (tree.kind === 'list') return tree.items
  wrongShape(tree.place, what, message('gate.expected.list', { code: '["…", "…"]' }), report)
  return []
}

/** Any keys, in the author's order. */
export function readEntries(tree: Tree | null, what: Message, report: Report): readonly Entry[] {
  if (!tree) return []
  if (tree.kind === 'map') return [...tree.entries.values()]
  wrongShape(tree.place, what, message('gate.expected.map', { code: '{name: …}' }), report)
  return []
}

export function readDay(tree: TextTree | null, report: Report): number | null {
  if (!tree) return null
  const day = dayOf(tree.text)
  if (day === null)
    report(tree.place, {
      code: 'IMPOSSIBLE_DATE',
      message: message('gate.fields.noDay', { day: tree.text }),
      fix: message('gate.facts.existingDay'),
    })
  return day
}

export function readNumber(tree: TextTree | null, report: Report): Decimal | null {
  if (!tree) return null
  if (isNumber(tree.text)) return new Decimal(tree.text)
  report(tree.place, {
    code: 'TYPE',
    message: message('gate.fields.noNumber', { text: tree.text }),
    fix: message('gate.fields.digits'),
  })
  return null
}

export function readIndex(tree: Tree | null, what: Message, count: number, report: Report): number | null {
  const text = readText(tree, what, report)
  if (!text) return null
  if (/^\d{1,2}$/.test(text.text) && Number(text.text) < count) return Number(text.text)
  report(text.place, {
    code: 'RANGE',
    message: message('gate.fields.noPlace', { text: text.text }),
    fix: message('gate.fields.placesFrom0', { last: count - 1 }),
  })
  return null
}

export function wrongShape(place: SourcePlace, what: Message, expected: Message, report: Report): void {
  report(place, {
    code: 'WRONG_SHAPE',
    message: message('gate.fields.wrongShape', { what }),
    fix: message('gate.fields.expected', { expected }),
  })
}

function refuseKey(entry: Entry, what: Message, keys: readonly string[], report: Report): void {
  report(entry.key.place, {
    code: 'UNKNOWN_KEY',
    message: message('gate.fields.unknownKey', { what, key: entry.key.text }),
    fix: didYouMean(entry.key.text, keys, message('gate.fields.keys', { keys: keys.join(', ') })),
  })
}

function choose<T extends string>(tree: TextTree | null, key: string, choices: readonly T[], report: Report): T | null {
  if (!tree) return null
  const found = choices.find((choice) => choice === tree.text)
  if (found === undefined)
    report(tree.place, {
      code: 'WRONG_SHAPE',
      message: message('gate.fields.notUnder', { text: tree.text, key }),
      fix: didYouMean(tree.text, choices, message('gate.writeOneOf', { choices: { any: choices } })),
    })
  return found ?? null
}

/** What is read: `rule`; its first keys, for whoever wrote something else; an id as one might be written. */
type Named = { readonly noun: 'rule' | 'candidate'; readonly keys: string; readonly example: string }

/** The id of an entry of a pack, by which proofs and decisions name it: `ids` holds those before it. Null where there is none. */
export function readId(
  tree: Tree,
  ids: Map<string, TextTree>,
  { noun, keys, example }: Named,
  problems: Problem[],
): TextTree | null {
  const report = reportTo(problems, null)
  if (tree.kind !== 'map') {
    wrongShape(tree.place, message(`gate.what.${noun}`), message('gate.expected.keys', { keys }), report)
    return null
  }
  const entry = tree.entries.get('id')?.value
  const id = readText(entry && entry.kind !== 'nothing' ? entry : null, keyNamed('id'), report)
  if (!id) {
    report(tree.place, {
      code: 'MISSING_KEY',
      message: message('gate.fields.missing', { what: message(`gate.what.${noun}`), key: 'id' }),
      fix: message('gate.fields.idExample', { example }),
    })
    return null
  }
  if (!/^[a-zA-Z][a-zA-Z0-9._-]{0,99}$/.test(id.text))
    report(id.place, {
      code: 'WRONG_SHAPE',
      message: message('gate.fields.badId', { id: id.text.slice(0, 100) }),
      fix: message('gate.fields.idShape'),
    })
  const first = ids.get(id.text)
  if (first)
    report(id.place, {
      code: 'DUPLICATE',
      message: message('gate.fields.anotherId', { id: id.text, file: first.place.file, line: first.place.line }),
      fix: message('gate.fields.ownId'),
    })
  else ids.set(id.text, id)
  return id
}

const RESERVED: ReadonlySet<string> = new Set([...FUNCTION_NAMES, 'not', 'no', 'unknown', 'in', 'as', 'and', 'or'])

/** Can it name a relation, type or calendar? */
export function isWord(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]{0,99}$/u.test(text) && text === text.normalize('NFC') && !RESERVED.has(text)
}

export function refuseWord(key: TextTree, what: Message, report: Report): void {
  report(key.place, {
    code: 'WRONG_SHAPE',
    message: message('gate.fields.badWord', { name: key.text, what }),
    fix: message('gate.fields.wordShape'),
  })
}
