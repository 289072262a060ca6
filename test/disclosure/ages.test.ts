import { describe, expect, test } from 'vitest'
import { timesAsLong } from '../times-as-long.ts'
import { agesIn } from './ages-in.ts'

/** `#` stands for the years: each is tried with somebody young, old and very old. */
const YEARS = [37, 74, 96]

describe('how old somebody is', () => {
  test.each([
    ['en', 'The patient is a #-year-old woman.'],
    ['en', 'She is # and lives alone.'],
    ['en', 'Seen in clinic, aged #.'],
    ['en', 'M/# with chest pain.'],
    ['en', '#/F, fell at home.'],
    ['en', 'A woman of # was brought in.'],
    ['en', 'The patient, # years, female, fell.'],
    ['en', 'Tolly F., #: slept well.'],
    ['en', 'Mrs Alice Okafor is # years.'],
    ['en', 'He died at #.'],
    ['en', '#M with chest pain.'],
    ['en', 'My mother is # years of age.'],
    ['de', 'Sie ist #.'],
    ['de', 'Die Zeugin (#) wohnt dort.'],
    ['de', 'Mit # Jahren verstarb er.'],
    ['de', 'Alter/Geschlecht: #/w'],
    ['de', '#-jähr. Pat. mit Dyspnoe'],
    ['de', 'Die Patientin ist # Jahre alt.'],
    ['de', 'Patient, # J., männlich'],
    ['de', 'Ein #-jähriger Mann stürzte.'],
    ['de', 'Er starb im Alter von # Jahren.'],
    ['de', 'Eine Frau von # Jahren kam.'],
    ['de', 'Er wird bald #, sie ist jetzt # und gesund.'],
    ['fr', 'Elle a # ans.'],
    ['fr', 'Patient de # ans, fumeur.'],
    ['fr', 'Âge : # ans'],
    ['fr', 'Il est décédé à # ans.'],
    ['fr', 'Il a fêté son #e anniversaire.'],
    ['es', 'Falleció a los # años.'],
    ['es', 'Tiene # años.'],
    ['es', 'Mujer de # años con dolor.'],
    ['es', 'Cumplió # años en mayo.'],
    ['it', 'La signora di # anni è caduta.'],
    ['it', 'Ha # anni.'],
    ['it', 'Paziente #enne con dolore.'],
    ['it', 'Età: #'],
    ['it', 'La donna, # anni, vive sola.'],
    ['it', 'Una paziente anziana di circa # anni.'],
    ['it', 'Aveva # anni di età.'],
    ['it', 'È morto a # anni.'],
    ['it', 'Uomo, # aa, fumatore.'],
    ['it', 'Paziente di sesso maschile di # anni.'],
    ['pt', 'Faleceu aos # anos.'],
    ['pt', 'Tem # anos.'],
    ['pt', 'O doente de # anos caiu.'],
    ['pt', 'Mulher com # anos de idade.'],
    ['pt', 'Idade: # anos'],
    ['pt', 'A utente, # anos, vive só.'],
    ['nl', 'Op zijn #e verhuisde hij.'],
    ['nl', 'Lft. # jr, weduwe.'],
    ['nl', 'Zij is # jaar.'],
    ['nl', 'Hij is # en woont alleen.'],
    ['nl', 'Een #-jarige vrouw viel.'],
    ['nl', 'De man is # jaar oud.'],
    ['nl', 'Een vrouw van # jaar viel.'],
    ['nl', 'Leeftijd: #'],
    ['pl', 'Ma # lata.'],
    ['pl', 'Pacjentka lat #.'],
    ['pl', '#-letnia kobieta upadła.'],
    ['pl', 'Mężczyzna w wieku # lat.'],
    ['pl', 'Zmarła w wieku # lat.'],
    ['pl', 'Kobieta, # l., po udarze.'],
    ['pl', 'K/# z bólem.'],
    ['pl', 'Wiek: #'],
    ['pl', '#-latek upadł w domu.'],
  ])('is found in %s: %s', (_language, form) => {
    for (const years of YEARS) {
      const ages = agesIn(form.replaceAll('#', `${years}`))
      expect(ages.filter((age) => age.includes(`${years}`))).toHaveLength(form.split('#').length - 1)
    }
  })

  test.each([
    'Bambino di 6 mesi con febbre.',
    'Il neonato ha 6 mesi.',
    'Bebé de 6 meses com febre.',
    'Een baby van 6 maanden met koorts.',
    'Het kind is 6 maanden oud.',
    'Dziecko w wieku 6 miesięcy.',
    'Säugling von 6 Monaten.',
    'Dochter (6 jaar) woont bij haar.',
    'Tochter, 6 Jahre, lebt bei ihr.',
  ])('is found of a small child: %s', (text) => expect(agesIn(text)).toEqual([expect.stringMatching(/^6 \p{L}/u)]))

  test.each([
    ['The children are aged 4 and 7.', ['4', '7']],
    ['Kinder im Alter von 3, 5 und 7 Jahren.', ['3', '5', '7 Jahren']],
    ['I figli di 4 e 7 anni.', ['4', '7 anni']],
    ['De kinderen van 4 en 7 jaar.', ['4', '7 jaar']],
    ['Hijos de 4 y 7 años.', ['4', '7 años']],
    ['Dzieci w wieku 4 i 7 lat.', ['4', '7 lat']],
  ])('is found of each child: %s', (text, ages) => expect(agesIn(text)).toEqual(ages))

  test.each([
    ['La paziente ha settantaquattro anni.', 'settantaquattro anni'],
    ['Homem de setenta e quatro anos.', 'setenta e quatro anos'],
    ['Mujer de setenta y cuatro años.', 'setenta y cuatro años'],
    ['Een vrouw van vierenzeventig jaar.', 'vierenzeventig jaar'],
    ['Kobieta ma siedemdziesiąt cztery lata.', 'siedemdziesiąt cztery lata'],
    ['Eine Frau von vierundsiebzig Jahren.', 'vierundsiebzig Jahren'],
    ['Er ist neunundfünfzig und gesund.', 'neunundfünfzig'],
    ['She was sixty-one then.', 'sixty-one'],
    ['The widow is sixty-one years old.', 'sixty-one years old'],
    ['Zij is eenenzestig en woont alleen.', 'eenenzestig'],
  ])('is found in words: %s', (text, age) => expect(agesIn(text)).toEqual([age]))

  test.each([
    'Una settantaquattrenne con dolore.',
    'Een vierenzeventigjarige man viel.',
    'Chora siedemdziesięcioczteroletnia upadła.',
    'Ein vierundsiebzigjähriger Mann.',
  ])('is found in one word: %s', (text) => expect(agesIn(text)).toHaveLength(1))

  test.each([
    'Mevrouw Aaltje Brandsma, 74 jaar, kwam op het spreekuur.',
    'La signora Maria Ronchetti, 74 anni, vive sola.',
    'Pani Halina Wiśniewska, 74 lata, mieszka sama.',
    'Mr Edwin Calloway (74 years) fell.',
    'Herr Jonas Kaltwasser ist 74.',
    'Mevrouw Aaltje Brandsma is 74.',
    'La signora Maria Ronchetti ha 74 anni.',
    'Mw. de Vries, 74 jr, viel.',
    'Pan Nowak, 74 l., upadł.',
  ])('is found behind a name: %s', (text) => {
    expect(agesIn(text)).toEqual([expect.stringMatching(/^74/u)])
  })
})

describe('in a table an age is found', () => {
  test.each([
    ['Name\tAge\tBed\nEdwin Calloway\t74\t4\nTess Marlowe\t9\t5', ['74', '9']],
    ['| Name | Alter | Station |\n|---|---|---|\n| Jonas Kuhn | 74 | 4 |', ['74']],
    ['Paziente\tEtà\tDiagnosi\nMaria Rossi\t84 anni\tpolmonite', ['84 anni']],
    ['Naam   Leeftijd (jr)\nJan Bakker   66', ['66']],
    ['Pacjent\tWiek\nJan Nowak\t66/M', ['66']],
  ])('below its head: %j', (text, ages) => expect(agesIn(text)).toEqual(ages))

  test.each(['Edwin Calloway\t74\tM\tpneumonia', 'Edwin Calloway | M | 74 | pneumonia'])(
    'behind a name, beside a sex: %j',
    (text) => expect(agesIn(text)).toEqual(['74']),
  )

  test('behind a name in time in proportion to the width of the cells', async () => {
    const read = (tabs: number) => () => agesIn(`Edwin Calloway${'\t'.repeat(tabs)}74${'\t'.repeat(tabs)}x`)
    // The first text of all prepares the detector.
    read(300)()
    expect(await timesAsLong(read(1200), read(300), 11)).toBeLessThan(11)
  })

  test.each(['Age (years)\t74', 'Alter bei Aufnahme: 74', 'Edad | 74', 'Age at diagnosis: 74'])(
    'behind its label: %j',
    (text) => expect(agesIn(text)).toEqual(['74']),
  )

  test.each([
    'Ward\tBeds\nEdwin Calloway\t74\n',
    'Average rent\tUnits\nMarlowe House\t74',
    'Age\tRisk\n18-65\t12 %',
    'Age\tRisk\nold\thigh\n\nUnits\tStock\n74\t12',
  ])('and no other number: %j', (text) => expect(agesIn(text)).toEqual([]))
})

test.each([
  'Patient, 68 years post hip surgery, walks.',
  'Paziente di 68 anni post ictus',
  'Uomo di 68 anni post intervento al ginocchio',
  'Neonato di 6 mesi post operazione',
  'Een vrouw van 68 jaar post operatie',
  'A man, 68 years standing by the door',
  'A lady of 68 years standing at the counter fell.',
  'A man of sixty-eight years standing near the car was hit.',
])('what stands behind an age may be told of other years too: %s', (text) => expect(agesIn(text)).toHaveLength(1))

test.each([
  'The tenant was four weeks behind with the rent.',
  'The witness is three of the five.',
  'She was two sizes smaller.',
  'Sie war vier Monate krank.',
  'Ich bin drei Tage weg, sie ist vier Wochen verreist.',
  'De man is twee weken ziek.',
  'The landlord was eleven months in default.',
  'her husband of 30 years',
  'My client of 15 years has died.',
  'He is a patient of 15 years standing.',
  'An expert witness of 25 years’ standing',
  'A client of twenty years standing has left.',
  'The patient, 3 weeks post surgery, is well.',
  'She is now 12 years post transplant.',
  'The patient, 3 years after the stroke, is well.',
  'The patient, 3 years post stroke, is well.',
  'A apólice tem 5 anos.',
  'Najem ma 5 lat.',
  'Il palazzo della società ha 50 anni.',
  'La empresa de su padre tiene 30 años.',
  'A sheath (14 F) was left, and a drain (20 F).',
  'Sonda (14 F) colocada.',
  'Room 12/F, Zimmer 14/M, lit 16/F',
  'The lease runs for 10 years.',
  'He signed a lease of 99 years.',
  "The tenant gave 6 months' notice.",
  'The claim is barred after 6 years.',
  'He was sentenced to 12 years in prison.',
  'Amoxicillin for 10 days, then a review in 6 weeks.',
  'The policy is good for 10 years.',
  'Der Vertrag läuft 10 Jahre.',
  'Eine Freiheitsstrafe von 5 Jahren wurde verhängt.',
  'Die Kündigungsfrist beträgt 6 Monate.',
  'Seit 10 Jahren Diabetes, vor 3 Jahren Infarkt.',
  'Die Patientin nimmt seit 12 Jahren Ramipril.',
  'Patients aged 18 to 65 years were included.',
  'Personen im Alter von 18 bis 65 Jahren wurden befragt.',
  'Pazienti di età 18-65 anni.',
  'Der Patient, im Alter von seinem Vater verlassen, kam allein.',
  'Un bail de 9 ans a été signé.',
  'Une peine de 5 ans de prison.',
  'Le 25e anniversaire de l’entreprise a été fêté.',
  'Un contrato de 10 años de duración.',
  'El paciente fuma desde hace 20 años.',
  'Fu condannato a 18 anni di reclusione.',
  'Il contratto ha una durata di 10 anni.',
  'Il paziente fuma da 20 anni.',
  'Terapia per 5 anni, poi controllo dopo 6 mesi.',
  'La dottoressa ha 15 anni di esperienza.',
  'Negli anni 80 lavorava in fabbrica.',
  'Il conduttore ha 6 mesi per liberare la casa.',
  'Una donna con una storia di 5 anni di dolore.',
  'O contrato tem a duração de 10 anos.',
  'Foi condenado a 12 anos de prisão.',
  'O doente fuma há 20 anos.',
  'O médico tem 15 anos de experiência.',
  'Faz 5 anos que o doente não fuma.',
  'De huurovereenkomst is voor 5 jaar.',
  'De termijn is 2 jaar.',
  'De looptijd is 10 jaar en de garantie is 2 jaar.',
  'Hij kreeg een gevangenisstraf van 5 jaar.',
  'De vrouw heeft sinds 12 jaar diabetes.',
  'Umowa została zawarta na 5 lat.',
  'Kara 5 lat pozbawienia wolności.',
  'Pacjent pali od 20 lat.',
  'W latach 80. pracował w fabryce.',
  '5-letnia umowa najmu wygasła.',
  'De 5-jarige huurovereenkomst is verlengd.',
  'He was 15 years in the army and is 10 years younger than she.',
  'The patient, 12 weeks pregnant, came.',
  'Mr Davies is 3 weeks post-op.',
  'Nach 20-jähriger Ehe und mit 5-jähriger Garantie.',
  'Langjährige, minderjährige und volljährige Personen.',
  'Ein Mann mit 12 Jahren Berufserfahrung.',
  'Un homme avec 30 ans de tabagisme.',
  'Hombre con 30 años de tabaquismo.',
  'Tiene 3 años para pagar.',
  'Sopravvivenza a 10 anni del 60 %.',
  'A 12 anni dalla diagnosi è in remissione.',
  'La società ha 20 anni di attività.',
  'Condannato alla pena di anni 12 di reclusione.',
  'Ha molti anni di lavoro alle spalle.',
  'Após 12 anos de casamento separaram-se.',
  'Na een 25-jarig huwelijk en met een 15-jarige hypotheek.',
  'Hij is 30 jaar lid van de vereniging.',
  'Ma 20 lat stażu i 10-letni samochód.',
  'Kinderen onder de 16 jaar.',
  'Metoprolol 47,5 mg, O2 2 l, Raum 12 m.',
  'A 16F Foley catheter was placed, then a 40 W bulb (12 m) was changed.',
])('how long something lasts is no age: %s', (text) => expect(agesIn(text)).toEqual([]))
