/** Back, skip, next: always in the same place. */
import { Button } from '../../parts/forms/Button.tsx'
import { useSay } from '../../words/useSay.ts'

type Props = {
  back: (() => void) | null
  /** Nothing is corrected. */
  giveUp: (() => void) | null
  /** Something was corrected. */
  isChanged: boolean
  /** @param click `detail` 0: of a key */
  skip: ((click: { detail: number }) => void) | null
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
        <Button kind="quiet" onClick={giveUp}>
          {say(isChanged ? 'own.leave' : 'own.keep')}
        </Button>
      )}
      <span className="navigation-on">
        {skip && <Button onClick={skip}>{say('answer.skip')}</Button>}
        {label !== null && (
          <Button type="submit" kind="main" disabled={isBusy} aria-disabled={isDeaf || undefined}>
            {label}
          </Button>
        )}
      </span>
    </div>
  )
}
