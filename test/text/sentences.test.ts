import { describe, expect, it } from 'vitest'
import { sentenceEnds } from '../../text/sentences.ts'

function sentences(text: string): readonly string[] {
  let start = 0
  return sentenceEnds(text).map((end) => {
    const sentence = text.slice(start, end).trim()
    start = end
    return sentence
  })
}

describe('sentence ends', () => {
  it.each([
    ['The court held in Roe v. Wade. It was reversed.', 2],
    ['See No. 12 and Art. 5. The rest follows.', 2],
    ['Dr. Meyer saw her at 8 p.m. on Monday. She was well.', 2],
    ['The U.S. Supreme Court ruled. Id. at 5.', 2],
    ['Creatinine was 1.25 mg. He was told.', 2],
    ['Under 42 U.S.C. Sec. 1983 a claim lies. It was filed.', 2],
    ['J. Smith signed it. R. Brown did not.', 2],
    ['Is that so? Yes! Good.', 3],
  ])('in %j: %i', (text, count) => {
    expect(sentences(text)).toHaveLength(count)
  })

  it('sees no end at a line feed inside a paragraph', () => {
    expect(sentences('The tenant\nshall pay.\r\nThe landlord shall not.')).toEqual([
      'The tenant\nshall pay.',
      'The landlord shall not.',
    ])
  })
})
