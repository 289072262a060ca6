import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { guardContents, lockDownSession } from '../../electron/lock-down.ts'
import { createSession } from './stand-in/create-electron.ts'

function lockedSession() {
  const session = createSession()
  lockDownSession(session as unknown as Electron.Session)
  return session
}

describe('the session of the window', () => {
  test.each([
    ['app://ui/main.js', false],
    ['blob:app://ui/5', false],
    ['data:image/png;base64,AA', false],
    ['https://example.org/', true],
    ['http://127.0.0.1:80/', true],
    ['file:///etc/passwd', true],
    ['blob:https://example.org/5', true],
  ])('loads %s: refused %o', (url, cancel) => {
    const answers: object[] = []
    lockedSession().handlers.filter?.({ url }, (answer) => answers.push(answer))
    expect(answers).toEqual([{ cancel }])
  })

  test('lets the page copy text, and has no other permission for anybody', () => {
    const { permission, check, device, spellChecker } = lockedSession().handlers
    const asked = (name: string, requestingUrl: string) => {
      const answers: boolean[] = []
      permission?.(null, name, (isGranted) => answers.push(isGranted), { requestingUrl })
      return [...answers, check?.(null, name, requestingUrl)]
    }
    expect(asked('clipboard-sanitized-write', 'app://ui/')).toEqual([true, true])
    expect(asked('clipboard-sanitized-write', 'https://example.org/')).toEqual([false, false])
    for (const name of ['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fileSystem'])
      expect([name, ...asked(name, 'app://ui/')]).toEqual([name, false, false])
    expect([device?.(), spellChecker]).toEqual([false, false])
  })

  test('saves only what the page itself made', () => {
    const session = lockedSession()
    const isRefused = (url: string) => {
      let refused = false
      session.emit('will-download', { preventDefault: () => (refused = true) }, { getURL: () => url })
      return refused
    }
    expect([isRefused('blob:app://ui/7'), isRefused('https://example.org/x.exe')]).toEqual([false, true])
  })
})

describe('a page', () => {
  const contents = Object.assign(new EventEmitter(), {
    opens: undefined as unknown,
    setWindowOpenHandler: (handler: () => unknown) => Object.assign(contents, { opens: handler() }),
    setWebRTCIPHandlingPolicy: () => {},
  })
  guardContents(contents as unknown as Electron.WebContents)

  function isRefused(event: string, details: object = {}): boolean {
    let refused = false
    contents.emit(event, { ...details, preventDefault: () => (refused = true) })
    return refused
  }

  test('opens no window, embeds nothing and follows no redirect', () => {
    expect(contents.opens).toEqual({ action: 'deny' })
    expect([isRefused('will-attach-webview'), isRefused('will-redirect')]).toEqual([true, true])
  })

  test.each([
    ['app://ui/', true, false],
    ['app://ui/', false, true],
    ['app://ui/other.html', true, true],
    ['https://example.org/', true, true],
    ['file:///home/somebody/dropped.pdf', true, true],
  ])('goes to %s (main frame: %o): refused %o', (url, isMainFrame, refused) => {
    expect(isRefused('will-frame-navigate', { url, isMainFrame })).toBe(refused)
  })
})
