import { existsSync } from 'node:fs'
import { connectToParent } from '../../../processes/parent-port.ts'

/** Dies at every start until the file named by CONSILIUM_SAMPLES is there. */
if (!existsSync(process.env.CONSILIUM_SAMPLES ?? '')) process.exit(3)
const parent = connectToParent()
parent.onMessage((message) => {
  if ((message as { type: string }).type === 'stop') process.exit(0)
})
void parent.post({ type: 'ready' })
