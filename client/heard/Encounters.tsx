/** What was heard so far: counted as what it is, quotes that may be read, encounters one by one. */

import { useCallback } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { heard } from '../../api/wire/public.ts'
import { levelHeading, levelNumbers, levelSaid, levelWords } from '../../surveys/authority/levels.ts'
import { shortTitles } from '../../surveys/authority/plan.ts'
import { consentScopes, encounterKinds, textOf } from '../../surveys/heard/encounter.ts'
import { Loading } from '../parts/Loading.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { dayText } from '../parts/staff/dates.ts'
import { Section } from '../parts/staff/Section.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { GuideLinks } from './GuideLinks.tsx'
import { HeardFrame, useListens } from './HeardFrame.tsx'

export function Encounters() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/heard'), []))
  const [search] = useSearchParams()
  const isListener = useListens()
  const wanted = Number(search.get('objectif')) || null
  return (
    <HeardFrame
      title="Écoute"
      lead="Entretiens, groupes, marches avec des jeunes, réunions : des voix, pas une mesure."
      isWide
      note={{ href: '/ecoute/nouvelle', text: 'Noter une rencontre' }}
    >
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            {page.waiting > 0 && (
              <p className="notice">
                {page.waiting === 1 ? 'Une citation attend' : `${page.waiting} citations attendent`} la lecture d’une
                seconde personne. <Link href="/ecoute/citations">Relire</Link>
              </p>
            )}
            {wanted !== null && (
              <p className="notice">
                Vous lisez {levelSaid('the', 'objective')} {wanted}, {shortTitles()[wanted]?.toLowerCase()}.{' '}
                <Link href="/ecoute">Tout montrer</Link>
              </p>
            )}
            <Shown page={page} wanted={wanted} isListener={isListener} />
            <Guides />
            <Withdrawn page={page} />
          </>
        )}
      </Loading>
    </HeardFrame>
  )
}

type ShownProps = { page: heard.HeardPage; wanted: number | null; isListener: boolean }

function Shown({ page, wanted, isListener }: ShownProps) {
  const isWanted = ({ objectives }: { objectives: readonly number[] }) => wanted === null || objectives.includes(wanted)
  const quotes = page.quotes.filter(isWanted)
  const encounters = page.encounters.filter(isWanted)
  const themes = page.themes
    .map(({ id, title }) => ({ title, count: quotes.filter((quote) => quote.themes.includes(id)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  if (page.encounters.length === 0)
    return (
      <p className="empty">
        Rien n’est encore noté. Imprimez un guide ci-dessous, écoutez quelqu’un, puis notez la rencontre : elle
        apparaîtra sous les {levelWords('objective').several} du choix.
      </p>
    )
  return (
    <>
      {wanted === null && (
        <p className="statement">
          {page.counted}, {page.people} {page.people === 1 ? 'personne écoutée' : 'personnes écoutées'}.
        </p>
      )}
      <Section id="quotes-title" title="Citations relues">
        {quotes.length === 0 ? (
          <p className="muted">
            Aucune citation ne peut encore être montrée : il faut l’accord des personnes, et la lecture d’une seconde
            personne de l’équipe.
          </p>
        ) : (
          <>
            {themes.length > 0 && (
              <p className="muted">
                Thèmes : {themes.map(({ title, count }) => `${title.toLowerCase()} (${count})`).join(', ')}.
              </p>
            )}
            <ul className="quotes">
              {quotes.map((quote) => (
                <li key={`${quote.day}${quote.text}`}>
                  <blockquote>« {quote.text} »</blockquote>
                  <p className="muted">
                    {quote.who} · {dayText(quote.day)} · {levelNumbers('objective', quote.objectives)}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      <Section id="list-title" title="Rencontres">
        <DataTable
          caption="Rencontres, la dernière d’abord"
          rows={encounters}
          empty={`Aucune rencontre ne porte sur ${levelSaid('this', 'objective')}.`}
          columns={[
            {
              title: 'Rencontre',
              isHeading: true,
              cell: ({ id, kind, day }) => {
                const text = `${textOf(encounterKinds, kind)}, ${dayText(day)}`
                return isListener ? <Link href={`/ecoute/rencontre/${id}`}>{text}</Link> : text
              },
            },
            { title: 'Où', cell: ({ zone }) => zone || 'Tout le territoire' },
            { title: 'Personnes', isNumber: true, cell: ({ people }) => people },
            { title: levelHeading('objective', 2), cell: ({ objectives }) => objectives.join(', ') },
            { title: 'Accord', cell: ({ scope }) => textOf(consentScopes, scope) },
            {
              title: 'Citations',
              cell: ({ quotes: all, waiting }) =>
                all === 0 ? 'aucune' : waiting === 0 ? `${all}` : `${all}, dont ${waiting} à relire`,
            },
          ]}
        />
      </Section>
    </>
  )
}

const Guides = () => (
  <Section id="guides-title" title="Guides d’entretien">
    <p>Les questions, ce qui se dit avant la première, et les règles de l’accord. À imprimer.</p>
    <GuideLinks />
  </Section>
)

function Withdrawn({ page: { withdrawn } }: { page: heard.HeardPage }) {
  if (withdrawn.length === 0) return null
  return (
    <Section id="withdrawn-title" title="Accords retirés">
      <p className="muted">Les notes et les citations sont effacées. Restent à corriger les documents déjà sortis.</p>
      <DataTable
        caption="Accords retirés"
        rows={withdrawn}
        columns={[
          { title: 'Rencontre du', isHeading: true, cell: ({ day }) => dayText(day) },
          { title: 'Accord retiré le', cell: ({ withdrawnAt }) => dayText(withdrawnAt) },
          {
            title: 'Documents qui la citaient',
            cell: ({ uses }) =>
              uses.length === 0 ? 'aucun' : uses.map(({ document, day }) => `${document} (${dayText(day)})`).join(', '),
          },
        ]}
      />
    </Section>
  )
}
