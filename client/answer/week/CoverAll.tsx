/** How several moments are covered, said once for all of them. */
import { useId } from 'react'
import { type Cover, covers } from '../../../surveys/questionnaire/week.ts'
import { useSay } from '../../words/useSay.ts'
import { Choice } from '../types/Choice.tsx'
import { coverWords } from './SlotCard.tsx'

export function CoverAll({ count, choose }: { count: number; choose: (cover: Cover) => void }) {
  const say = useSay()
  const name = useId()
  return (
    <fieldset className="slot-cover cover-all" data-unsaid>
      <legend>{say('week.coverAll', { count })}</legend>
      <div className="choices" data-shape="pills">
        {covers.map((cover) => (
          <Choice
            key={cover}
            type="radio"
            name={name}
            value={cover}
            text={say(coverWords[cover])}
            isChosen={false}
            choose={() => choose(cover)}
          />
        ))}
      </div>
    </fieldset>
  )
}
