/** The page as people will see it; each question is chosen by touching it, and written in its place. */

import { numbersOf } from '../../../surveys/edit/elements.ts'
import { allElements, pageAddress, pagesOf } from '../../../surveys/edit/places.ts'
import { setTexts } from '../../../surveys/edit/texts.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { asWritten } from '../draft/as-written.ts'
import { Card } from './Card.tsx'
import { EditText } from './EditText.tsx'
import { afterSelection } from './Outline.tsx'
import type { Tools } from './tools.ts'

export function PageCanvas(tools: Tools) {
  const { room, selection, deeds, add, remove } = tools
  const { questionnaire, isReadOnly } = room
  const pages = pagesOf(questionnaire)
  const at = pages.findIndex(({ name }) => name === selection.page)
  const page = pages[at]
  if (page === undefined) return null
  const numbers = numbersOf(questionnaire)
  const everything = allElements(questionnaire)
  const own = everything.filter(({ holder }) => holder.kind === 'page' && holder.path === page.name)
  const write = (property: 'title' | 'description', words: string) =>
    room.change(property === 'title' ? 'Titre de la page' : 'Texte de la page', (draft) => {
      const address = pageAddress(draft, page.name)
      return address ? setTexts(draft, [{ at: [...address, property], language: 'fr', words }]) : draft
    })
  return (
    <section className="page-canvas" aria-label={`Page ${at + 1}, comme les gens la verront`}>
      {deeds.broken.length > 0 && (
        <div className="notice" data-kind="warm" role="alert">
          <p>Ce déplacement laisse une question sans celle dont elle dépend :</p>
          <ul>
            {deeds.broken.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className="actions">
            <Button
              onClick={() => {
                room.undo()
                deeds.forgetBroken()
              }}
            >
              Annuler le déplacement
            </Button>
            <Button kind="quiet" onClick={deeds.forgetBroken}>
              Le garder
            </Button>
          </div>
        </div>
      )}
      <header className="page-canvas-head" data-chosen={selection.path === null || undefined}>
        <div className="page-canvas-bar">
          <p>
            Page {at + 1} sur {pages.length}
            {page.optionalPart === true && ' · partie facultative'}
            {page.essential === true && ' · essentielle'}
            {typeof page.visibleIf === 'string' && page.visibleIf !== '' && ' · sous condition'}
          </p>
          {!isReadOnly && (
            <div className="card-tools">
              <button type="button" onClick={() => tools.select(page.name)}>
                Régler la page
              </button>
              <button type="button" disabled={at === 0} onClick={() => deeds.stepPage(page.name, -1)}>
                Monter<span className="visually-hidden"> la page</span>
              </button>
              <button type="button" disabled={at === pages.length - 1} onClick={() => deeds.stepPage(page.name, 1)}>
                Descendre<span className="visually-hidden"> la page</span>
              </button>
              <button type="button" onClick={() => deeds.copyPage(page.name)}>
                Dupliquer<span className="visually-hidden"> la page</span>
              </button>
              <button type="button" onClick={() => remove({ kind: 'page', path: page.name })}>
                Supprimer<span className="visually-hidden"> la page</span>
              </button>
            </div>
          )}
        </div>
        <EditText
          label="Titre de la page"
          className="screen-page"
          value={asWritten(page.title)}
          placeholder="Titre de la page"
          isOneLine
          isReadOnly={isReadOnly}
          onChange={(words) => write('title', words)}
        />
        {(frenchOf(page.description) !== '' || (selection.path === null && !isReadOnly)) && (
          <EditText
            label="Texte sous le titre de la page"
            value={asWritten(page.description)}
            placeholder="Texte sous le titre (facultatif)"
            isReadOnly={isReadOnly}
            onChange={(words) => write('description', words)}
          />
        )}
      </header>
      {own.map((found) => (
        <Card key={tools.identity.of(found.path)} {...tools} found={found} everything={everything} numbers={numbers} />
      ))}
      {own.length === 0 && <p className="muted">Cette page est vide.</p>}
      {!isReadOnly && (
        <button
          type="button"
          className="button page-canvas-add"
          onClick={() => add(afterSelection(everything, selection))}
        >
          Ajouter une question
        </button>
      )}
    </section>
  )
}
