import { describe, expect, test } from 'vitest'
import catalogue from '../../models/catalogue.json' with { type: 'json' }
import { parseCatalogue, readCatalogue } from '../../models/catalogue.ts'

describe('the catalogue', () => {
  test('is valid, and every file can be had and checked in some way', () => {
    for (const model of readCatalogue())
      for (const file of model.files) {
        // Without a hash of our own, only a publisher who states one can be trusted with it.
        const ways = file.sha256 === null ? [file.huggingFace] : [file.huggingFace, file.packageIndex]
        expect(
          ways.filter((way) => way !== undefined),
          `${model.id} ${file.name}`,
        ).not.toEqual([])
      }
  })

  test('splits files over packages without a gap', () => {
    for (const { bytes, packageIndex } of readCatalogue().flatMap(({ files }) => files)) {
      const { parts = 1, partBytes = bytes } = packageIndex ?? {}
      expect(Math.ceil(bytes / partBytes)).toBe(parts)
    }
  })

  test('has what is fetched with another model, and in a way that this one can be had', () => {
    const models = readCatalogue()
    const pairs = models.flatMap((model) => (model.fetchedWith ?? []).map((id) => ({ model, id })))
    expect(pairs).not.toEqual([])
    const waysOf = (id: string) => {
      const files = models.find((one) => one.id === id)?.files ?? []
      return (['huggingFace', 'packageIndex'] as const).filter((way) => files.every((file) => file[way]))
    }
    for (const { model, id } of pairs) expect(waysOf(id)).toEqual(expect.arrayContaining(waysOf(model.id)))
  })

  test('that is damaged says where', () => {
    const broken = structuredClone(catalogue) as { models: { files: { sha256: string | null }[] }[] }
    const file = broken.models[3]?.files[0]
    if (file) file.sha256 = 'not a hash'
    expect(() => parseCatalogue(broken)).toThrow('catalogue of models is damaged')
    expect(() => parseCatalogue(broken)).toThrow(/models\[3\]\.files\[0\]\.sha256/)
  })

  test('does not take two models of one id, nor a file name that leads elsewhere', () => {
    const [first] = catalogue.models
    expect(() => parseCatalogue({ version: 1, models: [first, first] })).toThrow('same id')
    const sly = structuredClone(first)
    const file = sly?.files[0]
    if (file) file.name = '../settings.json'
    expect(() => parseCatalogue({ version: 1, models: [sly] })).toThrow('catalogue of models is damaged')
  })
})
