import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { Bar } from '../frame/bar.tsx'
import { Button } from '../parts/button.tsx'
import { LockedFileDialog } from '../parts/locked-file-dialog.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { t } from '../../wording/translate.ts'
import { MatterTable } from './matter-table.tsx'
import { NewMatter } from './create-matter.tsx'

/** Home: all matters. */
export function Matters() {
  const { matters } = useShell()
  const { go } = useNavigation()
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null)
  const active = matters.filter(({ archived }) => !archived)
  const archived = matters.filter((matter) => matter.archived)
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Bar title={t('matters.title')} sub={t('matters.count', { count: active.length })}>
        <Button look="quiet" isSmall onClick={() => setDialog('import')}>
          {t('matters.import')}
        </Button>
        <Button look="primary" isSmall onClick={() => setDialog('create')}>
          {t('matters.create')}
        </Button>
      </Bar>
      <div className="col wide">
        {active.length > 0 ? (
          <MatterTable matters={active} label={t('matters.title')} />
        ) : (
          <div className="stack-2">
            <h2 className="question">{t('matters.none')}</h2>
            <p className="soft">{t('matters.noneHint')}</p>
          </div>
        )}
        {archived.length > 0 ? (
          <Collapsible.Root className="above-6">
            <Collapsible.Trigger className="link small">
              <span className="chev" aria-hidden="true" />
              {t('matters.archivedCount', { count: archived.length })}
            </Collapsible.Trigger>
            <Collapsible.Content>
              <MatterTable matters={archived} label={t('matters.archived')} />
            </Collapsible.Content>
          </Collapsible.Root>
        ) : null}
        <p className="small soft rule-top start-part">{t('start.disclaimer')}</p>
      </div>
      {dialog === 'create' ? <NewMatter onClose={() => setDialog(null)} /> : null}
      {dialog === 'import' ? (
        <ImportMatter
          onImported={({ id }) => go({ name: 'ask', matter: id, answer: null })}
          onClose={() => setDialog(null)}
        />
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
      title={t('matters.importing.title')}
      submit={t('frame.buttons.import')}
      words={{
        path: t('matters.importing.file'),
        missingPath: t('matters.importing.missingFile'),
        passphrase: t('matters.importing.passphrase'),
        missingPassphrase: t('matters.importing.missingPassphrase'),
      }}
      busy={t('matters.importing.busy')}
      kept={t('matters.importing.kept')}
      work={(file, passphrase) => client.matter.import({ file, passphrase })}
      onDone={onImported}
      onClose={onClose}
    />
  )
}
