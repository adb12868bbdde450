/** The questions that have no table, and why: a gap that nobody explains looks like a fault. */
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { findingAddress } from '../words.ts'

export function Absent({ list: { slug, absent } }: { list: analyse.QuestionList }) {
  if (absent.length === 0) return null
  return (
    <details className="absent-questions">
      <summary>
        {absent.length === 1 ? 'Une question n’est pas ici' : `${absent.length} questions ne sont pas ici`} : pourquoi ?
      </summary>
      <ul>
        {absent.map((one) => (
          <li key={one.title}>
            <Silent slug={slug} question={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

export function Silent({
  slug,
  question: { title, why, indicator },
}: {
  slug: string
  question: analyse.AbsentQuestion
}) {
  return (
    <>
      {title} <span className="muted">{why}</span>{' '}
      {indicator !== null && <Link href={findingAddress(slug, indicator)}>Voir le résultat</Link>}
    </>
  )
}
