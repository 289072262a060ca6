import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { BudgetError, USUAL_BUDGET } from '../../../kb/infer/budget.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import type { PackSource } from '../../../kb/compile/read/read-packs.ts'
import type { Problem } from '../../../kb/compile/read/problem.ts'
import { readShippedPack } from '../read-shipped-pack.ts'
import { worded } from '../worded-problem.ts'

const PACKS = [readShippedPack('af-demo'), readShippedPack('limitation-demo')]

/** One change of one file, and the line at which it must be refused. */
type Mutation = { readonly pack: PackSource; readonly file: string; readonly line: number; readonly change: string }

/** Replaces one match in files of this name; the line is that of the match. */
function mutations(
  file: RegExp,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | null,
  prose = /^ *(?:- )?(?:say|title|source|note|about):/,
): readonly Mutation[] {
  return PACKS.flatMap((pack) =>
    pack.files
      .filter(({ path }) => file.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(pattern)].flatMap((match) => {
          const start = text.lastIndexOf('\n', match.index) + 1
          const isProse = prose.test(text.slice(start, match.index))
          const replacement = isProse ? null : replace(match)
          if (replacement === null) return []
          const changed = text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length)
          const files = pack.files.map((one) => (one.path === path ? { path, text: changed } : one))
          const line = text.slice(0, match.index).split('\n').length
          return [
            { pack: { ...pack, files }, file: `${pack.name}/${path}`, line, change: `${match[0]} to ${replacement}` },
          ]
        }),
      ),
  )
}

const programs = PACKS.map((pack) => compilePacks([pack]).program)
const vocabularies = programs.flatMap((program) => (program ? [program.vocabulary] : []))
const isRelation = (name: string) => vocabularies.some(({ relations }) => relations.has(name))
const isClosedName = (name: string) =>
  vocabularies.some(({ names }) => [...names.values()].some(({ open, labels }) => !open && labels.has(name)))
const RULES = /^rules\//
const VOCABULARY = /^vocabulary/
const WORDS = /^words\//
/** Inside a condition or fact, not inside a sentence. */
const ATOM = /\b([a-z_0-9]+)\((?=[?a-z])/g

const KNOWN_TO_BE_WRONG: readonly (readonly [what: string, code: string, mutations: readonly Mutation[]])[] = [
  [
    'a misspelt relation',
    'UNKNOWN_RELATION',
    mutations(RULES, ATOM, ([whole, name = '']) => (isRelation(name) ? whole.replace('(', 'x(') : null)),
  ],
  [
    'a misspelt name',
    'UNKNOWN_NAME',
    mutations(RULES, /([(,] ?)([a-z_]+)(?=[,)])/g, ([, before, name = '']) =>
      isClosedName(name) ? `${before}${name}x` : null,
    ),
  ],
  [
    'a value too many',
    'ARITY',
    mutations(RULES, ATOM, ([whole, name = '']) => (isRelation(name) ? `${whole}x, ` : null)),
  ],
  [
    'a comparison without its unit',
    'UNIT',
    mutations(RULES, /(>=|<=|>|<) (\d+) (years|mL\/min)(?=")/g, ([, operator, number]) => `${operator} ${number}`),
  ],
  [
    'a comparison in another unit',
    'UNIT',
    mutations(RULES, /(>=|<=|>|<) (\d+) (years|mL\/min)(?=")/g, ([, operator, number]) => `${operator} ${number} kg`),
  ],
  [
    'a unit that does not exist',
    'UNKNOWN_UNIT',
    mutations(RULES, /(\d) (years|kg|mL\/min|days|months|mg)\b(?=[",)])/g, ([, number, unit]) => `${number} ${unit}xx`),
  ],
  [
    'an impossible day',
    'IMPOSSIBLE_DATE',
    mutations(/yaml$/, /\b\d{4}-\d{2}-\d{2}\b(?=[",:)\n])/g, ([day]) => `${day.slice(0, 5)}02-30`),
  ],
  [
    'a misspelt key',
    'UNKNOWN_KEY',
    mutations(
      RULES,
      /(?<=^ {4})(title|status|then|if|unless|sum|count|minimum|say|source|examples|valid_from|note)(?=:)/gm,
      ([key]) => `${key}e`,
    ),
  ],
  [
    'a misspelt key of an example',
    'UNKNOWN_KEY',
    mutations(RULES, /(?<=^ {8})(facts|as_of|expect|exception)(?=:)/gm, ([key]) => `${key.slice(0, -1)}x`),
  ],
  [
    'a misspelt key of a relation',
    'UNKNOWN_KEY',
    mutations(
      VOCABULARY,
      /(?<=^ {4})(args|unique|absent|latest|say|say_not|ask|asks|group|ranked_by)(?=:)/gm,
      ([key]) => `${key}_`,
    ),
  ],
  [
    'a misspelt placeholder',
    'TEMPLATE',
    mutations(RULES, /(?<=^ {4}say: .*)\{[a-z]+\}/gm, ([whole]) => whole.replace('}', 'zz}'), /^#/),
  ],
  ['a placeholder beyond the places', 'TEMPLATE', mutations(VOCABULARY, /\{\d\}/g, () => '{7}', /^#/)],
  ['a placeholder that only a translation has', 'TRANSLATION', mutations(WORDS, /(?<=": ".*)\{\w+\}/g, () => '{zz}')],
  [
    'a translation of no text',
    'TRANSLATION',
    mutations(WORDS, /(?<=^ {2}")\w(?=.*": ")/gm, ([letter]) => `zz${letter}`),
  ],
  [
    'a misspelt variable in an exception',
    'UNBOUND',
    mutations(RULES, /(?<=^ {4}unless: .*)\?[a-z]+/gm, ([name]) => `${name}q`),
  ],
  ['a variable that only the conclusion has', 'UNBOUND', mutations(RULES, /(?<=^ {4}then: .*)\?[a-z]+/gm, () => '?zz')],
  [
    'a type that does not exist',
    'UNKNOWN_TYPE',
    mutations(VOCABULARY, /(?<=^ {4}args: \[)[a-z_]+(?=[,\]])/gm, ([type]) => `${type}s`),
  ],
  ['a key twice', 'DUPLICATE', mutations(RULES, /^ {4}(then|if|source|status): .*\n/gm, () => null)],
]

describe('a change that makes a good pack wrong is refused at its line:', () => {
  it.each(KNOWN_TO_BE_WRONG.filter(([, , all]) => all.length > 0))('%s', (_, code, all) => {
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ pack, file, line, change }) => {
        const { program, problems } = compilePacks([pack])
        expect(program).toBeNull()
        const found = problems.map((problem) => [problem.file, problem.line, problem.code, change])
        expect(found).toContainEqual([file, line, code, change])
      }),
      { numRuns: 25 },
    )
  })

  it('a line of a rule twice', () => {
    const twice = mutations(RULES, /^ {4}(then|if|source|status): .*\n/gm, ([line]) => line + line)
    fc.assert(
      fc.property(fc.constantFrom(...twice), ({ pack, file, line }) => {
        const { problems } = compilePacks([pack])
        expect(problems.map((one) => [one.file, one.line, one.code])).toContainEqual([file, line + 1, 'DUPLICATE'])
      }),
      { numRuns: 25 },
    )
  })

  it('a rule under the id of another', () => {
    const first = new Map(
      PACKS.flatMap((pack) =>
        pack.files
          .flatMap(({ text }) => /id: ([a-z0-9-]+)/.exec(text)?.[1] ?? [])
          .map((id) => [pack.name, id] as const),
      ),
    )
    const copies = mutations(RULES, /(?<=^ {2}- id: )[a-z0-9-]+$/gm, ([id]) =>
      [...first.values()].includes(id) ? null : ([...first.values()][0] ?? null),
    )
    const own = copies.filter(({ pack, change }) => change.endsWith(first.get(pack.name) ?? ' '))
    expect(own.length).toBeGreaterThan(3)
    for (const { pack } of own) expect(compilePacks([pack]).problems.map(({ code }) => code)).toContain('DUPLICATE')
  })
})

describe('whatever is done to a pack, the gate answers', () => {
  /** Texts that mean something somewhere, to be put where they do not. */
  const PIECES = [
    '\n',
    '  ',
    ':',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    ',',
    '?',
    '?p',
    '(',
    ')',
    'not ',
    '#',
    '&a',
    '*a',
    '!!',
    '|',
    '>',
    '%',
    '@',
    '---\n',
    '\t',
    '\u0000',
    '\uFEFF',
    '\uD800',
    'null',
    '<<',
    '__proto__',
    'constructor',
    '9'.repeat(50),
    'one_of',
    'rules:',
    '2026-02-31',
  ]
  const edit = fc.record({
    pack: fc.constantFrom(...PACKS),
    file: fc.nat(20),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 400 })),
    text: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })),
    copyFrom: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }),
  })

  /** Cuts a piece out and puts another in: a token, random bytes, or the piece itself at another place. */
  function edited({ pack, file, at, length, text, copyFrom }: ReturnType<typeof edit.generate>['value']): PackSource {
    const index = file % pack.files.length
    const files = pack.files.map((one, position) => {
      if (position !== index) return one
      const start = Math.floor(at * one.text.length)
      const other =
        copyFrom === null ? text : one.text.slice(Math.floor(copyFrom * one.text.length)).slice(0, length + 5)
      return { path: one.path, text: one.text.slice(0, start) + other + one.text.slice(start + length) }
    })
    return { ...pack, files }
  }

  /** Problems that no author could find or solve, and a program beside problems. */
  function untruths(pack: PackSource, program: unknown, problems: readonly Problem[]): readonly unknown[] {
    if ((program === null) !== problems.length > 0) return ['a program and problems']
    return problems.map(worded).filter(({ file, line, column, message, fix }) => {
      const text = pack.files.find(({ path }) => `${pack.name}/${path}` === file)?.text ?? ''
      const length = text.split('\n')[line - 1]?.length ?? -Infinity
      return !(column >= 1 && column <= length + 2 && /[.?]$/.test(message) && /[.?:…)]$/.test(fix))
    })
  }

  it('with a place inside the file and a way out, or with a program', () => {
    fc.assert(
      fc.property(edit, (one) => {
        const pack = edited(one)
        const { program, problems } = compilePacks([pack])
        expect(untruths(pack, program, problems)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('and what it accepts, the inference can run', () => {
    let accepted = 0
    fc.assert(
      fc.property(edit, (one) => {
        const { program, examples } = compilePacks([edited(one)])
        if (!program) return
        accepted++
        for (const [relation, { places }] of program.vocabulary.relations) {
          const inference = createInference(program, examples[accepted % examples.length]?.facts ?? [], {
            asOf: 20_000,
            jurisdiction: 'England and Wales',
            statuses: new Set(['draft', 'approved']),
            budget: { ...USUAL_BUDGET, steps: 20_000, answers: 2000 },
            now: () => 0,
          })
          expect(
            stoppedOrAnswered(() => inference.ask({ relation, terms: places.map(() => ({ kind: 'anything' })) })),
          ).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
    expect(accepted).toBeGreaterThan(5)
  })

  it('even if the file is nothing but bytes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, text, (first, second) => {
        const pack = {
          name: 'bytes',
          files: [
            { path: 'pack.yaml', text: first },
            { path: 'rules.yaml', text: second },
          ],
        }
        const { program, problems } = compilePacks([pack])
        expect(untruths(pack, program, problems)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('on a chain of two thousand rules, and on one that bites its tail', () => {
    const head = 'pack: long\ntitle: L\nversion: "1"\nlanguage: en\nlicence: CC0-1.0\nnames: {thing: open}\n'
    const count = 2000
    const words = Array.from({ length: count }, (_, index) => `  r${index}: {args: [thing], say: "{0}"}\n`).join('')
    const rule = (to: number, from: number) => `  - {id: s${to}, then: "r${to}(?x)", if: ["r${from}(?x)"]}\n`
    const rules = Array.from({ length: count - 1 }, (_, index) => rule(index + 1, index)).join('')
    const compile = (more: string) =>
      compilePacks([
        { name: 'long', files: [{ path: 'pack.yaml', text: `${head}vocabulary:\n${words}rules:\n${rules}${more}` }] },
      ])
    expect(compile('').program?.recursive.size).toBe(0)
    expect(compile(rule(0, count - 1)).program?.recursive.size).toBe(count)
    const { problems } = compile(`  - {id: n, then: "r0(?x)", if: ["r1(?x)", "not r${count - 1}(?x)"]}\n`)
    expect(problems.map(({ code }) => code)).toEqual(['UNSTRATIFIED'])
  })
})

/** Running out of the budget is an answer as well; any other error is not. */
function stoppedOrAnswered(ask: () => unknown): boolean {
  try {
    ask()
    return true
  } catch (error) {
    if (error instanceof BudgetError) return true
    throw error
  }
}
