/** Places observed: how many people are seen where and when, and the rounds behind it. */
import { useCallback } from 'react'
import type { heard } from '../../api/wire/public.ts'
import { textOf } from '../../surveys/heard/encounter.ts'
import { moments, uses, weathers } from '../../surveys/heard/observation.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { dayText } from '../parts/staff/dates.ts'
import { Section } from '../parts/staff/Section.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify, orNotify } from '../parts/staff/Toasts.tsx'
import { useLoaded } from '../parts/useLoaded.ts'
import { HeardFrame, useListens } from './HeardFrame.tsx'

const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const rounds = (count: number) => `${count}\u00a0passage${count < 2 ? '' : 's'}`

export function Places() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/heard/observations'), []))
  const isListener = useListens()
  return (
    <HeardFrame
      title="Lieux observés"
      lead="Où, quand et combien : personne n’est décrit. « Personne » compte aussi."
      isWide
      note={{ href: '/ecoute/lieux/noter', text: 'Noter un passage' }}
    >
      <Loading loaded={loaded} again={again}>
        {(page) =>
          page.rows.length === 0 ? (
            <p className="empty">
              Aucun passage n’est noté. Choisissez quelques lieux et passez-y à des moments différents : trois passages
              au même moment commencent à dire une habitude.
            </p>
          ) : (
            <>
              <Presence page={page} />
              <Rounds page={page} isListener={isListener} again={again} />
            </>
          )
        }
      </Loading>
    </HeardFrame>
  )
}

/** Each cell draws its mean as a bar on one scale, and says it in figures. */
function Presence({ page: { rows, fewest } }: { page: heard.ObservationsPage }) {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ mean }) => mean ?? 0)))
  return (
    <Section id="presence-title" title="Personnes vues à chaque passage, en moyenne">
      <p className="muted">
        « Pas de passage » n’est pas un zéro : l’équipe n’y est pas allée. En dessous de {fewest} passages, la barre est
        pâle.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className="data-scroll" aria-label="Tableau des lieux et des moments" tabIndex={0}>
        <table className="data presence">
          <thead>
            <tr>
              <th scope="col">Lieu</th>
              {moments.map(({ value, text, hours }) => (
                <th key={value} scope="col">
                  {text}
                  <small>{hours}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, cells }) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                {cells.map(({ moment, rounds: times, mean }) => (
                  <td key={moment} data-empty={mean === null || undefined}>
                    {mean === null ? (
                      <span className="muted">pas de passage</span>
                    ) : (
                      <>
                        <span
                          className="presence-bar"
                          data-few={times < fewest || undefined}
                          style={{ inlineSize: `${(mean / most) * 100}%` }}
                          aria-hidden="true"
                        />
                        <b>{mean === 0 ? 'personne' : oneDecimal.format(mean)}</b>
                        <small className="muted">{rounds(times)}</small>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

type RoundsProps = { page: heard.ObservationsPage; isListener: boolean; again: () => void }

function Rounds({ page, isListener, again }: RoundsProps) {
  const remove = async (id: string) => {
    await orNotify(async () => {
      await call('DELETE /api/heard/observations/:id', { params: { id } })
      notify('Le passage est retiré.')
      again()
    })
  }
  return (
    <Section id="rounds-title" title="Derniers passages">
      <DataTable
        caption="Passages, le dernier d’abord"
        rows={page.rounds}
        columns={[
          { title: 'Lieu', isHeading: true, cell: ({ place }) => place },
          { title: 'Quand', cell: ({ day, moment }) => `${dayText(day)}, ${textOf(moments, moment).toLowerCase()}` },
          { title: 'Personnes', isNumber: true, cell: ({ people }) => people },
          {
            title: 'Usages',
            cell: ({ uses: seen }) => seen.map((use) => textOf(uses, use).toLowerCase()).join(', ') || '–',
          },
          { title: 'Temps', cell: ({ weather }) => textOf(weathers, weather).toLowerCase() },
          { title: 'Par', cell: ({ byName }) => byName },
          ...(isListener
            ? [
                {
                  title: 'Action',
                  cell: ({ id, place, day }: heard.ObservationsPage['rounds'][number]) => (
                    <Button kind="quiet" onClick={() => remove(id)}>
                      Retirer
                      <span className="visually-hidden">
                        {' '}
                        le passage à {place} du {dayText(day)}
                      </span>
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
