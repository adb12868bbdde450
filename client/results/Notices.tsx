/** What was found wrong in publications since they were made, above all that rests on them; and that one is not the last. */
import type { ReactNode } from 'react'
import type { analyse } from '../../api/wire/public.ts'
import { day } from './words.ts'

const words = {
  erratum: 'Erratum',
  withdrawal: 'Publication retirée : ne citez plus ces chiffres',
} as const

type Props = {
  publications: readonly (analyse.PublicationLine | null)[] /** Several questionnaires: each is named. */
  isNamed?: boolean
}

export function Notices({ publications, isNamed }: Props) {
  const lines = publications.flatMap((one) =>
    (one?.notices ?? []).map((notice) => ({ ...notice, number: one!.number, title: one!.title })),
  )
  return lines.map(({ kind, reason, day: noted, number, title }) => (
    <p key={`${title} ${number} ${noted} ${reason}`} className="notice correction" data-kind="warm">
      <b>{words[kind]}</b> ({isNamed ? `${title}, ` : ''}publication n° {number}, le {day(noted)}). {reason}
    </p>
  ))
}

type EarlierProps = { number: number; last: number; children: ReactNode }

/** @param children the way to the last one */
export const EarlierNotice = ({ number, last, children }: EarlierProps) => (
  <p className="notice">
    Ces chiffres sont ceux de la publication n° {number}. La dernière est la n° {last}. {children}
  </p>
)

/** In the place of figures of a publication that there is not. @param children the way to the one in force */
export const NoSuchPublication = ({ text, children }: { text: string; children: ReactNode }) => (
  <div className="form" role="alert">
    <p className="notice" data-kind="warm">
      {text}
    </p>
    <div className="actions">{children}</div>
  </div>
)
