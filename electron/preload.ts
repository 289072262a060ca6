import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS, type EngineGone, HAS_KEYCHAIN } from './window-messages.ts'

/**
 * Runs in the window before its page, sandboxed: gives the page `window.host` and carries four words and a port
 * (`window-messages.ts`). Nothing of Electron itself reaches the page.
 */
function connectPage(page: Window): void {
  let received = 0
  contextBridge.exposeInMainWorld('host', {
    kind: 'electron',
    hasKeychain: process.argv.includes(HAS_KEYCHAIN),
    pathFor: (file: File) => webUtils.getPathForFile(file),
  })
  ipcRenderer.on(CHANNELS.port, ({ ports }) => {
    received += 1
    page.postMessage('engine-port', page.origin, [...ports])
  })
  ipcRenderer.on(CHANNELS.gone, (_event, gone: EngineGone) =>
    page.postMessage({ type: 'engine-gone', ...gone }, page.origin),
  )
  page.addEventListener('message', ({ source, data }) => {
    if (source !== page) return
    if (data === 'want-engine-port') ipcRenderer.send(CHANNELS.want, received)
    else if (data === 'restart-engine') ipcRenderer.send(CHANNELS.restart)
  })
}

connectPage(window)
