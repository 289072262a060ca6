import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

describe('the list of deadlines', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
  })
  afterAll(() => life.disposeAsync())

  const newMatter = async (name: string, pack: string, facts: readonly string[]) => {
    await use.client.matter.create({ name })
    await use.client.pack.use({ matter: name, pack, on: true })
    for (const text of facts) await use.client.fact.setText({ matter: name, text })
  }

  test('gives the usual day first and its exceptions below it, each with what it depends on', async () => {
    await newMatter('Usual', 'legal-time', [
      'england_claim_for(hollis, contract)',
      'arose_on(england, hollis, 2023-06-20)',
    ])
    const { ahead } = await use.client.rule.conclusions({ matter: 'Usual', asOf: '2026-11-25' })
    expect(ahead.map(({ day, isException }) => [day, isException])).toEqual([
      ['2029-06-20', false],
      // The cause of action arose at midnight.
      ['2029-06-19', true],
    ])
    for (const { dependsOn } of ahead) expect(dependsOn.join(' ')).toContain('at the very start of its day')
    const late = await use.client.rule.conclusions({ matter: 'Usual', asOf: '2029-06-20' })
    expect(late.ahead.map(({ day, daysLeft }) => [day, daysLeft])).toEqual([
      ['2029-06-20', 0],
      ['2029-06-19', -1],
    ])
    const over = await use.client.rule.conclusions({ matter: 'Usual', asOf: '2029-06-21' })
    expect(over.ahead).toEqual([])
    expect(over.passed.map(({ day, daysLeft }) => [day, daysLeft])).toEqual([
      ['2029-06-20', -1],
      ['2029-06-19', -2],
    ])
    expect([...late.passed]).toEqual([])
    const calendar = await use.client.rule.calendar({ matter: 'Usual', asOf: '2026-11-25' })
    const titles = calendar.replaceAll('\r\n ', '').match(/SUMMARY:.{20}/g)
    expect(titles).toEqual(['SUMMARY:Not confirmed: the l', 'SUMMARY:Possible instead: th'])
  })

  test('keeps the usual day of one case apart from that of another', async () => {
    await newMatter('Two cases', 'legal-time', [
      'england_claim_for(hollis, contract)',
      'arose_on(england, hollis, 2023-06-20)',
      'england_claim_for(roe, contract)',
      'arose_on(england, roe, 2023-06-19)',
    ])
    const { ahead } = await use.client.rule.conclusions({ matter: 'Two cases', asOf: '2026-11-25' })
    const of = (name: string) =>
      ahead.filter(({ sentence }) => sentence.includes(name)).map(({ day, isException }) => [day, isException])
    expect(of('hollis')).toEqual([
      ['2029-06-20', false],
      ['2029-06-19', true],
    ])
    expect(of('roe')).toEqual([
      ['2029-06-19', false],
      ['2029-06-18', true],
    ])
  })
})
