import { texts } from '../../wording/translate.ts'
import { describe, expect, test } from 'vitest'
import type { Fact, FormPlace } from '../../contract/knowledge/fact.ts'
import { askedKeys } from '../../renderer/facts/facts.tsx'
import { beginDraft, readFactDraft } from '../../renderer/facts/form/edit-fact.tsx'
import { dateWords, decisionWords, originWords, shortOriginWords } from '../../renderer/facts/fact-wording.ts'
import { formGroups, replacedBy } from '../../renderer/facts/form/form-rows.ts'
import { replacedByAnswer } from '../../renderer/facts/fact-actions.ts'
import { knownValue, takeValue } from '../../renderer/facts/form/value-field.tsx'
import { groundWords } from '../../renderer/proof/proof-tree.tsx'
import { partWords, sumWords } from '../../contract/knowledge/proof-words.ts'
import { fact, HAS, KILOGRAMS, PATIENT, relation, WEIGHT } from './build-fact-form.ts'
import { verbatim } from '../../wording/message.ts'

describe('the form of facts', () => {
  test('a closed list has a line for each of its names, before anything is recorded', () => {
    const [group] = formGroups([HAS], [])
    expect(group?.title).toBe('Conditions')
    expect(group?.rows.map(({ label, args, facts }) => ({ label, args, facts }))).toEqual([
      { label: 'Atrial fibrillation', args: ['patient', 'af'], facts: [] },
      { label: 'Heart failure', args: ['patient', 'chf'], facts: [] },
    ])
  })

  test('each individual in use has its own line, and says whose it is', () => {
    const choices = ['anna', 'ben'].map((name) => ({ name, label: name }))
    const two: FormPlace = { kind: 'name', type: 'patient', open: true, choices }
    const [group] = formGroups([{ ...WEIGHT, places: [two, KILOGRAMS] }], [])
    expect(group?.rows.map(({ label }) => label)).toEqual(['Weight, anna', 'Weight, ben'])
  })

  test('two lists of the same names in one group are told apart by their relation', () => {
    const allergic = relation({ ...HAS, relation: 'family_has' })
    const [group] = formGroups([HAS, allergic], [])
    expect(group?.rows[0]?.label).toBe('Has: atrial fibrillation')
    expect(group?.rows[2]?.label).toBe('Family has: atrial fibrillation')
  })

  test('what was proposed, rejected or no rule can use is not in a line', () => {
    const facts = [
      fact({ id: '1', relation: 'has', args: ['patient', 'af'], state: 'proposed' }),
      fact({ id: '2', relation: 'has', args: ['patient', 'af'], state: 'rejected' }),
      fact({ id: '3', relation: 'has', args: ['patient', 'af'], unusable: verbatim('No such relation.') }),
    ]
    expect(formGroups([HAS], facts)[0]?.rows.flatMap((row) => row.facts)).toEqual([])
  })

  test('a later value stands in the line, and the earlier one below it with its date', () => {
    const later = fact({ id: '2', relation: 'weight', args: ['patient', '58 kg'], at: '2026-06-01' })
    const earlier = fact({
      id: '1',
      relation: 'weight',
      args: ['patient', '61 kg'],
      at: '2025-11-20',
      supersededBy: '2',
    })
    const row = formGroups([WEIGHT], [earlier, later])[0]?.rows[0]
    expect(row?.facts).toEqual([later])
    expect(row?.superseded).toEqual([earlier])
  })

  test('what any number can be recorded of is a list: two open names, or numbers that decide nothing', () => {
    const married = relation({ relation: 'married', places: [PATIENT, PATIENT] })
    const dose = relation({ relation: 'dose', places: [PATIENT, KILOGRAMS] })
    const recorded = fact({ id: '1', relation: 'married', args: ['anna', 'ben'] })
    const [group] = formGroups([married, dose], [recorded])
    expect(group?.rows).toEqual([])
    expect(group?.lists).toEqual([
      { relation: married, facts: [recorded] },
      { relation: dose, facts: [] },
    ])
  })

  test('a correction replaces the fact of the line; a value of another day replaces nothing', () => {
    const known = fact({ id: '1', relation: 'weight', args: ['patient', '58 kg'], at: '2026-06-01' })
    const row = { relation: WEIGHT, args: ['patient', null] }
    const input = { relation: 'weight', args: ['patient', '59 kg'] }
    expect(replacedBy(row, { ...input, at: '2026-06-01' }, [known])).toBe('1')
    expect(replacedBy(row, { ...input, at: '2026-06-09' }, [known])).toBeNull()
    expect(replacedBy(row, { ...input, at: '2026-06-01' }, [{ ...known, supersededBy: '2' }])).toBeNull()
    expect(replacedBy(row, { ...input, at: '2026-06-09' }, [{ ...known, at: null }])).toBe('1')
    const ageless = { relation: { ...WEIGHT, latest: false }, args: row.args }
    expect(replacedBy(ageless, { ...input, at: '2026-06-09' }, [known])).toBe('1')
  })

  test('the same value of several sources is that value, and values that differ are none', () => {
    const says = (id: string, weight: string) => fact({ id, relation: 'weight', args: ['patient', weight] })
    expect(knownValue({ facts: [says('1', '58 kg'), says('2', '58 kg'), says('3', '58 kg')] }, 1)).toBe('58 kg')
    expect(knownValue({ facts: [says('1', '58 kg'), says('2', '59 kg')] }, 1)).toBeNull()
    expect(knownValue({ facts: [] }, 1)).toBeNull()
  })

  test('an answer replaces that the same was not known, and nothing else', () => {
    const unknown = fact({ id: '1', relation: 'has', args: ['patient', 'af'], holds: 'unknown' })
    const answer = { relation: 'has', args: ['patient', 'af'], holds: 'no' as const }
    expect(replacedByAnswer(answer, [unknown])).toBe('1')
    expect(replacedByAnswer({ ...answer, args: ['patient', 'chf'] }, [unknown])).toBeNull()
    expect(replacedByAnswer(answer, [{ ...unknown, holds: 'yes' }])).toBeNull()
    expect(replacedByAnswer(answer, [{ ...unknown, state: 'proposed' }])).toBeNull()
  })

  test('of two facts that contradict each other none is replaced by the way', () => {
    const both = ['1', '2'].map((id) => fact({ id, relation: 'has', args: ['patient', 'af'] }))
    expect(replacedBy({ relation: HAS, args: ['patient', 'af'] }, { relation: 'has', args: [] }, both)).toBeNull()
  })

  test('a line is marked as asked by the key that a missing input has', () => {
    const [row] = formGroups([WEIGHT], [])[0]?.rows ?? []
    const missing = { relation: 'weight', args: ['patient', null], question: '', choices: [], decides: true }
    const asked = (holds: 'yes' | 'unknown') =>
      askedKeys({
        conclusions: [{ holds, missing: [missing] }],
      } as unknown as Parameters<typeof askedKeys>[0])
    expect(asked('unknown').has(row?.key ?? '')).toBe(true)
    expect(asked('yes').size).toBe(0)
    expect(askedKeys(null).size).toBe(0)
  })
})

describe('a line that is left', () => {
  const known = fact({
    id: '1',
    relation: 'weight',
    args: ['patient', '58 kg'],
    at: '2026-06-01',
    validTo: '2026-12-31',
  })
  const line = (facts: readonly Fact[]) => {
    const row = formGroups([WEIGHT], facts)[0]?.rows[0]
    if (!row) throw new Error('Expected a line.')
    return row
  }
  const take = (facts: readonly Fact[], text: string, day = '') => takeValue(line(facts), 1, { text, unit: 'kg' }, day)

  test('records nothing when nothing was changed or entered', () => {
    expect(take([], ' ')).toBe('nothing')
    expect(take([known], '58', '2026-06-01')).toBe('nothing')
  })

  test('records the value with its day, and keeps how long it is valid', () => {
    expect(take([], '58')).toEqual({
      input: { relation: 'weight', args: ['patient', '58 kg'], at: null, validFrom: null, validTo: null },
    })
    expect(take([known], '59', '2026-06-01')).toEqual({
      input: {
        relation: 'weight',
        args: ['patient', '59 kg'],
        at: '2026-06-01',
        validFrom: null,
        validTo: '2026-12-31',
      },
    })
    expect(take([known], '58', '2026-06-02')).toHaveProperty('input.at', '2026-06-02')
  })

  test('an emptied field takes nothing back by itself: that is not known, or a slip', () => {
    expect(take([known], '', '2026-06-01')).toHaveProperty('problem')
    expect(take([known], '5x')).toHaveProperty('problem')
    expect(take([known], '58', '1 June')).toEqual({
      problem: '“1 June” is no day. Write it like 3 June 2026 or 2026-06-03.',
    })
  })

  test('a whole form begins with the fact, or with the one name that there is', () => {
    expect(beginDraft(WEIGHT, known)).toEqual({
      relation: 'weight',
      values: [
        { text: 'patient', unit: '' },
        { text: '58', unit: 'kg' },
      ],
      holds: 'yes',
      at: '01/06/2026',
      validFrom: '',
      validTo: '31/12/2026',
    })
    const fresh = beginDraft(WEIGHT, null)
    expect(fresh.values[0]).toEqual({ text: 'patient', unit: '' })
    expect(readFactDraft(WEIGHT, fresh)).toEqual({ problem: 'Weight: Nothing is entered yet.' })
    expect(readFactDraft(WEIGHT, { ...beginDraft(WEIGHT, known), validTo: 'soon' })).toHaveProperty('problem')
    expect(readFactDraft(WEIGHT, beginDraft(WEIGHT, known))).toEqual({
      input: {
        relation: 'weight',
        args: ['patient', '58 kg'],
        holds: 'yes',
        at: '2026-06-01',
        validFrom: null,
        validTo: '2026-12-31',
      },
    })
  })
})

describe('where a fact comes from', () => {
  const passage = {
    kind: 'passage',
    document: 'Letters/Echo.pdf',
    documentId: 'd1',
    page: 2,
    start: 0,
    end: 4,
    textVersion: null,
    quote: '',
    byOcr: true,
    model: 'qwen3-4b',
  } as const

  test('it is said in the words of the reader', () => {
    expect(originWords(passage, '')).toBe('Echo.pdf, p. 2, by OCR')
    expect(shortOriginWords(passage, '')).toBe('p. 2')
    expect(shortOriginWords({ ...passage, page: null }, '')).toBe('document')
    expect(originWords({ kind: 'user', by: 'J. Marsh' }, 'J. Marsh')).toBe('you')
    expect(originWords({ kind: 'user', by: 'J. Marsh' }, 'A. Lind')).toBe('J. Marsh')
  })

  test('who confirmed it is said of what was read, not of what a person entered', () => {
    const read = fact({ id: '1', relation: 'has', args: [], source: passage })
    expect(decisionWords(read, 'J. Marsh')).toBe('confirmed by you')
    expect(decisionWords({ ...read, state: 'proposed' }, 'J. Marsh')).toBe('')
    expect(decisionWords({ ...read, source: { kind: 'user', by: '' } }, 'J. Marsh')).toBe('')
    expect(dateWords({ at: '2026-06-01', validFrom: null, validTo: '2026-12-31' })).toBe(
      'of Mon 1 Jun 2026, to Thu 31 Dec 2026',
    )
  })
})

test('a ground says its source, whether anybody read it, and when it is in force', () => {
  const ground = {
    rule: 'af-oac',
    title: '',
    pack: 'af-demo',
    source: 'guideline 1.6',
    sourceRead: false,
    reviewed: false,
    validFrom: '2025-04-01',
    validTo: null,
    steps: [],
  }
  expect(groundWords(ground)).toBe('guideline 1.6, not checked against this source, in force from Tue 1 Apr 2025')
  expect(groundWords({ ...ground, source: 'Definition: volle Jahre', isDefinition: true })).not.toMatch(/checked/)
  expect(groundWords({ ...ground, sourceRead: true })).toBe(
    'guideline 1.6, checked against this source, in force from Tue 1 Apr 2025',
  )
  expect(groundWords({ ...ground, source: null, validTo: '2026-03-31' })).toBe(
    'no source given, in force Tue 1 Apr 2025 to Tue 31 Mar 2026',
  )
})

test('points are a number or a range, never a middle', () => {
  expect(sumWords({ low: '0', high: '2' })).toBe('0 to 2')
  expect(partWords({ low: '0', high: '2' })).toBe('0 or 2')
  expect(partWords({ low: '0', high: '4' }, true)).toBe('0 to 4')
  expect(['2', '0', '-1'].map((low) => partWords({ low, high: low }))).toEqual(['+2', '0', '-1'])
})

test('a question for yes or no has three answers', () => {
  expect(Object.keys(texts('proof.holds'))).toEqual(['yes', 'no', 'unknown'])
})
