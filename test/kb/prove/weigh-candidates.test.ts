import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighCandidates, type WeighedCandidate } from '../../../kb/prove/weigh-candidates.ts'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import type { Program } from '../../../kb/program/rule.ts'
import { packOf } from '../compile/good-pack.ts'
import { buildFacts } from '../build-fact.ts'
import { USUAL_OPTIONS } from '../infer/usual-options.ts'

const CANDIDATES = `candidates:
  - id: embolism
    name: embolism
    if: ["has(?p, af)"]
    cannot_miss: yes
    source: invented
    decides: [angiogram]
    findings:
      - {add: 2, absent: -1, say: bleeding, when: ["has(?p, bleeding)"]}
      - {add: 1, say: a heavy person, when: ["weight(?p, ?w)", "?w >= 100 kg"]}
      - {add: -1.5, say: a man, when: ["sex(?p, male)"]}
  - id: strain
    name: strain
    if: ["has(?p, af)"]
    base: 0.5
    findings:
      - {add: 1, say: a man, when: ["sex(?p, male)"], source: invented}
`
const compiled = compilePacks([packOf({ 'candidates/all.yaml': CANDIDATES })])
const program = compiled.program as Program

function weighed(...texts: readonly string[]): readonly WeighedCandidate[] {
  return weighCandidates(createInference(program, buildFacts(...texts), USUAL_OPTIONS), compiled.candidates)
}

const shown = (all: readonly WeighedCandidate[]) =>
  all.map(({ candidate, weight, range, applies }) => [
    candidate.id,
    applies,
    String(weight),
    `${range.low} to ${range.high}`,
  ])
const named = (id: string, all: readonly WeighedCandidate[]) => all.find(({ candidate }) => candidate.id === id)
const sides = ({ findings }: WeighedCandidate) => findings.map(({ finding, side }) => [finding.say, side])

test('candidates are ranked by the weights of what is known, and what is not known leaves a range', () => {
  expect(compiled.problems).toEqual([])
  expect(shown(weighed('has(p, af)', 'has(p, bleeding)'))).toEqual([
    ['embolism', 'yes', '2', '0.5 to 2'],
    ['strain', 'yes', '0.5', '0.5 to 1.5'],
  ])
})

test('each finding speaks for or against, is missing, or counts for nothing', () => {
  const [strain, embolism] = weighed('has(p, af)', 'no has(p, bleeding)', 'sex(p, male)') as [
    WeighedCandidate,
    WeighedCandidate,
  ]
  expect(strain.candidate.id).toBe('strain')
  expect(sides(strain)).toEqual([['a man', 'for']])
  // Nothing is recorded of the weight, and the relation does not ask: so it is not so.
  expect(sides(embolism)).toEqual([
    ['bleeding', 'against'],
    ['a heavy person', 'none'],
    ['a man', 'against'],
  ])
  expect(embolism.findings[0]?.sentence).toContain('p has active bleeding')
})

test('what was asked and is not known is missing, with its question, and adds nothing', () => {
  const embolism = named('embolism', weighed('has(p, af)', 'unknown has(p, bleeding)'))
  expect(embolism?.findings[0]).toMatchObject({ status: 'unknown', side: 'missing' })
  expect(embolism?.findings[0]?.question).toContain('p has active bleeding')
  expect(embolism?.findings[1]?.question).toBe(null)
  expect(String(embolism?.weight)).toBe('0')
})

test('numbers are compared by the kernel', () => {
  const embolism = named('embolism', weighed('has(p, af)', 'weight(p, 120 kg)', 'no has(p, bleeding)'))
  expect(sides(embolism as WeighedCandidate)).toContainEqual(['a heavy person', 'for'])
})

test('what cannot be missed is listed last and unweighed where nothing recorded says that it applies', () => {
  expect(shown(weighed('no has(p, af)', 'has(p, bleeding)'))).toEqual([['embolism', 'no', '0', '0 to 0']])
  expect(shown(weighed())).toEqual([['embolism', 'no', '0', '0 to 0']])
})

test('each person is weighed apart', () => {
  const all = weighed('has(p, af)', 'has(q, af)', 'has(q, bleeding)', 'no has(p, bleeding)')
  expect(all.map(({ candidate, about }) => `${candidate.id} ${about}`)).toEqual([
    'embolism q',
    'strain p',
    'strain q',
    'embolism p',
  ])
})

const FINDINGS = ['has(p, bleeding)', 'weight(p, 120 kg)', 'sex(p, male)'] as const
const stated = fc
  .tuple(...FINDINGS.map(() => fc.constantFrom('', '', 'no ', 'unknown ', '-')))
  .map((holds) => FINDINGS.flatMap((text, index) => (holds[index] === '-' ? [] : [`${holds[index]}${text}`])))

test('adding a fact that speaks for a candidate never lowers it', () => {
  fc.assert(
    fc.property(stated, fc.constantFrom(FINDINGS[0], FINDINGS[1]), (texts, supporting) => {
      const others = texts.filter((text) => !text.endsWith(supporting))
      const of = (...facts: readonly string[]) =>
        weighed('has(p, af)', ...facts).find(({ candidate }) => candidate.id === 'embolism')?.weight
      expect(of(...others, supporting)?.comparedTo(of(...others) ?? 0)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('the order of the facts changes nothing', () => {
  fc.assert(
    fc.property(
      stated.chain((texts) =>
        fc.tuple(fc.constant(texts), fc.shuffledSubarray([...texts], { minLength: texts.length })),
      ),
      ([texts, shuffled]) => {
        const say = (all: readonly WeighedCandidate[]) => all.map((one) => [shown([one]), sides(one)])
        expect(say(weighed(...shuffled, 'has(p, af)'))).toEqual(say(weighed('has(p, af)', ...texts)))
      },
    ),
  )
})

test('what is known of the weight lies within its range', () => {
  fc.assert(
    fc.property(stated, (texts) => {
      for (const { weight, range } of weighed('has(p, af)', ...texts))
        expect(weight.gte(range.low) && weight.lte(range.high)).toBe(true)
    }),
  )
})
