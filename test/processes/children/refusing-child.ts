import { connectToParent } from '../../../processes/parent-port.ts'
import { verbatim } from '../../../wording/message.ts'

const parent = connectToParent()
const words = 'The key file cannot be read.'
await parent.post({ type: 'refused', code: 'DAMAGED', said: verbatim(words), words })
process.exit(1)
