import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { PLATES } from '../../disclosure/identifiers/patterns/numbers/plates.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)

/** What is masked of a text, one behind the other. */
function masked(text: string): string {
  return detector
    .find(text, [])
    .spans.map(({ start, end }) => text.slice(start, end))
    .join(' | ')
}

describe('a number behind its label is masked', () => {
  test.each([
    ['Yours, Dr A. Brown, GMC 6118204', '6118204'],
    ['Hosp no B0049217, ward 7', 'B0049217'],
    ['crime ref 42/118273/22', '42/118273/22'],
    ['Fallnr. 22118273 und Pat.-ID P0041827', 'P0041827'],
    ['KVNR T118273645', 'T118273645'],
    ['Unser Zeichen: 418/22 KL03', '418/22 KL03'],
    ['Versicherungsschein LV 4.118.273-5', 'LV 4.118.273-5'],
    ['examen n° RX22-41827', 'RX22-41827'],
    ['RPPS 10004182736, FINESS 690782222', '690782222'],
    ['N/Réf : DUP/MAR-22418', 'DUP/MAR-22418'],
    ['colegiado n.º 28/4182736', '28/4182736'],
    ['cédula profesional 4182736', '4182736'],
    ['C.C. 52.418.273 de Cali', '52.418.273'],
    ['passaporto YB4182736, lotto K418273', 'K418273'],
    ['prot. n. 0041827/2022', '0041827/2022'],
    ['Prontuário: 118.273-4', '118.273-4'],
    ['CRM-SP 118.273 e OAB/RS 41.827', '41.827'],
    ['patiëntnr. 4182736, sleutelnr KLM 41827', 'KLM 41827'],
    ['Ons kenmerk: KLM/22/0418', 'KLM/22/0418'],
    ['nr hist. chor. PG/4182/22', 'PG/4182/22'],
    ['PWZ 4182736, opaska nr 418273', '418273'],
    ['| Seria i nr dowodu | CFK418273 |', 'CFK418273'],
    ['PESEL 84O718I2345', '84O718I2345'],
  ])('%s', (text, number) => {
    expect(masked(text)).toContain(number)
  })
})

describe('the number of a case is masked', () => {
  test.each([
    ['Appeal Number: EA/07713/2022', 'EA/07713/2022'],
    ['18 XVII 418/22 und 12 Cg 118/22 k', '12 Cg 118/22 k'],
    ['RG n° 22/00418', '22/00418'],
    ['Diligencias previas 1182/22', '1182/22'],
    ['Rad. 76001-31-05-012-2022-00418-00', '76001-31-05-012-2022-00418-00'],
    ['n. 418/22 R.G. N.R.', '418/22 R.G. N.R.'],
    ['processo 1182/21.4GAVNG-A', '1182/21.4GAVNG-A'],
    ['autos 0041827-36.2022.8.19.0004', '0041827-36.2022.8.19.0004'],
    ['zaaknummer C/13/418273 / HA ZA 22-418', 'C/13/418273 / HA ZA 22-418'],
    ['sygn. akt VIII GC 418/22', 'VIII GC 418/22'],
    ['5 Cs 220 Js 4418/22', '5 Cs 220 Js 4418/22'],
  ])('%s', (text, number) => {
    expect(masked(text)).toContain(number)
  })

  test.each([
    'Según la Ley 1/2000, el Decreto 25/2015 y la Ley N° 14.908.',
    'STS 431/2019, de 5 de mayo, y arts. 250.1.1.º y 440.3 LEC.',
    'La legge n. 241/1990, il D.Lgs. 81/2008 e Cass. civ. sez. III, n. 6789.',
    'A Lei n.º 8.078/90 e o Decreto-Lei n.º 15/93.',
    'Le règlement (UE) 2016/679 et l’article L. 1234-1 du code du travail.',
    'Verordnung (EG) Nr. 44/2001, Richtlinie 93/13/EWG, BGE 132 III 464.',
    'Regulation (EC) No 1907/2006, Directive 2001/83/EC, Case C-123/20.',
    'Dz.U. 2020 poz. 1740, rozporządzenie nr 44/2001.',
    'ECLI:NL:HR:2017:1234 en NJ 2018/123.',
  ])('but not that of a law or of a published decision: %s', (text) => {
    const numbers = detector.find(text, []).spans.filter(({ type }) => ['id', 'docket', 'national-id'].includes(type))
    expect(numbers.map(({ start, end }) => text.slice(start, end))).toEqual([])
  })
})

describe('a number plate is masked', () => {
  test.each(PLATES.map(({ country, example }) => [country, example] as const))('of %s: %s', (_country, example) => {
    const plate = /[A-ZÄÖÜ\d][A-ZÄÖÜ\d -]{4,12}$/u.exec(example)?.[0].trim() ?? ''
    expect(masked(example)).toContain(plate)
  })

  test('whole, wherever it stands', () => {
    expect(masked('La voiture 418 BGT 69 est là.')).toBe('418 BGT 69')
    expect(masked('Das Moped 418 KTZ steht da.')).toContain('418 KTZ')
  })

  test('in small letters beside a word of a vehicle', () => {
    expect(masked('her car (a fiesta, yd12 kkz) is here')).toContain('yd12 kkz')
    expect(masked('la mia auto, targa gk418tz')).toContain('gk418tz')
  })

  test.each([
    'PA 130 FC 82, HLA-B 27, CD20 POS, RR 120 AF 20',
    'a BMW 320, a Golf GTI 16 and an Audi A4',
    'año 2019 PCR negativa, 4000 RPM',
  ])('but not what only looks like one: %s', (text) => {
    expect(detector.find(text, []).spans.filter(({ type }) => type === 'vehicle')).toEqual([])
  })
})

describe('a code is known by its shape', () => {
  test.each([
    ['please quote KT/LMB/418', 'KT/LMB/418'],
    ['ask for XZB041827', 'XZB041827'],
    ['the tube says 22K118273', '22K118273'],
    ['it was AI/23/4182', 'AI/23/4182'],
    ['dzwonił w sprawie MB/23/41827', 'MB/23/41827'],
    ['si tratta di 4182736', '4182736'],
    ['Sincerely, A. Brown, CGQT 418273', '418273'],
    ['o da companhia é o KT 0041-827193', 'KT 0041-827193'],
    ['the box TW 15/14/1962 was returned', 'TW 15/14/1962'],
    ['TZ 32/05/1977 quedó archivado', 'TZ 32/05/1977'],
    ['QK 17/19/48 liegt bei', 'QK 17/19/48'],
  ])('%s', (text, code) => {
    expect(masked(text)).toContain(code)
  })

  test.each([
    'M54.5, S72.001A, OPS 5-820.00, ATC C09AA05, CPT 29888',
    'pT2N1M0, G3P2002, MTHFR C677T, rs1801133, BNT162b2, mRNA-1273',
    'PLT 150000, WBC 12500, CK 12450, BNP 12345, ferritin 1234',
    'Heparin 5000 IE, NaCl 1000 ml, 20000 IE Vitamin D, 1250000 copies/ml',
    'DIN 1960, ISO 27001, EN 60601-1, ESC 2021, Windows 10 22H2',
    'NYHA III, MMSE 24/30, NRS 4/10, L4/L5, C5-C6-C7, AO 32-A3',
    'the 1200-ml bag, the 1960s, § 1906a and the seasons 2019/20 and 2020-2021',
  ])('but not what medicine and trade write like one: %s', (text) => {
    const codes = detector.find(text, []).spans.filter(({ type }) => ['id', 'record', 'national-id'].includes(type))
    expect(codes.map(({ start, end }) => text.slice(start, end))).toEqual([])
  })
})

describe('a day behind capitals', () => {
  const dates = (text: string) =>
    detector.find(text, []).spans.flatMap(({ type, start, end }) => (type === 'date' ? [text.slice(start, end)] : []))
  const flagged = (text: string) => detector.find(text, []).flags.map(({ start, end }) => text.slice(start, end))

  test.each([
    ['DOB 1949-10-02, seen in the clinic', '1949-10-02'],
    ['FDN 27/08/1962 y vive solo', '27/08/1962'],
    ['DDN 27/08/62', '27/08/62'],
    ['NATA 27/08/1962', '27/08/1962'],
    ['ECG 27/08/2021 normal', '27/08/2021'],
    ['ICU 27/08/2021, stable', '27/08/2021'],
    ['MRI 27/08/2021 normal', '27/08/2021'],
  ])('is a date behind a label or a test, and nothing is asked: %s', (text, date) => {
    expect(dates(text)).toEqual([date])
    expect(flagged(text)).toEqual([])
  })

  test.each([
    ['PQ 27/08/1962 se queja de dolor.', 'PQ'],
    ['Bett 4: WD 27.08.62, Katheter liegt.', 'WD'],
    ['TW, 1949-10-02, has a stoma.', 'TW'],
    ['KT 14.03.1951 seen in the clinic', 'KT'],
    ['Vu ce jour JH 27/08/1962 pour toux.', 'JH'],
  ])('is one behind initials, which are shown: %s', (text, initials) => {
    expect(dates(text)).toHaveLength(1)
    expect(flagged(text)).toContain(initials)
  })

  test.each(['ED 27/08/2021', 'OPERATA IL 27/08/2021', 'ENTLASSEN AM 27.08.2021', 'RDV LE 27/08/2021'])(
    'is none behind a small word or a visit: %s',
    (text) => expect(flagged(text)).not.toContain(text.split(' ').at(-2)),
  )
})

describe('a code that is dictated', () => {
  test.each([
    ['nummer vier vier sieben eins acht null punkt drei zuweiser', 'vier vier sieben eins acht null punkt drei'],
    ['matricola due zero sette tre kappa quattro emme punto', 'due zero sette tre kappa quattro emme'],
    ['plate is kilo tango four one eight two whiskey', 'kilo tango four one eight two whiskey'],
  ])('is masked whole: %s', (text, code) => {
    expect(masked(text)).toContain(code)
  })
})

describe('a figure of a study or a note', () => {
  test.each([
    'OR 1.83, 95% CI: 0.94-4.91; CI 1.004-1.164',
    'ClinicalTrials.gov number NCT00418273',
    'the SCL-90-R and the MMPI-2 were used',
    'PR 160, QRS 98; ER 100%, PR 80%',
    'Na 138 (ref. 135-145), TSH 2,1 (Ref.: 0,4-4,0), PLT 250 (réf. 150-400)',
    'the group had 1418 members, and an order of 1250 tablets for 4182 people',
    'BGH, Urteil vom 12.3.2019 – VI ZR 118/18',
    'uchwała SN III CZP 45/19',
  ])('is no number of a person: %s', (text) => {
    const numbers = detector
      .find(text, [])
      .spans.filter(({ type }) => ['id', 'docket', 'national-id', 'vehicle', 'record'].includes(type))
    expect(numbers.map(({ start, end }) => text.slice(start, end))).toEqual([])
  })
})

describe('what may be a number of a case or a person', () => {
  const flagged = (text: string) => detector.find(text, []).flags.map(({ start, end }) => text.slice(start, end))

  test('is flagged where nothing says so', () => {
    expect(flagged('er schrieb wegen 206/18 und 318/A')).toEqual(expect.arrayContaining(['206', '18', '318']))
    expect(flagged('es ging um 48271 davon')).toContain('48271')
  })

  test('is not where it is a dose or of a statute', () => {
    expect(flagged('Gabe von 1450 ml und 4000 IE')).toEqual([])
    expect(flagged('según la Ley 1118/2015')).not.toContain('1118')
  })
})
