/** « Une semaine sur deux »: week A, week B, and the way back. */
import { useId, useState } from 'react'
import { useHeldFocus } from '../../parts/focus/useHeldFocus.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Sure } from '../../parts/forms/Sure.tsx'
import { useSay } from '../../words/useSay.ts'
import { Choice } from '../types/Choice.tsx'

type Props = {
  alternates: boolean
  week: 'A' | 'B' | null
  /** Week B holds something that going back would erase. */
  holdsB: boolean
  /** Week B is empty while week A is not. */
  canCopyA: boolean
  set: (alternates: boolean) => void
  choose: (week: 'A' | 'B') => void
  copyA: () => void
}

export function Alternation({ alternates, week, holdsB, canCopyA, set, choose, copyA }: Props) {
  const say = useSay()
  const name = useId()
  const [isAsking, setIsAsking] = useState(false)
  const part = useHeldFocus<HTMLDivElement>(isAsking)
  return (
    <div className="alternation" ref={part}>
      <div className="choices">
        <Choice
          type="checkbox"
          name={`${name}-alternates`}
          value="alternates"
          text={say('week.alternate')}
          isChosen={alternates}
          choose={(isChosen) => (!isChosen && holdsB ? setIsAsking(true) : set(isChosen))}
        />
      </div>
      {isAsking && (
        <Sure
          really={say('week.dropB')}
          yes={say('week.dropYes')}
          no={say('week.cancel')}
          onYes={() => {
            set(false)
            setIsAsking(false)
          }}
          onNo={() => setIsAsking(false)}
        />
      )}
      {alternates && (
        <fieldset>
          <legend className="visually-hidden">{say('week.which')}</legend>
          <div className="choices" data-shape="pills">
            {(['A', 'B'] as const).map((one) => (
              <Choice
                key={one}
                type="radio"
                name={`${name}-week`}
                value={one}
                text={say(`week.${one}`)}
                isChosen={week === one}
                choose={() => choose(one)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {alternates && week === 'B' && canCopyA && <Button onClick={copyA}>{say('week.copyA')}</Button>}
    </div>
  )
}
