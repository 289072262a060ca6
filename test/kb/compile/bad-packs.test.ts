import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import type { PackSource } from '../../../kb/compile/read/read-packs.ts'
import { CALENDARS, marked, PACK, packOf, VOCABULARY } from './good-pack.ts'
import { worded } from '../worded-problem.ts'

type BadFile = readonly [what: string, text: string, code: string, fix: RegExp]

/** A relation more, of a person. */
const relation = (text: string) => `${VOCABULARY}  ${text}\n`
/** A type more. */
const type = (text: string) => VOCABULARY.replace('names:\n', `names:\n  ${text}\n`)
/** A calendar more. */
const calendar = (text: string) => `${CALENDARS}  other: ${text}\n`

const VOCABULARIES: readonly BadFile[] = [
  [
    'a type that does not exist',
    relation('x: {args: [patient, ¦conditon], say: "{0}"}'),
    'UNKNOWN_TYPE',
    /"condition"/,
  ],
  ['a type without a list', type('drug: ¦'), 'WRONG_SHAPE', /open/],
  ['a type with an empty list', type('drug: ¦[]'), 'MISSING_KEY', /open/],
  ['a type that is neither open nor a list', type('drug: ¦opn'), 'WRONG_SHAPE', /open/],
  ['a name twice in a list', type('drug: [warfarin, ¦warfarin]'), 'DUPLICATE', /Keep one/],
  ['a name with a space at its end', type('drug: [¦"warfarin "]'), 'WRONG_SHAPE', /short name/],
  ['a type called number', type('¦number: open'), 'WRONG_SHAPE', /letters/],
  ['a type called as a function', type('¦round: open'), 'WRONG_SHAPE', /letters/],
  [
    'a type twice',
    type('¦patient: open').replace('  ¦patient: open\n  patient: open', '  patient: open\n  ¦patient: open'),
    'DUPLICATE',
    /Keep one/,
  ],
  ['a relation twice', relation('¦has: {args: [patient], say: "{0}"}'), 'DUPLICATE', /Keep one/],
  ['a relation called not', relation('¦not: {args: [patient], say: "{0}"}'), 'WRONG_SHAPE', /letters/],
  ['a relation called as a function', relation('¦sqrt: {args: [patient], say: "{0}"}'), 'WRONG_SHAPE', /letters/],
  ['a relation with a hyphen', relation('¦has-not: {args: [patient], say: "{0}"}'), 'WRONG_SHAPE', /underscores/],
  ['a second today', relation('¦today: {args: [date], say: "{0}"}'), 'DUPLICATE', /without declaring/],
  ['a relation without places', relation('x: {¦args: [], say: "x"}'), 'WRONG_SHAPE', /args:/],
  ['a relation without args', relation('¦x: {say: "x"}'), 'MISSING_KEY', /args:/],
  [
    'a relation of too many places',
    relation(`x: {¦args: [${'date, '.repeat(10)}date], say: "x"}`),
    'WRONG_SHAPE',
    /args:/,
  ],
  ['a relation without a sentence', relation('x: ¦{args: [patient]}'), 'MISSING_KEY', /say:/],
  ['a relation that is a text', relation('x: ¦patient'), 'WRONG_SHAPE', /map/],
  [
    'a misspelt key of a relation',
    relation('x: {args: [patient], say: "{0}", ¦absnt: ask}'),
    'UNKNOWN_KEY',
    /"absent"/,
  ],
  ['a misspelt value of absent', relation('x: {args: [patient], say: "{0}", absent: ¦aks}'), 'WRONG_SHAPE', /"ask"/],
  ['a placeholder beyond the places', relation('x: {args: [patient], say: "{0} ¦{1}"}'), 'TEMPLATE', /\{0\} to \{0\}/],
  ['a placeholder by name', relation('x: {args: [patient], say: "¦{constructor}"}'), 'TEMPLATE', /\{0\}/],
  [
    'a placeholder beyond the places in a question',
    relation('x: {args: [patient], say: "{0}", asks: ["Is it ¦{2}?"]}'),
    'TEMPLATE',
    /\{0\}/,
  ],
  [
    'a placeholder beyond the places in what documents call it',
    relation('x: {args: [patient], say: "{0}", called: ["notice to ¦{2}"]}'),
    'TEMPLATE',
    /\{0\}/,
  ],
  ['an empty sentence', relation('x: {args: [patient], say: ¦" "}'), 'TEMPLATE', /Write it/],
  ['a key beyond the places', relation('x: {args: [patient, date], unique: [¦2], say: "{0}"}'), 'RANGE', /from 0/],
  [
    'a key that holds all places',
    relation('x: {args: [patient, date], ¦unique: [0, 1], say: "{0}"}'),
    'WRONG_SHAPE',
    /Leave out/,
  ],
  [
    'a place twice in a key',
    relation('x: {args: [patient, date], unique: [0, ¦0], say: "{0}"}'),
    'DUPLICATE',
    /Keep one/,
  ],
  [
    'the latest without a key',
    relation('x: {args: [patient, date], ¦latest: yes, say: "{0}"}'),
    'MISSING_KEY',
    /unique/,
  ],
  [
    'a calculator of many results',
    relation('x: {args: [patient, date], calculator: ¦Dates, say: "{0} {1}"}'),
    'MISSING_KEY',
    /unique: \[0\]/,
  ],
  ['a rank by a name', relation('x: {args: [patient, date], ¦ranked_by: 0, say: "{0}"}'), 'TYPE', /weight/],
  ['a unit that does not exist', relation('x: {args: [{number: ¦mg/dl2}], say: "{0}"}'), 'UNKNOWN_UNIT', /"mg\/dL"/],
  [
    'a substance that does not exist',
    relation('x: {args: [{number: mg/dL, substance: ¦creatinin}], say: "{0}"}'),
    'UNKNOWN_NAME',
    /"creatinine"/,
  ],
  [
    'a substance without a unit',
    relation('x: {args: [{number: null, substance: ¦creatinine}], say: "{0}"}'),
    'UNIT',
    /number:/,
  ],
  ['bounds the wrong way round', relation('x: {args: [{number: kg, from: 5, ¦to: 1}], say: "{0}"}'), 'RANGE', /Swap/],
  ['a bound that is no number', relation('x: {args: [{number: kg, from: ¦5kg}], say: "{0}"}'), 'TYPE', /digits/],
  ['a place without its number', relation('x: {args: [¦{from: 5}], say: "{0}"}'), 'MISSING_KEY', /number:/],
  ['a misspelt key of a number', relation('x: {args: [{number: kg, ¦form: 5}], say: "{0}"}'), 'UNKNOWN_KEY', /"from"/],
]

const CALENDAR_FILES: readonly BadFile[] = [
  [
    'a holiday that does not exist',
    calendar('{title: O, weekend: [sunday], from: 2026-01-01, to: 2026-12-31, holidays: {¦2026-02-29: x}}'),
    'IMPOSSIBLE_DATE',
    /existing day/,
  ],
  [
    'a holiday outside the calendar',
    calendar('{title: O, weekend: [sunday], from: 2026-01-01, to: 2026-12-31, holidays: {¦2027-01-01: x}}'),
    'RANGE',
    /widen/,
  ],
  [
    'a holiday without a name',
    calendar('{title: O, weekend: [sunday], from: 2026-01-01, to: 2026-12-31, holidays: {¦2026-01-01: }}'),
    'MISSING_KEY',
    /Christmas/,
  ],
  [
    'a holiday twice',
    calendar(
      '{title: O, weekend: [sunday], from: 2026-01-01, to: 2026-12-31, holidays: {2026-01-01: x, ¦2026-01-01: y}}',
    ),
    'DUPLICATE',
    /hide/,
  ],
  [
    'a calendar that ends before it begins',
    calendar('{title: O, weekend: [sunday], from: 2026-12-31, ¦to: 2026-01-01}'),
    'ORDER_OF_DATES',
    /Swap/,
  ],
  ['a calendar without an end', calendar('¦{title: O, weekend: [sunday], from: 2026-12-31}'), 'MISSING_KEY', /to:/],
  [
    'a weekend that is no day',
    calendar('{title: O, weekend: [¦sonday], from: 2026-01-01, to: 2026-12-31}'),
    'UNKNOWN_NAME',
    /sunday|monday/,
  ],
  [
    'a week of weekends',
    calendar(
      '{title: O, ¦weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday], from: 2026-01-01, to: 2026-12-31}',
    ),
    'RANGE',
    /are worked/,
  ],
  ['no weekend at all', calendar('¦{title: O, from: 2026-01-01, to: 2026-12-31}'), 'MISSING_KEY', /weekend:/],
  [
    'a calendar without a title',
    calendar('¦{weekend: [sunday], from: 2026-01-01, to: 2026-12-31}'),
    'MISSING_KEY',
    /title:/,
  ],
  [
    'a misspelt key of a calendar',
    calendar('{title: O, weekend: [sunday], from: 2026-01-01, to: 2026-12-31, ¦holiday: {}}'),
    'UNKNOWN_KEY',
    /"holidays"/,
  ],
  [
    'a second calendar of one name',
    `${CALENDARS}  ¦england: {title: O, weekend: [sunday], from: 2026-01-01, to: 2026-12-31}\n`,
    'DUPLICATE',
    /Keep one|hide/,
  ],
]

const HEADS: readonly BadFile[] = [
  ['no licence', `¦${PACK.replace(/licence.*\n/, '')}`, 'MISSING_KEY', /licence:/],
  ['no version', `¦${PACK.replace(/version.*\n/, '')}`, 'MISSING_KEY', /version:/],
  [
    'a field of work that is none',
    PACK.replace('language: en', 'language: en\nfield: ¦cooking'),
    'WRONG_SHAPE',
    /field: law/,
  ],
  ['a language that is none', PACK.replace('language: en', 'language: ¦English please'), 'WRONG_SHAPE', /en, de/],
  ['a name with capitals', PACK.replace('pack: good', 'pack: ¦Good Pack'), 'WRONG_SHAPE', /small letters/],
  ['a misspelt key of the head', `${PACK}¦reviewd: no\n`, 'UNKNOWN_KEY', /"reviewed"/],
  ['reviewed perhaps', `${PACK}reviewed: ¦perhaps\n`, 'WRONG_SHAPE', /yes, no/],
  ['a pack that is not there', `${PACK}uses: [¦other]\n`, 'UNKNOWN_PACK', /take it out/],
  ['a pack that uses itself', `${PACK}uses: [¦good]\n`, 'UNKNOWN_PACK', /Take it out/],
  ['a tab', `${PACK}uses:\n¦\t- x\n`, 'YAML', /spaces/],
  ['a quote without end', `${PACK}about: "x\n¦`, 'YAML', /quote/i],
  ['a key that is a list', `${PACK}? ¦[a]\n: b\n`, 'YAML', /word/],
  [
    'an alias',
    PACK.replace('title: Good', 'title: ¦*x').replace('licence: CC0-1.0', 'licence: CC0-1.0'),
    'YAML',
    /Write the value/,
  ],
  ['a merge key', `${PACK}¦<<: {a: b}\n`, 'UNKNOWN_KEY', /keys/],
  ['a second document', `${PACK}¦---\npack: b\n`, 'YAML', /own/],
  ['a hundred thousand brackets', `${PACK}about: ${'['.repeat(39)}¦${'['.repeat(100_000)}`, 'TOO_LARGE', /bracket/],
]

/** The first problem of the good pack with this file, and what it must be. */
function refusal(file: string, [, withMark, code, fix]: BadFile) {
  const { text, line, column } = marked(withMark)
  const { program, problems } = compilePacks([packOf({ [file]: text })])
  const expected = expect.objectContaining({
    file: `good/${file}`,
    line,
    column,
    code,
    fix: expect.stringMatching(fix),
  })
  return { got: [program, problems.map(worded)[0]], expected: [null, expected] }
}

function expectBadWords(...row: BadFile): void {
  const { got, expected } = refusal('vocabulary.yaml', row)
  expect(got).toEqual(expected)
}

function expectBadCalendar(...row: BadFile): void {
  const { got, expected } = refusal('calendars.yaml', row)
  expect(got).toEqual(expected)
}

function expectBadHead(...row: BadFile): void {
  const { got, expected } = refusal('pack.yaml', row)
  expect(got).toEqual(expected)
}

describe('the gate refuses words', () => {
  it.each<BadFile>(VOCABULARIES)('%s', expectBadWords)
})

describe('the gate refuses calendars', () => {
  it.each<BadFile>(CALENDAR_FILES)('%s', expectBadCalendar)
})

describe('the gate refuses heads', () => {
  it.each<BadFile>(HEADS)('%s', expectBadHead)
})

describe('the gate for packs together', () => {
  const OTHER = `pack: other\ntitle: Other\nversion: "1"\nlanguage: en\nlicence: CC0-1.0\n`
  const other = (text: string): PackSource => ({ name: 'other', files: [{ path: 'pack.yaml', text: OTHER + text }] })

  it('refuses a relation that another pack declares', () => {
    const words = 'names: {patient: open}\nvocabulary:\n  has: {args: [patient], say: "{0}"}\n'
    expect(compilePacks([packOf(), other(words)]).problems.map(worded)).toEqual([
      {
        file: 'other/pack.yaml',
        line: 8,
        column: 3,
        rule: null,
        code: 'DUPLICATE',
        message: 'The relation "has" is declared in the pack "good" already.',
        fix: 'Add "good" to "uses" and drop it here, or give it another name.',
      },
    ])
  })

  it('refuses a closed type that another pack declares, and shares an open one', () => {
    const { problems } = compilePacks([packOf(), other('names: {patient: open, sex: [other]}\n')])
    expect(problems.map(worded).map(({ code, message }) => [code, message])).toEqual([
      ['DUPLICATE', 'The type "sex" is declared in the pack "good" already.'],
    ])
  })

  it('shares what two packs declare word for word alike, and refuses what differs in anything', () => {
    const types = 'names: {patient: open, sex: [female, male]}\n'
    const sex = '{args: [patient, sex], unique: [0], absent: ask, say: "{0} is {1}"}'
    const words = (declared: string) => other(`${types}vocabulary:\n  sex: ${declared}\n`)
    expect(compilePacks([packOf(), words(sex)]).problems).toEqual([])
    const differing = [sex.replace('absent: ask, ', ''), sex.replace('is', 'seems'), sex.replace('unique: [0], ', '')]
    for (const one of differing)
      expect(compilePacks([packOf(), words(one)]).problems.map(({ code }) => code)).toEqual(['DUPLICATE'])
  })

  it('refuses two packs of one name', () => {
    expect(
      compilePacks([packOf(), { ...packOf(), name: 'copy' }]).problems.map(({ file, code }) => [file, code]),
    ).toEqual([['copy/pack.yaml', 'DUPLICATE']])
  })

  it('lets a rule use the words of another pack only when its pack says so', () => {
    const rule = 'rules:\n  - {id: o, then: "recommend(?p, oral_anticoagulation)", if: ["has(?p, af)"]}\n'
    const fixes = compilePacks([packOf(), other(rule)]).problems.map((problem) => worded(problem).fix)
    expect(fixes).toEqual(['Add "good" to "uses" of this pack.', 'Add "good" to "uses" of this pack.'])
    expect(compilePacks([packOf(), other(`uses: [good]\n${rule}`)]).problems).toEqual([])
  })

  it('refuses two rules of one id in two packs', () => {
    const { problems } = compilePacks([packOf(), other('uses: [good]\nrules:\n  - {id: base, then: "parent(a, b)"}\n')])
    expect(problems.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
      ['other/pack.yaml', 8, 10, 'DUPLICATE'],
    ])
  })

  it('refuses what belongs to the head in another file', () => {
    const { problems } = compilePacks([packOf({ 'more.yaml': 'reviewed: yes\n' })])
    expect(problems.map(worded).map(({ file, line, code, fix }) => [file, line, code, fix])).toEqual([
      ['good/more.yaml', 1, 'UNKNOWN_KEY', 'Move it to the file with "pack:".'],
    ])
  })

  it('refuses a pack without a head', () => {
    expect(compilePacks([{ name: 'empty', files: [] }]).problems.map(({ file, code }) => [file, code])).toEqual([
      ['empty/pack.yaml', 'MISSING_KEY'],
    ])
  })

  it('names every problem of a file at once, from top to bottom', () => {
    const rules = `rules:
  - {id: a, then: "hass(?p, af)", if: ["has(?p, af)", "has(?p, bleeding)"]}
  - {id: b, then: "recommend(?p, oral)", if: ["has(?p, af)"], unles: []}
`
    const { problems } = compilePacks([packOf({ 'rules.yaml': rules })])
    expect(problems.map(({ line, column, code, rule }) => [line, column, code, rule])).toEqual([
      [2, 20, 'UNKNOWN_RELATION', 'a'],
      [3, 34, 'UNKNOWN_NAME', 'b'],
      [3, 63, 'UNKNOWN_KEY', 'b'],
    ])
  })
})
