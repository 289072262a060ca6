import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)

function hidden(text: string): readonly string[] {
  const { spans, flags } = find(text, [])
  return [...spans, ...flags].map(({ start, end }) => text.slice(start, end))
}

describe('pronouns that politeness capitalises', () => {
  test.each([
    ['de', 'Wir bitten Sie, uns Ihre Antwort bis morgen um zehn zu senden, und danken Ihnen dafür.'],
    ['es', 'Rogamos a Usted que confirme la fecha de la cita y que nos envíe el informe del hospital.'],
    ['fr', 'Nous Vous prions de bien vouloir confirmer la date et de nous adresser Votre dossier médical.'],
    ['it', 'La preghiamo di confermare a Lei stessa la data della visita, e Le inviamo il Suo referto.'],
    ['nl', 'Wij sturen na de behandeling van deze week Uw dossier met de uitslagen aan de huisarts terug.'],
    ['pl', 'Czy otrzymali Państwo nasze pismo, które wysłaliśmy do Pana w sprawie wyników badania krwi?'],
    ['it, behind an article', 'In merito alle Sue domande, e viste le Sue ragioni, il termine è già scaduto ieri.'],
    [
      'pt, behind the pronoun',
      'A carta foi entregue a Vossa Exa em mão, mas ainda não foi vista pelo médico nem pela família.',
    ],
  ])('are no names in %s', (_, text) => {
    expect(hidden(text)).toEqual([])
  })

  test.each([
    ['behind a form of address', 'Herr Sie wohnt in der Stadt und kommt morgen zu uns in die Kanzlei.', 'Herr Sie'],
    ['before a family name', 'Il contratto è stato firmato da Lei Wang davanti al notaio della banca.', 'Lei Wang'],
    ['in another language', 'The lease was signed by Sie Wang in the house of the bank on that day.', 'Sie Wang'],
  ])('are names %s', (_, text, name) => {
    expect(hidden(text).join(' | ')).toContain(name)
  })

  test.each([
    ['Uwe kreeg gisteren koorts, en de dokter heeft bloed laten afnemen.', 'Uwe'],
    ['De zus van Uwe belde over de pijn.', 'Uwe'],
    ['Sue ha mangiato poco e la ferita è asciutta.', 'Sue'],
    ['Sue refused the scan.', 'Sue'],
    ['Ieri Sue ha dormito bene, e la ferita è asciutta.', 'Sue'],
    ['La figlia Sue ha chiamato ieri sera.', 'Sue'],
    ['A Exa dormiu bem esta noite e a ferida está seca.', 'Exa'],
    ['Grace has eaten well.', 'Grace'],
  ])('are hidden where they are a common first name: %s', (text, name) => {
    expect(hidden(text).join(' | ')).toContain(name)
  })
})
