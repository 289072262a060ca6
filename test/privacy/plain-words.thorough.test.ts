import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, test } from 'vitest'
import { browserArguments } from '../../cli/serve/open-window.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { findChromium } from '../../scripts/find-chromium.ts'
import { openKeyring } from '../../store/keys/keyring.ts'
import { PASSPHRASE_COST } from '../../store/keys/passphrase-wrap.ts'
import { openHome } from '../../store/open-home.ts'
import { openStore } from '../../store/store.ts'
import { startCommand } from '../cli/run-command.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { realModel } from '../model/real-models.ts'
import { modelsFolderOf } from './models-folder.ts'
import { findBytes } from './find-bytes.ts'
import { eventually } from '../patience.ts'

const SENTENCE = 'The patient must not know that Mr Ødegård called about the quince orchard.'
const QUESTION = 'Why did he call about the xylophone in the quince orchard?'
const NAME = 'Secretly named matter'
const PASSPHRASE = 'marlowe in the rain'

const written = (what: string, text: string) => ({
  [`${what}, UTF-8`]: Buffer.from(text),
  [`${what}, UTF-16`]: Buffer.from(text, 'utf16le'),
})

test('words and vectors stand in no file of the home, the temporary folders and the browser profile, open or locked', async ({
  skip,
}) => {
  const embedding = await realModel('all-minilm-l6-v2-int8')
  if (!embedding.installed) return skip(embedding.whyNot)
  await buildIfNeeded()
  await using folder = await shortFolder()
  const [home, temporary, profile] = ['home', 'tmp', 'profile'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ]
  await mkdir(temporary)
  const file = join(folder.path, 'letter.txt')
  await writeFile(file, `${SENTENCE}\n\nNothing else stands here.\n`)
  const env = { CONSILIUM_MODELS: modelsFolderOf(embedding.installed), TMPDIR: temporary }
  const serving = startCommand(['serve', '--json'], { home, env })
  const { url } = await serving.line(({ type }) => type === 'ready')
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: browserArguments(profile).filter((argument) => !argument.startsWith('--user-data-dir')),
    env: { ...process.env, TMPDIR: temporary },
  })
  const needles = {
    ...written('sentence', SENTENCE),
    ...written('question', QUESTION),
    ...written('name', NAME),
    ...written('passphrase', PASSPHRASE),
  }
  const places = [home, temporary, profile]
  try {
    const page = await browser.newPage()
    await page.goto(String(url))
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await page.getByLabel('Repeat passphrase').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Use this passphrase' }).click()
    await page.getByRole('link', { name: /All matters/ }).click()
    await page.getByRole('main').getByRole('button', { name: 'New matter…' }).click()
    await page.getByRole('textbox', { name: 'Name of the matter' }).fill(NAME)
    await page.keyboard.press('Enter')
    await page.getByTestId('add-files').first().setInputFiles(file)
    await page.locator('[data-testid=document][data-state=ready]').waitFor()
    await page.getByRole('searchbox').fill('quince orchard')
    await page.getByTestId('hits').getByRole('button').first().click()
    await page.getByTestId('text-page').locator('mark').first().waitFor()
    await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Ask' }).click()
    await page.getByRole('textbox', { name: /Question about/ }).fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^S1,/ }).first().waitFor()
    await page.locator('[data-testid=answer]:not([data-state=writing])').waitFor()
    // The question is the title of its thread: it must not have gone to the history of the browser.
    expect(await findBytes(places, needles)).toEqual([])
    expect(
      (await findBytes([folder.path], written('sentence', SENTENCE))).map((found) => found.replace(folder.path, '')),
    ).toEqual(['sentence, UTF-8 in /letter.txt'])

    await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('tab', { name: 'Encryption' }).click()
    await page.getByRole('button', { name: 'Lock now' }).click()
    await page.getByRole('heading', { name: /Consilium is locked/ }).waitFor()
    expect(await findBytes(places, needles)).toEqual([])
  } finally {
    await browser.close()
    serving.process.kill('SIGINT')
    await serving.ended
  }
  const vector = await vectorOf(home)
  expect(vector.length).toBe(384 * 4)
  // Any sixteen bytes in a row of the floats would do.
  const pieces = Object.fromEntries(
    [0, 320, 1024].map((at) => [`vector from byte ${at}`, vector.subarray(at, at + 16)]),
  )
  expect(await findBytes(places, { ...needles, ...pieces })).toEqual([])
})

/** The bytes of a vector that is really kept, read with the passphrase. */
async function vectorOf(folder: string): Promise<Buffer> {
  using home = await eventually('the home to be free', () => openHome(folder).catch(() => null))
  const keyring = await openKeyring(home, PASSPHRASE_COST)
  await keyring.unlock({ by: 'passphrase', passphrase: PASSPHRASE })
  await using store = await openStore({ home, masterKey: () => keyring.masterKey(), now: () => new Date() })
  const { vectors, documents } = await store.matter(store.app.matters.find(NAME)?.id ?? '')
  const revision = vectors.revisions()[0]?.revision ?? ''
  const [first] = documents
    .list(null)
    .flatMap(({ textVersionId }) => [...vectors.ofTextVersion(revision, textVersionId ?? 0)])
  if (!first) throw new Error('No vector was kept, so none was looked for.')
  return Buffer.from(first.vector.buffer, first.vector.byteOffset, first.vector.byteLength)
}
