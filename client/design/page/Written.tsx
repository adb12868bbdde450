/** The chosen element, written where it stands: title, help, answers. */

import { codeFrom, freeCode, isProvisional, takenCodes } from '../../../surveys/edit/codes.ts'
import { findElement } from '../../../surveys/edit/places.ts'
import { renameElement } from '../../../surveys/edit/rename.ts'
import { setTexts } from '../../../surveys/edit/texts.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { rowOf } from '../../../surveys/types/catalogue.ts'
import { asWritten } from '../draft/as-written.ts'
import { named, quoted } from '../draft/named.ts'
import { Drawn } from './Drawn.tsx'
import { EditChoices } from './EditChoices.tsx'
import { EditText } from './EditText.tsx'
import type { CardProps } from './tools.ts'

export function Written({ room, found, deeds, select, identity }: CardProps) {
  const { path, element } = found
  const write = (property: 'title' | 'description', words: string) =>
    room.change(
      property === 'title' ? titleStep(words) : `Aide de ${named(room.questionnaire, path)}`,
      (draft) => {
        const here = findElement(draft, path)
        return here ? setTexts(draft, [{ at: [...here.at, property], language: 'fr', words }]) : draft
      },
      { as: placeOf(property) },
    )
  const placeOf = (property: string) => `${path}:${property}`
  const titleStep = (words: string) =>
    `Titre de ${words.trim() === '' ? named(room.questionnaire, path) : quoted(words)}`
  /** A code nobody chose follows the title, and is undone with it. */
  function settle() {
    if (room.isReadOnly || !isProvisional(element.name)) return
    const code = codeFrom(frenchOf(element.title))
    if (code === '') return
    const next = renameElement(room.questionnaire, path, freeCode(code, takenCodes(room.questionnaire)))
    identity.renamed(path, next.path)
    room.renamed(path, next.path)
    room.change(titleStep(frenchOf(element.title)), () => next.questionnaire, { as: placeOf('title'), isPart: true })
    select(next.path)
  }
  const isText = element.type === 'information'
  const isTaken = typeof element.choicesFromQuestion === 'string'
  const isList = rowOf(element)?.holds === 'choices' && !isTaken
  const isMatrix = rowOf(element)?.holds === 'grid'
  return (
    <div className="written">
      <EditText
        label={isText ? 'Titre du texte' : 'Titre de la question'}
        className="question-title"
        value={asWritten(element.title)}
        placeholder={isText ? 'Écrire le titre' : 'Écrire la question'}
        isOneLine
        isReadOnly={room.isReadOnly}
        autoFocus={frenchOf(element.title) === ''}
        onChange={(words) => write('title', words)}
        onLeave={settle}
      />
      {(!room.isReadOnly || frenchOf(element.description) !== '') && (
        <EditText
          label={isText ? 'Texte à lire' : 'Aide sous la question'}
          className={isText ? 'question-text' : 'question-help'}
          value={asWritten(element.description)}
          placeholder={isText ? 'Écrire les phrases à lire' : 'Aide sous la question (facultatif)'}
          isReadOnly={room.isReadOnly}
          onChange={(words) => write('description', words)}
        />
      )}
      {isList && <EditChoices room={room} found={found} list="choices" say={deeds.say} />}
      {isMatrix && (
        <>
          <EditChoices room={room} found={found} list="rows" say={deeds.say} />
          {Object.hasOwn(rowOf(element)!.properties, 'columns') && (
            <EditChoices room={room} found={found} list="columns" say={deeds.say} />
          )}
        </>
      )}
      {isList && <Aside room={room} found={found} />}
      {!isList && !isMatrix && <Drawn questionnaire={room.questionnaire} found={found} isBodyOnly />}
    </div>
  )
}

/** Answers that are set rather than written: from a parameter, « autre », « je ne sais pas »… */
function Aside({ room, found: { element } }: Pick<CardProps, 'room' | 'found'>) {
  const parameter = room.questionnaire.parameters?.find(({ name }) => name === element.choicesFromParameter)
  const set = [
    [element.showOtherItem, asWritten(element.otherText) || 'Autre, préciser'],
    [element.showNoneItem, asWritten(element.noneText) || 'Aucun'],
    [element.showRefuseItem, asWritten(element.refuseText) || 'Je préfère ne pas répondre'],
    [element.showDontKnowItem, asWritten(element.dontKnowText) || 'Je ne sais pas'],
  ].filter(([isShown]) => isShown === true)
  if (set.length === 0 && !parameter) return null
  return (
    <>
      {parameter && (
        <p className="written-parameter">
          Avant celles-ci, les réponses du réglage « {parameter.title} », remplies à l’ouverture.
        </p>
      )}
      <ul className="written-aside">
        {set.map(([, text]) => (
          <li key={String(text)}>
            <span className="edit-mark" data-type={element.type} aria-hidden="true" />
            {String(text)}
          </li>
        ))}
      </ul>
    </>
  )
}
