import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { createElectron } from '../stand-in/create-electron.ts'

/**
 * Runs the built main program of a package with a stand-in in Electron's place, and prints what it locked: its window, its page and
 * what the page may do. Words: the program, and a folder for the home.
 */
const [program = '', home = ''] = process.argv.slice(2)
process.env.CONSILIUM_HOME = home
const { electron, seen } = createElectron()
Object.assign(globalThis, { standInForElectron: electron })
const names = Object.keys(electron).join(', ')
const standIn = `data:text/javascript,export const { ${names} } = globalThis.standInForElectron`
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context)),
})
await import(pathToFileURL(program).href)
while (!seen.windows[0]?.isShown) await new Promise((resolve) => setTimeout(resolve, 20))

const { handlers } = seen.session
const page = await handlers.page?.(new Request('app://ui/'))
const loaded = (url: string) => {
  let isLoaded = false
  handlers.filter?.({ url }, ({ cancel }) => (isLoaded = !cancel))
  return isLoaded
}
const granted = ['clipboard-sanitized-write', 'clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal']
const [window] = seen.windows
const { sandbox, contextIsolation, nodeIntegration, webSecurity, devTools } = window.options.webPreferences ?? {}
process.stdout.write(
  JSON.stringify({
    steps: seen.steps,
    errors: seen.errors,
    window: { sandbox, contextIsolation, nodeIntegration, webSecurity, devTools },
    policy: page?.headers.get('content-security-policy')?.replace(/'nonce-[^']+'/, "'nonce-N'"),
    loaded: ['app://ui/main.js', 'https://example.org/', 'file:///etc/passwd'].filter(loaded),
    granted: granted.filter((name) => handlers.check?.(null, name, 'app://ui/')),
  }),
)
window.close()
await seen.quit.promise
process.exit(0)
