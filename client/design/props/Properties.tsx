/** What can be set on what is chosen, in sections; the issues of the review come first. */

import { Link } from 'wouter'
import { type Found, pagesOf } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { isAt } from '../../../surveys/review/issue.ts'
import { isAsked } from '../../../surveys/types/catalogue.ts'
import { previewHref } from '../addresses.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import type { Selection } from '../page/selection.ts'
import { typeTitle } from '../page/types.ts'
import type { Identity } from '../page/useIdentity.ts'
import { Answers } from './Answers.tsx'
import { Code } from './Code.tsx'
import { controlsOf } from './controls.ts'
import { EssentialQuestion } from './Essential.tsx'
import { PageProperties } from './PageProperties.tsx'
import { PropertyControl } from './PropertyControl.tsx'
import { Purpose } from './Purpose.tsx'
import { Sensitivity } from './Sensitivity.tsx'
import { Shows } from './Shows.tsx'

type Props = {
  room: DraftRoom
  selection: Selection
  found: Found | null
  select: (name: string) => void
  identity: Identity
  /** Where the settings take the place of the page: the way back to it. */
  onBack: () => void
}

export function Properties({ room, selection, found, select, identity, onBack }: Props) {
  const path = found?.path ?? selection.page
  return (
    <aside className="properties" aria-label={found ? 'Réglages de la question' : 'Réglages de la page'}>
      {path !== '' && (
        <button type="button" className="button properties-back" onClick={onBack}>
          {found ? 'Revenir à la question' : 'Revenir à la page'}
        </button>
      )}
      <h2>
        {found ? frenchOf(found.element.title).replaceAll('**', '') || 'Sans titre' : pageTitle(room, selection.page)}
        {found && <small> {typeTitle(found.element)}</small>}
      </h2>
      {path !== '' && (
        <Link href={previewHref(room.slug, path)}>
          {found ? 'Voir cette question' : 'Voir cette page'} dans l’aperçu
        </Link>
      )}
      <Findings room={room} path={path} />
      {found === null ? (
        selection.page !== '' && <PageProperties key={path} room={room} name={selection.page} />
      ) : (
        <ElementProperties key={identity.of(path)} room={room} found={found} select={select} identity={identity} />
      )}
    </aside>
  )
}

/** « Page 2 · Vos trajets ». */
function pageTitle({ questionnaire }: DraftRoom, name: string): string {
  const pages = pagesOf(questionnaire)
  const at = pages.findIndex((page) => page.name === name)
  const title = frenchOf(pages[at]?.title)
  return at === -1 ? 'La page' : `Page ${at + 1}${title === '' ? '' : ` · ${title}`}`
}

type OneProps = Pick<Props, 'room' | 'select' | 'identity'> & { found: Found }

function ElementProperties({ room, found, select, identity }: OneProps) {
  const { element, path } = found
  const asks = isAsked(element)
  const look = controlsOf(element).filter(({ part }) => part === 'look')
  return (
    <>
      {asks && <Answers room={room} found={found} />}
      {asks && <Purpose room={room} found={found} />}
      {asks && <Sensitivity room={room} found={found} />}
      {asks && <EssentialQuestion room={room} found={found} />}
      <Shows room={room} path={path} condition={element.visibleIf} parent={found.parent} />
      {look.length > 0 && (
        <details>
          <summary>Présentation et messages</summary>
          {look.map((control) => (
            <PropertyControl key={control.property} room={room} path={path} element={element} control={control} />
          ))}
        </details>
      )}
      <Code room={room} found={found} select={select} identity={identity} />
    </>
  )
}

function Findings({ room, path }: { room: DraftRoom; path: string }) {
  const { toFix, toCheck } = room.review
  const own = [...toFix, ...toCheck].filter((finding) => isAt(finding, path))
  if (own.length === 0) return null
  return (
    <ul className="findings" aria-label="À corriger ou à vérifier ici">
      {own.map(({ code, message, level }) => (
        <li key={`${code}-${message}`} data-level={level}>
          {message}
        </li>
      ))}
    </ul>
  )
}
