import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CalibrationQuestion } from './calibration-question.ts'
import { lawConditions, lawNegations } from './law-conditions.ts'
import { lawFacts, lawUnanswerable } from './law-facts.ts'
import { lawCounting, lawMultiHop, lawSums, lawTwoDocuments } from './law-several-passages.ts'
import { medicineConditions, medicineNegations } from './medicine-conditions.ts'
import { medicineFacts, medicineUnanswerable } from './medicine-facts.ts'
import { medicineCounting, medicineMultiHop, medicineSums, medicineTwoDocuments } from './medicine-several-passages.ts'

type Field = 'law' | 'medicine'

const ANSWERABLE: readonly (readonly [Field, string, readonly CalibrationQuestion[]])[] = [
  ['law', 'fact', lawFacts],
  ['law', 'condition', lawConditions],
  ['law', 'two-documents', lawTwoDocuments],
  ['law', 'multi-hop', lawMultiHop],
  ['law', 'counting', lawCounting],
  ['law', 'sum', lawSums],
  ['law', 'negation', lawNegations],
  ['medicine', 'fact', medicineFacts],
  ['medicine', 'condition', medicineConditions],
  ['medicine', 'two-documents', medicineTwoDocuments],
  ['medicine', 'multi-hop', medicineMultiHop],
  ['medicine', 'counting', medicineCounting],
  ['medicine', 'sum', medicineSums],
  ['medicine', 'negation', medicineNegations],
]
const UNANSWERABLE: readonly (readonly [Field, readonly string[]])[] = [
  ['law', lawUnanswerable],
  ['medicine', medicineUnanswerable],
]

/** The text of `questions.jsonl`: every quote with the place where it stands in the documents of the folder. */
export async function calibrationLines(documentsFolder: string): Promise<string> {
  const lines: object[] = []
  for (const [field, type, questions] of ANSWERABLE)
    for (const [index, { question, answer, quotes }] of questions.entries()) {
      const spans = []
      for (const [doc, texts] of Object.entries(quotes))
        spans.push(...spansOf(doc, await readFile(join(documentsFolder, doc), 'utf8'), texts))
      const id = idOf(field, type, index)
      lines.push({ id, type, question, answer, answerable: true, gold_docs: Object.keys(quotes), gold_spans: spans })
    }
  for (const [field, questions] of UNANSWERABLE)
    for (const [index, question] of questions.entries()) {
      const id = idOf(field, 'unanswerable', index)
      lines.push({ id, type: 'unanswerable', question, answer: null, answerable: false, gold_docs: [], gold_spans: [] })
    }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Places are UTF-16 offsets. Throws where a quote does not stand in the text exactly once. */
export function spansOf(doc: string, text: string, quotes: readonly string[]) {
  return quotes.map((quote) => {
    const start = text.indexOf(quote)
    if (start < 0) throw new Error(`${doc} does not hold the quote: ${quote}`)
    if (text.includes(quote, start + 1)) throw new Error(`${doc} holds the quote more than once: ${quote}`)
    return { doc, start, end: start + quote.length, text: quote }
  })
}

function idOf(field: Field, type: string, index: number): string {
  return `${field}-${type}-${String(index + 1).padStart(2, '0')}`
}
