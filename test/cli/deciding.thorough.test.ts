import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Packet } from '../../contract/opinions/packet.ts'
import { openBenchAssistant } from '../../bench/open-bench-assistant.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { type CloudServer, startCloudServer } from '../../scripts/cloud-server/cloud-server.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { realModel } from '../model/real-models.ts'
import { type Ended, runCommand } from './run-command.ts'

const MODEL = 'smollm2-135m-instruct-q4_1'
const QUESTION = 'Within how many days must the deposit be protected?'
const RIGHT = 'The deposit must be protected within 30 days.'
const LESSON = 'Where a law sets a number of days, look for the number and not for the duty.'

beforeAll(() => buildIfNeeded().then(() => {}), 60_000)

/** A home in which one question was answered here and elsewhere; made in this process, for commands take their time to start. */
async function makeHome(folder: string, models: string, server: CloudServer): Promise<string> {
  const home = join(folder, 'home')
  await writeFile(join(folder, 'lease.txt'), 'The landlord protects the deposit as the law asks.\n')
  await using opened = await openBenchAssistant(home, { models })
  const { client } = opened
  await client.application.changeSettings({ network: true, userName: 'J. Marsh' })
  await client.matter.create({ name: 'Hollis' })
  const paths = [join(folder, 'lease.txt')]
  await Array.fromAsync(await client.library.addPaths({ matter: 'Hollis', paths }))
  const to = { provider: 'Here', kind: 'openai-compatible', address: server.address, model: 'served' } as const
  await client.provider.save({ ...to, account: '', retention: '', key: null })
  const ask = { matter: 'Hollis', question: QUESTION, model: MODEL, maxTokens: 24 }
  const events = await Array.fromAsync(await client.answer.ask(ask))
  const answerId = events.flatMap((event) => (event.type === 'answer-end' ? event.answerId : []))[0] ?? null
  const prepared = { matter: 'Hollis', question: QUESTION, provider: 'Here', answerId }
  for await (const event of await client.packet.prepare(prepared)) {
    if (event.type !== 'packet') continue
    const { packetId } = event.packet
    let { hash } = event.packet
    for (const { flag } of event.packet.flags) {
      const change = { decide: { flag, decision: 'mask', remember: false } } as const
      ;({ hash } = await client.packet.change({ matter: 'Hollis', packetId, change }))
    }
    await Array.fromAsync(await client.opinion.send({ matter: 'Hollis', packetId, hash }))
  }
  return home
}

describe('deciding on the command line', () => {
  test('keeps who was right on a numbered line, begins a card that says where it comes from, and sends nothing', async ({
    skip,
  }) => {
    await using folder = await shortFolder()
    const { installed, whyNot } = await realModel(MODEL)
    if (!installed) return skip(whyNot)
    const models = dirname(dirname(installed.path))
    await using server = await startCloudServer({
      say: () => [JSON.stringify({ claims: [{ text: RIGHT, sources: [] }], missing: [] })],
    })
    const home = await makeHome(folder.path, models, server)
    const run = (...words: string[]) => runCommand(words, { home, env: { CONSILIUM_MODELS: models } })
    const on = (...words: string[]) => run('opinion', 'Hollis', QUESTION, ...words)

    const compared = await on('--compare', '--by-rule')
    const line = /^ {2}(\d+)\. [a-z, ]*blind[^\n]*:(?:\n {6}[^\n]*)*within 30 days/m.exec(compared.out)?.[1] ?? ''
    expect(line).toMatch(/^\d+$/)
    const wrong = [
      await on('--row', '1'),
      await on('--decide', 'second', '--row', '99'),
      await on('--decide', 'neither', '--row', line),
      await on('--decide', 'second', '--informed'),
      await on('--decide', 'nobody'),
      await run('opinion', 'Hollis', 'What else?', '--decide', 'local'),
    ]
    expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 3])

    const decided = await on('--decide', 'second', '--row', line, '--card')
    expect(decided.out).toContain('The second opinion was right.')
    expect(decided.out).toContain(`right            ${RIGHT}`)
    expect(decided.out).toContain('written by Here, served')
    expect((await run('cards')).out).toContain('draft, not used yet, from a second opinion')
    const again = await on('--decide', 'local', '--row', line)
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('Retire the lesson first')])
    expect(server.bodies).toHaveLength(1)

    const card = /cards test (\w+)/.exec(decided.out)?.[1] ?? ''
    expect((await run('cards', 'retire', card)).code).toBe(0)
    await lessonIsAskedFor((...words) => on('--decide', 'second', '--row', line, ...words), server)
  })
})

/** The packet is shown to its last byte, leaves by the yes to its hash alone, and the card begins with what came. */
async function lessonIsAskedFor(
  decide: (...words: readonly string[]) => Promise<Ended>,
  server: CloudServer,
): Promise<void> {
  expect((await decide('--consent', 'abc')).code).toBe(2)
  const [kept, first] = (await decide('--lesson', '--json')).lines as readonly [unknown, { packet: Packet }?]
  expect(kept).toMatchObject({ outcome: 'second', right: RIGHT, lesson: { hasCome: false } })
  const open = (first?.packet.flags ?? []).filter(({ decision }) => decision === 'open').map(({ term }) => term)
  const shown = await decide('--lesson', ...(open.length > 0 ? ['--mask', ...open] : []))
  expect(shown.out).toContain('Nothing has been sent. This is what would leave')
  expect(shown.out).toContain('Which general lesson helps with every question of this kind?')
  const hash = /--consent (\w+)$/m.exec(shown.out)?.[1] ?? ''
  expect(
    (
      await decide(
        '--lesson',
        '--consent',
        hash.replace(/^./, (one) => (one === '0' ? '1' : '0')),
      )
    ).code,
  ).toBe(6)
  expect(server.bodies).toHaveLength(1)

  server.say = () => [JSON.stringify({ claims: [{ text: LESSON, sources: [] }], missing: [] })]
  const sent = await decide('--lesson', '--consent', hash, '--card')
  expect([sent.code, sent.out]).toEqual([0, expect.stringContaining(`that came from Here (served):\n  ${LESSON}`)])
  expect(sent.out.split(LESSON)).toHaveLength(3)
  expect(server.bodies).toHaveLength(2)
  // No source goes along: the lesson is of the mistake alone.
  expect(server.bodies[1]).not.toContain('\\n[S1]')
  expect((await decide('--lesson')).code).toBe(2)
}
