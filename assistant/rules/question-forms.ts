/** Short forms of the trade that stand for one thing only; the model of meanings does not know them. Capitals as people write them. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  AF: 'atrial fibrillation',
  BP: 'blood pressure',
  BSA: 'body surface area',
  CAP: 'pneumonia',
  CKD: 'chronic kidney disease',
  CrCl: 'creatinine clearance',
  DOAC: 'anticoagulant',
  DVT: 'deep vein thrombosis',
  HR: 'heart rate',
  LMWH: 'enoxaparin',
  MI: 'heart attack',
  NOAC: 'anticoagulant',
  PE: 'pulmonary embolism',
  RR: 'respiratory rate',
  alb: 'albumin',
  bicarb: 'bicarbonate',
  bili: 'bilirubin',
  crea: 'creatinine',
  creat: 'creatinine',
  dex: 'dexamethasone',
  hydrocort: 'hydrocortisone',
  methylpred: 'methylprednisolone',
  obs: 'vital signs',
  pred: 'prednisolone',
  sats: 'oxygen saturation',
}
const CLAUSE_END = /[,:;.–—]\s+/u
const ASKS =
  /^(?:what|which|when|how|by when|until when|is|are|was|were|does|do|did|can|could|should|must|may|will|has|have|who|where|why)\b/iu
/** "Is it?" says nothing by itself. */
const FEWEST_WORDS = 4

/** A question as it is asked, with its short forms spelled out, and the clause alone that asks where a case is told before it. */
export function questionForms(question: string): readonly string[] {
  const clause = askingClause(question)
  return [...new Set([question, spelledOut(question), ...(clause === null ? [] : [spelledOut(clause)])])]
}

/** "Calf swollen, on the pill: could it be a clot?" asks "could it be a clot?"; null where the whole asks. */
export function askingClause(question: string): string | null {
  const clauses = question.trim().split(CLAUSE_END)
  const last = clauses.at(-1) ?? ''
  const isQuestion = last.endsWith('?') && ASKS.test(last) && last.split(/\s+/u).length >= FEWEST_WORDS
  return clauses.length > 1 && isQuestion ? last : null
}

function spelledOut(text: string): string {
  return text.replaceAll(/\p{L}+/gu, (word) => (Object.hasOwn(SHORT_FORMS, word) ? (SHORT_FORMS[word] ?? word) : word))
}
