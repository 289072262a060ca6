import { expect, test } from 'vitest'
import { readCatalogue } from '../../models/catalogue.ts'
import { modelName } from '../../wording/model-name.ts'

test('a model that writes is called by its id as the list of models calls it', () => {
  const writing = readCatalogue().filter(({ kind }) => kind === 'language')
  expect(writing.length).toBeGreaterThan(3)
  const calledOf = writing.map(({ id }) => modelName(id).toLowerCase())
  expect(calledOf).toEqual(writing.map(({ title }) => title.toLowerCase()))
})

test('nothing of how its file is stored is in the name', () => {
  expect(modelName('qwen2.5-coder-0.5b-instruct-q4_k_m')).toBe('Qwen2.5 Coder 0.5B')
  expect(modelName('lease-model')).toBe('Lease Model')
})
