import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAnswersCommands } from '../../cli/answers/answers.ts'
import { addCheckCommand } from '../../cli/documents/check.ts'
import { addCardsCommand } from '../../cli/evaluation/cards.ts'
import { addEvalCommand } from '../../cli/evaluation/eval.ts'
import { addNetworkCommand } from '../../cli/home/network.ts'
import { addOpinionCommand } from '../../cli/opinions/opinion.ts'
import { addProvidersCommand } from '../../cli/opinions/providers.ts'
import { addTermsCommand } from '../../cli/opinions/terms.ts'
import { createOutput } from '../../cli/output.ts'
import { addFactsCommand } from '../../cli/rules/facts.ts'
import type { Run, Session } from '../../cli/session.ts'
import { DamagedKind } from '../../contract/matter.ts'
import type { CipherDatabase } from '../../store/cipher-database.ts'
import {
  asksElsewhere,
  type Elsewhere,
  MATTER,
  prepared,
  QUESTION,
  send,
} from '../assistant/opinions/asked-elsewhere.ts'

let elsewhere: Elsewhere
let databases: readonly [matter: CipherDatabase, application: CipherDatabase]

beforeAll(async () => {
  elsewhere = await asksElsewhere()
  await send(elsewhere.client, await prepared(elsewhere.client))
  const { matters, session } = elsewhere.whole.assistant
  databases = [(await matters.open(MATTER)).store.database, session.store().app.database]
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

const DRAFT = join(import.meta.dirname, '..', 'assistant', 'drafts', 'skeleton-argument.md')

/** Runs a command with the assistant of the test, and gives what it printed for people. */
async function said(...words: readonly string[]): Promise<string> {
  let text = ''
  const stream = { write: (part: string) => (text += part) }
  const output = createOutput(false, stream, stream)
  const withAssistant: Session['withAssistant'] = (work) => work(elsewhere.client, true)
  const session = { output, withAssistant, signal: new AbortController().signal } as Session
  const run: Run = async (work) => void (await work(session))
  const program = new Command().exitOverride()
  for (const add of [addAnswersCommands, addCardsCommand, addCheckCommand, addEvalCommand, addFactsCommand])
    add(program, run)
  for (const add of [addNetworkCommand, addOpinionCommand, addProvidersCommand, addTermsCommand]) add(program, run)
  await program.parseAsync(words, { from: 'user' }).catch((error: Error) => (text += error.message))
  return text
}

/** Damages rows while `work` lasts. */
async function whileDamaged(statements: readonly (readonly [CipherDatabase, string])[], work: () => Promise<void>) {
  for (const [database, statement] of statements) database.execute(statement)
  try {
    await work()
  } finally {
    for (const [database] of statements)
      for (const table of ['opinions', 'packets', 'settings'])
        database.execute(`UPDATE ${table} SET json = substr(json, 2) WHERE substr(json, 1, 1) = '~'`)
  }
}

test('an opinion that is damaged is not said to be missing, and what to do is said', async () => {
  await whileDamaged([[databases[0], "UPDATE opinions SET json = '~' || json"]], async () => {
    const text = await said('opinion', MATTER, QUESTION, '--compare')
    expect(text).toMatch(/opinion on this question is damaged.*kept.*Restore a backup/s)
    expect(text).toMatch(/1 opinion is damaged and cannot be shown\. Its text is kept\.\n {2}opinion \S+: ~\{/)
    expect(text).not.toContain('no opinion')
    expect(text.match(/consilium restore/g)?.length).toBe(1)
  })
  expect(await said('opinion', MATTER, QUESTION, '--compare')).not.toContain('damaged')
})

test('every kind of thing that can be damaged is told of by a command', async () => {
  const [matter, application] = databases
  const put = (database: CipherDatabase, table: string, row: Readonly<Record<string, string | number>>) =>
    database
      .prepare(`INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row).fill('?').join()})`)
      .run(...Object.values(row))
  const json = '{'
  put(matter, 'answers', { id: 'a', asked_at: '', question: 'q', json })
  put(matter, 'routings', { answer: 'a', json })
  put(matter, 'decisions', { id: 'd', consultation: 'c', decided_at: '', json })
  const draft = { name: 'Brief.txt', media_type: 'text/plain', sha256: '', added_at: '', bytes: '' }
  put(matter, 'drafts', { id: 'b', ...draft, pages: '[]', result: json })
  put(matter, 'corrections', { id: 'c', created_at: '', json })
  put(matter, 'pseudonyms', { pseudonym: 'PERSON-99', ordinal: 99, json })
  put(matter, 'packets', { id: 'p', consultation: 'c', state: 'sent', created_at: '', json })
  put(matter, 'opinions', { id: 'o', consultation: 'c', packet: 'p', sent_at: '', json })
  put(matter, 'facts', { id: 'f', relation: 'has', args: json, holds: 'yes', state: 'confirmed', entered_at: '' })
  put(application, 'providers', { name: 'Broken', json })
  put(application, 'cards', { id: 'k', created_at: '', status: 'draft', json })
  for (const database of databases) {
    put(database, 'settings', { key: 'broken', json })
    put(database, 'evaluation_sets', { id: 's', added_at: '', json })
    put(database, 'evaluation_questions', { set_id: 's', id: 'q', json })
    put(database, 'evaluation_runs', { id: 'r', number: 99, json })
    put(database, 'evaluation_rows', { run: 'r', id: 'q', json })
  }
  const inMatter = [
    await said('answers', MATTER),
    await said('opinion', MATTER, QUESTION, '--compare'),
    await said('terms', MATTER),
    await said('check', DRAFT, '--matter', MATTER),
    await said('facts', MATTER),
    await said('eval', 'runs', '--matter', MATTER),
    await said('eval', 'sets', '--matter', MATTER),
  ].join('\n')
  const ofNone = [
    await said('network'),
    await said('providers'),
    await said('cards'),
    await said('eval', 'runs'),
    await said('eval', 'sets'),
  ].join('\n')
  const ofBoth = ['setting', 'question set', 'question', 'run', 'result']
  const ofApplication = [...ofBoth, 'provider', 'lesson']
  const named = (kind: string) => (kind === 'draft' ? 'check of a draft' : kind)
  const told = (kinds: readonly string[], text: string) =>
    kinds.filter((kind) => text.includes(`1 ${named(kind)} is damaged`))
  const ofMatter = DamagedKind.options.filter((kind) => ofBoth.includes(kind) || !ofApplication.includes(kind))
  expect(told(ofMatter, inMatter)).toEqual(ofMatter)
  expect(told(ofApplication, ofNone)).toEqual(ofApplication)
  const checks = await elsewhere.client.application.doctor()
  expect(checks.find(({ check }) => check === 'stored entries')).toMatchObject({
    ok: false,
    detail: expect.stringContaining(`${ofApplication.length} in the application, ${ofMatter.length} in "${MATTER}"`),
  })
})
