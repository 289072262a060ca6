import type { Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import type { UpdateCheck, UpdateInstalled, UpdateState } from '../../contract/update.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { dayWords, formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import type { Output } from '../output.ts'
import type { Run } from '../session.ts'
import { showModelProgress } from './models.ts'

export function addUpdateCommand(program: Command, run: Run): void {
  const update = program
    .command('update')
    .description('which version this is, and whether there is a newer one; asks only when you run it')
    .action(() => run(({ withAssistant, output }) => withAssistant((assistant) => tellUpdate(assistant, output))))
  addInstallCommands(update, run)
}

/** `download · install · back` */
function addInstallCommands(update: Command, run: Run): void {
  update
    .command('download')
    .description('fetch the newer version that the last check found; goes on where an earlier download stopped')
    .action(() =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          for await (const event of await assistant.update.download(undefined, { signal }))
            showModelProgress(event, output, 'is downloaded and checked. To install it: consilium update install.')
        }),
      ),
    )
  update
    .command('install')
    .description('put the downloaded version in the place of this one, which is kept, or open its installer')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const installed = await assistant.update.install()
          output.result(installed, installedWords(installed))
        }),
      ),
    )
  update
    .command('back')
    .description('put back the version that the last update replaced (AppImage)')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const undone = await assistant.update.goBack()
          const { version, copies: folder } = undone
          const words = folder
            ? t('settings.updates.wentBackData', { version, folder })
            : t('settings.updates.wentBack', { version })
          output.result(undone, words)
        }),
      ),
    )
}

function installedWords({ way, kind, version, path }: UpdateInstalled): string {
  if (way === 'replaced')
    return `Version ${version} is installed as ${path}. Close Consilium and start it again to use it. The version before is kept: consilium update back.`
  return `${t(`settings.updates.how.${kind}`)}\n${t('settings.updates.opened', { path })}`
}

async function tellUpdate(assistant: AssistantClient, output: Output): Promise<void> {
  const state = await assistant.update.state()
  output.result(state, stateWords(state))
  if (state.host === null) return
  const found = await assistant.update.check()
  output.result(found, `${foundWords(found)}${nextWords(await assistant.update.state())}`)
}

/** What can be done with the version that is known. */
function nextWords({ known, staged, previous }: UpdateState): string {
  if (previous?.isRunning)
    return '\nA newer version is installed and starts the next time. To go back: consilium update back'
  if (known?.outcome !== 'newer' || !known.file) return ''
  return staged?.ready
    ? '\nIt is downloaded. To install it: consilium update install'
    : `\nTo fetch it (${formatBytes(known.file.bytes)}): consilium update download`
}

function stateWords({ version, host, copies, known, previous }: UpdateState): string {
  const kept = copies
    ? `\nBefore the last update changed it, your data was copied to ${copies.folder} (${formatBytes(copies.bytes)}, ${formatDate(copies.madeAt)}). A matter is copied when it is first opened.`
    : ''
  const found =
    known?.outcome === 'newer' ? `\nThe check of ${formatDate(known.checkedAt)} found version ${known.version}.` : ''
  const asked = host === null ? `\n${t('failures.updates.noAddress')}` : ''
  const before = previous && !previous.isRunning ? `\nVersion ${previous.version} is kept: consilium update back` : ''
  return `Version ${version}${kept}${found}${before}${asked}`
}

function foundWords({ outcome, version, running, host, published, page }: UpdateCheck): string {
  if (outcome === 'same') return `Version ${running} is the newest.`
  if (outcome === 'older')
    return `${host} offers version ${version}, which is older than version ${running}. Do not install it.`
  return `Version ${version} of ${dayWords(published)} is available: ${page}`
}
