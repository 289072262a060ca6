import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../kb/values/plain-date.ts'
import { createInference, type Inference, type InferenceOptions } from '../../../kb/infer/inference.ts'
import { goalStatus } from '../../../kb/infer/evaluate/condition-status.ts'
import { rankCandidates } from '../../../kb/infer/rank-candidates.ts'
import { buildFacts } from '../build-fact.ts'
import { buildGoal, buildProgram } from '../build-program.ts'
import type { PartText, ProgramText } from '../build-program.ts'
import { sayRow } from './answers-as-text.ts'
import { USUAL_OPTIONS } from './usual-options.ts'

const NAMES = { condition: ['af', 'bleeding', 'diabetes'], sex: ['female', 'male'] }
const RELATIONS = {
  has: { places: ['patient', 'condition'], absent: 'ask' },
  sex: { places: ['patient', 'sex'], unique: [0], absent: 'ask' },
  weight: { places: ['patient', { from: 1, to: 500 }], unique: [0], latest: true, absent: 'ask' },
  takes: { places: ['patient', 'drug'] },
  ward: { places: ['patient', 'ward'], unique: [0] },
  born: { places: ['patient', 'date'], unique: [0], absent: 'ask' },
  treat: { places: ['patient'] },
  score: { places: ['patient', 'number'], unique: [0] },
} as const satisfies ProgramText['relations']

function ask(
  rules: ProgramText['rules'],
  facts: readonly string[],
  goal: string,
  options: Partial<InferenceOptions> = {},
): readonly string[] {
  return answers(infer(rules, facts, options), goal)
}

function infer(
  rules: ProgramText['rules'],
  facts: readonly string[],
  options: Partial<InferenceOptions> = {},
): Inference {
  const program = buildProgram({ names: NAMES, relations: RELATIONS, rules })
  return createInference(program, buildFacts(...facts), { ...USUAL_OPTIONS, ...options })
}

function answers(inference: Inference, goal: string): readonly string[] {
  return inference.ask(buildGoal(goal, inference.program)).map(sayRow)
}

const TREAT = [{ concludes: 'treat(?p)', if: ['has(?p, af)'], unless: ['has(?p, bleeding)'] }]

describe('what is not recorded', () => {
  it('is open where it is to be asked for, and makes the conclusion open', () => {
    expect(ask(TREAT, ['has(p, af)'], 'treat(p)')).toEqual(['p?'])
    expect(ask(TREAT, ['has(p, af)', 'no has(p, bleeding)'], 'treat(p)')).toEqual(['p'])
    expect(ask(TREAT, ['has(p, af)', 'has(p, bleeding)'], 'treat(p)')).toEqual([])
    expect(ask(TREAT, ['no has(p, bleeding)'], 'treat(p)')).toEqual(['p?'])
  })

  it('is not so where it is not to be asked for', () => {
    const rules = [{ concludes: 'treat(?p)', if: ['has(?p, af)', 'not takes(?p, ?_)'] }]
    expect(ask(rules, ['has(p, af)'], 'treat(p)')).toEqual(['p'])
    expect(ask(rules, ['has(p, af)', 'takes(p, aspirin)'], 'treat(p)')).toEqual([])
  })

  it('is open for someone whom no fact names', () => {
    expect(ask(TREAT, [], 'treat(nobody)')).toEqual(['nobody?'])
  })

  it('may concern someone whom nobody recorded, so that from no record nobody is concluded', () => {
    const program = buildProgram({
      relations: {
        claim: { places: ['matter'] },
        claimant: { places: ['matter', 'person'], unique: [0], absent: 'ask' },
        minor: { places: ['person'], absent: 'ask' },
        stopped: { places: ['matter'] },
        runs: { places: ['matter'] },
      },
      rules: [
        { concludes: 'runs(?m)', if: ['claim(?m)'], unless: ['stopped(?m)'] },
        { concludes: 'stopped(?m)', if: ['claimant(?m, ?c)', 'minor(?c)'] },
      ],
    })
    const runs = (...facts: readonly string[]) =>
      answers(createInference(program, buildFacts('claim(m)', ...facts), USUAL_OPTIONS), 'runs(m)')
    expect(runs()).toEqual(['m?'])
    expect(runs('claimant(m, c)')).toEqual(['m?'])
    expect(runs('claimant(m, c)', 'no minor(c)')).toEqual(['m'])
    expect(runs('no minor(c)')).toEqual(['m?'])
  })

  it('has one value of a unique key, of all that there are', () => {
    expect(ask([], [], 'sex(p, ?s)')).toEqual(['p,female?', 'p,male?'])
    expect(ask([], ['no sex(p, male)'], 'sex(p, ?s)')).toEqual(['p,female?'])
    expect(ask([], ['sex(p, male)'], 'sex(p, ?s)')).toEqual(['p,male'])
    expect(ask([], [], 'weight(p, ?w)')).toEqual(['p,1..500?'])
  })

  it('says nothing when someone was asked and did not know', () => {
    expect(ask(TREAT, ['has(p, af)', 'unknown has(p, bleeding)'], 'treat(p)')).toEqual(['p?'])
    expect(ask([], ['unknown takes(p, aspirin)'], 'takes(p, aspirin)')).toEqual(['p,aspirin?'])
    expect(ask([], ['unknown has(p, af)', 'no has(p, af)'], 'has(p, af)')).toEqual([])
    expect(ask([], ['unknown sex(p, male)', 'sex(p, female)'], 'sex(p, ?s)')).toEqual(['p,female'])
  })
})

describe('ranges', () => {
  const HEAVY = [{ concludes: 'treat(?p)', if: ['weight(?p, ?w)', '?w >= 60'] }]

  it('decide a comparison that holds at all points, or at none', () => {
    expect(ask(HEAVY, ['weight(p, 60..70)'], 'treat(p)')).toEqual(['p'])
    expect(ask(HEAVY, ['weight(p, 50..59)'], 'treat(p)')).toEqual([])
    expect(ask(HEAVY, ['weight(p, 50..60)'], 'treat(p)')).toEqual(['p?'])
    expect(ask(HEAVY, [], 'treat(p)')).toEqual(['p?'])
  })

  it('may meet where they overlap, and then are narrowed to what they have in common', () => {
    const rules = [{ concludes: 'score(?p, ?w)', if: ['weight(?p, ?w)', 'weight(q, ?w)'] }]
    expect(ask(rules, ['weight(p, 50..60)', 'weight(q, 55..70)'], 'score(p, ?w)')).toEqual(['p,55..60?'])
    expect(ask(rules, ['weight(p, 50..60)', 'weight(q, 61..70)'], 'score(p, ?w)')).toEqual([])
    expect(ask(rules, ['weight(p, 50)', 'weight(q, 50)'], 'score(p, ?w)')).toEqual(['p,50'])
  })

  it('answer a question for one number within them with "not known"', () => {
    expect(ask([], ['weight(p, 50..60)'], 'weight(p, 55)')).toEqual(['p,50..60?'])
    expect(ask([], ['weight(p, 50..60)'], 'weight(p, 65)')).toEqual([])
  })

  it('are open where something cannot be computed, which is never a no', () => {
    const rules = [{ concludes: 'score(?p, ?s)', if: ['weight(?p, ?w)', '?s := 1 / (?w - 50)'] }]
    expect(ask(rules, ['weight(p, 50)'], 'score(p, 7)')).toEqual(['p,any..any?'])
    expect(ask(rules, ['weight(p, 50..52)'], 'score(p, 7)')).toEqual(['p,any..any?'])
    expect(ask(rules, ['weight(p, 52)'], 'score(p, ?s)')).toEqual(['p,0.5'])
  })
})

describe('an item of which one part holds in any case', () => {
  const scored = (items: readonly (readonly PartText[])[], facts: readonly string[] = []) =>
    ask(
      [{ concludes: 'score(?p, ?s)', if: ['takes(?p, ?_)'], sum: { into: 's', items } }],
      ['takes(p, x)', ...facts],
      'score(p, ?s)',
    )
  const sex = (...names: readonly string[]) => names.map((name, at) => ({ add: at + 1, when: [`sex(?p, ${name})`] }))
  const weight = (...limits: readonly (readonly string[])[]) =>
    limits.map((when, at) => ({ add: at + 1, when: ['weight(?p, ?w)', ...when] }))

  it('gives at least its least points, where its parts name each name of a closed list', () => {
    expect(scored([sex('female', 'male')])).toEqual(['p,1..2'])
    expect(scored([sex('female')])).toEqual(['p,0..1'])
  })

  it('or where their limits leave out no number', () => {
    expect(scored([weight(['?w < 50'], ['?w >= 50', '?w <= 90'], ['?w > 90'])])).toEqual(['p,1..3'])
    // 50 itself is in none.
    expect(scored([weight(['?w < 50'], ['?w > 50'])])).toEqual(['p,0..2'])
    expect(scored([weight(['?w < 50'], ['?w >= 60'])])).toEqual(['p,0..2'])
    expect(scored([weight(['?w >= 50'], ['?w >= 60'])])).toEqual(['p,0..2'])
  })

  it('and of those that are still possible', () => {
    const items = [weight(['?w < 50'], ['?w >= 50', '?w <= 90'], ['?w > 90'])]
    expect(scored(items, ['weight(p, 60..95)'])).toEqual(['p,2..3'])
  })

  it('but not where what they ask for may be nothing at all', () => {
    const wards = ['a', 'b'].map((ward) => ({ add: 1, when: [`ward(?p, ${ward})`] }))
    expect(scored([wards])).toEqual(['p,0'])
    const traits = ['af', 'bleeding', 'diabetes'].map((name) => ({ add: 1, when: [`has(?p, ${name})`] }))
    expect(scored([traits])).toEqual(['p,0..1'])
  })
})

describe('sums', () => {
  const SCORE = {
    concludes: 'score(?p, ?s)',
    if: ['takes(?p, ?_)'],
    sum: {
      into: 's',
      items: [
        [
          { add: 2, when: ['weight(?p, ?w)', '?w >= 100'] },
          { add: 1, when: ['weight(?p, ?w)', '?w >= 50', '?w < 100'] },
        ],
        [{ add: 1, when: ['has(?p, af)'] }],
        [{ add: -3, when: ['has(?p, diabetes)'] }],
      ],
    },
  }

  it('give a number also where nothing counts, and a range where something may', () => {
    const known = ['takes(p, aspirin)', 'weight(p, 40)', 'no has(p, af)', 'no has(p, diabetes)']
    expect(ask([SCORE], known, 'score(p, ?s)')).toEqual(['p,0'])
    expect(ask([SCORE], known.slice(0, 2), 'score(p, ?s)')).toEqual(['p,-3..1'])
  })

  it('count at most one part of an item', () => {
    expect(ask([SCORE], ['takes(p, aspirin)', 'no has(p, af)', 'no has(p, diabetes)'], 'score(p, ?s)')).toEqual([
      'p,0..2',
    ])
  })
})

describe('aggregates', () => {
  const aggregate = (kind: 'count' | 'total' | 'minimum' | 'maximum', of: readonly string[], value: string) => [
    { concludes: 'score(?p, ?n)', if: ['takes(?p, ?_)'], aggregates: [{ kind, into: 'n', value, of }] },
  ]

  it('count distinct values, and say the range where some are only possible', () => {
    const rules = aggregate('count', ['has(?p, ?c)'], 'c')
    expect(ask(rules, ['takes(p, x)', 'has(p, af)', 'no has(p, diabetes)'], 'score(p, ?n)')).toEqual(['p,1..2'])
    expect(
      ask(
        rules,
        ['takes(p, x)', 'takes(p, y)', 'has(p, af)', 'no has(p, diabetes)', 'no has(p, bleeding)'],
        'score(p, ?n)',
      ),
    ).toEqual(['p,1'])
  })

  it('have no least where there is nothing, and a possible one where there may be something', () => {
    const rules = aggregate('minimum', ['weight(?p, ?w)'], 'w')
    expect(ask(rules, ['takes(p, x)'], 'score(p, ?n)')).toEqual(['p,1..500?'])
    expect(ask(rules, ['takes(p, x)', 'weight(p, 50..60)'], 'score(p, ?n)')).toEqual(['p,50..60'])
  })
})

describe('conflicts', () => {
  it('of two values for one key make both open, and are reported', () => {
    const inference = infer([], ['ward(p, a)', 'ward(p, b)'])
    expect(answers(inference, 'ward(p, ?w)')).toEqual(['p,a?', 'p,b?'])
    expect(inference.conflicts().map(({ kind, rows }) => [kind, rows.map(sayRow)])).toEqual([
      ['values', ['p,a?', 'p,b?']],
    ])
  })

  it('of yes and no make the statement open', () => {
    const inference = infer([], ['has(p, af)', 'no has(p, af)'])
    expect(answers(inference, 'has(p, af)')).toEqual(['p,af?'])
    expect(inference.conflicts().map(({ kind }) => kind)).toEqual(['denied'])
  })

  it('between rules are met when the key is asked for, also with one of the values', () => {
    const rules = [
      { concludes: 'score(?p, 1)', if: ['has(?p, af)'] },
      { concludes: 'score(?p, 2)', if: ['has(?p, diabetes)'] },
    ]
    const inference = infer(rules, ['has(p, af)', 'has(p, diabetes)'])
    expect(answers(inference, 'score(p, 1)')).toEqual(['p,1?'])
    expect(inference.conflicts().map(({ kind, rows }) => [kind, rows.length])).toEqual([['values', 2]])
    expect(ask(rules, ['has(p, af)', 'no has(p, diabetes)'], 'score(p, ?s)')).toEqual(['p,1'])
    // In the completion with diabetes the two contradict each other.
    expect(ask(rules, ['has(p, af)'], 'score(p, ?s)')).toEqual(['p,1?', 'p,2?'])
  })

  it('within recursion make everything open that rests on them', () => {
    const program = buildProgram({
      relations: {
        start: { places: ['k', 'number'] },
        next: { places: ['k', 'k'] },
        label: { places: ['k', 'number'], unique: [0] },
      },
      rules: [
        { concludes: 'label(?x, ?n)', if: ['start(?x, ?n)'] },
        { concludes: 'label(?y, ?n)', if: ['label(?x, ?n)', 'next(?x, ?y)'] },
      ],
    })
    const inference = createInference(
      program,
      buildFacts('start(a, 1)', 'start(b, 2)', 'next(a, b)', 'next(b, c)'),
      USUAL_OPTIONS,
    )
    expect(answers(inference, 'label(?x, ?n)')).toEqual(['a,1', 'b,1?', 'b,2?', 'c,1?', 'c,2?'])
    expect(inference.conflicts()).toHaveLength(2)
  })

  it('between a rule and a recorded no make the conclusion open', () => {
    const inference = infer(TREAT, ['has(p, af)', 'no has(p, bleeding)', 'no treat(p)'])
    expect(answers(inference, 'treat(p)')).toEqual(['p?'])
    expect(inference.conflicts().map(({ kind }) => kind)).toEqual(['denied'])
  })
})

describe('time and place', () => {
  it('take the latest value not after the day of the question', () => {
    const facts = ['weight(p, 58) @2026-05-01', 'weight(p, 60) @2026-06-01', 'weight(p, 70) @2026-07-01']
    expect(ask([], facts, 'weight(p, ?w)')).toEqual(['p,60'])
    expect(ask([], facts, 'weight(p, ?w)', { asOf: dayOf('2026-05-31') ?? 0 })).toEqual(['p,58'])
    expect(ask([], ['weight(p, 80)'], 'weight(p, ?w)')).toEqual(['p,80'])
  })

  it('never pick between the latest value and another one without a date, which may be newer', () => {
    const dated = ['weight(p, 58) @2026-05-01', 'weight(p, 60) @2026-06-01']
    const inference = infer([], [...dated, 'weight(p, 80)'])
    expect(answers(inference, 'weight(p, ?w)')).toEqual(['p,60?', 'p,80?'])
    expect(inference.conflicts()).toMatchObject([{ kind: 'values', relation: 'weight' }])
    expect(ask([], [...dated, 'weight(p, 60)'], 'weight(p, ?w)')).toEqual(['p,60'])
    expect(infer([], [...dated, 'no weight(p, 60)']).conflicts()).toMatchObject([{ kind: 'denied' }])
  })

  it('leave it open where the latest says "not known" and a value without a date may be older', () => {
    const facts = ['unknown weight(p, 60) @2026-06-01', 'weight(p, 60)']
    expect(ask([], facts, 'weight(p, 60)')).toEqual(['p,1..500?', 'p,60?'])
  })

  it('use facts and rules on the days of their validity, both counted', () => {
    const facts = ['ward(p, a) from 2026-01-01 to 2026-06-03', 'ward(p, b) from 2026-06-04 to 2026-12-31']
    expect(ask([], facts, 'ward(p, ?w)')).toEqual(['p,a'])
    expect(ask([], facts, 'ward(p, ?w)', { asOf: dayOf('2026-06-04') ?? 0 })).toEqual(['p,b'])
    const rules = [{ ...TREAT[0], concludes: 'treat(?p)', if: ['has(?p, af)'], validTo: dayOf('2026-06-02') }]
    expect(ask(rules, ['has(p, af)', 'no has(p, bleeding)'], 'treat(p)')).toEqual([])
  })

  it('use rules of the jurisdiction, of no jurisdiction, and of the wanted status', () => {
    const rule = { concludes: 'treat(?p)', if: ['has(?p, af)'] }
    const facts = ['has(p, af)']
    expect(ask([{ ...rule, jurisdiction: 'England' }], facts, 'treat(p)')).toEqual([])
    expect(ask([{ ...rule, jurisdiction: 'England' }], facts, 'treat(p)', { jurisdiction: 'England' })).toEqual(['p'])
    const written = { ...rule, jurisdiction: 'England and Wales' }
    expect(ask([written], facts, 'treat(p)', { jurisdiction: 'england & Wales' })).toEqual(['p'])
    expect(ask([written], facts, 'treat(p)', { jurisdiction: 'England' })).toEqual([])
    expect(ask([{ ...rule, jurisdiction: 'European Union' }], facts, 'treat(p)', { jurisdiction: 'Germany' })).toEqual([
      'p',
    ])
    expect(ask([{ ...rule, status: 'draft' }], facts, 'treat(p)')).toEqual([])
    expect(ask([{ ...rule, status: 'draft' }], facts, 'treat(p)', { statuses: new Set(['draft']) })).toEqual(['p'])
  })

  it('use the rules of each pack by the law of that pack, and of one that names none the law of every place', () => {
    const rule = { concludes: 'treat(?p)', if: ['has(?p, af)'], jurisdiction: 'England' }
    const by = (laws: readonly [string, string | null][]) =>
      ask([rule], ['has(p, af)'], 'treat(p)', { jurisdiction: new Map(laws) })
    expect(by([['test', 'England']])).toEqual(['p'])
    expect(by([['test', 'Scotland']])).toEqual([])
    expect(by([['test', null]])).toEqual(['p'])
    expect(by([])).toEqual(['p'])
  })

  it('know the day of the question', () => {
    const rules = [{ concludes: 'score(?p, ?a)', if: ['born(?p, ?b)', 'today(?t)', '?a := years_between(?b, ?t)'] }]
    expect(ask(rules, ['born(p, 1948-06-04)'], 'score(p, ?a)')).toEqual(['p,77'])
    expect(ask(rules, ['born(p, 1948-06-03)'], 'score(p, ?a)')).toEqual(['p,78'])
  })
})

describe('candidates', () => {
  it('are ranked by their weight, what is sure of it first', () => {
    const program = buildProgram({
      relations: { candidate: { places: ['patient', 'disease', 'number'], rankedBy: 2 } },
      rules: [],
    })
    const facts = buildFacts(
      'candidate(p, cold, 1)',
      'candidate(p, flu, 3..5)',
      'candidate(p, gout, 4)',
      'candidate(p, tb, 4)',
    )
    const ranked = rankCandidates(
      createInference(program, facts, USUAL_OPTIONS),
      buildGoal('candidate(p, ?d, ?w)', program),
    )
    expect(ranked.map(({ row, rank }) => `${rank} ${sayRow(row)}`)).toEqual([
      '1 p,gout,4',
      '1 p,tb,4',
      '3 p,flu,3..5',
      '4 p,cold,1',
    ])
  })
})

it('says yes for a certain answer, open for possible ones, no for none', () => {
  const inference = infer(TREAT, ['has(p, af)', 'no has(p, bleeding)', 'has(q, af)', 'no has(r, af)'])
  const status = (goal: string) => goalStatus(inference.ask(buildGoal(goal, inference.program)))
  expect([status('treat(p)'), status('treat(q)'), status('treat(r)')]).toEqual(['yes', 'unknown', 'no'])
})
