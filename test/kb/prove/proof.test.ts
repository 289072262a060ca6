import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import type { Program } from '../../../kb/program/rule.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import { sayProof } from '../../../kb/prove/say-proof.ts'
import { assumedText } from '../../../kb/prove/statement-of.ts'
import { whatDecides } from '../../../kb/prove/what-decides.ts'
import { whatWouldChange } from '../../../kb/prove/what-would-change.ts'
import { buildFact } from '../build-fact.ts'
import { buildGoal, buildProgram } from '../build-program.ts'
import { USUAL_OPTIONS } from '../infer/usual-options.ts'
import { readShippedPack } from '../read-shipped-pack.ts'

const { program } = compilePacks([readShippedPack('af-demo')])
if (program === null) throw new Error('the pack does not compile')

const KNOWN = ['born(p, 1948-02-11)', 'sex(p, female)', 'has(p, af)', 'has(p, hypertension)', 'no has(p, diabetes)']

function about(facts: readonly string[], goal: string, of: Program = program as Program) {
  const inference = createInference(
    of,
    facts.map((fact, index) => buildFact(fact, `f${index + 1}`)),
    USUAL_OPTIONS,
  )
  const atom = buildGoal(goal, of)
  return {
    proofs: proofsOf(inference, atom),
    said: () => proofsOf(inference, atom).map((proof) => sayProof(proof).join('\n')),
    missing: () => {
      const inputs = proofsOf(inference, atom).flatMap(({ status, missing }) => (status === 'unknown' ? missing : []))
      const once = [...new Map(inputs.map((input) => [input.question, input])).values()]
      const trials = { left: USUAL_OPTIONS.budget.steps }
      return whatDecides(inference, atom, once, trials).map(({ question, decides }) => `${decides}: ${question}`)
    },
    changes: () => whatWouldChange(inference, atom).map(({ kind, text, after }) => `${kind}: ${text}: ${after.status}`),
  }
}

describe('a count', () => {
  const assumedOf = (facts: readonly string[]) =>
    about(['born(p, 1948-02-11)', ...facts], 'medicine_count(p, ?n)').proofs.map(({ conclusion, assumed }) => [
      conclusion.values[1]?.text,
      assumed.map((one) => assumedText(one, (program as Program).vocabulary)),
    ])

  it('says that it is of nothing since nothing is recorded', () => {
    expect(assumedOf([])).toEqual([['0', ['p takes no drug']]])
  })

  const SOME = { maxLength: 3 }

  it('assumes that it is of nothing exactly where nothing that it counts is recorded, whatever is denied', () => {
    const medicine = fc.constantFrom('warfarin', 'ibuprofen', 'aspirin')
    fc.assert(
      fc.property(fc.uniqueArray(medicine, SOME), fc.uniqueArray(medicine, SOME), (taken, denied) => {
        const facts = [
          ...taken.map((one) => `takes(p, ${one})`),
          ...denied.filter((one) => !taken.includes(one)).map((one) => `no takes(p, ${one})`),
        ]
        expect(assumedOf(facts)).toEqual([[`${taken.length}`, taken.length === 0 ? ['p takes no drug'] : []]])
      }),
    )
  })
})

describe('the proof of a conclusion that is open', () => {
  const open = about(KNOWN, 'recommend(p, oral_anticoagulation)')

  it('says in one line what it would take', () => {
    expect(open.proofs.map(({ status, summary }) => [status, summary])).toEqual([
      ['unknown', 'Depends on whether p has no active bleeding (not known).'],
    ])
  })

  it('shows rules with their source, facts with their ids, every part of a sum, and both sides of a comparison', () => {
    expect(open.said()).toEqual([
      `Not confirmed. Depends on whether p has no active bleeding (not known).
Missing: Does p have active bleeding?
Missing: Does p have heart failure?
Missing: Does p have stroke, TIA or thromboembolism?
Missing: Does p have vascular disease?
- not known: Offer p oral anticoagulation (CHA2DS2-VASc 4 to 8, threshold 3)  [rule af-oac; sample, after example guideline 1.6, source not read]
  - exception, not known: oral anticoagulation is contraindicated for p
    - not known: oral anticoagulation is contraindicated for p  [rule bleeding; sample, source not read]
      - Does p have active bleeding?  [missing]
  - p has atrial fibrillation  [fact f3]
  - the CHA2DS2-VASc score of p is 4 to 8  [rule cha2ds2vasc; sample, after the published score, source not read]
    - p is 78 years old, born on 1948-02-11  [rule age; definition, source not read]
      - p was born on 1948-02-11  [fact f1]
      - today is 2026-06-03  [the day of the question]
      - ?a := years_between(?b, ?d), which is 78 years
    - points: 4 to 8
      +2 age 75 or over
        - ?a >= 75 years: 78 years >= 75 years
      0 age 65 to 74
        - no: ?a < 75 years: 78 years < 75 years
      +1 female sex
        - p is female  [fact f2]
      0 or +1 heart failure
        - Does p have heart failure?  [missing]
      +1 hypertension
        - p has hypertension  [fact f4]
      0 diabetes
        - no: p has diabetes  [recorded as no, f5]
      0 or +2 stroke, TIA or thromboembolism
        - Does p have stroke, TIA or thromboembolism?  [missing]
      0 or +1 vascular disease
        - Does p have vascular disease?  [missing]
  - the threshold for anticoagulation of p is 3  [rule threshold-women; sample, source not read]
    - p is female  [fact f2]
  - ?s >= ?t: 4 to 8 >= 3`,
    ])
  })

  it('finds the input that decides it, before those that do not', () => {
    expect(open.missing()).toEqual([
      'always: Does p have active bleeding?',
      'no: Does p have heart failure?',
      'no: Does p have stroke, TIA or thromboembolism?',
      'no: Does p have vascular disease?',
    ])
  })

  it('lists the single changes that change it', () => {
    expect(open.changes()).toEqual([
      'answer: p has active bleeding: no',
      'answer: p has no active bleeding: yes',
      'flip: p has no atrial fibrillation: no',
    ])
  })

  it('is the same when it went through JSON', () => {
    expect(JSON.parse(JSON.stringify(open.proofs))).toEqual(open.proofs)
  })
})

describe('what turns on values that nobody recorded', () => {
  it('is asked for, and not supposed', () => {
    const dose = about(
      ['born(patient, 1948-02-11)', 'sex(patient, female)', 'weight(patient, 58 kg)'],
      'dose(patient, enoxaparin, ?d, ?f)',
    )
    expect(dose.proofs.map(({ summary }) => summary)).toEqual([
      'Still to be answered: What is the serum creatinine of the patient?',
      'Still to be answered: What is the serum creatinine of the patient?',
    ])
    const steps = dose.proofs
      .flatMap(({ grounds }) => grounds)
      .flatMap((ground) => (ground.kind === 'rule' ? ground.steps : []))
    expect(steps.flatMap((step) => (step.kind === 'calculation' ? step.filled : []))).toContain('58 kg as mg')
  })

  it('of several is counted, and of several ways no more is promised than that of the shortest', () => {
    const { program: clinical } = compilePacks([readShippedPack('clinical')])
    const summary = (goal: string) => about(['sex(p, male)'], goal, clinical as Program).proofs[0]?.summary
    expect([summary('ascvd_risk(p, ?risk)'), summary('sofa(p, ?points)')]).toEqual([
      expect.stringMatching(/^Still to be answered: at least \d+ questions\.$/),
      expect.stringMatching(/^Still to be answered: \d+ questions\.$/),
    ])
  })

  it('names whom it is about by the name of its type as people do', () => {
    expect(about(['has(patient, af)'], 'has(patient, af)').proofs[0]?.conclusion.text).toBe(
      'the patient has atrial fibrillation',
    )
  })
})

describe('a value just below its limit', () => {
  // (140 - 78) × 40.948 / 72 × 0.85
  const RECORDED = ['born(p, 1948-02-11)', 'sex(p, female)', 'weight(p, 40.948 kg)', 'creatinine(p, 1 mg/dL)']
  const [proof] = about(RECORDED, 'dose(p, enoxaparin, ?d, ?f)').proofs
  const rule = proof?.grounds.find((ground) => ground.kind === 'rule')

  it('is compared with all its digits, so that one can see why the rule applies', () => {
    const filled = rule?.steps.flatMap((step) => (step.kind === 'comparison' ? step.filled : []))
    expect(filled).toEqual([expect.stringMatching(/^(about )?29\.971\d+ mL\/min < 30 mL\/min$/)])
  })

  it('is said, where it is rounded, with the side on which it lies', () => {
    expect(rule?.text).toContain('creatinine clearance about 30.0 mL/min, below the limit of 30 mL/min')
    const [over] = about(
      RECORDED.map((fact) => fact.replace('40.948', '41')),
      'dose(p, enoxaparin, ?d, ?f)',
    ).proofs
    expect(over?.grounds[0]).toMatchObject({
      text: expect.stringContaining('creatinine clearance about 30.0 mL/min, not below the limit of 30 mL/min'),
    })
  })
})

describe('the proof of a no', () => {
  it('shows for each rule the first condition that fails, and what that rests on', () => {
    expect(
      about(
        [...KNOWN.filter((fact) => fact !== 'has(p, af)'), 'no has(p, af)'],
        'recommend(p, oral_anticoagulation)',
      ).said(),
    ).toEqual([
      `- no: oral anticoagulation is recommended for p  [rule af-oac; sample, after example guideline 1.6, source not read]
  - no: p has atrial fibrillation  [recorded as no, f5]`,
    ])
  })

  it('shows the exception that holds', () => {
    expect(about([...KNOWN, 'has(p, active_bleeding)'], 'recommend(p, oral_anticoagulation)').said()).toEqual([
      `- no: oral anticoagulation is recommended for p  [rule af-oac; sample, after example guideline 1.6, source not read]
  - exception, applies: oral anticoagulation is contraindicated for p
    - oral anticoagulation is contraindicated for p  [rule bleeding; sample, source not read]
      - p has active bleeding  [fact f6]`,
    ])
  })

  it('says what is concluded instead', () => {
    expect(about(KNOWN, 'anticoag_threshold(p, 9)').said()[0]).toContain(
      'instead the threshold for anticoagulation of p is 3',
    )
  })
})

const FAMILY = buildProgram({
  relations: {
    parent: { places: ['k', 'k'], say: '{0} is a parent of {1}' },
    older: { places: ['k', 'k'], say: '{0} is older than {1}' },
    heir: { places: ['k'], say: '{0} inherits' },
    disowned: { places: ['k'], say: '{0} is disowned' },
  },
  rules: [
    { concludes: 'older(?x, ?y)', if: ['parent(?x, ?y)'] },
    { concludes: 'older(?x, ?z)', if: ['older(?x, ?y)', 'older(?y, ?z)'] },
    { concludes: 'heir(?x)', if: ['parent(?_, ?x)'], unless: ['disowned(?x)'] },
  ],
})

describe('several proofs', () => {
  it('are all shown, none resting on the conclusion itself', () => {
    const { proofs } = about(['parent(a, b)', 'parent(b, a)', 'parent(b, c)', 'parent(a, c)'], 'older(a, c)', FAMILY)
    const rules = proofs.flatMap((proof) =>
      proof.grounds.map((ground) => (ground.kind === 'rule' ? ground.rule.id : ground.kind)),
    )
    expect(rules).toEqual(expect.arrayContaining(['r0', 'r1']))
    expect(JSON.stringify(proofs[0]?.grounds).split('a is older than c').length - 1).toBe(rules.length)
  })

  it('outlive one another: without a fact the other proof stands', () => {
    expect(about(['parent(a, b)', 'parent(b, c)'], 'older(a, c)', FAMILY).proofs[0]?.status).toBe('yes')
    expect(about(['parent(a, c)'], 'older(a, c)', FAMILY).proofs[0]?.status).toBe('yes')
  })

  it('end in a ring of forty', () => {
    const ring = Array.from({ length: 40 }, (_, index) => `parent(n${index}, n${(index + 1) % 40})`)
    const { proofs } = about(ring, 'older(n0, n20)', FAMILY)
    expect(proofs[0]?.status).toBe('yes')
    expect(JSON.stringify(proofs).length).toBeLessThan(2_000_000)
  })
})

describe('what is assumed', () => {
  it('comes first, and the change that would make it so is found', () => {
    const heir = about(['parent(a, b)'], 'heir(b)', FAMILY)
    expect(heir.said()).toEqual([
      `Not recorded, counts as no: b is disowned
- b inherits  [rule r2]
  - not recorded, counts as no: b is disowned
  - a is a parent of b  [fact f1]`,
    ])
    expect(heir.changes()).toEqual(['appear: b is disowned: no', 'flip: it is not so that a is a parent of b: no'])
  })

  it('is not assumed where it is recorded', () => {
    expect(about(['parent(a, b)', 'no disowned(b)'], 'heir(b)', FAMILY).proofs[0]?.assumed).toEqual([])
  })
})

it('names the older values that a later one has replaced', () => {
  const facts = ['weight(p, 60) @2025-01-01', 'weight(p, 58) @2026-05-01']
  expect(about(facts, 'weight(p, ?w)').said()).toEqual(['- p weighs 58 kg  [fact f2, in place of f1]'])
})

it('says of every rule whether its source was read', () => {
  const rules = [{ concludes: 'old(?p)', if: ['born(?p, ?b)'], source: 'register', sourceRead: true }]
  const read = buildProgram({
    relations: { born: { places: ['patient', 'date'] }, old: { places: ['patient'] } },
    rules,
  })
  expect(about(['born(p, 1948-02-11)'], 'old(p)', read).said()[0]).toContain('; register, source read]')
})

it('shows what contradicts a conclusion', () => {
  expect(about(['sex(p, female)', 'sex(p, male)'], 'sex(p, female)').said()).toEqual([
    `Not confirmed. Recorded values conflict: p is female or male.
- not known: p is female  [fact f1]
  - conflicts with: p is male`,
  ])
})

it('names the facts that contradict each other wherever they keep a conclusion open', () => {
  const births = ['born(p, 1948-02-11)', 'born(p, 1958-02-11)', ...KNOWN.slice(1)]
  const [score] = about(births, 'cha2ds2vasc(p, ?s)').proofs
  const words = 'Recorded values conflict: p was born on 1948-02-11 or 1958-02-11.'
  expect(score?.summary).toMatch(words)
  const denied = about(['has(p, af)', 'no has(p, af)', ...KNOWN.slice(0, 2)], 'recommend(p, oral_anticoagulation)')
  expect(denied.proofs[0]?.summary).toMatch('Recorded as both yes and no: p has atrial fibrillation.')
  const points = [...births, 'has(p, diabetes)']
  // Several are counted: the proof names each.
  expect(about(points, 'cha2ds2vasc(p, ?s)').proofs[0]?.summary).toBe('Records conflict on 2 points.')
})

it('says that something cannot be computed', () => {
  const division = buildProgram({
    relations: { v: { places: ['k', 'number'] }, w: { places: ['k', 'number'] } },
    rules: [{ concludes: 'w(?x, ?z)', if: ['v(?x, ?y)', '?z := 1 / ?y'] }],
  })
  expect(about(['v(a, 0)'], 'w(a, ?z)', division).proofs.map(({ status, summary }) => [status, summary])).toEqual([
    ['unknown', 'Cannot be computed: division by zero.'],
  ])
})
