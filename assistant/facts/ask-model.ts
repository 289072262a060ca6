import type { LanguageModel, Turn } from '../../models/language-model.ts'
import type { Candidate, Finding } from './find-candidates.ts'

/** What the model may answer when the passage does not say it. */
const NONE = 'none'
const MOST_TOKENS = 48
const MOST_CHOICES = 8

const INSTRUCTIONS = 'You check what a passage of a document says. Answer the question with one of the choices.'

type Example = readonly [passage: string, question: string, choices: readonly string[], answer: string]

const YES_OR_NO = ['yes', 'no']

/**
 * They stand at the beginning of every call, so that they are computed once. Of the prompts that were tried on the 0.5B these
 * did best: told more of when to say none, it says so of "Disease history: hypertension for 10 years".
 */
const EXAMPLES: readonly Example[] = [
  ['Laboratory\nPotassium: 4.1 mmol/L', 'What is the potassium of the patient?', ['4.1 mmol/L'], '4.1 mmol/L'],
  ['Signing of the contract\nDate: 4 May 2024', 'When was the contract signed?', ['4 May 2024'], '4 May 2024'],
  ['The report of 3 May 2024 was sent to the court.', 'When was the contract signed?', ['3 May 2024'], NONE],
  ['Medical history: epilepsy since 2010, controlled', 'Does the patient have epilepsy?', YES_OR_NO, 'yes'],
  ['Plan: start statins and rest', 'Does the patient take statins?', YES_OR_NO, 'yes'],
  ['He denies any history of asthma.', 'Does the patient have asthma?', YES_OR_NO, 'no'],
  ['Language: Spanish', 'Is the witness a speaker of Spanish?', YES_OR_NO, 'yes'],
  ['His uncle has asthma.', 'Does the patient have asthma?', YES_OR_NO, NONE],
]

/** Which of the candidates of a segment the passage states, as the model sees it. One call, or one for each candidate with a name. */
export async function askModel(
  finding: Finding,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  const { relation, candidates } = finding
  const open = relation.places.filter(({ subject }) => subject === null)
  const [only] = open
  const isChoice = open.length === 1 && (only?.place.kind !== 'name' || only.place.open)
  if (isChoice) return chosen(finding, model, signal)
  const stated: Candidate[] = []
  for (const candidate of candidates) {
    const answer = await answerTo(questionFor(finding, candidate), YES_OR_NO, finding, model, signal)
    // What the words deny and the model affirms, or the other way round, is left out. Words that deny are plain, and small
    // models answer "no fever" with none as often as with no.
    const isStated = candidate.holds === 'no' ? answer !== 'yes' : answer === 'yes'
    if (isStated) stated.push(candidate)
  }
  return stated
}

async function chosen(finding: Finding, model: LanguageModel, signal: AbortSignal): Promise<readonly Candidate[]> {
  const written = new Map(
    finding.candidates.slice(0, MOST_CHOICES).map((candidate) => [writtenIn(finding, candidate), candidate]),
  )
  const answer = await answerTo(questionFor(finding, null), [...written.keys()], finding, model, signal)
  const candidate = written.get(answer)
  return candidate ? [candidate] : []
}

function writtenIn({ text }: Finding, { mentions }: Candidate): string {
  const [mention] = mentions
  return mention ? text.slice(mention.start, mention.end).replace(/\s+/g, ' ') : ''
}

/** `candidate`: what is asked about; null: its value is what is asked for. */
function questionFor({ relation, text }: Finding, candidate: Candidate | null): string {
  const { ask, say, places } = relation
  const fill = (template: string) =>
    template.replace(/\{(\d+)\}/g, (_, written: string) => {
      const index = Number(written)
      const { place, subject = null } = places[index] ?? {}
      if (subject !== null)
        return place?.kind === 'name' && subject === place.type ? `the ${subject.replaceAll('_', ' ')}` : subject
      const at = places.slice(0, index).filter((one) => one.subject === null).length
      const mention = candidate?.mentions[at]
      return mention ? text.slice(mention.start, mention.end).replace(/\s+/g, ' ') : '…'
    })
  if (candidate === null) return fill(ask ?? `What is missing in "${say}"?`)
  const names = places.filter(({ subject }) => subject === null).length
  return ask !== null && names === 1 && /\{\d+\}.*\{\d+\}/.test(ask) ? fill(ask) : `Is it so that ${fill(say)}?`
}

async function answerTo(
  question: string,
  choices: readonly string[],
  { above, text }: Finding,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<string> {
  const turns: readonly Turn[] = [
    { role: 'system', text: INSTRUCTIONS },
    ...EXAMPLES.flatMap(([passage, asked, given, answer]): readonly Turn[] => [
      { role: 'user', text: promptFor(passage, asked, given) },
      { role: 'assistant', text: answer },
    ]),
    { role: 'user', text: promptFor([above, text].filter(Boolean).join('\n'), question, choices) },
  ]
  let answer = ''
  const request = { turns, maxTokens: MOST_TOKENS, seed: 0, grammar: choiceGrammar([...choices, NONE]) }
  for await (const { text: written } of model.generate(request, signal)) answer += written
  return answer.trim()
}

/** Yes or no is asked as people ask it, a value like a form: small models do best so. */
function promptFor(passage: string, question: string, choices: readonly string[]): string {
  const all = [...choices, NONE]
  if (choices === YES_OR_NO) return `${passage}\n\n${question} (${all.join(', ')})`
  return `Passage:\n${passage}\n\nQuestion: ${question}\nChoices: ${all.join(' | ')}`
}

/** GBNF under which nothing but one of the choices can be written. */
function choiceGrammar(choices: readonly string[]): string {
  return `root ::= ${choices.map((choice) => JSON.stringify(choice)).join(' | ')}`
}
