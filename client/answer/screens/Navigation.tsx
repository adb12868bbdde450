/** Back, skip, next: always in the same place. */
import { useSay } from '../../words/useSay.ts'

type Props = {
  back: (() => void) | null
  /** Nothing is corrected. */
  giveUp: (() => void) | null
  /** Something was corrected. */
  isChanged: boolean
  skip: (() => void) | null
  /** Null where the screen has its own buttons to go on. */
  label: string | null
  isBusy: boolean
  /** What goes on is not listened to yet, and looks no different. */
  isDeaf: boolean
}

export function Navigation({ back, giveUp, isChanged, skip, label, isBusy, isDeaf }: Props) {
  const say = useSay()
  return (
    <div className="navigation no-print">
      {back && (
        <button type="button" className="button navigation-back" data-kind="quiet" onClick={back}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10 3L5 8l5 5" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
          </svg>
          <span>{say('answer.back')}</span>
        </button>
      )}
      {giveUp && (
        <button type="button" className="button" data-kind="quiet" onClick={giveUp}>
          {say(isChanged ? 'own.leave' : 'own.keep')}
        </button>
      )}
      <span className="navigation-on">
        {skip && (
          <button type="button" className="button" onClick={skip}>
            {say('answer.skip')}
          </button>
        )}
        {label !== null && (
          <button
            type="submit"
            className="button"
            data-kind="main"
            disabled={isBusy}
            aria-disabled={isDeaf || undefined}
          >
            {label}
          </button>
        )}
      </span>
    </div>
  )
}
