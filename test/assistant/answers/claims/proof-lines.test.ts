import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proofLines } from '../../../../assistant/answers/claims/proof-lines.ts'
import { calculate } from '../../../../assistant/rules/kernel/calculate.ts'
import { gateText } from '../../../../assistant/rules/kernel/gate-statement.ts'
import { inferenceFor, IN_ANSWERS, programOf } from '../../../../assistant/rules/kernel/ask-kernel.ts'
import { conclude, goalsOf } from '../../../../assistant/rules/kernel/conclude.ts'
import { OF_A_GOAL } from '../../../../assistant/rules/kernel/kernel.ts'
import { showProof } from '../../../../assistant/rules/kernel/show-proof.ts'
import { viewCalculators } from '../../../../assistant/rules/kernel/view-calculators.ts'
import { seededRandom } from '../../../../assistant/statistics/seeded-random.ts'
import { randomFacts } from '../../../../bench/measure-sheets.ts'
import { isDefinition } from '../../../../contract/knowledge/proof-words.ts'
import type { Proof } from '../../../../contract/knowledge/proof.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import { proofsOf } from '../../../../kb/prove/proof-of.ts'
import { readShippedPack } from '../../../kb/read-shipped-pack.ts'

const PACKS = ['clinical', 'legal-time']
const compiled = compilePacks(PACKS.map(readShippedPack))
const program = programOf(compiled)
const inputs = viewCalculators(program, compiled.packs).flatMap((calculator) => calculator.inputs)
const ASOF = '2026-06-03'

type Read = { readonly proof: Proof; readonly questions: readonly string[]; readonly lines: readonly string[] }

/** Every proof of a tenth of the goals, as it is shown, with the questions that the engine finds missing in it. */
function proofsRead(seed: number, count: number): readonly Read[] {
  const random = seededRandom(seed)
  const facts = randomFacts(inputs, count, random, program)
  const inference = inferenceFor(compiled, { facts, asOf: ASOF, statuses: IN_ANSWERS, budget: OF_A_GOAL })
  const shown = { vocabulary: program.vocabulary, packs: compiled.packs, days: () => null }
  return goalsOf(program)
    .filter(() => random() < 0.1)
    .flatMap((goal) => proofsOf(inference, goal))
    .map((proved) => {
      const proof = showProof(proved, shown)
      const lines = proofLines(proof).map(({ text }) => text)
      return { proof, questions: proved.missing.map(({ question }) => question), lines }
    })
}

const NOT_KNOWN = 'not known: '
const SEE_ABOVE = ' (see above)'

function asked(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith(NOT_KNOWN)).map((line) => line.slice(NOT_KNOWN.length))
}

describe('a proof as it is read', () => {
  const anyProofs = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), count: fc.integer({ min: 0, max: 40 }) })
  const everyProof = (holds: (read: Read) => void) =>
    fc.assert(
      fc.property(anyProofs, ({ seed, count }) => proofsRead(seed, count).forEach(holds)),
      { numRuns: 40 },
    )

  test('asks every question that is missing in it, and each once', () => {
    everyProof(({ questions, lines }) => {
      const all = asked(lines)
      expect(new Set(all).size).toBe(all.length)
      for (const question of new Set(questions)) expect(all.some((one) => one.startsWith(question))).toBe(true)
    })
  })

  test('names every rule by which a certain conclusion is certain, though something below it is open', () => {
    const certainRules = ({ sentence, holds, grounds }: Proof): readonly string[] =>
      holds === 'yes'
        ? grounds.flatMap((ground) => [
            ...(ground.rule === '' || isDefinition(ground) ? [] : [linesFor(sentence, grounds.length, ground)]),
            ...ground.steps.flatMap((step) => (step.kind === 'conclusion' ? certainRules(step.proof) : [])),
          ])
        : []
    // What a rule alone says is one line with its source.
    const linesFor = (sentence: string, ways: number, { title, steps }: Proof['grounds'][number]) =>
      ways === 1 && steps.length === 0 ? `${sentence} [` : `by rule “${title}” [`
    everyProof(({ proof, lines }) => {
      for (const line of certainRules(proof))
        expect(lines.some((one) => one.replace(/^or /, '').startsWith(line))).toBe(true)
    })
  })

  test('says of nothing "see above" that was not said above', () => {
    everyProof(({ lines }) => {
      const isSaidBefore = (line: string, at: number) => {
        const opening = line.slice(0, -SEE_ABOVE.length)
        return lines.slice(0, at).some((above) => above.startsWith(opening))
      }
      expect(lines.filter((line, at) => line.endsWith(SEE_ABOVE) && !isSaidBefore(line, at))).toEqual([])
    })
  })

  test('has a source for every mark, and no line with a variable or the name of a function', () => {
    everyProof(({ lines }) => {
      for (const line of lines) {
        for (const [, mark] of line.matchAll(/ \[(\d+)\]$/g))
          expect(lines.some((one) => one.startsWith(`[${mark}] `))).toBe(true)
        expect(line).not.toMatch(/\?[a-z]\b|\b[a-z]+_[a-z_]+\(/)
      }
    })
  })
})

test('what is open never reads like what holds', () => {
  const read = [7, 8, 9].flatMap((seed) => proofsRead(seed, 30)).filter(({ proof }) => proof.holds === 'unknown')
  expect(read.length).toBeGreaterThan(0)
  const opening = ({ isBlank, isRange }: Proof) => {
    if (isBlank) return 'not known yet'
    return isRange ? 'not exact yet' : 'not certain yet'
  }
  expect(new Set(read.map(({ proof }) => opening(proof))).size).toBe(3)
  expect(read.map(({ lines }) => lines[0])).toEqual(read.map(({ proof }) => `${opening(proof)}: ${proof.sentence}`))
})

test('values that conflict are one line, and are not said as known as well', () => {
  const facts = [
    'creatinine(patient, 1 mg/dL)',
    'creatinine(patient, 3 mg/dL)',
    'weight(patient, 60 kg)',
    'sex(patient, male)',
  ]
  const { proof } = calculate(compiled, { name: 'cockcroft_gault', inputs: facts.map(stated), asOf: ASOF })
  const lines = proof ? proofLines(proof).map(({ text }) => text) : []
  expect(lines.filter((line) => line.startsWith('values conflict: '))).toEqual([
    'values conflict: the serum creatinine of the patient is 1 or 3 mg/dL',
  ])
  expect(lines.filter((line) => line.startsWith('the serum creatinine'))).toEqual([])
  expect(lines).toContain('the patient is male (fact)')
})

test('a value beside a limit in another unit is said in that one too', () => {
  const { proof } = calculate(compiled, { name: 'sofa', inputs: [stated('creatinine(patient, 12 mg/dL)')], asOf: ASOF })
  const lines = proof ? proofLines(proof).map(({ text }) => text) : []
  expect(lines).toContain('12 mg/dL (1061 µmol/L) > 440 µmol/L')
  expect(lines).toContain('+4: kidneys')
  expect(lines).toContain('0 to 4: circulation')
  // Of the greatest of several values, the others say nothing more.
  expect(lines.filter((line) => line.includes('171 µmol/L'))).toEqual([])
})

describe('of parts of which only one can count', () => {
  const linesWith = (name: string, ...facts: string[]) => {
    const { proof } = calculate(compiled, { name, inputs: facts.map(stated), asOf: ASOF })
    return proof ? proofLines(proof).map(({ text }) => text) : []
  }

  test('none is named where nothing is known, but what is to be answered', () => {
    const lines = linesWith('news2', 'heart_rate(patient, 140 /min)')
    expect(lines[lines.indexOf('not known: What is the body temperature of the patient?') - 1]).toBe(
      '0 to 3: temperature, depends on the answer below',
    )
    expect(lines.filter((line) => line.includes('°C'))).toEqual([])
  })

  test('those that are still possible are a line each, with the points of each, above what is known of them', () => {
    const lines = linesWith('sofa', 'fio2(patient, 50 %)')
    const at = lines.indexOf('0 to 4: PaO2/FiO2, at most one of these')
    expect(lines.slice(at + 1, at + 7)).toEqual([
      '1 for 300 to below 400',
      '2 for 200 to below 300',
      '2 for below 200 without respiratory support',
      '3 for 100 to below 200 with respiratory support',
      '4 for below 100 with respiratory support',
      'the inspired oxygen fraction (FiO2) of the patient is 50 % (fact)',
    ])
  })

  test('one gives points in any case where they leave nothing out', () => {
    const facts = ['bilirubin(patient, 8 mg/dL)', 'albumin(patient, 2 g/dL)', 'inr(patient, 3)']
    const lines = linesWith('child_pugh', ...facts)
    expect(lines[0]).toBe('the Child-Pugh score of the patient is 11 to 15')
    expect(lines).toContain('1 to 3: ascites, depends on the answer below')
    expect(linesWith('child_pugh_class', ...facts)[0]).toBe('the patient is in Child-Pugh class C')
  })

  test('that none applies is one line, under what they are about', () => {
    const lines = linesWith('news2', 'heart_rate(patient, 70 /min)')
    expect(lines).toContain('0: pulse, none of these: ≤ 40; 41 to 50; 91 to 110; 111 to 130; ≥ 131')
  })

  test('the one that counts stands alone, above what it rests on', () => {
    const lines = linesWith('news2', 'heart_rate(patient, 140 /min)')
    const at = lines.indexOf('+3: pulse ≥ 131')
    expect(lines[at + 1]).toBe('the heart rate of the patient is 140 /min (fact)')
    expect(lines.filter((line) => line.includes('pulse ≤ 40'))).toEqual([])
  })
})

test('points stand above the value that they are for, also where the rule asks for it itself', () => {
  const { proof } = calculate(compiled, {
    name: 'news2',
    inputs: [stated('respiratory_rate(patient, 22 /min)')],
    asOf: ASOF,
  })
  const lines = proof ? proofLines(proof).map(({ text }) => text) : []
  expect(lines[lines.indexOf('+2: respiratory rate 21 to 24') + 1]).toBe(
    'the respiratory rate of the patient is 22 /min (fact)',
  )
})

test('nothing is said twice in a proof but what it refers to', () => {
  const read = [7, 8, 9].flatMap((seed) => proofsRead(seed, 30))
  const facts = read.map(({ lines }) => lines.filter((line) => line.endsWith(' (fact)')))
  expect(facts.some((lines) => lines.length > 1)).toBe(true)
  expect(facts.filter((lines) => new Set(lines).size < lines.length)).toEqual([])
})

test('what follows by what a word means is said by that alone', () => {
  const lines = alertness()
  expect(lines[lines.indexOf('+3: not alert') + 1]).toMatch(/^the patient has reduced alertness .*\(fact\)$/)
  expect(lines.filter((line) => line.includes('definition'))).toEqual([])
})

function alertness(): readonly string[] {
  const { proof } = calculate(compiled, {
    name: 'news2',
    inputs: [stated('finding(patient, not_alert)')],
    asOf: ASOF,
  })
  return proof ? proofLines(proof).map(({ text }) => text) : []
}

test('the sources end with which rules were checked against them', () => {
  const ground = (rule: string, source: string, sourceRead: boolean): Proof['grounds'][number] => ({
    rule,
    title: rule,
    pack: 'p',
    source,
    sourceRead,
    reviewed: true,
    validFrom: null,
    validTo: null,
    steps: [{ kind: 'fact', sentence: `it was served by ${rule}`, facts: [] }],
  })
  const last = (...grounds: Proof['grounds']) =>
    proofLines({ sentence: 'it was served', holds: 'yes', grounds }).at(-1)?.text
  const [post, letterbox] = [ground('post', 'a statute', true), ground('letterbox', 'a judgment', false)]
  expect(last(post)).toBe('The rules were checked against this source.')
  expect(last(post, letterbox)).toBe('The rules were checked against these sources, except [2].')
  expect(last(letterbox)).toBe('The rules were not checked against this source.')
})

test('a range that is wholly on one side of a limit says so', () => {
  const facts = [
    'respiratory_rate(patient, 30 /min)',
    'heart_rate(patient, 140 /min)',
    'systolic_pressure(patient, 80 mmHg)',
  ]
  const { proof } = calculate(compiled, { name: 'news2_risk', inputs: facts.map(stated), asOf: ASOF })
  const lines = proof ? proofLines(proof).map(({ text }) => text) : []
  expect(lines.filter((line) => line.includes('≥ 7'))).toEqual([expect.stringMatching(/^9 to \d+ ≥ 7, in every case$/)])
})

test('of several rules that lead to a conclusion, each but the first is an alternative', () => {
  const ground = (rule: string): Proof['grounds'][number] => ({
    rule,
    title: rule,
    pack: 'p',
    source: 'a statute',
    sourceRead: true,
    reviewed: true,
    validFrom: null,
    validTo: null,
    steps: [{ kind: 'fact', sentence: 'it was served by post', facts: [] }],
  })
  const lines = proofLines({ sentence: 'it was served', holds: 'yes', grounds: [ground('post'), ground('letterbox')] })
  expect(lines.map(({ text }) => text).filter((line) => line.includes('by rule'))).toEqual([
    'by rule “post” [1]',
    'or by rule “letterbox” [1]',
  ])
})

test('a condition that is computed is shown, also where it is compared with 0: it may be what decides', () => {
  const facts = [
    'germany_claim_for(case, payment)',
    'arose_on(germany, case, 2012-03-15)',
    'known_on(germany, case, 2012-03-15)',
    'suspended_by(case, negotiations)',
    'suspended_from(case, 2012-05-01)',
    'suspension_ended(case, 2012-08-01)',
  ]
  const { proof } = calculate(compiled, { name: 'germany_claim_by', inputs: facts.map(stated), asOf: ASOF })
  const lines = proof ? proofLines(proof).map(({ text }) => text) : []
  expect(lines.filter((line) => /^\d+ ≥ 0 \(/.test(line)).length).toBeGreaterThan(0)
})

test('that another way to record the same was not taken is no assumption', () => {
  const byAge = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => {
    const facts = randomFacts(inputs, 8, seededRandom(seed), program)
    const inference = inferenceFor(compiled, { facts, asOf: ASOF, statuses: IN_ANSWERS, budget: OF_A_GOAL })
    const { conclusions } = conclude(inference, goalsOf(program), compiled, ASOF)
    return conclusions.filter(({ holds, proof }) => holds === 'yes' && proofLines(proof).some(isOfAgeByBirth))
  })
  expect(byAge.length).toBeGreaterThan(0)
  expect(byAge.filter(({ summary, assumed }) => [summary, ...assumed].join().includes('Age without'))).toEqual([])
})

function isOfAgeByBirth({ text }: { readonly text: string }): boolean {
  return text.includes(' years old, born on ')
}

function stated(text: string) {
  const { statement, problem } = gateText(text, program.vocabulary)
  if (!statement) throw new Error(`${text}: ${problem.message}`)
  return statement
}
