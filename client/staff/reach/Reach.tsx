/** /gerer/coordonnees: whom to tell that results are public, and who asked to be called back. Each reading is a line of the journal. */
import { useCallback, useState } from 'react'
import type { Received } from '../../../api/wire/contract.ts'
import type { Contracts } from '../../../api/wire/contracts.ts'
import { monthText } from '../../../surveys/days.ts'
import { capital } from '../../../surveys/languages.ts'
import { aboutNearFive } from '../../../surveys/wording/near-five.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, notifyProblem, orNotify } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'

type List = Received<Contracts['GET /api/announcements']>['lists'][number]
type Left = Received<Contracts['GET /api/contacts']>

const whens = { any: 'à toute heure', morning: 'le matin', noon: 'vers midi', evening: 'le soir' } as const

export function Reach() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/announcements'), []))
  return (
    <StaffFrame
      title="Coordonnées"
      lead="Laissées par des personnes qui l’ont voulu, à part des réponses : rien ne les relie. Chaque lecture est notée au journal."
    >
      <Section id="tell-title" title="Prévenir que les résultats sont publics">
        <Loading loaded={loaded} again={again}>
          {({ lists }) =>
            lists.length === 0 ? (
              <p className="calm-line">Personne n’attend d’être prévenu.</p>
            ) : (
              lists.map((list) => <Announcement key={list.slug} list={list} again={again} />)
            )
          }
        </Loading>
      </Section>
      <CallBacks />
    </StaffFrame>
  )
}

/** @param isOpen they are counted one by one; before, to the nearest five */
export const waitingText = (people: number, isOpen: boolean): string =>
  isOpen && people === 1
    ? 'Une personne attend.'
    : `${isOpen ? people : capital(aboutNearFive(people))} personnes attendent.`

function Announcement({ list: { slug, title, people, isOpen }, again }: { list: List; again: () => void }) {
  const [emails, setEmails] = useState<string[] | null>(null)
  const read = () =>
    orNotify(async () => setEmails((await call('GET /api/announcements/:slug', { params: { slug } })).emails))
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => notify('Les adresses sont copiées : collez-les en copie cachée (Cci).'),
      () => notifyProblem('La copie n’a pas marché : sélectionnez les adresses dans le cadre.'),
    )
  const noteInformed = (done: string[]) =>
    orNotify(async () => {
      const { told: gone } = await call('POST /api/announcements/:slug/told', {
        params: { slug },
        body: { emails: done },
      })
      notify(gone === 1 ? 'Une adresse est effacée.' : `${gone} adresses sont effacées.`)
      setEmails(null)
      again()
    })
  const waiting = waitingText(people, isOpen)
  return (
    <article className="stack">
      <h3>{title}</h3>
      {!isOpen ? (
        <p>{waiting} Leurs adresses se liront quand les résultats seront publics.</p>
      ) : emails === null ? (
        <>
          <p>{waiting}</p>
          <p>
            <Button onClick={read}>Lire les adresses (noté au journal)</Button>
          </p>
        </>
      ) : (
        <>
          <ol>
            <li>Copiez les adresses et collez-les en copie cachée (Cci) : personne ne doit voir celles des autres.</li>
            <li>
              Écrivez une phrase, avec le lien <a href={`/resultats/${slug}`}>{`${location.host}/resultats/${slug}`}</a>
              .
            </li>
            <li>Le message est parti ? Effacez les adresses : elles n’ont servi qu’à cela.</li>
          </ol>
          <textarea
            className="field"
            rows={5}
            readOnly
            aria-label={`Adresses à prévenir : ${title}`}
            value={emails.join('; ')}
          />
          <div className="actions">
            <Button onClick={() => copy(emails.join('; '))}>Copier les adresses</Button>
            <Button kind="danger" onClick={() => noteInformed(emails)}>
              C’est fait : effacer ces adresses
            </Button>
          </div>
        </>
      )}
    </article>
  )
}

/** They are asked for, not shown at once. */
function CallBacks() {
  const [left, setLeft] = useState<Left | null>(null)
  const read = () => orNotify(async () => setLeft(await call('GET /api/contacts')))
  return (
    <Section id="call-title" title="Rappeler">
      <p>
        Ces coordonnées arrivent par lots, jusqu’à une semaine après. Celles des jeunes qui veulent participer sont page{' '}
        <a href="/gerer/jeunes">Jeunes</a>. Elles s’effacent d’elles-mêmes au bout des mois réglés ; plus tôt, par la
        liste de la page <a href="/terrain">Terrain</a>.
      </p>
      {left === null ? (
        <p>
          <Button onClick={read}>Lire les coordonnées (noté au journal)</Button>
        </p>
      ) : (
        <>
          <DataTable
            caption="Personnes à rappeler"
            rows={left.contacts.filter(({ wishes }) => wishes.length === 0)}
            empty="Personne pour l’instant."
            columns={[
              { title: 'Nom', isHeading: true, cell: ({ name }) => name || 'sans nom' },
              { title: 'Où joindre', cell: ({ reach }) => reach },
              { title: 'Quand', cell: ({ when }) => whens[when] },
              { title: 'Mois', cell: ({ month }) => monthText(month) },
            ]}
          />
          {left.waiting > 0 && <p className="muted">En attente de leur lot : {left.waiting}.</p>}
        </>
      )}
    </Section>
  )
}
