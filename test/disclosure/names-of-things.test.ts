import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)

/** What is masked or shown of a text, joined. */
function shownIn(text: string): string {
  const { spans, flags } = find(text, [])
  return [...spans, ...flags].map(({ start, end }) => text.slice(start, end)).join(' | ')
}

/** In each text the name is masked or shown. */
function shows(rows: readonly (readonly [text: string, name: string])[]) {
  test.each(rows)('%s', (text, name) => expect(shownIn(text)).toContain(name))
}

describe('who is called like a thing is shown before what somebody does', () => {
  shows([
    ['Redon drained the pond.', 'Redon'],
    ['Whipple operates on Fridays.', 'Whipple'],
    ['Graves hyperthyroid and tired.', 'Graves'],
    ['Yankauer suctions him twice a day.', 'Yankauer'],
    ['Pfeiffer questioned the staff.', 'Pfeiffer'],
    ['Trendelenburg marche dans le couloir, pas de fièvre.', 'Trendelenburg'],
    ['Zimmer tala los árboles del vecino.', 'Zimmer'],
    ['The Lichtenstein methods of the bank were heard in court.', 'Lichtenstein'],
    ['The Dupuytren contract was signed.', 'Dupuytren'],
  ])
})

describe('and behind a role, a bed or a number that may be an age', () => {
  shows([
    ['Patient Graves orbitopathy clinic, stable.', 'Graves'],
    ['Le patient Whipple opération demain.', 'Whipple'],
    ['Schwester Whipple Operation um neun, Fieber', 'Whipple'],
    ['Bay 2 Graves orbitopathy', 'Graves'],
    ['Letto 5 Raynaud fenomeno, febbre', 'Raynaud'],
    ['Kamer 6 Barrett slokdarm, koorts', 'Barrett'],
    ['71 Graves orbitopathy, 64 Barrett oesophagus', 'Graves'],
    ['71 Graves orbitopathy, 64 Barrett oesophagus', '71'],
    ['Cama: 83 Whipple intervención mañana, fiebre', '83'],
    ['Nurse Foley catheter rota', 'Foley'],
    ['D. Domingo de Crohn tiene dolor abdominal.', 'Crohn'],
    ['Antonio de Whipple tiene fiebre.', 'Whipple'],
    ['gebeld met zoon Page 06 41 70 55 92 over de koorts', 'Page'],
    ['Wife Art 82 called the ward.', 'Art'],
    ['Docteur Le Hodgkin, psychiatre, a prescrit du paracétamol contre la fièvre.', 'Hodgkin'],
    ['Mevrouw De Parkinson heeft koorts en hoest.', 'Parkinson'],
    ['Sig.ra La Holter ha febbre.', 'Holter'],
  ])
})

describe('and where the text is not of medicine', () => {
  shows([
    ['Whipple operation manuals were served on the tenant.', 'Whipple'],
    ['The Lichtenstein technique is what the bank calls it.', 'Lichtenstein'],
    ['Raynaud response was late, said the tenant.', 'Raynaud'],
    ['Pfeiffer questionnaire was served on the tenant.', 'Pfeiffer'],
    ['Ask Mantoux about the deposit.', 'Mantoux'],
    ['Abbiamo visto Doppler a maggio.', 'Doppler'],
    ['Llame a Holter por el alquiler.', 'Holter'],
    ['Wir trafen Mantoux in Köln.', 'Mantoux'],
    ['Le risque du bail selon Morse est élevé.', 'Morse'],
    ['As soon as possible Parkinson should sign.', 'Parkinson'],
    ['Wir sprachen über McBurney.', 'McBurney'],
  ])
})

describe('and of whom somebody was or spoke, in a text of medicine too', () => {
  shows([
    ['Überweisung bei Cushing, Fieber seit Montag', 'Cushing'],
    ['Afspraak bij Crohn maandag, koorts en hoesten', 'Crohn'],
    ['Zur Kontrolle bei Addison, Kreatinin 1,2 mg/dl', 'Addison'],
    ['Doppler kam am Montag und hat Fieber.', 'Doppler'],
    ['Holter de Vries has a fever.', 'Holter'],
    ['Wir sprachen über McBurney, kein Fieber.', 'McBurney'],
    ['The social history of Addison: lives alone, no fever.', 'Addison'],
    ['Sufre Huntington una caída, refiere dolor.', 'Huntington'],
    ['Padece Tourette en silencio.', 'Tourette'],
    ['Desde entonces padecía Hashimoto malos tratos, con dolor.', 'Hashimoto'],
    ['History of Asperger, the tenant of the shop.', 'Asperger'],
  ])
})

describe('but the thing is left', () => {
  test.each([
    'Chronic Graves orbitopathy on prisms.',
    'Am Pankreas war ein Whipple Eingriff möglich.',
    'Na páncreas: intervención de Whipple.',
    'La causante padecía Huntington y murió.',
    'El testigo padece Tourette desde la infancia.',
    'History of Parkinson and a hip fracture.',
    'Holter de 48 horas por palpitaciones.',
    'Une boiterie de Trendelenburg.',
    'Plaatje van de alvleesklier, Whipple operatie.',
    'Two Redon drains and a Zimmer frame for the patient.',
    'La marche de Trendelenburg chez un patient âgé.',
    'Wegen Sjögren in Behandlung, Fieber und Husten.',
    'Test | 3.6. | 4.6. | Unit\nAmylase | 12400 | 9700 | U/L',
    'Test | 03.06.24 | 04.06.24 | Unit\nAmylase | 12400 | 9700 | U/L',
  ])('%s', (text) => {
    const { spans, flags } = find(text, [])
    const names = [...spans, ...flags].map(({ start, end }) => text.slice(start, end))
    expect(names.filter((name) => /\p{L}{3}|\d{4}/u.test(name))).toEqual([])
  })
})
