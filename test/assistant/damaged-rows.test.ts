import * as fc from 'fast-check'
import * as z from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readableRows } from '../../assistant/home/readable-rows.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { isErrorCode } from '../../wording/failure.ts'
import { DamagedKind } from '../../contract/matter.ts'
import { type EvaluationRun, RunSettings } from '../../contract/evaluation/evaluation.ts'
import type { Decision } from '../../contract/opinions/decision.ts'
import type { CipherDatabase } from '../../store/cipher-database.ts'
import { FUZZ_TIMEOUT_MS, fuzzRuns } from '../fuzz-runs.ts'
import { inventRows } from './evaluation/invented-rows.ts'
import { asksElsewhere, type Elsewhere, MATTER, prepared, QUESTION, send } from './opinions/asked-elsewhere.ts'

let elsewhere: Elsewhere
let client: AssistantClient
let cells: readonly Cell[] = []
const ids: Ids[] = []

type Ids = {
  readonly answerId: string
  readonly packetId: string
  readonly consultation: string
  readonly set: string
}

/** A place in one row of a table that holds JSON. */
type Cell = {
  readonly database: CipherDatabase
  readonly table: string
  readonly column: string
  /** What tells the row from its neighbours. */
  readonly where: string
  readonly key: readonly (string | number)[]
  readonly json: string
}

/** A matter that has something of everything, twice, so that each row has a neighbour. */
beforeAll(async () => {
  elsewhere = await asksElsewhere()
  ;({ client } = elsewhere)
  const { whole } = elsewhere
  const inMatter = { matter: MATTER }
  const paths = [await whole.write('second.txt', 'Ms Vera Marlowe answered on 5 April 2025.')]
  for await (const _ of await client.library.addPaths({ ...inMatter, paths }));
  await client.pack.use({ ...inMatter, pack: 'af-demo', on: true })
  for (const at of [1, 2]) {
    const { answerId } = await asked(`${QUESTION} (${at})`)
    await client.card.correct({ ...inMatter, answerId, expected: 'On 3 March 2025.', mistake: 'comprehension' })
    const packet = await prepared(client)
    await send(client, packet)
    await client.fact.setText({ ...inMatter, text: at === 1 ? 'has(patient, af)' : 'no has(patient, diabetes)' })
    await client.term.add({ ...inMatter, term: `Marlowe ${at}`, type: 'person' })
    const { set } = await client.evaluation.createSet({ ...inMatter, name: `Set ${at}` })
    for (const id of ['q1', 'q2']) await client.evaluation.saveQuestion({ ...inMatter, set, question: questionOf(id) })
    await client.provider.save({ ...PROVIDER, provider: `Other ${at}` })
    ids.push({ answerId, packetId: packet.packetId, consultation: packet.packet.consultation, set })
  }
  const { store } = await whole.assistant.matters.open(MATTER)
  for (const [at, { consultation }] of ids.entries()) {
    const correction = store.corrections.list()[at]?.correctionId ?? null
    const decision: Decision = { ...DECISION, decisionId: `decision ${at}`, consultation, correction }
    store.decisions.save(decision)
    store.evaluationRuns.save({ ...RUN, run: `run ${at}`, number: at + 1 } satisfies EvaluationRun)
    for (const row of inventRows(2, { heldOut: true })) store.evaluationRuns.addRow(`run ${at}`, row)
  }
  cells = [...jsonCells(store.database), ...jsonCells(whole.assistant.session.store().app.database)]
})

afterAll(() => elsewhere[Symbol.asyncDispose]())

const PROVIDER = {
  kind: 'openai-compatible',
  address: 'http://127.0.0.1:9/v1',
  model: 'served',
  account: '',
  retention: '',
  key: 'key-of-the-test-1234',
} as const

const DECISION = {
  decidedAt: '2026-06-01T00:00:00.000Z',
  decidedBy: 'J. Marsh',
  subject: { of: 'first' },
  said: { local: 'On 4 March.', second: 'On 3 March.' },
  outcome: 'second',
  right: 'On 3 March.',
  card: null,
} as const

const RUN = {
  set: 'set',
  setName: 'Leases',
  matter: null,
  state: 'done',
  settings: RunSettings.parse({}),
  model: null,
  embedder: null,
  startedAt: '2026-06-01T00:00:00.000Z',
  endedAt: null,
  done: 2,
  of: 2,
  leftMs: null,
  stage: null,
  failure: null,
  summary: null,
} as const

const questionOf = (id: string) =>
  ({ id, question: `${QUESTION} ${id}`, answer: 'On 3 March 2025.', kind: 'open', gold: [] }) as never

async function asked(question: string): Promise<{ readonly answerId: string }> {
  for await (const event of await client.answer.ask({ matter: MATTER, question }))
    if (event.type === 'answer-end') return event
  throw new Error('No answer came.')
}

/** Each text of a table that holds a list or an object, in its first row that has one. */
function jsonCells(database: CipherDatabase): readonly Cell[] {
  const tables = database
    .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
  return tables.flatMap(({ name: table }) => {
    const columns = database.prepare<{ name: string; pk: number; type: string }>(`PRAGMA table_info(${table})`).all()
    const named = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
    const keys = named.length > 0 ? named : ['rowid']
    const where = keys.map((name) => `"${name}" = ?`).join(' AND ')
    const key = keys.map((name) => `"${name}" AS "${name}"`).join(', ')
    return columns.flatMap(({ name: column, type }): readonly Cell[] => {
      const row = database
        .prepare<Record<string, string | number>>(
          `SELECT ${key}, "${column}" FROM ${table} WHERE substr("${column}", 1, 1) IN ('{', '[')`,
        )
        .get()
      if (!row || type !== 'TEXT') return []
      const values = keys.map((name) => row[name] as string | number)
      return [{ database, table, column, where, key: values, json: String(row[column]) }]
    })
  })
}

function put({ database, table, column, where, key }: Cell, json: string): void {
  database.prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${where}`).run(json, ...key)
}

/** Everything that lists something, for its count. */
const LISTS = {
  documents: (inMatter) => client.library.documents(inMatter),
  coverage: async (inMatter) => (await client.library.coverage(inMatter)).rows,
  jobs: (inMatter) => client.job.list(inMatter),
  watch: (inMatter) => client.watch.list(inMatter),
  answers: (inMatter) => client.answer.list(inMatter),
  opinions: (inMatter) => client.opinion.list(inMatter),
  packets: (inMatter) => client.packet.list(inMatter),
  decisions: (inMatter) => client.opinion.decisions(inMatter),
  facts: (inMatter) => client.fact.list(inMatter),
  terms: (inMatter) => client.term.list(inMatter),
  sheets: (inMatter) => client.sheet.kept(inMatter),
  cards: () => client.card.list(),
  corrections: (inMatter) => client.card.corrections(inMatter),
  routings: (inMatter) => client.routing.list(inMatter),
  sets: (inMatter) => client.evaluation.sets(inMatter),
  runs: (inMatter) => client.evaluation.runs(inMatter),
  optimisations: (inMatter) => client.optimisation.list(inMatter),
  columns: (inMatter) => client.survey.columns(inMatter),
  providers: () => client.provider.list(),
  packs: () => client.pack.list(),
  matters: () => client.matter.list(),
  references: () => client.reference.list(),
  ledger: (inMatter) => client.ledger.list(inMatter),
  status: async () => [await client.application.status()],
  settings: async () => [await client.application.settings()],
  conclusions: async (inMatter) => [await client.rule.conclusions(inMatter)],
  hits: async (inMatter) => (await client.library.search({ ...inMatter, question: QUESTION })).hits,
  reading: async (inMatter) => [await client.library.readingOptions(inMatter)],
  ledgerCheck: async (inMatter) => [await client.ledger.verify(inMatter)],
} as const satisfies Readonly<Record<string, (inMatter: { readonly matter: string }) => Promise<readonly unknown[]>>>

/** Lists that take long, and the tables that they are made of. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  conclusions: ['facts', 'settings'],
  facts: ['facts', 'settings'],
  sets: ['evaluation_sets', 'evaluation_questions'],
  hits: ['documents', 'pages', 'text_versions'],
  packs: ['settings'],
}

/** How long each list is that a change of `table` may concern, all where it is null; what a list says where it fails. */
async function lengths(table: string | null = null): Promise<ReadonlyMap<string, number | string>> {
  const concerned = Object.entries(LISTS).filter(
    ([name]) => table === null || (MADE_OF[name] ?? [table]).includes(table),
  )
  const named = concerned.map(async ([name, list]) => {
    const length = list({ matter: MATTER }).then(
      (all) => all.length,
      (error: Error) => error.message,
    )
    return [name, await length] as const
  })
  return new Map(await Promise.all(named))
}

/** Everything that reads one thing by its id, or one value. */
const BY_ID = {
  answer: ({ answerId }) => client.answer.get({ matter: MATTER, answerId }),
  answersOnPaper: ({ answerId }) => client.answer.export({ matter: MATTER, answerIds: [answerId], format: 'md' }),
  packet: ({ packetId }) => client.packet.get({ matter: MATTER, packetId }),
  consultation: ({ consultation }) => client.opinion.get({ matter: MATTER, consultation }),
  differential: ({ consultation }) => client.opinion.differential({ matter: MATTER, consultation }),
  onPaper: ({ consultation }) => client.opinion.export({ matter: MATTER, consultation, format: 'md' }),
  decisions: ({ consultation }) => client.opinion.decisions({ matter: MATTER, consultation }),
  questions: ({ set }) => client.evaluation.questions({ matter: MATTER, set }),
  rows: () => client.evaluation.rows({ matter: MATTER, run: 'run 0' }),
  compared: () => client.evaluation.compare({ matter: MATTER, before: 'run 0', after: 'run 1' }),
  card: async () => client.card.get({ card: (await client.card.list())[0]?.card ?? '' }),
  scope: () => client.card.scope({ matter: MATTER }),
  provider: () => prepared(client),
} as const satisfies Readonly<Record<string, (ids: Ids) => Promise<unknown>>>

/** What may stand in a column: any JSON, what is none, and what is right but for one value somewhere in it. */
const damage = fc.oneof(
  fc.json().map((json) => () => json),
  fc.string().map((text) => () => text),
  fc.tuple(fc.nat(), fc.jsonValue()).map(
    ([at, value]) =>
      (right: string) =>
        JSON.stringify(withOther(JSON.parse(right), at, value)),
  ),
)

/** The `at`-th value of all that a value holds, at any depth, is another. */
function withOther(value: unknown, at: number, other: unknown): unknown {
  const places: (readonly [holder: Record<string, unknown>, name: string])[] = []
  const visit = (one: unknown) => {
    if (typeof one !== 'object' || one === null) return
    for (const name of Object.keys(one)) {
      places.push([one as Record<string, unknown>, name])
      visit((one as Record<string, unknown>)[name])
    }
  }
  visit(value)
  const place = places[at % Math.max(1, places.length)]
  if (!place) return other
  place[0][place[1]] = other
  return value
}

/** Kinds that are shown beside their list; the others stay in it, and say there what is damaged. */
const SHOWN_BESIDE = ['answers', 'opinions', 'packets', 'corrections', 'routings', 'facts', 'cards', 'providers']

describe('a stored row that cannot be read', { timeout: FUZZ_TIMEOUT_MS }, () => {
  test('takes no other with it in any list, and is shown with its text where its list leaves it out', async () => {
    const before = await lengths()
    expect([...before].filter(([, length]) => typeof length === 'string')).toEqual([])
    const tables = new Set(cells.map(({ table }) => table))
    expect(SHOWN_BESIDE.filter((table) => !tables.has(table))).toEqual([])
    const property = fc.asyncProperty(fc.nat(), damage, async (at, damaged) => {
      const cell = cells[at % cells.length] as Cell
      const text = damaged(cell.json)
      put(cell, text)
      try {
        const after = await lengths(cell.table)
        for (const [name, length] of after) {
          // A setting of the matter is the whole of what it says, and no row among others.
          const most = cell.table === 'settings' ? 0 : Number(before.get(name)) - 1
          expect([name, length]).toEqual([name, expect.any(Number)])
          expect([name, Number(length) >= most]).toEqual([name, true])
        }
        if (SHOWN_BESIDE.includes(cell.table)) await expectShown(cell, text, before, after)
        expect(textOf(cell)).toBe(text)
      } finally {
        put(cell, cell.json)
      }
    })
    await fc.assert(property, { numRuns: fuzzRuns(40) })
    expect(await lengths()).toEqual(before)
  })

  test('that is asked for by its id is said to be damaged, in words for people', async () => {
    const [first] = ids as [Ids]
    for (const read of Object.values(BY_ID)) await read(first)
    const property = fc.asyncProperty(fc.nat(), damage, async (at, damaged) => {
      const cell = cells[at % cells.length] as Cell
      put(cell, damaged(cell.json))
      try {
        const ends = await Promise.allSettled(Object.values(BY_ID).map((read) => read(first)))
        const failures = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []))
        expect(failures.filter((failure) => !isTold(failure as Error))).toEqual([])
      } finally {
        put(cell, cell.json)
      }
    })
    await fc.assert(property, { numRuns: fuzzRuns(40) })
  })

  test('has a name of its own, also where two sets have a question of the same id', async () => {
    const { database } = (await elsewhere.whole.assistant.matters.open(MATTER)).store
    const damaged = database.prepare("UPDATE evaluation_questions SET json = '{' || json")
    const right = database.prepare('UPDATE evaluation_questions SET json = substr(json, 2)')
    damaged.run()
    try {
      const told = await client.matter.damaged({ matter: MATTER, kinds: ['question'] })
      const sets = ids.map(({ set }) => set)
      expect(new Set(told.map(({ id }) => id))).toEqual(
        new Set(sets.flatMap((set) => [`q1 of ${set}`, `q2 of ${set}`])),
      )
      expect(await client.matter.damaged({ matter: MATTER, kinds: ['answer', 'fact'] })).toEqual([])
    } finally {
      right.run()
    }
  })

  test('of passwords is told without them, and one that was replaced is not told again', async () => {
    const { database, settings } = (await elsewhere.whole.assistant.matters.open(MATTER)).store
    const insert = database.prepare('INSERT INTO settings (key, json) VALUES (?, ?)')
    const told = () => client.matter.damaged({ matter: MATTER, kinds: ['setting'] })
    insert.run('document-passwords', '["marmalade"')
    insert.run('watched-folders', '{')
    try {
      expect((await told()).map(({ id }) => id).toSorted()).toEqual(['document-passwords', 'watched-folders'])
      expect((await told()).find(({ id }) => id === 'document-passwords')?.text).toBeNull()
      expect(JSON.stringify(await told())).not.toContain('marmalade')
      settings.set('watched-folders', [])
      expect((await told()).map(({ id }) => id)).toEqual(['document-passwords'])
    } finally {
      for (const key of ['document-passwords', 'watched-folders', 'watched-folders (damaged)']) settings.remove(key)
    }
  })

  test('is passed over whatever it is, and those beside it are not', () => {
    const row = { answerId: 'a', name: 'one' }
    const shape = z.object({ answerId: z.string(), name: z.string() })
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.constant(row))), (rows) => {
        expect(readableRows(shape, rows)).toEqual(rows.filter((one) => shape.safeParse(one).success))
      }),
    )
  })
})

/** As the contract knows it, and no page of a parser. */
function isTold({ code, message }: { readonly code?: unknown; readonly message: string }): boolean {
  return isErrorCode(code) && message.endsWith('.') && !/"code"|invalid_/.test(message)
}

/** It is in its list, or beside it. */
async function expectShown(
  { table }: Cell,
  text: string,
  before: ReadonlyMap<string, number | string>,
  after: ReadonlyMap<string, number | string>,
): Promise<void> {
  const kinds = DamagedKind.options
  const beside = [
    ...(await client.matter.damaged({ matter: MATTER, kinds })),
    ...(await client.matter.damaged({ matter: null, kinds })),
  ]
  const isBeside = beside.some((entry) => entry.text === text)
  expect([table, isBeside || after.get(table) === before.get(table)]).toEqual([table, true])
}

function textOf({ database, table, column, where, key }: Cell): string | undefined {
  return database.prepare<{ text: string }>(`SELECT "${column}" AS text FROM ${table} WHERE ${where}`).get(...key)?.text
}
