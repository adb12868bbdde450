/** /gerer/jeunes: the ideas to read, the wall, who offers to take part, the kit of the workshop. */
import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import type { young } from '../../../api/wire/public.ts'
import { wishTexts } from '../../../surveys/answers/taking-part.ts'
import { monthText } from '../../../surveys/days.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { useMe } from '../../parts/staff/me.ts'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, orNotify } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'
import './young.css'
import { Button } from '../../parts/forms/Button.tsx'
import { Failure } from '../../parts/staff/Field.tsx'

type Act = (work: () => Promise<unknown>, said: string) => Promise<void>

export function Young() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/young'), []))
  const me = useMe()
  const act: Act = async (work, said) => {
    await orNotify(async () => {
      await work()
      notify(said)
    })
    again()
  }
  return (
    <StaffFrame
      title="Avec les jeunes"
      lead="Leurs idées, lues avant d’être montrées ; celles et ceux qui veulent participer ; l’atelier de lecture."
    >
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <Opening page={page} act={act} />
            <ToRead page={page} act={act} />
            <Wall page={page} act={act} />
            {me?.account?.roles.includes('admin') && <Willing />}
            <Kit />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

type Props = { page: young.YoungPage; act: Act }

function Opening({ page: { isOpen, canOpen }, act }: Props) {
  const change = () =>
    act(
      () => call('POST /api/young', { body: { isOpen: !isOpen } }),
      isOpen ? 'Le mur et les inscriptions sont fermés.' : 'Le mur et les inscriptions sont ouverts.',
    )
  return (
    <div className="notice stack" data-kind={isOpen ? undefined : 'warm'}>
      <p>
        {isOpen ? (
          <>
            Les jeunes écrivent des idées et proposent leur aide à l’adresse <a href="/participer">/participer</a>. Le
            mur est à l’adresse <a href="/idees">/idees</a>.
          </>
        ) : (
          'Rien n’est ouvert. Avant d’ouvrir, dites qui lira les idées chaque semaine : il faut le droit « Vigilance ».'
        )}
      </p>
      {canOpen && (
        <p>
          <Button onClick={change}>
            {isOpen ? 'Fermer le mur et les inscriptions' : 'Ouvrir le mur et les inscriptions'}
          </Button>
        </p>
      )}
    </div>
  )
}

function ToRead({ page: { waiting, canRead, toRead }, act }: Props) {
  return (
    <Section id="read-title" title="À lire">
      {waiting === 0 ? (
        <p className="muted">Aucune idée n’attend.</p>
      ) : canRead ? (
        <ul className="young-ideas">
          {toRead.map(({ id, text, month, concerns }) => (
            <li key={id}>
              <blockquote>{text}</blockquote>
              <p className="muted small">{monthText(month)}</p>
              {concerns.length > 0 && (
                <p className="notice" data-kind="warm">
                  Ce texte peut parler de : {concerns.join(', ').toLowerCase()}. Un enfant semble en danger ? 119, ou la
                  CRIP.
                </p>
              )}
              <div className="actions">
                <Button
                  kind="main"
                  onClick={() =>
                    void act(
                      () => call('POST /api/young/ideas/:idea', { params: { idea: id } }),
                      'L’idée est sur le mur.',
                    )
                  }
                >
                  Mettre sur le mur
                </Button>
                <Button
                  kind="danger"
                  onClick={() =>
                    void act(
                      () => call('DELETE /api/young/ideas/:idea', { params: { idea: id } }),
                      'L’idée est effacée.',
                    )
                  }
                >
                  Refuser et effacer
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {waiting === 1 ? 'Une idée attend' : `${waiting} idées attendent`} : une personne qui a le droit « Vigilance »
          les lit.
        </p>
      )}
      <p className="muted">
        Les noms sont masqués avant l’enregistrement. Refusez ce qui désigne ou blesse quelqu’un ; une idée qui dérange
        reste une idée.
      </p>
    </Section>
  )
}

function Wall({ page: { shown, canRead }, act }: Props) {
  return (
    <Section id="wall-title" title="Sur le mur">
      <DataTable
        caption="Idées du mur"
        rows={shown}
        empty="Le mur est vide."
        columns={[
          { title: 'Idée', isHeading: true, cell: ({ text }) => text },
          { title: 'Mois', cell: ({ month }) => monthText(month) },
          ...(canRead
            ? [
                {
                  title: 'Retirer',
                  cell: ({ id, text }: young.YoungPage['shown'][number]) => (
                    <button
                      type="button"
                      className="link"
                      aria-label={`Retirer du mur : ${text}`}
                      onClick={() =>
                        void act(
                          () => call('DELETE /api/young/ideas/:idea', { params: { idea: id } }),
                          'L’idée est retirée et effacée.',
                        )
                      }
                    >
                      Retirer
                    </button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

/** Each reading of coordinates is written in the journal: they are asked for, not shown at once. */
function Willing() {
  const [contacts, setContacts] = useState<Awaited<ReturnType<typeof read>> | null>(null)
  const [failure, setFailure] = useState('')
  const open = () =>
    read().then(setContacts, (error) => {
      setFailure(sentenceOf(error))
    })
  return (
    <Section id="willing-title" title="Celles et ceux qui veulent participer">
      <p>
        Ils ont 15 ans ou plus : avant, aucune coordonnée n’est prise. Elles arrivent par lots, jusqu’à une semaine
        après, pour que rien ne les relie à une réponse.
      </p>
      {contacts === null ? (
        <p>
          <Button onClick={() => void open()}>Lire les coordonnées (noté au journal)</Button>
        </p>
      ) : (
        <>
          <DataTable
            caption="Coordonnées laissées"
            rows={contacts.contacts.filter(({ wishes }) => wishes.length > 0)}
            empty="Personne pour l’instant."
            columns={[
              { title: 'Prénom ou nom', isHeading: true, cell: ({ name }) => name || 'sans nom' },
              { title: 'Où joindre', cell: ({ reach }) => reach },
              { title: 'Pour', cell: ({ wishes }) => wishes.map((wish) => wishTexts[wish]).join(', ') },
              { title: 'Mois', cell: ({ month }) => monthText(month) },
            ]}
          />
          {contacts.waiting > 0 && <p className="muted">En attente de leur lot : {contacts.waiting}.</p>}
        </>
      )}
      <Failure text={failure} />
    </Section>
  )
}

const read = () => call('GET /api/contacts')

const Kit = () => (
  <Section id="kit-title" title="Lire les résultats avec eux">
    <ul>
      <li>
        L’atelier de lecture (huit jeunes, 90 minutes, cartes à découper) est parmi les documents de chaque publication
        : <Link href="/analyse">Résultats</Link>, puis « atelier-de-lecture.pdf ».
      </li>
      <li>
        Leurs résultats, dans leurs mots : <a href="/resultats/jeunes">/resultats/jeunes</a>.
      </li>
      <li>
        Les ambassadeurs d’un conseil de jeunes ont leur propre lien, page <Link href="/terrain">Terrain</Link> : on
        voit combien de réponses viennent par eux.
      </li>
    </ul>
  </Section>
)
