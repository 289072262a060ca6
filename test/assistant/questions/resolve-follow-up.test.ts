import { expect, test } from 'vitest'
import { unseenParts } from '../../../assistant/answers/conversation.ts'
import { resolveFollowUp } from '../../../assistant/questions/resolve-follow-up.ts'
import { someSource } from '../../renderer/samples.ts'

const library = {
  namedDocuments: async (question: string) =>
    ['Ashton', 'Glenwood'].flatMap((name) =>
      question.includes(name) ? [{ documentId: name, words: new Set([name.toLowerCase()]) }] : [],
    ),
}
const about = async (question: string, follows: string | null) => {
  const { asked, named } = await resolveFollowUp(question, follows, library)
  return [asked, ...named.map(({ documentId }) => documentId)]
}

test('a follow-up that says too little takes the question before it along', async () => {
  expect(await about('Why?', 'Did Ashton pay late?')).toEqual(['Did Ashton pay late? Why?', 'Ashton'])
})

test('one that names a document of its own is about that one alone', async () => {
  expect(await about('And in the Glenwood lease?', 'What is the notice period in the Ashton lease?')).toEqual([
    'What is the notice period in the lease? And in the Glenwood lease?',
    'Glenwood',
  ])
})

test('a question that can be understood alone stays as it is', async () => {
  expect(await about('Who is the guarantor of the boathouse lease?', 'Did Ashton pay late?')).toEqual([
    'Who is the guarantor of the boathouse lease?',
  ])
})

test('of a passage that was shown sentence by sentence the white space between is not shown later', () => {
  const text = 'One thing. Another. More.'
  const source = someSource({
    start: 100,
    end: 100 + text.length,
    text,
    read: [{ start: 100, end: 100 + text.length }],
  })
  const seen = [
    { start: 100, end: 110 },
    { start: 111, end: 119 },
  ]
  expect(unseenParts([source], new Map([['S1', seen]])).map(({ read }) => read)).toEqual([[{ start: 119, end: 125 }]])
  expect(unseenParts([source], new Map([['S1', [...seen, { start: 120, end: 125 }]]]))).toEqual([])
})
