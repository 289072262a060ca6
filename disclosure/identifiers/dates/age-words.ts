/** Words that say of a number that it is an age, or that it is none, in eight languages: parts of the patterns of ages. */

export const YEARS = '(?:years?|yrs?|Jahre?n?|ans|años|añitos|anni|anos|jaar|jaren|lat|lata)'

/** Behind what says that it is somebody's age, those of small children too. */
export const AGE_UNITS = `(?:${YEARS}|months?|weeks?|Monate?n?|Wochen|mois|meses|semanas|mesi|settimane|maanden|weken|miesi[ąę]c\\p{L}{0,3}|tygodni(?:e|a)?)`

/** As records cut them short. A letter alone is a unit of something else too. */
export const SHORT_YEARS = '(?:J\\.|jr\\.?|aa\\.?|l\\.|yrs?|y\\/?o)'

export const ABOUT =
  '(?:(?:about|almost|nearly|now|just|only|etwa|rund|fast|knapp|jetzt|nun|schon|bereits|erst|bald|heute|environ|presque|bientôt|cerca de|unos|casi|ya|solo|circa|quasi|già|ora|appena|cerca|já|agora|quase|ongeveer|bijna|nu|pas|al|net|około|prawie|już|dopiero|teraz)\\s)?'

/** Kin is told with its age, a single figure too: "Tochter (7)". */
export const KIN =
  '(?:son|daughter|grand(?:son|daughter|child)|minor|child(?:ren)?|boy|girl|baby|infant|tochter|sohn|kind(?:er)?|junge|bub|mädchen|säugling|enkel(?:in)?|petit-fils|petite-fille|fils|fille|enfants?|mineure?|bébé|hij[oa]s?|niet[oa]s?|menor|niñ[oa]s?|figli[oae]?|nipote|minore|bambin[oaei]|neonat[oa]|lattante|filh[oa]s?|net[oa]s?|menin[oa]s?|criança|beb[éê]|lactente|zoon(?:tje)?|dochter(?:tje)?|klein(?:zoon|dochter)|kinderen|jongen|meisje|zuigeling|wnuk|wnuczk[aię]|syna?|córk[aię]|dzieck[oa]|dzieci|chłopiec|chłopca|dziewczynk[aię]|niemowlę(?:cia)?)'

/** Others of whom an age is told. */
export const PERSON = `(?:${KIN}|man|woman|lady|gentleman|male|female|patient(?:in|e)?|pat\\.|pt\\.?|client(?:e|in)?|grandmother|grandfather|mother|father|brother|sister|wife|husband|widow(?:er)?|claimant|defendant|witness|mann|frau|dame|herr|oma|opa|großmutter|großvater|mutter|vater|bruder|schwester|ehemann|ehefrau|witwer?|zeugin|zeuge|klägerin|kläger|beklagter?|mandant(?:in)?|angeklagter?|homme|femme|grand-mère|grand-père|mère|père|frère|sœur|mari|épou(?:x|se)|veu(?:f|ve)|hombre|mujer|varón|señora?|abuel[oa]|madre|padre|hermana|hermano|espos[oa]|marido|demandante|acusad[oa]|testigo|signor[aei]?|sig\\.(?:ra)?|paziente|pz\\.?|uomo|donna|maschio|femmina|ragazz[oa]|nonn[oa]|fratello|sorella|moglie|marito|vedov[oa]|imputat[oa]|testimone|attore|attrice|doente|utente|pcte\\.?|sra?\\.|senhora?|homem|mulher|rapaz|rapariga|av[óô]|mãe|pai|irmã[o]?|viúv[oa]|idos[oa]|arguid[oa]|autora?|ré|réu|testemunha|vrouw|heer|mw\\.?|mevrouw|dhr\\.?|meneer|moeder|vader|broer|zus|echtgenote?|weduwe|weduwnaar|verdachte|betrokkene|cliënte?|patiënte?|bewoner|bewoonster|eiser(?:es)?|getuige|pacjent(?:ka|ki|kę|ką|a|em)?|kobiet[aęyą]|mężczyzn[aęyą]|chor[aye]|babcia|dziadek|matk[aię]|ojciec|ojca|brat|siostr[aęy]|mąż|żon[aęy]|wdow[aęy]|wdowiec|świadek|oskarżon[ay]|powód(?:ka)?|pozwan[aey]|pani?a?)`

/** Pronouns, and persons, of whom something is said to be so old. */
export const WHO = `(?:he|she|er|sie|ich|hij|zij|ze|ik|${PERSON})`

/** Verbs of languages that say that somebody has years. */
export const HAS_YEARS =
  '(?:ha|aveva|avrà|avendo|compie|compiva|compirà|compiuto|compì|tem|tinha|terá|tendo|completou|completa|fez|tiene|tenía|tendrá|cumple|cumplió|cumplirá|ma|miał|miała|mając[ay]?|skończył|skończyła|ukończył|ukończyła|kończy|liczy|liczył|liczyła)'

/** Of whom an age is told with the death: "morto a 74 anni", "died suddenly at 74". */
export const DIED =
  "(?:die[ds]|dead|deceased|passed away|verstarb|verstorben|starb|gestorben|décédée?|morte?|mourut|falleció|fallecid[oa]|murió|muert[oa]|decedut[oa]|decede|mort[oa]|morì|deceduto|mancat[oa]|falece[ur]|falecid[oa]|morreu|óbito|overleden|overleed|gestorven|stierf|zmarł[ay]?|umarł[ay]?)(?:\\s[\\p{L}'’]{3,16}){0,2}"

/** How long something lasts, or a limit, stands before a number of years: "for 95 years", "über 90 Jahre". */
export const LASTS_BEFORE =
  '(?:over|(?:lease|term|period|sentence|tenancy|warranty) of|above|than|under|every|for|für|past|last|within|[≥>≤<~]|über|ab|als|unter|seit|vor|auf|binnen|laufzeit von|(?:bail|concession)(?: \\p{L}{3,20})? de|peine de|durée de|prison de|dauer von|plus de|moins de|depuis|pendant|il y a|sur|más de|menos de|mayor(?:es)? de|hace|durante|oltre|più di|superiore a|da|per|mais de|maior(?:es)? de|menos de|há|por|boven|dan|sinds|gedurende|voor|ponad|powyżej|od|przez|około|umowa na)'

/** What of years is told that are no life: prison, a lease, experience, in words that follow "of". */
const OF_YEARS =
  'prison|réclusion|emprison|bail|garant|concess|conces|esclusiv|exclusiv|vigenc|anc|antig|anzian|retard|histor|carcere|reclusi|prisi|prisão|expéri|experi|esperien|servi|peine|storia|vita del|duration|durée|duraci|durata|dura|evolu|évolu|seguim|suivi|recul|tratam|dolor|taba[gq]|tabac|malat|diab|enferm|doença|maladie|matrim|casam|mariage|huwelijk|carri|attivit|atividade|actividad|lavoro|trabalho|trabajo|casa|tempo'

/** Behind a number of years that are no age. */
export const LASTS_BEHIND = `(?:,?\\s(?:pregnant|zwanger|schwanger|enceinte|embaraz|incinta|grávida|gestant|w ciąży)|\\s(?:ago|later|earlier|before|after|younger|lease|term|imprison|fa|dopo|prima|atrás|antes|despu|depois|später|zuvor|danach|geleden|later|temu|później|auparavant|plus tard|więzienia|celstraf|gevang|bestaan|pozbaw|di tempo|que\\s|che\\s|per\\s|pour\\s|para\\s|na\\s|om\\s|doświadcz|staż|gwaranc|prakty|pracy|opóźn|po\\s)|\\s(?:of|de|d[’']|di|von|van)\\s?(?:${OF_YEARS}))`

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
  "(?:w wieku|in età di|all['’]età di|in het alter van|(?:op|met) (?:de )?leeftijd van|à l['’]âge de|(?:com|con|à|a) (?:a|la|l['’])\\s?(?:idade|edad|età) de|idade de|edad de)"
