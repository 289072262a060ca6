import { describe, expect, test } from 'vitest'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { passagesOf, quotesOf } from './passages-of.ts'
import { askAll, breakModel, last, withCase } from './lease-case.ts'

describe('a follow-up', () => {
  test('keeps the marks of the sources that it shares, and gives the model only the new ones', async () => {
    await using use = await withCase()
    const model = breakModel()
    const first = last(
      await askAll(use, 'When may the tenant end this lease by notice?', { model, input: { documents: ['lease.md'] } }),
    )
    const events = await askAll(use, 'And who said that it came too late?', {
      model,
      input: { follows: first.answerId },
    })
    const second = last(events)
    const places = new Map(
      passagesOf(first.sources).map((source) => [`${source.document}:${source.start}`, source.source]),
    )
    for (const { document, start, source } of passagesOf(second.sources)) {
      const before = places.get(`${document}:${start}`)
      expect(before ?? source).toBe(source)
      expect([...places.values()].includes(source)).toBe(before !== undefined)
    }
    expect(passagesOf(second.sources).map(({ document }) => document)).toContain('letter.txt')
    const prompt = model.asked.at(-1)?.turns ?? []
    const before = model.asked.at(0)?.turns ?? []
    // What the model already holds in its context stays word for word in front.
    expect(prompt.slice(0, before.length)).toEqual(before)
    const newest = prompt.at(-1)?.text ?? ''
    for (const { source } of first.sources) expect(newest).not.toContain(`[${source}] `)
    expect(second.follows).toBe(first.answerId)
  })
})

test('a follow-up to an answer that was deleted is refused before it begins, one with a gap further back is answered', async () => {
  await using use = await withCase()
  const model = () => createScriptedModel({ says: ['The rent is 24,000 pounds [S1].'] })
  const first = last(await askAll(use, 'What is the annual rent?', { model: model() }))
  const second = last(
    await askAll(use, 'And when does the lease end?', { model: model(), input: { follows: first.answerId } }),
  )
  use.matter.store.answers.delete(first.answerId)
  const third = await askAll(use, 'And the letter?', { model: model(), input: { follows: second.answerId } })
  expect(last(third).state).not.toBe('stopped')
  await expect(
    askAll(use, 'And the rent?', { model: model(), input: { follows: first.answerId } }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a follow-up that cites a passage of the question before keeps that passage, with the reading that it is in', async () => {
  await using use = await withCase()
  const rent = 'The annual rent is 24,000 pounds, paid in four equal instalments'
  const says = (turns: readonly { readonly text: string }[]) => {
    const shown = turns.map(({ text }) => text).join('\n')
    return `${rent} [${/\[(S\d+)\][^[]*annual rent/.exec(shown)?.[1] ?? 'S1'}].`
  }
  const first = last(await askAll(use, 'What is the annual rent?', { model: createScriptedModel({ says }) }))
  const input = { follows: first.answerId, documents: ['letter.txt'] }
  const second = last(await askAll(use, 'And what came too late?', { model: createScriptedModel({ says }), input }))
  const [citation] = quotesOf(second.claims[0]?.citations)
  expect(citation?.document).toBe('lease.md')
  expect(passagesOf(second.sources).find(({ source }) => source === citation?.source)?.document).toBe('lease.md')
  expect(second.passages.map(({ document }) => document)).toEqual(['letter.txt'])
  use.matter.store.answers.delete(first.answerId)
  const kept = use.matter.store.database
    .prepare<{ version: number }>('SELECT text_version AS version FROM answer_text_versions WHERE answer = ?')
    .all(second.answerId)
  expect(kept.map(({ version }) => version)).toContain(
    use.matter.store.documents.find('lease.md', null)?.textVersionId ?? 0,
  )
})

test('passages that were found without a model are given to it in the follow-up', async () => {
  await using use = await withCase()
  const first = last(await askAll(use, 'What is the annual rent?'))
  const model = createScriptedModel({ says: ['The rent is 24,000 pounds [S1].'] })
  await askAll(use, 'What is the annual rent?', { model, input: { follows: first.answerId } })
  expect(model.asked[0]?.turns.at(-1)?.text).toContain('[S1]')
})
