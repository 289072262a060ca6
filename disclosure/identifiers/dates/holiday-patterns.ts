import { WEEKDAY } from '../../../text/calendar-words.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import type { Pattern } from '../patterns/pattern.ts'

const WEEKDAY_NAME = `(?:${inAnyCase(WEEKDAY)})`

/** Holidays that are nothing else where they are capitalised. */
const HOLIDAYS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Christmas(?: Eve| Day)?',
    'Boxing Day',
    "New Year['’]?s(?: Eve| Day)?",
    'Hogmanay',
    'Easter(?: Sunday| Monday| Saturday| weekend)?',
    'Good Friday',
    'Ash Wednesday',
    'Whit (?:Sunday|Monday)',
    "(?:St\\.?|Saint) (?:Patrick|Stephen|George|Andrew|David|Brigid)['’]?s? Day",
    'Halloween',
    'Bonfire Night',
    'Remembrance (?:Sunday|Day)',
    '(?:the )?(?:[Ss]pring|[Ss]ummer|[Aa]ugust|[Ee]aster|[Mm]ay) [Bb]ank [Hh]oliday',
    'Bank Holiday(?: Monday| weekend)?',
    'Thanksgiving(?: Day)?',
    "(?:Labor|Memorial|Independence|Veterans|Columbus|Presidents|MLK|Martin Luther King|Mother['’]s|Father['’]s|Valentine['’]s) Day",
    '(?:the )?(?:[Ff]ourth|4th) of July',
    'Juneteenth',
    'Yom Kippur',
    'Rosh Hashanah',
    'Hanukkah',
    'Diwali',
    'Eid(?: al-(?:Fitr|Adha))?',
    'Ramadan',
  ],
  de: [
    '(?:Heilig(?:er |en )?[Aa]bend|Heilige[rn]? Nacht|Weihnachten|(?:Erste[rnm]?|Zweite[rnm]?|1\\.|2\\.) Weihnachts(?:feier)?tag|Weihnachts(?:feier)?tag)',
    'Silvester(?:abend|nacht)?',
    'Neujahr(?:stag|smorgen)?',
    '(?:Heilige )?Drei Könige|Dreikönigstag',
    '(?:Rosenmontag|Faschingsdienstag|Aschermittwoch|Weiberfastnacht)',
    '(?:Gründonnerstag|Karfreitag|Karsamstag|Ostern|Oster(?:sonntag|montag|samstag|wochenende))',
    '(?:Christi Himmelfahrt|Auffahrt(?:stag)?|Vatertag|Muttertag)',
    '(?:Pfingsten|Pfingst(?:sonntag|montag|samstag|wochenende))',
    '(?:Fronleichnam|Mariä Himmelfahrt|Mariä Empfängnis|Allerheiligen|Allerseelen|Buß- und Bettag|Totensonntag|Reformationstag|Nikolaustag)',
    'Tag der (?:Deutschen Einheit|Arbeit)|Nationalfeiertag|Bundesfeier(?:tag)?|Stephanstag|Stefanitag',
    'Peter und Paul',
    '(?:Erste[rnm]?|Zweite[rnm]?|Dritte[rnm]?|Vierte[rnm]?|[1-4]\\.) Advent(?:ssonntag)?',
  ],
  fr: [
    '(?:veille de |soir de |réveillon de )?Noël',
    '(?:la )?Saint-Sylvestre',
    "(?:le )?(?:[Jj]our|[Nn]ouvel|[Pp]remier) (?:de l['’])?[Aa]n",
    '(?:[Dd]imanche de |[Ll]undi de )?(?:Pâques|Pentecôte)',
    'Vendredi saint|Mardi gras|Mercredi des Cendres',
    '(?:la )?Toussaint',
    "(?:l['’])?Armistice",
    "(?:jour de |jeudi de |fête de )?l['’](?:Ascension|Assomption|Épiphanie)",
    'Fête nationale|Fête du Travail|Chandeleur',
  ],
  es: [
    'Nochebuena|Navidad|Nochevieja|Año Nuevo|Día de Navidad',
    '(?:[Dd]ía de |[Nn]oche de |[Vv]íspera de )?(?:los )?Reyes(?: Magos)|[Dd]ía de Reyes',
    '(?:Viernes|Jueves|Sábado) Santo|Semana Santa|Domingo de (?:Ramos|Resurrección|Pascua)|Lunes de Pascua',
    'Todos los Santos|Día de (?:los )?(?:Muertos|Difuntos|la Hispanidad|la Constitución|la Inmaculada|Andalucía|Canarias|la Raza)|[Nn]oche de San Juan|[Dd]ía de San \\p{Lu}\\p{L}{2,12}|Corpus Christi|Fiestas Patrias',
  ],
  it: [
    '(?:vigilia di |giorno di |notte di )?(?:Natale|Capodanno|Ferragosto|Pasqua|Pasquetta|Ognissanti)',
    "Lunedì dell['’]Angelo|Venerdì Santo|Festa della (?:Repubblica|Liberazione|donna|mamma)",
    "(?:giorno|notte|festa|vigilia|dì) (?:di|dei|della|dell[’'])\\s?(?:San(?:to|ta|t[’'])?\\s?\\p{Lu}\\p{L}{2,12}|Epifania|Befana|Immacolata|Assunta|Morti|Santi)",
    'Epifania',
  ],
  pt: [
    '(?:véspera de |noite de |dia de |ceia de )Natal|(?<=(?<!\\p{L})(?:o|no|ao|pelo|do)\\s)Natal(?!\\s?[/,-]\\s?RN)|Ano Novo|Réveillon|Passagem de Ano|Dia de (?:Ano Novo|Reis|Todos os Santos|Finados|Portugal|Camões|Tiradentes|São \\p{Lu}\\p{L}{2,12}|Santo António)',
    'Sexta-[Ff]eira (?:Santa|da Paixão)|(?:[Dd]omingo de |[Ss]egunda-feira de )?Páscoa|(?:[Tt]erça-feira de |[Ss]ábado de |[Qq]uarta-feira de )(?:Carnaval|Cinzas|Aleluia)|Corpo de Deus|Finados|(?:[Nn]oite de )(?:São João|Santo António)',
  ],
  nl: [
    '(?<=(?<!\\p{L})(?:met|tijdens|na|voor|sinds|tussen|rond|de)\\s)[Kk]erst|(?:[Ee]erste |[Tt]weede |1e |2e )?[Kk]erst(?:mis|avond|dag|nacht)|[Oo]ud en [Nn]ieuw|[Oo]udjaars(?:avond|dag)|[Nn]ieuwjaars(?:dag|nacht)',
    'Koningsdag|Koninginnedag|Bevrijdingsdag|Dodenherdenking|Hemelvaart(?:sdag)?|Goede Vrijdag|Driekoningen|Wapenstilstand(?:sdag)?|O\\.?L\\.?V\\.?-Hemelvaart|Allerheiligen|Allerzielen',
    '(?:[Ee]erste |[Tt]weede )?[Pp]aas(?:dag|maandag|zondag)|Pasen|(?:[Ee]erste |[Tt]weede )?[Pp]inkster(?:dag|maandag|zondag|en)|Sinterklaas(?:avond)?|Prinsjesdag|Aswoensdag',
  ],
  pl: [
    'Wigili[aięąo]\\p{L}{0,1}|Wigilię|Boż(?:e|ego|ym) Narodzeni(?:e|a|u|em)|Sylwest(?:er|ra|rem)|Now(?:y|ego|ym) Rok(?:u|iem)?',
    'Trzech Króli|Wielkanoc(?:y|ą)?|(?:Wielki(?:ego)?|Wielką|Wielka) (?:Piątek|Piątku|Czwartek|Sobota|Sobotę|Niedziela|Niedzielę)|Poniedziałek Wielkanocny|Zielon(?:e|ych) Świąt(?:ki|ek)|Boże(?:go)? Ciał(?:o|a)',
    'Wszystkich Świętych|Zadusz(?:ki|ek)|Święto (?:Niepodległości|Pracy|Konstytucji)|Matki Boskiej \\p{Lu}\\p{L}{2,12}|Środa Popielcowa|Tłusty Czwartek|Mikołajki|Andrzejki',
  ],
}
/** "martes de Pascua", "the Tuesday before Whitsun", "poniedziałek wielkanocny": a day of the week that a holiday tells. */
const DAY_BESIDE: readonly string[] = [
  String.raw`(?:the )?${WEEKDAY_NAME} (?:before|after) (?:Easter|Christmas|Whitsun|New Year|Pentecost)`,
  String.raw`(?:${WEEKDAY_NAME}) (?:vor|nach) (?:Ostern|Pfingsten|Weihnachten|Neujahr)`,
  String.raw`(?:${WEEKDAY_NAME}) (?:de|d['’]) ?(?:Pâques|Pentecôte|Carnaval|l['’]Ascension|Pascua|Carnaval|Resurrección|Ramos|Feria|Páscoa|Cinzas)`,
  String.raw`(?:${WEEKDAY_NAME}) (?:dell['’]Angelo|di Pasqua|in Albis|di Carnevale|santo)`,
  String.raw`(?:[Pp]oniedziałek|[Ww]torek|[Nn]iedziel[aęi]) (?:wielkanocn(?:y|a|ą|ej)|palmow(?:a|ą|ej)|świąteczn(?:y|a|ą|ej))`,
  String.raw`(?:[Tt]weede|[Ee]erste) (?:paas|pinkster|kerst)dag`,
  'Whitsun(?:tide)?|Whit (?:week|Tuesday)|Carnaval|Fasching|San Isidro|San Fermín|Sant Jordi',
]
const YEAR = "(?:,?\\s(?:(?:19|20)\\d{2}|['’]\\d{2}))?"

/** In small letters, behind what leads to a day: "seit ostern", "depuis noël". */
const SMALL_HOLIDAYS: readonly string[] = [
  '(?:since|at|before|after|over|until|till|til|by)\\s(?<id>christmas(?: day| eve)?|easter|whitsun|new year(?:s eve)?|boxing day|halloween)',
  '(?:seit|nach|vor|über|zu|bis|an)\\s(?<id>ostern|pfingsten|weihnachten|neujahr|silvester|fasching|karneval|heiligabend)',
  '(?:depuis|à|avant|après|vers|pour)\\s(?:la\\s)?(?<id>noël|pâques|pentecôte|toussaint|ascension)',
  '(?:desde|en|por|tras|hasta|antes de|después de)\\s(?:las?\\s)?(?<id>navidad(?:es)?|semana santa|nochebuena|nochevieja|reyes|pascua)',
  '(?:da|a|prima di|dopo|fino a|per|entro)\\s(?<id>natale|pasqua|capodanno|ferragosto|pasquetta)',
  '(?:desde|até|no|pelo|ao|antes do|depois do)\\s(?:o\\s)?(?:a\\s)?(?<id>natal|carnaval|páscoa)',
  '(?:sinds|na|voor|met|tot|rond)\\s(?:de\\s)?(?<id>pasen|pinksteren|kerst|kerstmis|oud en nieuw|hemelvaart)',
  '(?:od|do|po|przed|w|na)\\s(?<id>wigilii|wigilię|wielkanocy|wielkanoc|bożego narodzenia|boże narodzenie|sylwestra|wszystkich świętych)',
]

/** Holidays say the day. In small letters most of them are other words, and saints are in hospitals' names where no day is said. */
export const HOLIDAY_PATTERNS: readonly Pattern[] = [
  ...[...Object.values(HOLIDAYS), DAY_BESIDE].map(
    (names): Pattern => ({
      type: 'date',
      expression: new RegExp(
        `(?<![\\p{L}\\p{N}-])(?:(?:giorno|día|dia|jour|nuit|noche|notte|noite|veille|vigilia|víspera|véspera)\\s(?:de la |de los |de l[’']|dell[’']|de |di |do |du ))?(?:${names.join('|')})${YEAR}(?![\\p{L}\\p{N}])`,
        'dgu',
      ),
      confidence: 0.75,
    }),
  ),
  ...SMALL_HOLIDAYS.map(
    (names): Pattern => ({
      type: 'date',
      expression: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names})(?![\\p{L}\\p{N}])`, 'dgu'),
      confidence: 0.7,
    }),
  ),
]
