import { wordsWithCommand } from '../next-command.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Reference, ReferenceEvent, StoreAccess } from '../../contract/reference.ts'
import { askPassphrase } from '../ask-passphrase.ts'
import { EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import { matterNamed } from '../find-named.ts'
import { type Output, progressBar } from '../output.ts'
import type { Run, Session } from '../session.ts'
import { t } from '../../wording/translate.ts'

type AccessOptions = { endpoint?: string; region?: string; keyId?: string }

/** `reference build · attach · list · remove · use` */
export function addReferenceCommand(program: Command, run: Run): void {
  const reference = program
    .command('reference')
    .description('public material (statutes, guidelines) searched together with a matter; it is not encrypted')
  addBuildCommand(reference, run)
  addAttachCommand(reference, run)

  reference
    .command('list')
    .description('the reference libraries, as they were when last opened; nothing is connected to')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const all = await assistant.reference.list()
          for (const one of all) output.result(one, lineOf(one))
          if (all.length === 0) output.text('No reference libraries. Make one: consilium reference build NAME PATH...')
        }),
      ),
    )

  reference
    .command('remove <name>')
    .description('forget a reference library; earlier answers keep its passages')
    .option('--delete', 'also delete the folder of one that was built into this home')
    .action((name: string, { delete: deleteFiles = false }: { delete?: boolean }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          await assistant.reference.remove({ reference: name, deleteFiles })
          const rest = deleteFiles ? 'Its folder is deleted.' : 'Its files are left as they are.'
          output.result({ removed: name, filesDeleted: deleteFiles }, `"${name}" is forgotten. ${rest}`)
        }),
      ),
    )

  addUseCommand(reference, run)
}

function addBuildCommand(reference: Command, run: Run): void {
  withAccess(
    reference
      .command('build <name> <paths...>')
      .description(
        'make it what the files and folders hold now; only what changed is read, what was interrupted goes on',
      )
      .option('--address <folder-or-s3>', 'where it is to lie (default: in the home)'),
  ).action((name: string, paths: readonly string[], options: AccessOptions & { address?: string }) =>
    run((session) =>
      session.withAssistant(async (assistant) => {
        const { output, signal } = session
        const access = await accessOf(options, session)
        const address = options.address === undefined ? null : absolute(options.address)
        const absolutePaths = paths.map((path) => resolve(path))
        const input = { reference: name, paths: absolutePaths, address, access }
        let failed = 0
        for await (const event of await assistant.reference.build(input, { signal })) {
          showEvent(event, output)
          if (event.type === 'reference-end') ({ failed } = event)
        }
        return failed > 0 ? EXIT_SOMETHING_WRONG : 0
      }),
    ),
  )
}

function addAttachCommand(reference: Command, run: Run): void {
  withAccess(
    reference
      .command('attach <name> <address>')
      .description('read what another built: a folder, or s3://bucket/prefix; nothing is written there')
      .option('--words-only', 'also when it was built with another embedding model: it is then searched by words'),
  ).action((name: string, address: string, options: AccessOptions & { wordsOnly?: boolean }) =>
    run((session) =>
      session.withAssistant(async (assistant) => {
        const { wordsOnly = false } = options
        const access = await accessOf(options, session)
        const attached = await assistant.reference.attach({
          reference: name,
          address: absolute(address),
          access,
          wordsOnly,
        })
        session.output.result(attached, `${lineOf(attached)}\n${whatIsSent(attached)}`)
      }),
    ),
  )
}

function addUseCommand(reference: Command, run: Run): void {
  reference
    .command('use <matter> <name>')
    .description('search a matter together with it (as every matter is), or not with --off')
    .option('--off', 'not in this matter')
    .action((matter: string, name: string, { off = false }: { off?: boolean }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { id, matter: found } = await matterNamed(assistant, matter)
          await assistant.reference.use({ matter: id, reference: name, on: !off })
          const text = `"${found}" is ${off ? 'no longer' : ''} searched together with "${name}".`.replace('  ', ' ')
          output.result({ matter: found, id, reference: name, on: !off }, text)
        }),
      ),
    )
}

function withAccess(command: Command): Command {
  return command
    .option('--endpoint <url>', 'the object store, unless it is Amazon’s (or AWS_ENDPOINT_URL)')
    .option('--region <region>', 'its region (or AWS_REGION)')
    .option('--key-id <id>', 'the access key; its secret is asked for (or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)')
}

/** The secret is never an argument: other users of a computer can read those. */
async function accessOf(
  { endpoint, region, keyId }: AccessOptions,
  { env, signal }: Session,
): Promise<StoreAccess | null> {
  if (!endpoint && !region && !keyId) return null
  if (endpoint && !/^https?:\/\//.test(endpoint))
    throw wrongUse(`"${endpoint}" is no endpoint. Give it with http:// or https://.`)
  const variable = 'CONSILIUM_S3_SECRET'
  const secret = keyId
    ? (env[variable] ?? (await askPassphrase({ text: 'Secret access key: ', variable }, signal)))
    : null
  return { endpoint: endpoint ?? null, region: region ?? null, keyId: keyId ?? null, secret }
}

function absolute(address: string): string {
  return /^s3:\/\//i.test(address) ? address : resolve(address)
}

function showEvent(event: ReferenceEvent, output: Output): void {
  if (output.json) return output.result(event, null)
  if (event.type === 'reference-progress')
    output.progress(`${progressBar(event.documentsDone / event.documents, event.secondsLeft)}  ${event.document}`)
  else if (event.type === 'reference-document') output.text(documentLines(event))
  else
    output.text(
      `${event.added} read, ${event.unchanged} unchanged, ${event.removed} removed, ${event.failed} failed in ${event.seconds.toFixed(1)} s\n${lineOf(event)}`,
    )
}

function documentLines(event: Extract<ReferenceEvent, { type: 'reference-document' }>): string {
  const { state, document, error, pages, passages, warnings } = event
  const counts = `${formatCount(pages, 'page')}, ${formatCount(passages, 'passage')}`
  const notes = warnings.map((warning) => `\n${' '.repeat(15)}${wordsWithCommand(warning)}`).join('')
  return `${t(`library.states.${state}`).padEnd(14)} ${document}  ${error ? wordsWithCommand(error.message) : counts}${notes}`
}

function lineOf({ reference, documents, passages, address, builtAt, embedder, fits }: Reference): string {
  const built = builtAt === null ? 'not built yet' : `built ${builtAt.slice(0, 10)} with ${embedder}`
  const words = fits || builtAt === null ? '' : ', which is not the one in use: searched by words only'
  return `${reference}  ${formatCount(documents, 'document')}, ${formatCount(passages, 'passage')}, ${built}${words}\n    ${address}`
}

/** What reaching it means; said once, when it is attached. */
function whatIsSent({ host }: Reference): string {
  if (host === null) return 'It is searched together with every matter. Switch it off for one: consilium reference use'
  return `It is searched together with every matter, by reading parts of its files from ${host}. The words of a question are not sent; which parts are read, ${host} can see.`
}
