import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  MessageChannelMain,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
} from 'electron'
import { homeFolder } from '../host/default-home.ts'
import { startApp } from './start-app.ts'

// Checked against Electron's types and a stand-in (test/electron); no real Electron has run it yet (`docs/hosts.md`).
const built = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

void startApp(
  {
    app,
    BrowserWindow,
    dialog,
    Menu,
    MessageChannelMain,
    protocol,
    safeStorage,
    screen,
    session,
    utilityProcess,
  },
  {
    home: resolve(homeFolder(process.env, process.platform)),
    platform: process.platform,
    files: {
      engine: built('assistant/engine.js'),
      preload: built('electron/preload.cjs'),
      pageFolder: built('renderer'),
      samplesFolder: built('../samples'),
    },
    onErrorText: (text) => process.stderr.write(text),
  },
)
