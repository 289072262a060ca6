import { PlaceLink } from '../../frame/place-link.tsx'
import { useDecisions } from './use-decisions.ts'

/** Below what came back when a lesson was asked for: the way back to the decision, where a card is begun with it. */
export function LessonOf({ consultation }: { readonly consultation: string }) {
  const { value } = useDecisions(null)
  const decided = value?.find(({ lesson }) => lesson?.consultation === consultation)
  if (!decided) return null
  return (
    <p className="rule-top mt-6 small soft">
      This was asked for as the lesson of a decision.{' '}
      <PlaceLink to={{ name: 'opinion', packet: null, consultation: decided.consultation }}>
        Back to the decision
      </PlaceLink>
      , where it can become a knowledge card.
    </p>
  )
}
