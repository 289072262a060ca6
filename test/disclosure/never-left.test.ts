import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)

/** What is neither masked nor shown of a text, as it stands. */
function left(text: string): string {
  const { spans, flags } = find(text, [])
  const hidden = [...spans, ...flags]
  return Array.from(text, (sign, at) => (hidden.some(({ start, end }) => start <= at && at < end) ? '_' : sign)).join(
    '',
  )
}

describe('what is known to be harmless lets no name or number through', () => {
  test.each([
    ['a number is masked whole, whatever stands before it', 'Paciente masculino, HC 4182719, sin fiebre.', '2719'],
    ['a licence', "Driver's licence DL 4182719 was copied.", '719'],
    ['a day behind the letters of a court', 'Badanie TK z 14.02.2024 r. wykazało zmiany w płucach.', '14.02.2024'],
    ['a day behind short letters', 'CE 12.03.2019 normal, patient vu en consultation le matin.', '12.03.2019'],
    ['family names with a number', 'Bettenliste: Weber 82, Schmidt 77, Müller 64, Becker 91, Hoffmann 58.', 'Weber'],
    ['family names before a finding', 'Handover: Robinson 78 hip fracture, Hamilton 64 pneumonia.', 'Robinson'],
    ['a possessive', "Robinson's for discharge, Hamilton's on the ward and Kelly's in bed four.", 'Hamilton'],
    ['who did something', 'The operation by Miller went well and the position of Clark is unchanged.', 'Miller'],
    ['who did something, in Spanish', 'La intervención de Fernández fue correcta y sin incidencias.', 'Fernández'],
    ['who acts, named like a disease', 'Cushing rang the ward about his metformin and his ramipril.', 'Cushing'],
    ['who is spoken of', 'The wife of Parkinson came in and says that he takes metformin and ramipril.', 'Parkinson'],
    [
      'who says something',
      'Foley said that he had been in pain since Monday and took metformin and ramipril.',
      'Foley',
    ],
    ['whose signature it is', "The witness saw Miller's signature and heard Clark's testimony in court.", 'Miller'],
    ['whose testimony it is', 'In the afternoon they heard the testimony of Clark.', 'Clark'],
    ['the town of a court', 'The claim was heard at Cardiff County Court in the spring.', 'Cardiff'],
    ['the town of a German court', 'Das Amtsgericht Neuruppin hat der Klage stattgegeben.', 'Neuruppin'],
    ['a number behind its label', 'Phone: 650-3300 and ask for the nurse.', '3300'],
    ['an account', 'Account 45000-67200 was closed by the bank.', '67200'],
    ['a number behind an everyday word', 'El paciente me dio su número 48213 para la cita.', '48213'],
    ['a number behind the end of a sentence', 'She was detained under the Act. No. 48213 is his ward number.', '48213'],
    ['a number before an initial', 'Ward list: no. 48213 W. Grabowski, no. 48214 J. Nowak.', '48213'],
    ['a name before a full stop', 'Attending: Krzeminskowski. Patient stable overnight.', 'Krzeminskowski'],
    ['a plate of one letter', 'Der Wagen mit dem Kennzeichen K-TB 718 stand vor dem Haus.', '718'],
    ['a rare name in small letters', 'Er war gestern bei schnabelwitz und wollte mit ihm sprechen.', 'schnabelwitz'],
    [
      'a rare name in small letters, in French',
      "Hier j'ai vu krzeminskowski dans le couloir du service.",
      'krzeminskowski',
    ],
    ['a name that is a word of another language', 'Yesterday I saw Spruch in the corridor of the ward.', 'Spruch'],
    ['the town of an agreement', 'Der Vertrag von Bremen wurde von beiden Seiten unterschrieben.', 'Bremen'],
    ['the town of a declaration', 'La declaración de Sevilla fue leída por el juez en la vista.', 'Sevilla'],
    ['who is positive', 'Swabs: Robinson positive for MRSA, and Murphy positive for VRE on the ward.', 'Murphy'],
    ['who operates', 'The operation was done by Hartmann, and Lichtenstein assisted him.', 'Hartmann'],
    ['according to somebody', 'Nach Lichtenstein war der Patient zu Hause, und die Wunde war trocken.', 'Lichtenstein'],
    ['a patient called like a disease', 'La paciente Parkinson tiene dolor abdominal desde ayer.', 'Parkinson'],
    ['a name with the ending of a drug', 'Herr Kowamab wohnt seit Jahren in dem Haus am Markt.', 'Kowamab'],
    ['a surname that is a German adjective', 'Die Zeugin Ehrlich und der Zeuge Fröhlich kamen zu spät.', 'Fröhlich'],
    ['who a law is of', 'La ley de García fue discutida ayer por los abogados.', 'García'],
    ['a German surname that is a rare noun', 'Die Zeugin Pütz hat den Unfall nicht gesehen.', 'Pütz'],
    ['the town behind the name of a code', 'Kodeks pracy i sąd w Krakowie są po stronie powoda.', 'Krakowie'],
    ['a drug and a name beside it', 'Das Furosemid hat Kaltwasser gestern selbst genommen.', 'Kaltwasser'],
  ])('%s: %s', (_what, text, identifier) => {
    expect(left(text)).not.toContain(identifier)
  })
})

/** In each text, each of the words is masked or shown. */
function hides(rows: readonly (readonly [text: string, ...identifiers: readonly string[]])[]) {
  test.each(rows.map(([text, ...identifiers]) => ({ text, identifiers })))('$text', ({ text, identifiers }) => {
    const readable = left(text)
    expect(identifiers.filter((identifier) => readable.includes(identifier))).toEqual([])
  })
}

describe('a name that a disease or an instrument bears as well is shown where nothing tells the thing', () => {
  hides([
    ['Foley slept well and had no fever.', 'Foley'],
    ['Penrose walked to the toilet, no pain.', 'Penrose'],
    ['Blakemore refuses his tablets.', 'Blakemore'],
    ['Leber hat gut geschlafen und kein Fieber.', 'Leber'],
    ['Crohn hat angerufen.', 'Crohn'],
    ['Bitte Langenbeck zurückrufen.', 'Langenbeck'],
    ['Fournier a mangé ce matin, pas de douleur.', 'Fournier'],
    ['Bassini è uscito dal reparto.', 'Bassini'],
    ['Romaña duerme bien.', 'Romaña'],
    ['Discharged today: Foley, Penrose, Wexner.', 'Foley', 'Penrose', 'Wexner'],
    ['Bed list: Foley 71, Wegener 64, Penrose 82.', 'Foley', 'Wegener', 'Penrose'],
    ['Penrose está mais calmo e jantou bem, sem dor.', 'Penrose'],
    ['Trousseau ma dzisiaj gorączkę i kaszel.', 'Trousseau'],
  ])
})

describe('family names before a finding are people', () => {
  hides([
    ['Swab results: Thomas positive, Gordon negative, Patrick positive.', 'Thomas', 'Gordon', 'Patrick'],
    ['COVID-Abstrich: Hoffmann positiv, Weber negativ.', 'Hoffmann', 'Weber'],
    ['Tamponi: Giordano positivo, gli altri negativi.', 'Giordano'],
    ['Kelly fracture clinic on Monday.', 'Kelly'],
    ['Theatre list: Kelly fracture, Baker cyst.', 'Kelly', 'Baker'],
    ['OP-Liste: Hoffmann Fraktur, dann Pause.', 'Hoffmann'],
    ['La fractura de Fernández fue tratada ayer.', 'Fernández'],
    ['Die Fraktur von Weber ist stabil.', 'Weber'],
    ['Wymaz: Wagner dodatni, Berger ujemny.', 'Wagner', 'Berger'],
    ['Fratura do Simpson operada ontem.', 'Simpson'],
    ['The catheter of Foley was changed.', 'Foley'],
    ['Die Fraktur von Colles heilt gut.', 'Colles'],
  ])
})

describe('a text of law is not one of medicine', () => {
  hides([
    ['De huurovereenkomst met Kocher is getekend.', 'Kocher'],
    ['The tender by Foley was accepted.', 'Foley'],
    ['The company of Whitacre was wound up.', 'Whitacre'],
    ['The operating agreement between Penrose and the bank was signed.', 'Penrose'],
    ['Penrose treated the contract as ended.', 'Penrose'],
    ['De verklaring van Kocher is ontvangen.', 'Kocher'],
    ['The position of Redon was heard.', 'Redon'],
    ['Die Grundlinie von Langenbeck ist strittig.', 'Langenbeck'],
    ['Le plan de Trousseau a été signé.', 'Trousseau'],
    ['A proposta de Foley foi aceite pela sociedade.', 'Foley'],
    ['Le traitement de la plainte de Fournier a duré un an.', 'Fournier'],
  ])
})

describe('the end of a word does not make it a thing of medicine', () => {
  hides([
    ['Der Patient heißt Steinwet und wohnt hier.', 'Steinwet'],
    ['Gespräch mit Hohenbefund über den Vertrag.', 'Hohenbefund'],
    ['Er sprach mit Oberklappe.', 'Oberklappe'],
    ['Goldschmerz und Rosenschmerz kamen zu spät.', 'Goldschmerz', 'Rosenschmerz'],
  ])
})

describe('the short forms of courts and laws are words of the ward and of people as well', () => {
  hides([
    ['Labor: BSG vom 14.02.1951 erhöht.', '14.02.1951'],
    ['BAG vom 14.02.2024: pH 7,38.', '14.02.2024'],
    ['HR 12-03-2024, AB kuur gestart.', '12-03-2024'],
    ['Mevrouw De Wet van 12-03-1951 kwam langs.', 'Wet', '12-03-1951'],
    ['Paziente L. 123/1951 ricoverata ieri.', '123/1951'],
    ['DL 4182/51 was seen in clinic.', '4182'],
    ['R.D. 4182/1951 es paciente del centro.', '4182/1951'],
    ['Patiente CE 12.03.1951, n° 418271, vue ce matin.', '12.03.1951', '418271'],
    ['His CPR 41827 is on the form.', '41827'],
    ['UCC 48271 was told to come.', '48271'],
    ['Mevrouw De Wet Brandsma kwam langs.', 'Wet', 'Brandsma'],
    ['Signora Ley Romano è arrivata.', 'Ley', 'Romano'],
    ['We opened the Legge Winterbottom file.', 'Legge', 'Winterbottom'],
  ])
})

describe('a defined term does not release somebody’s name', () => {
  hides([
    ['Mr Mark Day ("Mark Day") is the tenant. We wrote to Mark Day.', 'Mark Day'],
    ['Mr Christian Day ("Christian Day") is the tenant. We wrote to Christian Day.', 'Christian Day'],
    ['Particulars\nMark Day: Tenant\nWe wrote to Mark Day.', 'Mark Day'],
    ['Mrs Grace Agreement ("Grace Agreement") is the tenant. We wrote to Grace Agreement.', 'Grace Agreement'],
  ])
})

describe('a table of results silences results only', () => {
  hides([
    ['Hospital no.\tCRP mg/L\n48271\t5 mg/L', '48271'],
    ['Calloway\t48271\tHb 121 g/L', '48271'],
    ['48271 | Hb 121 g/L', '48271'],
    ['Winter 48271 | kg/min | 12', '48271'],
    ['Hb 121 H | g/L | 115-155\nDiscussed with H about the plan.', 'with H'],
    ['Sodium | 48271 | 139 | mmol/L', '48271'],
    ['Test | 3 June | Unit\nSodium | 48271 | 139 | mmol/L', '48271'],
    ['Test | 3 June | 4 June | Unit\n\nSodium | 48271 | 139 | mmol/L', '48271'],
    ['Part 4827 of the ward is closed.', '4827'],
    ['File order 4182 for the ward.', '4182'],
    ['Kreatynina 88 µmol/L | 41827 | oddział', '41827'],
    ['Zimmer 4 | 41827 | 88 µmol/L', '41827'],
    ['Besprochen mit L wegen Kalium 5,9 L | mmol/L.', 'mit L'],
    ['Pagina 4182 della cartella di reparto.', '4182'],
    ['Beds: Page 82 hip fracture.', 'Page'],
    ['Betten: Buch 82, Hüfte.', 'Buch'],
    ['Potassium | 4.1 | 4.3 | mmol/L\nSodium | 48271 | 139 | mmol/L', '48271'],
    ['Hämoglobin\t13.2\t12.8\tg/dl\nNatrium\t48271\t138\tmmol/l', '48271'],
    ['Examen | 4.1 | 4.3 | Unité\nSodium | 48271 | 139 | mmol/L', '48271'],
    ['Calcio | 2.4. | 2.3. | mmol/L\nSodio | 48271 | 139 | mmol/L', '48271'],
    ['Aufenthalt | 3.6.24 | 9.6.24\nNatrium | 51907 | 139 | mmol/l', '51907'],
    ['Test | 3 June | 4 June | Unit\nUrea | 6 | 51907 | mmol/L', '51907'],
    ['Potassio | 51907 | 3,5-5,0 | mmol/L', '51907'],
    ['Calcium | 51907 | mmol/L | < 2.6', '51907'],
  ])
})

describe('a number behind a doctor is none of an article', () => {
  hides([
    ['Gezien door arts 48271 van de afdeling.', '48271'],
    ['Overleg met arts 4827 gehad.', '4827'],
  ])
})

describe('who opens a sentence and says or does something is shown', () => {
  hides([
    ['Quelling says TPN until Friday.', 'Quelling'],
    ['Summer rang about the plan.', 'Summer'],
    ['Anker sagt, dass die Wunde trocken ist.', 'Anker'],
    ['Branke klagt über Schwindel.', 'Branke'],
    ['Marbre refuse la perfusion.', 'Marbre'],
    ['Dawn thought about it.', 'Dawn'],
    ['Ventana niega dolor.', 'Ventana'],
  ])
})

describe('who bears the name of a thing is shown where the text is not of medicine', () => {
  hides([
    ['A Penrose owes the rent.', 'Penrose'],
    ['We sold the shop to a Redon from the city.', 'Redon'],
    ['There was a Foley among the buyers.', 'Foley'],
  ])
})

describe('a number of the ward is no law by a word that the ward says as well', () => {
  hides([
    ['R.D. 4182/1951 ingresa hoy, tratamiento conforme a la pauta, código ictus.', '4182/1951'],
    ['L. 418/1951 accompagnata, perdita dei sensi, codice rosso, legge bene.', '418'],
    ['D.M. 418/1951: lei ha un corte alla mano.', '418/1951'],
    ['DL 4182/51 em observação, corte na mão, processo em curso.', '4182/51'],
    ['HC 418.271/SP, em termos de dor está melhor.', '418.271/SP'],
    ['BSG vom 12.03.2021 nach Verordnung, ohne Klage über Schmerzen.', '12.03.2021'],
    ['BAG vom 12.03.2021, Art der Blutung unklar.', '12.03.2021'],
    ['CE 12/03/1951 n° 418271, souffle court, arrêt de travail.', '418271'],
    ['CE 12/03/1951 n° 418271, trouble du jugement.', '418271'],
    ['SN 4827134, uitspraak goed, op raad van de arts.', '4827134'],
    ['HC 418.271/SP with poor judgment, for pain relief at the practice.', '418.271/SP'],
  ])
})

describe('who has the name of a class or a score is shown, with a number behind it too', () => {
  hides([
    ['Patient with asthma. Forrest III called from home about his INR.', 'Forrest'],
    ['Reviewed with Harris IV today, potassium 4.1 mmol/L.', 'Harris'],
    ['Salter II attended the clinic with a wheeze.', 'Salter'],
    ['Norton 15 attended with asthma.', 'Norton'],
    ['Dear colleague, Harris III attended clinic with heart failure.', 'Harris'],
  ])
})
