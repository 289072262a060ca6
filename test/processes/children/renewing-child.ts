import { connectToParent } from '../../../processes/parent-port.ts'

const parent = connectToParent()
parent.onMessage((message) => {
  const { type } = message as { type?: unknown }
  if (type === 'ping') void parent.post({ type: 'pong' })
  if (type === 'open') void parent.post({ type: 'opened' })
  if (type === 'crash') process.kill(process.pid, 'SIGKILL')
  if (type === 'hang') for (;;);
  // It takes leave for a while, as an engine that closes its files.
  if (type === 'end soon') void parent.post({ type: 'renew' }).then(() => setTimeout(() => process.exit(0), 700))
  if (type === 'end never') void parent.post({ type: 'renew' })
  if (type === 'end') void parent.post({ type: 'renew' }).then(() => process.exit(0))
})
await parent.post({ type: 'ready' })
