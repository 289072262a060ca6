import { describe, expect, it } from 'vitest'
import { beginningsOf } from '../../disclosure/identifiers/patterns/beginnings.ts'
import { withoutFlagI } from '../../disclosure/identifiers/patterns/any-case.ts'
import { indexPatterns } from '../../disclosure/identifiers/patterns/pattern-finder.ts'

const beginnings = (expression: RegExp) => [...(beginningsOf(expression.source) ?? ['anything'])].toSorted()

describe('how the matches of an expression begin', () => {
  it('takes three characters of each alternative, in small letters', () => {
    expect(beginnings(/(?:MRN|file no)\s?\d/)).toEqual(['fil', 'mrn'])
  })

  it('looks past what may be left out, and past looks to both sides', () => {
    expect(beginnings(/(?<!\p{L})(?:the )?(?=x)dog/u)).toEqual(['dog', 'the'])
    expect(beginnings(/ab?c{1,2}d/)).toEqual(['abc', 'acc', 'acd'])
  })

  it('has a sign of its own for any letter and for any digit', () => {
    expect(beginnings(/[A-Z]{2}\d{7}/)).toEqual(['AA0'])
    expect(beginnings(/[12][.:]\s/)).toEqual(['0. ', '0: '])
  })

  it('keeps a beginning short where anything may follow', () => {
    expect(beginnings(/no[^.]/)).toEqual(['no'])
    expect(beginnings(/.x/)).toEqual(['anything'])
    expect(beginnings(/a?/)).toEqual(['anything'])
  })
})

describe('the places at which an expression is tried', () => {
  const places = (expression: RegExp, text: string) => indexPatterns([expression]).placesIn(text)[0]

  it('are the words and numbers that begin like it, in any case', () => {
    expect(places(/(?<![\p{L}\p{N}])mrn \d/dgu, 'The MRN 4, mrn 5, premrn 6')).toEqual([4, 11])
    expect(places(/(?<!\d)\d{2}-\d/dgu, 'A12-3 and 4-5')).toEqual([1])
  })

  it('are the whole text where it may begin within a word, or at any word', () => {
    expect(places(/mrn \d/dgu, 'premrn 6')).toBeNull()
    expect(places(/(?<![\p{L}\p{N}])\p{L}{2,9}nummer/dgu, 'Aktennummer')).toBeNull()
  })
})

describe('an expression without the flag i', () => {
  it.each([
    [/^(?:märz|[a-c\d]x|\p{Lu}1)$/iu, ['MÄRZ', 'märz', 'CX', '7x', 'q1', 'Q1', 'dx']],
    [/^straße$/iu, ['STRAßE', 'straße', 'strase', 'StraSe']],
    [/^(?-i:b)c$/iu, ['bc', 'bC', 'Bc']],
  ])('finds the same as %s', (expression, texts) => {
    const other = withoutFlagI(expression)
    expect(other.flags).not.toContain('i')
    expect(texts.map((text) => other.test(text))).toEqual(texts.map((text) => expression.test(text)))
  })
})
