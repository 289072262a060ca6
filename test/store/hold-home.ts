import { openHome } from '../../store/open-home.ts'

/** For `home-lock.test.ts`: opens a home and holds it until killed. */
using home = await openHome(process.argv[2] ?? '')
process.send?.(home.folder)
await new Promise((resolve) => process.on('message', resolve))
