import { describe, expect, test } from 'vitest'
import type { FormPlace, FormRelation } from '../../../contract/knowledge/fact.ts'
import { checkProposal } from '../../../assistant/facts/keep-proposal.ts'
import { findCandidates } from '../../../assistant/facts/find-candidates.ts'
import { textSegments } from '../../../assistant/facts/text-segments.ts'
import { wantedRelations } from '../../../assistant/facts/wanted-relations.ts'
import { withoutRivals } from '../../../assistant/facts/plan-document.ts'

const PATIENT: FormPlace = { kind: 'name', type: 'patient', open: true, choices: [] }
const CONDITION: FormPlace = {
  kind: 'name',
  type: 'condition',
  open: false,
  choices: [{ name: 'diabetes', label: 'diabetes' }],
}

const GRADE: FormPlace = {
  kind: 'name',
  type: 'grade',
  open: false,
  choices: [
    { name: 'slight', label: 'slight or controlled' },
    { name: 'moderate', label: 'moderate or poorly controlled' },
  ],
}
const MG: FormPlace = { kind: 'number', unit: 'mg', units: ['mg'], from: null, to: null }

function form(
  relation: string,
  say: string,
  places: FormRelation['places'],
  more: Partial<FormRelation> = {},
): FormRelation {
  return {
    relation,
    pack: 'p',
    label: null,
    group: null,
    say,
    places,
    unique: [0],
    latest: false,
    absent: 'ask',
    ...more,
  }
}

const FORMS = [
  form(
    'weight',
    '{0} weighs {1}',
    [PATIENT, { kind: 'number', unit: 'kg', units: ['kg', 'lb'], from: null, to: null }],
    {
      latest: true,
    },
  ),
  form('has', '{0} has {1}', [PATIENT, CONDITION], { unique: null }),
  form('detained', '{0} was detained on {1}', [PATIENT, { kind: 'date' }]),
  form('criminal_detention', 'criminal detention of {0} began on {1}', [PATIENT, { kind: 'date' }]),
  form('claimant', '{1} is the claimant for {0}', [PATIENT, { kind: 'name', type: 'person', open: true, choices: [] }]),
  form('absent', '{0} is absent', [PATIENT]),
  form('ascites', 'the ascites of {0}: {1}', [PATIENT, GRADE]),
  form('steroid_dose', '{0} takes {1} of the steroid', [PATIENT, MG]),
  form('opioid_dose', 'the opioid dose of {0} is {1}', [PATIENT, MG]),
]
const WANTED = wantedRelations(FORMS, [], new Map())
const wanted = (name: string) => {
  const found = WANTED.find(({ relation }) => relation === name)
  if (!found) throw new Error(`no relation ${name}`)
  return found
}

function candidates(name: string, text: string, more: { before?: string; rank?: number } = {}) {
  return findCandidates(wanted(name), {
    text,
    segments: textSegments(text),
    section: '',
    before: '',
    rank: null,
    ...more,
  })
}

describe('a quote has the words of its relation', () => {
  test.each([
    ['ascites', 'moderate mitral regurgitation', 'Moderate ascites was seen.'],
    ['steroid_dose', 'Furosemide, dose 40 mg', 'Prednisolone (steroid) 40 mg'],
    ['steroid_dose', 'He had taken naproxen 250 mg twice daily.', 'Dose of the steroid: 40 mg'],
  ])('%s: not "%s", but "%s"', (relation, without, having) => {
    expect(candidates(relation, without, { rank: 0 })).toEqual([])
    expect(candidates(relation, having)).toHaveLength(1)
  })
})

describe('what is looked for', () => {
  test('are relations that a text can show a value of, for the subject that the facts name', () => {
    expect(WANTED.map(({ relation }) => relation)).toEqual([
      'weight',
      'has',
      'detained',
      'criminal_detention',
      'claimant',
      'ascites',
      'steroid_dose',
      'opioid_dose',
    ])
    expect(wanted('weight').places.map(({ subject }) => subject)).toEqual(['patient', null])
    const two = wantedRelations(FORMS, [], new Map([['patient', new Set(['p1', 'p2'])]]))
    const one = wantedRelations(FORMS, [], new Map([['patient', new Set(['p1'])]]))
    expect([two, one].map(([first]) => first?.places[0]?.subject)).toEqual(['patient', 'p1'])
    expect(one[0]?.key).not.toBe(two[0]?.key)
  })

  test('nothing is found where its words do not stand in the sentence, the line above or the heading, however well the search fits', () => {
    expect(candidates('weight', 'The parcel: 58 kg', { rank: 0 })).toEqual([])
    expect(candidates('weight', 'Weight\nToday: 58 kg', { rank: 1 })).toHaveLength(1)
    expect(candidates('claimant', 'To: Ann Smith', { rank: 0 })).toEqual([])
    expect(candidates('claimant', 'The claimant is Ann Smith', {})).toHaveLength(1)
  })

  test('a word that stands for a longer name is it only beside the words of its relation', () => {
    const method: FormPlace = {
      kind: 'name',
      type: 'method',
      open: false,
      choices: [{ name: 'personal', label: 'personal service' }],
    }
    const [service] = wantedRelations(
      [form('served_by', '{0} was served by {1}', [{ ...PATIENT, type: 'document' }, method])],
      [],
      new Map(),
    )
    const found = (text: string) =>
      service ? findCandidates(service, { text, segments: textSegments(text), section: '', before: '', rank: 0 }) : []
    expect(found('He misused his position for personal gain.')).toEqual([])
    expect(found('The claim was served personally: personal, on 3 May.')).toHaveLength(1)
  })

  test('a question that names its choices names no value by them', () => {
    const table: FormPlace = {
      kind: 'name',
      type: 'risk_table',
      open: false,
      choices: [{ name: 'white', label: 'white (also used for others)' }],
    }
    const ask = 'Which published risk table applies to {0}: African American, or white?'
    const [risk] = wantedRelations(
      [form('risk_table', 'the risk table that applies to {0}: {1}', [PATIENT, table])],
      [{ relation: 'risk_table', ask }],
      new Map(),
    )
    const found = (text: string) =>
      risk ? findCandidates(risk, { text, segments: textSegments(text), section: '', before: '', rank: 0 }) : []
    expect(found('White cell count 8.4')).toEqual([])
    expect(found('Risk table: white')).toHaveLength(1)
  })

  test.each([
    ['English', '{0} takes {1}'],
    ['German', '{0} nimmt {1} ein'],
    ['French', '{0} prend {1}'],
    ['Spanish', '{0} toma {1}'],
    ['Italian', '{0} assume {1}'],
    ['Portuguese', 'o medicamento de {0} é {1}'],
    ['Dutch', '{0} gebruikt {1}'],
    ['Polish', '{0} przyjmuje {1}'],
  ])('a medicine that a pack in %s says is taken is none that was stopped', (_, say) => {
    const medicine: FormPlace = {
      kind: 'name',
      type: 'drug',
      open: false,
      choices: [{ name: 'warfarin', label: 'warfarin' }],
    }
    const [taken] = wantedRelations([form('takes', say, [PATIENT, medicine], { unique: null })], [], new Map())
    const found = (text: string) =>
      taken ? findCandidates(taken, { text, segments: textSegments(text), section: '', before: '', rank: 0 }) : []
    expect(found('Stopped warfarin on 3 May.')).toEqual([])
    expect(found('Warfarin 5 mg once daily.')).toHaveLength(1)
  })

  test('what is bounded by a number is not so for its word alone', () => {
    const habit: FormPlace = {
      kind: 'name',
      type: 'habit',
      open: false,
      choices: [{ name: 'alcohol', label: 'an alcohol intake of at least 8 units a week' }],
    }
    const [has] = wantedRelations([form('has', '{0} has {1}', [PATIENT, habit], { unique: null })], [], new Map())
    const found = (text: string) =>
      (has
        ? findCandidates(has, { text, segments: textSegments(text), section: '', before: '', rank: 0 })
        : []
      ).flatMap(({ candidates: all }) => all.map(({ holds }) => holds))
    expect(found('Non-smoker, drinks alcohol socially.')).toEqual([])
    expect(found('No alcohol.')).toEqual(['no'])
    expect(found('Alcohol: 14 units a week.')).toEqual(['yes'])
  })

  test('of two relations that ask for one of the same names, one medicine is proposed for the first', () => {
    const medicine: FormPlace = {
      kind: 'name',
      type: 'medicine',
      open: false,
      choices: [{ name: 'methotrexate', label: 'methotrexate' }],
    }
    const relations = wantedRelations(
      [
        form('first_medicine', 'one medicine of {0} is {1}', [PATIENT, medicine]),
        form('second_medicine', 'another medicine of {0} is {1}', [PATIENT, medicine]),
      ],
      [],
      new Map(),
    )
    const text = 'Methotrexate 20 mg once a week'
    const all = relations.flatMap((one) =>
      findCandidates(one, { text, segments: textSegments(text), section: '', before: '', rank: 0 }),
    )
    expect(all).toHaveLength(2)
    expect(withoutRivals(all).map(({ relation }) => relation.relation)).toEqual(['first_medicine'])
  })

  test('a range that a row of a table is for is no value', () => {
    expect(candidates('weight', 'Weight and dose\n| 50 to 99 kg | one injection a day |')).toEqual([])
  })

  test('a word that many relations have is no reason to look, nor one of the sentence before', () => {
    const day = (relation: string, say: string) => form(relation, say, [PATIENT, { kind: 'date' }])
    const all = wantedRelations(
      [
        day('suspension_ended', 'the negotiations for {0} ended on {1}'),
        day('closed_on', 'the court where {0} ends is closed on {1}'),
        day('term_ends', 'the term of {0} ends on {1}'),
        day('stay_ends', 'the stay of {0} ends on {1}'),
        day('visit_ends', 'the visit of {0} ends on {1}'),
        day('discovered_on', 'the fraud on {0} was discovered on {1}'),
      ],
      [],
      new Map(),
    )
    const found = (text: string) =>
      all
        .filter((one) => {
          const passage = { text, segments: textSegments(text), section: '', before: '', rank: 0 }
          return findCandidates(one, passage).length > 0
        })
        .map(({ relation }) => relation)
    expect(found('He was charged with fraud. The lease ends on 24 March 2027.')).toEqual([])
    expect(found('The negotiations ended on 24 March 2027.')).toEqual(['suspension_ended'])
    expect(found('The fraud was discovered on 24 March 2027.')).toEqual(['discovered_on'])
    expect(found('Discovery of the fraud\nDate: 24 March 2027')).toEqual(['discovered_on'])
    expect(found('The term ends on 24 March 2027.')).toEqual(['term_ends'])
  })

  test('what stands under a heading at the end of the passage before stands under it', () => {
    const found = (before: string) => candidates('has', 'Diabetes', { before })
    expect(found('Diagnosis:\n')).toHaveLength(1)
    expect(found('Differential Diagnosis:\n')).toEqual([])
  })

  test('a date is claimed by the relation whose words are closest to it', () => {
    const text =
      'She was detained on 1 March 2023. She was placed under criminal detention on 5 March 2023, and left on 9 March 2023.'
    const all = WANTED.flatMap(({ relation }) => candidates(relation, text))
    const claims = withoutRivals(all).flatMap((finding) =>
      finding.candidates.map(({ relation, args }) => [relation, args[1]]),
    )
    expect(claims).toContainEqual(['detained', '2023-03-01'])
    expect(claims).toContainEqual(['criminal_detention', '2023-03-05'])
    expect(claims).not.toContainEqual(['detained', '2023-03-05'])
    expect(claims).not.toContainEqual(['criminal_detention', '2023-03-01'])
  })

  test('a value has the day that its sentence gives, but not a day to come', () => {
    const at = (text: string) =>
      candidates('weight', text).flatMap(({ candidates: found }) => found.map((one) => one.at))
    expect(at('On 2026-06-01 her weight was 58 kg, on 2026-06-20 it was 61 kg.')).toEqual(['2026-06-01', '2026-06-20'])
    expect(at('Her weight was 58 kg on 2026-06-01.')).toEqual(['2026-06-01'])
    expect(at('Her weight was 58 kg; next visit on 2026-07-01.')).toEqual([null])
    expect(at('Her weight was 58 kg.')).toEqual([null])
  })
})

describe('the check of a proposal', () => {
  const check = (quote: string, args: string[], relation: string, holds: 'yes' | 'no' = 'yes') =>
    checkProposal(quote, { args, holds }, wanted(relation))

  test('compares numbers and dates by what they are worth, and names by their labels', () => {
    expect(check('Weight: 58.0 kg', ['patient', '58 kg'], 'weight')).toBe(true)
    expect(check('Weight: 85 kg', ['patient', '58 kg'], 'weight')).toBe(false)
    expect(check('Weight: 58 lb', ['patient', '58 kg'], 'weight')).toBe(false)
    expect(check('detained on 1st March, 2023', ['patient', '2023-03-01'], 'detained')).toBe(true)
    expect(check('detained in March 2023', ['patient', '2023-03-01'], 'detained')).toBe(false)
    expect(check('Known diabetes', ['patient', 'diabetes'], 'has')).toBe(true)
    expect(check('Known asthma', ['patient', 'diabetes'], 'has')).toBe(false)
  })

  test('respects words that deny', () => {
    expect(check('no history of diabetes', ['patient', 'diabetes'], 'has', 'no')).toBe(true)
    expect(check('no history of diabetes', ['patient', 'diabetes'], 'has', 'yes')).toBe(false)
    expect(check('known diabetes', ['patient', 'diabetes'], 'has', 'no')).toBe(false)
    expect(check('her mother had diabetes', ['patient', 'diabetes'], 'has', 'yes')).toBe(false)
  })
})
