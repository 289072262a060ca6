import type { Card } from '../../../contract/card.ts'
import { useClient } from '../../state/assistant-context.ts'
import { ApproveByName } from '../approve-by-name.tsx'

type Props = { readonly card: Card; readonly onClose: () => void }

/** A person takes the card on, by name. */
export function ApproveCard({ card: { card, title, summary, test }, onClose }: Props) {
  const client = useClient()
  return (
    <ApproveByName
      title={title}
      approve={(by) => client.card.approve({ card, by })}
      kept="The card stays as it was."
      onClose={onClose}
    >
      <p className="rule-sentence read">{summary}</p>
      {test?.remarks.map((remark) => (
        <p key={remark} className="small warn">
          {remark}
        </p>
      ))}
      <p className="soft">
        From then on it is used in every matter, for questions that it fits, when the model is unsure. The tests show
        that it helps with its question, not that it is right. Your name and the day are recorded.
      </p>
    </ApproveByName>
  )
}
