import { ANY_MONTH, SEASON, WEEKDAY } from '../../../text/calendar-words.ts'

/** Words that say of a number that it is an age, or that it is none, in eight languages: parts of the patterns of ages. */

export const YEARS = '(?:years?|yrs?|Jahre?n?|ans|años|añitos|anni|anos|jaar|jaren|lat|lata)'

/** Behind what says that it is somebody's age, those of small children too. */
export const AGE_UNITS = `(?:${YEARS}|months?|weeks?|Monate?n?|Wochen|mois|meses|semanas|mesi|settimane|maanden|weken|miesi[ąę]c\\p{L}{0,3}|tygodni(?:e|a)?)`

/** As records cut them short. A letter alone is a unit of something else too. */
export const SHORT_YEARS = '(?:J\\.|jr\\.?|aa\\.?|l\\.|yrs?|y\\/?o)'

export const ABOUT =
  "(?:(?:about|almost|nearly|now|then|just|only|etwa|rund|fast|knapp|jetzt|nun|schon|bereits|erst|bald|heute|inzwischen|damals|environ|presque|bientôt|alors|maintenant|aujourd[’']hui|cerca de|unos|casi|ya|solo|ahora|entonces|circa|quasi|già|ora|appena|allora|cerca|já|agora|quase|então|ongeveer|bijna|nu|toen|inmiddels|pas|al|net|około|prawie|już|dopiero|teraz|wówczas|obecnie)\\s)?"

const TIME_NAME = `(?:(?=\\p{L})(?:${ANY_MONTH}|${WEEKDAY}|${SEASON}))`
const PERIOD =
  '(?:week|month|year|spring|summer|autumn|winter|woche|monat|jahr|tag|semaine|mois|année|semana|mes|año|settimana|mese|anno|mês|ano|maand|jaar|dag|tydzień|tygodniu|miesiąc|miesiącu|roku)'
const WHICH =
  '(?:next|last|this|nächste[nrs]?|letzte[nrs]?|diese[nrs]?|kommende[nrs]?|vorige[nrs]?|la próxima|el próximo|prossim[oa]|próxim[oa]|volgende?|vorige?|deze|dit|komende?|(?:w\\s)?przyszłym|(?:w\\s)?zeszłym|w tym)'
const IN_TIME = '(?:in|on|im|am|en|le|el|al|a|il|em|no|na|op|w|we)(?:\\s(?:the|el|la))?'

/** When somebody reaches an age: "next week", "im Mai", "inmiddels". */
export const WHEN = `(?:(?:soon|shortly|recently|today|yesterday|tomorrow|demnächst|kürzlich|neulich|mittlerweile|gerade|gestern|morgen|récemment|pronto|recientemente|presto|recentemente|em breve|binnenkort|onlangs|vandaag|gisteren|wkrótce|niedawno|właśnie|${WHICH}\\s(?:${PERIOD}|${TIME_NAME})|${IN_TIME}\\s${TIME_NAME})\\s)?`

/** The same behind the age: "turned 68 on Sunday". */
export const BEFORE_WHEN = `(?=\\s(?:${WHICH}|${IN_TIME}\\s${TIME_NAME})(?!\\p{L}))`

/** What says of a person, or of a name, that the number behind it is the age. */
export const IS_NOW = `(?:is|was|(?:will\\s)?(?:(?:soon|shortly)\\s)?be|turns|turned|ist|war|wird|wurde|wordt|werd)\\s${WHEN}${ABOUT}`

/** Verbs of languages that say it of a number without its years too: "cumplió 68 en mayo". */
export const REACHES =
  '(?:cumpl(?:e|ía|ió|irá)|compie|compirà|compì|compiuto|fez|faz|fará|completou|skończył[ay]?|skończy|kończy|ukończył[ay]?)'

/** Kin is told with its age, a single figure too: "Tochter (7)". */
export const KIN =
  '(?:son|daughter|grand(?:son|daughter|child)|minor|child(?:ren)?|boy|girl|baby|infant|tochter|sohn|kind(?:er)?|junge|bub|mädchen|säugling|enkel(?:in)?|petit-fils|petite-fille|fils|fille|enfants?|mineure?|bébé|hij[oa]s?|niet[oa]s?|menor|niñ[oa]s?|figli[oae]?|nipote|minore|bambin[oaei]|neonat[oa]|lattante|filh[oa]s?|net[oa]s?|menin[oa]s?|criança|beb[éê]|lactente|zoon(?:tje)?|dochter(?:tje)?|klein(?:zoon|dochter)|kinderen|jongen|meisje|zuigeling|wnuk|wnuczk[aię]|syna?|córk[aię]|dzieck[oa]|dzieci|chłopiec|chłopca|dziewczynk[aię]|niemowlę(?:cia)?)'

/** Several of them: "sons (12 and 14)". */
export const CHILDREN =
  '(?:sons|daughters|children|kids|boys|girls|babies|twins|triplets|brothers|sisters|siblings|grand(?:sons|daughters|children)|nephews|nieces|söhnen?|töchtern?|kindern?|buben|jungen|jungs|mädchen|zwillingen?|drillingen?|enkeln?|enkelkindern?|geschwistern?|brüdern?|schwestern|fils|filles|enfants|garçons|jumeaux|jumelles|frères|sœurs|hij[oa]s|niñ[oa]s|niet[oa]s|gemel[oa]s|mellizos|herman[oa]s|figli[e]?|bambin[ie]|ragazz[ie]|gemell[ie]|fratelli|sorelle|nipoti|filh[oa]s|menin[oa]s|crianças|net[oa]s|g[éê]meos|irmãos|irmãs|zonen|dochters|kinderen|jongens|meisjes|tweeling|kleinkinderen|broers|zussen|synowie|synów|córki|córek|dzieci|chłopcy|dziewczynki|bliźnięta|wnuki|wnuków|bracia|siostry)'

/** Joins the last of several to those before. */
export const AND = '(?:and|or|&|und|oder|et|ou|y|o|e|en|of|i|lub)'

/** Others of whom an age is told. */
export const PERSON = `(?:${KIN}|man|woman|lady|gentleman|male|female|patient(?:in|e)?|pat\\.|pt\\.?|client(?:e|in)?|grandmother|grandfather|aunt|uncle|cousin|nephew|niece|tante|onkel|neffe|nichte|oncle|neveu|nièce|zi[oa]|t[ií][oa]|sobrin[oa]|oom|ciocia|wujek|mother|father|brother|sister|wife|husband|widow(?:er)?|claimant|defendant|witness|mann|frau|dame|herr|oma|opa|großmutter|großvater|mutter|vater|bruder|schwester|ehemann|ehefrau|witwer?|zeugin|zeuge|klägerin|kläger|beklagter?|mandant(?:in)?|angeklagter?|homme|femme|grand-mère|grand-père|mère|père|frère|sœur|mari|épou(?:x|se)|veu(?:f|ve)|personne|hombre|mujer|varón|señora?|abuel[oa]|madre|padre|hermana|hermano|espos[oa]|marido|viud[oa]|persona|demandante|acusad[oa]|testigo|signor[aei]?|sig\\.(?:ra)?|paziente|pz\\.?|uomo|donna|maschio|femmina|ragazz[oa]|nonn[oa]|fratello|sorella|moglie|marito|vedov[oa]|imputat[oa]|testimone|attore|attrice|doente|utente|pcte\\.?|sra?\\.|senhora?|homem|mulher|rapaz|rapariga|av[óô]|mãe|pai|irmã[o]?|viúv[oa]|pessoa|idos[oa]|arguid[oa]|autora?|ré|réu|testemunha|vrouw|heer|mw\\.?|mevrouw|dhr\\.?|meneer|moeder|vader|broer|zus|echtgenote?|weduwe|weduwnaar|persoon|verdachte|betrokkene|cliënte?|patiënte?|bewoner|bewoonster|eiser(?:es)?|getuige|pacjent(?:ka|ki|kę|ką|a|em)?|kobiet[aęyą]|mężczyzn[aęyą]|chor[aye]|babcia|dziadek|matk[aię]|ojciec|ojca|brat|siostr[aęy]|mąż|żon[aęy]|wdow[aęy]|wdowiec|osob[ayęą]|świadek|oskarżon[ay]|powód(?:ka)?|pozwan[aey]|pani?a?)`

/** Pronouns, and persons, of whom something is said to be so old. */
export const WHO = `(?:he|she|er|sie|ich|hij|zij|ze|ik|${PERSON})`

/** Verbs of languages that say that somebody has years. */
export const HAS_YEARS =
  '(?:ha|aveva|avrà|avendo|compie|compiva|compirà|compiuto|compì|tem|tinha|terá|tendo|completou|completa|fez|tiene|tenía|tendrá|cumple|cumplió|cumplirá|ma|miał|miała|mając[ay]?|skończył|skończyła|skończy|ukończył|ukończyła|kończy|liczy|liczył|liczyła)'

/** Of whom an age is told with the death: "morto a 74 anni", "died suddenly at 74". */
export const DIED =
  "(?:die[ds]|dead|deceased|passed away|verstarb|verstorben|starb|gestorben|décédée?|morte?|mourut|falleció|fallecid[oa]|murió|muert[oa]|decedut[oa]|decede|mort[oa]|morì|deceduto|mancat[oa]|falece[ur]|falecid[oa]|morreu|óbito|overleden|overleed|gestorven|stierf|zmarł[ay]?|umarł[ay]?)(?:\\s[\\p{L}'’]{3,16}){0,2}"

/** How long something lasts, or a limit, stands before a number of years: "for 95 years", "über 90 Jahre". */
export const LASTS_BEFORE =
  '(?:over|(?:lease|term|period|sentence|tenancy|warranty) of|above|than|under|every|for|für|past|last|within|[≥>≤<~]|über|ab|als|unter|seit|vor|auf|binnen|laufzeit von|(?:bail|concession)(?: \\p{L}{3,20})? de|peine de|durée de|prison de|dauer von|plus de|moins de|depuis|pendant|il y a|sur|más de|menos de|mayor(?:es)? de|hace|durante|oltre|più di|superiore a|da|per|mais de|maior(?:es)? de|menos de|há|por|boven|dan|sinds|gedurende|voor|ponad|powyżej|od|przez|około|umowa na)'

/** What of years is told that are no life: prison, a lease, experience, in words that follow "of". */
const OF_YEARS =
  'prison|réclusion|emprison|bail|garant|concess|conces|esclusiv|exclusiv|vigenc|anc|antig|anzian|retard|histor|carcere|reclusi|prisi|prisão|expéri|experi|esperien|servi|peine|storia|vita del|duration|durée|duraci|durata|dura|evolu|évolu|seguim|suivi|recul|tratam|dolor|taba[gq]|tabac|malat|diab|enferm|doença|maladie|matrim|casam|mariage|huwelijk|carri|attivit|atividade|actividad|lavoro|trabalho|trabajo|casa|tempo'

/** "3 years post stroke"; not "a patient, 74 years post surgery", nor "paziente di 74 anni post intervento". */
const SINCE = `post(?!\\p{L})(?<=(?:year|yr|month|week|day)s?\\spost)(?<!(?<!\\p{L})${PERSON}[^.;\\n]{0,20}\\d\\d\\s(?:years?|yrs?)\\spost)`

/** "A client of 15 years standing"; not "a woman, 74 years, standing by the door". */
const STANDING =
  '(?<=(?<!\\p{L})of\\s[^.,;\\n]{1,24}\\s)standing(?!\\s(?:at|by|in|on|near|next|outside|inside|behind|before|beside|under|alone|with|up|there|still)(?!\\p{L}))'

/** Behind a number of years that are no age. */
export const LASTS_BEHIND = `(?:,?\\s(?:pregnant|zwanger|schwanger|enceinte|embaraz|incinta|grávida|gestant|w ciąży)|['’]?\\s(?:ago|${SINCE}|${STANDING}|later|earlier|before|after|younger|lease|term|imprison|fa|dopo|prima|atrás|antes|despu|depois|später|zuvor|danach|geleden|later|temu|później|auparavant|plus tard|więzienia|celstraf|gevang|bestaan|pozbaw|di tempo|que\\s|che\\s|per\\s|pour\\s|para\\s|na\\s|om\\s|doświadcz|staż|gwaranc|prakty|pracy|opóźn|po\\s)|\\s(?:of|de|d[’']|di|von|van)\\s?(?:${OF_YEARS}))`

/** What may be so old without being anybody: "de 5-jarige huurovereenkomst", "10-letni samochód", "20-jährige Ehe". */
export const OLD_THINGS =
  '(?:\\p{L}{0,20}(?:overeenkomst|contract|termijn|periode|looptijd|garantie|straf|overleving|vergunning|hypotheek|lening|opleiding|studie|ervaring|huwelijk|jubileum|bestaan|relatie|cursus|behandeling|carrière|dienstverband|vertrag|frist|laufzeit|strafe|dauer|erfahrung|verhältnis|jubiläum|verlauf|anamnese|überleben|zugehörigkeit|tätigkeit|bindung|ehe|haft|bestehen)|um[oó]w|okres|gwaranc|najm|termin|kar[aęy]|kredyt|doświadcz|przeżyci|przeżywal|obserwac|wyrok|dzierżaw|leczeni|terapi|program|plan|licenc|mandat|kadencj|studi|ochron|samoch|prakty|małżeń|staż|prac|pożyci|dom|budyn|związ|histori|współprac|wywiad|nałog)'

/** Of a table of how many live on, or what is lent: "sopravvivenza a 10 anni", "risque à 10 ans". */
export const FORECAST =
  '(?:surviv|überleb|survie|sobrevi|supervivenc|sopravviv|przeży|overlev|risk|risiko|risque|riesgo|risco|rischi|ryzyk|mortal|mortgage|prêt|crédit|crédito|mutuo|follow)'

/** Behind its label: "Alter (Jahre): 74", "age at diagnosis: 74". */
export const AGE_OF_WHEN =
  "(?:\\s\\([^()\\n]{1,12}\\))?(?:\\s(?:at|bei|beim|à la|lors de l[’']|lors du|au|al|alla|ao|na|bij|przy|en el)\\s?(?:the\\s)?\\p{L}{4,20})?"

/** Its label: "Alter/Geschlecht: 74/w", "Idade: 74". */
export const AGE_WORD =
  "(?:age|alter|âge|edad|età|eta['’]|idade|leeftijd|lft\\.?|wiek)(?:\\s?/\\s?(?:sex|gender|geschlecht|sexe|sexo|sesso|geslacht|płeć))?"

export const AT_THE_AGE_OF =
  "(?:w wieku|in età di|all['’]età di|im alter von|in het alter van|(?:op|met|in) (?:de )?leeftijd van|à l['’]âge de|(?:com|con|à|a) (?:a|la|l['’])\\s?(?:idade|edad|età) de|idade de|edad de)"
