import { expect, test } from 'vitest'
import { markedPassages, sharedWith } from '../../../../assistant/answers/evidence/passage-source.ts'

const MADE = {
  before: '',
  behind: '',
  madeAt: '2026-06-03T10:00:00Z',
  madeBy: 'A. Lyle',
  place: { page: null, start: 0, end: 22 },
}
const PASSAGE = {
  id: 1,
  ordinal: 0,
  end: 22,
  page: null,
  section: '',
  indexText: 'Mr Thorne will bear it',
  text: 'Mr Thorne will bear it',
}

test.each([
  [
    'Wann muss die Mieterin die Kaution zahlen?',
    'Die Wohnung muss besenrein sein, wann immer die Mieterin sie übergibt, und die Schlüssel sind da.',
  ],
  [
    'Wie hoch ist die Miete und wer hat sie bezahlt?',
    'Wer die Schlüssel hat, und wie sie verwahrt werden, ist ungewiss.',
  ],
  [
    'Quand est-ce que la locataire doit payer le dépôt de garantie ?',
    'Quand le bailleur doit faire les travaux, il est tenu de le dire à la locataire.',
  ],
  ['Qu’est-ce qu’il y a dans l’appartement ?', 'Qu’est-ce qu’il y a dans la cave, c’est à l’huissier de le dire.'],
  ['When must the tenant pay the deposit?', 'When the tenant must be heard, the court must say when.'],
  ['¿Cuándo debe pagar la inquilina la fianza?', 'Cuando la inquilina debe estar, se le dice por qué.'],
  ['Quando deve a inquilina pagar a caução?', 'Quando a inquilina deve sair, não se sabe.'],
  ['Quando deve la conduttrice pagare la cauzione?', 'Quando la conduttrice deve uscire dall’immobile, non si sa.'],
  ['Wanneer moet de huurder de borg betalen?', 'Wanneer de huurder moet vertrekken, is niet bekend.'],
  ['Kiedy najemczyni musi zapłacić kaucję?', 'Kiedy najemczyni musi wyjść, nie jest jasne.'],
])('grammar and one word that stands everywhere make no question concern a text: %s', (question, text) => {
  expect(sharedWith(question)(text)).toBe(0)
})

test.each([
  ['Wann muss die Mieterin die Kaution zahlen?', 'Die Kaution ist in drei Raten zu zahlen.', 2],
  ['Wann muss die Mieterin die Kaution zahlen?', 'Die Mieterin zahlt die Kaution.', 2],
  ['Quand la locataire doit-elle payer le dépôt de garantie ?', 'Le dépôt de garantie est dû à la signature.', 2],
  ['Y a-t-il des dégâts dans l’appartement ?', 'L’appartement a subi des dégâts des eaux.', 2],
  ['When must the tenant pay the deposit?', 'The deposit is to be paid by the Tenant on signature.', 2],
  ['Who pays the cost of the roof repairs?', 'Roof repairs: cost.', 3],
  ['Kaution?', 'Die Kaution beträgt drei Mieten.', 1],
  [
    'Under the lease of 4 March 2021 between Hollis and Marlowe, who bears the cost of repairs to the roof and gutters?',
    'Roof, gutters: repairs at whose cost? Ask Mr Hollis.',
    5,
  ],
])(
  'half of the words that say something, or four of many, make a question concern a text: %s',
  (question, text, shared) => {
    expect(sharedWith(question)(text)).toBe(shared)
  },
)

test('a question without a word that says something concerns no text', () => {
  expect(sharedWith('Why is that?')('Why that is so is not known.')).toBe(0)
})

test('of what was kept as evidence, only what the question concerns is looked up', () => {
  const kept = (documentId: string, note: string) =>
    ({ id: documentId, documentId, quote: 'Mr Thorne will bear it', note, isEvidence: true, ...MADE }) as const
  const looked: string[] = []
  const store = {
    highlights: { list: () => [kept('lease', 'Signed on paper.'), kept('memo', 'Roof repairs: cost.')] },
    documents: { get: (id: string) => ({ textVersionId: looked.push(id) }) },
    passages: { at: (textVersionId: number, start: number) => ({ ...PASSAGE, textVersionId, start }) },
  }
  const found = markedPassages('Who pays the cost of the roof repairs?', { store }, [], null)
  expect(found.map(({ documentId }) => documentId)).toEqual(['memo'])
  expect(looked).toEqual(['memo'])
})
