import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RulesStoppedError } from '../../../../assistant/rules/rule-kernel.ts'
import type { Differential, RankingEvent } from '../../../../contract/opinions/differential.ts'
import type { AssistantClient } from '../../../../contract/index.ts'
import type { Packet } from '../../../../contract/opinions/packet.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { answerFromSources } from '../../../../scripts/cloud-server/say-answer.ts'
import { codeOf } from '../../whole-assistant.ts'
import { asksElsewhere, type Elsewhere, justPrepared, MATTER, send } from '../asked-elsewhere.ts'
import { message } from '../../../../wording/message.ts'

const QUESTION = 'What explains her breathlessness?'
const NOTE = `She has one swollen leg and breathlessness since Monday. There is no fever.

Mr Arthur Hollis, her father, brought her in.
`
const FACTS = [
  'presents(patient, breathlessness)',
  'shows(patient, swollen_leg)',
  'no shows(patient, fever)',
  'shows(patient, orthopnoea)',
  'has(patient, heart_failure)',
]

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
  const { whole, client } = elsewhere
  const paths = [await whole.write('note.txt', NOTE)]
  for await (const _ of await client.library.addPaths({ matter: MATTER, paths }));
  await client.pack.use({ matter: MATTER, pack: 'af-demo', on: true })
  for (const text of FACTS) await client.fact.setText({ matter: MATTER, text })
  await client.application.changeSettings({ network: true })
})
afterAll(() => elsewhere[Symbol.asyncDispose]())
beforeEach(() => {
  elsewhere.server.say = answerFromSources
})

/** With every flagged word kept. */
async function ready(client: AssistantClient, packet: Packet): Promise<Packet> {
  const open = packet.flags.find(({ decision }) => decision === 'open')
  if (!open) return packet
  const change = { decide: { flag: open.flag, decision: 'keep', remember: false } } as const
  return ready(client, await client.packet.change({ matter: MATTER, packetId: packet.packetId, change }))
}

const asked = async (more: { question?: string; differential?: boolean } = {}) =>
  ready(elsewhere.client, await justPrepared(elsewhere.client, { question: QUESTION, ...more }))
const candidatesIn = ({ segments }: Packet) => segments.find(({ source }) => source === 'candidates')
const shown = ({ items }: Differential) => items.map(({ name, local, blind }) => [name, local, blind])

async function answered(packet: Packet): Promise<Differential> {
  const { error } = await send(elsewhere.client, packet)
  expect(error).toBe(null)
  return elsewhere.client.opinion.differential({ matter: MATTER, consultation: packet.consultation })
}

describe('a packet whose question asks for a differential', () => {
  test('has the candidates as a text of its own, without weights, in the order of the alphabet', async () => {
    const packet = await asked()
    expect(candidatesIn(packet)?.outgoing.split('\n')).toEqual([
      'Consider each: confirm or reject it, with a reason.',
      '- acute heart failure',
      '- pneumonia',
      '- pulmonary embolism',
    ])
    expect(packet.text).toContain(candidatesIn(packet)?.outgoing)
    expect(packet.body).toContain('cannotMiss')
  })

  test('asks for the list only where the words or the user say so', async () => {
    const plain = await asked({ question: 'Who brought her in?' })
    expect(candidatesIn(plain)).toBe(undefined)
    expect(plain.body).not.toContain('cannotMiss')
    expect(candidatesIn(await asked({ differential: false }))).toBe(undefined)
    expect(candidatesIn(await asked({ question: 'Who brought her in?', differential: true }))).toBeDefined()
  })

  test('has a candidate replaced that is on the list of the matter, wherever it stands', async () => {
    const { client } = elsewhere
    await client.term.add({ matter: MATTER, term: 'pneumonia', type: 'id' })
    try {
      const packet = await asked()
      expect(candidatesIn(packet)?.local).toContain('pneumonia')
      expect(candidatesIn(packet)?.outgoing).toMatch(/^- \[ID-\d+\]$/m)
      expect(packet.body).not.toContain('pneumonia')
      const { items } = await answered(packet)
      expect(items.map(({ name }) => name)).toContain('pneumonia')
      expect(elsewhere.server.bodies.at(-1)).toBe(packet.body)
    } finally {
      await client.term.remove({ matter: MATTER, term: 'pneumonia' })
    }
  })

  test('keeps them when it is changed, and its hash is another one with other candidates', async () => {
    const packet = await asked()
    const change = { sources: packet.candidates.slice(0, 1).map(({ source }) => source) }
    const changed = await elsewhere.client.packet.change({ matter: MATTER, packetId: packet.packetId, change })
    expect(candidatesIn(changed)).toEqual(candidatesIn(packet))
    expect((await asked({ differential: false })).hash).not.toBe(packet.hash)
  })

  test('of an older version, which knew of no list, is made as it was', async () => {
    const { store } = await elsewhere.whole.assistant.matters.open(MATTER)
    const packet = await asked({ differential: false })
    const {
      differential: _,
      options: __,
      ...older
    } = store.packets.get(packet.packetId) as unknown as Record<string, unknown>
    store.packets.save(older as never)
    const { error, opinion } = await send(elsewhere.client, packet)
    expect(error).toBe(null)
    expect(opinion).toMatchObject({ state: 'answered', ranked: [], choice: null })
  })
})

describe('candidates of packs that cannot be read', () => {
  const STOPPED = message('opinions.candidates.stopped')
  const stopping = () => {
    const { knowledge } = elsewhere.whole.assistant
    const call = (async (method, ...more) => {
      if (method === 'weighCandidates') throw new RulesStoppedError(message('failures.rules.processEnded'))
      return knowledge.kernel.call(method, ...more)
    }) as typeof knowledge.kernel.call
    return elsewhere.clientWith({ knowledge: { ...knowledge, kernel: { ...knowledge.kernel, call } } })
  }

  test('are missed aloud, in the packet before it is sent and in the list', async () => {
    const client = stopping()
    const packet = await ready(client, await justPrepared(client, { question: QUESTION }))
    expect(packet.cautions[0]).toEqual(STOPPED)
    expect(candidatesIn(packet)?.local).toBe('Name the candidates from the sources.')
    const { consultation } = packet
    expect(await client.opinion.differential({ matter: MATTER, consultation })).toMatchObject({
      isAsked: true,
      why: STOPPED,
    })
  })

  test('are no matter where nobody asked for a list', async () => {
    const client = stopping()
    const { cautions } = await justPrepared(client, { question: 'Who brought her in?' })
    expect(cautions).not.toContainEqual(STOPPED)
  })
})

describe('the differential of a consultation', () => {
  test('is one list of all voices, with names put back and reasons checked', async () => {
    const differential = await answered(await asked())
    expect(differential.voices).toEqual(['local', 'blind'])
    expect(shown(differential)).toEqual([
      ['pulmonary embolism', 2, 1],
      ['acute heart failure', 1, 3],
      ['pneumonia', 3, 2],
    ])
    const [embolism] = differential.items
    expect(embolism).toMatchObject({ cannotMiss: true })
    expect(embolism?.for).toMatchObject([
      { voice: 'local', text: 'the patient shows one swollen leg', claim: null },
      { voice: 'blind', claim: { verdict: 'verbatim' } },
    ])
    expect(embolism?.missing).toContain('Does the patient show sudden onset?')
    expect(embolism?.decides[0]).toBe('CT pulmonary angiogram')
    expect(differential.contested).toMatchObject([{ from: 'opinions', ballots: 2, isContested: true }])
    expect(differential.checkNext[0]).toEqual({
      text: 'CT pulmonary angiogram',
      of: 'pulmonary embolism',
      kind: 'decides',
    })
  })

  test('has what cannot be missed though the other side says nothing of it', async () => {
    elsewhere.server.say = () => [JSON.stringify({ claims: [], missing: [], ranked: [{ name: 'anxiety' }] })]
    const { client } = elsewhere
    const [fact] = (await client.fact.list({ matter: MATTER })).filter(({ relation }) => relation === 'presents')
    await client.fact.unset({ matter: MATTER, fact: fact?.id ?? '' })
    try {
      const differential = await answered(await asked())
      expect(shown(differential)).toEqual([
        ['anxiety', null, 1],
        ['pulmonary embolism', null, null],
      ])
      expect(differential.items[1]?.missing[0]).toContain('not weighed')
    } finally {
      await client.fact.setText({ matter: MATTER, text: 'presents(patient, breathlessness)' })
    }
  })

  test.for([
    ['no list', 'pulmonary embolism'],
    ['a list of plain texts', ['pulmonary embolism']],
    ['a list without names', [{ for: [] }]],
  ] as const)('of a reply with %s has its sentences all the same', async ([, given]) => {
    elsewhere.server.say = () => [
      JSON.stringify({ claims: [{ text: 'Nothing is sure.', sources: [] }], ranked: given }),
    ]
    const packet = await asked()
    const { voices } = await answered(packet)
    expect(voices).toEqual(['local'])
    const { blind } = await elsewhere.client.opinion.get({ matter: MATTER, consultation: packet.consultation })
    expect(blind).toMatchObject({ state: 'answered', claims: [{ text: 'Nothing is sure.' }], ranked: [] })
  })

  test('is empty where nobody asked for one', async () => {
    expect(await answered(await asked({ question: 'Who brought her in?' }))).toEqual({
      items: [],
      voices: [],
      contested: [],
      checkNext: [],
      isAsked: false,
      why: null,
    })
  })
})

test('options of the local answer are chosen from by the other side too, and the words of none stand in the form', async () => {
  const { client, whole } = elsewhere
  const options = ['Arthur Hollis did', 'nobody did']
  const asking = { matter: MATTER, question: 'Who brought her in?', options }
  const model = whole.withModel(createScriptedModel({ says: ['A'] }))
  let answerId = ''
  for await (const event of await model.answer.ask(asking)) if (event.type === 'answer-end') ({ answerId } = event)
  const packet = await ready(client, await justPrepared(client, { question: asking.question, answerId }))
  const given = packet.segments.filter(({ source }) => source.startsWith('option '))
  expect(given.map(({ local }) => local)).toEqual(options)
  expect(packet.text).toMatch(/\nA\. \[PERSON-\d+.*\] did\nB\. nobody did$/)
  expect(packet.body).not.toContain('Hollis')
  const { contested } = await answered(packet)
  expect(contested.map(({ from }) => from)).toEqual(['opinions', 'options'])
  const { blind } = await client.opinion.get({ matter: MATTER, consultation: packet.consultation })
  expect(blind?.choice).toBe('Arthur Hollis did')
})

async function ranked(client: AssistantClient, consultation: string, samples = 0): Promise<readonly RankingEvent[]> {
  return Array.fromAsync(await client.opinion.rank({ matter: MATTER, consultation, samples }))
}

describe('the list of this computer', () => {
  test('is made candidate by candidate by weights, with the sentences that bear it out, and is kept', async () => {
    const { consultation } = await asked()
    const client = elsewhere.whole.withModel(createScriptedModel({ says: ['For: none\nAgainst: 1\n'] }))
    const events = await ranked(client, consultation)
    expect(events[0]).toMatchObject({ names: ['acute heart failure', 'pulmonary embolism', 'pneumonia'] })
    const differential = await client.opinion.differential({ matter: MATTER, consultation })
    const embolism = differential.items.find(({ name }) => name === 'pulmonary embolism')
    expect(embolism?.for[0]).toMatchObject({
      text: 'the patient shows one swollen leg',
      claim: { verdict: 'verbatim' },
    })
    const pneumonia = differential.items.find(({ name }) => name === 'pneumonia')
    expect(pneumonia?.against[0]).toMatchObject({
      text: 'the patient does not show fever',
      claim: { text: 'There is no fever.' },
    })
    await client.opinion.delete({ matter: MATTER, consultation })
    expect(await codeOf(() => client.opinion.differential({ matter: MATTER, consultation }))).toBe('NOT_FOUND')
  })

  test('is named by the model where no pack has candidates, and ordered by what was found for each', async () => {
    const { client } = elsewhere
    await client.pack.use({ matter: MATTER, pack: 'af-demo', on: false })
    try {
      const { consultation } = await asked()
      const says = (turns: readonly { readonly text: string }[]) => {
        const last = turns.at(-1)?.text ?? ''
        if (/Candidates:\n/.test(last)) return /Candidates:\n- (.*)/.exec(last)?.[1] ?? ''
        if (last.startsWith('Possible')) return '- asthma\n- a clot in the lung\n- Asthma\n'
        return last.includes('clot')
          ? 'For: 1, 2, 99\nAgainst: 2\nMissing: an ECG\nWould decide it: a scan\n'
          : 'For: none\nAgainst: 1\nMissing: none\nWould decide it: a test\n'
      }
      const withModel = elsewhere.whole.withModel(createScriptedModel({ says }))
      const events = await ranked(withModel, consultation, 4)
      const last = events.at(-1)
      expect(last?.type === 'ranked' ? last.items : []).toMatchObject([
        { name: 'a clot in the lung', for: [{ claim: { verdict: 'verbatim' } }], against: [], missing: ['an ECG'] },
        { name: 'Asthma', for: [], missing: [], decides: ['a test'] },
      ])
      expect(events.filter(({ type }) => type === 'sample')).toHaveLength(4)
      const { contested } = await withModel.opinion.differential({ matter: MATTER, consultation })
      expect(contested).toMatchObject([{ from: 'samples', ballots: 4 }])
    } finally {
      await client.pack.use({ matter: MATTER, pack: 'af-demo', on: true })
    }
  })

  test('needs no model where a pack has candidates, and says so where it needs one', async () => {
    const { client } = elsewhere.whole
    const { consultation } = await asked()
    expect((await ranked(client, consultation)).at(-1)?.type).toBe('ranked')
    expect(await codeOf(() => ranked(client, consultation, 3))).toBe('NO_MODEL')
  })
})
