/** Whose plan and territory this site works for: in brief, part by part, and every version with what it changed. */

import { useCallback } from 'react'
import { Link } from 'wouter'
import type { authority } from '../../../api/wire/public.ts'
import { levelCount, levelWords } from '../../../surveys/authority/levels.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { OutlinesForm } from './OutlinesForm.tsx'
import './authority.css'

const counted = new Intl.NumberFormat('fr-FR')

export function AuthorityHome() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/authority/page'), []))
  return (
    <StaffFrame
      title="Collectivité"
      lead="Le plan, le territoire et les mots que tout le site utilise. Chaque changement est daté, avec sa source."
    >
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <Brief page={page} />
            <Beginning page={page} />
            <DataTable
              caption="Ce que vous pouvez modifier"
              isCaptionShown
              rows={page.tables}
              keyOf={({ name }) => name}
              columns={[
                {
                  title: 'Partie',
                  isHeading: true,
                  cell: ({ name, title, help }) => (
                    <>
                      <Link href={`/gerer/collectivite/${name}`}>{title}</Link>
                      <br />
                      <small className="muted">{help}</small>
                    </>
                  ),
                },
                { title: 'Lignes', isNumber: true, cell: ({ lines }) => lines },
              ]}
            />
            <p className="muted">
              Les zones se décident dans <Link href="/gerer/tables/zones">Tables, Zones du territoire</Link>, le nom
              affiché et les contacts dans <Link href="/gerer/reglages">Réglages</Link>.
            </p>
            <OutlinesForm />
            <Versions history={page.history} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

function Brief({ page }: { page: authority.AuthorityPage }) {
  return (
    <dl className="authority-brief">
      <dt>Collectivité</dt>
      <dd>{page.name}</dd>
      <dt>Plan</dt>
      <dd>
        {page.plan} : {levelCount('axis', page.axes)}, {levelCount('action', page.actions)},{' '}
        {levelCount('objective', page.objectives)}
      </dd>
      <dt>Territoire</dt>
      <dd>
        {page.communes} communes, {counted.format(page.inhabitants)} habitants
        <br />
        <small className="muted">{page.source}</small>
      </dd>
    </dl>
  )
}

/** While nobody has answered: what is still missing, and the way to another authority. */
function Beginning({ page: { isFresh, objectives, hasZones, hasLinks } }: { page: authority.AuthorityPage }) {
  const missing = [
    objectives === 0 && {
      text: `collez les ${levelWords('objective').several} du plan`,
      link: '/gerer/collectivite/plan',
      name: 'Plan d’actions',
    },
    !hasZones && isFresh && { text: 'rangez les communes par zone', link: '/gerer/tables/zones', name: 'Zones' },
    !hasLinks && {
      text: 'reliez les questionnaires fournis au plan',
      link: '/gerer/collectivite/liens',
      name: 'Liens',
    },
  ].filter((one) => one !== false)
  return (
    <>
      {missing.length > 0 && (
        <div className="notice" data-kind="warm">
          <p>Il reste à faire, dans l’ordre :</p>
          <ol className="authority-changes">
            {missing.map(({ text, link, name }) => (
              <li key={link}>
                {text} : <Link href={link}>{name}</Link>
              </li>
            ))}
          </ol>
        </div>
      )}
      {isFresh && (
        <p className="notice">
          Pour ouvrir un premier questionnaire : le contact, le délégué et l’adresse publique dans{' '}
          <Link href="/gerer/reglages">Réglages</Link>, une deuxième personne dans{' '}
          <Link href="/gerer/comptes">Équipe</Link>, puis <Link href="/gerer/questionnaires">Questionnaires</Link>.
        </p>
      )}
      {isFresh && (
        <p className="notice">
          Ce n’est pas votre collectivité ? Tant que personne n’a répondu,{' '}
          <Link href="/gerer/collectivite/autre">choisissez-en une autre par son numéro SIREN</Link>.
        </p>
      )}
    </>
  )
}

export function Versions({ history }: { history: authority.AuthorityPage['history'] }) {
  return (
    <section className="section">
      <h2>Versions</h2>
      {history.length === 0 && (
        <p className="empty">Rien n’a encore changé : c’est la collectivité fournie avec le site qui est en vigueur.</p>
      )}
      {history.map(({ number, date, source, changes, savedAt, savedBy }) => (
        <details key={number} className="notice">
          <summary>
            Version {number}, en vigueur depuis le {dayText(date)} : {source}
          </summary>
          <ul className="authority-changes">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          <p className="muted small">
            Enregistrée le {momentText(savedAt)} par {savedBy}.
          </p>
        </details>
      ))}
    </section>
  )
}
