import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Card } from '../../contract/card.ts'
import type { PackSource } from '../../kb/compile/read/read-packs.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { type CardRecord, cardRows, keepCard, textHash } from './card-rows.ts'
import { type ReadCard, readCardYaml } from './card-yaml.ts'
import { saveCard } from './change-card.ts'

/** In the folder of a pack they lie here, and no rule is read from there. */
const CARD_PATH = /^cards\/.*\.ya?ml$/
const YAML_NAME = /\.ya?ml$/
const MOST_FILES = 1000

/** Reads a YAML file, or a folder of them. All are read before one is taken in. Throws `NOT_FOUND`, `WRONG_USE`. */
export async function readCardFiles(path: string): Promise<readonly ReadCard[]> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new AssistantError('NOT_FOUND', `There is no file or folder ${path}.`)
  const names = found.isDirectory() ? (await readdir(path)).filter((name) => YAML_NAME.test(name)).toSorted() : null
  const paths = names === null ? [path] : names.map((name) => join(path, name))
  if (paths.length === 0 || paths.length > MOST_FILES)
    throw new AssistantError(
      'WRONG_USE',
      `${path} holds ${paths.length} YAML files; 1 to ${MOST_FILES} can be taken in.`,
    )
  return Promise.all(paths.map(async (one) => readCardYaml(await readFile(one, 'utf8'), one)))
}

export function cardsInPack({ name, files }: Pick<PackSource, 'name' | 'files'>): readonly ReadCard[] {
  return files.filter(({ path }) => CARD_PATH.test(path)).map(({ path, text }) => readCardYaml(text, `${name}/${path}`))
}

/**
 * Takes cards in as drafts, for they were tested and approved with other models by other people. One that is here already gets
 * the other text as a new version, and keeps its counts; one with the same text stays as it is.
 */
export function importCards(app: AppStore, read: readonly ReadCard[], pack: string | null, now: Date): readonly Card[] {
  const known = new Set(cardRows(app).map(({ card }) => card))
  return read.map(({ card, text }) => {
    if (known.has(card)) return saveCard(app, card, { text, teacher: null, promptVersion: null }, now)
    const at = now.toISOString()
    const record: CardRecord = {
      ...text,
      card,
      version: 1,
      status: 'draft',
      sentBack: false,
      sha256: textHash(text),
      student: null,
      teacher: pack ?? 'an imported file',
      promptVersion: null,
      origin: { kind: 'pack', matter: null, correction: null, pack },
      createdAt: at,
      changedAt: at,
      approvedBy: null,
      approvedOn: null,
      test: null,
    }
    known.add(card)
    return keepCard(app, record, 'card-imported')
  })
}
