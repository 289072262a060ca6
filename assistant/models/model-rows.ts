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

/** The models of the catalogue, then those that the user brought along. */
export async function modelRows(input: ModelRowsInput): Promise<ModelRow[]> {
  const { catalogue, installed } = input
  const own = installed.map(({ model }) => model).filter(({ id }) => !catalogue.some((known) => known.id === id))
  return Promise.all([...catalogue, ...own].map((model) => toRow(model, input)))
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
    note: noteOf(model, known, there),
    ...(there?.lora ? { lora: loraRow(there.lora) } : {}),
    fit: fitModel(known, input.contextTokens, input.computer),
  }
}

function loraRow({ name, sha256, bytes, scale }: AttachedLora): ModelRow['lora'] {
  return { name, sha256, bytes, scale }
}

function noteOf({ note }: CatalogueModel, { files }: CatalogueModel, there: InstalledModel | undefined): string {
  const size = files.some(({ sha256 }) => sha256 === null) ? 'Size approximate.' : ''
  return [size, note, loraWords(there), there?.damage ?? ''].filter(Boolean).join(' ')
}

function loraWords(there: InstalledModel | undefined): string {
  if (!there?.lora) return ''
  const { name, scale } = there.lora
  return `With the LoRA adapter ${name}${scale === 1 ? '' : `, scale ${scale}`}.`
}

/** Where a download would come from, to be shown before anything connects; null where only a package index has it. */
function addressOf({ files }: CatalogueModel, mirror: string | null): string | null {
  const place = files[0]?.huggingFace
  return place ? `${mirror ?? 'https://huggingface.co'}/${place.repository}` : null
}
