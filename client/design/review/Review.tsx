/** The review: what was asked and by whom, old and new side by side, and the answer of a second person. */
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { design } from '../../../api/wire/public.ts'
import { numbersOf } from '../../../surveys/edit/elements.ts'
import { pagesOf } from '../../../surveys/edit/places.ts'
import { countToCheck } from '../../../surveys/edit/translated-from.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Refusal } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { TextAreaField } from '../../parts/staff/Field.tsx'
import { useMe } from '../../parts/staff/me.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { requestHash, tabHref } from '../addresses.ts'
import { Changes } from '../changes/Changes.tsx'
import { useDeed } from '../draft/useAction.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { Asked } from './Asked.tsx'

export function Review({ room, draft }: { room: DraftRoom; draft: design.Draft }) {
  const { published, slug, me, revision } = room
  const { askedBy, opening } = draft
  const isPublisher = useMe()?.account?.roles.includes('publisher') ?? false
  const isMine = askedBy?.login === me.login
  const [isReturning, setIsReturning] = useState(false)
  const [isApproving, setIsApproving] = useState(false)
  const [text, setText] = useState('')
  const [isBusy, act] = useDeed(room)
  const heading = useRef<HTMLHeadingElement>(null)
  // whoever comes to answer lands on the request, not at the top of the page
  useEffect(() => {
    if (location.hash === requestHash) heading.current?.focus()
  }, [])
  const next = (published?.version ?? 0) + 1
  const toCheck = countToCheck(room.questionnaire)
  const waiting = draft.comments.filter(({ settled }) => !settled).length
  const approve = async () => {
    setIsApproving(false)
    const say = async () => {
      await call('POST /api/design/:slug/approve', { params: { slug }, body: { revision } })
      room.reload()
    }
    await act({ do: say, done: `La version ${next} est approuvée.` })
  }
  const giveBack = async () => {
    const say = async () => {
      await call('POST /api/design/:slug/return', { params: { slug }, body: { text: text.trim() } })
      room.reload()
    }
    await act({ do: say, done: 'Le questionnaire est renvoyé avec votre remarque.' })
  }
  const takeBack = async () => {
    let said = 'La demande est retirée : le brouillon peut de nouveau changer.'
    const say = async () => {
      try {
        await call('POST /api/design/:slug/unask', { params: { slug }, body: {} })
      } catch (error) {
        if (!(error instanceof Refusal && ['not-in-review', 'draft-unknown'].includes(error.code))) throw error
        said = answered(await call('GET /api/design/:slug', { params: { slug } }), askedBy?.at ?? '')
      }
      room.reload()
    }
    await act({ do: say, done: () => said })
  }
  return (
    <section className="review-decision" aria-labelledby="review-decision">
      <h2 id="review-decision" ref={heading} tabIndex={-1}>
        {askedText(isMine ? null : (askedBy?.name ?? 'Une personne'), opening)}
      </h2>
      <p>
        {askedBy && `${momentText(askedBy.at)}. `}
        {openingText(opening, published !== null, next)}{' '}
        {draft.updatedBy !== askedBy?.login && `Derniers mots du brouillon : ${draft.updatedByName}. `}
        {isMine
          ? 'Une autre personne, avec le droit « Approbation », doit lire et approuver.'
          : isPublisher
            ? ''
            : 'Seule une personne qui a le droit « Approbation » peut approuver.'}
      </p>
      {published === null ? (
        <>
          <h3>Ce que les habitants liront</h3>
          <p>{contentsText(room.questionnaire)}</p>
          <Asked questionnaire={materialise(room.questionnaire, room.filled)} />
        </>
      ) : (
        <>
          <h3>Ce qui change</h3>
          <Changes
            before={published.questionnaire}
            after={room.questionnaire}
            titles={[`Version ${published.version}`, `Version ${next}`]}
          />
        </>
      )}
      {!isMine && isPublisher && (
        <div className="actions">
          <Button kind="main" disabled={isBusy} onClick={() => setIsApproving(true)}>
            Approuver…
          </Button>
          <Button disabled={isBusy} onClick={() => setIsReturning(true)}>
            Renvoyer avec une remarque
          </Button>
          <Link className="button" href={tabHref(slug, 'apercu')}>
            Voir l’aperçu
          </Link>
        </div>
      )}
      {(isMine || !isPublisher) && (
        <div className="review-back">
          <p id="review-back" className="muted">
            Pour changer un mot : retirer la demande rouvre le brouillon. Rien n’est perdu ; la relecture sera à
            demander de nouveau.
          </p>
          <Button kind="quiet" aria-describedby="review-back" disabled={isBusy} onClick={() => void takeBack()}>
            Retirer la demande et reprendre le brouillon
          </Button>
        </div>
      )}
      <Dialog
        isOpen={isApproving}
        title="Approuver ce questionnaire ?"
        closeText="Pas encore"
        onClose={() => setIsApproving(false)}
        actions={<DialogButton onPress={() => void approve()}>Approuver la version {next}</DialogButton>}
      >
        <ul>
          <li>{openingText(opening, published !== null, next)}</li>
          <li>Une version approuvée ne change plus : pour corriger un mot, il faudra la version suivante.</li>
          {toCheck > 0 && (
            <li>
              {toCheck > 1 ? `${toCheck} textes traduits sont` : 'Un texte traduit est'} à vérifier : le français a
              changé depuis.
            </li>
          )}
          {waiting > 0 && (
            <li>
              {waiting} {waiting > 1 ? 'remarques ne sont pas réglées' : 'remarque n’est pas réglée'}.
            </li>
          )}
        </ul>
      </Dialog>
      <Dialog
        isOpen={isReturning}
        title="Renvoyer avec une remarque"
        closeText="Annuler"
        onClose={() => setIsReturning(false)}
        actions={
          <DialogButton isDisabled={isBusy || text.trim() === ''} onPress={() => void giveBack()}>
            Renvoyer
          </DialogButton>
        }
      >
        <TextAreaField
          label="Ce qu’il faut revoir"
          help="La personne qui a fait la demande le lira ici, parmi les remarques."
          rows={4}
          maxLength={2000}
          value={text}
          onChange={setText}
        />
      </Dialog>
    </section>
  )
}

/** « 4 questions sur 1 page », and what having no indicator means. */
function contentsText(questionnaire: Questionnaire): string {
  const many = (count: number, one: string) => `${count} ${one}${count > 1 ? 's' : ''}`
  const { size } = numbersOf(questionnaire)
  const { indicators } = questionnaire
  const contents = `${many(size, 'question')} sur ${many(pagesOf(questionnaire).length, 'page')}`
  return indicators.length > 0
    ? `${contents} ; ${many(indicators.length, 'indicateur')} : autant de résultats sous les objectifs du plan.`
    : `${contents}, sans indicateur : aucun résultat ne se rangera sous les objectifs du plan. Les réponses se liront question par question.`
}

/** What became of a request meanwhile. @param at when it was made */
function answered({ draft, published }: design.DesignRoom, at: string): string {
  if (draft === null)
    return `La version ${published?.version} est déjà approuvée\u202f: il n’y a plus de demande à retirer.`
  const back = draft.comments.findLast((one) => one.isReturn && one.at >= at)
  return back
    ? `${back.byName} vient de renvoyer le questionnaire avec une remarque\u202f: le brouillon peut de nouveau changer.`
    : 'La demande était déjà retirée\u202f: le brouillon peut de nouveau changer.'
}

/** @param who null = oneself */
function askedText(who: string | null, opening: design.Opening | null): string {
  const what = opening?.as === 'open' ? 'l’ouverture' : 'la relecture'
  return who === null ? `Vous avez demandé ${what}` : `${who} demande ${what}`
}

function openingText(opening: design.Opening | null, isPublished: boolean, next: number): string {
  if (isPublished || opening === null) return `La version ${next} remplacera celle que les habitants voient.`
  return opening.as === 'open'
    ? `Ouvert pour de bon${opening.closesAt ? `, jusqu’au ${dayText(opening.closesAt)}` : ''}.`
    : 'À l’essai : les réponses d’essai seront effacées à l’ouverture.'
}
