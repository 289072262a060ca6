import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  type ConclusionEvidence,
  type EvidenceSource,
  type Found,
  foundInMatter,
} from '../../../assistant/questions/evidence-source.ts'
import { removeDocument } from '../../../assistant/reading/take-attachments.ts'
import {
  Answer as AnswerShape,
  AnswerEvent as EventShape,
  type AnswerEvent,
  type AskInput,
} from '../../../contract/answers/answer.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import type { Reranker } from '../../../models/reranker.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { ProcessLostError } from '../../../processes/supervise.ts'
import { passagesOf, quotesOf } from './passages-of.ts'
import { enqueue } from '../matter-in-use.ts'
import { askAll, asking, breakModel, last, sourcesIn, types, wholeText, withCase } from './lease-case.ts'
import { answerSteps } from '../../answer-steps.ts'
import { until } from '../../patience.ts'

const BREAK: ConclusionEvidence = {
  kind: 'conclusion',
  relation: 'break_date',
  args: [],
  asks: [],
  names: [],
  fit: 1,
  language: 'en',
  rule: 'break_date',
  holds: 'yes',
  sentence: 'the lease may be ended on 2026-03-24',
  summary: '',
  proof: { sentence: 'the lease may be ended on 2026-03-24', holds: 'yes', grounds: [] },
  assumed: [],
  missing: [],
  asOf: '2026-01-01',
}

describe('asking', () => {
  test('shows the evidence before the first word, and each event has the shape of the contract', async () => {
    await using use = await withCase()
    const events = await askAll(use, 'When may the tenant end the lease?', { model: breakModel() })
    const shown = answerSteps(events)
    expect(shown.slice(0, 3)).toEqual(['answer-start', 'evidence', 'model-loading'])
    expect(shown.indexOf('answer-delta')).toBeGreaterThan(shown.indexOf('evidence'))
    expect(shown.filter((type) => type === 'answer-end')).toHaveLength(1)
    expect(shown.at(-1)).toBe('answer-end')
    for (const event of events) expect(EventShape.parse(event)).toEqual(event)
  })

  test('that finds nothing says which language the nearest passages are in, where none is in that of the question', async () => {
    await using use = await withCase()
    const asked = async (question: string) => {
      const end = last(await askAll(use, question, { model: createScriptedModel({ says: ['NOT FOUND'] }) }))
      return [end.state, end.searched.otherLanguages]
    }
    expect(await asked('Welche Farbe soll die Fassade des Zeppelins nach der Renovierung haben?')).toEqual([
      'not-found',
      ['en'],
    ])
    expect(await asked('Which colour will the facade of the zeppelin have after the works?')).toEqual(['not-found', []])
  })

  test('shows the passages at once where rules take long, and both when these are through', async () => {
    await using use = await withCase()
    const rules = Promise.withResolvers<Found>()
    const slow: EvidenceSource = { find: () => rules.promise }
    const shown: (readonly string[])[] = []
    for await (const event of asking(use, 'When may the tenant end the lease?', { before: [slow] })) {
      if (event.type !== 'evidence') continue
      shown.push(event.sources.map(({ source }) => source))
      rules.resolve(foundInMatter([BREAK]))
    }
    expect(shown).toEqual([['S1'], ['R1', 'S1']])
  })

  test('keeps conclusions that came while an earlier source was still looked up', async () => {
    await using use = await withCase()
    const found = (wait: number, lookUp: number, evidence: Found['evidence']): EvidenceSource => ({
      find: async () => {
        await setTimeout(wait)
        return { ...foundInMatter(evidence), knownWords: async () => (await setTimeout(lookUp), []) }
      },
    })
    const slow = found(0, 120, [])
    const quick = found(60, 0, [BREAK])
    const events = await askAll(use, 'When may the tenant end the zeppelin?', { before: [quick, slow] })
    const shown = events.findLast((event) => event.type === 'evidence')
    expect(shown?.sources.map(({ source }) => source)).toContain('R1')
  })

  test('is not shown in part where nothing was found in time', async () => {
    await using use = await withCase()
    const late: EvidenceSource = { find: async () => (await setTimeout(200), foundInMatter([])) }
    const shown = types(await askAll(use, 'zebra?', { before: [late] }))
    expect(shown).toEqual(['answer-start', 'evidence', 'answer-end'])
  })

  test('keeps what was found where rules fail', async () => {
    await using use = await withCase()
    const failing: EvidenceSource = { find: () => Promise.reject(new ProcessLostError('gone')) }
    await expect(askAll(use, 'When may the tenant end the lease?', { before: [failing] })).rejects.toThrow('gone')
    expect(use.matter.store.answers.list()[0]).toMatchObject({ state: 'stopped' })
  })

  test('is answered in part when a sentence names a decision that the library does not have', async () => {
    await using use = await withCase()
    const made = 'Harlow v Pettigrew [2015] EWCA Civ 1177'
    const model = breakModel(` The same was held in ${made} [S1].`)
    const { state, claims } = last(await askAll(use, 'When may the tenant end the lease?', { model }))
    expect(state).toBe('answered-in-part')
    expect(claims.map(({ authorities }) => authorities)).toEqual([[], [{ text: made, foundIn: null }]])
  })

  test('is answered as well where what to offer cannot be found', async () => {
    await using use = await withCase()
    const findOffer = () => Promise.reject(new Error('The rules took too long.'))
    const events = await askAll(use, 'When may the tenant end the lease?', { model: breakModel(), findOffer })
    expect(last(events)).toMatchObject({ state: 'answered', offer: null, offered: null })
    expect(types(events)).not.toContain('offer')
  })

  test('states where each quote stands, in the text of the whole document', async () => {
    await using use = await withCase()
    const events = await askAll(use, 'When may the tenant end the lease?', { model: breakModel() })
    const answer = last(events)
    expect(answer.state).toBe('answered')
    expect(answer.claims).toHaveLength(1)
    const [citation] = quotesOf(answer.claims[0]?.citations)
    expect(answer.claims[0]?.verdict).toBe('verbatim')
    expect(citation?.document).toBe('lease.md')
    expect(wholeText(use, 'lease.md').slice(citation?.start, citation?.end)).toBe(citation?.quote)
    expect(citation?.quote).toContain('may end this lease on 24 March 2026')
    for (const source of sourcesIn(events))
      expect(wholeText(use, source.document).slice(source.start, source.end)).toBe(source.text)
  })

  test('gives a sentence out again that the model judges to follow, after every word, and says what that is worth', async () => {
    await using use = await withCase()
    const worth = { atLeast: 1, right: 31, of: 33 }
    const paraphrase = 'A tenant who gives six months notice may end the lease on 24 March 2026'
    const model = createScriptedModel({
      says: (turns) => {
        const shown = turns.map(({ text }) => text).join('\n')
        return `${paraphrase} [${/\[(S\d+)\][^[]*may end this lease/.exec(shown)?.[1] ?? 'S1'}].`
      },
      entailment: worth,
      scores: (_, continuation) => (/yes/i.test(continuation) ? 2 : 0),
    })
    const events = await askAll(use, 'When may the tenant end the lease?', { model })
    const claims = events.flatMap((event) => (event.type === 'claim' ? [event] : []))
    expect(claims.map(({ index, verdict }) => [index, verdict])).toEqual([
      [0, 'unchecked'],
      [0, 'supported'],
    ])
    expect(types(events).lastIndexOf('answer-delta')).toBeLessThan(types(events).lastIndexOf('claim'))
    expect(last(events)).toMatchObject({
      state: 'answered',
      claims: [{ verdict: 'supported', judged: { right: 31, of: 33 } }],
      signals: { entailed: 1, borneOut: 0 },
    })
    const off = await askAll(use, 'When may the tenant end the lease?', { model, input: { entailment: 'off' } })
    expect(last(off).claims[0]).toMatchObject({ verdict: 'unchecked', instead: null, judged: null })
    expect(last(off).tokens.calls).toBe(last(events).tokens.calls - 2)
  })

  test('gives out each claim once, as it is finished', async () => {
    await using use = await withCase()
    const model = breakModel(' The annual rent is 24,000 pounds [S1].')
    const events = await askAll(use, 'When may the tenant end the lease, and what is the rent?', { model })
    const claims = events.flatMap((event) => (event.type === 'claim' ? [event.index] : []))
    expect(claims).toEqual([0, 1])
    const firstClaim = types(events).indexOf('claim')
    expect(types(events).lastIndexOf('answer-delta')).toBeGreaterThan(firstClaim)
    expect(last(events).claims.map(({ index }) => index)).toEqual([0, 1])
  })

  test('is uncertain of a number that its source does not hold, and shows the sentence all the same', async () => {
    await using use = await withCase()
    const model = createScriptedModel({ says: ['The annual rent is 99,000 pounds [S1].'] })
    const answer = last(await askAll(use, 'What is the annual rent?', { model }))
    expect(answer.state).toBe('uncertain')
    expect(answer.claims[0]?.absent.join(' ')).toContain('99,000')
  })

  test('keeps what its model is fit for, where that is known', async () => {
    await using use = await withCase()
    const writtenBy = async (purpose?: 'tests') => {
      const model = createScriptedModel({ says: ['The annual rent is 24,000 pounds [S1].'], purpose })
      const { answerId } = last(await askAll(use, 'What is the annual rent?', { model }))
      return use.matter.store.answers.get(answerId).model
    }
    expect(await writtenBy('tests')).toEqual({ id: 'scripted', sha256: 'scripted', purpose: 'tests' })
    expect(await writtenBy()).toEqual({ id: 'scripted', sha256: 'scripted' })
  })

  test('without a model ends with the passages', async () => {
    await using use = await withCase()
    const events = await askAll(use, 'annual rent')
    expect(answerSteps(events)).toEqual(['answer-start', 'evidence', 'answer-end'])
    expect(last(events)).toMatchObject({
      state: 'extractive',
      answer: '',
      claims: [],
      model: null,
      tokens: { calls: 0 },
    })
    expect(sourcesIn(events)[0]?.text).toContain('24,000')
  })

  test('says that the documents do not say it, and what was looked through', async () => {
    await using use = await withCase()
    const model = createScriptedModel({ says: ['never said'] })
    const answer = last(await askAll(use, 'Which veterinarian vaccinated the xylophone?', { model }))
    expect(answer.state).toBe('not-found')
    expect(answer.answer).toBe('')
    expect(answer.searched).toMatchObject({ documents: 2, pages: 2, notReadable: [] })
    expect(answer.searched.words).toContain('xylophone')
    expect(model.asked).toEqual([])
  })

  describe('where the model declines a question in words that the documents do not have', () => {
    const decline = createScriptedModel({ says: [''] })
    const reranker = (odds: (text: string) => number): Reranker => ({
      info: { id: 'scripted', sha256: 's' },
      score: async (_, texts) => texts.map(odds),
    })
    const question = 'What sum does whoever occupies the shop owe yearly?'

    test('quotes what the reranker says is nearest, where it says that the passages may answer it', async () => {
      await using use = await withCase()
      const nearest = reranker((text) => (/24,000/.test(text) ? 2 : -5))
      const ended = last(await askAll(use, question, { model: decline, reranker: nearest }))
      expect(ended.state).toBe('not-written')
      expect(ended.claims[0]?.text).toBe('The annual rent is 24,000 pounds, paid in four equal instalments.')
      expect(ended.claims.length).toBeLessThanOrEqual(3)
    })

    test('says that the documents do not say it, where it says that none does', async () => {
      await using use = await withCase()
      const ended = last(await askAll(use, question, { model: decline, reranker: reranker(() => -11) }))
      expect([ended.state, ended.claims]).toEqual(['not-found', []])
    })
  })

  test('says from the evidence on which documents were not read yet, and keeps saying it once they are', async () => {
    await using use = await withCase()
    const waiting = enqueue(use, await use.write('files/survey.md', 'The annual rent was surveyed.'), 'survey.md')
    const events = await askAll(use, 'annual rent')
    const shown = events.find((event) => event.type === 'evidence')
    expect(shown?.searched).toMatchObject({ documents: 2, notYetRead: ['survey.md'] })
    use.queue.run()
    await until(() => use.matter.store.documents.get(waiting, null).state === 'ready')
    expect(use.matter.store.answers.get(last(events).answerId).searched.notYetRead).toEqual(['survey.md'])
    expect(last(await askAll(use, 'annual rent')).searched).toMatchObject({ documents: 3, notYetRead: [] })
  })

  test('counts as searched only the documents that were chosen', async () => {
    await using use = await withCase()
    const answer = last(await askAll(use, 'annual rent', { input: { documents: ['letter.*'] } }))
    expect(answer.searched).toMatchObject({ documents: 1, pages: 1 })
  })

  test('only in chosen documents finds nothing elsewhere', async () => {
    await using use = await withCase()
    const events = await askAll(use, 'annual rent', { input: { documents: ['letter.*'] } })
    expect(sourcesIn(events).map(({ document }) => document)).not.toContain('lease.md')
    expect(sourcesIn(await askAll(use, 'annual rent', { input: { documents: ['nothing-like-it'] } }))).toEqual([])
  })

  test('with the book closed shows the model no source, and is marked so in the ledger', async () => {
    await using use = await withCase()
    const model = createScriptedModel({ says: ['A lease is a contract.'] })
    const answer = last(await askAll(use, 'What is a lease?', { model, input: { closedBook: true } }))
    expect(answer.sources).toEqual([])
    expect(answer.claims.every(({ verdict }) => verdict === 'unsupported')).toBe(true)
    expect(answer.state).not.toBe('answered')
    expect(JSON.stringify(model.asked[0]?.turns)).not.toContain('24 March 2026')
    expect(use.matter.store.ledger.list().at(-1)?.data).toMatchObject({ closedBook: true, sources: [] })
  })

  test('is in the history and in the ledger when its last event comes, without its words in the ledger', async () => {
    await using use = await withCase()
    const answer = last(await askAll(use, 'When may the tenant end the lease?', { model: breakModel() }))
    const { type: _type, ...kept } = answer
    expect(use.matter.store.answers.get(answer.answerId)).toEqual(AnswerShape.parse(kept))
    const entry = use.matter.store.ledger.list().at(-1)
    expect(entry).toMatchObject({
      seq: answer.ledgerEntry,
      kind: 'question-asked',
      data: { answerId: answer.answerId, state: 'answered', model: { id: 'scripted' } },
    })
    expect(JSON.stringify(entry?.data)).not.toMatch(/tenant|lease/)
  })

  test('keeps what it cited when the document changes, and stays readable when it is removed', async () => {
    await using use = await withCase()
    const answer = last(await askAll(use, 'When may the tenant end the lease?', { model: breakModel() }))
    const document = use.matter.store.documents.find('lease.md', null)
    expect(await removeDocument(use.matter, use.queue, document?.documentId ?? '')).toBe(0)
    expect(use.matter.store.answers.get(answer.answerId).claims).toEqual(answer.claims)
  })
})

describe('an answer that is stopped', () => {
  const talkative = () =>
    createScriptedModel({
      says: [
        'The annual rent is 24,000 pounds [S1]. It is paid in four equal instalments [S1]. And so on and on [S1].',
      ],
      wordMs: 3,
    })

  test('keeps what was written, with state stopped', async () => {
    await using use = await withCase()
    const stop = new AbortController()
    const events: AnswerEvent[] = []
    for await (const event of asking(use, 'What is the annual rent?', { model: talkative(), signal: stop.signal })) {
      events.push(event)
      if (event.type === 'claim') stop.abort(new Error('stopped by the user'))
    }
    const answer = last(events)
    expect(answer.state).toBe('stopped')
    expect(answer.answer).toContain('24,000 pounds')
    expect(answer.answer).not.toContain('on and on')
    expect(use.matter.store.answers.get(answer.answerId).answer).toBe(answer.answer)
    expect(use.matter.store.ledger.list().at(-1)?.data).toMatchObject({ state: 'stopped' })
  })

  test('lets reading go on', async () => {
    await using use = await withCase()
    const stop = new AbortController()
    for await (const event of asking(use, 'What is the annual rent?', { model: talkative(), signal: stop.signal }))
      if (event.type === 'answer-delta') stop.abort()
    expect(await use.foreground.idle()).toBeUndefined()
  })

  test('by the death of its process keeps the evidence and the words, and says that the process was lost', async () => {
    await using use = await withCase()
    const scripted = talkative()
    const model: LanguageModel = {
      ...scripted,
      async *generate(request, signal) {
        const items = scripted.generate(request, signal)
        for (let n = 0; n < 5; n += 1) {
          const { value, done } = await items.next()
          if (!done) yield value
        }
        throw new ProcessLostError('language', 'out of memory')
      },
    }
    await expect(askAll(use, 'What is the annual rent?', { model })).rejects.toThrow('not enough memory')
    const [answer] = use.matter.store.answers.list()
    expect(answer).toMatchObject({ state: 'stopped', question: 'What is the annual rent?' })
    expect(answer?.answer).toContain('The annual rent')
    expect(answer?.sources.length).toBeGreaterThan(0)
    await use.foreground.idle()
  })
})

test('what did not fit the context is not told as read by the model', async () => {
  await using use = await withCase()
  const question = 'When may the tenant end the lease, and which notice came too late?'
  const wide = createScriptedModel({ says: ['The tenant may end this lease on 24 March 2026 [S1].'] })
  const readOf = (events: readonly AnswerEvent[]) =>
    passagesOf(last(events).sources).map(({ read }) => read?.length !== 0)
  expect(readOf(await askAll(use, question, { model: wide, input: { maxTokens: 20 } }))).toEqual([true, true])
  const words = (wide.asked[0]?.turns ?? []).reduce((sum, { text }) => sum + (text.match(/\S+/g) ?? []).length, 0)
  const narrow = createScriptedModel({
    says: ['The tenant may end this lease on 24 March 2026 [S1].'],
    contextTokens: words + 20 - 1,
  })
  expect(readOf(await askAll(use, question, { model: narrow, input: { maxTokens: 20 } }))).toEqual([true, false])
  const input: Partial<AskInput> = { strategy: 'options', options: ['yes', 'no'] }
  const choosing = (contextTokens: number) => createScriptedModel({ says: [], contextTokens })
  expect(readOf(await askAll(use, question, { model: choosing(1000), input }))).toEqual([true, true])
  expect(readOf(await askAll(use, question, { model: choosing(95), input }))).toEqual([true, false])
})
