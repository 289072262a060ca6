import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ANSWERS_VERSION } from '../../answers/answer-record.ts'
import type { EvaluationTools } from '../evaluation-tools.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { sha256 } from '../../home/sha256.ts'
import type { EvaluationPlace } from '../../questions/evaluation-place.ts'
import { type KeptSet, readEvaluationSet } from '../../questions/question-set.ts'

/**
 * What the answers to a set come from beside its questions and the model, as a hash: the texts of the documents, the packs, the
 * facts, the law and the reference libraries. Throws `NOT_FOUND`, `WRONG_USE` for a folder that is no set any more.
 */
export async function groundsOfSet(
  { matter }: Pick<EvaluationPlace, 'matter'>,
  { documents, folder }: KeptSet,
  { knowledge, references }: Pick<EvaluationTools, 'knowledge' | 'references'>,
): Promise<string> {
  const grounds = {
    matter: async () =>
      matter && [...(await groundsOfMatter(matter, knowledge)), (await references.of(matter.id)).editions],
    folder: () => (folder === null ? null : groundsOfFolder(folder, knowledge)),
    // Its passages stand with each question.
    context: () => null,
  }
  const found = await grounds[documents]()
  return sha256(JSON.stringify([ANSWERS_VERSION, found]))
}

async function groundsOfMatter(
  matter: OpenMatter,
  knowledge: EvaluationTools['knowledge'],
): Promise<readonly unknown[]> {
  const texts = matter.store.documents.list(null).map(({ document, textVersionId }) => [document, textVersionId])
  const { packs, facts } = await knowledge.of(matter)
  return [texts, packs.key, facts.facts, facts.jurisdiction]
}

async function groundsOfFolder(folder: string, { shelf }: EvaluationTools['knowledge']): Promise<readonly unknown[]> {
  const { documents, rules } = await readEvaluationSet(folder)
  const texts = documents === null ? null : await folderKey(join(folder, 'docs'))
  return [texts, (await shelf.together(rules.packs)).key, rules.facts]
}

/** Of the files below a folder, as a hash: their paths and every byte of them. */
async function folderKey(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const all = createHash('sha256')
  for (const file of files.toSorted()) {
    const one = createHash('sha256')
    await pipeline(createReadStream(file), one)
    all.update(JSON.stringify([relative(folder, file), one.digest('hex')]))
  }
  return all.digest('hex')
}
