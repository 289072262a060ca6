import { expect, test } from 'vitest'
import { asksOf } from '../../../disclosure/packet/cloud-prompt.ts'
import { replySchema } from '../../../models/cloud/create-cloud-model.ts'

const segment = (source: string) => ({ source })

test('the form asks for a list and a choice only where the message does', () => {
  expect(asksOf([segment('question'), segment('S1')])).toEqual({ ranked: false, options: 0 })
  const asks = asksOf([segment('candidates'), segment('option A'), segment('option B')])
  expect(asks).toEqual({ ranked: true, options: 2 })
  expect(Object.keys(replySchema(['S1']).properties ?? {})).toEqual(['claims', 'missing'])
  const { properties, required } = replySchema(['S1'], asks)
  expect(required).toEqual(['claims', 'missing', 'ranked', 'choice'])
  expect(properties?.choice).toEqual({ type: 'string', enum: ['A', 'B'] })
})

test('every object of the form allows nothing but what it requires, as strict output demands', () => {
  const objects = objectsIn(replySchema(['S1'], { ranked: true, options: 3 }))
  expect(objects).toHaveLength(5)
  for (const { required, additionalProperties, properties } of objects)
    expect([required, additionalProperties]).toEqual([Object.keys(properties as object), false])
})

function objectsIn(schema: unknown): readonly Record<string, unknown>[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = schema as Record<string, unknown>
  return [...(own.type === 'object' ? [own] : []), ...Object.values(own).flatMap(objectsIn)]
}
