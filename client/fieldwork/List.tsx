/** Every questionnaire on the field, and what a person confirms before the server deletes anything. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { fieldwork } from '../../api/wire/public.ts'
import { capital } from '../../surveys/languages.ts'
import { Loading } from '../parts/Loading.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { useMe } from '../parts/staff/me.ts'
import { Section } from '../parts/staff/Section.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { StatusBadge } from '../parts/staff/StatusBadge.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { ClockNotice } from './ClockNotice.tsx'
import { Purges } from './Purges.tsx'
import { aboutAnswers, day } from './words.ts'

type Line = fieldwork.FieldworkLine

export function List() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/fieldwork'), []))
  const isAdmin = useMe()?.account?.roles.includes('admin') ?? false
  return (
    <StaffFrame
      title="Terrain"
      lead="Faire connaître un questionnaire, suivre les réponses, clore, puis effacer à temps."
      isWide
    >
      <Loading loaded={loaded} again={again}>
        {({ questionnaires, clock, disposals, proofs, backupsUntil }) => (
          <>
            <ClockNotice clock={clock} isAdmin={isAdmin} onConfirmed={again} />
            <Section id="lines" title="Questionnaires">
              <DataTable
                caption="Questionnaires sur le terrain"
                rows={questionnaires}
                keyOf={({ slug }) => slug}
                isCards
                empty="Aucun questionnaire n’est à l’essai ni ouvert."
                columns={[
                  {
                    title: 'Questionnaire',
                    isHeading: true,
                    cell: ({ slug, title }) => <Link href={`/terrain/${slug}/suivi`}>{title}</Link>,
                  },
                  { title: 'État', cell: ({ status }) => <StatusBadge status={status} /> },
                  { title: 'Réponses', isNumber: true, cell: ({ answers }) => aboutAnswers(answers) },
                  { title: 'Dates', cell: (line) => datesOf(line) },
                  {
                    title: 'À faire',
                    cell: ({ slug, title, waiting }) =>
                      waiting.length === 0 ? (
                        <span className="muted">rien</span>
                      ) : (
                        <Link href={`/terrain/${slug}/suivi`}>
                          {capital(waiting.join(', '))}
                          <span className="visually-hidden">
                            {'\u202f'}: {title}
                          </span>
                        </Link>
                      ),
                  },
                ]}
              />
            </Section>
            {isAdmin && (
              <Purges
                lines={disposals}
                proofs={proofs}
                backupsUntil={backupsUntil}
                isDoubted={clock.doubt !== null}
                onDone={again}
              />
            )}
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

/** A day is not cut at the end of a line. */
const dayKept = (iso: string) => day(iso).replaceAll(' ', '\u00a0')

function datesOf({ status, opensAt, closesAt }: Line): string {
  const until = closesAt === null ? '' : `${status === 'closed' ? 'clos le' : 'jusqu’au'} ${dayKept(closesAt)}`
  return [status === 'soon' && opensAt ? `ouvre le ${dayKept(opensAt)}` : '', until].filter(Boolean).join(', ') || '–'
}
