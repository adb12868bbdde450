/** How a question is answered: its type, whether it must be, its limits, its special answers. */

import { isCarriedAlone } from '../../../surveys/answers/single-answer.ts'
import { type Lost, newElement, setProperty, withType } from '../../../surveys/edit/elements.ts'
import { type Found, setElement, withProperty } from '../../../surveys/edit/places.ts'
import { elementsIn, frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { type QuestionType, questionTypes, rowOf, typeNames, typeOf } from '../../../surveys/types/catalogue.ts'
import { SelectField } from '../../parts/staff/Field.tsx'
import { notify } from '../../parts/staff/Toasts.tsx'
import { named } from '../draft/named.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { controlsOf } from './controls.ts'
import { PropertyControl } from './PropertyControl.tsx'

/** Lists that a change of type takes away. */
const lostWords: Record<Lost, string> = { lines: 'de lignes', choices: 'de réponses à proposer' }

export function Answers({ room, found }: { room: DraftRoom; found: Found }) {
  const { element, path } = found
  const { isReadOnly, questionnaire } = room
  const controls = controlsOf(element)
  const isSensitive = element.sensitivity === 'sensitive'
  const isRequired = element.isRequired === true
  const isPublished =
    room.published !== null &&
    elementsIn(room.published.questionnaire.definition).some((place) => place.element.name === element.name)
  const change = (name: QuestionType) => {
    const lost = withType(element, newElement(questionnaire, name))[1]
    room.change(`Type de ${named(room.questionnaire, path)}`, (draft) =>
      setElement(draft, path, (before) => withType(before, newElement(draft, name))[0]),
    )
    if (lost.length > 0)
      notify(
        `Ce type n’a pas ${lost.map((one) => lostWords[one]).join(' ni ')}\u202f: elles sont retirées. « Annuler » les rend.`,
      )
  }
  const types = typeNames.filter((name) => questionTypes[name].kind !== null && questionTypes[name].holds !== 'rows')
  return (
    <section aria-label="Réponse">
      {rowOf(element)?.holds !== 'rows' && (
        <SelectField
          label="Type de réponse"
          help={
            isPublished
              ? 'Déjà dans une version\u202f: son type ne change plus. Une autre question, avec un autre code, peut la remplacer.'
              : undefined
          }
          value={typeOf(element) ?? ''}
          disabled={isReadOnly || isPublished}
          choices={types.map((name) => ({ value: name, text: questionTypes[name].title }))}
          onChange={(type) => type !== '' && change(type)}
        />
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={isRequired}
          disabled={isReadOnly || (isSensitive && !isRequired)}
          onChange={({ target }) =>
            room.change(`Obligatoire\u202f: ${named(room.questionnaire, path)}`, (draft) =>
              setElement(draft, path, (before) =>
                withProperty(withProperty(before, 'requiredIf', undefined), 'isRequired', target.checked || undefined),
              ),
            )
          }
        />
        <span>
          Réponse obligatoire
          <small>
            {isSensitive
              ? 'Une question sensible reste libre.'
              : typeof element.requiredIf === 'string'
                ? 'Obligatoire selon une réponse : voir l’onglet Parcours.'
                : 'À réserver aux questions sans lesquelles la suite n’a pas de sens.'}
          </small>
        </span>
      </label>
      {rowOf(element)?.holds === 'choices' && <Carried room={room} found={found} />}
      {controls
        .filter(({ part }) => part === 'answer')
        .map((control) => (
          <PropertyControl key={control.property} room={room} path={path} element={element} control={control} />
        ))}
      {controls.some(({ part }) => part === 'special') && (
        <fieldset>
          <legend>
            <b>Réponses à part</b>
          </legend>
          {controls
            .filter(({ part }) => part === 'special')
            .map((control) => (
              <PropertyControl key={control.property} room={room} path={path} element={element} control={control} />
            ))}
        </fieldset>
      )}
      {element.choicesFromParameter !== undefined && (
        <p className="muted">
          Une partie des réponses vient d’un réglage du site
          {(() => {
            const parameter = questionnaire.parameters?.find(({ name }) => name === element.choicesFromParameter)
            return parameter ? `\u202f: «\u202f${parameter.title}\u202f».` : '.'
          })()}
        </p>
      )}
    </section>
  )
}

/** Own answers, or those ticked before at the same place. */
function Carried({ room, found }: { room: DraftRoom; found: Found }) {
  const { element, path, parent } = found
  const places = elementsIn(room.questionnaire.definition)
  const at = places.findIndex((place) => place.element === element)
  const sources = places
    .slice(0, Math.max(0, at))
    .filter(
      (place) =>
        place.element.type === 'checkbox' &&
        place.element.choicesFromQuestion === undefined &&
        (place.parent?.name ?? null) === parent,
    )
  if (sources.length === 0 && element.choicesFromQuestion === undefined) return null
  const take = (source: string) =>
    room.change(`Réponses reprises dans ${named(room.questionnaire, path)}`, (draft) =>
      source === ''
        ? setElement(draft, path, ({ choicesFromQuestion: _, choicesFromQuestionMode: __, ...before }) => ({
            ...before,
            type: before.type as string,
            name: before.name as string,
            choices: [],
          }))
        : setProperty(
            setElement(draft, path, (before) => ({
              ...withProperty(before, 'choices', undefined),
              choicesFromQuestion: source,
              choicesFromQuestionMode: 'selected',
            })),
            path,
            'choicesFromParameter',
            undefined,
          ),
    )
  return (
    <SelectField
      label="Réponses proposées"
      help={
        element.type === 'radiogroup' &&
        element.choicesFromQuestion !== undefined &&
        isCarriedAlone(element) &&
        'Si une seule case a été cochée, la réponse est connue\u202f: la question n’est pas posée.'
      }
      value={typeof element.choicesFromQuestion === 'string' ? element.choicesFromQuestion : ''}
      disabled={room.isReadOnly}
      none="Les siennes"
      choices={sources.map(({ element: { name, title } }) => ({
        value: name,
        text: `Celles cochées à « ${frenchOf(title) || name} »`,
      }))}
      onChange={take}
    />
  )
}
