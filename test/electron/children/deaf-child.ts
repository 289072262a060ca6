import { connectToParent } from '../../../processes/parent-port.ts'

/** Hears no request to stop, and SIGTERM neither. */
const parent = connectToParent()
parent.onMessage(() => {})
process.on('SIGTERM', () => {})
void parent.post({ type: 'ready' })
