import { useId } from 'react'
import { formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { dayAsTyped, typedDay } from '../../wording/typed-day.ts'

type Props = {
  /** As typed; empty: today. */
  readonly value: string
  readonly today: string
  /** What it stands for when nothing is typed, where that is another day than today. */
  readonly whenEmpty?: string
  readonly onValue: (day: string) => void
}

/** The day for which conclusions are drawn: facts and rules of that day, no later ones. */
export function AsOf({ value, today, whenEmpty = today, onValue }: Props) {
  const id = useId()
  const isWrong = value.trim() !== '' && typedDay(value) === null
  return (
    <span className="as-of">
      <label className="small soft one-line" htmlFor={id}>
        {t('facts.asOf.inLine')}
      </label>
      <input
        id={id}
        type="text"
        className="num"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('facts.asOf.label')}
        aria-invalid={isWrong}
        aria-describedby={`${id}-note`}
        placeholder={dayAsTyped(whenEmpty)}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
      <span id={`${id}-note`} className={isWrong ? 'small bad' : 'visually-hidden'}>
        {isWrong
          ? t('facts.asOf.noSuchDay')
          : whenEmpty === today
            ? t('facts.asOf.emptyIsToday')
            : t('facts.asOf.emptyIs', { day: formatDate(whenEmpty) })}
      </span>
    </span>
  )
}
