import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Answer } from '../../contract/answers/answer.ts'
import { nearestTo, NotAnswered } from '../../renderer/ask/answer/not-answered.tsx'
import { someSource } from './samples.ts'

const evidence = [
  someSource({ source: 'S1', text: 'Naproxen was stopped on 3 June.' }),
  someSource({ source: 'S2', text: 'Ramipril not restarted: potassium is not below 5.0.' }),
  someSource({ source: 'S3', text: 'Ramipril was withheld, see plan.' }),
]

const opener = { opened: null, open: () => {}, follow: () => {}, close: () => {} }
const shown = (answer: Pick<Answer, 'notAnswered' | 'state'>) =>
  renderToStaticMarkup(
    createElement(NotAnswered, { answer: { answerId: 'a1', question: 'Who pays?', ...answer }, evidence, opener }),
  ).replace(/<[^>]*>/g, '')

test('each part that is not answered is said once, with the passages that have most of its words', () => {
  expect(shown({ state: 'answered-in-part', notAnswered: ['why ramipril was withheld?', 'who pays'] })).toBe(
    'Not answered: why ramipril was withheld.Nearest passage: S3Not answered: who pays.',
  )
})

test('of a possible answer its state says that it is to be checked, and no part again', () => {
  expect(shown({ state: 'answered-in-part', notAnswered: ['whether this answers “who pays”'] })).toBe('')
})

test('a refusal says of the whole question that it is not answered, and no part again', () => {
  expect(shown({ state: 'not-found', notAnswered: ['who pays'] })).toBe('')
  expect(shown({ state: 'not-written', notAnswered: ['who pays'] })).toBe('')
})

test('nearest passages come by their words, and none comes that has no word of the part', () => {
  expect(nearestTo('ramipril potassium', evidence).map(({ source }) => source)).toEqual(['S2'])
  expect(nearestTo('ramipril', evidence).map(({ source }) => source)).toEqual(['S2', 'S3'])
  expect(nearestTo('furosemide', evidence)).toEqual([])
})
