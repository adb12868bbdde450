/** The stages of a questionnaire, in order: what each is called, and where it is worked on. */
import type { staff } from '../../../api/wire/public.ts'

type Role = staff.StaffRole
export type StageName = staff.QuestionnaireStage['name']
type Row = { name: StageName; title: string; roles: readonly Role[]; href: (slug: string) => string }

const writers: readonly Role[] = ['designer', 'publisher', 'admin']
const analysts: readonly Role[] = ['analyst']

const rows: readonly Row[] = [
  { name: 'write', title: 'Écrire', roles: writers, href: (slug) => `/concevoir/${slug}/page` },
  { name: 'review', title: 'Contrôler', roles: writers, href: (slug) => `/concevoir/${slug}/controle` },
  { name: 'share', title: 'Diffuser', roles: writers, href: (slug) => `/terrain/${slug}/diffusion` },
  { name: 'follow', title: 'Suivre', roles: [...writers, ...analysts], href: (slug) => `/terrain/${slug}/suivi` },
  { name: 'results', title: 'Résultats', roles: analysts, href: (slug) => `/analyse/${slug}/publications` },
  { name: 'decide', title: 'Décider', roles: analysts, href: (slug) => `/analyse/${slug}/decider` },
]

/** Every stage with the place where somebody with these roles works on it; null = another person does. */
export const stagesFor = (slug: string, roles: readonly Role[]) =>
  rows.map(({ name, title, roles: own, href }) => ({
    name,
    title,
    href: own.some((role) => roles.includes(role)) ? href(slug) : null,
  }))

/** Whether somebody with these roles works at this address: results are the analysts', all else the writers'. */
export const worksAt = (href: string, roles: readonly Role[]): boolean =>
  (href.startsWith('/analyse/') ? analysts : writers).some((role) => roles.includes(role))

export const hubHref = (slug: string) => `/gerer/questionnaires/${slug}`
