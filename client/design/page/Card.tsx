/** One element on the page: drawn as people will see it, or open to be written. */
import { useEffect, useRef } from 'react'
import { stepOf } from '../../../surveys/edit/elements.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { isBegun } from './begun.ts'
import { Drawn } from './Drawn.tsx'
import type { CardProps } from './tools.ts'
import { typeTitle } from './types.ts'
import { Written } from './Written.tsx'

export function Card(props: CardProps) {
  const { room, found, everything, numbers, selection, select, deeds, remove, keep } = props
  const { path, element } = found
  const isChosen = selection.path === path
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const own = box.current
    // one higher than the screen begins with its title
    if (isChosen && own) own.scrollIntoView({ block: own.offsetHeight > innerHeight ? 'start' : 'nearest' })
  }, [isChosen])
  const inside = everything.filter(({ holder }) => holder.kind === 'group' && holder.path === path)
  const isGroup = element.type === 'panel' || element.type === 'paneldynamic'
  const number = numbers.get(path)
  const name = `${number ? `Question ${number}` : typeTitle(element)}\u202f: ${frenchOf(element.title) || 'sans titre'}`
  const isFault = !isBegun(found, selection.path) && room.review.toFix.some((finding) => finding.path === path)
  return (
    <article className="card-edit" ref={box} data-chosen={isChosen || undefined} aria-label={name}>
      <div className="card-bar">
        <p>
          {number && <b>{number}</b>} {typeTitle(element)}
          {element.isRequired === true && ' · obligatoire'}
          {element.essential === true && ' · essentielle'}
          {typeof element.visibleIf === 'string' && element.visibleIf !== '' && ' · sous condition'}
          {element.sensitivity === 'sensitive' && ' · sensible'}
          {/* its room is kept while it is written: a button that moved under the finger would not be pressed */}
          {(isFault || isChosen) && (
            <span className="card-fault" data-absent={!isFault || undefined}>
              {' '}
              · à corriger
            </span>
          )}
        </p>
        {isChosen && !room.isReadOnly && (
          <div className="card-tools">
            <button
              type="button"
              disabled={stepOf(room.questionnaire, path, -1) === null}
              onClick={() => deeds.step(path, -1)}
            >
              Monter
            </button>
            <button
              type="button"
              disabled={stepOf(room.questionnaire, path, 1) === null}
              onClick={() => deeds.step(path, 1)}
            >
              Descendre
            </button>
            <button type="button" onClick={() => deeds.copy(path)}>
              Dupliquer
            </button>
            <button type="button" onClick={() => keep(path)}>
              Mettre en bibliothèque
            </button>
            <button type="button" onClick={() => remove({ kind: 'element', path })}>
              Supprimer
            </button>
          </div>
        )}
      </div>
      {isChosen ? (
        <Written {...props} />
      ) : (
        <div className="card-drawn">
          <Drawn questionnaire={room.questionnaire} found={found} />
          <button type="button" className="card-choose" onClick={() => select(path)}>
            <span className="visually-hidden">
              {room.isReadOnly ? 'Voir' : 'Modifier'} : {name}
            </span>
          </button>
        </div>
      )}
      {isGroup && (
        <div className="card-inside">
          {inside.map((child) => (
            <Card key={props.identity.of(child.path)} {...props} found={child} />
          ))}
          {inside.length === 0 && <p className="muted">Aucune question ici pour le moment.</p>}
          {!room.isReadOnly && (
            <Button kind="quiet" onClick={() => props.add({ holder: { kind: 'group', path }, at: inside.length })}>
              Ajouter une question dans {element.type === 'panel' ? 'ce groupe' : 'cette fiche'}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}
