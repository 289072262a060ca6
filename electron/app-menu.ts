/** Editing, zoom, full screen and quit, with the words of the system; the window has its own commands for the rest. */
export function menuTemplate(platform: NodeJS.Platform, isPackaged: boolean): Electron.MenuItemConstructorOptions[] {
  const view: Electron.MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
  const tools: Electron.MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ]
  return [
    platform === 'darwin' ? { role: 'appMenu' } : { label: 'File', submenu: [{ role: 'quit' }] },
    { role: 'editMenu' },
    { label: 'View', submenu: isPackaged ? view : [...view, ...tools] },
  ]
}
