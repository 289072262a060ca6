/** Settings of a profile: path, name, value. */
const SETTINGS: readonly (readonly [path: string, name: string, value: string | number | boolean])[] = [
  // Very high: macros run from trusted places only, and there are none; then not at all.
  ['Office.Common/Security/Scripting', 'MacroSecurityLevel', 3],
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', true],
  ['Office.Common/Security/Scripting', 'DisableActiveContent', true],
  ['Office.Common/Security/Scripting', 'DisableOLEAutomation', true],
  // Pictures and data that a document only links to are not fetched.
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', true],
  ['Office.Calc/Content/Update', 'Link', 2],
  ['Office.Java/VirtualMachine', 'Enable', false],
  // Everything would go through a port at which nothing listens.
  ['Inet/Settings', 'ooInetProxyType', 2],
  ['Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPProxyPort', 9],
  ['Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPSProxyPort', 9],
  ['Inet/Settings', 'ooInetFTPProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetFTPProxyPort', 9],
  ['Inet/Settings', 'ooInetNoProxy', ''],
  ['Office.Common/Misc', 'CollectUsageInformation', false],
  ['Office.Common/Misc', 'CrashReport', false],
  ['Office.Common/Save/Document', 'AutoSave', false],
  ['Office.Common/Save/Document', 'CreateBackup', false],
  ['Office.Recovery/AutoSave', 'Enabled', false],
  // The same numbers on every computer, whatever its language.
  ['Setup/L10N', 'ooSetupSystemLocale', 'en-US'],
]

/** The settings file (`registrymodifications.xcu`) of a profile that runs no macros and is to reach no network. */
export function officeProfile(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${items.join('\n')}
</oor:items>
`
}
