import { hasText } from '../../wording/translate.ts'
import { type Message, message, verbatim } from '../../wording/message.ts'
import type { ModelRow } from '../../contract/model.ts'
import { fitModel, purposeOf } from '../../models/fit.ts'
import { type CatalogueModel, modelBytes } from '../../models/catalogue.ts'
import type { Computer } from '../../models/computer.ts'
import type { AttachedLora } from '../../models/attached-lora.ts'
import { type InstalledModel, partialBytes } from '../../models/installed.ts'

export type ModelRowsInput = {
  readonly catalogue: readonly CatalogueModel[]
  readonly installed: readonly InstalledModel[]
  readonly computer: Computer
  readonly contextTokens: number
  readonly inUse: ReadonlySet<string>
  readonly modelsFolder: string
  readonly mirror: string | null
}

/** The models of the catalogue, then those that the user brought along: several files of one model also by the names of their files. */
export async function modelRows(input: ModelRowsInput): Promise<ModelRow[]> {
  const { catalogue, installed } = input
  const own = installed.map(({ model }) => model).filter(({ id }) => !catalogue.some((known) => known.id === id))
  const all = [...catalogue, ...own]
  const titled = Map.groupBy(all, ({ title }) => title)
  const isAlone = ({ title }: CatalogueModel) => titled.get(title)?.length === 1
  const named = own.map((model) => (isAlone(model) ? model : { ...model, title: `${model.title}, ${model.id}` }))
  return Promise.all([...catalogue, ...named].map((model) => toRow(model, input)))
}

async function toRow(model: CatalogueModel, input: ModelRowsInput): Promise<ModelRow> {
  const there = input.installed.find((one) => one.model.id === model.id)
  // As it lies on the disk, where it does: a catalogue may know a file only about.
  const known = there?.model ?? model
  return {
    id: model.id,
    title: model.title,
    kind: model.kind,
    bytes: modelBytes(known),
    sha256: there?.sha256 ?? model.files[0]?.sha256 ?? '',
    purpose: purposeOf(known, input.catalogue),
    licence: model.licence,
    languages: model.languages,
    installed: there !== undefined && there.damage === null,
    inUse: input.inUse.has(model.id),
    partialBytes: there ? 0 : await partialBytes(input.modelsFolder, model),
    fromPackageIndex: model.files.every((file) => file.packageIndex !== undefined),
    address: addressOf(model, input.mirror),
    notes: notesOf(model, known, there),
    ...(there?.lora ? { lora: loraRow(there.lora) } : {}),
    fit: fitModel(known, input.contextTokens, input.computer),
  }
}

function loraRow({ name, sha256, bytes, scale }: AttachedLora): ModelRow['lora'] {
  return { name, sha256, bytes, scale }
}

function notesOf(model: CatalogueModel, known: CatalogueModel, there: InstalledModel | undefined): Message[] {
  const isAbout = known.files.some(({ sha256 }) => sha256 === null)
  return [
    isAbout ? message('models.sizeApproximate') : null,
    noteOf(model),
    there?.lora ? adapterNote(there.lora) : null,
    there?.damage ?? null,
  ].filter((one) => one !== null)
}

/** Records of earlier versions have a sentence in the place of the code. */
function noteOf({ note }: CatalogueModel): Message | null {
  if (note === '') return null
  return hasText('models.notes', note) ? message(`models.notes.${note}`) : verbatim(note)
}

function adapterNote({ name, scale }: AttachedLora): Message {
  if (scale === 1) return message('models.withAdapter', { name })
  return message('models.withAdapterScaled', { name, scale: String(scale) })
}

/** Where a download would come from, to be shown before anything connects; null where only a package index has it. */
function addressOf({ files }: CatalogueModel, mirror: string | null): string | null {
  const place = files[0]?.huggingFace
  return place ? `${mirror ?? 'https://huggingface.co'}/${place.repository}` : null
}
