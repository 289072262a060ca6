/** What somebody says or believes: all that follows in the sentence is theirs. Beginnings of words, or whole ones before "$". */
const REPORTING = beginnings([
  'claim(?:ed|ing) alleg argu(?:e[sd]?|ing)$ contend assert suspect(?:s|ing)?$ suspic believ suppos(?:e[sd]?|edly|ing|ition)$ aver(?:s|red)$ pleaded says?$ said$ told$ thinks?$ thought$ fear(?:s|ed)$ apparently purported',
  'behaupt angeblich vermut glaubt$ meint$ meinte$ befürcht vorgetragen$',
  'allégu allègu prétend soutient$ soutiennent$ affirme soupçonn croit$ estime$ estiment$',
  'alega(?:n|do|da)?$ alegó$ afirma sostiene supuest presunt cree$ creen$ sospech',
  'sostien asseri afferma presunt sospett crede$ credono$ ritien',
  'supost alegadamente$ acredita suspeit',
  'beweer stelt$ stellen$ zogenaamd vermeend vermoed gelooft$ meent$',
  'twierdz rzekom podejrzew uważa$ uważają$ sądzi$ domniem',
])
/**
 * What may be so, no further than this clause; and verbs that report in one sentence and mean something else in another. The Polish "może"
 * is left out: it permits as often as it doubts.
 */
const HEDGING = beginnings([
  'possib probab presum likel unlikely perhaps maybe might could potentially questionabl quer[yi] differential suspected uncertain unclear unconfirmed doubtful seem appear(?:s|ed)?$ hypothe(?:s|tic) claims?$ submit(?:s|ted)$ maintain insist assum suggest denying reports$ reported stat(?:ed|ing)$',
  'möglich vielleicht$ wahrscheinlich eventuell womöglich wohl$ könnte dürfte scheint$ scheinbar anscheinend fraglich verdacht unklar ungewiss unsicher',
  'peut-être$ vraisembl éventuel pourrai semble$ semblent$ apparemment$ incertain douteu',
  'quizás?$ posib podría parece$ parecen$ aparent inciert dudos',
  'forse$ potrebbe sembra$ sembrano$ verosimil incert dubbi eventual',
  'talvez$ possív possív provav prováv poderia parece$ parecem$ aparent duvidos',
  'misschien$ mogelijk waarschijnlijk wellicht$ lijkt$ lijken$ blijkbaar$ onzeker twijfel',
  'możliw prawdopodob ewentualn chyba$ przypuszcz wydaje$ niepewn wątpliw',
])
const OF_A_TEXT =
  '(?:laws?|rules?|clauses?|sections?|articles?|lease|contract|agreement|policy|acts?|framework|guidelines?|gesetz|vertrag|klausel|artikel|loi|contrat|bail|ley|contrato|artículo|cláusula|legge|contratto|articolo|clausola|lei|artigo|wet|overeenkomst|ustaw\\p{L}*|umow\\p{L}*|art)'
/** "Secondo" and "segundo" behind an article are the second. */
const ACCORDING_TO =
  "(?:according to|laut|zufolge|selon|d['’]après|según|(?<!\\b(?:il|al|del|un) )secondo|(?<!\\b(?:o|ao|do|um|el|al|del|un) )segundo|volgens|według|zdaniem)"
/**
 * A mark before a word or by itself, and not behind one: "? fracture" asks for a look, and is no end of a question. What a text
 * says, other than a person, need not be told with who says it.
 */
const QUERY = new RegExp(
  [
    String.raw`(?:^|[\s(:,;/])\?`,
    String.raw`\b(?:rul(?:e|ed|ing) out|r/o)\b`,
    String.raw`\b(?:consistent with|concern(?:s|ed|ing)? (?:for|of)|verdacht auf|v\. ?a\.|suspicion d[e'’]|sospecha de|sospetto di|suspeita de|verdenking|podejrzenie)(?!\p{L})[^,]*$`,
    String.raw`(?<!\p{L})${ACCORDING_TO} (?!(?:[\p{L}'’]+ ){0,4}${OF_A_TEXT}(?!\p{L}))`,
  ].join('|'),
  'iu',
)

/** What a clause says without "not" of what follows. */
const DISOWNING = new Set(
  'untrue false doubt doubts doubted dispute disputes disputed alleged alleges allegedly rejected rejects unwahr falsch zweifel bezweifelt faux fausse doute falso falsa duda dubbio dúvida onwaar twijfel betwist nieprawda wątpi odrzuca'.split(
    ' ',
  ),
)

export function isDisowning(word: string): boolean {
  return DISOWNING.has(word)
}

/** Whether what is left out in front of a quote in its sentence gives it as what somebody says; a word in lower case. */
export function isReporting(word: string): boolean {
  return REPORTING.test(word)
}

/** Whether a word of a clause leaves open whether the rest of it is so; in lower case. */
export function isHedging(word: string): boolean {
  return HEDGING.test(word)
}

/** Whether what stands before something puts it in doubt by several words, or by a question mark. */
export function isQueried(left: string): boolean {
  return QUERY.test(left)
}

/** English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
function beginnings(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.flatMap((list) => list.split(' ')).join('|')})`, 'u')
}

const POSSIBLE =
  /\b(?:might|could|possibl[ey]|perhaps|cannot be (?:ruled out|excluded)|not been (?:ruled out|excluded)|may have|may be(?! (?:\p{L}+ly )?\p{L}+(?:ed|en|wn|ught)\b)|a (?:real )?(?:risk|chance|possibility)|suggests?|suspected|uncertain)\b/iu
const PROBABLE = /\b(?:probabl[ey]|likely|best explained|presumably|appears?|seems?|arguabl[ey])\b/i
const CERTAIN = /\b(?:certain(?:ly)?|definite(?:ly)?|undoubtedly|proves?|proven|clearly|confirmed|beyond doubt)\b/i

/**
 * How sure a sentence is: 1 may be, 2 is probably, 3 is, 4 is certainly. In English alone, as the statements are that are compared by it: how
 * sure "wohl" or "dovrebbe" is, only the sense tells.
 */
export function certaintyOf(text: string): number {
  if (POSSIBLE.test(text)) return 1
  if (PROBABLE.test(text)) return 2
  return CERTAIN.test(text) ? 4 : 3
}
