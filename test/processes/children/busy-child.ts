import { connectToParent } from '../../../processes/parent-port.ts'

/** Says that it is there and looks at nothing that it is sent, as a long call of native code does. */
await connectToParent().post({ type: 'ready' })
for (;;);
