import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answerByModel } from './cloud-server/say-answer.ts'
import { startCloudServer } from './cloud-server/cloud-server.ts'
import { FAULTS, isFault } from './cloud-server/faults.ts'
import { openLocalModel } from './open-local-model.ts'

const MODELS = fileURLToPath(new URL('../.models', import.meta.url))

/**
 * `node scripts/serve-cloud-model.ts [--port N] [--model ID|none] [--fault NAME]`: a stand-in for a provider, on loopback, with a
 * small model that is on this computer (none: the first sentence of each source). Prints what reaches it.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4100' },
      model: { type: 'string', default: 'qwen2.5-coder-1.5b-instruct-q4_k_m' },
      fault: { type: 'string', default: '' },
    },
  })
  if (values.fault !== '' && !isFault(values.fault))
    throw new Error(`There is no fault "${values.fault}". There are: ${FAULTS.join(', ')}.`)
  await using life = new AsyncDisposableStack()
  const local =
    values.model === 'none'
      ? null
      : life.use(await openLocalModel(values.model, process.env.CONSILIUM_MODELS ?? MODELS))
  const server = life.use(
    await startCloudServer({ port: Number(values.port), ...(local ? { say: answerByModel(local.model) } : {}) }),
  )
  if (isFault(values.fault)) server.fault = values.fault
  process.stdout.write(
    `Serving ${values.model} at ${server.address} (openai-compatible, anthropic, google; any key). To stop: Ctrl-C.\n` +
      `To make it fail: curl -X PUT -d 429 ${server.address.replace('/v1', '/fault')}   (${FAULTS.join(', ')}; nothing: none)\n` +
      `consilium providers set here --kind openai-compatible --address ${server.address} --model served\n`,
  )
  const shown = { count: 0 }
  const look = setInterval(() => {
    for (const body of server.bodies.slice(shown.count)) process.stdout.write(`${body}\n`)
    shown.count = server.bodies.length
  }, 200)
  await new Promise((resolve) => process.once('SIGINT', resolve))
  clearInterval(look)
}

await main()
