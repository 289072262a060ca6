import { describe, expect, test } from 'vitest'
import { check } from './draft/check-one-sentence.ts'

const supports = (sentence: string, page: string) =>
  ['supported', 'close', 'verbatim'].includes(check(sentence, page).verdict)

describe('a sentence that has the words of a page', () => {
  test.each([
    ['The cough improved with ramipril.', 'The cough improved after ramipril.'],
    ['With ramipril the cough improved.', 'The cough improved after ramipril.'],
    ['The cough improved despite ramipril.', 'The cough improved because of ramipril.'],
    ['The rent is payable by the landlord.', 'The rent is payable to the landlord.'],
    ['The patient is on ramipril.', 'The patient is off ramipril.'],
    ['The tenant left the shop because the lease ended.', 'The tenant left the shop although the lease ended.'],
    ['The lease was surrendered.', 'The lease was signed before it was surrendered.'],
    ['Der Husten besserte sich mit Ramipril.', 'Der Husten besserte sich nach Ramipril.'],
    ['La toux a diminué avec le ramipril.', 'La toux a diminué après le ramipril.'],
    ['La tos mejoró con el ramipril en mayo.', 'La tos mejoró tras el ramipril en mayo.'],
    ['La tosse migliorò con il ramipril.', 'La tosse migliorò dopo il ramipril.'],
    ['A tosse melhorou com o ramipril.', 'A tosse melhorou após o ramipril.'],
    ['De hoest verminderde met ramipril bij de patiënt.', 'De hoest verminderde na ramipril bij de patiënt.'],
    ['Kaszel ustąpił przy ramiprilu u pacjenta.', 'Kaszel ustąpił przed ramiprilem u pacjenta.'],
  ])('is not supported where they are otherwise related: "%s" by "%s"', (sentence, page) => {
    expect(check(sentence, page).verdict).toBe('not-checkable')
  })

  test.each([
    ['The reference has been sent.', 'The reference will be sent once the matter is resolved.'],
    ['The deposit was repaid.', 'The deposit is to be repaid.'],
    ['Das Zeugnis wurde übersandt.', 'Das Zeugnis wird übersandt.'],
    ['Le rapport a été envoyé au médecin.', 'Le rapport sera envoyé au médecin.'],
    ['El informe fue enviado al médico.', 'El informe será enviado al médico.'],
    ['La relazione è stata inviata al medico.', 'La relazione sarà inviata al medico.'],
    ['O relatório foi enviado ao médico.', 'O relatório será enviado ao médico.'],
    ['Het rapport werd aan de arts verzonden.', 'Het rapport zal aan de arts worden verzonden.'],
    ['Raport został wysłany do lekarza.', 'Raport zostanie wysłany do lekarza.'],
  ])('is not supported by what is to come: "%s" by "%s"', (sentence, page) => {
    expect(supports(sentence, page)).toBe(false)
  })

  test('is held against a page that denies it, whatever another one says is to come', () => {
    const pages = 'The reference has not been sent.\n\nThe reference will be sent once the matter is resolved.'
    expect(check('The reference has been sent.', pages)).toMatchObject({ verdict: 'contradicted' })
  })

  test.each([
    ['One party signed.', 'Both parties signed.'],
    ['One party signed the lease.', 'Both parties signed the lease.'],
    ['Both parties signed the lease.', 'The parties signed the lease.'],
    ['Any party signed the lease.', 'All parties signed the lease.'],
    ['The other party signed the lease.', 'The party signed the lease.'],
    ['She was admitted to the ward again.', 'She was admitted to the ward.'],
    ['Eine der Parteien unterschrieb den Vertrag.', 'Beide Parteien unterschrieben den Vertrag.'],
    ['Une partie a signé le bail.', 'Les deux parties ont signé le bail.'],
    ['Una parte firmó el contrato.', 'Ambas partes firmaron el contrato.'],
    ['Una parte firmò il contratto.', 'Entrambe le parti firmarono il contratto.'],
    ['Uma parte assinou o contrato.', 'Ambas as partes assinaram o contrato.'],
    ['Eén partij tekende het contract.', 'Beide partijen tekenden het contract.'],
    ['Jedna strona podpisała umowę.', 'Obie strony podpisały umowę.'],
  ])('is not supported where it says otherwise how many: "%s" by "%s"', (sentence, page) => {
    expect(supports(sentence, page)).toBe(false)
  })

  test.each([
    ['Both parties have signed the lease.', 'The lease was signed by both parties.'],
    ['After the operation she took ramipril.', 'She took ramipril after the operation.'],
    ['The notice was served by the tenant.', 'The tenant served the notice.'],
    ["The tenant's deposit was repaid.", 'The deposit of the tenant was repaid.'],
    ['Under the lease the tenant insures the shop.', 'The tenant insures the shop under the lease.'],
    ['The rent was paid in June 2021.', 'The rent was paid on 24 June 2021.'],
    ['Each tenant insures the shop.', 'All tenants insure the shop.'],
    ['Three days after discharge she took ramipril.', 'She took ramipril three days after discharge.'],
    ['Nach der Operation nahm sie Ramipril ein.', 'Sie nahm nach der Operation Ramipril ein.'],
  ])('is supported where they say the same: "%s" by "%s"', (sentence, page) => {
    expect(check(sentence, page).verdict).toBe('supported')
  })
})
