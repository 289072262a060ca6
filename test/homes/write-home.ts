import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Line, MATTER, PASSPHRASE, type Written } from './written-home.ts'

/**
 * Makes the home of an older version by the code of its commit, and notes beside it what that version says of it. Run once a version:
 *
 *     git worktree add --detach /tmp/older COMMIT
 *     cp -al node_modules /tmp/older/node_modules     # or `npm ci` there
 *     node test/homes/write-home.ts /tmp/older NAME [--passphrase]
 *
 * (133a6736 also wants mammoth 1.13.0.) The home lies in `NAME/home`; its models are left out but for the record of one.
 */
const [checkout = '', name = '', lock = ''] = process.argv.slice(2)
const OUR_MODELS = fileURLToPath(new URL('../../.models/', import.meta.url))
const LANGUAGE = 'smollm2-135m-instruct-q4_1'
const EMBEDDING = 'all-minilm-l6-v2-int8'
const PORT = '4199'
const SAMPLES = ['break-notice.docx', 'chronology.md', 'letter-from-agent.pdf']

const place = await mkdtemp(join(tmpdir(), 'consilium-older-'))
const models = join(place, 'models')
const home = join(place, 'home')
for (const id of [LANGUAGE, EMBEDDING]) await installAsThen(id)

const environment = {
  ...process.env,
  CONSILIUM_HOME: home,
  CONSILIUM_MODELS: models,
  CONSILIUM_THREADS: '1',
  ...(lock === '--passphrase' ? { CONSILIUM_PASSPHRASE: PASSPHRASE } : {}),
}

/** A model of the tests, with the record that the older version would have written. */
async function installAsThen(id: string): Promise<void> {
  const catalogue = JSON.parse(await readFile(join(checkout, 'models/catalogue.json'), 'utf8')) as {
    models: readonly { id: string; files: readonly { name: string }[] }[]
  }
  const model = catalogue.models.find((each) => each.id === id)
  if (!model) throw new Error(`${checkout} knows no model ${id}.`)
  await mkdir(join(models, id), { recursive: true })
  for (const file of model.files) await link(join(OUR_MODELS, id, file.name), join(models, id, file.name))
  const record = { version: 1, way: 'package-index', address: 'pip', installedAt: '2026-11-25T12:00:00.000Z', model }
  await writeFile(join(models, id, 'model.json'), `${JSON.stringify(record, null, 2)}\n`)
}

async function consilium(...words: readonly string[]): Promise<readonly Line[]> {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['cli/main.ts', '--json', ...words], {
    cwd: checkout,
    env: environment,
    maxBuffer: 2 ** 26,
  }).catch((error: { stdout: string; stderr: string; code: number }) => {
    // 1: it ran, and something is wrong, as where an answer is uncertain.
    if (error.code === 1) return error
    throw new Error(`consilium ${words.join(' ')}: ${error.stdout}${error.stderr}`)
  })
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
}

/** A second opinion of a stand-in for a provider, sent by consent to its hash; another one prepared and not sent. */
async function askForOpinions(): Promise<Pick<Written, 'packets'>> {
  const server = spawn(process.execPath, ['scripts/serve-cloud-model.ts', '--model', 'none', '--port', PORT], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await once(server.stdout, 'data')
    const address = `http://127.0.0.1:${PORT}/v1`
    await consilium('network', 'on')
    const provider = ['--kind', 'openai-compatible', '--address', address, '--model', 'served', '--no-key']
    await consilium('providers', 'set', 'Building', ...provider)
    const opinion = (question: string, ...more: readonly string[]) =>
      consilium('opinion', MATTER, question, '--provider', 'Building', ...more)
    const asked = 'May he break the lease?'
    const flagged = packetIn(await opinion(asked, '--dry-run')).flags.map(({ term }) => term)
    const replaced = flagged.length === 0 ? [] : ['--mask', ...flagged]
    const sent = packetIn(await opinion(asked, '--dry-run', ...replaced))
    await opinion(asked, '--blind-only', ...replaced, '--consent', sent.hash)
    const draft = packetIn(await opinion('Is Project Heron bound by the notice?', '--dry-run'))
    return { packets: [sent, draft].map(({ packetId, question, hash }) => ({ packetId, question, hash })) }
  } finally {
    server.kill()
  }
}

type Packet = Written['packets'][number] & { readonly flags: readonly { readonly term: string }[] }

function packetIn(lines: readonly Line[]): Packet {
  const found = lines.find((line) => 'packet' in line)?.['packet']
  if (!found) throw new Error(`No packet was prepared: ${JSON.stringify(lines)}`)
  return found as Packet
}

await consilium('matter', 'create', MATTER)
await consilium('add', MATTER, ...SAMPLES.map((file) => join(checkout, 'samples/tenancy-dispute', file)))
await consilium('ask', MATTER, 'When was the break notice sent?', '--model', LANGUAGE, '--max-tokens', '40')
await consilium('ask', MATTER, 'Who is the landlord?', '--model', 'none')
const knows = await promisify(execFile)(process.execPath, ['cli/main.ts', '--help'], { cwd: checkout })
const hasOpinions = knows.stdout.includes('  opinion ')
if (hasOpinions) {
  await consilium('packs', 'use', MATTER, 'limitation-demo')
  await consilium('facts', MATTER, 'set', 'break_date(notice, 2026-03-25)')
  await consilium('facts', MATTER, 'set', 'notice_period(notice, 6 months)')
  await consilium('terms', MATTER, 'add', 'Project Heron', '--type', 'organisation')
}
const { packets } = hasOpinions ? await askForOpinions() : { packets: [] }
const documents = await consilium('documents', MATTER)
const texts: Record<string, string> = {}
for (const { document } of documents) {
  const [line] = await consilium('text', MATTER, String(document))
  texts[String(document)] = String(line?.['text'])
}
const written: Written = {
  documents,
  texts,
  answers: await consilium('answers', MATTER),
  facts: hasOpinions ? await consilium('facts', MATTER) : [],
  terms: hasOpinions ? await consilium('terms', MATTER) : [],
  packets,
  ledger: await consilium('ledger', MATTER),
  verified: await consilium('ledger', 'verify'),
}
const target = fileURLToPath(new URL(`${name}/`, import.meta.url))
await mkdir(target)
await cp(home, join(target, 'home'), { recursive: true, filter: (source) => !source.endsWith('lock.db') })
await mkdir(join(target, 'home/models', EMBEDDING), { recursive: true })
await cp(join(models, EMBEDDING, 'model.json'), join(target, 'home/models', EMBEDDING, 'model.json'))
await writeFile(join(target, 'written.json'), `${JSON.stringify(written, null, 2)}\n`)
await rm(place, { recursive: true })
