import { connectToParent } from '../../../processes/parent-port.ts'
import { verbatim } from '../../../wording/message.ts'

const parent = connectToParent()
await parent.post({ type: 'refused', code: 'DAMAGED', said: verbatim('The key file cannot be read.') })
process.exit(1)
