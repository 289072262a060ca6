import { type Command, InvalidArgumentError, Option } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import { messageText } from '../../wording/message-text.ts'
import { type ConnectionTest, type Provider, ProviderKind } from '../../contract/opinions/provider.ts'
import { askPassphrase } from '../ask-passphrase.ts'
import { EXIT_SOMETHING_WRONG } from '../failures.ts'
import type { Output } from '../output.ts'
import type { Run, Session } from '../session.ts'
import { tellDamaged } from '../tell-damaged.ts'

const VARIABLE = 'CONSILIUM_PROVIDER_KEY'

const EXAMPLES = `
Examples:
  consilium providers set Building --kind openai-compatible --address https://models.practice.example/v1 --model qwen3-32b
  consilium providers set Second --kind anthropic --model NAME --key --retention "deletes after 30 days, read 2026-06-03"
Nothing is sent by setting one up. The key is asked for, or read from ${VARIABLE}; it is never an argument.`

type Options = {
  kind: ProviderKind
  model: string
  address?: string
  account?: string
  retention?: string
  price?: Provider['price']
  key?: boolean
}

/** `providers · set NAME · test NAME · remove NAME` */
export function addProvidersCommand(program: Command, run: Run): void {
  const providers = program
    .command('providers')
    .description('the cloud models, or models on a server of yours, that a second opinion can be asked of')
    .addHelpText('after', EXAMPLES)
    .action(() => run(({ withAssistant, output }) => withAssistant((assistant) => list(assistant, output))))

  providers
    .command('set <name>')
    .description('set one up, or change it')
    .addOption(new Option('--kind <kind>', 'how it is spoken to').choices(ProviderKind.options).makeOptionMandatory())
    .requiredOption('--model <id>', 'the model, as the provider calls it')
    .option('--address <url>', 'where it is; for openai-compatible always, else the usual one')
    .option('--account <text>', 'whose account it is, shown before anything is sent')
    .option('--retention <text>', 'what it says about keeping what it is sent, and when you read that')
    .option('--price <prices>', 'what a million tokens cost, sent and replied: "3 15 EUR"', priceIn)
    .option('--key', `ask for its key (or set ${VARIABLE}); --no-key: it has none`)
    .option('--no-key')
    .action((name: string, options: Options) =>
      run((session) => session.withAssistant((assistant) => set(session, assistant, name, options))),
    )

  providers
    .command('test <name>')
    .description('connect to it, with its key and nothing else, to see whether it answers and has the model')
    .action((name: string) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const tested = await assistant.provider.test({ provider: name }, { signal })
          output.result(tested, testedText(tested))
          return tested.outcome === 'ok' ? 0 : EXIT_SOMETHING_WRONG
        }),
      ),
    )

  providers
    .command('remove <name>')
    .description('forget it and its key; earlier opinions stay')
    .action((name: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          await assistant.provider.remove({ provider: name })
          output.result({ removed: name }, `"${name}" and its key are forgotten.`)
        }),
      ),
    )
}

const OUTCOMES: Readonly<Record<ConnectionTest['outcome'], string>> = {
  ok: 'answers, takes the key and has the model.',
  'model-not-listed': 'answers and takes the key, but does not list the model. Check its name.',
  'model-unknown': 'answers, but its list of models was not understood.',
  unreachable: 'could not be reached. Check the address and the connection.',
  key: 'does not take the key. Set it again.',
  busy: 'takes no more requests for now. Try again later.',
  server: 'has a failure of its own. Try again later.',
  'not-found': 'answers, but has no list of models at this address. Check its end; often it is /v1.',
  redirect: 'leads to another address, which is not followed. Set the address that it has now.',
  slow: 'did not answer in time.',
  other: 'gave no answer that could be used.',
}

function testedText({ outcome, host, said }: ConnectionTest): string {
  return [`${host} ${OUTCOMES[outcome]}`, ...(said === null ? [] : [messageText(said)])].join('\n    ')
}

async function list(assistant: AssistantClient, output: Output): Promise<void> {
  const all = await assistant.provider.list()
  for (const one of all) output.result(one, text(one))
  await tellDamaged(assistant, output, null, ['provider'])
  if (all.length === 0) output.text('No providers. To set one up: consilium providers set --help')
}

async function set(
  session: Session,
  assistant: AssistantClient,
  name: string,
  { kind, model, address, account = '', retention = '', price = null, ...options }: Options,
): Promise<void> {
  const key = await keyFor(session, options.key)
  const saved = await assistant.provider.save({
    provider: name,
    kind,
    model,
    address: address ?? null,
    account,
    retention,
    price,
    ...(key === undefined ? {} : { key }),
  })
  session.output.result(saved, `${text(saved)}\nNothing was sent. Only what you agree to, byte for byte, will be.`)
}

/** `3 15 EUR`: what is sent, what is replied, in which currency. */
function priceIn(given: string): NonNullable<Provider['price']> {
  const [prompt, reply, currency, ...more] = given.trim().split(/\s+/)
  const numbers = [Number(prompt), Number(reply)]
  if (!currency || more.length > 0 || !numbers.every((one) => one >= 0))
    throw new InvalidArgumentError('Give two prices and the currency, as "3 15 EUR".')
  return { prompt: Number(prompt), reply: Number(reply), currency }
}

/** Undefined: the one that it has. */
async function keyFor({ env, signal }: Session, wanted: boolean | undefined): Promise<string | null | undefined> {
  if (wanted === false) return null
  if (env[VARIABLE]) return env[VARIABLE]
  return wanted ? askPassphrase({ text: 'Key: ', variable: VARIABLE }, signal) : undefined
}

function text({ provider, kind, address, model, account, keyEnding, retention, price }: Provider): string {
  const key = keyEnding === null ? 'no key' : `key …${keyEnding}`
  const cost = price === null ? '' : `a million tokens ${price.prompt} sent, ${price.reply} replied, ${price.currency}`
  const details = [kind, model, key, account, cost].filter(Boolean).join(' · ')
  return `${provider}  ${details}\n    ${address}${retention ? `\n    keeps what it is sent: ${retention}` : ''}`
}
