/** The frame of the pages of what was heard: the others beside it, and for who takes notes, where one is taken. */
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useMe } from '../parts/staff/me.ts'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'

/** Whether the person here takes notes, or only reads. */
export const useListens = (): boolean => useMe()?.account?.roles.includes('listener') ?? false

type Props = {
  title: string
  lead?: string
  isWide?: boolean
  /** What is noted from here. */
  note?: { href: string; text: string }
  children: ReactNode
}

export function HeardFrame({ note, children, ...frame }: Props) {
  const isListener = useListens()
  return (
    <StaffFrame
      {...frame}
      actions={
        note &&
        isListener && (
          <Link className="button" data-kind="main" href={note.href}>
            {note.text}
          </Link>
        )
      }
    >
      <HeardNav />
      {children}
    </StaffFrame>
  )
}

function HeardNav() {
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
    </nav>
  )
}
