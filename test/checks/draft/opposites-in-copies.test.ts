import { expect, test } from 'vitest'
import { check } from './check-one-sentence.ts'

test.each([
  [
    'The lease of the shop in the old market hall was granted for a fixed term and may be registered by the tenant.',
    'a fixed term',
    'an open-ended term',
  ],
  ['The notice of termination shall be given in writing to the other party.', 'in writing', 'orally'],
  [
    'The defendants are jointly and severally liable for the costs of the claim.',
    'jointly and severally',
    'individually',
  ],
  ['The decision of the lower court was set aside by the court of appeal.', 'set aside', 'upheld'],
  ['The consent given by the patient on 3 May is revocable at any time.', 'revocable', 'irrevocable'],
  ['The patient was treated as an outpatient in the clinic for the whole of May.', 'outpatient', 'inpatient'],
  ['The landlord sold the garden of the house to a neighbour in the spring of 2019.', 'sold', 'bought'],
  ['The director was appointed by the shareholders at their meeting in June.', 'appointed', 'dismissed'],
  ['Der Vertrag wurde befristet geschlossen und im Mai von beiden Seiten unterschrieben.', 'befristet', 'unbefristet'],
  ['Die Kündigung wurde schriftlich erklärt und dem Mieter am 3. Mai übergeben.', 'schriftlich', 'mündlich'],
  ['La demande a été accueillie par le tribunal et notifiée aux parties en juin.', 'accueillie', 'rejetée'],
  ['El contrato temporal fue firmado por las dos partes en la oficina del notario.', 'temporal', 'permanente'],
  ['Il ricorso è stato accolto dal tribunale e notificato alle parti nel mese di giugno.', 'accolto', 'respinto'],
  ['O recurso foi deferido pelo tribunal e notificado às partes no mês de junho.', 'deferido', 'indeferido'],
  ['De vordering is door de rechtbank toegewezen en aan de partijen betekend in juni.', 'toegewezen', 'afgewezen'],
  ['Wniosek został uwzględniony przez sąd i doręczony obu stronom w czerwcu.', 'uwzględniony', 'oddalony'],
])('a copy of "%s" with "%s" as "%s" is contradicted', (page, stands, written) => {
  expect(check(page.replace(stands, written), page).verdict).toBe('contradicted')
})

test('a party in the place of the other is reported where nothing else is turned', () => {
  const page = 'The landlord shall pay the deposit to the tenant within ten days of the end of the lease.'
  const turned = 'The tenant shall pay the deposit to the landlord within ten days of the end of the lease.'
  expect(check(turned, page).verdict).toBe('contradicted')
})

test.each([
  ['The company has no employees in Germany.', 'The company has employees.'],
  ['The tenant has not paid the rent for June.', 'The tenant has paid the rent.'],
])('"%s" denies less than "%s" says', (page, sentence) => {
  expect(check(sentence, page).verdict).toBe('not-checkable')
})

test('what is affirmed of a part contradicts who denies the whole', () => {
  expect(check('The company has no employees.', 'The company has employees in Germany.').verdict).toBe('contradicted')
})
