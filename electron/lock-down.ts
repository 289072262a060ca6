import { isOwnUrl, PAGE_URL } from './app-page.ts'

/**
 * Settings of Chromium that must be made before it starts: nothing of its own traffic, no crash reports, no names looked
 * up. The engine does not use Chromium's network, so the downloads that a user asks for are not touched.
 */
export function quietChromium(commandLine: Pick<Electron.CommandLine, 'appendSwitch'>): void {
  for (const name of [
    'disable-background-networking',
    'disable-breakpad',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-gpu-shader-disk-cache',
    'disable-http-cache',
    'disable-quic',
    'disable-sync',
    'no-pings',
  ])
    commandLine.appendSwitch(name)
  commandLine.appendSwitch('disable-features', 'Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider')
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

type LockedSession = Pick<
  Electron.Session,
  | 'on'
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'webRequest'
>

/** Lets a session load the window's own files and nothing else. The one permission is to copy: "Copy with citations". */
export function lockDownSession(session: LockedSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isAllowed(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin))
  session.setDevicePermissionHandler(() => false)
  // Electron would download dictionaries.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isOwnUrl(url) && !url.startsWith('data:') && !url.startsWith('devtools:') }),
  )
  session.on('will-download', (event, item) => {
    if (!isOwnUrl(item.getURL())) event.preventDefault()
  })
}

function isAllowed(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnUrl(url)
}

type GuardedContents = Pick<Electron.WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>

/** Keeps a page where it is: no other windows, no other addresses, no embedded pages. A reload of the page is allowed. */
export function guardContents(contents: GuardedContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // A page could reach out by UDP without any name being looked up.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== PAGE_URL) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
