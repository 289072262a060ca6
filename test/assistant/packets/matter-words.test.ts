import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assistant } from '../../../assistant/assembly/assistant.ts'
import { router } from '../../../assistant/router/router.ts'
import type { AssistantClient } from '../../../contract/index.ts'
import type { Packet, PacketChange } from '../../../contract/opinions/packet.ts'
import type { Detection } from '../../../disclosure/packet/mask-segments.ts'
import { madeUpDetection } from '../../disclosure/packet/made-up-detector.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const MATTER = 'Ward 7'
const LETTER = 'Zorbex and Quint saw her. Potassium 4.1 mmol, urea 14 mg, and the Notice was given by Zorbex.'
const FLAGGED = ['Zorbex', 'Quint', 'mmol', 'mg', 'Notice']
const KINDS = { mmol: 'unit', mg: 'unit', Notice: 'capital' } as const

describe('decisions about groups of words', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  let detection: Detection = madeUpDetection({ flagged: FLAGGED, kinds: KINDS })
  const client = (): AssistantClient => {
    const assistant = Object.assign(Object.create(use.assistant) as Assistant, { detection: async () => detection })
    return createRouterClient(router, { context: { assistant } })
  }
  const change = (packetId: string, wanted: PacketChange) =>
    client().packet.change({ matter: MATTER, packetId, change: wanted })
  const kept = async () => (await client().term.kept({ matter: MATTER })).map(({ word }) => word)
  const open = ({ flags }: Packet) => flags.filter(({ decision }) => decision === 'open').map(({ term }) => term)
  const lastEntry = async () => {
    const entries = await client().ledger.list({ matter: MATTER })
    return entries.map(({ kind, data }) => ({ kind, data })).at(-1)
  }

  async function prepare(): Promise<Packet> {
    const asked = { matter: MATTER, question: 'What is her potassium?', provider: 'house' }
    for await (const event of await client().packet.prepare(asked)) if (event.type === 'packet') return event.packet
    throw new Error('Expected a packet, got none.')
  }

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.application.changeSettings({ userName: 'Dr Lyle', network: true })
    await use.client.matter.create({ name: MATTER })
    const path = await use.write('letter.txt', LETTER)
    for await (const _event of await use.client.library.addPaths({ matter: MATTER, paths: [path] }));
    await use.client.provider.save({
      provider: 'house',
      kind: 'openai-compatible',
      model: 'large',
      account: '',
      retention: '',
      address: 'http://127.0.0.1:9/v1',
    })
  })
  afterAll(() => life.disposeAsync())

  test('one decision holds for the open words of a kind, and only here unless it is to be remembered', async () => {
    const packet = await prepare()
    expect(packet.flags.map(({ term, kind }) => [term, kind])).toEqual([
      ['Zorbex', 'name'],
      ['Quint', 'name'],
      ['mmol', 'unit'],
      ['mg', 'unit'],
      ['Notice', 'capital'],
    ])
    const { packetId } = packet
    const decided = await change(packetId, { decideGroup: { kind: 'name', decision: 'keep', remember: false } })
    expect(open(decided)).toEqual(['mmol', 'mg', 'Notice'])
    expect(await kept()).toEqual([])
    expect(open(await prepare())).toEqual(FLAGGED)
  })

  test('what is kept in the matter is asked about in none of its next packets, also after a restart', async () => {
    const { packetId } = await prepare()
    const decided = await change(packetId, { decideGroup: { kind: 'unit', decision: 'keep', remember: true } })
    expect(open(decided)).toEqual(['Zorbex', 'Quint', 'Notice'])
    expect(await lastEntry()).toEqual({ kind: 'words-kept', data: { words: 2 } })
    await use.restart()
    const next = await prepare()
    expect(open(next)).toEqual(['Zorbex', 'Quint', 'Notice'])
    expect(next.flags.filter(({ isRemembered }) => isRemembered).map(({ term }) => term)).toEqual(['mmol', 'mg'])
    expect(await client().term.kept({ matter: MATTER })).toMatchObject([
      { word: 'mg', by: 'Dr Lyle' },
      { word: 'mmol', by: 'Dr Lyle' },
    ])
  })

  test('it is taken back from a packet or from the list, and asked about again', async () => {
    const packet = await prepare()
    const flag = packet.flags.find(({ term }) => term === 'mg')?.flag ?? 0
    expect(open(await change(packet.packetId, { askAgain: { flag } }))).toContain('mg')
    expect(await lastEntry()).toEqual({ kind: 'words-asked-again', data: { words: 1 } })
    await client().term.askAgain({ matter: MATTER, word: 'MMOL' })
    expect(open(await prepare())).toEqual(FLAGGED)
    expect(await codeOf(() => client().term.askAgain({ matter: MATTER, word: 'mmol' }))).toBe('NOT_FOUND')
  })

  test('a word kept as one kind is asked about again where it seems likelier to identify', async () => {
    detection = madeUpDetection({ flagged: FLAGGED, kinds: { ...KINDS, Zorbex: 'unknown-word' } })
    const { packetId } = await prepare()
    await change(packetId, { decideGroup: { kind: 'unknown-word', decision: 'keep', remember: true } })
    expect(open(await prepare())).not.toContain('Zorbex')
    detection = madeUpDetection({ flagged: FLAGGED, kinds: KINDS })
    expect(open(await prepare())).toContain('Zorbex')
    await client().term.keep({ matter: MATTER, words: ['Zorbex'] })
    expect(open(await prepare())).not.toContain('Zorbex')
    await client().term.askAgain({ matter: MATTER, word: 'Zorbex' })
  })

  test('a kept word that is found to be a name is replaced all the same', async () => {
    await client().term.keep({ matter: MATTER, words: ['Quint', 'Notice'] })
    expect((await prepare()).segments[1]?.outgoing).toContain('Quint saw')
    detection = madeUpDetection({ names: { Quint: 'person' }, flagged: FLAGGED, kinds: KINDS })
    const found = await prepare()
    expect(found.segments[1]?.outgoing).toMatch(/and \[PERSON-\d+\] saw/)
    expect(found.segments[1]?.outgoing).toContain('the Notice was')
    detection = madeUpDetection({ flagged: FLAGGED, kinds: KINDS })
  })

  test('neither does a word leave that was kept in this packet, and only a reason given for it releases it', async () => {
    const packet = await prepare()
    const flag = packet.flags.find(({ term }) => term === 'Zorbex')?.flag ?? 0
    await change(packet.packetId, { decide: { flag, decision: 'keep', remember: false } })
    detection = madeUpDetection({ names: { Zorbex: 'person' }, flagged: FLAGGED, kinds: KINDS })
    const again = await change(packet.packetId, { dates: 'exact' })
    expect(again.segments[1]?.outgoing).toMatch(/^\[PERSON-\d+\] and /)
    const told = await change(packet.packetId, { unmask: { term: 'Zorbex', reason: 'A firm known to all.' } })
    expect(told.segments[1]?.outgoing).toContain('Zorbex and ')
    detection = madeUpDetection({ flagged: FLAGGED, kinds: KINDS })
  })

  test('a word that is replaced is no longer kept, and a replaced group joins the list of the matter', async () => {
    const packet = await prepare()
    const flag = packet.flags.find(({ term }) => term === 'Notice')?.flag ?? 0
    await change(packet.packetId, { decide: { flag, decision: 'mask', remember: false } })
    expect(await kept()).toEqual(['Quint'])
    // The word that is kept already is no longer open.
    await change(packet.packetId, { decideGroup: { kind: 'unit', decision: 'mask', remember: true } })
    const listed = (await client().term.list({ matter: MATTER })).filter(({ from }) => from === 'user')
    expect(listed.map(({ term }) => term)).toEqual(['mg', 'mmol'])
    expect((await prepare()).segments[1]?.outgoing).not.toContain('mmol')
  })
})
