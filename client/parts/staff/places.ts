/** The places of the staff, in the order of the menu: a new one is a row here. */
import type { staff } from '../../../api/wire/public.ts'

type Role = staff.StaffRole
export type Place = { path: string; label: string; roles: readonly Role[] | 'everyone' }

export const places: readonly Place[] = [
  { path: '/gerer', label: 'Aujourd’hui', roles: 'everyone' },
  { path: '/gerer/questionnaires', label: 'Questionnaires', roles: ['admin', 'designer', 'publisher'] },
  { path: '/concevoir', label: 'Concevoir', roles: ['designer', 'publisher', 'admin'] },
  { path: '/terrain', label: 'Terrain', roles: ['publisher', 'designer', 'admin'] },
  { path: '/gerer/papier', label: 'Papier', roles: ['admin', 'publisher', 'saisie'] },
  { path: '/gerer/saisie', label: 'Saisie', roles: ['saisie'] },
  { path: '/gerer/vigilance', label: 'Vigilance', roles: ['vigilance'] },
  { path: '/ecoute', label: 'Écoute', roles: ['listener', 'publisher', 'analyst'] },
  { path: '/analyse', label: 'Résultats', roles: ['analyst'] },
  { path: '/carnet', label: 'Carnet', roles: ['pilot', 'admin', 'analyst', 'publisher'] },
  { path: '/gerer/annuaire', label: 'Annuaire', roles: ['pilot', 'publisher', 'analyst', 'admin'] },
  { path: '/gerer/export', label: 'Export', roles: ['exporter', 'full-exporter'] },
  { path: '/gerer/collectivite', label: 'Collectivité', roles: ['admin'] },
  { path: '/gerer/tables', label: 'Tables', roles: ['admin', 'analyst'] },
  { path: '/gerer/bornes', label: 'Bornes', roles: ['admin'] },
  { path: '/gerer/comptes', label: 'Équipe', roles: ['admin'] },
  { path: '/gerer/reglages', label: 'Réglages', roles: ['admin'] },
  { path: '/gerer/journal', label: 'Journal', roles: ['admin'] },
  { path: '/gerer/sessions', label: 'Mon accès', roles: 'everyone' },
]

export const placesFor = (mine: readonly Role[]) =>
  places.filter(({ roles }) => roles === 'everyone' || roles.some((role) => mine.includes(role)))
