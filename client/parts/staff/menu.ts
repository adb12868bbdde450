/** The menu of the staff, in its order: a new page is a row here, in one of five groups. */
import type { staff } from '../../../api/wire/public.ts'

type Role = staff.StaffRole
export type Group = 'today' | 'plan' | 'questionnaires' | 'territory' | 'settings'
export type MenuEntry = {
  path: string
  label: string
  group: Group
  roles: readonly Role[] | 'everyone'
}

export const groupNames: Record<Group, string> = {
  today: 'Aujourd’hui',
  plan: 'Plan',
  questionnaires: 'Questionnaires',
  territory: 'Territoire',
  settings: 'Réglages',
}

export const menu: readonly MenuEntry[] = [
  { path: '/gerer', label: 'Aujourd’hui', group: 'today', roles: 'everyone' },
  { path: '/analyse', label: 'Le plan', group: 'plan', roles: ['analyst'] },
  { path: '/ecoute', label: 'Écoute', group: 'plan', roles: ['listener', 'publisher', 'analyst'] },
  { path: '/carnet', label: 'Carnet', group: 'plan', roles: ['pilot', 'admin', 'analyst', 'publisher'] },
  { path: '/gerer/annuaire', label: 'Annuaire', group: 'plan', roles: ['pilot', 'publisher', 'analyst', 'admin'] },
  { path: '/gerer/jeunes', label: 'Jeunes', group: 'plan', roles: ['vigilance', 'publisher', 'admin'] },
  {
    path: '/gerer/questionnaires',
    label: 'Tous',
    group: 'questionnaires',
    roles: ['admin', 'designer', 'publisher', 'analyst'],
  },
  { path: '/concevoir', label: 'Concevoir', group: 'questionnaires', roles: ['designer', 'publisher', 'admin'] },
  { path: '/terrain', label: 'Terrain', group: 'questionnaires', roles: ['publisher', 'designer', 'admin'] },
  { path: '/gerer/papier', label: 'Papier', group: 'questionnaires', roles: ['admin', 'publisher', 'saisie'] },
  { path: '/gerer/saisie', label: 'Saisie', group: 'questionnaires', roles: ['saisie'] },
  { path: '/gerer/bornes', label: 'Bornes', group: 'questionnaires', roles: ['kiosk', 'admin'] },
  { path: '/gerer/coordonnees', label: 'Coordonnées', group: 'questionnaires', roles: ['admin'] },
  { path: '/gerer/vigilance', label: 'Vigilance', group: 'questionnaires', roles: ['vigilance'] },
  { path: '/gerer/export', label: 'Export', group: 'questionnaires', roles: ['exporter', 'full-exporter'] },
  { path: '/analyse/carte', label: 'Carte', group: 'territory', roles: ['analyst'] },
  { path: '/gerer/tables', label: 'Tables', group: 'territory', roles: ['admin', 'analyst'] },
  { path: '/gerer/collectivite', label: 'Collectivité', group: 'territory', roles: ['admin'] },
  { path: '/gerer/reglages', label: 'Réglages du site', group: 'settings', roles: ['admin'] },
  { path: '/gerer/comptes', label: 'Équipe', group: 'settings', roles: ['admin'] },
  { path: '/gerer/journal', label: 'Journal', group: 'settings', roles: ['admin'] },
  { path: '/gerer/sessions', label: 'Mon accès', group: 'settings', roles: 'everyone' },
]

export const menuFor = (mine: readonly Role[]) =>
  menu.filter(({ roles }) => roles === 'everyone' || roles.some((role) => mine.includes(role)))

export const opensTo = (path: string, mine: readonly Role[]): boolean =>
  menuFor(mine).some((entry) => entry.path === path)

/** The groups of some entries, in order, each with its entries. */
export function groupsOf(mine: readonly MenuEntry[]): { group: Group; title: string; entries: MenuEntry[] }[] {
  return [...Map.groupBy(mine, ({ group }) => group)].map(([group, own]) => ({
    group,
    title: groupNames[group],
    entries: own,
  }))
}

/** Pages of one questionnaire belong to the questionnaires, wherever their address begins. */
const ofQuestionnaire =
  /^\/(?:concevoir|terrain|gerer\/questionnaires)\/[^/]+|^\/analyse\/(?!action\/|objectif\/|releves\/)[^/]+\/.+/

/** The entry of the page somebody is at: the longest address that theirs begins with; null = none of these. */
export function entryAt(path: string, mine: readonly MenuEntry[]): MenuEntry | null {
  const within = (start: string) =>
    start === '/gerer' ? path === start : path === start || path.startsWith(`${start}/`)
  const all = mine.find(({ path: own }) => own === '/gerer/questionnaires')
  if (all && ofQuestionnaire.test(path)) return all
  return mine.filter(({ path: own }) => within(own)).toSorted((a, b) => b.path.length - a.path.length)[0] ?? null
}
