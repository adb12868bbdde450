/** What is drawn by lot for each person before the first question, and which questions depend on it. */
import { addDraw, askTwoWays, setVersions, versions, versionsRead } from '../../../surveys/edit/draws.ts'
import type { Found } from '../../../surveys/edit/places.ts'
import { removeAssigned } from '../../../surveys/edit/rename.ts'
import { elementsIn, frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { isAsked } from '../../../surveys/types/catalogue.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Field } from '../../parts/staff/Field.tsx'
import { notify } from '../../parts/staff/Toasts.tsx'
import type { DraftRoom } from '../draft/useDraft.ts'

type Props = { room: DraftRoom; found: Found | null; select: (name: string) => void }

export function Draws({ room, found, select }: Props) {
  const { questionnaire, isReadOnly, change } = room
  const drawn = questionnaire.assigned ?? []
  if (isReadOnly && drawn.length === 0) return null
  const mayBeTwo = found !== null && isAsked(found.element) && found.element.type !== 'paneldynamic'
  function two(path: string) {
    const next = askTwoWays(questionnaire, path)
    change('Poser une question de deux façons', () => next.questionnaire)
    select(next.path)
    notify('La question est là deux fois, une personne sur deux voit chacune. Changez les mots de la seconde.')
  }
  return (
    <section className="draws" aria-labelledby="draws-title">
      <h2 id="draws-title">Tirage au sort</h2>
      {drawn.length === 0 && (
        <p className="muted">
          Chaque personne voit les mêmes questions. Un tirage en montre d’autres à une partie d’elles, pour comparer
          deux façons de demander.
        </p>
      )}
      {drawn.map((one) => (
        <div key={one.name} className="draw">
          <h3>{one.name}</h3>
          {one.orders ? (
            <p>
              {`${one.values.length} ordres de réponses, à parts égales\u202f: ${one.orders.map((name) => titleOf(questionnaire, name)).join(', ')}.`}
            </p>
          ) : (
            <>
              <Field label="Versions, à parts égales">
                {(props) => (
                  <select
                    {...props}
                    className="field"
                    data-width="short"
                    value={one.values.length}
                    disabled={isReadOnly}
                    onChange={({ target }) =>
                      change(`Versions de ${one.name}`, (draft) => setVersions(draft, one.name, Number(target.value)))
                    }
                  >
                    {Array.from({ length: versions.most - versions.least + 1 }, (_, at) => versions.least + at).map(
                      (count) => (
                        <option key={count} value={count} disabled={!fits(questionnaire, one, count)}>
                          {count}
                        </option>
                      ),
                    )}
                  </select>
                )}
              </Field>
              <ul>
                {one.values.map((value) => (
                  <li key={value}>
                    Version {value}
                    {'\u202f'}: {seenBy(questionnaire, one.name, value)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {!isReadOnly && (
            <Button
              kind="quiet"
              onClick={() => change(`Retirer le tirage ${one.name}`, (draft) => removeAssigned(draft, one.name))}
            >
              Retirer<span className="visually-hidden"> le tirage {one.name}</span>
            </Button>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <div className="actions">
          {mayBeTwo && <Button onClick={() => two(found.path)}>Poser cette question de deux façons</Button>}
          <Button kind="quiet" onClick={() => change('Ajouter un tirage', (draft) => addDraw(draft).questionnaire)}>
            Ajouter un tirage
          </Button>
        </div>
      )}
    </section>
  )
}

const fits = (questionnaire: Questionnaire, one: Questionnaire['assigned'][number], count: number) =>
  versionsRead(questionnaire, one).every((value) => one.values.indexOf(value) < count)

const titleOf = (questionnaire: Questionnaire, name: string) => {
  const place = elementsIn(questionnaire.definition).find(({ element }) => element.name === name)
  return `«\u202f${frenchOf(place?.element.title) || name}\u202f»`
}

/** The questions that name the version in their own condition. */
function seenBy(questionnaire: Questionnaire, name: string, value: string): string {
  const titles = elementsIn(questionnaire.definition)
    .filter(
      ({ element: { visibleIf } }) =>
        String(visibleIf).includes(`{${name}}`) && String(visibleIf).includes(`'${value}'`),
    )
    .map(({ element }) => titleOf(questionnaire, element.name))
  return titles.length === 0 ? 'rien de particulier' : titles.join(', ')
}
