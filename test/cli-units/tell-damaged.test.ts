import { expect, test } from 'vitest'
import { createOutput } from '../../cli/output.ts'
import { tellDamaged } from '../../cli/tell-damaged.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { DamagedEntry } from '../../contract/matter.ts'

test('a list says what it leaves out because it is damaged, with its text, and nothing of other kinds', async () => {
  const entries: readonly DamagedEntry[] = [
    { kind: 'answer', id: 'a1', text: '{"question":"Who' },
    { kind: 'fact', id: 'f1', text: '7' },
    { kind: 'answer', id: 'a2', text: 'null' },
  ]
  const client = { matter: { damaged: async () => entries } } as unknown as AssistantClient
  let out = ''
  let err = ''
  const output = createOutput(false, { write: (text) => (out += text) }, { write: (text) => (err += text) })
  await tellDamaged(client, output, 'Hollis', ['answer'])
  expect(out).toBe('')
  expect(err.split('\n')).toEqual([
    '2 answers are damaged and cannot be shown. Their text is kept.',
    '  answer a1: {"question":"Who',
    '  answer a2: null',
    '',
  ])
  err = ''
  await tellDamaged(client, output, 'Hollis', ['fact'])
  expect(err).toContain('1 fact is damaged and cannot be shown. Its text is kept.')
})
