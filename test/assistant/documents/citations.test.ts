import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssistantClient } from '../../../contract/index.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const MATTER = 'Hollis v Marlowe'
const LEASE = `7.1 The term is ten years from 25 March 2024.

7.2 The Tenant may end this Lease by giving not less than six months’ prior written notice.`

describe('what answers cite of a document', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  let client: AssistantClient
  const write = async (name: string, text: string) => {
    const paths = [await use.write(name, text)]
    for await (const _ of await client.library.addPaths({ matter: MATTER, paths }));
  }
  const ask = async (question: string, says: string) => {
    client = use.withModel(createScriptedModel({ says: [says] }))
    await Array.fromAsync(await client.answer.ask({ matter: MATTER, question }))
  }
  const cited = (document = 'lease.txt') => client.library.citations({ matter: MATTER, document })

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    ;({ client } = use)
    await client.home.create({ passphrase: null })
    await client.matter.create({ name: MATTER })
    await write('lease.txt', LEASE)
    await write('note.txt', 'The Landlord called on Friday.')
  })
  afterAll(() => life.disposeAsync())

  test('is nothing before anything was asked', async () => {
    expect(await cited()).toEqual([])
    expect(await codeOf(() => cited('none.txt'))).toBe('NOT_FOUND')
  })

  test('is listed in the order of its text, each with the sentence and the question', async () => {
    await ask(
      'How much notice does the Tenant give?',
      'The Tenant gives not less than six months’ prior written notice [S1].',
    )
    await ask('How long is the term?', 'The term is ten years from 25 March 2024 [S1].')
    const { textVersion } = await client.library.document({ matter: MATTER, document: 'lease.txt' })
    const found = await cited()
    expect(found.map(({ question }) => question)).toEqual([
      'How long is the term?',
      'How much notice does the Tenant give?',
    ])
    for (const one of found) {
      expect(LEASE.slice(one.start, one.end)).toBe(one.quote)
      expect(one.textVersion).toBe(textVersion)
      expect(one.sentence).not.toContain('[')
    }
    expect(await cited('note.txt')).toEqual([])
  })

  test('stays in the list when the file changes, behind what cites the present version', async () => {
    await write('lease.txt', LEASE.replace('ten years', 'twelve years'))
    await ask('How long is the term now?', 'The term is twelve years from 25 March 2024 [S1].')
    const { textVersion } = await client.library.document({ matter: MATTER, document: 'lease.txt' })
    const found = await cited()
    expect(found[0]).toMatchObject({ question: 'How long is the term now?', textVersion })
    expect(found.slice(1).map((one) => [one.question, one.textVersion === textVersion])).toEqual([
      ['How long is the term?', false],
      ['How much notice does the Tenant give?', false],
    ])
  })

  test('goes with its answer', async () => {
    const [first] = await cited()
    await client.answer.delete({ matter: MATTER, answerId: first?.answerId ?? '' })
    expect((await cited()).map(({ question }) => question)).not.toContain('How long is the term now?')
  })
})
