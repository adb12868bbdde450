/** The ready hours, as buttons: one touch fills the week. */
import { useLanguage, useSay } from '../../words/useSay.ts'
import { type Shape, shapes } from './shapes.ts'
import { timeText } from './times.ts'

export function Shapes({ put }: { put: (shape: Shape) => void }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <fieldset className="shapes">
      <legend>{say('week.shapes')}</legend>
      <div className="shapes-row">
        {shapes.map((shape) => (
          <button key={shape.name} type="button" className="button" onClick={() => put(shape)}>
            <b>{say(`week.shape.${shape.name}`)}</b>
            <small>
              {say('week.hours', { from: timeText(shape.from, language), to: timeText(shape.to, language) })}
            </small>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
