import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEvaluationSet } from '../../../assistant/questions/question-set.ts'
import { readSamples } from '../../../assistant/assembly/samples.ts'
import { factsInText } from '../../../text/text-facts.ts'
import { makeSamples } from '../../../scripts/make-samples.ts'
import { spansOf } from '../../../scripts/samples/calibration/calibration-lines.ts'
import { collect } from '../../library/read/collect.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'
import { SAMPLES } from '../whole-assistant.ts'

type Line = {
  readonly id: string
  readonly type: string
  readonly question: string
  readonly answer: string | null
  readonly answerable: boolean
  readonly gold_docs: readonly string[]
  readonly gold_spans: readonly { doc: string; start: number; end: number; text: string }[]
}

/** Their answers hold one number more than the documents: the one that is worked out. */
const WORKED_OUT = ['counting', 'sum']

const folder = join(SAMPLES, 'calibration')
const lines = (await readFile(join(folder, 'questions.jsonl'), 'utf8'))
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
const names = await readdir(join(folder, 'docs'))
const texts = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(join(folder, 'docs', name), 'utf8')] as const)),
)

describe('the questions for calibration', () => {
  test('are a set of 150, half of law and half of medicine, that eval reads', async () => {
    const { name, documents, questions, rules } = await readEvaluationSet(folder)
    expect({ name, documents, rules }).toEqual({
      name: 'calibration',
      documents: join(folder, 'docs'),
      rules: { packs: [], facts: [] },
    })
    expect(countsOf(questions.map(({ id }) => id.split('-')[0]))).toEqual({ law: 75, medicine: 75 })
    expect(countsOf(questions.map(({ type }) => type))).toEqual({
      fact: 50,
      condition: 20,
      'two-documents': 15,
      'multi-hop': 15,
      counting: 10,
      sum: 5,
      negation: 10,
      unanswerable: 25,
    })
    expect(new Set(questions.map(({ id }) => id)).size).toBe(150)
    expect(new Set(questions.map(({ question }) => question)).size).toBe(150)
  })

  test('rest on words that stand in the documents at the stated places', () => {
    const spans = lines.flatMap((line) => line.gold_spans)
    expect(spans.filter(({ doc, start, end, text }) => texts.get(doc)?.slice(start, end) !== text)).toEqual([])
    expect(lines.filter((line) => line.answerable !== line.gold_spans.length > 0)).toEqual([])
    const places = lines.map((line) => [...new Set(line.gold_spans.map(({ doc }) => doc))])
    expect(places).toEqual(lines.map((line) => line.gold_docs))
    const ofTwo = lines.filter(({ type }) => type === 'two-documents')
    expect(ofTwo.filter((line) => line.gold_docs.length !== 2)).toEqual([])
    expect(new Set(places.flat())).toEqual(new Set(names))
  })

  test('have an answer whose numbers and dates stand in those words or in the question', () => {
    const missing = lines.map(({ id, type, question, answer, gold_spans: spans }) => {
      const held = new Set([question, ...spans.map(({ text }) => text)].flatMap(valuesIn))
      return { id, type, values: valuesIn(answer ?? '').filter((value) => !held.has(value)) }
    })
    const allowed = (type: string) => (WORKED_OUT.includes(type) ? 1 : 0)
    expect(missing.filter(({ type, values }) => values.length > allowed(type))).toEqual([])
  })

  test('have no answer and no place where no document answers', () => {
    const unanswerable = lines.filter(({ answerable }) => !answerable)
    expect(unanswerable.map(({ type, answer }) => [type, answer])).toEqual(
      Array.from({ length: 25 }, () => ['unanswerable', null]),
    )
    expect(lines.filter(({ answerable, answer }) => answerable && !answer)).toEqual([])
  })

  test('are asked of documents that are read letter for letter, so that a place in the file is one in the matter', async () => {
    for (const [name, text] of texts) {
      const { pages, result } = await collect(name, Buffer.from(text))
      expect([name, pages.map((page) => page.text).join('\f'), result.warnings]).toEqual([name, text, []])
    }
  })

  test('are no sample matter', async () => {
    expect((await readSamples(SAMPLES)).map(({ matter }) => matter)).toEqual(['tenancy-dispute', 'discharge-letter'])
  })
})

describe('npm run samples', () => {
  test('writes what lies in samples/', async () => {
    await using written = await temporaryFolder()
    await makeSamples(written.path)
    // The bytes of a PDF or a Word file change with the version of zlib.
    const ofText = (await readdir(written.path, { recursive: true })).filter((path) => /\.(md|jsonl?)$/.test(path))
    const read = (root: string) =>
      Promise.all(ofText.map(async (name) => [name, await readFile(join(root, name), 'utf8')]))
    expect(ofText).toContain(join('calibration', 'questions.jsonl'))
    expect(await read(written.path)).toEqual(await read(SAMPLES))
  })

  test('says which quote does not stand in its document, or stands there twice', () => {
    expect(spansOf('a.md', 'Ende 🙂 gut, alles gut', ['alles'])).toEqual([
      { doc: 'a.md', start: 13, end: 18, text: 'alles' },
    ])
    expect(() => spansOf('a.md', 'Ende gut, alles gut', ['schlecht'])).toThrow('a.md does not hold the quote: schlecht')
    expect(() => spansOf('a.md', 'Ende gut, alles gut', ['gut'])).toThrow('a.md holds the quote more than once: gut')
  })
})

function countsOf(values: readonly (string | undefined)[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(values, (value) => value ?? '')
  return Object.fromEntries([...groups].map(([value, { length }]) => [value, length]))
}

function valuesIn(text: string): readonly string[] {
  return factsInText(text)
    .filter(({ kind }) => kind !== 'name')
    .map(({ value }) => value)
}
