import type { Span } from '../../text/spans.ts'
import { everyMatch } from './patterns/pattern.ts'

/** As they are called in English, and so in every language. Source: the names under which their authors published them. */
const SCALES = [
  'Abbreviated Mental Test(?: Score)?',
  'Alcohol Use Disorders Identification Test',
  'Barthel Index',
  'Beck Depression Inventory',
  'Beck Anxiety Inventory',
  'Bristol Stool (?:Chart|Scale)',
  'Brief Pain Inventory',
  'Charlson Comorbidity Index',
  'Clinical Frailty Scale',
  'Confusion Assessment Method',
  'Disabilities of the Arm, Shoulder and Hand',
  'Edinburgh Postnatal Depression Scale',
  'Epworth Sleepiness Scale',
  'Expanded Disability Status Scale',
  'Functional Independence Measure',
  'Generalised Anxiety Disorder Assessment',
  'Geriatric Depression Scale',
  'Glasgow Coma (?:Scale|Score)',
  'Glasgow Outcome Scale',
  'Hamilton (?:Anxiety|Depression)(?: Rating)? Scale',
  'Hospital Anxiety and Depression Scale',
  'Impact of Event Scale',
  'International Prostate Symptom Score',
  'Mini[- ]Mental(?:[- ]Stat(?:e|us))?(?:[- ](?:Exam(?:ination)?|Test))?',
  'Modified Rankin Scale',
  'Montreal Cognitive Assessment',
  'National Early Warning Score',
  'Numeric(?:al)? Rating Scale',
  'Oxford (?:Hip|Knee|Shoulder) Score',
  'Patient Health Questionnaire',
  'Positive and Negative Syndrome Scale',
  'Revised Trauma Score',
  'Timed Up and Go(?: Test)?',
  'Visual Analog(?:ue)? Scale',
  'Western Aphasia Battery',
]

/** "ASA II", "ASA-klasse 3"; not the seventy-two years of Asa. */
const ANAESTHETIC_RISK =
  'ASA(?:[ -](?:PS|status|class|grade|score|[Kk]lasse|clase|classe|stopień))? (?:[1-6]|I{1,3}|IV|VI?)E?(?!/)'
const OF_OXYGEN = '(?:SaO|SpO|SatO|PaO|FiO|SvO|ScvO)[2₂]'

/** "Barthel Index of 45", "Glasgow Coma Scale: 15/15", "SaO2 97". */
const FIGURE = '(?: (?:of|von|van|de|del|di))?[ :=]{1,3}(?:100|\\d{1,2})(?:/\\d{1,3})?(?![\\p{N}/]|[.,]\\p{N})'

const WELL_KNOWN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ANAESTHETIC_RISK}|(?:${[...SCALES, OF_OXYGEN].join('|')})(?:${FIGURE})?)(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Scales and measures that medicine calls alike everywhere, with their figure: they name nobody, whatever their words are elsewhere. */
export function findScales(text: string): readonly Span[] {
  return everyMatch(text, WELL_KNOWN).map(({ 0: name, index }) => ({ start: index, end: index + name.length }))
}
