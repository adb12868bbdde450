/** Where somebody new begins, on a site that already works: the pages of their menu that say most of it, until they close it. */
import { useState } from 'react'
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

const key = 'under-way-closed'
/** On this device; where nothing can be kept, it comes back with the page. */
function wasClosed(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}
function close(): void {
  try {
    localStorage.setItem(key, 'yes')
  } catch {
    // nothing is kept here
  }
}

export function UnderWay({ text, roles }: { text: string; roles: readonly staff.StaffRole[] }) {
  const [isClosed, setIsClosed] = useState(wasClosed)
  if (isClosed) return null
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
      <button
        type="button"
        className="link"
        onClick={() => {
          close()
          setIsClosed(true)
        }}
      >
        Ne plus montrer
      </button>
    </section>
  )
}
