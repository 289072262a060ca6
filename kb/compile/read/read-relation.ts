import { message } from '../../../wording/message.ts'
import { writeInstead } from '../../language/write-instead.ts'
import type { Place, Relation } from '../../program/vocabulary.ts'
import { unitNamed } from '../../units/unit.ts'
import { checkTemplate } from './check-template.ts'
import { didYouMean } from './did-you-mean.ts'
import {
  type Fields,
  isWord,
  keyNamed,
  readFields,
  readIndex,
  readNumber,
  readText,
  refuseWord,
  wrongShape,
} from './read-fields.ts'
import type { Report } from './problem.ts'
import { SUBSTANCE_NAMES, substanceNamed } from '../../units/substances.ts'
import { UNIT_NAMES } from '../../units/unit-rows.ts'
import type { Entry, TextTree, Tree } from './yaml-tree.ts'

export const RELATION_KEYS = [
  'args',
  'unique',
  'absent',
  'alternative',
  'latest',
  'say',
  'say_not',
  'ask',
  'asks',
  'called',
  'ranked_by',
  'calculator',
  'label',
  'group',
]
export const PLACE_KEYS = ['number', 'substance', 'from', 'to', 'decimals']

const MOST_PLACES = 10

/** One word of the vocabulary. Null when nothing can be made of it. */
export function readRelation(
  { key, value }: Entry,
  pack: string,
  types: ReadonlySet<string>,
  report: Report,
): Relation | null {
  const fields = readFields(value, message('gate.what.relation', { name: key.text }), RELATION_KEYS, report)
  if (!isWord(key.text)) refuseWord(key, message('gate.nameOf.relation'), report)
  if (!fields) return null
  const places = readPlaces(fields, key, types, report)
  const sentences = readSentences(fields, places?.length ?? 0, key.text, report)
  if (!places) return null
  const unique = readUnique(fields, places.length, report)
  return {
    name: key.text,
    places,
    unique,
    absent: fields.choice('absent', ['no', 'ask'], 'no'),
    alternative: fields.flag('alternative', false),
    latest: readLatest(fields, unique, report),
    ...sentences,
    rankedBy: readRank(fields, places, report),
    calculator: readCalculator(fields, unique, report),
    label: fields.text('label')?.text ?? null,
    group: fields.text('group')?.text ?? null,
    pack,
  }
}

function readCalculator(fields: Fields, unique: Relation['unique'], report: Report): string | null {
  const title = fields.text('calculator')
  if (title && !unique)
    report(title.place, {
      code: 'MISSING_KEY',
      message: message('gate.relations.oneResult'),
      fix: message('gate.relations.uniqueResult'),
    })
  return title?.text ?? null
}

function readSentences(
  fields: Fields,
  count: number,
  name: string,
  report: Report,
): Pick<Relation, 'say' | 'sayNot' | 'ask' | 'asks' | 'called'> {
  const say = fields.requiredText('say', writeInstead('say: "{0} has {1}"'))
  const [sayNot, ask] = [fields.text('say_not'), fields.text('ask')]
  const [asks, called] = [fields.texts('asks'), fields.texts('called')]
  const known = Array.from({ length: count }, (_, index) => String(index))
  const explained = message('gate.relations.holes', { first: '{0}', last: `{${count - 1}}` })
  if (count > 0)
    for (const sentence of [say, sayNot, ask, ...asks, ...called]) checkTemplate(sentence, known, explained, report)
  const textOf = (sentence: TextTree | null): string | null => sentence?.text ?? null
  return {
    say: textOf(say) ?? name,
    sayNot: textOf(sayNot),
    ask: textOf(ask),
    asks: asks.map((one) => one.text),
    called: called.map((one) => one.text),
  }
}

function readLatest(fields: Fields, unique: readonly number[] | null, report: Report): boolean {
  const latest = fields.flag('latest', false)
  if (latest && !unique)
    report(fields.placeOf('latest'), {
      code: 'MISSING_KEY',
      message: message('gate.relations.latest'),
      fix: message('gate.relations.uniqueValue'),
    })
  return latest
}

function readPlaces(
  fields: Fields,
  key: TextTree,
  types: ReadonlySet<string>,
  report: Report,
): readonly Place[] | null {
  const trees = fields.list('args')
  if (trees.length === 0 || trees.length > MOST_PLACES) {
    report(fields.has('args') ? fields.placeOf('args') : key.place, {
      code: fields.has('args') ? 'WRONG_SHAPE' : 'MISSING_KEY',
      message: message('gate.relations.places', { name: key.text, most: MOST_PLACES }),
      fix: message('gate.relations.args'),
    })
    return null
  }
  const places = trees.map((tree) => readPlace(tree, types, report))
  return places.every((place) => place !== null) ? places : null
}

function readPlace(tree: Tree, types: ReadonlySet<string>, report: Report): Place | null {
  if (tree.kind === 'map') return readNumberPlace(tree, report)
  const text = readText(tree, message('gate.what.place'), report)
  if (!text) {
    if (tree.kind === 'nothing')
      wrongShape(tree.place, message('gate.what.place'), message('gate.expected.type'), report)
    return null
  }
  if (text.text === 'date') return { kind: 'date' }
  if (text.text === 'number')
    return { kind: 'number', unit: null, substance: null, from: null, to: null, decimals: null }
  if (types.has(text.text)) return { kind: 'name', type: text.text }
  report(text.place, {
    code: 'UNKNOWN_TYPE',
    message: message('gate.relations.noType', { name: text.text }),
    fix: didYouMean(text.text, [...types, 'number', 'date'], message('gate.relations.addType')),
  })
  return null
}

function readNumberPlace(tree: Tree, report: Report): Place | null {
  const fields = readFields(tree, message('gate.what.number'), PLACE_KEYS, report)
  if (!fields) return null
  const unit = readUnit(fields, report)
  const substance = readSubstance(fields, unit, report)
  const [from, to] = [readNumber(fields.text('from'), report), readNumber(fields.text('to'), report)]
  if (from && to?.lessThan(from))
    report(fields.placeOf('to'), {
      code: 'RANGE',
      message: message('gate.relations.endsBelow'),
      fix: message('gate.calendars.swap'),
    })
  return { kind: 'number', unit, substance, from, to, decimals: readDecimals(fields, report) }
}

function readDecimals(fields: Fields, report: Report): number | null {
  const text = fields.text('decimals')
  if (!text) return null
  if (/^\d$/.test(text.text)) return Number(text.text)
  report(text.place, {
    code: 'RANGE',
    message: message('gate.relations.noDecimals', { text: text.text.slice(0, 100) }),
    fix: message('gate.relations.zeroToNine'),
  })
  return null
}

function readUnit(fields: Fields, report: Report): string | null {
  if (!fields.has('number'))
    report(fields.place, {
      code: 'MISSING_KEY',
      message: message('gate.relations.noPlace'),
      fix: writeInstead('{number: kg}'),
    })
  const unit = fields.text('number')
  if (!unit) return null
  const known = unitNamed(unit.text)
  if (!known)
    report(unit.place, {
      code: 'UNKNOWN_UNIT',
      message: message('gate.units.none', { unit: unit.text.slice(0, 100) }),
      fix: didYouMean(unit.text, UNIT_NAMES, message('gate.units.ofTheList')),
    })
  return known?.name ?? null
}

function readSubstance(fields: Fields, unit: string | null, report: Report): string | null {
  const substance = fields.text('substance')
  if (!substance) return null
  const known = substanceNamed(substance.text)
  if (!known)
    report(substance.place, {
      code: 'UNKNOWN_NAME',
      message: message('gate.relations.noMolarMass', { name: substance.text.slice(0, 100) }),
      fix: didYouMean(
        substance.text,
        SUBSTANCE_NAMES,
        message('gate.relations.substances', { names: SUBSTANCE_NAMES.join(', ') }),
      ),
    })
  else if (unit === null && !fields.tree('number'))
    report(substance.place, {
      code: 'UNIT',
      message: message('gate.relations.substanceNoUnit'),
      fix: message('gate.relations.addUnit'),
    })
  return known?.name ?? null
}

function readUnique(fields: Fields, count: number, report: Report): readonly number[] | null {
  if (!fields.has('unique')) return null
  const unique = new Set<number>()
  for (const tree of fields.list('unique')) {
    const index = readIndex(tree, message('gate.what.entry', { key: 'unique' }), count, report)
    if (index === null) continue
    if (unique.has(index))
      report(tree.place, {
        code: 'DUPLICATE',
        message: message('gate.relations.placeTwice', { place: index }),
        fix: message('gate.keepOne'),
      })
    unique.add(index)
  }
  if (unique.size === count)
    report(fields.placeOf('unique'), {
      code: 'WRONG_SHAPE',
      message: message('gate.relations.allInKey'),
      fix: message('gate.relations.leaveOutPlace'),
    })
  return [...unique].toSorted((left, right) => left - right)
}

function readRank(fields: Fields, places: readonly Place[], report: Report): number | null {
  const index = readIndex(fields.tree('ranked_by'), keyNamed('ranked_by'), places.length, report)
  if (index === null || places[index]?.kind === 'number') return index
  report(fields.placeOf('ranked_by'), {
    code: 'TYPE',
    message: message('gate.relations.placeNoNumber', { place: index }),
    fix: message('gate.relations.placeOfWeight'),
  })
  return null
}
