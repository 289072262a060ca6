import { expect, test } from 'vitest'
import { comparePair } from '../../../../assistant/opinions/align/compare-pair.ts'
import { claim, read } from './claims.ts'

const state = (one: string, other: string) => comparePair(read(claim(one, 1)), read(claim(other, 1))).state

test.each([
  ['Nobody has read the scan.', 'The scan has not been read.', 'agree'],
  ['The injury was not foreseeable.', 'The injury was unforeseeable.', 'agree'],
  ['The board did not refuse the transfer.', 'The transfer was allowed.', 'agree'],
  ['The scan does not exclude a fracture.', 'The scan excludes a fracture.', 'differ'],
  ['The policy excludes flood damage.', 'The policy covers flood damage.', 'differ'],
  ['A stroke was ruled out.', 'There was a stroke.', 'differ'],
])('%s / %s: a denial reaches as far as its part of the sentence: %s', (one, other, expected) => {
  expect(state(one, other)).toBe(expected)
})

test.each([
  ['Heparin was stopped before the operation.', 'Heparin was stopped after the operation.', 'differ'],
  ['Notice of at least 30 days is required.', 'Notice of at most 30 days is required.', 'differ'],
  ['Digoxin is taken once daily.', 'Digoxin is taken twice daily.', 'differ'],
  ['The fee is £900.', 'The fee is €900.', 'differ'],
  ['Digoxin is taken daily.', 'Digoxin is taken once a day.', 'agree'],
  ['The rent was paid before the notice.', 'The notice came before the rent was paid.', 'unclear'],
])('%s / %s: what is bound to the contrary in the same words: %s', (one, other, expected) => {
  expect(state(one, other)).toBe(expected)
})

test.each([
  ['Ibuprofen may be used.', 'He may use ibuprofen.'],
  ['She signed the form of consent.', 'The form of consent was signed by her.'],
  ['Only the surveyor may enter.', 'Nobody but the surveyor may enter.'],
  ['The buyer sent the machine back.', 'The machine was sent back.'],
  ['Her pressure was 150/90.', 'Her pressure was 150 over 90.'],
  ['The tenant must give six months’ notice.', 'The notice period is six months.'],
  ['They withdrew the offer.', 'The offer was withdrawn.'],
  ['The lease ended at once.', 'The lease ended immediately.'],
])('%s / %s: the same in another structure', (one, other) => {
  expect(state(one, other)).toBe('agree')
})

test.each([
  ['The husband was born on 3 May 1958.', 'The wife was born on 7 July 1961.'],
  ['Sodium was 140 mmol/L.', 'Potassium was 4.0 mmol/L.'],
  ['Lisinopril 10 mg was given.', 'Bisoprolol 10 mg was given.'],
  ['He weighs 80 kg.', 'The fever lasted 3 days.'],
])('%s / %s: numbers and days of two things are no contradiction', (one, other) => {
  expect(state(one, other)).toBe('other')
})

test('two likeliest causes are left to be judged, whatever they are drawn from', () => {
  const [one, other] = [claim('Most likely: gout.', 1), claim('Most likely: an infected joint.', 900)]
  expect(comparePair(read(one), read(other)).state).toBe('unclear')
})

test('values of two times are left to be judged; of one time they differ', () => {
  expect(state('Creatinine was 90 on 3 May 2024.', 'Creatinine was 140 on 9 June 2024.')).toBe('unclear')
  expect(state('Creatinine was 90 on 3 May 2024.', 'Creatinine was 140 on 3 May 2024.')).toBe('differ')
})

test.each([
  ['The dose of amlodipine was 5 mg.', 'The dose of felodipine was 10 mg.'],
  ['The dose of omeprazole was 20 mg.', 'The dose of lansoprazole was 30 mg.'],
  ['The dose of atorvastatin was 20 mg.', 'The dose of simvastatin was 40 mg.'],
])('%s / %s: two medicines are two things', (one, other) => {
  expect(state(one, other)).toBe('other')
})
