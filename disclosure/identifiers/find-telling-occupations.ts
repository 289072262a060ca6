import { type Language, languageOf, LANGUAGES } from '../../text/languages.ts'
import type { Span } from '../../text/spans.ts'
import type { IdentifierSpan } from './identifier.ts'
import { DETERMINERS } from './names/cue-words.ts'
import { isCapital } from './names/name-run.ts'
import { inAnyCase } from './patterns/any-case.ts'
import { beginnersOf, matchesAtWords } from './patterns/pattern.ts'
import { TOWN } from './places/address-grammar.ts'
import type { Reading } from './tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt } from './tokens/word-at.ts'

/** "the only", "the last", "the former": beside a place they make any occupation a name. */
const ONLY_ONE =
  "only|last|sole|einzige[rn]?|letzte[rnms]?|seul(?:e)?|dernier|dernière|únic[oa]|últim[oa]|unic[oa]|ultim[oa]|l['’]unic[oa]|l['’]ultim[oa]|enige|laatste|jedyn(?:y|a|ą|ym|ego|ej)|ostatni(?:m|a|ą|ego|ej)?"
const FORMER =
  'former|retired|ehemalige[rn]?|frühere[rn]?|pensionierte[rn]?|ancien(?:ne)?|antigu[oa]|ex|antig[oa]|vecchi[oa]|voormalig(?:e)?|oud|emerytowan(?:y|a|ą|ym|ej|ego)|dawn(?:y|a|ą|ym|ej|ego)|była|były|byłym|byłą'

const BEFORE = inAnyCase(`${ONLY_ONE}|${FORMER}`)

/** "of the inn", "du phare", "op de korenmolen": where in the place. */
const WHERE = String.raw`(?<where>(?:[ -](?:of|at|on|der|des|vom|am|auf|im|du|de|del|della|dello|do|da|op|van|te|na|w)(?:[ ](?:the|der|dem|la|lo|de|het|only|het))?(?:[ ]|(?<=l['’]))(?:only[ ])?\p{L}{3,20}){0,2})`
const TO_PLACE = String.raw`(?=,?[ ](?:(?:working[ ]out[ ])?(?:of|in|at|from|on|near)|von|zu|zum|aus|bei|auf|de|du|des|à|au|en|di|del|della|dell['’]|a|do|da|dos|em|no|na|van|te|uit|op|w|we|z|ze|wsi|gminy|parafii)(?:[ ](?:the|der|la|le|el|il|lo|o|wsi))?[ ]?(?:[dl]['’])?(?<place>${TOWN}))`

/** In Italian and Portuguese the place belongs to it: "postino di Sant'Anna". */
const WITH_PLACE: Readonly<Partial<Record<Language, RegExp>>> = {
  it: /^ (?:di|del|della|dell['’]) ?$/u,
  pt: /^ (?:de|do|da|dos) $/u,
}
const EDGE = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`

type Expressions = {
  readonly inPlace: readonly RegExp[]
  readonly alone: RegExp
  readonly mayBegin: (word: Word) => boolean
  readonly withPlace?: RegExp
}

/** Endings of what people do, by language; only beside "the only" and the like. */
const DOES =
  '\\p{L}{3,20}(?:smith|keeper|maker|monger|wright|ster|er|or|ist|man|woman|meister(?:in)?|wirt(?:in)?|erin|eur|euse|ier|ière|iste|ero|era|ista|dora?|aio|aia|aro|ara|tore|trice|iere|iera|eiro|eira|aar|boer|arz(?:em)?|nik(?:iem)?|arka|arką)'

/**
 * What one person of a village does, by language and with its forms, as alternatives of a pattern; a noun of several words is written with
 * spaces. With a small place beside it such a word is a name.
 */
const ONE_OF_A_VILLAGE: Readonly<Record<Language, string>> = {
  en: 'lollipop (?:man|lady|woman)|school crossing (?:patrol|warden)|butcher|baker|village vet|councillor|parish clerk|coastguard|sub-?postmaster|sub-?postmistress|librarian|church organist|pub landlord|town clerk|lighthouse (?:keeper|attendant)|verger|sexton|bell ?ringer|blacksmith|farrier|miller|ferryman|ferry(?:man|woman)|harbou?r ?master|postmistress|postmaster|postman|postwoman|publican|innkeeper|landlady of the \\p{Lu}\\p{L}+|gamekeeper|ghillie|forester|thatcher|wheelwright|cooper|organist|church ?warden|curate|vicar|parish priest|rector|minister of the kirk|crofter|shepherd|skipper|lifeboat coxswain|coxswain|fire chief|midwife|village (?:doctor|teacher|shopkeeper|policeman|constable)|district nurse|headmaster|headmistress|head ?teacher|beekeeper|cheesemaker|undertaker|gravedigger|mole ?catcher|lock ?keeper|signalman|station ?master|mayor(?:ess)?|provost|laird|piper|last speaker|trawlerman',
  de: 'schulweghelfer(?:in)?|ortsbrandmeister(?:in)?|gemeinderat|gemeinderätin|bäcker(?:meister)?(?:in)?|metzger(?:meister)?(?:in)?|fleischermeister(?:in)?|schornsteinfeger(?:meister)?(?:in)?|apotheker(?:in)?|jagdaufseher(?:in)?|winzer(?:in)?|chorleiter(?:in)?|ortschronist(?:in)?|(?:dorf|grob|huf|kunst)?schmied(?:in)?|schmiedemeister(?:in)?|wagner(?:meister)?|müller(?:meister)?|hüttenwirt(?:in)?|almwirt(?:in)?|gastwirt(?:in)?|dorfwirt(?:in)?|wirt(?:in)?|förster(?:in)?|revierförster(?:in)?|jagdpächter(?:in)?|mesner(?:in)?|küster(?:in)?|messner(?:in)?|organist(?:in)?|kantor(?:in)?|pfarrer(?:in)?|pastor(?:in)?|bürgermeister(?:in)?|ortsvorsteher(?:in)?|ortsbürgermeister(?:in)?|gemeindepräsident(?:in)?|dorflehrer(?:in)?|schulleiter(?:in)?|postbote|postbotin|briefträger(?:in)?|leuchtturmwärter(?:in)?|fährmann|fährfrau|hebamme|dorfhebamme|landarzt|landärztin|dorfarzt|dorfärztin|tierarzt|tierärztin|dorfapotheker(?:in)?|wehrführer(?:in)?|feuerwehrkommandant(?:in)?|bergführer(?:in)?|senn(?:erin)?|käser(?:in)?|imker(?:in)?|schäfer(?:in)?|totengräber(?:in)?|bestatter(?:in)?|böttcher(?:in)?|köhler(?:in)?|glockengießer|kaminfegermeister(?:in)?|bezirksschornsteinfeger(?:in)?|hafenmeister(?:in)?|bademeister(?:in)?|dorfbäcker(?:in)?|sägewerksbesitzer(?:in)?',
  fr: "président(?:e)? du comité des fêtes|adjoint(?:e)? au maire|conseill(?:er|ère) municipale?|boucher|bouchère|épicier|épicière|garagiste|capitaine des pompiers|coiffeuse du village|maire|pharmacien(?:ne)?|ostréiculteur|ostréicultrice|curé|facteur|factrice|aubergiste|cafetier|cafetière|forgeron(?:ne)?|maréchal-ferrant|garde-forestier|garde forestier|garde champêtre|garde-champêtre|gardien(?:ne)? d[ue] (?:phare|refuge|cimetière)|organiste|sacristain(?:e)?|sonneur|bedeau|sage-femme|fromager|fromagère|berger|bergère|apiculteur|apicultrice|meunier|meunière|passeur|éclusier|éclusière|instituteur|institutrice|directeur de l['’]école|directrice de l['’]école|boulanger|boulangère|tonnelier|sabotier|bourrelier|syndic|secrétaire de mairie|chef des pompiers|fossoyeur|guide de haute montagne|médecin de campagne|vétérinaire|buraliste|châtelain(?:e)?",
  es: 'alcalde pedáneo|alcaldesa pedánea|maestr[oa]|concejal(?:a)?|carnicer[oa]|estanquer[oa]|practicante|ganader[oa]|veterinari[oa]|farmacéutic[oa]|alcalde|alcaldesa|párroco|cura|cartero|herrero|herrera|molinero|molinera|panadero|panadera|mesonero|mesonera|tabernero|tabernera|guardabosques|guarda forestal|guarda|farero|farera|organista|sacristán|sacristana|campanero|campanera|comadrona|partera|pastor|pastora|quesero|quesera|apicultor|apicultora|barquero|jefe comunal|jefa comunal|teniente gobernador|retablista|mayordom[oa]|maestro del pueblo|maestra del pueblo|maestr[oa] rural|médic[oa] rural|boticari[oa]|enterrador|sepulturero|pregonero|juez de paz|jueza de paz|corregidor|varayoc|lonko|cacique|machi',
  it: 'assessor[ea]|consigliere comunale|macellai[oa]|barbiere|maestr[oa]|segretari[oa] comunale|bidell[oa]|edicolante|tabaccai[oa]|vigile urbano|farmacista|veterinari[oa]|parroco|sindaco|sindaca|postino|postina|fabbro|maniscalco|mugnaio|mugnaia|fornaio|fornaia|oste|ostessa|locandier[ea]|guardaboschi|guardia forestale|guardaparco|farista|guardiano del faro|organista|sacrestano|sagrestano|campanaro|ostetrica|levatrice|malgaro|casaro|pastore|apicoltore|apicoltrice|traghettatore|medico condotto|infermiera del presidio|maestr[oa] del paese|maestra elementare|farmacista del paese|becchino|guida alpina|gestore del rifugio|bottaio|cestaio|liutaio|comandante dei vigili|capostazione',
  pt: 'merendeira|vereador(?:a)?|barbeiro|talhante|catequista|diácono|enfermeira do posto|secretári[oa] da junta|benzedor|pároco|padre da freguesia|presidente da (?:junta|câmara)|regedor(?:a)?|carteiro|ferreiro|ferrador|moleiro|moleira|padeiro|padeira|taberneiro|taberneira|guarda-florestal|guarda florestal|faroleiro|faroleira|organista|sacristão|sacristã|sineiro|sineira|parteira|pastor|queijeiro|queijeira|apicultor(?:a)?|barqueiro|barqueira|balseiro|coveiro|professora? primári[oa]|professor da aldeia|professora da aldeia|tanoeiro|oleiro|oleira|vaqueiro|benzedeira|rezadeira|cacique|pajé|dono da venda|dona da venda|tamborileiro',
  nl: 'verkeersbrigadier|wethouder|predikant|bakker|slager|raadslid|onderwijzer(?:es)?|drogist|apotheker|dorpshuisarts|dirigente? van de harmonie|klokkenluider|dierenarts|dorpssmid|burgemeester|pastoor|dominee|koster|kosteres|organist(?:e)?|molenaar|smid|hoefsmid|postbode|herbergier|cafébaas|kastelein|boswachter|vuurtorenwachter|brugwachter|sluiswachter|veerman|havenmeester|schaapherder|imker|kaasboer|kaasmaakster|dorpsonderwijzer|dorpsonderwijzeres|dorpsdokter|vroedvrouw|garnalenvisser|palingvisser|klompenmaker|rietdekker|brandweercommandant|doodgraver|beiaardier|veldwachter|schipper van de \\p{L}+',
  pl: 'radn(?:y|a|ą|ej|ym)|nauczyciel(?:em|a|ka|ką|ki)?|fryzjer(?:em|ka|ką)?|masarz(?:em)?|rzeźnik(?:iem|a)?|dyrygent(?:em|ka|ką)?|sklepikark(?:a|ą)|sklepikarz(?:em)?|weterynarz(?:em|a)?|aptekark(?:a|ą|i)|proboszcz(?:em|a|owi)?|wikar(?:y|ym|ego)|sołtys(?:em|a|owi|ką|ka|ki)?|wójt(?:em|a|owi)?|burmistrz(?:em|a|owi)?|listonosz(?:em|a|ka|ką|owi)?|kowal(?:em|a|owi)?|młynarz(?:em|a|owi)?|leśnicz(?:y|ym|ego|emu|a|ą|yna)|gajow(?:y|ym|ego)|organist(?:a|ą|y|ka|ką|ki|ce)|kościeln(?:y|ym|ego|a|ą|ej)|dzwonnik(?:iem|a)?|położn(?:a|ą|ej)|latarnik(?:iem|a)?|karczmarz(?:em|a)?|pszczelarz(?:em|a)?|bac(?:a|ą|y)|przewoźnik(?:iem|a)?|grabarz(?:em|a)?|zielark(?:a|ą|i)|szeptuch(?:a|ą|y)|piekarz(?:em|a)?|naczelnik(?:iem|a)? OSP|komendant(?:em|a)? OSP|kierowniczk(?:a|ą|i) szkoły|dyrektor(?:em|ką|ka|a|ki)? szkoły|bednarz(?:em|a)?|garncarz(?:em|a)?',
}

const EXPRESSIONS = new Map(
  LANGUAGES.map((language) => {
    const withPlace = WITH_PLACE[language]
    return [language, { ...expressionsOf(ONE_OF_A_VILLAGE[language]), ...(withPlace && { withPlace }) }]
  }),
)
const OF_ALL = expressionsOf(LANGUAGES.map((language) => ONE_OF_A_VILLAGE[language]).join('|'))

function expressionsOf(occupations: string): Expressions {
  const village = inAnyWriting(occupations)
  const known = String.raw`${EDGE}(?<id>(?:(?:${BEFORE})[ ])?(?:${village})${END}${WHERE})${TO_PLACE}`
  const only = String.raw`${EDGE}(?<id>(?:${BEFORE})[ -](?:${DOES})${END}${WHERE})${TO_PLACE}`
  return {
    inPlace: [known, only].map((expression) => new RegExp(expression, 'duy')),
    alone: new RegExp(String.raw`${EDGE}(?<id>(?:${village}))${END}(?! de edad)`, 'duy'),
    mayBegin: beginnersOf(`${ONLY_ONE}|${FORMER}|${occupations}`),
  }
}

/** By the language of the text: "cura" is a priest in Spanish and nursing in Italian. */
function expressionsFor(text: string): Expressions {
  const language = languageOf(text.slice(0, LOOKED_AT))
  return (language && EXPRESSIONS.get(language)) ?? OF_ALL
}

/** So much of a text tells its language. */
const LOOKED_AT = 6_000

/** More letters behind an occupation still belong to its sentence. */
const SENTENCE = 120

/** Occupations that with the place beside them are as good as a name: "the only blacksmith of Ardtoe", "Wirtin der Gaststätte in Odenbach". */
export function findTellingOccupations(reading: Reading): readonly IdentifierSpan[] {
  const { text } = reading
  const { inPlace, mayBegin, withPlace } = expressionsFor(text)
  return inPlace.flatMap((expression) =>
    matchesAtWords(reading, expression, mayBegin).flatMap(({ indices, groups }) => {
      const [start, end] = indices?.groups?.id ?? [0, 0]
      const [place, placeEnd] = indices?.groups?.place ?? [0, 0]
      if (!isSmallPlace(reading, place) || isSurname(reading, start, groups?.where !== '')) return []
      const to = withPlace?.test(text.slice(end, place)) ? placeEnd : end
      return [{ start, end: to, type: 'occupation' as const, by: 'pattern' as const, confidence: 0.7 }]
    }),
  )
}

/** The same without a place right behind, where a place stands in the sentence: a person decides. */
export function flagOccupations(reading: Reading, covered: (word: Span) => boolean): readonly Span[] {
  const { text } = reading
  const { alone, mayBegin } = expressionsFor(text)
  return matchesAtWords(reading, alone, mayBegin).flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    const isOne = !covered({ start, end }) && !isSurname(reading, start, false) && hasPlaceNear(reading, start, end)
    return isOne ? [{ start, end }] : []
  })
}

/** "Frau Müller in Kiel", "Cooper of Leeds": with a capital an occupation is a family name unless an article stands before. */
function isSurname({ words, languages }: Reading, offset: number, hasWhere: boolean): boolean {
  const at = firstWordFrom({ words }, offset)
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (!isCapital(word) || hasWhere) return false
  if (has(DETERMINERS, before) || /^(?:als|war|ist|wird|wurde|zum|beim|vom|gelernter?|ex)$/u.test(before.text))
    return false
  return word.name > 0 || languages[0] !== 'de' || (isCapital(before) && word.gap === ' ')
}

function hasPlaceNear({ words, text }: Reading, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - SENTENCE), start)
  const behind = text.slice(end, end + SENTENCE)
  const from = start - before.length + Math.max(0, before.search(/[.!?\n][^.!?\n]*$/u))
  const to = end + (/[.!?\n]/u.exec(behind)?.index ?? behind.length)
  for (let at = firstWordFrom({ words }, from); at < words.length && wordAt(words, at).start < to; at += 1) {
    const { shape, levels, ordinary } = wordAt(words, at)
    if (shape === 'title' && levels.place > 0 && ordinary < 2) return true
  }
  return false
}

/** In a large city there are many of them; an unknown name may be a village. */
function isSmallPlace(reading: Reading, offset: number): boolean {
  const at = firstWordFrom(reading, offset)
  const { levels, ordinary, name } = wordAt(reading.words, at)
  const isPartOfName = wordAt(reading.words, at + 1).gap === ' ' && /^\p{Lu}/u.test(wordAt(reading.words, at + 1).text)
  if (levels.place === 2 && !isPartOfName) return false
  return levels.place > 0 || ordinary === 0 || (ordinary < 2 && name === 0)
}

/** With a capital or without; whole capitals only in headings, which say nobody's occupation. */
function inAnyWriting(alternatives: string): string {
  return alternatives
    .split(/\|(?![^(]*\))/u)
    .map((word) =>
      word.replace(/^(\(\?:)?(\p{Ll})/u, (_, open: string | undefined, first: string) =>
        open === undefined ? `[${first}${first.toUpperCase()}]` : `${open}${first}`,
      ),
    )
    .join('|')
}
