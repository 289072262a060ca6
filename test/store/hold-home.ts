import { openHome } from '../../store/open-home.ts'
import { Failure } from '../../wording/failure.ts'

/** For the tests of homes: opens one and holds it until killed. */
using home = await openHome(process.argv[2] ?? '').catch((error: Failure) => {
  process.send?.({ error: error.code })
  process.exit()
})
process.send?.({ isReadOnly: home.isReadOnly })
await new Promise((resolve) => process.on('message', resolve))
