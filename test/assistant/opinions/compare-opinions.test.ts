import { describe, expect, test } from 'vitest'
import { compareOpinions } from '../../../assistant/opinions/compare-opinions.ts'
import type { Claim } from '../../../contract/answers/answer.ts'
import { claim } from './align/claims.ts'

const compared = (local: Claim[], blind: Claim[], informed: Claim[] = []) => compareOpinions({ local, blind, informed })

describe('opinions', () => {
  test('agree where they quote the same words and state the same number', () => {
    const result = compared([claim('Notice is six months.', 100)], [claim('The notice is 6 months.', 120)])
    expect(result).toMatchObject({ state: 'agree', claims: [{ state: 'agree', local: 0, blind: 0, informed: null }] })
    const inOtherWords = compared(
      [claim('Payment is due in 30 days.', 100)],
      [claim('Objections come in 30 days.', 120)],
    )
    expect(inOtherWords).toMatchObject({ state: 'unknown', claims: [{ state: 'unclear' }], judging: { open: 1 } })
  })

  test('differ where they quote the same words and state another number', () => {
    const result = compared([claim('Notice is six months.', 100)], [claim('The notice is 3 months.', 120)])
    expect(result).toMatchObject({ state: 'differ', claims: [{ state: 'differ', local: 0, blind: 0 }] })
    const inOtherWords = compared([claim('Notice is six months.', 100)], [claim('The tenant must give 3 months.', 120)])
    expect(inOtherWords).toMatchObject({ state: 'unknown', claims: [{ state: 'unclear' }], judging: { open: 1 } })
  })

  test('differ where one denies what the other says', () => {
    expect(compared([claim('The notice was valid.', 1)], [claim('The notice was not valid.', 1)])?.state).toBe('differ')
  })

  test('agree by their words where nothing is quoted', () => {
    expect(
      compared([claim('The rent is 1,250 pounds a month.')], [claim('A month the rent is 1250 pounds.')])?.state,
    ).toBe('agree')
  })

  test('are not compared where they speak of different things, and a claim that one alone says is shown as such', () => {
    const result = compared([claim('The rent is due.', 1)], [claim('A surveyor visited Marlowe House.', 900)])
    expect(result?.state).toBe('unknown')
    expect(result?.claims).toMatchObject([
      { state: 'only', local: 0, blind: null },
      { state: 'only', local: null, blind: 0 },
    ])
  })

  test('are three: one row for each matter that is spoken of', () => {
    const same = 'The break date was 31 March 2025.'
    const result = compared([claim(same, 1)], [claim(same, 1)], [claim('The break date was 1 May 2025.', 1)])
    expect(result).toMatchObject({ state: 'differ', claims: [{ state: 'differ', local: 0, blind: 0, informed: 0 }] })
  })

  test('are matched claim by claim, each once', () => {
    const [rent, notice] = ['The rent is 1,250 pounds a month.', 'The notice was given on 3 March 2025.']
    const local = [claim(rent), { ...claim(notice), index: 1 }]
    const blind = [claim(notice), { ...claim(rent), index: 1 }, { ...claim(rent), index: 2 }]
    expect(compared(local, blind)?.claims).toMatchObject([
      { state: 'agree', local: 0, blind: 1, informed: null },
      { state: 'agree', local: 1, blind: 0, informed: null },
      { state: 'only', local: null, blind: 2, informed: null },
    ])
  })

  test('are matched to the nearest sentence, and not to the first that is near enough', () => {
    const [near, nearer] = ['The rent of the house was due.', 'The rent of the house in Bristol was due in May.']
    const blind = [claim(near), { ...claim(nearer), index: 1 }]
    const result = compared([claim('In May the rent of the house in Bristol was due.')], blind)
    expect(result?.claims).toMatchObject([
      { state: 'agree', local: 0, blind: 1 },
      { state: 'only', local: null, blind: 0 },
    ])
  })

  test('agree only where no sentence is unclear', () => {
    const same = 'The rent is 1,250 pounds a month.'
    const local = [claim(same), { ...claim('The tenant quit the house.', 300), index: 1 }]
    const blind = [claim(same), { ...claim('They handed the keys back.', 310), index: 1 }]
    const result = compared(local, blind)
    expect(result?.claims.map(({ state }) => state)).toEqual(['agree', 'unclear'])
    expect(result?.state).toBe('unknown')
  })

  test.each(['differ', 'agree', 'other'] as const)(
    'do not stand as the model judged: %s is a hint at its row',
    (state) => {
      const same = 'The rent is 1,250 pounds a month.'
      const local = [claim(same), { ...claim('The tenant quit the house.', 300), index: 1 }]
      const blind = [claim(same), { ...claim('They handed the keys back.', 310), index: 1 }]
      const judge = { model: 'small', judgementOf: () => state }
      expect(compareOpinions({ local, blind, informed: [] }, { notes: [], judge, isOneModel: true })?.state).toBe(
        'unknown',
      )
    },
  )

  test('of one voice alone are not compared', () => {
    expect(compared([claim('The rent is due.')], [])).toBe(null)
  })
})
