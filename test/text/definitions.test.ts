import { describe, expect, test } from 'vitest'
import { saysWhatItIs, thingToDefine } from '../../text/definitions.ts'

describe('a question of what a thing is', () => {
  test.each([
    ['What is qRT-PCR?', 'qRT-PCR'],
    ['what is a break clause', 'break clause'],
    ['What are Permitted Uses?', 'Permitted Uses'],
    ['What does DNACPR stand for?', 'DNACPR'],
    ['What does the Term mean?', 'Term'],
    ['Was ist ein Härtefall?', 'Härtefall'],
    ['Qu’est-ce qu’une servitude ?', 'servitude'],
  ])('%s', (question, thing) => {
    expect(thingToDefine(question)).toBe(thing)
  })

  test.each([
    'What is the notice period?',
    'What is her weight?',
    'What is Roe’s address?',
    'What is wrong with the boiler in flat 3?',
    'Was ist sein Beruf?',
    'When is the hearing?',
    'What happened?',
  ])('is not %s', (question) => {
    expect(thingToDefine(question)).toBeNull()
  })
})

test.each([
  ['qRT-PCR', 'The qRT-PCR was conducted according to Zeng et al.', false],
  ['qRT-PCR', 'It was measured by quantitative reverse transcription-PCR (qRT-PCR) as described.', true],
  ['enfuvirtide', 'Enfuvirtide is a peptide that blocks fusion.', true],
  ['Permitted Use', '“Permitted Use” means use as a bakery.', true],
  ['Permitted Use', 'The Tenant shall not use the Premises but for the Permitted Use.', false],
  ['break clause', 'A break clause is known as an option to determine.', true],
  ['PCR', 'The qRT-PCR is a method.', false],
  ['Härtefall', 'Ein Härtefall ist eine Lage, die nicht zumutbar ist.', true],
  ['CRP', 'CRP: 45 mg/L', true],
])('what %s is: %s', (thing, text, says) => {
  expect(saysWhatItIs(thing, text)).toBe(says)
})
