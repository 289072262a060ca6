import { expect, test } from 'vitest'
import professional from '../../text/professional-opposites.json' with { type: 'json' }
import { areConverses, isOpposite } from '../../text/opposites.ts'

test.each([
  ['normal', 'abnormal'],
  ['exclusive', 'non-exclusive'],
  ['valid', 'invalid'],
  ['regular', 'irregular'],
  ['effective', 'ineffective'],
  ['disclosed', 'undisclosed'],
  ['paid', 'unpaid'],
  ['wirksamen', 'unwirksamen'],
  ['mild', 'severe'],
  ['able', 'unable'],
  ['big', 'tiny'],
  ['many', 'few'],
  ['publicly', 'privately'],
  ['allow', 'forbid'],
  ['started', 'stopped'],
  ['rejecting', 'accepting'],
  ['rises', 'falls'],
  ['started', 'stops'],
  ['intentionally', 'accidentally'],
  ['diminish', 'increase'],
  ['refuses', 'granted'],
  ['once', 'twice'],
  ['weekly', 'daily'],
  ['bilateral', 'left'],
  ['moderate', 'severe'],
  ['zweimal', 'einmal'],
  ['revocable', 'irrevocable'],
  ['symptomatic', 'asymptomatic'],
  ['preoperative', 'postoperative'],
  ['hyperkalaemia', 'hypokalaemia'],
  ['harmful', 'harmless'],
  ['inpatients', 'outpatients'],
  ['overpaid', 'underpaid'],
  ['disagreed', 'agreed'],
  ['schmerzhafte', 'schmerzlose'],
  ['unbezahlten', 'bezahlten'],
  ['onbetaald', 'betaald'],
  ['nieważny', 'ważny'],
  ['indivisibile', 'divisibile'],
  ['fixed term', 'open ended'],
  ['in writing', 'orally'],
  ['set aside', 'upheld'],
  ['jointly and severally', 'individually'],
  ['befristeten', 'unbefristeten'],
  ['abgesetzte', 'fortgeführten'],
  ['accordée', 'rejetée'],
  ['temporale', 'definitiva'],
  ['tymczasowego', 'ostatecznej'],
  ['interim', 'final'],
  ['appointed', 'dismissed'],
  ['retain', 'destroy'],
  ['hired', 'fired'],
])('%s and %s exclude each other, either way about', (one, other) => {
  expect([isOpposite(one, other), isOpposite(other, one)]).toEqual([true, true])
})

test.each([
  ['round', 'around'],
  ['ward', 'award'],
  ['less', 'unless'],
  ['side', 'inside'],
  ['form', 'inform'],
  ['formed', 'informed'],
  ['count', 'discount'],
  ['plant', 'implant'],
  ['take', 'mistake'],
  ['fall', 'unfall'],
  ['initial', 'first'],
  ['heavy', 'severe'],
  ['great', 'severe'],
  ['moderate', 'profound'],
  ['complete', 'full'],
  ['due', 'payable'],
  ['severe', 'serious'],
  ['allowed', 'permitted'],
  ['needed', 'fed'],
  ['still', 'charged'],
  ['long', 'closed'],
  ['keep', 'permit'],
  ['rest', 'change'],
  ['fill', 'discharge'],
  ['income', 'outcome'],
  ['undertake', 'overtake'],
  ['voidable', 'avoidable'],
  ['unternehmen', 'übernehmen'],
  ['ungehalten', 'gehalten'],
  ['present', 'post'],
  ['commission', 'committee'],
  ['interim', 'temporary'],
  ['approved', 'accepted'],
])('%s and %s are two words', (one, other) => {
  expect(isOpposite(one, other)).toBe(false)
})

test('what one sells another buys', () => {
  expect([areConverses('sold', 'bought'), areConverses('verkauft', 'gekauft'), areConverses('sold', 'lent')]).toEqual([
    true,
    true,
    false,
  ])
})

test('each line of the words of a clinic or a law office has sides that exclude each other, and of one side none is its own opposite', () => {
  for (const { about, ...languages } of professional.subjects)
    for (const line of Object.values(languages).flat()) {
      const sides = line.split(' | ').map((side) => side.split(', ').map((phrase) => phrase.replaceAll('-', ' ')))
      const [one = '', other = ''] = sides.map(([first]) => first)
      expect([about, line, sides.length > 1 && isOpposite(one, other)]).toEqual([about, line, true])
    }
})
