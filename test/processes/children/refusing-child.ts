import { connectToParent } from '../../../processes/parent-port.ts'

const parent = connectToParent()
await parent.post({ type: 'refused', code: 'DAMAGED', message: 'The key file cannot be read.' })
process.exit(1)
