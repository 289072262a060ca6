import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)
const maskedIn = (text: string) => detector.find(text, []).spans.map(({ start, end }) => text.slice(start, end))
const shownIn = (text: string) => {
  const { spans, flags } = detector.find(text, [])
  return [...spans, ...flags].map(({ start, end }) => text.slice(start, end))
}

describe('what bears somebody’s name in medicine is left as it is', () => {
  test.each([
    'Objaw Murphy’ego ujemny, zespół Cushinga wykluczony, skala Barthel 60.',
    'Signe de Babinski absent, épreuve de Romberg négative, échelle de Norton à 14.',
    'Murphy-Zeichen positiv, Kocher-Klemme gesetzt, Child-Pugh B.',
    'Morbo di Crohn in remissione, manovra di Lachman negativa.',
    'Doença de Parkinson, sinal de Tinel negativo e escala de Braden 15.',
    'Ziekte van Graves, breuk van Colles en een Foley-katheter.',
    'Bell’s palsy on the left; Dix-Hallpike positive; Graves disease treated.',
  ])('%s', (text) => {
    expect(maskedIn(text)).toEqual([])
  })

  test.each([
    'A biopsy of the Barrett oesophagus was taken, and the Raynaud phenomenon is stable.',
    'Im Barrett-Ösophagus keine Dysplasie, Narbe nach Pfannenstiel reizlos.',
    'Se confirma el esófago de Barrett y una contractura de Dupuytren en la mano.',
    'Cicatrice di Pfannenstiel e fenomeno di Raynaud alle mani.',
    'Przełyk Barretta w kontroli, przykurcz Dupuytrena bez zmian.',
    'La testigo padece Parkinson desde hace años.',
    'Klachten passend bij Cushing, verder geen bijzonderheden.',
    'Verdacht auf Sjögren bei trockenen Augen.',
    'Das Risiko nach Norton ist gering.',
    'Il rischio di caduta secondo Morse è presente.',
    'Colocada en Trendelenburg durante la cirugía.',
    'Il dolore al punto di McBurney è vivo.',
    'Paciente con un Holter de veinticuatro horas y una Mantoux sin hallazgos.',
    'Auf ASA II eingestuft, Glasgow Coma Scale 15, SatO2 97 %.',
    'Hij scoort 27 op de Mini-Mental State Examination en 80 op de Barthel Index.',
    'Se califica como Información Confidencial en el contrato.',
  ])('and so is what nobody has but by that name, or what is found: %s', (text) => {
    expect(shownIn(text)).toEqual([])
  })

  test.each([
    ['El esófago de Fernández está sano.', 'Fernández'],
    ['Die Schleimhaut von Weber ist reizlos.', 'Weber'],
    ['Bed list: Holter 71, Mantoux 64, all stable.', 'Holter', 'Mantoux'],
    ['Holter said that he had no fever.', 'Holter'],
    ['Wherever possible Penrose pays the rent.', 'Penrose'],
    ['Der Vertrag nach Norton ist nichtig.', 'Norton'],
    ['Il rischio del contratto secondo Hartmann è alto.', 'Hartmann'],
    ['We spoke to Cushing about the rent.', 'Cushing'],
    ['ASA 72, hip fracture, stable.', 'ASA'],
    ['Confidential Foster Services wrote to us.', 'Foster'],
  ])('but not what is somebody’s: %s', (text, ...names) => {
    for (const name of names) expect(shownIn(text).join(' | ')).toContain(name)
  })

  test('but a double family name of two such names is masked', () => {
    expect(maskedIn('The claim of Tomás Müller-Brandt was heard in June.').join()).toContain('Müller-Brandt')
  })

  test('and where nothing tells that a thing is meant, it is shown at least', () => {
    expect(shownIn('The lease names Karnofsky as the guarantor of the tenant.').join()).toContain('Karnofsky')
    expect(maskedIn('Frau Anna Karnofsky ist Mieterin, und Karnofsky zahlt nicht.')).toContain('Karnofsky')
  })
})

describe('drugs and tests of eight countries are neither masked nor shown', () => {
  test.each([
    'Resume Lipitor at night and stop Xarelto before the endoscopy.',
    'Antibiotisch gaben wir Unacid, dazu Novalgin bei Bedarf.',
    'Le traitement de la patiente comporte Kardégic et Lasilix depuis le mois dernier, pour les œdèmes.',
    'La paciente toma Nolotil cada ocho horas y dejó el Sintrom por la hemorragia.',
    'Pacjent przyjmuje Acard i Polprazol od dwóch lat.',
    'Im CT des Bauches war der Befund unauffällig, und die Werte sind dokumentiert.',
  ])('%s', (text) => {
    expect(shownIn(text)).toEqual([])
  })
})

test('a firm that is called like a drug is masked where no other word is of medicine', () => {
  const contract = `This agreement is made between the Seller and Innovair, a company that runs a platform for auctions. The Seller shall
    deliver the goods within thirty days after the order, and Innovair shall pay the price within ten days after delivery. Neither party
    may assign its rights under this agreement without the written consent of the other. Innovair may end the agreement by a written
    notice of three months. Notices are sent to the registered office, and this agreement is governed by the law of the country.`
  expect(maskedIn(contract).filter((words) => words.includes('Innovair'))).toHaveLength(3)
})

test('the usual short forms of a German letter are neither masked nor shown', () => {
  const letter = `Diagnosen: Z. n. Appendektomie, V. a. Mitralinsuffizienz, Leberzirrhose Child-Pugh A. Das NT-proBNP war erhöht, die
    Patientin nimmt Xarelto und Furosemid, und sie wurde in gutem Zustand entlassen.`
  expect(shownIn(letter)).toEqual([])
})

describe('nobody is named by a pronoun or a role', () => {
  test.each([
    'Elle refuse le traitement.',
    'Nobody thought so.',
    'Doctors said so, and pain went away.',
    'Hij weigert.',
  ])('%s', (text) => expect(shownIn(text)).toEqual([]))
})
