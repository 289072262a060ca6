import { expect, test } from 'vitest'
import { filesBelow, MATTER, once, openTestStore, temporaryFolder } from './temporary-home.ts'

const SENTENCE = 'The patient must not know that Mr Ødegård called.'

test('a sentence and a vector are in no file of an open home, in no encoding, not in the log either', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { store, home } = opened
  const { id } = await store.createMatter({ ...MATTER, matter: SENTENCE })
  const matter = await store.matter(id)
  const vector = new Float32Array(384).fill(0.123456)
  const { sha256 } = await matter.originals.write(once(Buffer.from(SENTENCE.repeat(50))), 'text/plain')
  const documentId = matter.documents.add({
    root: 'r',
    path: SENTENCE,
    state: 'queued',
    mediaType: 'text/plain',
    bytes: 1,
    addedAt: '2026-01-01',
  })
  matter.documents.setContent(documentId, sha256)
  const { id: version } = matter.textVersions.begin({ sha256, reader: 'text', options: '{}' })
  const page = {
    page: null,
    label: null,
    state: 'text',
    reason: null,
    width: null,
    height: null,
    words: null,
    blocks: [],
  } as const
  matter.pages.write(version, 1, { ...page, text: SENTENCE })
  matter.passages.complete(version, [{ start: 0, end: 10, page: null, section: SENTENCE, indexText: SENTENCE }])
  const passageId = matter.passages.list(version)[0]?.id ?? 0
  matter.vectors.write('revision', [{ passageId, vector }])
  matter.documents.publish(documentId, version)
  const answer = { answerId: 'a', question: SENTENCE, askedAt: '2026-01-01', follows: null, model: null }
  matter.answers.save(answer, [version])
  matter.ledger.append('answer-deleted', { answerId: SENTENCE })
  store.app.settings.set('userName', SENTENCE)
  store.app.ledger.append('provider-removed', { provider: SENTENCE })

  const needles = {
    utf8: Buffer.from(SENTENCE),
    utf16: Buffer.from(SENTENCE, 'utf16le'),
    floats: Buffer.from(vector.buffer, 0, 16),
    masterKey: opened.keyring.masterKey(),
    matterKey: store.matterKey(id),
    masterKeyInHex: Buffer.from(opened.keyring.masterKey().toString('hex')),
  }
  const search = async () => {
    const files = await filesBelow(home.folder)
    return Object.entries(needles).flatMap(([what, needle]) =>
      [...files].filter(([, bytes]) => bytes.includes(needle)).map(([path]) => `${what} in ${path}`),
    )
  }
  const logs = async () => [...(await filesBelow(home.folder)).keys()].filter((path) => path.endsWith('-wal')).length
  expect(await logs()).toBe(2)
  expect(await search()).toEqual([])
  matter.database.flush()
  store.app.database.flush()
  expect(await search()).toEqual([])
})
