import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProposalEvent } from '../../../contract/knowledge/fact.ts'
import type { AssistantClient } from '../../../contract/index.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const LETTER = `Letter of 1 June 2026

The patient was seen in the clinic. Her weight was 58 kg on 2026-06-01 and she felt well.
She has atrial fibrillation. There is no history of diabetes. Her mother had a stroke.
Last year she lost 4 kg. Current medicines: warfarin.
`
const LATER = `Letter of 20 June 2026

On 2026-06-20 the weight was 61 kg. She weighs too little.
`

/** Says yes to what the text says, as a model that reads well would. */
const READS_WELL = createScriptedModel({
  says: (turns) => {
    const asked = turns.at(-1)?.text ?? ''
    if (asked.includes('Does the patient have diabetes?')) return 'no'
    return asked.includes('(yes, no, none)') ? 'yes' : 'none'
  },
})

async function run(
  client: AssistantClient,
  matter: string,
  documents: string[] = [],
): Promise<readonly ProposalEvent[]> {
  const events: ProposalEvent[] = []
  for await (const event of await client.fact.propose({ matter, documents })) events.push(event)
  return events
}

function written(events: readonly ProposalEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.type === 'proposal'
      ? `${event.holds === 'yes' ? '' : 'no '}${event.relation}(${event.args.join(', ')})${event.at === null ? '' : ` @${event.at}`}`
      : [],
  )
}

describe('facts proposed from documents', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  const list = (matter: string) => use.client.fact.list({ matter })

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    for (const name of ['Plain', 'Read', 'None']) await use.client.matter.create({ name })
    const paths = [await use.write('letters/first.txt', LETTER), await use.write('letters/later.txt', LATER)]
    for (const matter of ['Plain', 'Read']) {
      await use.client.pack.use({ matter, pack: 'af-demo', on: true })
      for await (const _ of await use.client.library.addPaths({ matter, paths }));
    }
  })
  afterAll(() => life.disposeAsync())

  test('need the words of a pack', async () => {
    expect(await codeOf(() => run(use.client, 'None'))).toBe('WRONG_USE')
  })

  test('without a model are values right behind their own words, several over time each with its day', async () => {
    const events = await run(use.client, 'Plain')
    expect(written(events).toSorted()).toEqual([
      'weight(patient, 58 kg) @2026-06-01',
      'weight(patient, 61 kg) @2026-06-20',
    ])
    expect(events.at(-1)).toMatchObject({
      type: 'proposal-end',
      proposed: 2,
      documents: 2,
      model: null,
      stopped: false,
    })
    expect(events[0]).toMatchObject({ type: 'proposal-progress', passagesDone: 0 })
  })

  test('without a day of their own are of the day of their letter, unless the sentence tells of another time', async () => {
    await use.client.matter.create({ name: 'Undated' })
    await use.client.pack.use({ matter: 'Undated', pack: 'af-demo', on: true })
    const paths = [
      await use.write('undated/one.txt', 'Letter of 1 June 2026\n\nWeight: 58 kg.\n'),
      await use.write('undated/two.txt', 'Letter of 20 June 2026\n\nWeight: 61 kg.\n'),
      await use.write('undated/three.txt', 'Letter of 21 June 2026\n\nWeight: 55 kg at baseline.\n'),
      await use.write('undated/four.txt', 'Dear colleague\n\nWeight: 57 kg.\n'),
      await use.write('undated/five.txt', 'Admitted 2 June 2026.\n\nOn admission: pulse 80 a minute; weight 63 kg.\n'),
      await use.write('undated/six.txt', 'Note, 22 June 2026\n\nWeight 64 kg (66 kg on discharge).\n'),
    ]
    await Array.fromAsync(await use.client.library.addPaths({ matter: 'Undated', paths }))
    expect(written(await run(use.client, 'Undated')).toSorted()).toEqual([
      'weight(patient, 55 kg)',
      'weight(patient, 57 kg)',
      'weight(patient, 58 kg) @2026-06-01',
      'weight(patient, 61 kg) @2026-06-20',
      'weight(patient, 63 kg) @2026-06-02',
      'weight(patient, 64 kg) @2026-06-22',
    ])
  })

  test('wait for a yes, and quote their document word for word', async () => {
    for (const fact of await list('Plain')) {
      expect(fact).toMatchObject({ state: 'proposed', decidedBy: null, source: { kind: 'passage', model: null } })
      if (fact.source.kind !== 'passage') throw new Error('expected a passage')
      const { document, start, end, quote } = fact.source
      const pages = await use.client.library.text({ matter: 'Plain', document })
      expect(
        pages
          .map(({ text }) => text)
          .join('\f')
          .slice(start, end),
      ).toBe(quote)
      expect(quote).toContain('kg')
    }
    const { store } = await use.assistant.matters.open('Plain')
    expect(store.facts.list().every(({ state }) => state === 'proposed')).toBe(true)
  })

  test('with a model are also names, denied where the text denies them, and not those of relatives', async () => {
    const events = await run(use.withModel(READS_WELL), 'Read')
    expect(written(events).toSorted()).toEqual([
      'has(patient, af)',
      'no has(patient, diabetes)',
      'takes(patient, warfarin)',
      'weight(patient, 58 kg) @2026-06-01',
      'weight(patient, 61 kg) @2026-06-20',
    ])
    expect(events.at(-1)).toMatchObject({ model: 'scripted', stopped: false })
  })

  test('are not proposed twice, nor after they were rejected', async () => {
    const [first] = await list('Read')
    await use.client.fact.reject({ matter: 'Read', fact: first?.id ?? '' })
    const asked = READS_WELL.asked.length
    expect(written(await run(use.withModel(READS_WELL), 'Read'))).toEqual([])
    expect(READS_WELL.asked.length).toBe(asked)
    // Another model looks again, and finds the same.
    expect(written(await run(use.client, 'Read'))).toEqual([])
  })

  test('a model that affirms what the text denies proposes nothing of it', async () => {
    await use.client.matter.create({ name: 'Bad' })
    await use.client.pack.use({ matter: 'Bad', pack: 'af-demo', on: true })
    const path = await use.write('bad.txt', 'There is no history of diabetes. No sign of active bleeding.\n')
    for await (const _ of await use.client.library.addPaths({ matter: 'Bad', paths: [path] }));
    const affirms = createScriptedModel({ says: ['yes'] })
    expect(written(await run(use.withModel(affirms), 'Bad'))).toEqual([])
    expect(affirms.asked.length).toBeGreaterThan(0)
    for (const { grammar } of affirms.asked) expect(grammar).toBe('root ::= "yes" | "no" | "none"')
  })

  test('a run that is stopped keeps what it has, and the next one goes on from there', async () => {
    await use.client.matter.create({ name: 'Stopped' })
    await use.client.pack.use({ matter: 'Stopped', pack: 'af-demo', on: true })
    const path = await use.write(
      'long.txt',
      'She has diabetes.\n\nShe has hypertension.\n\nShe takes warfarin.\n\nShe takes aspirin.\n',
    )
    for await (const _ of await use.client.library.addPaths({ matter: 'Stopped', paths: [path] }));
    const model = createScriptedModel({ says: ['yes'], wordMs: 20 })
    const stop = new AbortController()
    const events = await use.withModel(model).fact.propose({ matter: 'Stopped' }, { signal: stop.signal })
    let before = 0
    try {
      for await (const event of events) {
        if (event.type !== 'proposal') continue
        before += 1
        if (before === 2) stop.abort()
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
    const asked = model.asked.length
    expect(await list('Stopped')).toHaveLength(2)
    expect(written(await run(use.withModel(model), 'Stopped'))).toHaveLength(2)
    expect(model.asked.length - asked).toBeLessThanOrEqual(3)
    expect(await list('Stopped')).toHaveLength(4)
    const kinds = (await use.client.ledger.list({ matter: 'Stopped' })).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'facts-proposed').length).toBeGreaterThanOrEqual(1)
  })

  test('an answer that is being written goes first', async () => {
    await use.client.matter.create({ name: 'Busy' })
    await use.client.pack.use({ matter: 'Busy', pack: 'af-demo', on: true })
    const path = await use.write('busy.txt', 'She has diabetes.\n')
    for await (const _ of await use.client.library.addPaths({ matter: 'Busy', paths: [path] }));
    const model = createScriptedModel({ says: ['yes'] })
    const answering = use.assistant.foreground.enter()
    const running = run(use.withModel(model), 'Busy')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(model.asked).toEqual([])
    answering[Symbol.dispose]()
    expect(written(await running)).toEqual(['has(patient, diabetes)'])
  })

  test('are of the one individual that the facts name already', async () => {
    await use.client.matter.create({ name: 'Named' })
    await use.client.pack.use({ matter: 'Named', pack: 'af-demo', on: true })
    await use.client.fact.setText({ matter: 'Named', text: 'sex(p1, female)' })
    const path = await use.write('named.txt', 'Weight: 58 kg\n')
    for await (const _ of await use.client.library.addPaths({ matter: 'Named', paths: [path] }));
    expect(written(await run(use.client, 'Named'))).toEqual(['weight(p1, 58 kg)'])
  })

  test('end without harm for a document that is removed meanwhile', async () => {
    await use.client.matter.create({ name: 'Removed' })
    await use.client.pack.use({ matter: 'Removed', pack: 'af-demo', on: true })
    const path = await use.write('gone.txt', 'There is diabetes.\n\nThere is hypertension.\n')
    for await (const _ of await use.client.library.addPaths({ matter: 'Removed', paths: [path] }));
    const model = createScriptedModel({ says: ['yes'], wordMs: 200 })
    const running = run(use.withModel(model), 'Removed')
    while (model.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await use.client.library.remove({ matter: 'Removed', document: 'gone.txt' })
    expect((await running).at(-1)).toMatchObject({ type: 'proposal-end', proposed: 0, stopped: false })
    expect(await list('Removed')).toEqual([])
  })

  test('come only from the documents that were chosen', async () => {
    await use.client.matter.create({ name: 'Chosen' })
    await use.client.pack.use({ matter: 'Chosen', pack: 'af-demo', on: true })
    const paths = [await use.write('one.txt', 'Weight: 58 kg\n'), await use.write('two.txt', 'Weight: 61 kg\n')]
    for await (const _ of await use.client.library.addPaths({ matter: 'Chosen', paths }));
    expect(written(await run(use.client, 'Chosen', ['two*']))).toEqual(['weight(patient, 61 kg)'])
  })
})
