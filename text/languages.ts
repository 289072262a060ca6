import { eld } from 'eld/extrasmall'
import { foldWord } from './normalise.ts'

/** The languages that every reader of `text/` knows: those that pages are recognised in. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const
export type Language = (typeof LANGUAGES)[number]

/** The commonest small words of each language: half of any running text. */
const SMALL_WORDS: Readonly<Record<Language, string>> = {
  en: `the of and to in that is was for it with as his on be at by this had not are but from or have an they which
    one you were all her she there would their we him been has when who will no more if out so said what its about
    than into them can only other any may these shall must under after before during been patient court`,
  de: `der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
    dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr
    durch man sein wurde sei wenn ihre kann keine wir ich unter nach seit gegen ohne zwischen`,
  fr: `de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son ou aux
    cette a été ont ses mais comme nous était leur on y elle sans vous tout fait deux même ces être peut entre après
    dont lui si ainsi avait sous depuis chez aucun je`,
  es: `de la que el en y los del se las por un para con no una su al lo como más pero sus le ya este sí porque esta
    entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ha fue son está han ser es o
    siendo puede dos contra según años`,
  it: `di e il la che in un per è una non del si da le con i dei al sono della come anche ha gli alla nel più lo
    delle dal ma nella su se o ed ai dalla stato suo sua questo essere degli tra dopo stata fra hanno era senza può
    loro molto viene cui presso mentre quando`,
  pt: `de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem seu sua ou
    ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem pelos pelas nossa nosso este
    nas me esse eles são foram sobre após`,
  nl: `de van het een en in is dat op te zijn met voor niet aan er om hij ook als dan maar bij door uit die was heeft
    naar ze had over tot dit worden wordt of deze werd nog kan meer zich haar we geen wel onder hun tegen na zou
    moet alleen tussen zonder tijdens`,
  pl: `w i na z do się że nie jest o to jak a od przez po ale za dla tym oraz co ten są tak jego czy być był tego
    ich które może pod było tylko już u przy jej który została przed po bez lub także jako został zostało gdy można
    między nad mu więc`,
}

const DETECTOR = eld.newInstance()
DETECTOR.setLanguageSubset([...LANGUAGES])
/** A language is told when it scores this much more than the next one and the detector is sure, or leads this clearly. */
const LEAD = 0.04
const CLEAR_LEAD = 0.15
const LEAST_WORDS = 5
/** So many characters of a text tell its language. */
const LOOKED_AT = 20_000

/**
 * The language of a text among `among`, or null where that is not clear: lists of names, numbers, another language. Also for
 * text that was recognised with the wrong language's data, which loses accents and a word here and there.
 */
export function languageOf(text: string, among: readonly Language[] = LANGUAGES): Language | null {
  const start = text.slice(0, LOOKED_AT)
  if ((start.match(/\p{L}+/gu)?.length ?? 0) < LEAST_WORDS) return null
  const found = DETECTOR.detect(runningText(start))
  const [best = 0, next = 0] = Object.values(found.getScores())
  if (best - next < (found.isReliable() ? LEAD : CLEAR_LEAD)) return null
  return among.find((language) => language === found.language) ?? null
}

/**
 * Whether a question, and most of the texts that may answer it, are in one of these languages (codes of ISO 639-1; undefined: any), as far as
 * that is clear.
 */
export function areIn(languages: readonly string[] | undefined, question: string, texts: readonly string[]): boolean {
  const isIn = (language: Language) => languages?.includes(language) ?? true
  const told = texts.flatMap((text) => languageOf(text) ?? [])
  const asked = languageOf(question)
  return (asked === null || isIn(asked)) && told.filter(isIn).length * 2 >= told.length
}

/** The long lines first: the detector reads some 350 bytes, and letters begin with names and addresses. */
function runningText(text: string): string {
  const lines = text.split('\n')
  return lines.toSorted((one, other) => other.length - one.length).join('\n')
}

/** Small words of other languages that are words of English, or parts of names in it. */
const ENGLISH_TOO = new Set(
  'ale also alle aus bez bis come contra con dal dan das del den der des die deux dit dont door dos du due e el else era est fait fra gli hat hay il la le les los las lui ma man men mes met mi mit mot mu muss na ne nella nog non nor nos nous nu nur o os over par pas per plus po pod por pour sans se ser si sin sou son sous stato su sua sur ten ter tot tout tu un una uno van von vous war ya zou'.split(
    ' ',
  ),
)

/** The commonest words of the languages other than English that no English text has, in small letters. */
export const FOREIGN_SMALL_WORDS: ReadonlySet<string> = new Set(
  Object.entries(SMALL_WORDS)
    .flatMap(([language, list]) => (language === 'en' ? [] : list.split(/\s+/)))
    .filter((word) => word.length > 2 && !ENGLISH_TOO.has(word) && !SMALL_WORDS.en.split(/\s+/).includes(word)),
)

/** All of them without the accents that are the first to be lost. */
const FOLDED_SMALL_WORDS: ReadonlySet<string> = new Set(
  Object.values(SMALL_WORDS).flatMap((list) => list.split(/\s+/).map(foldWord)),
)

/** Whether a word in small letters is one of the commonest of any of the languages. */
export function isSmallWord(word: string): boolean {
  return FOLDED_SMALL_WORDS.has(foldWord(word))
}
