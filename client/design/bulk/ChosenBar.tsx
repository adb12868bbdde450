/** Where the list hides their settings: how many questions are chosen, the way to what is set on them, and out. */
import { allElements } from '../../../surveys/edit/places.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { isAsked } from '../../../surveys/types/catalogue.ts'
import { Button } from '../../parts/forms/Button.tsx'

export const chosenText = (count: number): string =>
  count === 0
    ? 'Choisissez les questions à changer'
    : `${count} ${count > 1 ? 'questions choisies' : 'question choisie'}`

type Props = {
  questionnaire: Questionnaire
  picked: ReadonlySet<string>
  onSet: () => void
  onDone: () => void
}

export function ChosenBar({ questionnaire, picked, onSet, onDone }: Props) {
  const count = allElements(questionnaire).filter(({ path, element }) => picked.has(path) && isAsked(element)).length
  return (
    <section className="chosen-bar" aria-label="Questions choisies">
      <p aria-live="polite">{chosenText(count)}</p>
      <Button kind="main" disabled={count === 0} onClick={onSet}>
        Régler
      </Button>
      <Button kind="quiet" onClick={onDone}>
        Terminer
      </Button>
    </section>
  )
}
