import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseDocument } from 'yaml'
import type { ExampleRun, Pack } from '../../../contract/knowledge/rule.ts'
import type { AppStore } from '../../../store/app/app-store.ts'
import { cardsInPack, importCards, writeCardYaml } from '../../cards/card-files.ts'
import { cardRows } from '../../cards/card-rows.ts'
import { approvalsIn, withStatus } from './edit-rules.ts'
import type { PackView } from '../kernel/kernel-methods.ts'
import type { Knowledge } from '../knowledge.ts'
import { packRow, passedOf, refuseProblems } from './pack-rows.ts'
import { loadedPacks, packHead, readPackFolder, type ShelvedPack, withUsed } from './pack-shelf.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** The same files under another name. Throws `ALREADY_EXISTS`, and `WRONG_USE` for what cannot be the name of a pack. */
export async function copyPack(
  knowledge: Knowledge,
  { files }: ShelvedPack,
  name: string,
  app: AppStore,
  now: Date,
): Promise<Pack> {
  if ((await knowledge.shelf.list()).some((pack) => pack.name === name))
    throw new Failure('ALREADY_EXISTS', message('failures.packs.nameTaken', { name }))
  const renamed = files.map((file) => {
    if (file.path !== 'pack.yaml') return file
    const document = parseDocument(file.text, { logLevel: 'silent' })
    document.set('pack', name)
    return { ...file, text: document.toString() }
  })
  const copy = { name, files: renamed, shipped: false }
  const loaded = await withItsPacks(knowledge, copy)
  refuseProblems((await knowledge.view(loaded)).problems)
  app.packs.save(copy, now.toISOString())
  app.ledger.append('pack-copied', { pack: name, sha256: loaded.key })
  return packRow(knowledge, copy)
}

/** A pack that lies in a folder, under the name that it gives itself. Not taken in. */
export async function packInFolder(folder: string): Promise<ShelvedPack> {
  const files = await readPackFolder(folder)
  return { name: packHead({ files }).pack ?? basename(folder), files, shipped: false }
}

/** For the kernel: the pack with those of the shelf whose words it uses. */
export async function withItsPacks({ shelf }: Knowledge, pack: ShelvedPack) {
  const others = (await shelf.list()).filter(({ name }) => name !== pack.name)
  return loadedPacks(withUsed([pack.name], [...others, pack]))
}

/**
 * Takes a folder in, in the place of a pack of the same name: its cards as drafts, and as drafts the rules that say they are
 * tested or approved and would not be here. Throws `WRONG_USE` when it does not pass the gate.
 */
export async function importPack(
  knowledge: Knowledge,
  folder: string,
  app: AppStore,
  now: Date,
): Promise<Pack & { toDraft: number }> {
  const written = await packInFolder(folder)
  if ((await knowledge.shelf.list()).some(({ name, shipped }) => shipped && name === written.name))
    throw new Failure('WRONG_USE', message('failures.packs.nameOfShipped', { name: written.name }))
  const asWritten = await withItsPacks(knowledge, written)
  const { problems, rules } = await knowledge.view(asWritten)
  refuseProblems(problems)
  const early = notYetDue(written, rules, await knowledge.exampleRuns(asWritten))
  const pack = early.reduce((changed, rule) => withStatus(changed, rule, 'draft', null), written)
  const loaded = await withItsPacks(knowledge, pack)
  const cards = cardsInPack(pack)
  app.packs.save(pack, now.toISOString())
  app.ledger.append('pack-imported', { pack: pack.name, sha256: loaded.key })
  importCards(app, cards, pack.name, now)
  return { ...(await packRow(knowledge, pack)), toDraft: early.length }
}

/** What a file says of itself nobody here has seen: the same is asked of it as where a person sets the status. */
function notYetDue(pack: ShelvedPack, rules: PackView['rules'], runs: readonly ExampleRun[]): readonly string[] {
  const approvals = approvalsIn(pack)
  return rules
    .filter(({ pack: own, rule, status, source, examples, examplesMissing }) => {
      if (own !== pack.name || (status !== 'tested' && status !== 'approved')) return false
      if (examplesMissing.length > 0 || passedOf(rule, runs) < examples) return true
      const by = approvals.get(rule)?.approvedBy?.trim()
      return status === 'approved' && (source === null || !by)
    })
    .map(({ rule }) => rule)
}

/** Writes the files of a pack into a new folder of its name. Throws `ALREADY_EXISTS`. */
export async function exportPack(
  { name, files }: ShelvedPack,
  into: string,
): Promise<{ folder: string; files: number }> {
  const folder = join(into, name)
  await mkdir(into, { recursive: true })
  await mkdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
    throw new Failure('ALREADY_EXISTS', message('failures.packs.folderExists', { folder }), { cause })
  })
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return { folder, files: files.length }
}

/** A pack with its cards as they are now, a file each beside its rules. */
export function withItsCards(pack: ShelvedPack, app: AppStore): ShelvedPack {
  const cards = cardRows(app).filter(({ origin }) => origin.pack === pack.name)
  const written = cards.map((card) => ({ path: `cards/${card.card}.yaml`, text: writeCardYaml(card) }))
  const paths = new Set(written.map(({ path }) => path))
  return { ...pack, files: [...pack.files.filter(({ path }) => !paths.has(path)), ...written] }
}
