import { openHome } from '../../store/open-home.ts'

/** For the tests of homes: opens one and holds it until killed. */
using home = await openHome(process.argv[2] ?? '').catch((error: Error) => {
  process.send?.({ error: error.name })
  process.exit()
})
process.send?.({ isReadOnly: home.isReadOnly })
await new Promise((resolve) => process.on('message', resolve))
