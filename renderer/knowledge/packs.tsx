import { useState } from 'react'
import type { Pack } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/marks.tsx'
import { t } from '../../wording/translate.ts'
import { CopyPack, ExportPack, RemovePack } from './pack-dialogs.tsx'
import { ProblemList } from './problem-list.tsx'

type Open = { readonly dialog: 'copy' | 'export' | 'remove'; readonly pack: Pack }

/** All packs: what is in them, whether they were reviewed, what is wrong with them. */
export function Packs({ packs }: { readonly packs: readonly Pack[] }) {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <p className="soft below-3 packs-words">{t('knowledge.packs.hint')}</p>
      <div className="table-scroll">
        <table className="data pack-table" aria-label={t('knowledge.packs.label')}>
          <thead>
            <tr>
              <th scope="col">{t('knowledge.packs.pack')}</th>
              <th scope="col">{t('knowledge.packs.holds')}</th>
              <th scope="col">{t('knowledge.packs.reviewed')}</th>
              <th scope="col">{t('knowledge.packs.licence')}</th>
              <th scope="col" className="act">
                <span className="visually-hidden">{t('knowledge.packs.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {packs.map((pack) => (
              <PackRow
                key={pack.pack}
                pack={pack}
                onCopy={() => setOpen({ dialog: 'copy', pack })}
                onExport={() => setOpen({ dialog: 'export', pack })}
                onRemove={() => setOpen({ dialog: 'remove', pack })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {packs.length === 0 ? <p className="soft above-3">{t('knowledge.packs.none')}</p> : null}
      {open?.dialog === 'copy' ? <CopyPack pack={open.pack} onCopied={() => {}} onClose={close} /> : null}
      {open?.dialog === 'export' ? <ExportPack pack={open.pack} onClose={close} /> : null}
      {open?.dialog === 'remove' ? <RemovePack pack={open.pack} onClose={close} /> : null}
    </>
  )
}

type RowProps = {
  readonly pack: Pack
  readonly onCopy: () => void
  readonly onExport: () => void
  readonly onRemove: () => void
}

function PackRow({ pack, onCopy, onExport, onRemove }: RowProps) {
  const { title, pack: name, version, language, rules, calculators, reviewed, licence, shipped, problems } = pack
  return (
    <tr data-testid="pack">
      <th scope="row">
        {title} <span className="muted">{version}</span>
        <small>{t(shipped ? 'knowledge.packs.nameShipped' : 'knowledge.packs.name', { name, language })}</small>
        {problems.length > 0 ? <ProblemList problems={problems} onGo={null} /> : null}
      </th>
      <td className="one-line">
        {t('knowledge.packs.rules', { count: rules })}
        <small>{t('knowledge.packs.calculators', { count: calculators })}</small>
      </td>
      <td>
        {reviewed ? (
          <StateMark shape="ready" tone="ok">
            {t('knowledge.packs.isReviewed')}
          </StateMark>
        ) : (
          <StateMark shape="caution" tone="warn">
            {t('knowledge.packs.isSample')}
          </StateMark>
        )}
      </td>
      <td>{licence ?? t('knowledge.packs.noLicence')}</td>
      <td className="act">
        <Button look="quiet" isSmall aria-label={t('knowledge.packs.copyLabel', { title })} onClick={onCopy}>
          {t('knowledge.packs.copy')}
        </Button>
        <Button look="quiet" isSmall aria-label={t('knowledge.packs.exportLabel', { title })} onClick={onExport}>
          {t('frame.buttons.exportAs')}
        </Button>
        {shipped ? null : (
          <Button look="quiet" isSmall aria-label={t('knowledge.packs.removeLabel', { title })} onClick={onRemove}>
            {t('frame.buttons.askToRemove')}
          </Button>
        )}
      </td>
    </tr>
  )
}
