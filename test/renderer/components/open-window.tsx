import { Tooltip } from 'radix-ui'
import type { AssistantClient } from '../../../contract/index.ts'
import { App } from '../../../renderer/app.tsx'
import { createAsking, createTakenOffers } from '../../../renderer/ask/create-asking.ts'
import { connectAssistant, followEvents } from '../../../renderer/connection/connect-assistant.ts'
import { createChecking } from '../../../renderer/drafts/check/create-checking.ts'
import { createUploads } from '../../../renderer/library/create-uploads.ts'
import { createDownloads } from '../../../renderer/models/create-downloads.ts'
import { createConsulting } from '../../../renderer/second-opinion/create-consulting.ts'
import { AssistantContext } from '../../../renderer/state/assistant-context.ts'
import { createEventHub } from '../../../renderer/state/event-hub.ts'
import { NavigationContext, usePlace } from '../../../renderer/state/navigation-context.ts'
import { createQueryCache } from '../../../renderer/state/query-cache.ts'
import { type Shell, ShellContext } from '../../../renderer/state/shell-context.ts'
import { memoryLines } from '../stand-in/memory-lines.ts'
import { show, whenClosed } from './show.tsx'
import type { StandInOptions, StandInState } from '../stand-in/stand-in-assistant.ts'

type Stand = Awaited<ReturnType<typeof memoryLines>>
type Shown = ReturnType<typeof show>

/** The whole window on the stand-in behind a line of memory. */
export async function openWindow(options: Partial<StandInOptions> = {}): Promise<Stand & Shown> {
  const { assistant, ...stand } = await connectStandIn(options)
  return { ...stand, ...show(<WithAssistant assistant={assistant} part={<App />} />) }
}

type PartOptions = {
  /** What the shell has that is not of the stand-in. */
  readonly shell?: Partial<Shell>
  /** Changes what the stand-in remembers before the part reads it. */
  readonly prepare?: (state: StandInState) => void
}

/** A part of the open window, in the first matter, with all that such a part finds above itself. */
export async function showPart(
  part: React.ReactNode,
  { shell: change = {}, prepare }: PartOptions = {},
): Promise<Stand & Shown & { readonly client: AssistantClient; readonly shell: Shell }> {
  const { assistant, ...stand } = await connectStandIn({})
  prepare?.(stand.state)
  const { client } = assistant.connection
  const [status, settings, matters] = await Promise.all([
    client.application.status(),
    client.application.settings(),
    client.matter.list(),
  ])
  const shell: Shell = {
    status,
    settings,
    matters,
    matter: matters[0] ?? null,
    readings: new Map(),
    processes: [],
    asking: createAsking(client),
    offers: createTakenOffers(),
    consulting: createConsulting(client),
    checking: createChecking(client),
    drafts: new Map(),
    uploads: createUploads(client, undefined),
    downloads: createDownloads(client),
    host: undefined,
    changeSettings: async () => {},
    settingsFailure: null,
    forgetSettingsFailure: () => {},
    ...change,
  }
  const inPlace = (one: React.ReactNode) => (
    <WithAssistant assistant={assistant} part={<InPlace shell={shell}>{one}</InPlace>} />
  )
  const shown = show(inPlace(part))
  return { ...stand, client, shell, ...shown, show: (other) => shown.show(inPlace(other)) }
}

async function connectStandIn(options: Partial<StandInOptions>): Promise<Stand & { readonly assistant: Assistant }> {
  const stand = await memoryLines(options)
  const connection = connectAssistant(stand.open)
  const events = createEventHub()
  const following = new AbortController()
  void followEvents(connection.client, events.tell, () => events.tell({ type: 'all-changed' }), following.signal)
  whenClosed(() => following.abort())
  return { ...stand, assistant: { connection, events, cache: createQueryCache(connection.client, events) } }
}

type Assistant = NonNullable<React.ContextType<typeof AssistantContext>>

function WithAssistant({ assistant, part }: { readonly assistant: Assistant; readonly part: React.ReactNode }) {
  return (
    <AssistantContext value={assistant}>
      <Tooltip.Provider delayDuration={0}>{part}</Tooltip.Provider>
    </AssistantContext>
  )
}

function InPlace({ shell, children }: { readonly shell: Shell; readonly children: React.ReactNode }) {
  return (
    <NavigationContext value={usePlace()}>
      <ShellContext value={shell}>{children}</ShellContext>
    </NavigationContext>
  )
}
