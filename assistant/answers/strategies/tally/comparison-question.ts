/** Which of two is more of something: `measure` says what their values must be, `wanted` which of these is asked for. */
export type ComparisonQuestion = {
  readonly measure: 'day' | 'length' | 'amount'
  readonly wanted: 'least' | 'greatest'
  readonly word: string
  readonly one: string
  readonly other: string
}

const WORDS: Readonly<Record<string, Pick<ComparisonQuestion, 'measure' | 'wanted'>>> = {
  earlier: { measure: 'day', wanted: 'least' },
  first: { measure: 'day', wanted: 'least' },
  later: { measure: 'day', wanted: 'greatest' },
  longer: { measure: 'length', wanted: 'greatest' },
  shorter: { measure: 'length', wanted: 'least' },
  larger: { measure: 'amount', wanted: 'greatest' },
  greater: { measure: 'amount', wanted: 'greatest' },
  higher: { measure: 'amount', wanted: 'greatest' },
  more: { measure: 'amount', wanted: 'greatest' },
  smaller: { measure: 'amount', wanted: 'least' },
  lower: { measure: 'amount', wanted: 'least' },
  less: { measure: 'amount', wanted: 'least' },
}
const NAME = String.raw`(?:the |that of |in )*(?:\p{Lu}[\p{L}.’'-]*(?: (?:of |the )?\p{Lu}[\p{L}.’'-]*)*)`
/** "More likely" and "more dangerous" are no matter of figures. */
const OF_NO_MEASURE = 'likely|serious|severe|reliable|credible|common|often|safe|urgent'
const QUESTION = new RegExp(
  `\\b(?:who|whose|which)\\b.*?\\b(?<word>${Object.keys(WORDS).join('|')})\\b(?! (?:${OF_NO_MEASURE}|\\p{L}+(?:ous|ful|able|ible|ive|ant|ent|ly)\\b)).*?[,:] (?<one>${NAME}),? or (?<other>${NAME})\\?*$`,
  'iu',
)

/** Whether a question asks which of two named ones is earlier, longer or more: "whose term is longer, A or B?". Else null. */
export function comparisonQuestion(question: string): ComparisonQuestion | null {
  const { word = '', one = '', other = '' } = QUESTION.exec(question.trim())?.groups ?? {}
  const means = WORDS[word.toLowerCase()]
  return means ? { ...means, word: word.toLowerCase(), one, other } : null
}
