/** Where somebody new begins, on a site that already works: the pages of their menu that say most of it. */
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { menuFor } from '../../parts/staff/menu.ts'

/** By their addresses, in the order of a first visit. */
const visits: readonly { path: string; text: string }[] = [
  { path: '/gerer/questionnaires', text: 'Les questionnaires' },
  { path: '/terrain', text: 'Les réponses qui arrivent' },
  { path: '/analyse', text: 'Les résultats, par objectif' },
  { path: '/gerer/comptes', text: 'L’équipe' },
  { path: '/gerer/reglages', text: 'Les réglages' },
]

export function UnderWay({ text, roles }: { text: string; roles: readonly staff.StaffRole[] }) {
  const mine = new Set(menuFor(roles).map(({ path }) => path))
  const shown = visits.filter(({ path }) => mine.has(path))
  return (
    <section className="under-way" aria-label="Pour commencer">
      <p>
        {text} {shown.length > 0 && 'Pour faire connaissance, voyez d’abord\u202f:'}
      </p>
      {shown.length > 0 && (
        <ul>
          {shown.map(({ path, text: name }) => (
            <li key={path}>
              <Link href={path}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
