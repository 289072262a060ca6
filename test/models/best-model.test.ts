import { verbatim } from '../../wording/message.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestModel, fitsMemory, neededBytes, purposeOf } from '../../models/fit.ts'
import { type CatalogueModel, type Purpose, readCatalogue } from '../../models/catalogue.ts'

const GB = 1_000_000_000
const catalogue = readCatalogue()
const CONTEXT = 8192

function known(id: string): CatalogueModel {
  const found = catalogue.find((one) => one.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

/** A model that no catalogue has. */
function own(id: string, bytes: number, purpose?: Purpose): CatalogueModel {
  return {
    id,
    title: id,
    licence: 'not stated',
    languages: 'not stated',
    note: '',
    files: [{ name: `${id}.gguf`, bytes, sha256: null }],
    kind: 'language',
    language: { contextTokens: 4096, contextBytesPerToken: 1000, thinks: false, purpose },
  }
}

const whole = (model: CatalogueModel) => ({ model, damage: null })
const choose = (models: readonly CatalogueModel[], memoryGb = 16) =>
  bestModel(models.map(whole), { catalogue, contextTokens: CONTEXT, memoryBytes: memoryGb * GB })?.model.id

const small = known('qwen2.5-coder-0.5b-instruct-q4_k_m')
const middle = known('qwen2.5-coder-1.5b-instruct-q4_k_m')
const tiny = known('smollm2-135m-instruct-q4_1')
const granite = known('granite-4.1-3b-q4_k_m')
const qwen4 = known('qwen3.5-4b-q4_k_m')
const qwen9 = known('qwen3.5-9b-q4_k_m')

describe('the model that answers where none was chosen', () => {
  test.each([
    ['the one to try before the one for tests', [small, middle], 16, middle],
    ['the one for daily work before the one to try', [middle, granite, small], 16, granite],
    ['the larger of two for daily work', [qwen4, qwen9], 16, qwen9],
    ['the larger one that fits', [qwen4, qwen9], 8, qwen4],
    ['the one that fits, though it is only to try', [qwen9, middle], 6, middle],
    ['the larger of two for tests, where there are no others', [tiny, small], 16, small],
    ['the smallest, where none fits', [qwen9, granite], 2, granite],
    ["a file of the user's own before the one to try", [middle, own('mine', 3 * GB)], 16, own('mine', 3 * GB)],
    ["the one for daily work before a file of the user's own", [own('mine', 3 * GB), granite], 16, granite],
  ])('is %s', (_name, installed, memoryGb, expected) => {
    expect(choose(installed, memoryGb)).toBe(expected.id)
    expect(choose(installed.toReversed(), memoryGb)).toBe(expected.id)
  })

  test('is none where none that writes is whole', () => {
    const embedder = known('all-minilm-l6-v2-int8')
    const options = { catalogue, contextTokens: CONTEXT, memoryBytes: 16 * GB }
    expect(bestModel([whole(embedder), { model: middle, damage: verbatim('cut off') }], options)).toBeNull()
  })

  const someModel = fc
    .tuple(
      fc.constantFrom<Purpose | undefined>('daily', 'try', 'tests', undefined),
      fc.integer({ min: 1e8, max: 3e10 }),
      fc.boolean(),
    )
    .map(([purpose, bytes, isDamaged]) => ({
      model: own('one', bytes, purpose),
      damage: isDamaged ? verbatim('cut off') : null,
    }))

  test('is never one for tests while another one that fits is installed, and never one that does not fit while one does', () => {
    fc.assert(
      fc.property(fc.array(someModel, { maxLength: 6 }), fc.integer({ min: 2, max: 64 }), (installed, memoryGb) => {
        const memoryBytes = memoryGb * GB
        const best = bestModel(installed, { catalogue: [], contextTokens: CONTEXT, memoryBytes })
        const usable = installed.filter(({ damage }) => damage === null)
        const fitting = usable.filter(({ model }) => fitsMemory(neededBytes(model, CONTEXT), memoryBytes))
        const others = fitting.filter(({ model }) => purposeOf(model, []) !== 'tests')
        const allowed = [others, fitting, usable].find(({ length }) => length > 0) ?? [null]
        expect(allowed).toContain(best)
      }),
    )
  })
})

describe('what a model is fit for', () => {
  test('is in the catalogue for every model that writes', () => {
    const assessed = catalogue.filter((model) => purposeOf(model, catalogue) !== null)
    expect(assessed).toEqual(catalogue.filter(({ kind }) => kind === 'language'))
  })

  test('is known of the very same file under another name, and of one that an earlier version installed', () => {
    const [file] = small.files
    const renamed = { ...own('mine', 1), files: [{ ...file, name: 'mine.gguf', bytes: 1, sha256: file?.sha256 ?? '' }] }
    expect(purposeOf(renamed, catalogue)).toBe('tests')
    const before = { ...own(granite.id, 1), files: [{ name: 'a.gguf', bytes: 1, sha256: 'f'.repeat(64) }] }
    expect(purposeOf(before, catalogue)).toBe('daily')
  })

  test("is not known of a file of the user's own", () => {
    expect(purposeOf(own('mine', 1), catalogue)).toBeNull()
  })
})
