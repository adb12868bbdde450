/** The pages of what was heard, one beside the other, and who may take notes. */
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useMe } from '../parts/staff/me.ts'

/** Whether the person here takes notes, or only reads. */
export const useListens = (): boolean => useMe()?.account?.roles.includes('listener') ?? false

/** The pages beside this one; `children`: what else stands in the line. */
export function HeardNav({ children }: { children?: ReactNode }) {
  const [path] = useLocation()
  const roles = useMe()?.account?.roles ?? []
  const pages = [
    { href: '/ecoute', text: 'Rencontres', isMine: true },
    { href: '/ecoute/citations', text: 'À relire', isMine: roles.includes('listener') || roles.includes('publisher') },
    { href: '/ecoute/lieux', text: 'Lieux observés', isMine: roles.includes('listener') || roles.includes('analyst') },
  ]
  return (
    <nav aria-label="Écoute" className="room-nav">
      {pages
        .filter(({ isMine }) => isMine)
        .map(({ href, text }) => (
          <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
            {text}
          </Link>
        ))}
      {children}
    </nav>
  )
}
