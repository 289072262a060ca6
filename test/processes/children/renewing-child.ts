import { connectToParent } from '../../../processes/parent-port.ts'

const parent = connectToParent()
parent.onMessage((message) => {
  const { type } = message as { type?: unknown }
  if (type === 'ping') void parent.post({ type: 'pong' })
  if (type === 'open') void parent.post({ type: 'opened' })
  if (type === 'crash') process.kill(process.pid, 'SIGKILL')
  if (type === 'hang') for (;;);
  if (type === 'end') void parent.post({ type: 'renew' }).then(() => process.exit(0))
})
await parent.post({ type: 'ready' })
