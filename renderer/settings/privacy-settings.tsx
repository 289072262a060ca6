import { useId, useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { Toggle } from '../parts/choices.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useReferences } from '../references/reference-settings.tsx'
import { useSendingAllowed } from '../second-opinion/use-consultations.ts'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** The network switch, and where models are fetched from. */
export function PrivacySettings() {
  const { settings, changeSettings } = useShell()
  const label = useId()
  const [mirror, setMirror] = useState(settings.mirror ?? '')
  const isSame = mirror.trim() === (settings.mirror ?? '')
  return (
    <>
      <section className="stack-2" aria-labelledby={label}>
        <h2 className="h flush" id={label}>
          Network
          <Toggle labelledBy={label} isOn={settings.network} onChange={(network) => void changeSettings({ network })} />
          <span className="soft">{settings.network ? 'on request' : 'off'}</span>
        </h2>
        <p className="soft">
          {settings.network
            ? 'Only what you agree to uses the network: fetching a model, after its address was shown, reading a reference library that you attached from an object store, and sending a packet that you read and agreed to. Your documents and answers stay here.'
            : 'Nothing can leave this computer. Reading, searching and answering work as always. No packet can be sent. Fetching a model needs the network; one file can be let through. Reference libraries in an object store are not searched.'}
        </p>
        <ReadOverNetwork />
        <p className="soft">No account, no telemetry, no looking for updates.</p>
        <DamagedEntries matter={null} kinds={['setting']} />
      </section>
      <MatterSending />
      <WhatMayLeave />
      <section className="rule-top" aria-labelledby="mirror">
        <h2 className="h" id="mirror">
          Model mirror <span className="muted">optional</span>
        </h2>
        <form
          className="stack-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (!isSame) void changeSettings({ mirror: mirror.trim() || null })
          }}
        >
          <TextField
            label="Address; empty for the publisher’s"
            value={mirror}
            onText={setMirror}
            placeholder="https://models.example.org/"
          />
          <div className="btns">
            <Button type="submit" isSmall isOff={isSame}>
              Keep
            </Button>
            {isSame ? <span className="small muted">Saved</span> : null}
          </div>
        </form>
      </section>
    </>
  )
}

/** Every host that is connected to when a question is asked, so that none is a surprise. */
function ReadOverNetwork() {
  const references = useReferences()
  const { network } = useShell().settings
  const remote = (references.value ?? []).filter(({ host }) => host !== null)
  if (!network || remote.length === 0) return null
  return (
    <ul className="soft" aria-label="Read over the network">
      {remote.map(({ reference, host }) => (
        <li key={reference}>
          Reads {reference} at {host} when a question is asked; the question is not sent.
        </li>
      ))}
    </ul>
  )
}

function WhatMayLeave() {
  return (
    <section className="rule-top stack-2" aria-labelledby="may-leave">
      <h2 className="h flush" id="may-leave">
        What may leave
      </h2>
      <p className="soft">
        Of your matters only this: an outgoing text, to the provider that it names, after you have read and approved
        exactly that text. It holds a question and the passages chosen for it, with names, numbers and dates replaced as
        far as they were found; identifiers may remain. Pictures, file names, comments and the list of what stands for
        what never leave. The ledger says before each sending that it begins, and after it how it ended.
      </p>
    </section>
  )
}

/** From which matters anything may be sent at all; a no here wins over every other setting. */
function MatterSending() {
  const { matters } = useShell()
  const open = matters.filter(({ archived }) => !archived)
  if (open.length === 0) return null
  return (
    <section className="rule-top" aria-labelledby="matter-sending">
      <h2 className="h" id="matter-sending">
        Second opinions by matter <span className="muted">a no here wins over everything</span>
      </h2>
      <ul className="stack-1">
        {open.map((matter) => (
          <OneMatter key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  )
}

function OneMatter({ matter: { id, matter: name } }: { readonly matter: Matter }) {
  const client = useClient()
  const action = useAction()
  const label = useId()
  const sending = useSendingAllowed(id)
  const isAllowed = sending.value?.allowed ?? false
  const allow = async (allowed: boolean) => {
    if (await action.run(() => client.packet.allowSending({ matter: id, allowed }), 'It is as it was.'))
      sending.reload()
  }
  return (
    <li>
      <span className="row-2 centred">
        {sending.value ? <Toggle labelledBy={label} isOn={isAllowed} onChange={(isOn) => void allow(isOn)} /> : null}
        <span id={label}>{name}</span>
        <span className="soft">
          {sending.value ? (isAllowed ? 'may be sent from, packet by packet' : 'forbidden') : ''}
        </span>
      </span>
      <FailureNote failure={sending.failure ?? action.failure} />
    </li>
  )
}
