import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)
const masked = (text: string) => find(text, []).spans.map(({ start, end }) => text.slice(start, end))

describe('organisations', () => {
  test.for([
    ['She was moved to Old Mill Nursing Home, Leeds on Monday.', 'Old Mill Nursing Home, Leeds'],
    ['heard in the County Court at Exeter before a deputy', 'County Court at Exeter'],
    ['He attends St Oswin’s Primary School every day.', 'St Oswin’s Primary School'],
    ['Verlegung in das Klinikum am Eichberg Kassel geplant', 'Klinikum am Eichberg Kassel'],
    ['Urteil des Amtsgerichts Lüneburg vom Mai', 'Amtsgerichts Lüneburg'],
    ['suivi au centre hospitalier de Guingamp depuis mai', 'centre hospitalier de Guingamp'],
    ['le conseil de prud’hommes de Béziers a jugé', 'conseil de prud’hommes de Béziers'],
    ['chercher à la pharmacie Tournesol le soir', 'pharmacie Tournesol'],
    ['Juzgado de Primera Instancia n.º 3 de Lugo', 'Juzgado de Primera Instancia n.º 3 de Lugo'],
    ['ingresó en la Clínica Los Rosales por la tarde', 'Clínica Los Rosales'],
    ['ricoverata presso l’Ospedale San Rocco di Lucca per', 'Ospedale San Rocco di Lucca'],
    ['ospite della casa di cura Villa Aurora da maggio', 'casa di cura Villa Aurora'],
    ['internada no Hospital Distrital de Beja desde', 'Hospital Distrital de Beja'],
    ['Tribunal Judicial da Comarca de Évora decidiu', 'Tribunal Judicial da Comarca de Évora'],
    ['Rechtbank Gelderland, zittingsplaats Arnhem', 'Rechtbank Gelderland, zittingsplaats Arnhem'],
    ['op basisschool De Wilgenhoek gezien', 'basisschool De Wilgenhoek'],
    ['leczony w Szpitalu Powiatowym im. św. Łukasza w Tarnowie', 'Szpitalu Powiatowym im. św. Łukasza w Tarnowie'],
    ['pracuje w restauracji „Kormoran” od lat', 'restauracji „Kormoran'],
    ['gegen die Hofbauer & Söhne GmbH & Co. KG in Passau', 'Hofbauer & Söhne GmbH & Co. KG'],
    ['contra Conservas Miramar, S.L. por despido', 'Conservas Miramar, S.L.'],
    ['Krankenkasse: Heimat Südwest', 'Heimat Südwest'],
    ['a mortgage with the Bank of Larkspur since May', 'Bank of Larkspur'],
    ['Apotheek: De Linde', 'De Linde'],
    ['Previous GP: The Surgery, Oakham', 'The Surgery'],
    ['Seit Mai beim Pflegedienst Sonnenblume in Betreuung', 'Pflegedienst Sonnenblume'],
    ['Les parents de la crèche Les Lutins ont été prévenus', 'crèche Les Lutins'],
    ['O dono do café O Moinho foi ouvido como testemunha', 'café O Moinho'],
    ['Dziecko chodzi do przedszkola Tęcza od września i jest zdrowe', 'przedszkola Tęcza'],
    ['Er spielt beim TSV Kronberg und ist sonst gesund', 'TSV Kronberg'],
    ['versichert: TK D123456789', 'TK'],
    ['aluno da EB 2,3 de Alcoutim desde setembro', 'EB 2,3 de Alcoutim'],
    ['uczeń SP nr 12, zdrowy, szczepiony, w domu z babcią', 'SP nr 12'],
    ['Il a été opéré au CHUV en urgence et va bien.', 'CHUV'],
    ['She was found at Lower Brook Farm by a neighbour.', 'Lower Brook Farm'],
    ['ante el Juzgado de Instrucción n.º 2 de Ronda el lunes', 'Juzgado de Instrucción n.º 2 de Ronda'],
    ['Betreut durch die Malteser-Sozialstation Soest seit Mai', 'Malteser-Sozialstation Soest'],
    ['la controparte, Cantieri Vianello & Figli, non paga', 'Cantieri Vianello & Figli'],
    ['Dzieci uczą się w Szkole Podstawowej nr 7 i są zdrowe', 'Szkole Podstawowej nr 7'],
    ['pris en charge au CH de Rodez puis chez lui', 'CH de Rodez'],
    ['Sie ist bei der Debeka und der Bruder bei der Barmer', 'Debeka'],
    ['Die Kasse (AOK Niedersachsen) hat die Reha abgelehnt.', 'AOK Niedersachsen'],
    ['Il a un prêt au Crédit Mutuel et son épouse aussi.', 'Crédit Mutuel'],
    ['Robi zakupy w Żabce, a potem wraca do domu i śpi.', 'Żabce'],
    ['He works at Hollisters and was insured with Quillon Mutual.', 'Hollisters'],
    ['Mijn broer werkt bij Zandstra in de haven en is gezond.', 'Zandstra'],
  ])('in "%s" masks %s as one', ([text = '', wanted = '']) => {
    expect(masked(text)).toContain(wanted)
  })

  test('a company is known by its short name afterwards', () => {
    expect(masked('Bouwbedrijf Zeilmaker B.V. bouwde. Volgens ons heeft Zeilmaker te laat gebouwd.')).toContain(
      'Zeilmaker',
    )
  })

  test.for([
    'She went to the hospital and then to the surgery.',
    'The Supreme Court and the Court of Appeal agreed.',
    'Der Amtsarzt der Klinik und das Bundesverfassungsgericht entschieden.',
    'Das Gericht folgt dem Bundesgerichtshof.',
    'La Cour de cassation et le tribunal judiciaire ont jugé.',
    'El Tribunal Supremo y la Audiencia Nacional lo confirman.',
    'La Corte di Cassazione a Sezioni Unite lo conferma.',
    'Foi o Supremo Tribunal de Justiça que decidiu a causa, e não a Relação.',
    'De Hoge Raad en de rechtbank oordelen anders.',
    'The European Central Bank followed the Bank of England, and Companies House was told.',
    'Die Bundesbank und das Europäische Parlament haben es erklärt.',
    'La Banque de France et la Commission européenne ont répondu.',
    'Según el Banco de España y la Organización Mundial de la Salud es así.',
    'De Nederlandsche Bank heeft de rente verhoogd.',
    'Narodowy Bank Polski podniósł stopy procentowe.',
    'Historia clínica: sin hallazgos.',
    'WITHOUT PREJUDICE SAVE AS TO COSTS',
    'Das Gericht hat für Recht erkannt, dass das Gericht für Recht zu sorgen hat.',
    'She works at night and he works for Social Services.',
    'Er arbeitet bei Bedarf auch nachts und ist gesund.',
    'Il travaille au noir, à la poste du village et chez lui.',
    'FC 78 bpm, SV 60 ml, retorno à UBS em sete dias para não perder as consultas que já foram marcadas.',
  ])('leaves "%s" alone', (text) => {
    expect(masked(text)).toEqual([])
  })
})

test('terms that a contract defines are no organisation, though one of them is a word of one', () => {
  const clause =
    'Payment of the Service Charge and of the Insurance Rent is no condition of the right to break the lease.'
  expect(masked(clause)).toEqual([])
})

describe('the type of an organisation', () => {
  const typesIn = (text: string) => find(text, []).spans.map(({ type }) => type)

  test.for([
    ['The letter of Harcourt Lane Solicitors was received.', 'organisation'],
    ['The invoice of Cortese Fashion Ltd was received.', 'organisation'],
    ['heard in the County Court at Exeter before a deputy', 'court'],
    ['Urteil des Amtsgerichts Lüneburg vom Mai', 'court'],
    ['Juzgado de Primera Instancia n.º 3 de Lugo', 'court'],
    ['ingresó en la Clínica Los Rosales por la tarde', 'hospital'],
  ])('of "%s" is %s', ([text = '', type]) => {
    expect(typesIn(text)).toEqual([type])
  })
})
