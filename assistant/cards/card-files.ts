import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import * as z from 'zod'
import { type Card, CardText, MistakeKind } from '../../contract/knowledge/card.ts'
import type { PackSource } from '../../kb/compile/read/read-packs.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import { type CardRecord, cardRows, keepCard, textHash } from './card-rows.ts'
import { saveCard } from './change-card.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** In the folder of a pack they lie here, and no rule is read from there. */
const CARD_PATH = /^cards\/.*\.ya?ml$/
const YAML_NAME = /\.ya?ml$/
const MOST_FILES = 1000

/** Reads a YAML file, or a folder of them. All are read before one is taken in. Throws `NOT_FOUND`, `WRONG_USE`. */
export async function readCardFiles(path: string): Promise<readonly ReadCard[]> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new Failure('NOT_FOUND', message('failures.lessons.noFile', { path }))
  const names = found.isDirectory() ? (await readdir(path)).filter((name) => YAML_NAME.test(name)).toSorted() : null
  const paths = names === null ? [path] : names.map((name) => join(path, name))
  if (paths.length === 0 || paths.length > MOST_FILES)
    throw new Failure(
      'WRONG_USE',
      message('failures.lessons.tooManyFiles', { count: paths.length, most: MOST_FILES, path }),
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

/** A card as text for people: what was written of it, and for the record what became of it where it comes from. */
const CardFile = z.object({
  card: z.string().regex(/^[\w.-]{1,80}$/),
  title: CardText.shape.title,
  summary: CardText.shape.summary,
  knowledge: z
    .array(z.object({ text: z.string().max(2000), source: z.string().max(400).nullish() }))
    .max(20)
    .default([]),
  trigger: CardText.shape.trigger,
  domain: CardText.shape.domain.default(null),
  jurisdiction: CardText.shape.jurisdiction.default(null),
  mistake: MistakeKind,
  always: z.boolean().default(false),
  validFrom: CardText.shape.validFrom.default(null),
  validTo: CardText.shape.validTo.default(null),
})

type ReadCard = { readonly card: string; readonly text: CardText }

/** No time of YAML: days stay texts. A few aliases are harmless, a bomb of them is not. */
const AS_TEXT = { schema: 'core', maxAliasCount: 10 } as const

/** One card of a file. Its record (`history`) is for those who read it, and is not taken in. Throws `WRONG_USE`, naming the file. */
export function readCardYaml(yaml: string, path: string): ReadCard {
  const read = CardFile.safeParse(parsed(yaml, path))
  if (!read.success)
    throw new Failure(
      'WRONG_USE',
      message('failures.lessons.noLesson', { reason: z.prettifyError(read.error).replace(/\s+/g, ' '), path }),
    )
  const { card, knowledge, ...text } = read.data
  return {
    card,
    text: { ...text, knowledge: knowledge.map((item) => ({ text: item.text, source: item.source ?? null })) },
  }
}

export function writeCardYaml(card: Card): string {
  const { title, summary, knowledge, trigger, domain, jurisdiction, mistake, always, validFrom, validTo } = card
  const { version, status, student, teacher, promptVersion, approvedBy, approvedOn, retrieved, helped, hurt } = card
  return stringify(
    {
      card: card.card,
      title,
      summary,
      knowledge,
      trigger,
      domain,
      jurisdiction,
      mistake,
      always,
      validFrom,
      validTo,
      history: { version, status, student, teacher, promptVersion, approvedBy, approvedOn, retrieved, helped, hurt },
    },
    { lineWidth: 110 },
  )
}

function parsed(yaml: string, path: string): unknown {
  try {
    return parse(yaml, AS_TEXT)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n', 1).join('') : ''
    throw new Failure('WRONG_USE', message('failures.lessons.noYaml', { reason: why, path }), { cause })
  }
}
