import { setImmediate } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MatterLibrary, openMatterLibrary } from '../../library/matter-library.ts'
import type { Embedder } from '../../models/embedder.ts'
import { createHashEmbedder } from '../../models/stand-ins.ts'
import { ProcessLostError } from '../../processes/supervise.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { newMatter, textPage } from '../store/matter/new-matter.ts'
import { once } from '../store/temporary-home.ts'

const EMBEDDER = createHashEmbedder(32)

/** A document with a passage a line; those passages have vectors. A second call with the same path gives it another text. */
async function put(
  store: MatterStore,
  path: string,
  lines: readonly string[],
  embedder: Embedder = EMBEDDER,
): Promise<string> {
  const text = lines.join('\n')
  const { sha256, bytes } = await store.originals.write(once(Buffer.from(text)), 'text/plain')
  const documentId = store.documents.add({
    root: 'r',
    path,
    state: 'ready',
    mediaType: 'text/plain',
    bytes,
    addedAt: '',
  })
  store.documents.setContent(documentId, sha256)
  const { id } = store.textVersions.begin({ sha256, reader: 'lines 1', options: '{}' })
  store.pages.write(id, 1, textPage(null, text))
  let start = 0
  store.passages.complete(
    id,
    lines.map((line) => {
      const passage = { start, end: start + line.length, page: null, section: '', indexText: `${path}\n${line}` }
      start += line.length + 1
      return passage
    }),
  )
  const passages = store.passages.list(id)
  const vectors = await embedder.embed(
    passages.map(({ indexText }) => indexText),
    'passage',
  )
  store.vectors.write(
    embedder.info.revision,
    passages.map(({ id: passageId }, at) => ({ passageId, vector: vectors[at] as Float32Array })),
  )
  store.documents.publish(documentId, id)
  return documentId
}

const texts = async (library: MatterLibrary, question: string, documentIds?: readonly string[]) =>
  (await library.search({ question, limit: 10, documentIds })).hits.map(({ text }) => text)

/** How often others had a turn. */
async function turnsDuring(doing: Promise<unknown>): Promise<number> {
  const under = { way: true }
  void doing.finally(() => {
    under.way = false
  })
  let turns = 0
  for (; under.way; turns += 1) await setImmediate()
  await doing
  return turns
}

const atLeast = (least: number) => expect.toSatisfy((turns: number) => turns >= least, `at least ${least}`)

describe('the library of a matter', () => {
  test('finds nothing in an empty matter, and nothing for what no document says', async () => {
    await using made = await newMatter()
    await using library = await openMatterLibrary(made.matter, null)
    expect(await library.search({ question: 'anything', limit: 5 })).toEqual({ hits: [], usedVectors: false })
    await library.take(await put(made.matter, 'a.txt', ['the tenant gave notice']))
    expect(await texts(library, 'zebra')).toEqual([])
    expect(await texts(library, '???')).toEqual([])
    expect(await texts(library, 'of the')).toEqual([])
  })

  test('finds the first document at once, stop words and stems known', async () => {
    await using made = await newMatter()
    await using library = await openMatterLibrary(made.matter, null)
    await library.take(await put(made.matter, 'a.txt', ['the tenants were noticed', 'of the and']))
    expect(await texts(library, 'What of the tenant?')).toEqual(['the tenants were noticed'])
  })

  test('opens although a vector is damaged, and tells that not all are there', async () => {
    await using made = await newMatter()
    await put(made.matter, 'a.txt', ['rent of one', 'rent of two'])
    const damage = made.matter.database.prepare('UPDATE vectors SET vector = ? WHERE rowid = 1')
    damage.run(new Uint8Array(4))
    await using library = await openMatterLibrary(made.matter, EMBEDDER)
    const { hits, usedVectors } = await library.search({ question: 'rent', limit: 5 })
    expect([hits.length, usedVectors]).toEqual([2, false])
  })

  test.each(['words', 'vectors'])(
    'opens although what is kept of its %s is damaged, and makes it again',
    async (kind) => {
      await using made = await newMatter()
      await put(made.matter, 'a.txt', ['rent of one', 'rent of two'])
      const find = async () => {
        await using library = await openMatterLibrary(made.matter, EMBEDDER)
        const { hits, usedVectors } = await library.search({ question: 'rent', limit: 5 })
        return { hits, usedVectors }
      }
      const found = await find()
      expect(found).toMatchObject({ hits: [expect.anything(), expect.anything()], usedVectors: true })
      const damage = made.matter.database.prepare('UPDATE index_parts SET bytes = substr(bytes, 1, 9) WHERE kind = ?')
      damage.run(kind)
      expect([await find(), await find()]).toEqual([found, found])
    },
  )

  test('opened again, finds what it found without reading the passages', async () => {
    await using made = await newMatter()
    const { matter } = made
    await put(matter, 'a.txt', ['Okafor gave notice', 'rent of one'])
    await put(matter, 'b.txt', ['rent of two'])
    const ask = async () => {
      await using library = await openMatterLibrary(matter, EMBEDDER)
      const { hits } = await library.search({ question: 'What notice of Okafor?', limit: 5 })
      const [first] = hits
      return { passage: first?.passage.id, score: first?.score, similarity: first?.similarity }
    }
    const found = await ask()
    expect(found).toMatchObject({ score: expect.any(Number), similarity: expect.any(Number) })
    matter.database.execute("UPDATE passages SET index_text = 'x', ends_with_text = 0; UPDATE pages SET text = 'x'")
    expect(await ask()).toEqual(found)
  })

  test('finds the same, byte for byte, with what was kept of its texts and without', async () => {
    const lines = fc.array(fc.lorem({ maxCount: 6 }), { minLength: 1, maxLength: 6 })
    const change = fc.record({ path: fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt'), lines, stays: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.lorem({ maxCount: 5 }),
        async (all, question) => {
          await using made = await newMatter()
          const { matter } = made
          {
            await using library = await openMatterLibrary(matter, EMBEDDER)
            for (const { path, lines: of, stays } of all) {
              const id = await put(matter, path, of)
              await library.take(id)
              if (stays) continue
              await matter.removal.remove(id)
              await library.drop(id)
            }
          }
          const ask = async () => {
            await using library = await openMatterLibrary(matter, EMBEDDER)
            return library.search({ question, limit: 20 })
          }
          const kept = await ask()
          matter.database.execute('DELETE FROM index_parts')
          expect(await ask()).toEqual(kept)
          expect(await ask()).toEqual(kept)
        },
      ),
      { numRuns: 15 },
    )
  })

  test('looks only in the chosen documents, and in none where none is chosen', async () => {
    await using made = await newMatter()
    await using library = await openMatterLibrary(made.matter, EMBEDDER)
    const one = await put(made.matter, 'one.txt', ['rent of one'])
    const two = await put(made.matter, 'two.txt', ['rent of two'])
    for (const id of [one, two]) await library.take(id)
    expect(await texts(library, 'rent', [two])).toEqual(['rent of two'])
    expect(await texts(library, 'rent', [])).toEqual([])
    expect(await texts(library, 'rent', ['no such document'])).toEqual([])
  })

  test('puts the passage of the document that the question names first, though others say the same', async () => {
    await using made = await newMatter()
    await using library = await openMatterLibrary(made.matter, EMBEDDER)
    for (const name of ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elder', 'Fir'])
      await library.take(
        await put(made.matter, `${name} lease.txt`, [
          `lease of ${name}`,
          'the notice period is six months',
          'the rent is paid each quarter',
        ]),
      )
    const { hits } = await library.search({ question: 'What is the notice period in the Cedar lease?', limit: 3 })
    const named = made.matter.documents.find('Cedar lease.txt', null)
    expect([hits[0]?.documentId, hits[0]?.text]).toEqual([named?.documentId, 'the notice period is six months'])
  })

  test('searches by words until there are vectors, and by both after useEmbedder', async () => {
    await using made = await newMatter()
    await put(made.matter, 'a.txt', ['alpha beta', 'gamma delta'])
    await using library = await openMatterLibrary(made.matter, null)
    expect(library.revision).toBeNull()
    expect(await library.search({ question: 'alpha', limit: 5 })).toMatchObject({
      usedVectors: false,
      hits: [{ text: 'alpha beta' }],
    })
    await library.useEmbedder(EMBEDDER)
    const { usedVectors, hits } = await library.search({ question: 'alpha', limit: 5 })
    expect([usedVectors, hits.length]).toEqual([true, 2])
    const other = createHashEmbedder(16)
    await library.useEmbedder(other)
    expect((await library.search({ question: 'alpha', limit: 5 })).usedVectors).toBe(false)
    expect(library.revision).toBe(other.info.revision)
    await library.useEmbedder(null)
    expect(await texts(library, 'alpha')).toEqual(['alpha beta'])
  })

  test('finds by words when the embedding model fails', async () => {
    await using made = await newMatter()
    await put(made.matter, 'a.txt', ['alpha beta', 'gamma delta'])
    let isDead = false
    const embedder: Embedder = {
      ...EMBEDDER,
      embed: (all, kind) => (isDead ? Promise.reject(new ProcessLostError('gone')) : EMBEDDER.embed(all, kind)),
    }
    await using library = await openMatterLibrary(made.matter, embedder)
    isDead = true
    expect(await library.search({ question: 'alpha', limit: 5 })).toMatchObject({
      usedVectors: false,
      hits: [{ text: 'alpha beta' }],
    })
  })

  test.each([null, createHashEmbedder(8)])(
    'finds by words, and says so, when its vectors are replaced while the question is embedded',
    async (next) => {
      await using made = await newMatter()
      await put(made.matter, 'a.txt', ['alpha beta', 'gamma delta'])
      await put(made.matter, 'b.txt', ['alpha gamma', 'beta delta'])
      const change = { of: null as MatterLibrary | null }
      const embedder: Embedder = {
        ...EMBEDDER,
        async embed(all, kind) {
          await change.of?.useEmbedder(next)
          return EMBEDDER.embed(all, kind)
        },
      }
      await using library = await openMatterLibrary(made.matter, embedder)
      const question = 'What of the alpha beta?'
      change.of = library
      const during = await library.search({ question, limit: 5 })
      await library.useEmbedder(null)
      expect(during).toEqual(await library.search({ question, limit: 5 }))
      expect([during.usedVectors, during.hits.length]).toEqual([false, 3])
    },
  )

  test('tells of a word that no document has, and of those chosen, none that only another one has', async () => {
    await using made = await newMatter()
    const lease = await put(made.matter, 'lease.txt', ['The tenant pays rent.'])
    await put(made.matter, 'letter.txt', ['The heron was seen.'])
    await using library = await openMatterLibrary(made.matter, EMBEDDER)
    const words = ['rents', 'heron', 'zeppelin']
    expect(await library.unknownWords(words)).toEqual(['zeppelin'])
    expect(await library.unknownWords(words, [lease])).toEqual(['heron', 'zeppelin'])
    expect(await library.unknownWords(words, [])).toEqual(words)
  })

  test('answers searches while the embedder changes and documents come and go', async () => {
    await using made = await newMatter()
    const ids: string[] = []
    for (let n = 0; n < 12; n += 1) ids.push(await put(made.matter, `${n}.txt`, [`word${n} common`, 'common text']))
    await using library = await openMatterLibrary(made.matter, EMBEDDER)
    const work: Promise<unknown>[] = []
    for (let n = 0; n < 24; n += 1) {
      work.push(library.search({ question: 'common text', limit: 5 }))
      if (n % 6 === 0) work.push(library.useEmbedder(n % 12 === 0 ? createHashEmbedder(8) : EMBEDDER))
      if (n % 2 === 0) work.push(library.drop(ids[n / 2] as string), library.take(ids[n / 2] as string))
    }
    await Promise.all(work)
    expect((await library.search({ question: 'common', limit: 30 })).hits.length).toBeGreaterThan(10)
  })

  test('gives others a turn while it takes one long document in', async () => {
    await using made = await newMatter()
    await using library = await openMatterLibrary(made.matter, EMBEDDER)
    const lines = Array.from({ length: 2600 }, (_, at) => `line ${at}`)
    const id = await put(made.matter, 'long.txt', lines)
    const doings = {
      open: async () => (await openMatterLibrary(made.matter, EMBEDDER))[Symbol.asyncDispose](),
      take: () => library.take(id),
      takeVectors: () => library.takeVectors(id),
    }
    const turns: Record<string, number> = {}
    for (const [name, doing] of Object.entries(doings)) turns[name] = await turnsDuring(doing())
    // Of 500 texts, of 1000 vectors.
    expect(turns).toEqual({ open: atLeast(7), take: atLeast(7), takeVectors: atLeast(2) })
    expect(await texts(library, 'line 2599')).toContain('line 2599')
  })

  test('counts the rows that it still holds of a document', async () => {
    await using made = await newMatter()
    await using library = await openMatterLibrary(made.matter, EMBEDDER)
    const id = await put(made.matter, 'a.txt', ['one', 'two', 'three'])
    await library.take(id)
    expect(library.countRows(id)).toBe(3)
    await library.drop(id)
    expect(library.countRows(id)).toBe(0)
    expect(await texts(library, 'one two three')).toEqual([])
  })

  test('lets the same one of two equal passages stand for both once it is opened again', async () => {
    await using made = await newMatter()
    await using library = await openMatterLibrary(made.matter, null)
    for (const path of ['c.txt', 'a.txt', 'd.txt', 'b.txt'])
      await library.take(await put(made.matter, path, ['the tenant gave notice']))
    await using anew = await openMatterLibrary(made.matter, null)
    const standing = async (from: MatterLibrary) =>
      (await from.search({ question: 'tenant', limit: 10 })).hits.map(({ passage, alsoIn }) => [passage.id, alsoIn])
    expect(await standing(library)).toEqual(await standing(anew))
  })

  test('holds the same after any changes as one that is made anew from the store', async () => {
    const line = fc.array(fc.constantFrom('tenant', 'landlord', 'notice', 'rent', 'lease', 'break', 'paid', 'late'), {
      minLength: 1,
      maxLength: 5,
    })
    const change = fc.record({
      path: fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt'),
      lines: fc.option(fc.array(line, { minLength: 1, maxLength: 3 }), { freq: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.boolean(), async (changes, withVectors) => {
        await using made = await newMatter()
        const embedder = withVectors ? EMBEDDER : null
        await using library = await openMatterLibrary(made.matter, embedder)
        for (const { path, lines } of changes) {
          const present = made.matter.documents.find(path, null)
          if (lines)
            await library.take(
              await put(
                made.matter,
                path,
                lines.map((words) => words.join(' ')),
              ),
            )
          else if (present) {
            await library.drop(present.documentId)
            await made.matter.removal.remove(present.documentId)
          }
        }
        await using anew = await openMatterLibrary(made.matter, embedder)
        for (const question of ['notice', 'tenant rent', 'late break lease', 'a paid']) {
          const key = async (from: MatterLibrary) =>
            (await from.search({ question, limit: 50 })).hits
              .map(({ documentId, passage }) => `${documentId} ${passage.id}`)
              .toSorted()
          expect(await key(library)).toEqual(await key(anew))
        }
        for (const { documentId } of made.matter.documents.list(null))
          expect(library.countRows(documentId)).toBe(anew.countRows(documentId))
      }),
      { numRuns: 24 },
    )
  })
})
