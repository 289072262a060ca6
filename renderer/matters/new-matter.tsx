import { Modal } from '../parts/modal.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { t } from '../../wording/translate.ts'
import { CreateMatter } from './create-matter.tsx'

/** The dialog that makes an empty matter; then its documents are shown, where files are added. */
export function NewMatter({ onClose }: { readonly onClose: () => void }) {
  const { go } = useNavigation()
  return (
    <Modal title={t('matters.form.title')} onClose={onClose}>
      <CreateMatter
        onCreated={({ id }) => {
          onClose()
          go({ name: 'library', matter: id, answer: null, libraryTab: 'documents' })
        }}
        onCancel={onClose}
      />
    </Modal>
  )
}
