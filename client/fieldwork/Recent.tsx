/** What came lately, and what waits for somebody. */
import { Link } from 'wouter'
import type { fieldwork } from '../../api/wire/public.ts'
import { about, aboutAnswers, day } from './words.ts'

type Props = { follow: Pick<fieldwork.FollowUp, 'recent' | 'status' | 'closesAt' | 'waiting'> }

export function Recent({ follow: { recent, status, closesAt, waiting } }: Props) {
  return (
    <>
      <p>{recentSaid(recent, status, closesAt)}</p>
      {waiting.length === 0 && status === 'open' && <p>Rien d’autre ne vous attend ici aujourd’hui.</p>}
      {waiting.length > 0 && (
        <section className="fieldwork-waiting" aria-labelledby="waiting-title">
          <h2 id="waiting-title">À faire</h2>
          <ul className="matters">
            {waiting.map(({ text, link, linkText }) => (
              <li key={text}>
                <p>{text}</p>
                {link === null ? (
                  <small className="muted">Pour une personne qui en a le droit</small>
                ) : (
                  <Link href={link} className="button">
                    {linkText}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Counts are to the nearest five: a rise is told only where the two are not the same. */
export function recentSaid(
  { today, yesterday, week, weekBefore, last }: fieldwork.FollowUp['recent'],
  status: fieldwork.FollowUp['status'],
  closesAt: string | null,
): string {
  if (last === null) return 'La première réponse paraîtra ici.'
  if (status !== 'open' && status !== 'trial')
    return `${closesAt && status === 'closed' ? `Clos le ${day(closesAt)}. ` : ''}Dernière réponse le ${day(last)}.`
  const now = today === null ? '' : `Aujourd’hui\u202f: ${about(today)}.`
  if (week === 0 && weekBefore === 0)
    return now || `Presque rien depuis deux semaines\u202f: la dernière réponse est du ${day(last)}.`
  const before =
    week === weekBefore ? 'autant que la semaine d’avant' : `après ${aboutAnswers(weekBefore)} la semaine d’avant`
  return `${now} Hier\u202f: ${about(yesterday)}. Les sept jours jusqu’à hier\u202f: ${about(week)}, ${before}.`.trim()
}
