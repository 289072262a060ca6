import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { Bar } from '../frame/bar.tsx'
import { Button } from '../parts/button.tsx'
import { LockedFileDialog } from '../parts/locked-file-dialog.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { CreateMatter } from './create-matter.tsx'
import { MatterTable } from './matter-table.tsx'

/** Home: all matters. */
export function Matters() {
  const { matters } = useShell()
  const { go } = useNavigation()
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null)
  const active = matters.filter(({ archived }) => !archived)
  const archived = matters.filter((matter) => matter.archived)
  const open = (matter: string, name: 'ask' | 'library') => {
    setDialog(null)
    go({ name, matter, answer: null, libraryTab: 'documents' })
  }
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Bar title="Matters" sub={formatCount(active.length, 'matter')}>
        <Button look="quiet" isSmall onClick={() => setDialog('import')}>
          Import…
        </Button>
        <Button look="primary" isSmall onClick={() => setDialog('create')}>
          Create a matter…
        </Button>
      </Bar>
      <div className="col">
        {active.length > 0 ? (
          <MatterTable matters={active} label="Matters" />
        ) : (
          <div className="stack-2">
            <h2 className="question">No matters yet.</h2>
            <p className="soft">
              A matter holds the documents, questions and answers of one case, under a key of its own. Create one, or
              drop files anywhere in this window.
            </p>
          </div>
        )}
        {archived.length > 0 ? (
          <Collapsible.Root className="above-6">
            <Collapsible.Trigger className="link small">
              <span className="chev" aria-hidden="true" />
              {formatCount(archived.length, 'archived matter')}
            </Collapsible.Trigger>
            <Collapsible.Content>
              <MatterTable matters={archived} label="Archived matters" />
            </Collapsible.Content>
          </Collapsible.Root>
        ) : null}
        <p className="small soft rule-top start-part">
          Consilium is not a medical device and does not give legal advice. It shows where each sentence comes from, so
          that you can check it.
        </p>
      </div>
      {dialog === 'create' ? (
        <Modal title="Create a matter" onClose={() => setDialog(null)}>
          <CreateMatter onCreated={({ id }) => open(id, 'library')} onCancel={() => setDialog(null)} />
        </Modal>
      ) : null}
      {dialog === 'import' ? (
        <ImportMatter onImported={({ id }) => open(id, 'ask')} onClose={() => setDialog(null)} />
      ) : null}
    </main>
  )
}

type ImportMatterProps = { readonly onImported: (matter: Matter) => void; readonly onClose: () => void }

/** Takes an exported matter in. */
function ImportMatter({ onImported, onClose }: ImportMatterProps) {
  const client = useClient()
  return (
    <LockedFileDialog
      title="Import a matter"
      submit="Import"
      what="file"
      busy="Taking the matter in."
      kept="Your matters are unchanged."
      work={(file, passphrase) => client.matter.import({ file, passphrase })}
      onDone={onImported}
      onClose={onClose}
    />
  )
}
