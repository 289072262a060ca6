import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceSet } from './draft-sources.ts'
import type { DraftItem, MadeDraft, ReadDocument } from './make-drafts.ts'

const EVALUATION = fileURLToPath(new URL('../../../shared/eval/', import.meta.url))
/** Fewer words are no sentence: "15th May 2023." */
const WORDS_AT_LEAST = 7

type Statement = { readonly document: string; readonly text: string; readonly way: string }
/** With the file that it is about. */
type HumanDraft = { readonly draft: MadeDraft; readonly document: string }

/** Sentences that people wrote of these documents: answers of dragonball, statements on contracts with the label that people gave them. */
export async function humanDrafts(set: SourceSet, documents: readonly ReadDocument[]): Promise<readonly HumanDraft[]> {
  const statements = set === 'contract_nli' ? await labelled() : set === 'ingestion' ? [] : await answers(set)
  return documents.flatMap(({ document }): readonly HumanDraft[] => {
    const name =
      document
        .split('/')
        .at(-1)
        ?.replace(/\.pdf$/, '.txt') ?? document
    const own = statements.filter((one) => one.document === name)
    return own.length === 0
      ? []
      : [{ draft: draftOf(`human ${name}`, own), document: join(EVALUATION, set, 'docs', name) }]
  })
}

function draftOf(name: string, statements: readonly Statement[]): MadeDraft {
  let text = 'Statements\n\n'
  const items = statements.map(({ text: statement, way }): DraftItem => {
    const start = text.length
    text += `${statement}\n\n`
    return { start, end: start + statement.length, planted: null, way, text: statement, source: '' }
  })
  return { name, text, items }
}

async function labelled(): Promise<readonly Statement[]> {
  const folder = join(EVALUATION, 'contract_nli')
  const texts = JSON.parse(await readFile(join(folder, 'statements.json'), 'utf8')) as Record<string, string>
  const rows = await jsonLines<{ doc: string; statement: string; label: string }>(join(folder, 'labels.jsonl'))
  return rows
    .filter(({ label }) => label !== 'silent')
    .map(({ doc, statement, label }) => ({ document: doc, text: texts[statement] ?? '', way: `contract_nli ${label}` }))
}

async function answers(set: SourceSet): Promise<readonly Statement[]> {
  const rows = await jsonLines<{ answer: string; answerable: boolean; gold_docs: string[]; type: string }>(
    join(EVALUATION, set, 'questions.jsonl'),
  )
  return rows
    .filter(
      ({ answerable, gold_docs: docs, answer }) =>
        answerable && docs.length === 1 && answer.split(/\s+/).length >= WORDS_AT_LEAST,
    )
    .map(({ answer, gold_docs: docs }) => ({ document: docs[0] ?? '', text: answer.replaceAll(/\s+/g, ' '), way: set }))
}

async function jsonLines<T>(file: string): Promise<readonly T[]> {
  const text = await readFile(file, 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}
