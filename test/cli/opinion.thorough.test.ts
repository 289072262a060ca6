import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBenchAssistant } from '../../bench/open-bench-assistant.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Packet } from '../../contract/opinions/packet.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { answerBySex } from '../../scripts/cloud-server/say-answer.ts'
import { type CloudServer, startCloudServer } from '../../scripts/cloud-server/cloud-server.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { runCommand, startCommand } from './run-command.ts'

const QUESTION = 'When did Mr Arthur Hollis give notice?'
const ASK = ['opinion', 'Hollis', QUESTION, '--provider', 'Here']

beforeAll(() => buildIfNeeded().then(() => {}), 60_000)

/** A home with one matter and a provider; made in this process, for commands take their time to start. */
async function makeHome(folder: string, server: CloudServer): Promise<string> {
  const home = join(folder, 'home')
  const letter = join(folder, 'letter.txt')
  await writeFile(letter, 'Mr Arthur Hollis gave notice on 3 March 2025.\n\nThe Landlord did not answer.\n')
  await using opened = await openBenchAssistant(home, { models: join(folder, 'models') })
  const { client } = opened
  await client.matter.create({ name: 'Hollis' })
  for await (const _ of await client.library.addPaths({ matter: 'Hollis', paths: [letter] }));
  await client.term.add({ matter: 'Hollis', term: 'Arthur Hollis', type: 'person' })
  await client.provider.save({
    provider: 'Here',
    kind: 'openai-compatible',
    address: server.address,
    model: 'served',
    account: 'practice',
    retention: '',
    key: null,
  })
  await decideAll(client)
  return home
}

async function decideAll(client: AssistantClient): Promise<void> {
  const input = { matter: 'Hollis', question: QUESTION, provider: 'Here' }
  for await (const event of await client.packet.prepare(input)) {
    if (event.type !== 'packet') continue
    for (const { flag } of event.packet.flags)
      await client.packet.change({
        matter: 'Hollis',
        packetId: event.packet.packetId,
        change: { decide: { flag, decision: 'mask', remember: false } },
      })
  }
}

describe('consilium opinion', () => {
  test('shows what would leave, sends it by the yes to its hash and by nothing else, and prints the opinion', async () => {
    await using folder = await shortFolder()
    await using server = await startCloudServer()
    const home = await makeHome(folder.path, server)
    const run = (...words: string[]) => runCommand([...ASK, ...words], { home })

    const shown = await run('--json')
    const { packet, hash } = shown.lines[0] as unknown as { packet: { body: string; text: string }; hash: string }
    const people = await run()
    expect(people.out).toContain(packet.text)
    expect(people.out).toContain(`--consent ${hash}`)
    expect(people.out).toContain('Identifiers may remain')
    expect(people.out).toContain('account practice')
    expect(packet.text).not.toContain('Hollis')
    expect(server.received()).toBe('')

    const stale = await run(
      '--consent',
      hash.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    )
    expect([stale.code, stale.err]).toEqual([6, expect.stringMatching(/^error NO_CONSENT: /)])
    expect(server.received()).toBe('')

    const sent = await run('--consent', hash)
    expect(sent.code).toBe(0)
    expect(sent.out).toMatch(/1\. .*Arthur Hollis.* gave notice on 3 March 2025\. \[S1\] {2}\(verbatim\)/)
    expect(sent.err).toContain('No informed packet was prepared')
    expect(server.bodies).toEqual([packet.body])

    const compare = (...words: string[]) => runCommand(['opinion', 'Hollis', ...words], { home })
    const compared = await compare(QUESTION, '--compare', '--json')
    expect([compared.code, compared.lines[0]]).toEqual([
      0,
      expect.objectContaining({
        blind: expect.objectContaining({ state: 'answered' }),
        informed: null,
        agreement: null,
      }),
    ])
    expect((await compare(QUESTION, '--compare', '--by-rule')).out).toContain('gave notice on 3 March 2025')
    const wrong = [
      await compare('What else?', '--compare'),
      await compare(QUESTION, '--by-rule'),
      await compare(QUESTION, '--compare', '--informed'),
      await compare(QUESTION),
    ]
    expect(wrong.map(({ code }) => code)).toEqual([3, 2, 2, 2])
    expect(server.bodies.length).toBe(1)

    const again = await run('--consent', hash, '--json')
    expect([again.code, again.lines[0]]).toEqual([6, { error: expect.objectContaining({ code: 'NO_CONSENT' }) }])
    expect(server.bodies.length).toBe(1)
  })

  test('asks again with sex and origin swapped by a yes of its own, says what changes, and writes it all to a file', async () => {
    await using folder = await shortFolder()
    await using server = await startCloudServer({ say: answerBySex })
    const home = await makeHome(folder.path, server)
    const run = (...words: string[]) => runCommand([...ASK, ...words], { home })
    expect((await run('--swap')).code).toBe(2)
    const blind = (await run('--json')).lines[0] as unknown as { hash: string }
    expect((await run('--consent', blind.hash, '--blind-only')).out).not.toContain('swapped')
    const shown = await run('--swap')
    expect(shown.out).toContain('Nothing has been sent. This is what would leave (bias check')
    expect(shown.out).toContain('Swapped for the test: the sex in each pseudonym')
    expect(server.bodies.length).toBe(1)
    const { hash, packet } = (await run('--swap', '--json')).lines[0] as unknown as { hash: string; packet: Packet }
    const sent = await run('--consent', hash)
    expect([sent.code, server.bodies.at(-1)]).toEqual([0, packet.body])
    const compared = await runCommand(['opinion', 'Hollis', QUESTION, '--compare', '--by-rule'], { home })
    expect(compared.out).toContain('Sex swapped in a test: 1 thing changed.')
    expect(compared.out).toContain('swapped: His account is not credible.')
    const file = join(folder.path, 'conference.md')
    const written = await runCommand(['opinion', 'Hollis', QUESTION, '--export', file], { home })
    expect([written.code, written.out]).toEqual([0, expect.stringContaining(`Wrote ${file}.`)])
    expect(await readFile(file, 'utf8')).toContain('## Bias check')
    const wrong = [
      await run('--export', join(folder.path, 'conference.txt')),
      await run('--export', file, '--informed'),
      await run('--swap', '--informed'),
      await run('--here'),
      await run('--swap', '--here', '--consent', hash),
    ]
    expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2])
    expect((await run('--swap', '--here')).err).toContain('A bias check on this computer needs a model')
    expect(server.bodies.length).toBe(2)
  })

  test('asks for a ranked list where it is told to, and prints it as one list of all voices', async () => {
    await using folder = await shortFolder()
    await using server = await startCloudServer()
    const home = await makeHome(folder.path, server)
    const run = (...words: string[]) => runCommand([...ASK, ...words], { home })
    const first = (await run('--differential', '--json')).lines[0] as unknown as { packet: Packet }
    const open = first.packet.flags.filter(({ decision }) => decision === 'open').map(({ term }) => term)
    const mask = open.length > 0 ? ['--mask', ...open] : []
    const { packet } = (await run('--differential', '--json', ...mask)).lines[0] as unknown as { packet: Packet }
    expect(packet.text).toContain('Name the candidates from the sources.')
    const reason = { text: 'The Landlord did not answer.', sources: ['S1'] }
    const ranked = [{ name: 'a late notice', for: [reason], decides: ['the stamp of the post'], cannotMiss: true }]
    server.say = () => [JSON.stringify({ claims: [], missing: [], ranked })]
    const sent = await run('--consent', packet.hash, '--blind-only', '--rank')
    expect(sent.err).toContain('This computer made no list')
    expect(sent.out).toContain('Differential, by rank:\n1. a late notice can’t miss (blind 1)\n')
    expect(sent.out).toContain('for: The Landlord did not answer. [S1] verbatim, blind')
    expect(sent.out).toContain('- the stamp of the post (a late notice)')
  })

  test('killed while it sends has perhaps sent, says so afterwards, and sends nothing by itself', async () => {
    await using folder = await shortFolder()
    await using server = await startCloudServer()
    const home = await makeHome(folder.path, server)
    const { hash } = (await runCommand([...ASK, '--json'], { home })).lines[0] as unknown as { hash: string }
    server.fault = 'hang-within'
    const sending = startCommand([...ASK, '--consent', hash, '--json'], { home })
    await expect.poll(() => server.bodies.length).toBe(1)
    sending.process.kill('SIGKILL')
    await sending.ended
    server.fault = null
    const ledger = await runCommand(['ledger', 'Hollis', '--json'], { home })
    const kinds = ledger.lines.map(({ kind }) => kind)
    expect(kinds).toContain('sending-intended')
    expect(kinds).not.toContain('sending-completed')
    await using opened = await openBenchAssistant(home, { models: join(folder.path, 'models') })
    expect(await opened.client.packet.list({ matter: 'Hollis' })).toMatchObject([{ state: 'may-have-been-sent', hash }])
    expect(server.bodies.length).toBe(1)
  })
})
