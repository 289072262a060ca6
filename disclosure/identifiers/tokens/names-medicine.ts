import type { WordLists } from '../../words/open-word-lists.ts'
import { hasMedicalEnding, hasMedicalHead } from './medical-endings.ts'
import type { Token } from './split-tokens.ts'

/** Shorter ones are words of other fields as well. */
const TELLING_TERM = 4

/** In a longer text one of them may be a firm: judgments and 59 of 60 agreements name none, letters of hospitals two and more. */
const LONG_TEXT = 80
const FEWEST_TERMS = 2

/**
 * Parts of the body, complaints and illness, by their beginnings in eight languages: a sentence with one of them is of medicine.
 * Not what contracts and laws say as well: "tender", "wound up", "operating", "treated", "traitement", "colonne".
 */
const OF_THE_BODY =
  /^(?:kn(?:ie|ee)|genou|rodill|ginocch|joelh|kolan|abdom|addom|brzu(?:ch|sz)|bauch|buik|douleur|doulour|dolor|schmerz|druckschmerz|pijn|ból|bólu|bolesn|pain(?:s|ful|less)?$|tenderness|swell|fe(?:ver|bril)|fieber|fièvre|febre|fiebre|febbr[ei](?!aio)|koorts|gorączk|schwindel|vertige|vértig|tumor|tumour|tumeur|wunden?$|wounds$|plaie|herida|ferita|ferida|biops|sutur|nausea|nausée|vomi|erbrech|dyspn|toux|tosse|cough|husten|hoest|kaszel|œdème|edem|oedem|ödem|obrzęk|hüft|hanche|cadera|heup|biodr|schulter|shoulder|épaule|hombro|spalla|ombro|schouder|wirbel|spine|kręgo|patient|pacient|pazient|patiënt|pacjent|demen|démence|chirurg|surg(?:ery|ical|eon)|cirurg|cirug|krankheit|maladie|enfermedad|malatti|doença|ziekte|chorob|symptom|síntoma|sintom|klinisch|inflamm|entzünd|endoscop|imaging|hips?$|fra[ck]tur|frattur|złaman|radiograf|radiolog|histolog|operier|behandlung|leczen|pan[ck]rea|páncrea|pâncrea|bauchspeichel|alvleesklier|trzustk|palpita|herzklopf|hartklopp|kołatan|extras[iyí]st|ekstrasyst|chemoth|chimioth|quimioter|chemioter|h?ernia|hérnia|hernie|leistenbruch|liesbreuk|przepuklin)/iu
/** Longer texts may only speak of somebody's health. */
const SENTENCES = 40

/** Whether the text is of medicine, by the drugs, tests and findings that it names; one or two sentences also by what they speak of. */
export function namesMedicine(tokens: readonly Token[], lists: WordLists): boolean {
  if (tokens.length < SENTENCES && tokens.some((token) => isOfTheBody(token, lists))) return true
  const terms = new Set(tokens.filter((token) => isTerm(token, lists)).map(({ text }) => text.toLowerCase()))
  return terms.size >= (tokens.length < LONG_TEXT ? 1 : FEWEST_TERMS)
}

/** Dolores is somebody. */
function isOfTheBody({ text }: Token, lists: WordLists): boolean {
  if (!OF_THE_BODY.test(text)) return false
  const { first, last } = lists.levelsOf(text)
  return first + last === 0
}

function isTerm({ text, shape }: Token, lists: WordLists): boolean {
  if (text.length < TELLING_TERM || shape === 'digits') return false
  const { first, last, safe } = lists.levelsOf(text)
  const lower = text.toLowerCase()
  return first + last === 0 && (safe === 2 || hasMedicalEnding(lower) || hasMedicalHead(lower))
}
