/** A part of a page of the staff, under its title. */
import type { ReactNode } from 'react'

type SectionProps = {
  /** Of its title, which an address may name. */
  id: string
  title: ReactNode
  children: ReactNode
}

export const Section = ({ id, title, children }: SectionProps) => (
  <section className="section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)
